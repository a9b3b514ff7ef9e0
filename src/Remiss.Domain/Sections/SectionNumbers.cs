using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>Writes the accepted headings' numbers as they are cited.</summary>
internal static class SectionNumbers
{
    /// <summary>Words before the number of a named section; the number is cited with them (<c>fokusområde 2</c>).</summary>
    private static readonly string[] NamingWords =
    [
        "Fokusområde", "Målområde", "Insatsområde", "Utvecklingsområde", "Prioriterat område", "Prioritering", "Område", "Delmål", "Mål", "Perspektiv", "Strategi",
    ];

    public static void Write(List<HeadingCandidate> sections)
    {
        bool numbered = false;
        foreach (HeadingCandidate c in sections)
        {
            c.Number = c.Prefix?.Number;
            numbered |= c.Number is not null;
        }
        // Where chapters have numbers, "Mål 2" is a title; else its figure is the number that replies cite.
        if (numbered) return;
        foreach (HeadingCandidate c in sections) Named(c);
    }

    private static void Named(HeadingCandidate c)
    {
        foreach (string word in NamingWords)
        {
            if (!c.Words.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)) continue;
            int at = word.Length + 1;
            int from = at;
            while (at < c.Words.Length && at - from < 2 && char.IsAsciiDigit(c.Words[at])) at++;
            if (at == from || (at < c.Words.Length && char.IsLetterOrDigit(c.Words[at]))) return;
            c.Number = c.Words[from..at];
            string rest = c.Words[at..].TrimStart(' ', ':', '.', '–', '-', '—');
            c.Title = rest.Length > 0 ? rest : c.Words;
            return;
        }
    }
}
