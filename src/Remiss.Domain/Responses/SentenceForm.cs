using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>What can be told of a passage by its form: sentences, words, ends.</summary>
internal static class SentenceForm
{
    private const int MostSentences = 40;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "kap", "s", "ss", "sid", "p", "st", "nr", "t.ex", "ex", "bl.a", "a", "m.m", "m.fl", "fl", "dvs", "d.v.s", "resp", "ca", "jfr", "prop", "bet",
        "dir", "dnr", "t.o.m", "fr.o.m", "o.s.v", "osv", "etc", "kl", "tel", "avsn", "m", "t", "o", "b", "d", "f", "ff", "s.k", "k", "p.g.a", "g", "i.e", "art",
    };

    /// <summary>Whether it ends as a sentence does and has words enough for one.</summary>
    public static bool IsSentence(string text, TextSpan span)
    {
        int words = WordCount(text, span, 4);
        if (words < 3) return false;
        int last = span.End - 1;
        while (last > span.Start && text[last] is '”' or '"' or ')' or '’' or '»' && text[last - 1] is '.' or '!' or '?' or '”') last--;
        // A footnote's figure may follow the full stop.
        while (last > span.Start + 1 && char.IsAsciiDigit(text[last]) && (text[last - 1] is '.' or ',' || char.IsAsciiDigit(text[last - 1]))) last--;
        return text[last] is '.' or '!' or '?' or ':' or ';' or '…' && HasSmallWord(text, span);
    }

    /// <summary>How many words it has, counted up to <paramref name="most"/>.</summary>
    public static int WordCount(string text, TextSpan span, int most)
    {
        int words = 0;
        bool inside = false;
        for (int i = span.Start; i < span.End && words < most; i++)
        {
            bool letter = char.IsLetter(text[i]);
            if (letter && !inside) words++;
            inside = letter || (inside && text[i] is '-' or ':' or '’');
        }
        return words;
    }

    /// <summary>The sentences of the passage; those beyond a bound are one, since only the first decide what it is.</summary>
    public static List<TextSpan> Sentences(string text, TextSpan span)
    {
        var sentences = new List<TextSpan>();
        int start = span.Start;
        for (int i = span.Start; i < span.End && sentences.Count < MostSentences; i++)
        {
            if (text[i] is not ('.' or '!' or '?') || !EndsHere(text, i, span)) continue;
            sentences.Add(TextSpan.FromBounds(start, i + 1));
            start = i + 1;
            while (start < span.End && char.IsWhiteSpace(text[start])) start++;
            i = start - 1;
        }
        if (start < span.End) sentences.Add(TextSpan.FromBounds(start, span.End));
        return sentences;
    }

    private static bool EndsHere(string text, int i, TextSpan span)
    {
        int next = i + 1;
        while (next < span.End && char.IsAsciiDigit(text[next])) next++;
        while (next < span.End && text[next] is '”' or '"' or ')') next++;
        if (next >= span.End) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        while (next < span.End && char.IsWhiteSpace(text[next])) next++;
        if (next >= span.End) return true;
        if (!char.IsUpper(text[next]) && !char.IsAsciiDigit(text[next]) && text[next] is not ('”' or '"' or '•' or '–')) return false;
        if (text[i] != '.') return true;
        int word = i;
        while (word > span.Start && i - word < 12 && (char.IsLetter(text[word - 1]) || text[word - 1] == '.')) word--;
        return !Abbreviations.Contains(text[word..i]) && !(i > span.Start && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[next]));
    }

    private static bool HasSmallWord(string text, TextSpan span)
    {
        for (int i = span.Start + 1; i < span.End; i++)
        {
            if (char.IsLower(text[i]) && char.IsWhiteSpace(text[i - 1])) return true;
        }
        return false;
    }
}
