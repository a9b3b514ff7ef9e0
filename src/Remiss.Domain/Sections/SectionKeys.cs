using System.Text;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>How headings are told to say the same, and how sections get their names.</summary>
internal static class SectionKeys
{
    private const int LongestSlug = 60;

    /// <summary>Small letters and figures only, words with one space between.</summary>
    public static string Of(ReadOnlySpan<char> words)
    {
        var key = new StringBuilder(words.Length);
        bool gap = false;
        foreach (char c in words)
        {
            if (char.IsLetterOrDigit(c))
            {
                if (gap && key.Length > 0) key.Append(' ');
                gap = false;
                key.Append(char.ToLowerInvariant(c));
            }
            else gap = true;
        }
        return key.ToString();
    }

    /// <summary>A name for addresses: small letters a–z, figures and hyphens.</summary>
    public static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (char c in title)
        {
            char small = char.ToLowerInvariant(c) switch
            {
                'å' or 'ä' or 'à' or 'á' or 'æ' => 'a',
                'ö' or 'ø' or 'ó' => 'o',
                'é' or 'è' or 'ë' => 'e',
                'ü' => 'u',
                var other => other,
            };
            if (char.IsAsciiLetterOrDigit(small)) slug.Append(small);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= LongestSlug) break;
        }
        string name = slug.ToString().Trim('-');
        return name.Length == 0 ? "avsnitt" : name;
    }

    /// <summary>The id of a section: its number, else a slug of its title; <c>-2</c> and so on where it is taken.</summary>
    public static SectionId Id(string? number, string title, HashSet<string> taken, Dictionary<string, int> counters)
    {
        string name = number is null ? Slug(title) : number.Replace(" ", string.Empty, StringComparison.Ordinal);
        if (taken.Add(name)) return new SectionId(name);
        int n = counters.GetValueOrDefault(name, 1);
        string unique;
        do unique = $"{name}-{(++n).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        while (!taken.Add(unique));
        counters[name] = n;
        return new SectionId(unique);
    }

    /// <summary>Whether the title heads the table of contents.</summary>
    public static bool IsContents(string title) => ContentsFinder.IsContentsTitle(title);
}
