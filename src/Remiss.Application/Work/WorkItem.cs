using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Domain.Results;

namespace Remiss.Application.Work;

/// <summary>How a piece of work went. Closed: the three records here are all there are.</summary>
public abstract record WorkOutcome
{
    private WorkOutcome()
    {
    }

    /// <summary>Done, for good; also where there was nothing left to do.</summary>
    public static WorkOutcome Finished { get; } = new IsFinished();

    /// <summary>It may go better later; tried again after a growing wait, and parked after the most attempts.</summary>
    public static WorkOutcome TryAgain(Phrase why) => new IsToTryAgain(why);

    /// <summary>It will not go better by itself: parked at once, for a person to look at.</summary>
    public static WorkOutcome Park(Phrase why) => new IsParked(why);

    internal sealed record IsFinished : WorkOutcome;

    internal sealed record IsToTryAgain(Phrase Why) : WorkOutcome;

    internal sealed record IsParked(Phrase Why) : WorkOutcome;
}

/// <summary>A piece of work in the hands of a worker.</summary>
/// <param name="Id">Which.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="PayloadJson">What the handler was told.</param>
/// <param name="Attempt">How many times it has been begun, this time included.</param>
/// <param name="LeaseOwner">Who holds it, as the row says.</param>
public sealed record WorkItem(WorkItemId Id, string Kind, string PayloadJson, int Attempt, string LeaseOwner)
{
    private const string FinishSql = """
        UPDATE work_item SET state = 'Done', distinct_key = @key, progress = 1, lease_owner = NULL, lease_until = NULL, finished_at = @now
        WHERE work_item_id = @id AND state = 'Ready' AND lease_owner = @owner
        """;

    private const string ProgressSql = "UPDATE work_item SET progress = @share WHERE work_item_id = @id AND lease_owner = @owner";

    /// <summary>What the handler was told.</summary>
    public T Payload<T>() => StoreJson.Read<T>(PayloadJson);

    /// <summary>
    /// Marks it done in the session's open transaction. False where someone else has taken it over meanwhile: then
    /// roll back, for the other one does it.
    /// </summary>
    public async Task<bool> Finish(DbSession session, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(FinishSql, new { id = Id, key = Id.ToString(), now, owner = LeaseOwner }, cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Tells how far it has come, 0 to 1.</summary>
    public Task ReportAsync(DbSession session, double share, CancellationToken cancellationToken) =>
        session.ExecuteAsync(ProgressSql, new { id = Id, share, owner = LeaseOwner }, cancellationToken);
}
