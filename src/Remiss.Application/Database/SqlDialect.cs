using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Remiss.Application.Database;

/// <summary>
/// What truly differs between the databases. Statements are written once in the subset both speak, and
/// composed with these clauses; their text is never edited afterwards.
/// </summary>
public abstract class SqlDialect
{
    private protected SqlDialect()
    {
    }

    /// <summary>The folder of its scripts: <c>sqlite</c>, <c>sqlserver</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The end of a select with an order: the rows from <c>@skip</c> on, at most <c>@take</c> of them.</summary>
    public abstract string Page { get; }

    /// <summary>A select of the first row only.</summary>
    /// <param name="columns">What to select.</param>
    /// <param name="rest">From <c>FROM</c> on, with its <c>ORDER BY</c>.</param>
    public abstract string First(string columns, string rest);

    /// <summary>A select of any rows, at most <c>@most</c> of them: to count up to a limit.</summary>
    /// <param name="columns">What to select.</param>
    /// <param name="rest">From <c>FROM</c> on, without an order.</param>
    public abstract string AtMost(string columns, string rest);

    /// <summary>How many rows of that many columns one insert takes.</summary>
    public abstract int RowsPerInsert(int columns);

    /// <summary>Whether the statement failed because a key is there already.</summary>
    public abstract bool IsDuplicateKey(DbException exception);

    /// <summary>Whether the database cannot be reached, is locked by another, or its disk is full: the same command may work later.</summary>
    public abstract bool IsOutOfOrder(DbException exception);

    /// <summary>SQLite, embedded.</summary>
    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    /// <summary>SQL Server, and what speaks its protocol (Babelfish).</summary>
    public static SqlDialect SqlServer { get; } = new SqlServerDialect();

    private sealed class SqliteDialect : SqlDialect
    {
        private const int Constraint = 19;
        private const int ConstraintPrimaryKey = 1555;
        private const int ConstraintUnique = 2067;

        public override string Name => "sqlite";

        public override string Page => "LIMIT @take OFFSET @skip";

        public override string First(string columns, string rest) => $"SELECT {columns} {rest} LIMIT 1";

        public override string AtMost(string columns, string rest) => $"SELECT {columns} {rest} LIMIT @most";

        // No round trip to save: one prepared statement, run again and again, is quickest.
        public override int RowsPerInsert(int columns) => 1;

        public override bool IsDuplicateKey(DbException exception) =>
            exception is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

        // Busy, locked, read-only, I/O, corrupt, full, cannot open, not a database.
        public override bool IsOutOfOrder(DbException exception) =>
            exception is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 11 or 13 or 14 or 26 };
    }

    private sealed class SqlServerDialect : SqlDialect
    {
        public override string Name => "sqlserver";

        public override string Page => "OFFSET @skip ROWS FETCH NEXT @take ROWS ONLY";

        public override string First(string columns, string rest) => $"SELECT TOP (1) {columns} {rest}";

        public override string AtMost(string columns, string rest) => $"SELECT TOP (@most) {columns} {rest}";

        // At most 2,100 parameters and 1,000 rows to a statement.
        public override int RowsPerInsert(int columns) => Math.Min(1_000, 2_000 / columns);

        public override bool IsDuplicateKey(DbException exception) => exception is SqlException { Number: 2601 or 2627 };

        // Any other number depends on who answers (SQL Server or Babelfish); a broken connection has severity 17 and above.
        public override bool IsOutOfOrder(DbException exception) => exception is SqlException { Class: >= 17 };
    }
}
