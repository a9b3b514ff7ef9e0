using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Remiss.Application.Database;

/// <summary>The database of this installation. One for the whole process; opens connections.</summary>
public sealed class RemissDatabase
{
    // SQLite lets one write at a time. Writers of this process queue here, in order and without polling;
    // only those of other processes meet at the file's own lock.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);
    private static readonly CompareInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;
    private const int CannotOpen = 14;
    private readonly SemaphoreSlim? _writers;

    static RemissDatabase()
    {
        SQLitePCL.Batteries_V2.Init();
        DapperTypes.Register();
    }

    /// <param name="settings">Which, and where.</param>
    public RemissDatabase(DatabaseSettings settings)
    {
        Settings = settings;
        if (settings.Dialect == SqlDialect.Sqlite) _writers = Gates.GetOrAdd(settings.ConnectionString, _ => new SemaphoreSlim(1, 1));
    }

    /// <summary>Which, and where.</summary>
    public DatabaseSettings Settings { get; }

    /// <summary>Its dialect.</summary>
    public SqlDialect Dialect => Settings.Dialect;

    /// <summary>An open connection. On SQLite with foreign keys, write-ahead log and the Swedish order.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="mayCreate">Whether a SQLite file that does not exist is made: only for the migrator.</param>
    /// <exception cref="DbException">The database is out of order; see <see cref="SqlDialect.IsOutOfOrder"/>.</exception>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken, bool mayCreate = false)
    {
        if (Dialect == SqlDialect.SqlServer)
        {
            var server = new SqlConnection(Settings.ConnectionString);
            try
            {
                await server.OpenAsync(cancellationToken).ConfigureAwait(false);
                return server;
            }
            catch
            {
                await server.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
        var file = new SqliteConnection(Settings.ConnectionString) { DefaultTimeout = Settings.LockSeconds };
        // A pooled connection goes on writing to a file that has been deleted, where no one will find it.
        if (!mayCreate && !File.Exists(file.DataSource)) throw new SqliteException("The database file is gone.", CannotOpen);
        try
        {
            await file.OpenAsync(cancellationToken).ConfigureAwait(false);
            file.CreateCollation("Finnish_Swedish_CI_AS", (a, b) => Swedish.Compare(a, b, CompareOptions.IgnoreCase));
            // SQLite's own knows the letters A to Z only; SQL Server's knows all.
            file.CreateFunction("lower", (string? text) => text?.ToLower(CultureInfo.GetCultureInfo("sv-SE")), isDeterministic: true);
            file.CreateFunction(
                "charindex", (string? sought, string? text) => sought is null || text is null ? 0 : text.IndexOf(sought, StringComparison.Ordinal) + 1, isDeterministic: true);
            await using SqliteCommand pragmas = file.CreateCommand();
            // Full: what was committed survives a power cut; a receipt that was given is true.
            pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;";
            await pragmas.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Begins a transaction that may write: on SQLite at once, so that no reader turns writer and meets another.</summary>
    internal static DbTransaction BeginWrite(DbConnection connection) =>
        connection is SqliteConnection file ? file.BeginTransaction(deferred: false) : connection.BeginTransaction();

    /// <summary>Waits for the turn to write; the result gives it back.</summary>
    internal async Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken)
    {
        if (_writers is null) return null;
        await _writers.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(_writers);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) gate.Release();
        }
    }
}
