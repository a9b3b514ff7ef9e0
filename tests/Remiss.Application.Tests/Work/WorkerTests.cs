using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Work;

public sealed class WorkerTests(TestDatabase database) : StoreTest(database)
{
    private static readonly Phrase NotNow = new("Inte nu.", "Not now.");
    private static readonly WorkSettings Patient = new() { MostAttempts = 3, Parallel = 2 };
    private readonly List<Probe> _probes = [];
    private readonly ManualClock _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton(Patient);
        foreach (Probe probe in _probes) services.AddKeyedScoped<IWorkHandler>(probe.Kind, (scope, _) => ActivatorUtilities.CreateInstance<ProbeHandler>(scope, probe));
    }

    [Test]
    public async Task Runs_each_piece_once_however_many_nodes_there_are()
    {
        Probe probe = AProbe(_ => Task.FromResult(WorkOutcome.Finished));
        for (int i = 0; i < 40; i++) await EnqueueAsync(probe, i);
        var nodes = new List<ServiceProvider>();
        for (int i = 0; i < 5; i++) nodes.Add(Node());

        int[] ran = await Task.WhenAll(nodes.Select(node => Task.Run(() => RunAsync(node, probe))));

        Assert.Multiple(async () =>
        {
            Assert.That(ran.Sum(), Is.EqualTo(40));
            Assert.That(probe.Runs.Select(run => run.Item.Payload<int>()), Is.EquivalentTo(Enumerable.Range(0, 40)));
            Assert.That((await RowsOfAsync(probe)).Select(row => row.State), Is.All.EqualTo(WorkState.Done));
            Assert.That((await RowsOfAsync(probe)).Select(row => row.Progress), Is.All.EqualTo(1));
        });
        foreach (ServiceProvider node in nodes) await node.DisposeAsync();
    }

    [Test]
    public async Task Only_one_of_those_who_find_the_same_work_at_the_same_moment_takes_it()
    {
        const int Nodes = 6;
        Probe probe = AProbe(_ => Task.FromResult(WorkOutcome.Finished));
        await EnqueueAsync(probe, 1);
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        DbSession writer = scope.ServiceProvider.GetRequiredService<DbSession>();
        // While someone writes, all find the row and none can take it yet (on SQLite, where one writes at a time).
        await writer.BeginAsync(default);
        int asked = _time.Asked;
        var claims = Enumerable.Range(0, Nodes).Select(_ => Task.Run(() => ClaimAsync(probe))).ToList();
        Assert.That(() => _time.Asked, Is.GreaterThanOrEqualTo(asked + Nodes).After(30_000, 10));
        for (int i = 0; i < 50; i++) await RowsOfAsync(probe);

        await writer.CommitAsync(default);

        Assert.That((await Task.WhenAll(claims)).Count(claimed => claimed is not null), Is.EqualTo(1));
    }

    [Test]
    public async Task Runs_as_the_system_for_the_organisation_that_asked()
    {
        Probe probe = AProbe(_ => Task.FromResult(WorkOutcome.Finished));
        OrganisationId organisation = await AnOrganisationAsync();
        await EnqueueAsync(probe, 1, organisation: organisation);

        await RunAsync(probe);

        Assert.That(probe.Runs.Single(), Has.Property(nameof(ProbeRun.Actor)).EqualTo(Actor.System).And.Property(nameof(ProbeRun.Organisation)).EqualTo(organisation));
    }

    [Test]
    public async Task The_same_work_waits_once_and_can_be_asked_for_again_while_it_runs()
    {
        Probe probe = AProbe(async run =>
        {
            await run.Work.EnqueueAsync(run.Item.Kind, 2, "same", null, default);
            return WorkOutcome.Finished;
        });
        await EnqueueAsync(probe, 1, "same");
        await EnqueueAsync(probe, 1, "same");
        Assert.That(await RowsOfAsync(probe), Has.Count.EqualTo(1));

        await using ServiceProvider node = Node();
        await node.GetRequiredService<Worker>().RunOnceAsync(new WorkFilter(Id: (await RowsOfAsync(probe)).Single().Id), default);

        Assert.That((await RowsOfAsync(probe)).Select(row => row.State), Is.EqualTo(new[] { WorkState.Ready, WorkState.Done }));
    }

    [Test]
    public async Task Waits_longer_after_each_failure_and_is_parked_after_the_last()
    {
        Probe probe = AProbe(run => run.Item.Attempt == 2 ? throw new InvalidOperationException("Asta Ekdahl, 19 år") : Task.FromResult(WorkOutcome.TryAgain(NotNow)));
        await EnqueueAsync(probe, 1);

        await RunAsync(probe);
        WorkRow first = (await RowsOfAsync(probe)).Single();
        _time.Advance(TimeSpan.FromSeconds(7));
        Assert.That(await RunAsync(probe), Is.Zero);
        _time.Advance(TimeSpan.FromSeconds(3));
        await RunAsync(probe);
        WorkRow second = (await RowsOfAsync(probe)).Single();
        _time.Advance(TimeSpan.FromSeconds(20));
        await RunAsync(probe);
        WorkRow third = (await RowsOfAsync(probe)).Single();

        Assert.Multiple(() =>
        {
            Assert.That(first.LastError, Is.EqualTo(NotNow));
            Assert.That(first.State, Is.EqualTo(WorkState.Ready));
            Assert.That(second.LastError!.Value.English, Does.Contain("InvalidOperationException").And.Not.Contain("Ekdahl"));
            Assert.That(second.NotBefore - _time.GetUtcNow(), Is.LessThanOrEqualTo(TimeSpan.FromSeconds(0)));
            Assert.That(second.NotBefore - first.NotBefore, Is.GreaterThan(TimeSpan.FromSeconds(10)));
            Assert.That(third.State, Is.EqualTo(WorkState.Parked));
            Assert.That(probe.Parked, Is.EqualTo(new[] { NotNow }));
        });
    }

    [TestCase(1, 0, 10)]
    [TestCase(1, 1, 7.5)]
    [TestCase(2, 0, 20)]
    [TestCase(5, 0, 160)]
    [TestCase(12, 0, 3600)]
    [TestCase(int.MaxValue, 1, 2700)]
    public void The_wait_doubles_up_to_an_hour_less_a_quarter_by_chance(int attempt, double chance, double seconds) =>
        Assert.That(new WorkSettings().WaitAfter(attempt, chance), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public async Task Work_whose_worker_died_is_done_by_another_when_the_lease_has_run_out()
    {
        Probe probe = AProbe(_ => Task.FromResult(WorkOutcome.Finished));
        await EnqueueAsync(probe, 1);
        await DieWithAsync(probe);
        _time.Advance(Patient.Lease - TimeSpan.FromSeconds(1));
        Assert.That(await RunAsync(probe), Is.Zero, "it is still held");

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await RunAsync(probe), Is.EqualTo(1));
        Assert.That(probe.Runs.Single().Item.Attempt, Is.EqualTo(2));
    }

    [Test]
    public async Task Work_that_kills_its_workers_is_parked()
    {
        Probe probe = AProbe(_ => Task.FromResult(WorkOutcome.Finished));
        await EnqueueAsync(probe, 1);
        for (int i = 0; i < Patient.MostAttempts; i++)
        {
            await DieWithAsync(probe);
            _time.Advance(Patient.Lease);
        }

        await RunAsync(probe);

        WorkRow row = (await RowsOfAsync(probe)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(row.State, Is.EqualTo(WorkState.Parked));
            Assert.That(row.LastError!.Value.English, Does.StartWith("The program was cut off"));
            Assert.That(probe.Runs, Is.Empty);
            Assert.That(probe.Parked, Has.Count.EqualTo(1), "the handler is told");
        });
    }

    [Test]
    public async Task Keeps_the_lease_while_it_works_and_stops_where_it_is_lost()
    {
        var begun = new TaskCompletionSource();
        Probe probe = AProbe(async run =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, run.Stop);
            return WorkOutcome.Finished;
        });
        await EnqueueAsync(probe, 1);
        Task<int> running = RunAsync(probe);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        DateTimeOffset before = (await RowsOfAsync(probe)).Single().LeaseUntil!.Value;
        await BeatAsync();
        Assert.That(() => RowsOfAsync(probe).Result.Single().LeaseUntil, Is.GreaterThan(before).After(20_000, 20));

        await using (AsyncServiceScope scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DbSession>().ExecuteAsync("UPDATE work_item SET lease_owner = 'another' WHERE kind = @Kind", new { probe.Kind }, default);
        }
        await BeatAsync();

        await running.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That((await RowsAsync<string>("SELECT lease_owner FROM work_item WHERE kind = @Kind", new { probe.Kind })).Single(), Is.EqualTo("another"), "the loser leaves it alone");
    }

    [Test]
    public async Task What_is_stopped_goes_back_untried()
    {
        using var stop = new CancellationTokenSource();
        Probe probe = AProbe(async run =>
        {
            await stop.CancelAsync();
            run.Stop.ThrowIfCancellationRequested();
            return WorkOutcome.Finished;
        });
        await EnqueueAsync(probe, 1);
        await using ServiceProvider node = Node();

        Assert.That(() => node.GetRequiredService<Worker>().RunOnceAsync(new WorkFilter(probe.Kind), stop.Token), Throws.InstanceOf<OperationCanceledException>());

        WorkRow row = (await RowsOfAsync(probe)).Single();
        Assert.That((row.State, row.Attempts, row.LeaseUntil), Is.EqualTo((WorkState.Ready, 0, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task Finishes_in_the_handlers_own_transaction_only_while_it_holds_the_work()
    {
        bool? mine = null;
        Probe probe = AProbe(async run =>
        {
            await run.Session.ExecuteAsync("UPDATE work_item SET lease_owner = 'another' WHERE kind = @Kind", new { run.Item.Kind }, default);
            await run.Session.BeginAsync(default);
            mine = await run.Item.Finish(run.Session, _time.GetUtcNow(), default);
            await run.Session.RollbackAsync();
            return WorkOutcome.Finished;
        });
        await EnqueueAsync(probe, 1);

        await RunAsync(probe);

        Assert.That(mine, Is.False);
        Assert.That((await RowsOfAsync(probe)).Single().State, Is.EqualTo(WorkState.Ready));
    }

    [Test]
    public async Task Work_of_an_unknown_kind_is_parked()
    {
        string kind = $"unknown-{Guid.NewGuid():N}"[..20];
        await EnqueueAsync(new Probe(kind, _ => throw new InvalidOperationException()), 1);

        await using ServiceProvider node = Node();
        await node.GetRequiredService<Worker>().RunOnceAsync(new WorkFilter(kind), default);

        Assert.That((await DoAsync(new ListWork.Query(null) { Kind = kind })).Rows.Single(), Has.Property(nameof(WorkRow.State)).EqualTo(WorkState.Parked));
    }

    [Test]
    public async Task Wakes_when_work_is_committed_in_its_process()
    {
        var ran = new TaskCompletionSource();
        Probe probe = AProbe(_ =>
        {
            ran.TrySetResult();
            return Task.FromResult(WorkOutcome.Finished);
        });
        await using ServiceProvider node = Node();
        using var stop = new CancellationTokenSource();
        Task working = node.GetRequiredService<Worker>().RunAsync(stop.Token);
        // Both loops have looked and wait: the clock stands still, so only the signal can wake them.
        Assert.That(() => _time.Timers, Is.GreaterThanOrEqualTo(Patient.Parallel).After(30_000, 10));

        await EnqueueAsync(probe, 1, node: node, inTransaction: true);

        await ran.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await working;
    }

    private async Task BeatAsync()
    {
        Assert.That(() => _time.Timers, Is.GreaterThan(0).After(30_000, 10), "the heart waits for its next beat");
        _time.Advance(Patient.Lease / 3);
    }

    private Probe AProbe(Func<ProbeRun, Task<WorkOutcome>> run)
    {
        var probe = new Probe($"probe-{Guid.NewGuid():N}"[..30], run);
        _probes.Add(probe);
        return probe;
    }

    private ServiceProvider Node() => Provider(Settings);

    private async Task<int> RunAsync(Probe probe)
    {
        await using ServiceProvider node = Node();
        return await RunAsync(node, probe);
    }

    private static Task<int> RunAsync(ServiceProvider node, Probe probe) => node.GetRequiredService<Worker>().RunOnceAsync(new WorkFilter(probe.Kind), default);

    // Takes the work as a worker does, and is never heard of again.
    private async Task DieWithAsync(Probe probe) => Assert.That(await ClaimAsync(probe), Is.Not.Null);

    private async Task<ClaimedWork?> ClaimAsync(Probe probe)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkQueue>().ClaimAsync(new WorkFilter(probe.Kind), Patient.Lease, default);
    }

    private async Task EnqueueAsync(Probe probe, int payload, string? key = null, OrganisationId? organisation = null, ServiceProvider? node = null, bool inTransaction = false)
    {
        await using AsyncServiceScope scope = (node ?? Services).CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Scope>().Organisation = organisation;
        DbSession session = scope.ServiceProvider.GetRequiredService<DbSession>();
        if (inTransaction) await session.BeginAsync(default);
        await scope.ServiceProvider.GetRequiredService<WorkItems>().EnqueueAsync(probe.Kind, payload, key, null, default);
        if (inTransaction) await session.CommitAsync(default);
    }

    private async Task<IReadOnlyList<WorkRow>> RowsOfAsync(Probe probe) => (await DoAsync(new ListWork.Query(null) { Kind = probe.Kind })).Rows;
}
