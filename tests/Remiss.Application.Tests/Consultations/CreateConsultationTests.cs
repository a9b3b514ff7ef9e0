using Remiss.Application.Consultations;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Consultations;

public sealed class CreateConsultationTests(TestDatabase database) : StoreTest(database)
{
    [Test]
    public async Task Keeps_what_was_given()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync("Kust och å – en plan");

        ConsultationRow row = await DoAsync(new GetConsultation.Query(consultation), coordinator);

        Assert.Multiple(() =>
        {
            Assert.That(row.Title, Is.EqualTo("Kust och å – en plan"));
            Assert.That(row.OrganisationId, Is.EqualTo(organisation));
            Assert.That(row.State, Is.EqualTo(ConsultationState.Draft));
            Assert.That(row.Deadline, Is.EqualTo(new DateOnly(2026, 12, 15)));
            Assert.That(row.CreatedAt, Is.EqualTo(Clock.GetUtcNow()));
            Assert.That(row.Version, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Refuses_a_deadline_before_the_first_day()
    {
        OrganisationId organisation = await AnOrganisationAsync();

        var result = await SendAsync(new CreateConsultation.Command(organisation, "Plan") { OpensOn = new DateOnly(2026, 12, 1), Deadline = new DateOnly(2026, 11, 30) });

        Assert.That(result.Failure, Is.TypeOf<Invalid>().With.Property(nameof(Invalid.Field)).EqualTo("Deadline"));
    }

    [Test]
    public async Task Is_invisible_to_those_without_a_role_and_to_other_organisations()
    {
        var (organisation, consultation, _) = await AConsultationAsync();
        Actor colleague = await APersonAsync(organisation);
        Actor stranger = await APersonAsync(await AnOrganisationAsync(), administrator: true);

        Assert.Multiple(async () =>
        {
            Assert.That((await SendAsync(new GetConsultation.Query(consultation), colleague)).Failure, Is.TypeOf<NotFound>());
            Assert.That((await SendAsync(new GetConsultation.Query(consultation), stranger)).Failure, Is.TypeOf<NotFound>());
            Assert.That((await SendAsync(new GetConsultation.Query(consultation), Actor.Nobody)).Failure, Is.TypeOf<NotFound>());
        });
        Assert.That(await RowsAsync<string>("SELECT action FROM refused_command WHERE organisation_id = @organisation", new { organisation }), Has.Count.EqualTo(3).And.All.EqualTo("GetConsultation"));
    }

    [Test]
    public async Task Leaves_a_line_in_the_audit_log()
    {
        var (organisation, _, coordinator) = await AConsultationAsync("Plan");

        var lines = await RowsAsync<string>(
            "SELECT action FROM audit_entry WHERE organisation_id = @organisation AND actor_name = @Name ORDER BY sequence", new { organisation, coordinator.Name });

        Assert.That(lines, Is.EqualTo(new[] { "CreateConsultation" }));
    }
}
