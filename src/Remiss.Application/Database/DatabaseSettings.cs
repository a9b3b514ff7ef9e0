using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Remiss.Domain.Results;

namespace Remiss.Application.Database;

/// <summary>Which database, and where.</summary>
public sealed record DatabaseSettings
{
    /// <summary>SQLite or SQL Server.</summary>
    public required SqlDialect Dialect { get; init; }

    /// <summary>The connection string as the driver takes it. May hold a password: never shown.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The folder for files that are too large for the database; made when the first one comes.</summary>
    public required string FilesFolder { get; init; }

    /// <summary>Files of at most this many bytes are kept in the database itself.</summary>
    public long LargestInDatabase { get; init; } = 10 * 1024 * 1024;

    /// <summary>How many seconds SQLite waits for another process to let go of the file before it says that it is in use.</summary>
    public int LockSeconds { get; init; } = 30;

    /// <summary>SQLite in one file.</summary>
    public static DatabaseSettings ForSqlite(string file, string? filesFolder = null) => new()
    {
        Dialect = SqlDialect.Sqlite,
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), Pooling = true, ForeignKeys = true }.ToString(),
        FilesFolder = filesFolder ?? Path.GetFullPath(file) + ".files",
    };

    /// <summary>SQL Server, or why the connection string cannot be used. The connection is encrypted unless the string itself says otherwise.</summary>
    public static Result<DatabaseSettings> ForSqlServer(string connectionString, string filesFolder)
    {
        try
        {
            var given = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connectionString };
            var builder = new SqlConnectionStringBuilder(connectionString) { MultipleActiveResultSets = false, ApplicationName = "Remiss" };
            // The driver's own default in this version is not to encrypt.
            if (!given.ContainsKey("Encrypt")) builder.Encrypt = true;
            return new DatabaseSettings { Dialect = SqlDialect.SqlServer, ConnectionString = builder.ToString(), FilesFolder = Path.GetFullPath(filesFolder) };
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            return new Invalid(new Phrase(
                "Inställningen ConnectionStrings:SqlServer går inte att tolka. Kontrollera hur den är skriven.",
                "The setting ConnectionStrings:SqlServer cannot be understood. Check how it is written."), "ConnectionStrings:SqlServer");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Dialect.Name;
}
