using System.Collections.Immutable;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Pipeline;
using Remiss.Application.Search;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Archives;

/// <summary>
/// Brings a consultation in from an archive, whole or not at all. Bodies and accounts that the organisation has already, by name and
/// address, are used; the others come along, accounts disabled. Rows that point outside the archive are refused.
/// </summary>
public static class ImportConsultation
{
    private const string CountSame = "SELECT COUNT(*) FROM consultation WHERE consultation_id = @id";
    private const string CountBody = "SELECT COUNT(*) FROM body WHERE body_id = @id";
    private const string CountAccount = "SELECT COUNT(*) FROM account WHERE account_id = @id";
    private const string FindBody = "SELECT body_id FROM body WHERE organisation_id = @organisation AND name = @name";
    private const string FindAccount = "SELECT account_id, organisation_id FROM account WHERE email = @email";
    private const string ListQuotes = "SELECT comment_no, quote FROM comment WHERE consultation_id = @id AND is_current = 1";

    private const string InsertOrigin = """
        INSERT INTO consultation_origin (consultation_id, archive_sha256, audit_sha256, imported_at) VALUES (@id, @archive, @audit, @now)
        """;

    /// <summary>Where it goes, and the archive: a stream that can seek; left open.</summary>
    public sealed record Command(OrganisationId Organisation, Stream Archive) : ICommand<ConsultationId>
    {
        /// <inheritdoc/>
        public Access Access => Access.Administrator(Resource.Organisation, Organisation.Value);
    }

