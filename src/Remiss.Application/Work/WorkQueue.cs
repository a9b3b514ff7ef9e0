using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Domain.Results;

namespace Remiss.Application.Work;

/// <summary>Which work to take; null is any.</summary>
/// <param name="Kind">Only this kind.</param>
/// <param name="Id">Only this piece.</param>
public sealed record WorkFilter(string? Kind = null, WorkItemId? Id = null)
{
    /// <summary>Whatever is due.</summary>
    public static WorkFilter Any { get; } = new();
}

/// <summary>The queue as the workers see it: what is due, and who holds what. Every change is one guarded update.</summary>
internal sealed class WorkQueue(DbSession session, TimeProvider clock)
{
    // Who may take a row is decided here and nowhere else. It stands both where a row is looked for and in the update
    // that takes it: two nodes may find the same row, and the second one's update then changes nothing.
    private const string IsDue = "state = 'Ready' AND not_before <= @now AND (lease_until IS NULL OR lease_until <= @now)";
    private const string IsMine = "work_item_id = @id AND state = 'Ready' AND lease_owner = @owner";

    private const string ReadTaken = "SELECT work_item_id, organisation_id, kind, payload_json, attempts FROM work_item WHERE work_item_id = @id";

    private const string RenewSql = $"UPDATE work_item SET lease_until = @until WHERE {IsMine}";

    private const string ReleaseSql = $"UPDATE work_item SET attempts = attempts - 1, lease_owner = NULL, lease_until = NULL WHERE {IsMine}";

    private const string PostponeSql = $"""
        UPDATE work_item SET not_before = @notBefore, last_error_json = @error, progress = 0, lease_owner = NULL, lease_until = NULL
        WHERE {IsMine}
        """;

    private const string ParkSql = $"""
        UPDATE work_item SET state = 'Parked', last_error_json = @error, lease_owner = NULL, lease_until = NULL, finished_at = @now
        WHERE {IsMine}
        """;

    private const string CountSql = $"""
        SELECT SUM(CASE WHEN {IsDue} THEN 1 ELSE 0 END) AS due,
            SUM(CASE WHEN state = 'Ready' AND lease_until > @now THEN 1 ELSE 0 END) AS running,
            SUM(CASE WHEN state = 'Ready' AND not_before > @now AND (lease_until IS NULL OR lease_until <= @now) THEN 1 ELSE 0 END) AS later,
            SUM(CASE WHEN state = 'Parked' THEN 1 ELSE 0 END) AS parked
        FROM work_item WHERE state IN ('Ready', 'Parked')
        """;

