using System.Data.Common;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Work;

/// <summary>
/// Work that outlives a request. Put in the command's own transaction: it is there if and only if the command was
/// carried out. Workers on any node take it from there.
/// </summary>
public sealed class WorkItems(DbSession session, Scope scope, WorkSignal signal, TimeProvider clock)
{
    private const string Insert = """
        INSERT INTO work_item (work_item_id, organisation_id, kind, distinct_key, payload_json, state, not_before, attempts, progress, created_at)
        SELECT @id, @organisation, @kind, @key, @payload, 'Ready', @notBefore, 0, 0, @now
        WHERE NOT EXISTS (SELECT 1 FROM work_item WHERE kind = @kind AND distinct_key = @key)
        """;

    /// <summary>Puts a piece of work in the queue.</summary>
    /// <param name="kind">Its handler's name: <c>send-mail</c>.</param>
    /// <param name="payload">What the handler needs to know: ids, never content.</param>
    /// <param name="distinctKey">The same work waits once: an equal key that is not done yet leaves this one out. Null never does.</param>
    /// <param name="notBefore">When at the earliest; null is at once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Which, or null where the same work waits already.</returns>
    public async Task<WorkItemId?> EnqueueAsync<T>(string kind, T payload, string? distinctKey, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        WorkItemId id = WorkItemId.New();
        DateTimeOffset now = clock.GetUtcNow();
        var row = new { id, organisation = scope.Organisation, kind, key = distinctKey ?? id.ToString(), payload = StoreJson.Write(payload), notBefore = notBefore ?? now, now };
        try
        {
            if (await session.ExecuteAsync(Insert, row, cancellationToken).ConfigureAwait(false) == 0) return null;
        }
        catch (DbException waits) when (session.Dialect.IsDuplicateKey(waits))
        {
            // Someone else put it there between the look and the insert.
            return null;
        }
        session.AfterCommit(signal.Wake);
        return id;
    }
}

/// <summary>Which kind of work a handler carries out: told of the class, so that a node makes no other handler than the one it needs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorkKindAttribute(string kind) : Attribute
{
    /// <summary>The kind.</summary>
    public string Kind { get; } = kind;
}

/// <summary>
/// Carries out one kind of work (<see cref="WorkKindAttribute"/>; registered under it). Idempotent: after a crash it is run again
/// from the beginning.
/// </summary>
public interface IWorkHandler
{
    /// <summary>
    /// Carries it out, in a scope of its own in which the system acts and no transaction is open. What must happen once
    /// is done in one transaction with <see cref="WorkItem.Finish"/>.
    /// </summary>
    Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancellationToken);

    /// <summary>
    /// Told when a piece is set aside for a person, in the open transaction that does so: what waits for it can say that it
    /// failed. Runs also when <see cref="RunAsync"/> never returned.
    /// </summary>
    Task ParkedAsync(WorkItem item, Phrase why, CancellationToken cancellationToken) => Task.CompletedTask;
}
