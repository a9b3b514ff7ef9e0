using System.Globalization;

namespace Remiss.Application.Database;

/// <summary>
/// Looks for a text inside a column: <c>WHERE CHARINDEX(@sought, LOWER(title)) &gt; 0</c>. SQL Server has that function, and
/// <see cref="RemissDatabase"/> gives it to SQLite. LIKE is not used: no sign in the text means anything but itself here, and what
/// escapes a sign in LIKE differs between SQL Server and Babelfish.
/// </summary>
internal static class SoughtText
{
    /// <summary>The text as it is compared; null for no text, which is to be read as "all".</summary>
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToLower(CultureInfo.GetCultureInfo("sv-SE"));
}