    internal sealed class Handler(DbSession session, FileStore files, CommentTerms terms, AuditTrail audit, Scope scope, TimeProvider clock)
        : IRequestHandler<Command, Result<ConsultationId>>
    {
        // Per table the keys that the archive holds, as they are called here.
        private readonly Dictionary<string, HashSet<Guid>> _held = new(StringComparer.Ordinal);
        private readonly Dictionary<Guid, Guid> _renamed = [];

        public async Task<Result<ConsultationId>> Handle(Command command, CancellationToken cancellationToken)
        {
            using ZipArchive? zip = Open(command.Archive);
            if (zip is null) return ArchiveContent.Broken("filen är ingen ZIP-fil eller är avkortad", "the file is no ZIP file or was cut off");
            Result<ArchiveContent> opened = await ArchiveContent.OpenAsync(zip, MigrationScripts.For(session.Dialect)[^1].Number, cancellationToken).ConfigureAwait(false);
            if (!opened.IsOk) return opened.Failure;
            var id = new ConsultationId(opened.Value.Manifest.ConsultationId);
            if (await session.FindAsync<long>(CountSame, new { id }, cancellationToken).ConfigureAwait(false) > 0)
            {
                return new Conflict(new Phrase(
                    $"Remissen ”{opened.Value.Manifest.Title}” finns redan här. Inget har lästs in.", $"The consultation '{opened.Value.Manifest.Title}' is here already. Nothing was imported."));
            }
            try
            {
                return await ImportAsync(command, opened.Value, id, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException wrong) when (!session.IsOutOfOrder(wrong))
            {
                // A value that no table of ours would take, or a key that is taken: not made by Remiss.
                return ArchiveContent.Broken("dess rader går inte ihop med varandra eller med det som finns här", "its rows do not fit each other or what is here");
            }
        }

        private async Task<Result<ConsultationId>> ImportAsync(Command command, ArchiveContent archive, ConsultationId id, CancellationToken cancellationToken)
        {
            foreach (string name in archive.StoredFiles)
            {
                Result<byte[]> file = await archive.FileAsync($"files/{name}", cancellationToken).ConfigureAwait(false);
                if (!file.IsOk) return file.Failure;
                if (FileStore.NameOf(file.Value) != name) return ArchiveContent.Broken($"files/{name} heter inte som sin kontrollsumma", $"files/{name} is not named by its checksum");
                await files.PutAsync(file.Value, cancellationToken).ConfigureAwait(false);
            }
            foreach (ArchiveTable table in ArchiveTable.All)
            {
                var rows = await archive.RowsAsync(table, cancellationToken).ConfigureAwait(false);
                if (!rows.IsOk) return rows.Failure;
                if (await FillAsync(table, rows.Value, command.Organisation, id, [.. archive.StoredFiles], cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
            }
            var quotes = await session.ListAsync<QuoteRow>(ListQuotes, new { id }, cancellationToken).ConfigureAwait(false);
            await terms.AddAsync(quotes.Select(q => (q.CommentNo, q.Quote)), cancellationToken).ConfigureAwait(false);

            Result<byte[]> log = await archive.FileAsync("data/audit.json", cancellationToken).ConfigureAwait(false);
            if (!log.IsOk) return log.Failure;
            string sha256 = await files.PutAsync(log.Value, cancellationToken).ConfigureAwait(false);
            command.Archive.Position = 0;
            string whole = Convert.ToHexStringLower(await SHA256.HashDataAsync(command.Archive, cancellationToken).ConfigureAwait(false));
            await session.ExecuteAsync(InsertOrigin, new { id, archive = whole, audit = sha256, now = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
            scope.Consultation = id;
            audit.Note("consultation", id.Value, null, new { archive.Manifest.Title, from = archive.Manifest.Organisation, archive = whole });
            return id;
        }

        private async Task<Failure?> FillAsync(
            ArchiveTable table, ImmutableArray<Dictionary<string, object?>> rows, OrganisationId organisation, ConsultationId id,
            HashSet<string> stored, CancellationToken cancellationToken)
        {
            string key = table.Name + "_id";
            HashSet<Guid> held = _held[table.Name] = [];
            foreach (Dictionary<string, object?> row in rows)
            {
                foreach (ColumnShape column in table.Columns)
                {
                    if (column.Kind == ColumnKind.Guid && row[column.Name] is Guid old && _renamed.TryGetValue(old, out Guid now)) row[column.Name] = now;
                }
                if (PointsOutside(table, row, id, stored)) return ArchiveContent.Broken($"en rad i data/{table.Name}.json hör till något annat", $"a row in data/{table.Name}.json belongs to something else");
                row["organisation_id"] = organisation.Value;
                bool isHere = table.Name switch
                {
                    "body" => await IsBodyHereAsync(row, organisation, cancellationToken).ConfigureAwait(false),
                    "account" => await IsAccountHereAsync(row, organisation, cancellationToken).ConfigureAwait(false),
                    _ => false,
                };
                if (!isHere) await session.ExecuteAsync(table.Insert, new DynamicParameters(row), cancellationToken).ConfigureAwait(false);
                if (row.GetValueOrDefault(key) is Guid own) held.Add(own);
            }
            return table.Name == "consultation" && (rows.Length != 1 || !held.Contains(id.Value))
                ? ArchiveContent.Broken("det innehåller inte just den remiss som det säger", "it does not hold just the consultation that it says") : null;
        }

        private bool PointsOutside(ArchiveTable table, Dictionary<string, object?> row, ConsultationId id, HashSet<string> stored) =>
            table.Parents.Any(p => row[p.Column] is Guid parent && !_held[p.Table].Contains(parent))
            || (row.TryGetValue("consultation_id", out object? consultation) && consultation is Guid other && other != id.Value)
            || table.FileColumns.Any(f => row[f] is not string name || !stored.Contains(name));

        // A body is known by its name, as people know it.
        private async Task<bool> IsBodyHereAsync(Dictionary<string, object?> row, OrganisationId organisation, CancellationToken cancellationToken)
        {
            BodyId? here = await session.FindAsync<BodyId?>(FindBody, new { organisation, name = row["name"] }, cancellationToken).ConfigureAwait(false);
            return await RenameAsync(row, "body_id", here?.Value, CountBody, cancellationToken).ConfigureAwait(false);
        }

        private async Task<bool> IsAccountHereAsync(Dictionary<string, object?> row, OrganisationId organisation, CancellationToken cancellationToken)
        {
            AccountRow? here = await session.FindAsync<AccountRow>(FindAccount, new { email = row["email"] }, cancellationToken).ConfigureAwait(false);
            if (here is not null && here.OrganisationId == organisation) return await RenameAsync(row, "account_id", here.AccountId.Value, CountAccount, cancellationToken).ConfigureAwait(false);
            // Someone of another organisation has the address: the person here is another account, under an address that none can have.
            if (here is not null) row["email"] = $"{Guid.NewGuid():N}@imported.invalid";
            (row["is_disabled"], row["is_administrator"]) = (true, false);
            return await RenameAsync(row, "account_id", null, CountAccount, cancellationToken).ConfigureAwait(false);
        }

        // Ids stay as they are, unless another organisation here has taken in the same body before.
        private async Task<bool> RenameAsync(Dictionary<string, object?> row, string key, Guid? here, string count, CancellationToken cancellationToken)
        {
            var old = (Guid)row[key]!;
            bool isTaken = here is null && await session.FindAsync<long>(count, new { id = old }, cancellationToken).ConfigureAwait(false) > 0;
            Guid now = here ?? (isTaken ? Guid.CreateVersion7() : old);
            _renamed[old] = now;
            row[key] = now;
            return here is not null;
        }

        private static ZipArchive? Open(Stream stream)
        {
            try
            {
                stream.Position = 0;
                return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            }
            catch (InvalidDataException)
            {
                return null;
            }
        }
    }

    private sealed record QuoteRow
    {
        public long CommentNo { get; init; }

        public string Quote { get; init; } = string.Empty;
    }

    private sealed record AccountRow
    {
        public AccountId AccountId { get; init; }

        public OrganisationId OrganisationId { get; init; }
    }
}
