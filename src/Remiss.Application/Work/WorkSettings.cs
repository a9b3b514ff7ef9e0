namespace Remiss.Application.Work;

/// <summary>How work is carried out on this node.</summary>
public sealed record WorkSettings
{
    /// <summary>How long a worker that is not heard of keeps its work. It is renewed three times in that time; the nodes' clocks must agree better than a third of it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the queue is looked at when nothing in this process has put something there.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many pieces are carried out at the same time.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>How many times a piece is begun before it is parked; a worker that died counts too.</summary>
    public int MostAttempts { get; init; } = 12;

    /// <summary>The wait after the first attempt that failed; it doubles with each.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The wait after an attempt: doubled from <see cref="FirstWait"/>, at most <see cref="LongestWait"/>, and up to a quarter shorter by chance, so that what failed together does not come back together.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="chance">0 to 1.</param>
    internal TimeSpan WaitAfter(int attempt, double chance)
    {
        double doubled = FirstWait.TotalSeconds * Math.Pow(2, Math.Clamp(attempt - 1, 0, 60));
        return TimeSpan.FromSeconds(Math.Min(doubled, LongestWait.TotalSeconds) * (1 - (Math.Clamp(chance, 0, 1) / 4)));
    }
}
