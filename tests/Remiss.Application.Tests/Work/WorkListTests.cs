using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Work;

public sealed class WorkListTests(TestDatabase database) : StoreTest(database)
{
    [Test]
    public async Task Shows_what_is_set_aside_first_and_only_to_administrators_of_its_organisation()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        Actor administrator = await APersonAsync(organisation, administrator: true);
        Actor member = await APersonAsync(organisation);
        Actor stranger = await APersonAsync(await AnOrganisationAsync(), administrator: true);
        string kind = await EnqueueAsync(organisation);
        await ParkAsync(kind);
        await EnqueueAsync(organisation);

        var rows = await DoAsync(new ListWork.Query(organisation), administrator);

        Assert.Multiple(async () =>
        {
            Assert.That(rows.Rows.Select(row => row.State), Is.EqualTo(new[] { WorkState.Parked, WorkState.Ready }));
            Assert.That((await DoAsync(new ListWork.Query(organisation) { State = WorkState.Parked, PageSize = 1 }, administrator)).Rows.Single().LastError!.Value.English, Does.Contain(kind));
            Assert.That((await SendAsync(new ListWork.Query(organisation), member)).Failure, Is.TypeOf<Forbidden>());
            Assert.That((await SendAsync(new ListWork.Query(organisation), stranger)).Failure, Is.TypeOf<NotFound>());
            Assert.That((await SendAsync(new ListWork.Query(null), administrator)).Failure, Is.TypeOf<Forbidden>());
        });
    }

    [Test]
    public async Task Puts_work_back_once()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        Actor administrator = await APersonAsync(organisation, administrator: true);
        string kind = await EnqueueAsync(organisation);
        await ParkAsync(kind);
        WorkRow parked = (await DoAsync(new ListWork.Query(organisation), administrator)).Rows.Single();

        await DoAsync(new RetryWork.Command(parked.Id), administrator);
        Result<Done> again = await SendAsync(new RetryWork.Command(parked.Id), administrator);

        WorkRow row = (await DoAsync(new ListWork.Query(organisation), administrator)).Rows.Single();
        Assert.That((row.State, row.Attempts), Is.EqualTo((WorkState.Ready, 0)));
        Assert.That(again.Failure, Is.TypeOf<Conflict>());
        Assert.That(await RowsAsync<string>("SELECT action FROM audit_entry WHERE subject_id = @id", new { id = parked.Id.ToString() }), Is.EqualTo(new[] { "RetryWork" }));
    }

    [Test]
    public async Task Gives_work_up_only_with_a_reason()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        string kind = await EnqueueAsync(organisation);
        await ParkAsync(kind);
        WorkRow parked = (await DoAsync(new ListWork.Query(organisation))).Rows.Single();

        Assert.That((await SendAsync(new DropWork.Command(parked.Id, " "))).Failure, Is.TypeOf<Invalid>());
        await DoAsync(new DropWork.Command(parked.Id, "Skickat för hand"));

        WorkRow row = (await DoAsync(new ListWork.Query(organisation))).Rows.Single();
        Assert.That((row.State, row.LastError!.Value.Swedish), Is.EqualTo((WorkState.Dropped, "Skickat för hand")));
        Assert.That((await SendAsync(new RetryWork.Command(parked.Id))).Failure, Is.TypeOf<Conflict>());
    }

    private Task<int> ParkAsync(string kind) => Services.GetRequiredService<Worker>().RunOnceAsync(new WorkFilter(kind), default);

    // Of a kind that no one knows, so that running it parks it.
    private async Task<string> EnqueueAsync(OrganisationId organisation)
    {
        string kind = $"none-{Guid.NewGuid():N}"[..30];
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Scope>().Organisation = organisation;
        await scope.ServiceProvider.GetRequiredService<WorkItems>().EnqueueAsync(kind, 1, null, null, default);
        return kind;
    }
}
