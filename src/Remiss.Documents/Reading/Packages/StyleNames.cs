namespace Remiss.Documents.Reading.Packages;

/// <summary>What a style's name says of its paragraphs, in the English that the formats store and in Swedish.</summary>
internal static class StyleNames
{
    /// <summary>The level of a heading style (<c>heading 2</c>, <c>Rubrik 2</c>, <c>Rubrik2</c>, <c>Heading_20_2</c>), or null.</summary>
    public static int? HeadingLevel(string name)
    {
        string plain = Plain(name);
        foreach (string prefix in (ReadOnlySpan<string>)["heading", "rubrik"])
        {
            if (plain.StartsWith(prefix, StringComparison.Ordinal)
                && plain.Length == prefix.Length + 1 && plain[^1] is >= '1' and <= '9')
            {
                return plain[^1] - '0';
            }
        }
        return null;
    }

    public static bool IsTitle(string name) => Plain(name) is "title" or "titel" or "dokumenttitel" or "documenttitle" or "huvudrubrik";

    /// <summary>A line of a table of contents (<c>toc 1</c>, <c>Innehåll 1</c>, <c>Contents_20_1</c>).</summary>
    public static bool IsContents(string name)
    {
        string plain = Plain(name);
        return plain.Length > 1 && char.IsAsciiDigit(plain[^1])
            && plain[..^1] is ("toc" or "innehåll" or "contents" or "tableofcontents");
    }

    private static string Plain(string name) =>
        name.Replace("_20_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
