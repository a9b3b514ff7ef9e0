namespace Remiss.Domain.Summaries.Quoting;

/// <summary>Short pieces of longer texts, cut where a reader would cut.</summary>
internal static class Excerpt
{
    /// <summary>The text, or its beginning up to a word's end with an ellipsis where it is longer than <paramref name="limit"/> characters.</summary>
    public static string Beginning(string text, int limit)
    {
        if (text.Length <= limit) return text;
        int end = text.LastIndexOf(' ', limit);
        if (end < limit / 2) end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return string.Concat(text.AsSpan(0, end).TrimEnd(" ,;:\u2013-"), " \u2026");
    }

    /// <summary>Whole sentences from the start, at least one and up to about <paramref name="limit"/> characters; cut as <see cref="Beginning"/> when the first is longer.</summary>
    public static string Sentences(string text, int limit)
    {
        if (text.Length <= limit) return text;
        int end = 0;
        for (int i = 0; i < text.Length && i < limit; i++)
        {
            if (IsSentenceEnd(text, i)) end = i + 1;
        }
        return end > 0 ? text[..end] : Beginning(text, limit);
    }

    // A full stop ends a sentence when a capital follows and what it closes is a word, not an abbreviation or a number.
    private static bool IsSentenceEnd(string text, int at)
    {
        if (text[at] is not ('.' or '!' or '?')) return false;
        if (at + 1 >= text.Length) return true;
        if (text[at + 1] != ' ' || at + 2 >= text.Length || !(char.IsUpper(text[at + 2]) || char.IsDigit(text[at + 2]))) return false;
        if (text[at] != '.') return true;
        int start = at;
        while (start > 0 && text[start - 1] != ' ') start--;
        ReadOnlySpan<char> word = text.AsSpan(start, at - start);
        return word.Length > 3 && word.IndexOf('.') < 0 || (word.Length > 1 && char.IsDigit(word[^1]));
    }
}
