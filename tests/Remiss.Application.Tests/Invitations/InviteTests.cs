using Remiss.Application.Bodies;
using Remiss.Application.Consultations;
using Remiss.Application.Invitations;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Invitations;

public sealed class InviteTests(TestDatabase database) : InvitationTest(database)
{
    [Test]
    public async Task Names_what_became_of_each()
    {
        var (organisation, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Draft);
        BodyId a = await ABodyAsync(organisation, "Alvik"), o = await ABodyAsync(organisation, "Öby", hasAddress: false), r = await ABodyAsync(organisation, "Rosnäs");
        await DoAsync(new RetireBody.Command(r, 1));
        DistributionListId list = await DoAsync(new CreateDistributionList.Command(organisation, "Alla"));
        await DoAsync(new ChangeDistributionList.Command(list, 1) { Members = [a, o, r] });

        var first = await DoAsync(new Invite.Command(consultation, [a]), coordinator);
        var second = await DoAsync(new Invite.Command(consultation, [a]) { Lists = [list] }, coordinator);

        Assert.That(first.Planned, Is.EqualTo(new[] { "Alvik" }));
        Assert.That(second.Planned, Is.EqualTo(new[] { "Öby" }));
        Assert.That(second.WithoutAddress, Is.EqualTo(new[] { "Öby" }));
        Assert.That(second.AlreadyInvited, Is.EqualTo(new[] { "Alvik" }));
        Assert.That(second.Retired, Is.EqualTo(new[] { "Rosnäs" }));
    }

    [Test]
    public async Task Is_one_invitation_when_several_invite_the_same_body_at_once()
    {
        var (organisation, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Open);
        BodyId body = await ABodyAsync(organisation, "Alvik");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(new Invite.Command(consultation, [body]), coordinator)));

        Assert.That(results.Select(r => r.Failure), Is.All.Null);
        Assert.That(results.Count(r => r.Value.Planned.Length == 1), Is.EqualTo(1));
        Assert.That((await DoAsync(new GetInvitations.Query(consultation))).Rows, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Takes_no_body_or_list_of_another_organisation()
    {
        var (_, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Open);
        OrganisationId theirs = await AnOrganisationAsync();
        BodyId body = await ABodyAsync(theirs, "Alvik");
        DistributionListId list = await DoAsync(new CreateDistributionList.Command(theirs, "Alla"));
        await DoAsync(new ChangeDistributionList.Command(list, 1) { Members = [body] });

        Assert.That((await SendAsync(new Invite.Command(consultation, [body]), coordinator)).Failure, Is.TypeOf<NotFound>());
        Assert.That((await DoAsync(new Invite.Command(consultation, []) { Lists = [list] }, coordinator)).Planned, Is.Empty);
    }

    [TestCase(ConsultationState.Draft, true, false)]
    [TestCase(ConsultationState.Open, true, true)]
    [TestCase(ConsultationState.Closed, false, false)]
    [TestCase(ConsultationState.Archived, false, false)]
    public async Task Plans_in_a_draft_and_asks_when_open(ConsultationState state, bool mayPlan, bool mayAsk)
    {
        var (organisation, consultation, coordinator) = await AConsultationInAsync(state);
        BodyId body = await ABodyAsync(organisation, "Alvik");

        Assert.That((await SendAsync(new Invite.Command(consultation, [body]), coordinator)).IsOk, Is.EqualTo(mayPlan));
        Assert.That((await SendAsync(new SendInvitations.Command(consultation), coordinator)).IsOk, Is.EqualTo(mayAsk));
        Assert.That((await SendAsync(new RemindSilent.Command(consultation), coordinator)).IsOk, Is.EqualTo(mayAsk));
        Assert.That((await SendAsync(new ExtendDeadline.Command(consultation, new(2026, 12, 24)), coordinator)).IsOk, Is.EqualTo(mayAsk));
    }

    [Test]
    public async Task Sends_one_mail_to_each_and_leaves_the_unreachable_planned_and_named()
    {
        var (organisation, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Open);
        BodyId a = await ABodyAsync(organisation, "Alvik"), b = await ABodyAsync(organisation, "Berga", hasAddress: false);
        await DoAsync(new Invite.Command(consultation, [a, b]), coordinator);

        var report = await DoAsync(new SendInvitations.Command(consultation) { Message = "Välkomna till ett möte." }, coordinator);
        var again = await DoAsync(new SendInvitations.Command(consultation), coordinator);

        Assert.That(report.Sent, Is.EqualTo(new[] { "Alvik" }));
        Assert.That(report.WithoutAddress, Is.EqualTo(new[] { "Berga" }));
        Assert.That(again.Sent, Is.Empty);
        Assert.That(await MailsAsync(consultation), Is.EqualTo(new[] { "invitation alvik@norrvik.example" }));
        Assert.That(await HistoryAsync(consultation, a), Is.EqualTo(new[] { "Invite >Planned", "SendInvitations Planned>Sent" }));
        Assert.That((await OfAsync(consultation, b)).State, Is.EqualTo(InvitationState.Planned));
        string text = (await RowsAsync<string>("SELECT plain FROM mail WHERE consultation_id = @consultation", new { consultation })).Single();
        Assert.That(text, Does.Contain("Välkomna till ett möte.").And.Contain("15 december 2026").And.Contain(coordinator.Name));
    }

    [Test]
    public async Task Is_asked_once_when_two_send_at_once()
    {
        var (organisation, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Open);
        await DoAsync(new Invite.Command(consultation, [await ABodyAsync(organisation, "Alvik")]), coordinator);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(new SendInvitations.Command(consultation), coordinator)));

        Assert.That(await MailsAsync(consultation), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Is_the_coordinators_matter()
    {
        var (organisation, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Open);
        Actor analyst = await APersonAsync(organisation);
        await DoAsync(new SetRoles.Command(consultation, 2, [new(coordinator.Account!.Value, Role.Coordinator), new(analyst.Account!.Value, Role.Analyst)]), coordinator);

        Assert.That((await SendAsync(new Invite.Command(consultation, [BodyId.New()]), analyst)).Failure, Is.TypeOf<Forbidden>());
        Assert.That((await SendAsync(new RemindSilent.Command(consultation), analyst)).Failure, Is.TypeOf<Forbidden>());
        Assert.That((await SendAsync(new GetInvitations.Query(consultation), analyst)).IsOk);
    }
}
