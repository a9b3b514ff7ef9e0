using System.Text.RegularExpressions;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Finds the end of a subject line that stands right above its letter's first paragraph with nothing but a line's end,
/// or only a space, between: <c>Svar på remiss: Plan för Mittsund, dnr 31RS90 Tack för möjligheten …</c>.
/// </summary>
internal static class SubjectLines
{
    private const int Longest = 300;
    private const int MostLines = 3;

    private static readonly Regex Opens = Patterns.Of(
        @"^(?:svar på (?:remiss|samråd|förslag)|remissvar|remissyttrande|yttrande (?:över|angående|om|gällande|avseende|på)|angående|ang\.|remiss[: ]|synpunkter på (?:remiss|förslag))");

    private static readonly Regex Verb = Patterns.Of(
        @"\b(?:är|har|kan|ska|skall|bör|måste|behöver|vill|anser|menar|delar|tackar|tillstyrker|avstyrker|lämnar|lämnas|avger|finns|saknas|saknar|ser|gör|innebär|följer)\b");

    /// <summary>A registration number ends the line, and a sentence begins.</summary>
    private static readonly Regex Numbered = Patterns.Exact(
        @"^.{5,200}?\b(?:[Dd]nr|[Dd]iarienummer|[Dd]iarienr|[Ää]rendenr|[Ää]rendenummer)\b[.: ]{0,3}(?:\p{Lu}{1,4} )?\p{L}{0,6}\d[\p{L}\d]*(?:[/:.\-–]+[\p{L}\d]+)*\)? \p{Lu}\p{Ll}");

    /// <summary>Where the subject line ends; 0 where the paragraph has none.</summary>
    public static int End(string text, int start, int end)
    {
        int within = Math.Min(end, start + Longest);
        if (!Opens.IsMatch(text.AsSpan(start, Math.Min(40, end - start)))) return 0;
        int at = start;
        for (int line = 0; line < MostLines; line++)
        {
            int feed = text.IndexOf('\n', at, within - at);
            if (feed < 0) break;
            if (Closes(text.AsSpan(start, feed - start), text.AsSpan(feed + 1, end - feed - 1))) return feed;
            at = feed + 1;
        }
        string words = text[start..within].Replace('\n', ' ');
        return Numbered.Match(words) is { Success: true } match && !Verb.IsMatch(match.Value) ? start + match.Length - 3 : 0;
    }

    private static bool Closes(ReadOnlySpan<char> subject, ReadOnlySpan<char> after)
    {
        subject = subject.TrimEnd();
        after = after.TrimStart();
        if (subject.Length < 12 || after.Length < 20 || !char.IsUpper(after[0])) return false;
        return subject[^1] is not ('.' or '!' or '?' or ',' or ';' or ':' or '-') && LineForm.ClosesTitle(subject) && !Verb.IsMatch(subject);
    }
}
