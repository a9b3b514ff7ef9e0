using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Remiss.Application.Database;

/// <summary>
/// Inserts many rows in few round trips: as many to a statement as the dialect bears, one statement's text for all
/// full ones. A null stands as <c>NULL</c> in the text, so that it takes its column's type.
/// </summary>
internal static class RowInsert
{
    public static async Task RunAsync(
        DbConnection connection, DbTransaction? transaction, SqlDialect dialect, string table, string[] columns, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        int most = dialect.RowsPerInsert(columns.Length);
        await using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        for (int start = 0; start < rows.Count; start += most)
        {
            int count = Math.Min(most, rows.Count - start);
            string sql = Sql(table, columns, rows, start, count);
            if (sql != command.CommandText)
            {
                command.CommandText = sql;
                command.Parameters.Clear();
            }
            Fill(command, rows, start, count);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Sql(string table, string[] columns, IReadOnlyList<object?[]> rows, int start, int count)
    {
        var sql = new StringBuilder("INSERT INTO ").Append(table).Append(" (").AppendJoin(", ", columns).Append(") VALUES ");
        int parameter = 0;
        for (int r = 0; r < count; r++)
        {
            sql.Append(r == 0 ? "(" : ", (");
            object?[] row = rows[start + r];
            if (row.Length != columns.Length) throw new ArgumentException($"{table} takes {columns.Length} values a row.", nameof(rows));
            for (int c = 0; c < row.Length; c++)
            {
                if (c > 0) sql.Append(", ");
                if (row[c] is null) sql.Append("NULL");
                else sql.Append(CultureInfo.InvariantCulture, $"@p{parameter++}");
            }
            sql.Append(')');
        }
        return sql.ToString();
    }

    private static void Fill(DbCommand command, IReadOnlyList<object?[]> rows, int start, int count)
    {
        int parameter = 0;
        for (int r = 0; r < count; r++)
        {
            foreach (object? value in rows[start + r])
            {
                if (value is null) continue;
                if (parameter == command.Parameters.Count)
                {
                    DbParameter added = command.CreateParameter();
                    added.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{parameter}");
                    command.Parameters.Add(added);
                }
                DapperTypes.Assign(command.Parameters[parameter++], value);
            }
        }
    }
}
