using System.Collections.Immutable;
using System.Text;
using Remiss.Application.Invitations;
using Remiss.Application.Responses;
using Remiss.Application.Security;

using Remiss.Domain.Responses;
using Remiss.Domain.Results;

using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Responses;

public sealed class ResponseChangesTests(TestDatabase database) : ResponseTest(database)
{
    [Test]
    public async Task A_new_version_counts_and_the_old_one_stays_readable()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        await ABodyAsync(organisation, "Norrviks kommun");
        Registered first = await RegisterAsync(consultation, AReply("Norrviks kommun"));

        Registered second = await DoAsync(new AddResponseVersion.Command(first.Response, AReply("Norrviks kommun", "Vi avstyrker dessutom avsnitt 3.2.")) { Reason = "Beslutet ändrades" });
        Registered again = await DoAsync(new AddResponseVersion.Command(first.Response, AReply("Norrviks kommun", "Vi avstyrker dessutom avsnitt 3.2.")));
        ResponseView view = await DoAsync(new GetResponse.Query(first.Response));

        Assert.Multiple(async () =>
        {
            Assert.That((second.Response, second.Number, second.WasThere), Is.EqualTo((first.Response, 1, false)));
            Assert.That((again.Version, again.WasThere), Is.EqualTo((second.Version, true)));
            Assert.That(view.CurrentVersion, Is.EqualTo(2));
            Assert.That(view.Versions.Select(v => v.Id), Is.EqualTo(new[] { second.Version, first.Version }));
            Assert.That(view.Versions[0].Reason, Is.EqualTo("Beslutet ändrades"));
            Assert.That((await DoAsync(new GetResponseVersion.Query(first.Version))).Stored.Split.Comments, Has.Length.EqualTo(first.Comments));
            Assert.That((await DoAsync(new GetResponseVersion.Query(second.Version))).Stored.Split.Document.Text, Does.Contain("dessutom"));
        });
    }

    [Test]
    public async Task A_file_that_is_another_reply_is_no_new_version()
    {
        var (_, consultation, _) = await AConsultationAsync();
        Registered one = await RegisterAsync(consultation, AReply("Norrviks kommun"));
        await RegisterAsync(consultation, AReply("Sjöbacka kommun"));

        var result = await SendAsync(new AddResponseVersion.Command(one.Response, AReply("Sjöbacka kommun")));

        Assert.That(result.Failure, Is.TypeOf<Conflict>().With.Property("Message").Property("Swedish").Contains("svar 2"));
    }

    [Test]
    public async Task No_comments_and_declined_are_answers_and_the_same_said_twice_is_one()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        BodyId norrvik = await ABodyAsync(organisation, "Norrviks kommun");
        BodyId sjobacka = await ABodyAsync(organisation, "Sjöbacka kommun");

        Registered none = await DoAsync(new RegisterNoComments.Command(consultation) { Bodies = [norrvik] }, coordinator);
        Registered again = await DoAsync(new RegisterNoComments.Command(consultation) { Bodies = [norrvik] }, coordinator);
        Registered declined = await DoAsync(new RegisterDeclined.Command(consultation) { Bodies = [sjobacka], Note = "Hinner inte" }, coordinator);
        var both = await SendAsync(new RegisterDeclined.Command(consultation) { Bodies = [norrvik] }, coordinator);
        Registered reply = await DoAsync(new AddResponseVersion.Command(none.Response, AReply("Norrviks kommun")), coordinator);
        var rows = (await DoAsync(new ListResponses.Query(consultation), coordinator)).Rows;

        Assert.Multiple(() =>
        {
            Assert.That((again.Response, again.WasThere), Is.EqualTo((none.Response, true)));
            Assert.That(declined.Number, Is.EqualTo(2));
            Assert.That(both.Failure, Is.TypeOf<Conflict>());
            Assert.That(reply.Response, Is.EqualTo(none.Response));
            Assert.That(rows.Select(r => r.Kind), Is.EqualTo(new[] { ResponseKind.Reply, ResponseKind.Declined }));
        });
    }

    [Test]
    public async Task Facts_are_corrected_by_the_one_who_saw_the_newest()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        BodyId norrvik = await ABodyAsync(organisation, "Norrviks kommun");
        BodyId ekhamra = await ABodyAsync(organisation, "Ekhamra kommun");
        Registered registered = await RegisterAsync(consultation, AReply("Norrviks kommun"), coordinator);
        ResponseView before = await DoAsync(new GetResponse.Query(registered.Response), coordinator);
        var command = new SetResponseFacts.Command(registered.Response, before.Version, [new ResponseSender("Ekhamra kommun", ekhamra)], new DateOnly(2026, 10, 30))
        {
            RegistrationNumber = "KS 2026/9",
            Decision = new Decision("Kommunstyrelsen", "§ 12", new DateOnly(2026, 10, 28)),
        };

        await DoAsync(command, coordinator);
        var stale = await SendAsync(command with { RegistrationNumber = "KS 2026/10" }, coordinator);
        ResponseView after = await DoAsync(new GetResponse.Query(registered.Response), coordinator);
        StoredSplit split = (await DoAsync(new GetResponseVersion.Query(registered.Version), coordinator)).Stored;

        Assert.Multiple(async () =>
        {
            Assert.That(stale.Failure, Is.TypeOf<Conflict>());
            Assert.That(after.Senders.Select(s => s.Sender), Is.EqualTo(new[] { new ResponseSender("Ekhamra kommun", ekhamra) }));
            Assert.That(after.Versions[0].RegistrationNumber, Is.EqualTo("KS 2026/9"));
            Assert.That(split.Split.Organisation, Is.EqualTo("Ekhamra kommun"));
            Assert.That(split.Split.Decision, Is.EqualTo(command.Decision));
            Assert.That(split.Facts.Senders, Is.EqualTo(new[] { "Norrviks kommun" }), "what was read stays");
            Assert.That(await RowsAsync<string>("SELECT before_json FROM audit_entry WHERE action = 'SetResponseFacts' AND consultation_id = @consultation", new { consultation }), Has.One.Contains("Norrviks kommun"));
        });
        Assert.That((await RegisterAsync(consultation, AReply("Norrviks kommun", "Nu på riktigt."), coordinator)).Senders[0].Body, Is.EqualTo(norrvik), "the body is free to answer again");
    }

    [Test]
    public async Task A_sender_of_another_organisation_is_refused()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        BodyId foreign = await ABodyAsync(await AnOrganisationAsync(), "Havsby kommun");
        Registered registered = await RegisterAsync(consultation, AReply("Norrviks kommun"), coordinator);

        var facts = await SendAsync(new SetResponseFacts.Command(registered.Response, 1, [new ResponseSender("Havsby kommun", foreign)], Clock.Today()), coordinator);
        var file = await SendAsync(new RegisterResponse.Command(consultation, AReply("Havsby kommun"), ResponseChannel.File) { Bodies = [foreign] }, coordinator);

        Assert.That(facts.Failure, Is.TypeOf<Invalid>());
        Assert.That(file.Failure, Is.TypeOf<Invalid>());
    }

    [Test]
    public async Task Minutes_are_kept_beside_the_original_and_once()
    {
        var (_, consultation, _) = await AConsultationAsync();
        Registered registered = await RegisterAsync(consultation, AReply("Norrviks kommun"));
        var minutes = new SourceFile("../protokoll.pdf", Encoding.UTF8.GetBytes("Protokollsutdrag"));

        await DoAsync(new AddResponseFile.Command(registered.Response, minutes, ResponseFileRole.Minutes));
        var again = await SendAsync(new AddResponseFile.Command(registered.Response, minutes, ResponseFileRole.Minutes));
        ResponseView view = await DoAsync(new GetResponse.Query(registered.Response));

        Assert.That(again.Failure, Is.TypeOf<Conflict>());
        Assert.That(view.Versions[0].Files.Select(f => (f.Ordinal, f.Name, f.Role)), Is.EqualTo(new[] { (1, "Norrviks kommun.txt", ResponseFileRole.Original), (2, "protokoll.pdf", ResponseFileRole.Minutes) }));
        Assert.That((await DoAsync(new GetResponseFile.Query(registered.Version, 2))).Bytes.ToArray(), Is.EqualTo(minutes.Bytes.ToArray()));
    }

    [Test]
    public async Task A_reply_is_split_again_until_a_person_has_worked_on_it()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        Registered registered = await RegisterAsync(consultation, AReply("Norrviks kommun"), coordinator);

        Assert.That((await DoAsync(new SplitAgain.Command(registered.Version), coordinator)).Comments, Is.EqualTo(registered.Comments));
        Assert.That(await CountAsync("comment WHERE response_version_id = @Version", new { registered.Version }), Is.EqualTo(registered.Comments));
        await ReviewFirstAsync(registered.Version);

        Assert.That((await SendAsync(new SplitAgain.Command(registered.Version), coordinator)).Failure, Is.TypeOf<Conflict>());
    }

    [Test]
    public async Task The_list_is_filtered_and_paged_and_tells_who_is_late()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        await ABodyAsync(organisation, "Norrviks kommun");
        await RegisterAsync(consultation, AReply("Norrviks kommun"), coordinator);
        Clock.Advance(TimeSpan.FromDays(60));
        await RegisterAsync(consultation, AReply("Sjöbacka kommun"), coordinator);
        await RegisterAsync(consultation, AnUnreadableFile(), coordinator);
        Clock.Advance(TimeSpan.FromDays(-60));

        async Task<string> Numbers(ListResponses.Query query) => string.Join(',', (await DoAsync(query, coordinator)).Rows.Select(r => r.Number));
        var all = new ListResponses.Query(consultation);

        Assert.Multiple(async () =>
        {
            Assert.That(await Numbers(all), Is.EqualTo("1,2,3"));
            Assert.That(await Numbers(all with { IsLate = true }), Is.EqualTo("2,3"));
            Assert.That(await Numbers(all with { IsLate = false }), Is.EqualTo("1"));
            Assert.That(await Numbers(all with { IsSenderOpen = true }), Is.EqualTo("2,3"));
            Assert.That(await Numbers(all with { State = ResponseVersionState.Unreadable }), Is.EqualTo("3"));
            Assert.That(await Numbers(all with { Search = "SJÖBACKA" }), Is.EqualTo("2"));
            Assert.That(await Numbers(all with { Search = "%" }), Is.EqualTo(""));
            Assert.That(await Numbers(all with { PageSize = 2, Page = 2 }), Is.EqualTo("3"));
            Assert.That((await DoAsync(all with { PageSize = 1 }, coordinator)).Total, Is.EqualTo(3));
            Assert.That((await SendAsync(all with { PageSize = 0 }, coordinator)).Failure, Is.TypeOf<Invalid>());
        });
    }

    [Test]
    public async Task Late_is_what_came_after_the_later_of_the_bodys_own_day_and_the_consultations()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        BodyId own = await ABodyAsync(organisation, "Norrviks kommun");
        BodyId moved = await ABodyAsync(organisation, "Sjöbacka kommun");
        await DoAsync(new Invite.Command(consultation, [own, moved]), coordinator);
        await RowsAsync<int>("UPDATE invitation SET deadline = '2026-12-20' WHERE consultation_id = @consultation AND body_id = @own", new { consultation, own });
        // Granted before the consultation's own day was moved past it.
        await RowsAsync<int>("UPDATE invitation SET deadline = '2026-12-05' WHERE consultation_id = @consultation AND body_id = @moved", new { consultation, moved });
        await RegisterAsync(consultation, AReply("Norrviks kommun"), coordinator, new DateOnly(2026, 12, 18));
        await RegisterAsync(consultation, AReply("Sjöbacka kommun"), coordinator, new DateOnly(2026, 12, 10));
        await RegisterAsync(consultation, AReply("Ekhamra kommun"), coordinator, new DateOnly(2026, 12, 18));

        var late = (await DoAsync(new ListResponses.Query(consultation) { IsLate = true }, coordinator)).Rows.Select(r => r.Number);

        Assert.That(late, Is.EqualTo(new[] { 3 }));
    }

    private async Task RegisterAsync(ConsultationId consultation, SourceFile file, Actor actor, DateOnly received)
    {
        TimeSpan on = received.ToDateTime(new TimeOnly(8, 0)) - Clock.GetUtcNow().DateTime;
        Clock.Advance(on);
        await RegisterAsync(consultation, file, actor);
        Clock.Advance(-on);
    }

    private async Task ReviewFirstAsync(ResponseVersionId version) => await RowsAsync<int>(
        "UPDATE comment SET reviewed_at = '2026-11-02T08:00:00.000' WHERE comment_no = (SELECT MIN(comment_no) FROM comment WHERE response_version_id = @version)", new { version });
}
