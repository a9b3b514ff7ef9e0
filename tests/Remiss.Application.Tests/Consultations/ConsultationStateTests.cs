using MediatR;
using Remiss.Application.Consultations;
using Remiss.Application.Invitations;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Tests.Consultations;

public sealed class ConsultationStateTests(TestDatabase database) : ConsultationTest(database)
{
    private static readonly DateOnly Later = new(2026, 12, 20);

    /// <summary>Each step, and in which states it may be taken: draft, open, closed, archived.</summary>
    private static readonly (string Name, string May, Func<ConsultationId, int, IRequest<Result<Done>>> Make)[] Steps =
    [
        ("change", "doc-", (id, v) => new ChangeConsultation.Command(id, v, "Ny rubrik") { OpensOn = new(2026, 11, 2), Deadline = new(2026, 12, 15) }),
        ("open", "d---", (id, v) => new OpenConsultation.Command(id, v)),
        ("close", "-o--", (id, v) => new CloseConsultation.Command(id, v)),
        ("reopen", "--c-", (id, v) => new ReopenConsultation.Command(id, v, Later)),
        ("archive", "d-c-", (id, v) => new ArchiveConsultation.Command(id, v)),
        ("threshold", "doc-", (id, v) => new SetAcceptThreshold.Command(id, v, 0.9)),
        ("labels", "doc-", (id, v) => new SetStanceLabels.Command(id, v, new Dictionary<Stance, string> { [Stance.Supports] = "ja" })),
    ];

    private static IEnumerable<TestCaseData<string, ConsultationState>> Table() =>
        from step in Steps
        from state in Enum.GetValues<ConsultationState>()
        select new TestCaseData<string, ConsultationState>(step.Name, state);

