using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Files;
using Remiss.Application.Json;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>
/// Reads and splits a version that was registered without waiting. Killed at any point it leaves the version as it was;
/// run again it does it once: what it found and the end of the work are one transaction.
/// </summary>
[WorkKind(SplitWork.Name)]
internal sealed class SplitWork(
    DbSession session, FileStore files, ReplyReading reading, StoredDocuments documents, SplitRows splits, ResponseWriter writer,
    AuditTrail audit, Scope scope, TimeProvider clock) : IWorkHandler
{
    public const string Name = "split-response";

    private const string Find = """
        SELECT v.response_version_id, v.response_id, v.consultation_id, c.organisation_id, v.state, f.name, f.sha256
        FROM response_version v
        JOIN consultation c ON c.consultation_id = v.consultation_id
        JOIN response_file f ON f.response_version_id = v.response_version_id AND f.ordinal = 1
        WHERE v.response_version_id = @Version
        """;

    private const string Take = "UPDATE response_version SET version = version WHERE response_version_id = @Version AND state = 'Received'";
    private const string SetUnreadable = "UPDATE response_version SET state = 'Unreadable', failure_json = @why, version = version + 1 WHERE response_version_id = @Version";

    /// <summary>Which version.</summary>
    internal sealed record Payload(ResponseVersionId Version);

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        Payload payload = item.Payload<Payload>();
        Row? row = await session.FindAsync<Row>(Find, payload, cancellationToken).ConfigureAwait(false);
        if (row is null || row.State != ResponseVersionState.Received) return WorkOutcome.Finished;
        (scope.Organisation, scope.Consultation) = (row.OrganisationId, row.ConsultationId);
        Result<ReadOnlyMemory<byte>> bytes = await files.GetAsync(row.Sha256, cancellationToken).ConfigureAwait(false);
        if (!bytes.IsOk) return WorkOutcome.Park(bytes.Failure.Message);
        StoredDocument? document = await documents.CurrentAsync(row.ConsultationId, cancellationToken).ConfigureAwait(false);
        Result<ReadReply> read = await reading.ReadAsync(new SourceFile(row.Name, bytes.Value), document, cancellationToken).ConfigureAwait(false);

        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await session.ExecuteAsync(Take, payload, cancellationToken).ConfigureAwait(false) == 1)
            {
                if (await SaveAsync(row, read, document, cancellationToken).ConfigureAwait(false) is { } refusal) return WorkOutcome.Park(refusal.Message);
                await audit.WriteAsync(nameof(SplitWork), cancellationToken).ConfigureAwait(false);
            }
            // Someone else holds the work by now, and does it.
            if (await item.Finish(session, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false))
                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return WorkOutcome.Finished;
        }
        finally
        {
            await session.RollbackAsync().ConfigureAwait(false);
            audit.Clear();
        }
    }

    private async Task<Conflict?> SaveAsync(Row row, Result<ReadReply> read, StoredDocument? document, CancellationToken cancellationToken)
    {
        ResponseVersionState state = read.IsOk ? ResponseVersionState.Split : ResponseVersionState.Unreadable;
        if (read.IsOk)
        {
            if (await splits.SaveAsync(row.ResponseVersionId, row.ConsultationId, read.Value.Split, document, read.Value.Unread, cancellationToken).ConfigureAwait(false) is { } refusal)
                return refusal;
            await writer.NameSendersAsync(row.ConsultationId, row.ResponseId, read.Value.Split.Senders, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await session.ExecuteAsync(SetUnreadable, new { Version = row.ResponseVersionId, why = StoreJson.Write(read.Failure.Message) }, cancellationToken).ConfigureAwait(false);
        }
        audit.Note("response_version", row.ResponseVersionId.Value, new { state = row.State.ToString() }, new { state = state.ToString() });
        return null;
    }

    private sealed record Row
    {
        public ResponseVersionId ResponseVersionId { get; init; }

        public ResponseId ResponseId { get; init; }

        public ConsultationId ConsultationId { get; init; }

        public OrganisationId OrganisationId { get; init; }

        public ResponseVersionState State { get; init; }

        public string Name { get; init; } = string.Empty;

        public string Sha256 { get; init; } = string.Empty;
    }
}
