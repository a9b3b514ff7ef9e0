using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Remiss.Domain.Results;

namespace Remiss.Application.Database;

/// <summary>What a migration did, or would do.</summary>
/// <param name="Before">The number the database was at; 0 where it was empty.</param>
/// <param name="Applied">The scripts that were run, or would be.</param>
public sealed record MigrationReport(int Before, ImmutableArray<MigrationScript> Applied);

/// <summary>
/// Brings the database to the program's number. One process at a time; each script in a transaction with its
/// line in the journal. Refuses a database that is newer than the program, or whose scripts are not those that were run.
/// </summary>
public sealed class Migrator(RemissDatabase database, TimeProvider clock)
{
    private const string CreateJournal = """
        CREATE TABLE schema_journal (
            number int NOT NULL PRIMARY KEY,
            name varchar(200) NOT NULL,
            checksum varchar(64) NOT NULL,
            applied_at varchar(30) NOT NULL
        )
        """;

    private const string HasTable = "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'schema_journal'";
    private const string HasTableSqlite = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_journal'";
    private const string ListJournal = "SELECT number, name, checksum FROM schema_journal ORDER BY number";
    private const string AddToJournal = "INSERT INTO schema_journal (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @AppliedAt)";
    private const string Lock = "sp_getapplock";

    /// <summary>The scripts of this program; tests put others in.</summary>
    internal ImmutableArray<MigrationScript> Scripts { get; init; } = MigrationScripts.For(database.Dialect);

    /// <summary>Runs what is missing; with <paramref name="dryRun"/> only tells what that is.</summary>
    public async Task<Result<MigrationReport>> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        using IDisposable? turn = await database.EnterWriteAsync(cancellationToken).ConfigureAwait(false);
        await using DbConnection connection = await database.OpenAsync(cancellationToken, mayCreate: true).ConfigureAwait(false);
        // One transaction over all of it: both databases can undo a changed table, so a script that fails leaves nothing behind.
        await using DbTransaction transaction = RemissDatabase.BeginWrite(connection);
        if (database.Dialect == SqlDialect.SqlServer) await TakeLockAsync(connection, transaction).ConfigureAwait(false);

        bool isNew = await connection.ExecuteScalarAsync<long>(
            database.Dialect == SqlDialect.Sqlite ? HasTableSqlite : HasTable, transaction: transaction).ConfigureAwait(false) == 0;
        var journal = isNew ? [] : (await connection.QueryAsync<JournalRow>(ListJournal, transaction: transaction).ConfigureAwait(false)).AsList();
        if (Refusal(journal) is { } refusal) return refusal;

        int before = journal.Count == 0 ? 0 : journal[^1].Number;
        var missing = Scripts.Where(s => s.Number > before).ToImmutableArray();
        if (dryRun || missing.IsEmpty) return new MigrationReport(before, missing);

        if (isNew) await connection.ExecuteAsync(CreateJournal, transaction: transaction).ConfigureAwait(false);
        foreach (MigrationScript script in missing)
        {
            foreach (string statement in script.Statements)
                await connection.ExecuteAsync(new CommandDefinition(statement, transaction: transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
            string at = clock.GetUtcNow().UtcDateTime.ToString(DapperTypes.TimeFormat, System.Globalization.CultureInfo.InvariantCulture);
            await connection.ExecuteAsync(AddToJournal, new { script.Number, script.Name, script.Checksum, AppliedAt = at }, transaction).ConfigureAwait(false);
        }
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new MigrationReport(before, missing);
    }

    /// <summary>Fails where the database is not at the program's number exactly: what a host asks before it serves anyone.</summary>
    public async Task<Result<int>> CheckAsync(CancellationToken cancellationToken)
    {
        Result<MigrationReport> report = await RunAsync(dryRun: true, cancellationToken).ConfigureAwait(false);
        if (!report.IsOk) return report.Failure;
        if (report.Value.Applied.IsEmpty) return report.Value.Before;
        return new Conflict(new Phrase(
            $"Databasen är inte uppdaterad: {report.Value.Applied.Length} steg återstår. Kör ”remiss migrate”.",
            $"The database is not up to date: {report.Value.Applied.Length} steps remain. Run 'remiss migrate'."));
    }

    private Conflict? Refusal(List<JournalRow> journal)
    {
        foreach (JournalRow row in journal)
        {
            MigrationScript? script = Scripts.FirstOrDefault(s => s.Number == row.Number);
            if (script is null)
            {
                return new Conflict(new Phrase(
                    $"Databasen är nyare än programmet: den har steg {row.Number} ({row.Name}), som det här programmet inte känner till. Använd en nyare version av Remiss. Inget har ändrats.",
                    $"The database is newer than the program: it has step {row.Number} ({row.Name}), which this program does not know. Use a newer version of Remiss. Nothing was changed."));
            }
            if (script.Checksum != row.Checksum)
            {
                return new Conflict(new Phrase(
                    $"Skriptet {script.Name} är inte det som databasen skapades med. Ett kört skript får aldrig ändras: ta tillbaka det gamla och gör ändringen i ett nytt. Inget har ändrats.",
                    $"The script {script.Name} is not the one that the database was made with. A script that has been run must never change: bring the old one back and make the change in a new one. Nothing was changed."));
            }
        }
        return null;
    }

    // Held to the end of the transaction, by whoever comes first.
    private static Task<int> TakeLockAsync(DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        Lock,
        new { Resource = "remiss-migrate", LockMode = "Exclusive", LockOwner = "Transaction", LockTimeout = 600_000 },
        transaction, commandTimeout: 660, commandType: System.Data.CommandType.StoredProcedure);

    private sealed record JournalRow
    {
        public int Number { get; init; }

        public string Name { get; init; } = string.Empty;

        public string Checksum { get; init; } = string.Empty;
    }
}
