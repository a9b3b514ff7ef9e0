using System.Globalization;
using System.Text.Json.Nodes;
using Remiss.Application.Database;

namespace Remiss.Application.Archives;

/// <summary>The values of a column in JSON, the same from both databases; and back.</summary>
internal static class ArchiveValues
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A value as a driver hands it over, as JSON.</summary>
    public static JsonNode? ToJson(object? value, ColumnKind kind) => value switch
    {
        null or DBNull => null,
        _ => kind switch
        {
            ColumnKind.Guid => JsonValue.Create(value is Guid guid ? guid : Guid.Parse((string)value, CultureInfo.InvariantCulture)),
            ColumnKind.Time => JsonValue.Create(value is DateTime time ? time.ToString(DapperTypes.TimeFormat, CultureInfo.InvariantCulture) : (string)value),
            ColumnKind.Day => JsonValue.Create(value is DateTime day ? day.ToString(DayFormat, CultureInfo.InvariantCulture) : (string)value),
            ColumnKind.Whole => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            ColumnKind.Real => JsonValue.Create(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            ColumnKind.Bool => JsonValue.Create(Convert.ToBoolean(value, CultureInfo.InvariantCulture)),
            ColumnKind.Bytes => JsonValue.Create(Convert.ToBase64String((byte[])value)),
            _ => JsonValue.Create((string)value),
        },
    };

    /// <summary>The value to store; throws <see cref="FormatException"/> or <see cref="InvalidOperationException"/> where it is of another kind.</summary>
    public static object? FromJson(JsonNode? node, ColumnKind kind) => node is null ? null : kind switch
    {
        ColumnKind.Guid => node.GetValue<Guid>(),
        ColumnKind.Time => DateTimeOffset.ParseExact(node.GetValue<string>(), DapperTypes.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        ColumnKind.Day => DateOnly.ParseExact(node.GetValue<string>(), DayFormat, CultureInfo.InvariantCulture),
        ColumnKind.Whole => node.GetValue<long>(),
        ColumnKind.Real => node.GetValue<double>(),
        ColumnKind.Bool => node.GetValue<bool>(),
        ColumnKind.Bytes => Convert.FromBase64String(node.GetValue<string>()),
        _ => node.GetValue<string>(),
    };
}
