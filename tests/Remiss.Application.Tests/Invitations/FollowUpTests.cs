using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Bodies;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Invitations;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Invitations;

public sealed class FollowUpTests(TestDatabase database) : InvitationTest(database)
{
    private static readonly DateOnly Later = new(2026, 12, 20);

    [TestCase(InvitationState.Opened, true)]
    [TestCase(InvitationState.Drafting, true)]
    [TestCase(InvitationState.Answered, false)]
    [TestCase(InvitationState.NoComments, false)]
    [TestCase(InvitationState.Declined, false)]
    [TestCase(InvitationState.Withdrawn, false)]
    public async Task Reminds_only_the_silent(InvitationState state, bool isReminded)
    {
        var (consultation, coordinator, a, _, _) = await AskedAsync();
        await MoveAsync(consultation, a, state);
        var preview = await DoAsync(new RemindSilent.Preview(consultation), coordinator);

        var report = await DoAsync(new RemindSilent.Command(consultation), coordinator);

        string[] expected = isReminded ? ["Alvik", "Berga"] : ["Berga"];
        Assert.That(preview.Reminded, Is.EqualTo(expected));
        Assert.That(report.Reminded, Is.EqualTo(expected));
        Assert.That((await MailsAsync(consultation)).Where(m => m.StartsWith("reminder", StringComparison.Ordinal)), Is.EquivalentTo(expected.Select(e => $"reminder {e.ToLowerInvariant()}@norrvik.example")));
    }

    [Test]
    public async Task Reminds_once_a_day_unless_a_person_insists()
    {
        var (consultation, coordinator, a, _, _) = await AskedAsync();
        await DoAsync(new RemindSilent.Command(consultation) { Bodies = [a] }, coordinator);

        var sameDay = await DoAsync(new RemindSilent.Command(consultation), coordinator);
        var insisting = await DoAsync(new RemindSilent.Command(consultation) { Bodies = [a], Again = true }, coordinator);
        Clock.Advance(TimeSpan.FromDays(1));
        var nextDay = await DoAsync(new RemindSilent.Command(consultation), coordinator);

        Assert.That(sameDay.Reminded, Is.EqualTo(new[] { "Berga" }));
        Assert.That(sameDay.RemindedToday, Is.EqualTo(new[] { "Alvik" }));
        Assert.That(insisting.Reminded, Is.EqualTo(new[] { "Alvik" }));
        Assert.That(nextDay.Reminded, Is.EqualTo(new[] { "Alvik", "Berga" }));
        Assert.That((await OfAsync(consultation, a)).Reminders, Is.EqualTo(3));
    }

    [Test]
    public async Task Names_the_silent_that_lost_their_address()
    {
        var (consultation, coordinator, a, _, _) = await AskedAsync();
        await DoAsync(new ChangeBody.Command(a, 1, new("Alvik", BodyKind.Other)));

        var report = await DoAsync(new RemindSilent.Command(consultation), coordinator);

        Assert.That(report.WithoutAddress, Is.EqualTo(new[] { "Alvik" }));
        Assert.That((await DoAsync(new GetInvitations.Query(consultation), coordinator)).WithoutAddress, Is.EqualTo(new[] { "Alvik", "Dalen" }));
    }

    [Test]
    public async Task Extends_for_one_and_leaves_the_others()
    {
        var (consultation, coordinator, a, b, _) = await AskedAsync();

        var report = await DoAsync(new ExtendDeadline.Command(consultation, Later) { Bodies = [a], Reason = "Nämnden möts sent" }, coordinator);

        Assert.That(report.Extended, Is.EqualTo(new[] { "Alvik" }));
        Assert.That((await OfAsync(consultation, a)).DeadlineInForce, Is.EqualTo(Later));
        Assert.That((await OfAsync(consultation, b)).DeadlineInForce, Is.EqualTo(new DateOnly(2026, 12, 15)));
        Assert.That((await HistoryAsync(consultation, a))[^1], Is.EqualTo("ExtendDeadline Sent>Sent 2026-12-20: Nämnden möts sent"));
        Assert.That((await MailsAsync(consultation))[^1], Is.EqualTo("extension-granted alvik@norrvik.example"));
    }

