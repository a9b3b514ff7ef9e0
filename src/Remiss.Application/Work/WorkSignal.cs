namespace Remiss.Application.Work;

/// <summary>Wakes the workers of this process when work was put in the queue; those of other nodes find it at their next look.</summary>
public sealed class WorkSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completed by the next <see cref="Wake"/>. Ask for it before looking at the queue, so that nothing slips in between.</summary>
    internal Task Next => Volatile.Read(ref _next).Task;

    /// <summary>There is something to do.</summary>
    internal void Wake() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    // The workers go on in their own time, not inside the commit that woke them.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
