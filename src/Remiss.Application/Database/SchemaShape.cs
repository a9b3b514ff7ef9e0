using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Remiss.Application.Database;

/// <summary>What kind of value a column holds, whichever database it is in.</summary>
internal enum ColumnKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A guid.</summary>
    Guid,

    /// <summary>A time in UTC.</summary>
    Time,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with decimals.</summary>
    Real,

    /// <summary>Yes or no.</summary>
    Bool,

    /// <summary>Bytes.</summary>
    Bytes,
}

/// <summary>A column of a table.</summary>
internal sealed record ColumnShape(string Name, ColumnKind Kind, bool IsNullable);

/// <summary>
/// The tables as the scripts make them: what must treat every table alike (the archive, the backup's comparison) reads
/// it from the one place where it is said. T-SQL names the types; SQLite's script has the same columns.
/// </summary>
internal static partial class SchemaShape
{
    /// <summary>Each table's columns, in order.</summary>
    public static ImmutableDictionary<string, ImmutableArray<ColumnShape>> Tables { get; } = Read();

    private static ImmutableDictionary<string, ImmutableArray<ColumnShape>> Read()
    {
        var tables = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ColumnShape>>(StringComparer.Ordinal);
        foreach (string statement in MigrationScripts.For(SqlDialect.SqlServer).SelectMany(script => script.Statements))
        {
            if (CreateTable().Match(statement) is { Success: true } created)
            {
                tables[created.Groups["name"].Value] = [.. created.Groups["lines"].Value.Split('\n').Select(ColumnOf).OfType<ColumnShape>()];
            }
            else if (AddColumn().Match(statement) is { Success: true } added && ColumnOf(added.Groups["line"].Value) is { } column)
            {
                string table = added.Groups["name"].Value;
                tables[table] = tables[table].Add(column);
            }
        }
        return tables.ToImmutable();
    }

    private static ColumnShape? ColumnOf(string line)
    {
        Match column = Column().Match(line);
        if (!column.Success) return null;
        ColumnKind kind = column.Groups["type"].Value switch
        {
            "uniqueidentifier" => ColumnKind.Guid,
            "datetime2" => ColumnKind.Time,
            "date" => ColumnKind.Day,
            "int" or "bigint" => ColumnKind.Whole,
            "float" => ColumnKind.Real,
            "bit" => ColumnKind.Bool,
            "varbinary" => ColumnKind.Bytes,
            _ => ColumnKind.Text,
        };
        return new ColumnShape(column.Groups["name"].Value, kind, !line.Contains("NOT NULL", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^CREATE TABLE (?<name>\w+) \((?<lines>.*)\)$", RegexOptions.Singleline)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"^ALTER TABLE (?<name>\w+) ADD (COLUMN )?(?<line>.*)$", RegexOptions.Singleline)]
    private static partial Regex AddColumn();

    [GeneratedRegex(@"^\s*(?<name>[a-z_0-9]+) (?<type>uniqueidentifier|datetime2|date|bigint|int|float|bit|varbinary|nvarchar)\b")]
    private static partial Regex Column();
}