    /// <summary>Takes the piece that has waited longest, for as long as the lease; null where nothing is due.</summary>
    public async Task<ClaimedWork?> ClaimAsync(WorkFilter filter, TimeSpan lease, CancellationToken cancellationToken)
    {
        string wanted = (filter.Kind is null ? string.Empty : " AND kind = @Kind") + (filter.Id is null ? string.Empty : " AND work_item_id = @Id");
        string find = session.Dialect.First("work_item_id AS id", $"FROM work_item WHERE {IsDue}{wanted} ORDER BY not_before, work_item_id");
        // The key is free from here on: the same work can be asked for again while this one runs, for it may have changed since.
        const string Take = $"""
            UPDATE work_item SET attempts = attempts + 1, distinct_key = @key, lease_owner = @owner, lease_until = @until
            WHERE work_item_id = @id AND {IsDue}
            """;
        while (true)
        {
            DateTimeOffset now = clock.GetUtcNow();
            // Looked for without a lock: an idle worker disturbs no one.
            FoundRow? found = await session.FindAsync<FoundRow>(find, new { now, filter.Kind, filter.Id }, cancellationToken).ConfigureAwait(false);
            if (found is null) return null;
            string owner = NewOwner();
            await session.BeginAsync(cancellationToken).ConfigureAwait(false);
            int taken = await session.ExecuteAsync(
                Take, new { id = found.Id, key = found.Id.ToString(), owner, now, until = now + lease }, cancellationToken).ConfigureAwait(false);
            ClaimedRow? row = taken == 0 ? null : await session.FindAsync<ClaimedRow>(ReadTaken, new { id = found.Id }, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            // Another one was faster: what comes after it may still be free.
            if (row is null) continue;
            return new ClaimedWork(new WorkItem(row.WorkItemId, row.Kind, row.PayloadJson, row.Attempts, owner), row.OrganisationId);
        }
    }

    /// <summary>Keeps it for as long again. False where it is no longer ours.</summary>
    public Task<bool> RenewAsync(WorkItem item, TimeSpan lease, CancellationToken cancellationToken) =>
        ChangeAsync(RenewSql, new { id = item.Id, owner = item.LeaseOwner, until = clock.GetUtcNow() + lease }, cancellationToken);

    /// <summary>Gives it back untried: the worker was told to stop.</summary>
    public Task<bool> ReleaseAsync(WorkItem item, CancellationToken cancellationToken) =>
        ChangeAsync(ReleaseSql, new { id = item.Id, owner = item.LeaseOwner }, cancellationToken);

    /// <summary>Done. False where it is no longer ours, as when the handler has said so itself.</summary>
    public async Task<bool> FinishAsync(WorkItem item, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        bool done = await item.Finish(session, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return done;
    }

    /// <summary>To be tried again then.</summary>
    public Task<bool> PostponeAsync(WorkItem item, DateTimeOffset notBefore, Phrase why, CancellationToken cancellationToken) =>
        ChangeAsync(PostponeSql, new { id = item.Id, owner = item.LeaseOwner, notBefore, error = StoreJson.Write(why) }, cancellationToken);

    /// <summary>Set aside for a person to look at; what belongs to it is told in the same transaction.</summary>
    public async Task<bool> ParkAsync(WorkItem item, Phrase why, Func<Task> tell, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        var row = new { id = item.Id, owner = item.LeaseOwner, error = StoreJson.Write(why), now = clock.GetUtcNow() };
        bool parked = await session.ExecuteAsync(ParkSql, row, cancellationToken).ConfigureAwait(false) == 1;
        if (parked) await tell().ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return parked;
    }

    /// <summary>How much waits, runs and stands aside, in the whole installation.</summary>
    public async Task<WorkCounts> CountAsync(CancellationToken cancellationToken) =>
        await session.FindAsync<WorkCounts>(CountSql, new { now = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false) ?? new WorkCounts();

    private async Task<bool> ChangeAsync(string sql, object row, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        int changed = await session.ExecuteAsync(sql, row, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return changed == 1;
    }

    // Of this one claim: a worker that lost its work does not take itself for the one that took it over.
    private static string NewOwner()
    {
        string machine = Environment.MachineName;
        return $"{(machine.Length > 40 ? machine[..40] : machine)}/{Guid.NewGuid():N}";
    }

    private sealed record FoundRow
    {
        public WorkItemId Id { get; init; }
    }

    private sealed record ClaimedRow
    {
        public WorkItemId WorkItemId { get; init; }

        public OrganisationId? OrganisationId { get; init; }

        public string Kind { get; init; } = string.Empty;

        public string PayloadJson { get; init; } = string.Empty;

        public int Attempts { get; init; }
    }
}

/// <summary>A piece of work that this worker holds, and the organisation it is for.</summary>
internal sealed record ClaimedWork(WorkItem Item, OrganisationId? Organisation);

/// <summary>How much work there is.</summary>
public sealed record WorkCounts
{
    /// <summary>Could be begun now.</summary>
    public int Due { get; init; }

    /// <summary>Is in a worker's hands.</summary>
    public int Running { get; init; }

    /// <summary>Waits for its time.</summary>
    public int Later { get; init; }

    /// <summary>Waits for a person.</summary>
    public int Parked { get; init; }
}
