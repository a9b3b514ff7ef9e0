using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Archives;

/// <summary>
/// Writes all of a consultation into one open archive: a ZIP with a manifest, one JSON file a table, the audit log, and the
/// original files under their SHA-256 (docs/archive.md). The same consultation gives the same files wherever it is kept.
/// </summary>
public static class ExportConsultation
{
    private const int MostTries = 3;
    private const string FindLastEntry = "SELECT MAX(sequence) FROM audit_entry WHERE consultation_id = @consultation";

    private const string ListAudit = """
        SELECT organisation_id, sequence, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, consultation_id,
            before_json, after_json, previous_hash, hash
        FROM audit_entry WHERE consultation_id = @consultation ORDER BY sequence
        """;

    private const string FindHead = """
        SELECT o.name AS organisation, c.title FROM consultation c JOIN organisation o ON o.organisation_id = c.organisation_id
        WHERE c.consultation_id = @consultation
        """;

    private const string FindOrigin = "SELECT audit_sha256 FROM consultation_origin WHERE consultation_id = @consultation";

    /// <summary>Which, and where it goes: a stream that need not seek; left open.</summary>
    public sealed record Query(ConsultationId Consultation, Stream Output) : IQuery<ArchiveManifest>
    {
        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Consultation.Value, Role.Coordinator);
    }

    internal sealed class Handler(DbSession session, FileStore files, TimeProvider clock) : IRequestHandler<Query, Result<ArchiveManifest>>
    {
        public async Task<Result<ArchiveManifest>> Handle(Query query, CancellationToken cancellationToken)
        {
            ConsultationId consultation = query.Consultation;
            for (int attempt = 1; ; attempt++)
            {
                // Every change leaves an audit entry: none in between means that what was read belongs together, on either database.
                long? before = await LastEntryAsync(consultation, cancellationToken).ConfigureAwait(false);
                var (tables, names) = await ReadAsync(consultation, cancellationToken).ConfigureAwait(false);
                byte[] audit = await AuditAsync(consultation, cancellationToken).ConfigureAwait(false);
                if (before == await LastEntryAsync(consultation, cancellationToken).ConfigureAwait(false))
                    return await WriteAsync(query, tables.Add(("data/audit.json", audit)), names, cancellationToken).ConfigureAwait(false);
                if (attempt == MostTries)
                {
                    return new Conflict(new Phrase(
                        "Någon arbetar i remissen just nu, så arkivet skulle inte hänga ihop. Försök igen om en stund.",
                        "Someone is working in the consultation right now, so the archive would not hold together. Try again in a while."));
                }
            }
        }

        private Task<long?> LastEntryAsync(ConsultationId consultation, CancellationToken cancellationToken) =>
            session.FindAsync<long?>(FindLastEntry, new { consultation }, cancellationToken);

        private async Task<(ImmutableArray<(string Path, byte[] Bytes)> Tables, SortedSet<string> Files)> ReadAsync(
            ConsultationId consultation, CancellationToken cancellationToken)
        {
            var tables = ImmutableArray.CreateBuilder<(string, byte[])>();
            var names = new SortedSet<string>(StringComparer.Ordinal);
            foreach (ArchiveTable table in ArchiveTable.All)
            {
                var rows = await session.ListAsync<dynamic>(table.Select, new { consultation }, cancellationToken).ConfigureAwait(false);
                var lines = new List<string>(rows.Count);
                foreach (IDictionary<string, object?> row in rows)
                {
                    var json = new JsonObject();
                    foreach (ColumnShape column in table.Columns) json[column.Name] = ArchiveValues.ToJson(row[column.Name], column.Kind);
                    lines.Add(json.ToJsonString(StoreJson.Options));
                    foreach (string file in table.FileColumns) names.Add((string)row[file]!);
                }
                // By their text: an order that no database's collation decides.
                lines.Sort(StringComparer.Ordinal);
                tables.Add(($"data/{table.Name}.json", System.Text.Encoding.UTF8.GetBytes($"[\n{string.Join(",\n", lines)}\n]\n")));
            }
            return (tables.ToImmutable(), names);
        }

        private async Task<byte[]> AuditAsync(ConsultationId consultation, CancellationToken cancellationToken)
        {
            var entries = await session.ListAsync<AuditEntry>(ListAudit, new { consultation }, cancellationToken).ConfigureAwait(false);
            JsonNode? earlier = null;
            if (await session.FindAsync<string>(FindOrigin, new { consultation }, cancellationToken).ConfigureAwait(false) is { } origin
                && await files.GetAsync(origin, cancellationToken).ConfigureAwait(false) is { IsOk: true } kept)
            {
                earlier = JsonNode.Parse(kept.Value.Span);
            }
            var audit = new JsonObject { ["entries"] = JsonSerializer.SerializeToNode(entries, StoreJson.Options), ["earlier"] = earlier };
            return JsonSerializer.SerializeToUtf8Bytes(audit, StoreJson.Options);
        }

        private async Task<Result<ArchiveManifest>> WriteAsync(
            Query query, ImmutableArray<(string Path, byte[] Bytes)> tables, SortedSet<string> names, CancellationToken cancellationToken)
        {
            HeadRow head = (await session.FindAsync<HeadRow>(FindHead, new { consultation = query.Consultation }, cancellationToken).ConfigureAwait(false))!;
            var listed = ImmutableArray.CreateBuilder<ArchiveFile>();
            using var zip = new ZipArchive(query.Output, ZipArchiveMode.Create, leaveOpen: true);
            foreach ((string path, byte[] bytes) in tables)
            {
                await AddAsync(zip, path, bytes, cancellationToken).ConfigureAwait(false);
                listed.Add(new ArchiveFile(path, bytes.Length, FileStore.NameOf(bytes)));
            }
            foreach (string name in names)
            {
                Result<ReadOnlyMemory<byte>> file = await files.GetAsync(name, cancellationToken).ConfigureAwait(false);
                if (!file.IsOk) return file.Failure;
                await AddAsync(zip, $"files/{name}", file.Value, cancellationToken).ConfigureAwait(false);
                listed.Add(new ArchiveFile($"files/{name}", file.Value.Length, name));
            }
            var manifest = new ArchiveManifest
            {
                Format = ArchiveManifest.FormatName,
                Version = ArchiveManifest.FormatVersion,
                Schema = MigrationScripts.For(session.Dialect)[^1].Number,
                ExportedAt = clock.GetUtcNow(),
                Organisation = head.Organisation,
                ConsultationId = query.Consultation.Value,
                Title = head.Title,
                Files = listed.ToImmutable(),
            };
            // Last, so that an archive that was cut off has none and is seen to be incomplete.
            await AddAsync(zip, ArchiveManifest.Path, JsonSerializer.SerializeToUtf8Bytes(manifest, StoreJson.Options), cancellationToken).ConfigureAwait(false);
            return manifest;
        }

        private static async Task AddAsync(ZipArchive zip, string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            await using Stream entry = await zip.CreateEntry(path, CompressionLevel.Optimal).OpenAsync(cancellationToken).ConfigureAwait(false);
            await entry.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed record HeadRow
    {
        public string Organisation { get; init; } = string.Empty;

        public string Title { get; init; } = string.Empty;
    }
}
