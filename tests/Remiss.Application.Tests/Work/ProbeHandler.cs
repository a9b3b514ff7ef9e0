using System.Collections.Concurrent;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Work;

/// <summary>Work of a kind that a test makes up, with what it did.</summary>
internal sealed class Probe(string kind, Func<ProbeRun, Task<WorkOutcome>> run)
{
    public string Kind { get; } = kind;

    public Func<ProbeRun, Task<WorkOutcome>> Run { get; } = run;

    public ConcurrentQueue<ProbeRun> Runs { get; } = new();

    public ConcurrentQueue<Phrase> Parked { get; } = new();
}

/// <summary>One run of it.</summary>
internal sealed record ProbeRun(WorkItem Item, DbSession Session, WorkItems Work, Actor Actor, OrganisationId? Organisation, CancellationToken Stop);


/// <summary>Stands for the handlers of all probes: takes the name of whichever is asked for.</summary>
internal sealed class ProbeHandler(Probe probe, DbSession session, WorkItems work, CurrentActor current, Scope scope) : IWorkHandler
{
    public Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var run = new ProbeRun(item, session, work, current.Actor, scope.Organisation, cancellationToken);
        probe.Runs.Enqueue(run);
        return probe.Run(run);
    }

    public Task ParkedAsync(WorkItem item, Phrase why, CancellationToken cancellationToken)
    {
        Assert.That(session.InTransaction);
        probe.Parked.Enqueue(why);
        return Task.CompletedTask;
    }
}
