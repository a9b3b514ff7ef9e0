using Microsoft.Data.Sqlite;
using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Backups;

/// <summary>
/// Brings a SQLite store back from a backup folder. Not a use case of the store: there is none yet. Everything is checked
/// and copied beside the place first; a store that is there is refused, never overwritten.
/// </summary>
public static class StoreRestore
{
    /// <summary>Restores, or says why not; the place is as it was then.</summary>
    /// <param name="folder">The backup.</param>
    /// <param name="settings">Where the store shall be.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Result<BackupManifest>> RunAsync(string folder, DatabaseSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Dialect != SqlDialect.Sqlite)
        {
            return new Invalid(new Phrase(
                "På SQL Server återställs databasen med serverns egna kommandon, eller remiss för remiss med ”remiss archive import”. Se docs/backup.md.",
                "On SQL Server the database is restored with the server's own commands, or consultation by consultation with 'remiss archive import'. See docs/backup.md."));
        }
        string database = new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;
        // Files without a database are what an interrupted restore left, and named by their bytes: they do no harm.
        if (File.Exists(database))
        {
            return new Conflict(new Phrase(
                $"Det finns redan en databas i {database}. Flytta undan den, eller ange en annan plats. Inget har ändrats.",
                $"There is a database in {database} already. Move it away, or name another place. Nothing was changed."));
        }
        try
        {
            Result<BackupManifest> manifest = await BackupManifest.CheckAsync(folder, cancellationToken).ConfigureAwait(false);
            if (!manifest.IsOk) return manifest.Failure;
            if (manifest.Value.Files.All(f => f.Path != BackupManifest.DatabaseName))
            {
                return new Invalid(new Phrase(
                    "Säkerhetskopian innehåller ingen SQLite-databas. Läs in dess arkiv med ”remiss archive import”.",
                    "The backup holds no SQLite database. Import its archives with 'remiss archive import'."));
            }
            await CopyAsync(folder, database, settings.FilesFolder, manifest.Value, cancellationToken).ConfigureAwait(false);
            return manifest;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return OutOfOrder.Of(broken as IOException ?? new IOException(broken.Message, broken));
        }
    }

    private static async Task CopyAsync(string folder, string database, string filesFolder, BackupManifest manifest, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        foreach (BackupFile file in manifest.Files.Where(f => f.Path != BackupManifest.DatabaseName))
        {
            string to = Path.Combine(filesFolder, Path.GetRelativePath(BackupManifest.FilesFolder, file.Path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(folder, file.Path), to, overwrite: true);
        }
        string unfinished = $"{database}.part-{Guid.NewGuid():N}";
        try
        {
            await using (FileStream from = File.OpenRead(Path.Combine(folder, BackupManifest.DatabaseName)))
            await using (FileStream to = File.Create(unfinished))
            {
                await from.CopyToAsync(to, cancellationToken).ConfigureAwait(false);
                to.Flush(flushToDisk: true);
            }
            // Last: a database that is there has all its files.
            File.Move(unfinished, database);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
