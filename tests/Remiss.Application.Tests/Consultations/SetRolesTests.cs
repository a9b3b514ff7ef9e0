using Remiss.Application.Consultations;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Tests.Consultations;

public sealed class SetRolesTests(TestDatabase database) : ConsultationTest(database)
{
    [Test]
    public async Task Gives_and_takes_roles()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        Actor analyst = await APersonAsync(organisation);
        await DoAsync(new SetRoles.Command(consultation, 1, [Of(coordinator, Role.Coordinator), Of(coordinator, Role.Analyst), Of(analyst, Role.Analyst)]), coordinator);
        await DoAsync(new SetRoles.Command(consultation, 2, [Of(analyst, Role.Coordinator), Of(analyst, Role.Coordinator)]), coordinator);

        var roles = await DoAsync(new GetRoles.Query(consultation), analyst);

        Assert.That(roles.Select(r => (r.Name, r.Role)), Is.EqualTo(new[] { (analyst.Name, Role.Coordinator) }));
        Assert.That((await SendAsync(new GetConsultation.Query(consultation), coordinator)).Failure, Is.TypeOf<NotFound>());
    }

    [Test]
    public async Task Leaves_no_consultation_without_a_coordinator()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();

        Assert.That((await SendAsync(new SetRoles.Command(consultation, 1, [Of(coordinator, Role.Analyst)]), coordinator)).Failure, Is.TypeOf<Invalid>());
        Assert.That((await SendAsync(new SetRoles.Command(consultation, 1, []), coordinator)).Failure, Is.TypeOf<Invalid>());
    }

    [Test]
    public async Task Takes_no_one_from_another_organisation()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        Actor stranger = await APersonAsync(await AnOrganisationAsync());

        Assert.That((await SendAsync(new SetRoles.Command(consultation, 1, [Of(coordinator, Role.Coordinator), Of(stranger, Role.Reader)]), coordinator)).Failure, Is.TypeOf<Invalid>());
        Assert.That((await RowAsync(consultation)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Lets_one_of_two_at_once_through_also_when_archived()
    {
        var (organisation, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Archived);
        Actor[] others = [await APersonAsync(organisation), await APersonAsync(organisation), await APersonAsync(organisation)];

        var results = await Task.WhenAll(others.Select(o => SendAsync(new SetRoles.Command(consultation, 2, [Of(coordinator, Role.Coordinator), Of(o, Role.Reader)]), coordinator)));

        Assert.That(results.Count(r => r.IsOk), Is.EqualTo(1));
        Assert.That(await DoAsync(new GetRoles.Query(consultation), coordinator), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task An_administrator_may_appoint_a_coordinator_but_not_read()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        Actor administrator = await APersonAsync(organisation, administrator: true);
        Assert.That((await SendAsync(new GetConsultation.Query(consultation), administrator)).Failure, Is.TypeOf<NotFound>());

        await DoAsync(new SetRoles.Command(consultation, 1, [Of(administrator, Role.Coordinator)]), administrator);

        Assert.That((await DoAsync(new GetConsultation.Query(consultation), administrator)).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task Keeps_the_names_of_stances_and_the_threshold()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        await DoAsync(new SetStanceLabels.Command(consultation, 1, new Dictionary<Stance, string> { [Stance.Supports] = " ställer sig bakom ", [Stance.Opposes] = "säger nej" }), coordinator);
        await DoAsync(new SetAcceptThreshold.Command(consultation, 2, 0.85), coordinator);

        ConsultationRow row = await RowAsync(consultation);

        Assert.That(row.StanceLabels, Is.EquivalentTo(new Dictionary<Stance, string> { [Stance.Supports] = "ställer sig bakom", [Stance.Opposes] = "säger nej" }));
        Assert.That(row.AcceptThreshold, Is.EqualTo(0.85));
    }

    [TestCase("", "nej")]
    [TestCase("nej", "Nej")]
    [TestCase("ja\nnej", "nej")]
    public async Task Refuses_names_of_stances_that_cannot_be_told_apart(string supports, string opposes)
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        var labels = new Dictionary<Stance, string> { [Stance.Supports] = supports, [Stance.Opposes] = opposes };

        Assert.That((await SendAsync(new SetStanceLabels.Command(consultation, 1, labels), coordinator)).Failure, Is.TypeOf<Invalid>());
    }

    [TestCase(0)]
    [TestCase(-0.1)]
    [TestCase(1.01)]
    [TestCase(double.NaN)]
    public async Task Refuses_a_threshold_that_is_no_confidence(double threshold)
    {
        var (_, consultation, coordinator) = await AConsultationAsync();

        Assert.That((await SendAsync(new SetAcceptThreshold.Command(consultation, 1, threshold), coordinator)).Failure, Is.TypeOf<Invalid>());
    }

    private static SetRoles.Assignment Of(Actor actor, Role role) => new(actor.Account!.Value, role);
}
