using System.Globalization;

namespace Remiss.Application.Database;

/// <summary>
/// Looks for a text inside a column: <c>WHERE LOWER(title) LIKE @pattern ESCAPE '!'</c>. Lower case on both sides, because
/// SQLite's LIKE knows the letters A to Z only; <c>[</c> is escaped because it means something to SQL Server.
/// </summary>
internal static class LikePattern
{
    /// <summary>The pattern that finds the text anywhere; null for no text, which is to be read as "all".</summary>
    public static string? Containing(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        string plain = text.Trim().ToLower(CultureInfo.GetCultureInfo("sv-SE"))
            .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal).Replace("[", "![", StringComparison.Ordinal);
        return $"%{plain}%";
    }
}
