using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>Outer parts of a document (Del I, Bilaga 2), inside which numbers may begin anew.</summary>
internal static class SectionPart
{
    /// <summary>Whether the heading opens an annex.</summary>
    public static bool IsAnnex(string words) =>
        words.StartsWith("Bilaga", StringComparison.OrdinalIgnoreCase)
        && (words.Length == 6 || words[6] is ' ' or ':' or '.' || words.Equals("Bilagor", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the heading opens a numbered part: <c>Del 1</c>, <c>Del II</c>, <c>Del A</c>.</summary>
    public static bool IsPart(string words) =>
        words.Length > 4 && words.StartsWith("Del ", StringComparison.OrdinalIgnoreCase)
        && (char.IsAsciiDigit(words[4]) || (words[4] is >= 'A' and <= 'Z' && (words.Length == 5 || !char.IsLower(words[5]))));

    /// <summary>Whether the heading opens a part or annex, by its words or by a roman number.</summary>
    public static bool Opens(HeadingCandidate c) =>
        c.Accepted && (c.Prefix is { Style: NumberStyle.Roman } || (c.Prefix is null && !c.Weak && (IsAnnex(c.Words) || IsPart(c.Words))));

    /// <summary>Cuts the candidates into parts, each a run inside which numbers rise.</summary>
    public static List<List<HeadingCandidate>> Split(List<HeadingCandidate> candidates)
    {
        var parts = new List<List<HeadingCandidate>> { new() };
        foreach (HeadingCandidate c in candidates)
        {
            if (Opens(c) && parts[^1].Count > 0) parts.Add([]);
            parts[^1].Add(c);
        }
        return parts;
    }
}
