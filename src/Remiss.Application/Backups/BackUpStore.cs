using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Microsoft.Data.Sqlite;
using Remiss.Application.Archives;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Backups;

/// <summary>
/// Copies the whole store into a new folder while it is in use. SQLite: its own online copy, and the files that lie beside it. SQL
/// Server: the open archive of every consultation (the server's own backup is the full one, docs/backup.md).
/// </summary>
public static class BackUpStore
{
    private const string ListConsultations = "SELECT consultation_id FROM consultation ORDER BY consultation_id";
    private const string ListFiles = "SELECT sha256 FROM stored_file WHERE place = 'Folder' ORDER BY sha256";

    /// <summary>The folder to make; it must not exist.</summary>
    public sealed record Query(string Folder) : IQuery<BackupManifest>
    {
        /// <inheritdoc/>
        public Access Access => Access.Installation;
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Folder)
            .Must(f => !string.IsNullOrWhiteSpace(f)).Says("Ange mappen som säkerhetskopian ska läggas i.", "Name the folder that the backup goes into.")
            .Must(f => !Directory.Exists(f) && !File.Exists(f)).Says(
                "Mappen för säkerhetskopian finns redan. Ange en ny: en gammal kopia skrivs aldrig över.", "The folder for the backup exists already. Name a new one: an old copy is never overwritten.");
    }

    internal sealed class Handler(DbSession session, RemissDatabase database, IMediator mediator, TimeProvider clock) : IRequestHandler<Query, Result<BackupManifest>>
    {
        public async Task<Result<BackupManifest>> Handle(Query query, CancellationToken cancellationToken)
        {
            string unfinished = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(query.Folder))}.part-{Guid.NewGuid():N}";
            Directory.CreateDirectory(unfinished);
            try
            {
                DateTimeOffset now = clock.GetUtcNow();
                Failure? refusal = session.Dialect == SqlDialect.Sqlite
                    ? await CopySqliteAsync(unfinished, cancellationToken).ConfigureAwait(false)
                    : await ExportAllAsync(unfinished, cancellationToken).ConfigureAwait(false);
                if (refusal is not null) return refusal;
                var files = ImmutableArray.CreateBuilder<BackupFile>();
                foreach (string path in Directory.EnumerateFiles(unfinished, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                {
                    string name = Path.GetRelativePath(unfinished, path).Replace(Path.DirectorySeparatorChar, '/');
                    files.Add(new BackupFile(name, new FileInfo(path).Length, await BackupManifest.ChecksumAsync(path, cancellationToken).ConfigureAwait(false)));
                }
                var manifest = new BackupManifest(MigrationScripts.For(session.Dialect)[^1].Number, now, files.ToImmutable());
                await File.WriteAllTextAsync(Path.Combine(unfinished, BackupManifest.FileName), StoreJson.Write(manifest), cancellationToken).ConfigureAwait(false);
                // The name it was asked for comes last: a folder of that name is a whole backup.
                Directory.Move(unfinished, query.Folder);
                return manifest;
            }
            finally
            {
                if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
            }
        }

        private async Task<Failure?> CopySqliteAsync(string folder, CancellationToken cancellationToken)
        {
            await using (var source = (SqliteConnection)await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, BackupManifest.DatabaseName), Pooling = false }.ToString()))
            {
                await copy.OpenAsync(cancellationToken).ConfigureAwait(false);
                source.BackupDatabase(copy);
                await using SqliteCommand one = copy.CreateCommand();
                // One file, without a log beside it.
                one.CommandText = "PRAGMA journal_mode = DELETE";
                await one.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
            // After the rows: a file is always there before its row, so none that the copy names can be missing.
            foreach (string sha256 in await session.ListAsync<string>(ListFiles, null, cancellationToken).ConfigureAwait(false))
            {
                string from = FileStore.PathOf(session.Settings, sha256);
                if (!File.Exists(from)) return new NotFound(new Phrase($"Filen {sha256} saknas i lagret, så säkerhetskopian skulle inte bli hel. Kör ”remiss doctor”.", $"The file {sha256} is missing in the store, so the backup would not be whole. Run 'remiss doctor'."));
                string to = Path.Combine(folder, BackupManifest.FilesFolder, sha256[..2], sha256);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(from, to);
            }
            return null;
        }

        private async Task<Failure?> ExportAllAsync(string folder, CancellationToken cancellationToken)
        {
            foreach (ConsultationId id in await session.ListAsync<ConsultationId>(ListConsultations, null, cancellationToken).ConfigureAwait(false))
            {
                await using FileStream archive = File.Create(Path.Combine(folder, $"{id}.zip"));
                Result<ArchiveManifest> exported = await mediator.Send(new ExportConsultation.Query(id, archive), cancellationToken).ConfigureAwait(false);
                if (!exported.IsOk) return exported.Failure;
            }
            return null;
        }
    }
}
