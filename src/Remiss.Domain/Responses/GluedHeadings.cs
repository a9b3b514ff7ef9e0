using System.Text.RegularExpressions;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Frees a heading that extraction glued into a paragraph: <c>… rör vårt uppdrag. Tydligare krav på
/// förmedling Nämnden vill att …</c>: words without a verb between a sentence's end and a sender who begins to speak.
/// </summary>
internal static class GluedHeadings
{
    private const int Longest = 6000;

    private static readonly Regex Speaker = Patterns.Of(
        @"\b(?:vi|kommunen|regionen|myndigheten|nämnden|\p{Lu}{2,6}|\p{Lu}\p{Ll}+(?:verket|myndigheten|nämnden|styrelsen|ombudsmannen|förbundet|rådet|inspektionen)|\p{Lu}\p{Ll}+s? kommun|Region \p{Lu}\p{Ll}+) (?:vill|anser|menar|delar|tillstyrker|avstyrker|välkomnar|instämmer|bedömer|saknar|stödjer|stöder|ser|ställer|har inga|föreslår|efterfrågar|konstaterar|noterar|ifrågasätter|motsätter)\b");

    private static readonly Regex Verb = Patterns.Of(
        @"\b(?:är|har|kan|ska|skall|bör|måste|behöver|vill|anser|menar|delar|var|blir|ger|får|finns|saknas|saknar|föreslår|föreslås|att|som|när|om|enligt|därför|då|samt att|ser|gör|innebär|gäller)\b");

    private static readonly Regex Opener = Patterns.Of(
        @"^(?:i|på|för|enligt|om|när|att|som|med|vid|under|därför|samtidigt|vidare|dock|även|av|till|från|trots|utöver|utifrån|mot|slutligen|avslutningsvis|däremot|här|nu|sammantaget|liksom|precis|men|och)\b");

    /// <summary>The parts of the paragraph in order; one part where nothing is glued.</summary>
    public static List<(TextSpan Part, bool IsHeading)> Split(string text, TextSpan span)
    {
        if (span.Length > Longest) return [(span, false)];
        var parts = new List<(TextSpan, bool)>();
        int start = span.Start;
        foreach (TextSpan sentence in SentenceForm.Sentences(text, span))
        {
            if (HeadingLength(text, sentence) is not (> 0 and int length)) continue;
            if (sentence.Start > start) parts.Add((Trimmed(text, start, sentence.Start), false));
            parts.Add((Trimmed(text, sentence.Start, sentence.Start + length), true));
            start = sentence.Start + length;
            while (start < span.End && char.IsWhiteSpace(text[start])) start++;
        }
        if (start < span.End) parts.Add((Trimmed(text, start, span.End), false));
        return parts;
    }

    private static int HeadingLength(string text, TextSpan sentence)
    {
        string words = sentence.In(text);
        Match speaker = Speaker.Match(words);
        if (!speaker.Success || !char.IsUpper(words[speaker.Index]) || speaker.Index is < 12 or > 180) return 0;
        string before = words[..speaker.Index].TrimEnd();
        bool ends = char.IsLetterOrDigit(before[^1]) || before[^1] is ')' or '”';
        if (!ends || !(char.IsUpper(before[0]) || char.IsAsciiDigit(before[0])) || before.Count(char.IsWhiteSpace) < 2) return 0;
        return Verb.IsMatch(before) || Opener.IsMatch(before) || before.Contains(',', StringComparison.Ordinal) ? 0 : speaker.Index;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}

/// <summary>How patterns are made here: linear in time whatever the text, and the same in every culture.</summary>
internal static class Patterns
{
    public static Regex Of(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static Regex Exact(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