    [Test]
    public async Task Extends_for_all_and_takes_nothing_from_those_who_have_longer()
    {
        var (consultation, coordinator, a, b, d) = await AskedAsync();
        await DoAsync(new ExtendDeadline.Command(consultation, new(2026, 12, 30)) { Bodies = [a] }, coordinator);

        var report = await DoAsync(new ExtendDeadline.Command(consultation, Later), coordinator);

        Assert.That(report.Extended, Is.EqualTo(new[] { "Berga", "Dalen" }));
        Assert.That((await OfAsync(consultation, a)).DeadlineInForce, Is.EqualTo(new DateOnly(2026, 12, 30)));
        Assert.That((await OfAsync(consultation, b)).DeadlineInForce, Is.EqualTo(Later));
        Assert.That((await OfAsync(consultation, d)).DeadlineInForce, Is.EqualTo(Later));
        Assert.That((await RowAsync(consultation)).Deadline, Is.EqualTo(Later));
        Assert.That((await MailsAsync(consultation))[^1], Is.EqualTo("deadline-changed berga@norrvik.example"));
    }

    [Test]
    public async Task Gives_those_with_a_shorter_extension_the_deadline_of_all()
    {
        var (consultation, coordinator, a, _, _) = await AskedAsync();
        await DoAsync(new ExtendDeadline.Command(consultation, Later) { Bodies = [a] }, coordinator);

        await DoAsync(new ExtendDeadline.Command(consultation, new(2026, 12, 28)), coordinator);

        Assert.That((await OfAsync(consultation, a)).DeadlineInForce, Is.EqualTo(new DateOnly(2026, 12, 28)));
    }

    [TestCase("2026-12-15", true)]
    [TestCase("2026-12-14", true)]
    [TestCase("2026-11-01", true)]
    [TestCase("2026-12-15", false)]
    [TestCase("2026-11-01", false)]
    public async Task Never_makes_a_deadline_earlier(string day, bool forAll)
    {
        var (consultation, coordinator, a, _, _) = await AskedAsync();

        var result = await SendAsync(new ExtendDeadline.Command(consultation, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) { Bodies = forAll ? null : [a] }, coordinator);

        Assert.That(result.Failure, Is.TypeOf<Invalid>());
    }

    [TestCase(InvitationState.Answered)]
    [TestCase(InvitationState.Declined)]
    [TestCase(InvitationState.Withdrawn)]
    public async Task Extends_for_no_one_who_is_done(InvitationState state)
    {
        var (consultation, coordinator, a, _, _) = await AskedAsync();
        await MoveAsync(consultation, a, state);

        var result = await SendAsync(new ExtendDeadline.Command(consultation, Later) { Bodies = [a] }, coordinator);

        Assert.That(result.Failure!.Message.Swedish, Does.Contain("Alvik"));
        Assert.That((await OfAsync(consultation, a)).Deadline, Is.Null);
    }

    [Test]
    public async Task Withdraws_with_a_reason_and_can_ask_again()
    {
        var (consultation, coordinator, a, _, _) = await AskedAsync();
        InvitationRow row = await OfAsync(consultation, a);
        Assert.That((await SendAsync(new WithdrawInvitation.Command(row.Id, row.Version, " "), coordinator)).Failure, Is.TypeOf<Invalid>());
        Assert.That((await SendAsync(new WithdrawInvitation.Command(row.Id, row.Version - 1, "Fel instans"), coordinator)).Failure, Is.TypeOf<Conflict>());
        await DoAsync(new WithdrawInvitation.Command(row.Id, row.Version, "Fel instans"), coordinator);
        await DoAsync(new Invite.Command(consultation, [a]), coordinator);
        await DoAsync(new SendInvitations.Command(consultation), coordinator);

        Assert.That((await HistoryAsync(consultation, a)).Skip(2), Is.EqualTo(new[] { "WithdrawInvitation Sent>Withdrawn Fel instans", "Invite Withdrawn>Planned", "SendInvitations Planned>Sent" }));
        Assert.That((await MailsAsync(consultation)).Where(m => m.EndsWith("alvik@norrvik.example", StringComparison.Ordinal)).Select(m => m.Split(' ')[0]), Is.EquivalentTo(new[] { "invitation", "withdrawn", "invitation" }));
    }

