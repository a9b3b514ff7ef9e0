using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Health;

/// <summary>
/// Looks through the store for what no one would see otherwise: a missing or altered file, a reply whose parts no longer are its
/// whole text, work and mail that wait for a person. Reads every stored byte.
/// </summary>
public static class CheckStore
{
    private const int MostFindings = 200;

    // Whatever names a file, and every file that is kept.
    private const string ListFiles = """
        SELECT n.sha256, MIN(n.name) AS name FROM (
            SELECT sha256, name FROM response_file
            UNION ALL SELECT sha256, file_name FROM document_version
            UNION ALL SELECT sha256, name FROM summary_file
            UNION ALL SELECT audit_sha256, 'audit.json' FROM consultation_origin
            UNION ALL SELECT sha256, NULL FROM stored_file) n
        GROUP BY n.sha256 ORDER BY n.sha256
        """;

    // Comments and the other runs are together the whole text; anything else would be a lost or invented sentence.
    private const string ListUneven = """
        SELECT v.response_version_id FROM response_version v
        WHERE v.state = 'Split' AND v.text_length <>
            COALESCE((SELECT SUM(c.length) FROM comment c WHERE c.response_version_id = v.response_version_id AND c.is_current = 1), 0)
            + COALESCE((SELECT SUM(l.length) FROM ledger_run l WHERE l.response_version_id = v.response_version_id), 0)
        """;

    private const string CountParked = "SELECT COUNT(*) FROM work_item WHERE state = 'Parked'";
    private const string CountUncertain = "SELECT COUNT(*) FROM mail WHERE state = 'Uncertain'";
    private const string SqliteCheck = "PRAGMA quick_check";

    /// <summary>The whole installation.</summary>
    public sealed record Query : IQuery<Report>
    {
        /// <inheritdoc/>
        public Access Access => Access.Installation;
    }

    /// <summary>What was found.</summary>
    /// <param name="Files">How many stored files were read.</param>
    /// <param name="Damage">What is broken, the first two hundred; empty where the store is whole.</param>
    /// <param name="Waiting">What waits for a person.</param>
    public sealed record Report(int Files, ImmutableArray<Phrase> Damage, ImmutableArray<Phrase> Waiting);

    internal sealed class Handler(DbSession session, FileStore files) : IRequestHandler<Query, Result<Report>>
    {
        public async Task<Result<Report>> Handle(Query query, CancellationToken cancellationToken)
        {
            var damage = ImmutableArray.CreateBuilder<Phrase>();
            if (session.Dialect == SqlDialect.Sqlite)
            {
                var said = await session.ListAsync<string>(SqliteCheck, null, cancellationToken).ConfigureAwait(false);
                if (said is not ["ok"]) damage.Add(new Phrase($"Databasfilen är skadad: {said[0]}", $"The database file is damaged: {said[0]}"));
            }
            var rows = await session.ListAsync<FileRow>(ListFiles, null, cancellationToken).ConfigureAwait(false);
            foreach (FileRow row in rows)
            {
                Result<ReadOnlyMemory<byte>> bytes = await files.GetAsync(row.Sha256, cancellationToken).ConfigureAwait(false);
                if (!bytes.IsOk) damage.Add(About(row, bytes.Failure));
            }
            foreach (ResponseVersionId id in await session.ListAsync<ResponseVersionId>(ListUneven, null, cancellationToken).ConfigureAwait(false))
            {
                damage.Add(new Phrase(
                    $"Remissvar {id}: synpunkterna och övriga delar är inte längre hela texten. Något har ändrats utanför programmet.",
                    $"Reply {id}: its comments and other parts are no longer the whole text. Something was changed outside the program."));
            }
            return new Report(rows.Count, [.. damage.Take(MostFindings)], [.. await WaitingAsync(cancellationToken).ConfigureAwait(false)]);
        }

        private async Task<List<Phrase>> WaitingAsync(CancellationToken cancellationToken)
        {
            var waiting = new List<Phrase>();
            long parked = await session.FindAsync<long>(CountParked, null, cancellationToken).ConfigureAwait(false);
            if (parked > 0) waiting.Add(new Phrase($"{parked} arbeten har stannat och väntar på en administratör.", $"{parked} pieces of work have stopped and wait for an administrator."));
            long uncertain = await session.FindAsync<long>(CountUncertain, null, cancellationToken).ConfigureAwait(false);
            if (uncertain > 0) waiting.Add(new Phrase($"För {uncertain} mejl är det osäkert om de gick iväg.", $"For {uncertain} mails it is uncertain whether they went out."));
            return waiting;
        }

        private static Phrase About(FileRow row, Failure failure)
        {
            string name = row.Name ?? row.Sha256;
            return failure is NotFound
                ? new Phrase($"Filen {name} saknas i lagret ({row.Sha256}).", $"The file {name} is missing in the store ({row.Sha256}).")
                : new Phrase($"Filen {name} är ändrad i lagret ({row.Sha256}).", $"The file {name} was altered in the store ({row.Sha256}).");
        }
    }

    private sealed record FileRow
    {
        public string Sha256 { get; init; } = string.Empty;

        public string? Name { get; init; }
    }
}
