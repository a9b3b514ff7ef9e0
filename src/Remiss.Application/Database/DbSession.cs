using System.Data;
using System.Data.Common;
using Dapper;

namespace Remiss.Application.Database;

/// <summary>
/// The connection and transaction of one request. Opened when first used. What is read without a
/// transaction sees what is committed; what a command does, it does inside one.
/// </summary>
public sealed class DbSession(RemissDatabase database) : IAsyncDisposable
{
    private DbConnection? _connection;
    private DbTransaction? _transaction;
    private IDisposable? _turn;
    private Action? _afterCommit;

    /// <summary>The database's dialect.</summary>
    public SqlDialect Dialect => database.Dialect;

    /// <summary>The installation's settings for the store.</summary>
    public DatabaseSettings Settings => database.Settings;

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => _transaction is not null;

    /// <summary>
    /// Whether the failure is the machine's and not the program's: the dialect says so, or the connection that was open is gone.
    /// </summary>
    public bool IsOutOfOrder(DbException exception) =>
        Dialect.IsOutOfOrder(exception) || _connection is { State: ConnectionState.Closed or ConnectionState.Broken };

    /// <summary>All rows of a select.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<T> rows = await connection.QueryAsync<T>(Of(sql, parameters, cancellationToken)).ConfigureAwait(false);
        return rows.AsList();
    }

    /// <summary>The only row of a select, or null (for a value type its default: ask for a nullable one).</summary>
    public async Task<T?> FindAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await connection.QuerySingleOrDefaultAsync<T>(Of(sql, parameters, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Runs a statement and tells how many rows it changed. A sequence of parameter objects runs it once for each.</summary>
    public async Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteAsync(Of(sql, parameters, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Inserts many rows in few round trips. Typed ids are passed as their <c>.Value</c>; times, days and enumerations as they are.</summary>
    /// <param name="table">The table: a word of the program, never input.</param>
    /// <param name="columns">Its columns, in the order of the values.</param>
    /// <param name="rows">The values, a row each.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task InsertAsync(string table, string[] columns, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return;
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await RowInsert.RunAsync(connection, _transaction, Dialect, table, columns, rows, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins the transaction. On SQLite it waits for its turn to write.</summary>
    /// <exception cref="InvalidOperationException">One is open already.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (_transaction is not null) throw new InvalidOperationException("A transaction is open already.");
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        _turn = await database.EnterWriteAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _transaction = RemissDatabase.BeginWrite(connection);
        }
        catch
        {
            LeaveTurn();
            throw;
        }
    }

    /// <summary>Commits. After it, what was done is on disk.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_transaction is null) throw new InvalidOperationException("No transaction is open.");
        await _transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        Action? after = _afterCommit;
        await EndAsync().ConfigureAwait(false);
        after?.Invoke();
    }

    /// <summary>Does this when the open transaction is committed, and never where it is undone; at once where none is open.</summary>
    public void AfterCommit(Action action)
    {
        if (_transaction is null) action();
        else _afterCommit += action;
    }

    /// <summary>Undoes the transaction, if one is open.</summary>
    public async Task RollbackAsync()
    {
        if (_transaction is not { } open) return;
        await DespiteAsync(() => open.RollbackAsync()).ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Undoes what is open and gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        await RollbackAsync().ConfigureAwait(false);
        if (_connection is { } connection) await DespiteAsync(() => connection.DisposeAsync().AsTask()).ConfigureAwait(false);
        _connection = null;
    }

    private async Task EndAsync()
    {
        DbTransaction? ended = _transaction;
        _transaction = null;
        _afterCommit = null;
        try
        {
            if (ended is not null) await DespiteAsync(() => ended.DisposeAsync().AsTask()).ConfigureAwait(false);
        }
        finally
        {
            // Whatever happened: the next writer must not wait for ever.
            LeaveTurn();
        }
    }

    // Where the connection broke or the disk is full, the database has undone the transaction by itself, and the driver complains
    // that there is none.
    private static async Task DespiteAsync(Func<Task> end)
    {
        try
        {
            await end().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is DbException or InvalidOperationException)
        {
            return;
        }
    }

    private void LeaveTurn()
    {
        _turn?.Dispose();
        _turn = null;
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        _connection ??= await database.OpenAsync(cancellationToken).ConfigureAwait(false);

    private CommandDefinition Of(string sql, object? parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, _transaction, cancellationToken: cancellationToken);
}
