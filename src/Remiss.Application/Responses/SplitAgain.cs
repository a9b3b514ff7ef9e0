using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Files;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>
/// Reads and splits a version's original once more: after the consulted document came, or where it could not be read before.
/// Refused where a person has worked on its comments, for that work would be lost.
/// </summary>
public static class SplitAgain
{
    private const string Find = """
        SELECT v.response_id, v.consultation_id, v.state, r.channel, f.name, f.sha256
        FROM response_version v
        JOIN response r ON r.response_id = v.response_id
        LEFT JOIN response_file f ON f.response_version_id = v.response_version_id AND f.role = 'Original'
        WHERE v.response_version_id = @Version
        """;

    /// <summary>Which version.</summary>
    public sealed record Command(ResponseVersionId Version) : ICommand<SplitOutcome>, IOwnTransactions
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.ResponseVersion, Version.Value);
    }

    /// <summary>What it gave.</summary>
    /// <param name="Comments">How many comments there are now.</param>
    public sealed record SplitOutcome(int Comments);

    internal sealed class Handler(
        DbSession session, FileStore files, ReplyReading reading, StoredDocuments documents, SplitRows splits, ResponseWriter writer,
        OwnTransaction transaction, AuditTrail audit) : IRequestHandler<Command, Result<SplitOutcome>>
    {
        public async Task<Result<SplitOutcome>> Handle(Command command, CancellationToken cancellationToken)
        {
            Row row = (await session.FindAsync<Row>(Find, new { command.Version }, cancellationToken).ConfigureAwait(false))!;
            if (row.Sha256 is null)
                return new Conflict(new Phrase("Svaret kom inte som en fil, så det finns inget att läsa om.", "The reply did not come as a file, so there is nothing to read again."));
            if (await splits.RefusalAsync(command.Version, cancellationToken).ConfigureAwait(false) is { } early) return early;
            Result<ReadOnlyMemory<byte>> bytes = await files.GetAsync(row.Sha256, cancellationToken).ConfigureAwait(false);
            if (!bytes.IsOk) return bytes.Failure;
            StoredDocument? document = await documents.CurrentAsync(row.ConsultationId, cancellationToken).ConfigureAwait(false);
            Result<ReadReply> read = await reading.ReadAsync(new SourceFile(row.Name!, bytes.Value), document, cancellationToken).ConfigureAwait(false);
            if (!read.IsOk) return read.Failure;
            return await transaction.RunAsync(
                command, nameof(SplitAgain), () => SaveAsync(command.Version, row, read.Value, document, cancellationToken), null, cancellationToken).ConfigureAwait(false);
        }

        private async Task<Result<SplitOutcome>> SaveAsync(ResponseVersionId version, Row row, ReadReply read, StoredDocument? document, CancellationToken cancellationToken)
        {
            if (await splits.SaveAsync(version, row.ConsultationId, read.Split, document, read.Unread, cancellationToken).ConfigureAwait(false) is { } late) return late;
            await writer.NameSendersAsync(row.ConsultationId, row.ResponseId, read.Split.Senders, cancellationToken).ConfigureAwait(false);
            audit.Note("response_version", version.Value, new { state = row.State.ToString() }, new { state = nameof(ResponseVersionState.Split), document = document?.Version.Value });
            return new SplitOutcome(read.Split.Comments.Length);
        }
    }

    private sealed record Row
    {
        public ResponseId ResponseId { get; init; }

        public ConsultationId ConsultationId { get; init; }

        public ResponseVersionState State { get; init; }

        public string? Name { get; init; }

        public string? Sha256 { get; init; }
    }
}