    [TestCaseSource(nameof(Table))]
    public async Task Takes_each_step_in_its_own_states_only(string name, ConsultationState state)
    {
        var (_, may, make) = Steps.Single(s => s.Name == name);
        var (_, consultation, coordinator) = await AConsultationInAsync(state);
        ConsultationRow before = await RowAsync(consultation);

        var result = await SendAsync(make(consultation, before.Version), coordinator);

        ConsultationRow after = await RowAsync(consultation);
        if (may[(int)state] != '-')
        {
            Assert.That(result.Failure, Is.Null);
            Assert.That(after.Version, Is.EqualTo(before.Version + 1));
        }
        else
        {
            Assert.That(result.Failure, Is.TypeOf<Conflict>());
            Assert.That(after, Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Keeps_the_days_of_each_step()
    {
        var (_, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Closed);
        await DoAsync(new ReopenConsultation.Command(consultation, 3, Later), coordinator);
        await DoAsync(new CloseConsultation.Command(consultation, 4), coordinator);
        await DoAsync(new ArchiveConsultation.Command(consultation, 5), coordinator);

        ConsultationRow row = await RowAsync(consultation);

        Assert.That((row.State, row.Deadline, row.OpensOn, row.ArchivedAt), Is.EqualTo((ConsultationState.Archived, (DateOnly?)Later, (DateOnly?)new DateOnly(2026, 11, 2), (DateTimeOffset?)Clock.GetUtcNow())));
    }

    [Test]
    public async Task Opens_nothing_without_a_document_or_with_a_deadline_that_has_passed()
    {
        var (organisation, without, coordinator) = await AConsultationAsync();
        Assert.That((await SendAsync(new OpenConsultation.Command(without, 1), coordinator)).Failure!.Message.Swedish, Does.Contain("ingen handling"));

        ConsultationId undated = await DoAsync(new CreateConsultation.Command(organisation, "Plan"), coordinator);
        Assert.That((await SendAsync(new OpenConsultation.Command(undated, 1), coordinator)).Failure!.Message.Swedish, Does.Contain("saknas"));

        ConsultationId past = await DoAsync(new CreateConsultation.Command(organisation, "Plan") { Deadline = new(2026, 11, 1) }, coordinator);
        Assert.That((await SendAsync(new OpenConsultation.Command(past, 1), coordinator)).Failure!.Message.Swedish, Does.Contain("redan varit"));
    }

    [Test]
    public async Task Moves_no_deadline_behind_the_bodies_backs()
    {
        var (_, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Open);

        var result = await SendAsync(new ChangeConsultation.Command(consultation, 2, "Plan") { OpensOn = new(2026, 11, 2), Deadline = new(2026, 12, 1) }, coordinator);

        Assert.That(result.Failure, Is.TypeOf<Invalid>().With.Property(nameof(Invalid.Field)).EqualTo("Deadline"));
    }

    [TestCase(2026, 11, 1)]
    [TestCase(2026, 12, 14)]
    public async Task Reopens_with_no_earlier_deadline(int year, int month, int day)
    {
        var (_, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Closed);

        Assert.That((await SendAsync(new ReopenConsultation.Command(consultation, 3, new(year, month, day)), coordinator)).Failure, Is.TypeOf<Invalid>());
    }

    [Test]
    public async Task Refuses_every_unmarked_command_of_an_archived_consultation()
    {
        var (_, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Archived);

        foreach (IRequest<Result<Done>> command in new IRequest<Result<Done>>[] { new Untold.Command(consultation), new Untold.OwnTransactions(consultation) })
            Assert.That((await SendAsync(command, coordinator)).Failure!.Message.Swedish, Does.StartWith("Remissen är arkiverad"), command.GetType().Name);
        Assert.That((await SendAsync(new Invite.Command(consultation, [BodyId.New()]), coordinator)).Failure!.Message.Swedish, Does.StartWith("Remissen är arkiverad"));
    }

    [Test]
    public async Task Refuses_a_command_that_began_before_the_consultation_was_archived()
    {
        var (_, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Draft);

        var result = await SendAsync(new Untold.ArchivesUnderway(consultation), coordinator);

        Assert.That(result.Failure!.Message.Swedish, Does.StartWith("Remissen är arkiverad"));
        Assert.That((await RowAsync(consultation)).State, Is.EqualTo(ConsultationState.Draft));
    }

    [Test]
    public async Task Shows_both_versions_to_the_second_of_two_who_change_it()
    {
        var (_, consultation, coordinator) = await AConsultationAsync("Plan för kusten");
        await DoAsync(new ChangeConsultation.Command(consultation, 1, "Plan för kust och hav") { RegistrationNumber = "RM 7" }, coordinator);

        var second = await SendAsync(new ChangeConsultation.Command(consultation, 1, "Kustplan") { RegistrationNumber = "RM 7" }, coordinator);

        Assert.That(second.Failure, Is.TypeOf<Conflict>());
        Assert.That(second.Failure!.Message.Swedish, Does.Contain("Rubriken är nu ”Plan för kust och hav”; du skrev ”Kustplan”").And.Not.Contain("Diarienumret"));
        Assert.That((await RowAsync(consultation)).Title, Is.EqualTo("Plan för kust och hav"));
    }

    [Test]
    public async Task Lets_one_of_two_who_change_it_at_once_through()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SendAsync(new ChangeConsultation.Command(consultation, 1, $"Rubrik {i}"), coordinator)));

        Assert.That(results.Count(r => r.IsOk), Is.EqualTo(1));
        Assert.That(results.Where(r => !r.IsOk).Select(r => r.Failure), Is.All.TypeOf<Conflict>());
    }

    [TestCase(Role.Analyst)]
    [TestCase(Role.Reader)]
    public async Task Is_changed_by_its_coordinators_only(Role role)
    {
        var (organisation, consultation, coordinator) = await AConsultationInAsync(ConsultationState.Draft);
        Actor other = await APersonAsync(organisation);
        await DoAsync(new SetRoles.Command(consultation, 1, [new(coordinator.Account!.Value, Role.Coordinator), new(other.Account!.Value, role)]), coordinator);

        foreach (var (name, _, make) in Steps)
            Assert.That((await SendAsync(make(consultation, 2), other)).Failure, Is.TypeOf<Forbidden>(), name);
    }
}
