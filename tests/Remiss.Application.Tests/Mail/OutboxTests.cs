using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Bodies;
using Remiss.Application.Database;
using Remiss.Application.Invitations;
using Remiss.Application.Mail;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Mail;

/// <summary>The outbox against a real mail server that is down, slow, refuses, or breaks off: nothing twice, nothing lost in silence.</summary>
public sealed class OutboxTests(TestDatabase database) : StoreTest(database)
{
    /// <summary>What earlier tests left in the queue is not this test's to send.</summary>
    [SetUp]
    public async Task EmptyQueueAsync()
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbSession>().ExecuteAsync("UPDATE work_item SET state = 'Done' WHERE state = 'Ready'", null, default);
    }

    [Test]
    public async Task A_mail_is_there_if_and_only_if_its_command_was_carried_out()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();

        await QueueAsync(consultation, commit: false, "a@norrvik.example");
        Assert.That((await ListAsync(consultation, coordinator)).Total, Is.Zero);

        await QueueAsync(consultation, commit: true, "a@norrvik.example");
        MailRow mail = (await ListAsync(consultation, coordinator)).Rows.Single();
        Assert.Multiple(() =>
        {
            Assert.That(mail.State, Is.EqualTo(MailState.Queued));
            Assert.That(mail.Subject, Does.Contain("Digital strategi för Mittsund").And.Contain("15 december 2026"));
            Assert.That(mail.MessageId, Does.EndWith("@mittsund.example"));
        });
    }

    [Test]
    public async Task Sends_each_mail_once_and_one_refused_recipient_stops_no_other()
    {
        await using SmtpServer server = await SmtpServer.StartAsync(new { refuse = new[] { "borta@norrvik.example" } });
        var (_, consultation, coordinator) = await AConsultationAsync();
        string[] addresses = [.. Enumerable.Range(1, 8).Select(i => $"kommun{i}@norrvik.example"), "borta@norrvik.example"];
        await QueueAsync(consultation, commit: true, addresses);

        await using ServiceProvider one = Node(server.Settings), two = Node(server.Settings);
        await Task.WhenAll(RunAsync(one), RunAsync(two));
        await RunAsync(one);

        var rows = (await ListAsync(consultation, coordinator)).Rows;
        Assert.Multiple(() =>
        {
            Assert.That(server.Mails.SelectMany(mail => mail.To), Is.EquivalentTo(addresses[..^1]), "Each once, each to one recipient.");
            Assert.That(rows[0], Has.Property(nameof(MailRow.State)).EqualTo(MailState.Refused), "What needs a person stands first.");
            Assert.That(rows[0].LastError!.Value.Swedish, Does.Contain("borta@norrvik.example"));
            Assert.That(rows.Skip(1).Select(row => row.State), Is.All.EqualTo(MailState.Sent));
            Assert.That(server.Mails.Select(mail => mail.Header("Message-ID").Trim('<', '>')), Is.EquivalentTo(rows.Skip(1).Select(row => row.MessageId)));
        });
    }

    [Test]
    public async Task A_server_that_is_down_gets_the_mail_when_it_is_up_again()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        await QueueAsync(consultation, commit: true, "a@norrvik.example");
        await using ServiceProvider down = Node(new MailSettings { Host = "127.0.0.1", Port = SmtpServer.UnusedPort(), Security = MailSecurity.None, FromAddress = "remiss@mittsund.example" });
        await RunAsync(down);
        MailRow waiting = (await ListAsync(consultation, coordinator)).Rows.Single();
        Assert.Multiple(() =>
        {
            Assert.That(waiting.State, Is.EqualTo(MailState.Queued));
            Assert.That(waiting.Attempts, Is.EqualTo(1));
            Assert.That(waiting.LastError!.Value.Swedish, Does.Contain("går inte att nå"));
        });

        await using SmtpServer server = await SmtpServer.StartAsync(new { temporaryFailures = 1 });
        await using ServiceProvider up = Node(server.Settings);
        await RunAsync(up);
        Assert.That(server.Mails, Is.Empty, "It waits for its time.");
        Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(up);
        Assert.That(server.Events("failed"), Has.Length.EqualTo(1));
        Clock.Advance(TimeSpan.FromMinutes(3));
        await RunAsync(up);

        Assert.That((await ListAsync(consultation, coordinator)).Rows.Single(), Has.Property(nameof(MailRow.State)).EqualTo(MailState.Sent).And.Property(nameof(MailRow.Attempts)).EqualTo(3));
        Assert.That(server.Mails, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task After_the_most_attempts_it_is_set_aside_for_a_person_and_can_be_tried_again([Values] bool byCoordinator)
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        await QueueAsync(consultation, commit: true, "a@norrvik.example");
        await using ServiceProvider down = Node(new MailSettings { Host = "127.0.0.1", Port = SmtpServer.UnusedPort(), Security = MailSecurity.None, FromAddress = "remiss@mittsund.example", MostAttempts = 2 });
        await RunAsync(down);
        MailRow waiting = (await ListAsync(consultation, coordinator)).Rows.Single();
        Assert.That((await SendAsync(new ResendMail.Command(waiting.Id, waiting.Version), coordinator)).Failure, Is.InstanceOf<Conflict>(), "It is on its way by itself.");
        Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync(down);

        WorkRow parked = (await DoAsync(new ListWork.Query(organisation) { State = WorkState.Parked })).Rows.Single();
        Assert.That(parked.LastError!.Value.Swedish, Does.Contain("går inte att nå"));
        MailRow left = (await ListAsync(consultation, coordinator)).Rows.Single();
        if (byCoordinator) await DoAsync(new ResendMail.Command(left.Id, left.Version), coordinator);
        else await DoAsync(new RetryWork.Command(parked.Id));
        await using SmtpServer server = await SmtpServer.StartAsync();
        await using ServiceProvider up = Node(server.Settings);
        await RunAsync(up);

        Assert.That((await ListAsync(consultation, coordinator)).Rows.Single().State, Is.EqualTo(MailState.Sent));
    }

    [Test]
    public async Task A_mail_that_may_have_gone_is_never_sent_again_by_itself_but_by_a_person_with_the_same_id()
    {
        await using SmtpServer server = await SmtpServer.StartAsync(new { cutAfterData = true, cuts = 1 });
        var (_, consultation, coordinator) = await AConsultationAsync();
        await QueueAsync(consultation, commit: true, "a@norrvik.example");
        await using ServiceProvider node = Node(server.Settings);
        await RunAsync(node);
        Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync(node);

        MailRow mail = (await ListAsync(consultation, coordinator)).Rows.Single();
        Assert.That(mail.State, Is.EqualTo(MailState.Uncertain));
        Assert.That(server.Mails, Has.Length.EqualTo(1));

        await DoAsync(new ResendMail.Command(mail.Id, mail.Version), coordinator);
        Result<Done> second = await SendAsync(new ResendMail.Command(mail.Id, mail.Version), coordinator);
        await RunAsync(node);

        Assert.That(second.Failure, Is.InstanceOf<Conflict>(), "Two people at once: it is sent once.");
        Assert.That(server.Mails.Select(taken => taken.Header("Message-ID")), Is.EqualTo(new[] { $"<{mail.MessageId}>", $"<{mail.MessageId}>" }));
        Assert.That((await ListAsync(consultation, coordinator)).Rows.Single().State, Is.EqualTo(MailState.Sent));
    }

    [TestCase(false, TestName = "A_node_that_dies_while_it_sends_leaves_the_mail_to_a_person(before the server took it)")]
    [TestCase(true, TestName = "A_node_that_dies_while_it_sends_leaves_the_mail_to_a_person(after the server took it)")]
    public async Task A_node_that_dies_while_it_sends_leaves_the_mail_to_a_person(bool taken)
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        var (_, consultation, coordinator) = await AConsultationAsync();
        await QueueAsync(consultation, commit: true, "a@norrvik.example");
        var dead = new DeadTransport(taken ? new SmtpTransport(server.Settings) : null);
        await using ServiceProvider dying = Node(server.Settings, dead);
        Task never = RunAsync(dying);
        await await Task.WhenAny(dead.Died, never);

        Clock.Advance(TimeSpan.FromMinutes(10));
        await using ServiceProvider other = Node(server.Settings);
        await RunAsync(other);
        Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync(other);

        MailRow mail = (await ListAsync(consultation, coordinator)).Rows.Single();
        Assert.Multiple(() =>
        {
            Assert.That(mail.State, Is.EqualTo(MailState.Uncertain));
            Assert.That(mail.LastError!.Value.English, Does.Contain("cut off"));
            Assert.That(server.Mails, Has.Length.EqualTo(taken ? 1 : 0), "Never by itself a second time.");
            Assert.That(never.IsCompleted, Is.False);
        });

        // It was only believed dead: what it tells at last is known for sure.
        dead.Revive();
        await never;
        Assert.That((await ListAsync(consultation, coordinator)).Rows.Single().State, Is.EqualTo(taken ? MailState.Sent : MailState.Refused));
    }

    [Test]
    public async Task Kill_9_in_the_middle_of_sending_sends_nothing_twice_and_loses_nothing_in_silence()
    {
        await using SmtpServer slow = await SmtpServer.StartAsync(new { slow = 600_000 });
        var (_, consultation, coordinator) = await AConsultationAsync();
        await QueueAsync(consultation, commit: true, "a@norrvik.example", "b@norrvik.example", "c@norrvik.example");
        using (System.Diagnostics.Process process = Program.Start(Settings, slow.Port))
        {
            try
            {
                await slow.WhenAsync("received");
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        await using SmtpServer server = await SmtpServer.StartAsync();
        // The process took its lease by the machine's clock.
        await using ServiceProvider other = Node(server.Settings, clock: new TestClock(DateTimeOffset.UtcNow + TimeSpan.FromMinutes(10)));
        await RunAsync(other);
        await RunAsync(other);

        var rows = (await ListAsync(consultation, coordinator)).Rows;
        Assert.Multiple(() =>
        {
            Assert.That(slow.Events("received"), Has.Length.EqualTo(1), "Killed with one mail in its hands.");
            Assert.That(rows.Select(row => row.State), Is.EquivalentTo(new[] { MailState.Uncertain, MailState.Sent, MailState.Sent }));
            Assert.That(server.Mails.SelectMany(mail => mail.To), Is.EquivalentTo(rows.Where(row => row.State == MailState.Sent).Select(row => row.ToAddress)));
        });
    }

    [Test]
    public async Task A_worker_that_is_told_to_stop_before_it_hands_over_leaves_the_mail_queued()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        await QueueAsync(consultation, commit: true, "a@norrvik.example");
        using var stop = new CancellationTokenSource();
        await using ServiceProvider node = Node(new MailSettings { FromAddress = "remiss@mittsund.example" }, new StoppingTransport(stop));

        Assert.That(async () => await node.GetRequiredService<Worker>().RunOnceAsync(new WorkFilter("send-mail"), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        MailRow mail = (await ListAsync(consultation, coordinator)).Rows.Single();
        Assert.That(mail, Has.Property(nameof(MailRow.State)).EqualTo(MailState.Queued).And.Property(nameof(MailRow.Attempts)).EqualTo(0));

        await using SmtpServer server = await SmtpServer.StartAsync();
        await using ServiceProvider next = Node(server.Settings);
        await RunAsync(next);
        Assert.That(server.Mails.Where(taken => taken.Header("Message-ID") == $"<{mail.MessageId}>"), Has.Exactly(1).Items);
    }

    [Test]
    public async Task A_delivery_report_and_a_person_tell_that_a_mail_came_back()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        await QueueAsync(consultation, commit: true, "a@norrvik.example", "b@norrvik.example");
        await using ServiceProvider node = Node(server.Settings);
        await RunAsync(node);
        MailRow[] mails = [.. (await ListAsync(consultation, coordinator)).Rows.OrderBy(row => row.ToAddress, StringComparer.Ordinal)];

        byte[] report = Encoding.ASCII.GetBytes(DeliveryReportTests.Report(mails[0].MessageId));
        var first = await DoAsync(new ImportDeliveryReport.Command(organisation, report), coordinator);
        var again = await DoAsync(new ImportDeliveryReport.Command(organisation, report), coordinator);
        await DoAsync(new RecordBounce.Command(mails[1].Id, mails[1].Version, "Ingen sådan brevlåda."), coordinator);
        var (elsewhere, _, stranger) = await AConsultationAsync();
        var other = await SendAsync(new ImportDeliveryReport.Command(elsewhere, report), stranger);

        MailRow[] after = [.. (await ListAsync(consultation, coordinator)).Rows.OrderBy(row => row.ToAddress, StringComparer.Ordinal)];
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(new ImportDeliveryReport.Report(mails[0].Id, MailState.Bounced, true)));
            Assert.That(again.Changed, Is.False);
            Assert.That(other.Failure, Is.InstanceOf<NotFound>(), "Another organisation's mail.");
            Assert.That(after.Select(row => row.State), Is.All.EqualTo(MailState.Bounced));
            Assert.That(after[0].LastError!.Value.Swedish, Does.Contain("5.1.1").And.Contain("Kontrollera adressen"));
            Assert.That(after[1].LastError!.Value.Swedish, Does.Contain("Ingen sådan brevlåda"));
        });

        await DoAsync(new ResendMail.Command(after[0].Id, after[0].Version) { ToAddress = "ratt@norrvik.example" }, coordinator);
        await RunAsync(node);
        Assert.That(server.Mails[^1].To, Is.EqualTo(new[] { "ratt@norrvik.example" }));
    }

    [Test]
    public async Task The_preview_is_what_is_sent()
    {
        var (_, consultation, coordinator) = await AConsultationAsync("Plan <b>för</b> {{biblioteken}}");

        RenderedMail preview = await DoAsync(new PreviewMail.Query(consultation, MailKind.Reminder) { Message = "Hör av er!" }, coordinator);
        Result<RenderedMail> nobody = await SendAsync(new PreviewMail.Query(consultation, MailKind.Reminder), await APersonAsync((await AConsultationAsync()).Organisation));

        Assert.That(preview.Subject, Is.EqualTo("Påminnelse: svara på Plan <b>för</b> {{biblioteken}} senast 15 december 2026"));
        Assert.That(preview.Plain, Does.Contain("Hör av er!"));
        Assert.That(preview.Html, Does.Not.Contain("<b>"));
        Assert.That(nobody.Failure, Is.InstanceOf<NotFound>());
    }

    [TestCase("2026-12-05", "15 december 2026")]
    [TestCase("2026-12-20", "20 december 2026")]
    public async Task A_preview_names_the_last_day_that_holds_for_the_body(string own, string shown)
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        BodyId body = await DoAsync(new AddBody.Command(organisation, new("Alvik", BodyKind.Other)));
        await DoAsync(new Invite.Command(consultation, [body]), coordinator);
        await RowsAsync<int>($"UPDATE invitation SET deadline = '{own}' WHERE consultation_id = @consultation", new { consultation });
        InvitationId invitation = (await DoAsync(new GetInvitations.Query(consultation), coordinator)).Rows.Single().Id;

        RenderedMail preview = await DoAsync(new PreviewMail.Query(consultation, MailKind.Reminder) { Invitation = invitation }, coordinator);

        Assert.That(preview.Subject, Does.EndWith($"senast {shown}"));
    }

    [Test]
    public async Task Mail_is_shown_and_changed_by_those_who_run_the_consultation_only()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        MailId id = (await QueueAsync(consultation, commit: true, "a@norrvik.example")).Single();
        Actor colleague = await APersonAsync(organisation);

        Assert.That((await SendAsync(new ListMail.Query(consultation), colleague)).Failure, Is.Not.Null);
        Assert.That((await SendAsync(new ResendMail.Command(id, 1), colleague)).Failure, Is.Not.Null);
        Assert.That((await SendAsync(new RecordBounce.Command(id, 1, "x"), colleague)).Failure, Is.Not.Null);
    }

    private async Task<List<MailId>> QueueAsync(ConsultationId consultation, bool commit, params string[] addresses)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        IServiceProvider services = scope.ServiceProvider;
        var session = services.GetRequiredService<DbSession>();
        services.GetRequiredService<CurrentActor>().Actor = Operator;
        services.GetRequiredService<Scope>().Organisation = (await session.FindAsync<OrganisationId?>(
            "SELECT organisation_id FROM consultation WHERE consultation_id = @consultation", new { consultation }, default))!.Value;
        var ids = new List<MailId>();
        await session.BeginAsync(default);
        foreach (string address in addresses)
        {
            MailValues values = MailValues.Examples(MailKind.Invitation, Language.Swedish);
            await MailFacts.AddAsync(values, session, consultation, null, default);
            Result<MailId> id = await services.GetRequiredService<Outbox>().EnqueueAsync(
                MailKind.Invitation, values, Mailbox.Parse(address).Value, new MailSubject(consultation), default, default);
            Assert.That(id.Failure, Is.Null);
            ids.Add(id.Value);
        }
        if (commit) await session.CommitAsync(default);
        else await session.RollbackAsync();
        return ids;
    }

    protected override void Configure(IServiceCollection services) => services.AddSingleton(new MailSettings { FromAddress = "remiss@mittsund.example", FromName = "Region Mittsund" });

    private Task<Paged<MailRow>> ListAsync(ConsultationId consultation, Actor coordinator) => DoAsync(new ListMail.Query(consultation), coordinator);

    // Later registrations win over those of the fixture.
    private ServiceProvider Node(MailSettings settings, IMailTransport? transport = null, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? Clock);
        Program.AddFormats(services);
        services.AddSingleton(settings);
        if (transport is not null) services.AddSingleton(transport);
        services.AddRemiss(Settings);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static Task<int> RunAsync(ServiceProvider node) => node.GetRequiredService<Worker>().RunOnceAsync(new WorkFilter(SendMail.KindName), default);

    /// <summary>A process that is killed while it sends: from the store's side, one that is never heard of again.</summary>
    private sealed class DeadTransport(IMailTransport? before) : IMailTransport
    {
        private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _revived = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Died => _died.Task;

        public void Revive() => _revived.SetResult();

        public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
        {
            MailOutcome outcome = before is null ? new MailOutcome.RefusedForever(new Phrase("Nej.", "No.")) : await before.SendAsync(message, CancellationToken.None);
            _died.SetResult();
            await _revived.Task;
            return outcome;
        }
    }

    private sealed class StoppingTransport(CancellationTokenSource stop) : IMailTransport
    {
        public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
        {
            await stop.CancelAsync();
            return new MailOutcome.TryLater(MailPhrases.Stopped);
        }
    }
}