    [Test]
    public async Task Shows_who_is_silent_and_who_is_late()
    {
        var (consultation, coordinator, a, b, _) = await AskedAsync();
        await DoAsync(new ExtendDeadline.Command(consultation, Later) { Bodies = [b] }, coordinator);
        Assert.That((await DoAsync(new GetInvitations.Query(consultation), coordinator)).Late, Is.Zero);
        TimeSpan toTheDayAfter = new DateTimeOffset(2026, 12, 15, 23, 30, 0, TimeSpan.Zero) - Clock.GetUtcNow();
        Clock.Advance(toTheDayAfter);

        var board = await DoAsync(new GetInvitations.Query(consultation), coordinator);
        Clock.Advance(-toTheDayAfter);

        // Half past midnight in Sweden, when it is still the last day in UTC.
        Assert.That((board.Silent, board.Late, board.Counts[InvitationState.Planned], board.Counts[InvitationState.Sent]), Is.EqualTo((2, 1, 1, 2)));
        Assert.That(board.Rows.Single(r => r.IsLate(board.Today)).BodyId, Is.EqualTo(a));
    }

    [Test]
    public async Task Tells_the_silent_when_it_is_reopened()
    {
        var (consultation, coordinator, a, _, _) = await AskedAsync();
        await MoveAsync(consultation, a, InvitationState.Answered);
        await DoAsync(new CloseConsultation.Command(consultation, 2), coordinator);

        await DoAsync(new ReopenConsultation.Command(consultation, 3, Later), coordinator);

        Assert.That((await MailsAsync(consultation)).Where(m => m.StartsWith("deadline", StringComparison.Ordinal)), Is.EqualTo(new[] { "deadline-changed berga@norrvik.example" }));
    }

    [TestCase(InvitationState.Answered, InvitationState.Opened, false)]
    [TestCase(InvitationState.Withdrawn, InvitationState.Answered, true)]
    [TestCase(InvitationState.NoComments, InvitationState.Answered, true)]
    [TestCase(InvitationState.Answered, InvitationState.Answered, true)]
    [TestCase(InvitationState.Opened, InvitationState.Opened, false)]
    [TestCase(InvitationState.Answered, InvitationState.Withdrawn, false)]
    public async Task Moves_only_where_the_state_leads(InvitationState from, InvitationState to, bool moves)
    {
        var (consultation, _, a, b, _) = await AskedAsync();
        await MoveAsync(consultation, a, from);
        InvitationRow before = await OfAsync(consultation, a);

        Assert.That(await MoveAsync(consultation, a, to), Is.EqualTo(moves));
        Assert.That(await MoveAsync(consultation, BodyId.New(), to), Is.False);

        InvitationRow after = await OfAsync(consultation, a);
        Assert.That((after.State, after.Version), Is.EqualTo((moves ? to : from, before.Version + (moves ? 1 : 0))));
        Assert.That(await HistoryAsync(consultation, a), Has.Count.EqualTo(moves ? 4 : 3));
        Assert.That(await HistoryAsync(consultation, b), Has.Count.EqualTo(2));
    }

    private async Task<bool> MoveAsync(ConsultationId consultation, BodyId body, InvitationState to)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Operator;
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.BeginAsync(default);
        bool moved = await scope.ServiceProvider.GetRequiredService<InvitationStates>().MoveAsync(consultation, body, to, "Test", null, default);
        await session.CommitAsync(default);
        return moved;
    }
}
