using System.Text.Json;
using Remiss.Domain.Texts;

namespace Remiss.Application.Json;

/// <summary>A run of a text as it stands in a column; see <see cref="TextSpan"/>.</summary>
public sealed record StoredSpan(int Start, int Length)
{
    /// <summary>The run as JSON; null stays null.</summary>
    public static string? Write(TextSpan? span) => span is { } s ? StoreJson.Write(new StoredSpan(s.Start, s.Length)) : null;

    /// <summary>The run of what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is none: the row was damaged.</exception>
    public static TextSpan? Read(string? json)
    {
        if (json is null) return null;
        StoredSpan stored = StoreJson.Read<StoredSpan>(json);
        return new TextSpan(stored.Start, stored.Length);
    }
}
