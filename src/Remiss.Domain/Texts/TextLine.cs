using System.Collections.Immutable;

namespace Remiss.Domain.Texts;

/// <summary>One line of a text: its whole run, and the run without the white space at both ends.</summary>
/// <param name="LineStart">First position of the line.</param>
/// <param name="Start">First position that is not white space; equals <paramref name="End"/> on a blank line.</param>
/// <param name="End">Position after the last character that is not white space.</param>
/// <param name="LineEnd">Position of the line feed, or the text's length.</param>
/// <param name="Page">Its page, from 1.</param>
internal readonly record struct TextLine(int LineStart, int Start, int End, int LineEnd, int Page)
{
    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsBlank => Start >= End;

    /// <summary>Length without the white space at both ends.</summary>
    public int Length => End - Start;

    /// <summary>White space before the first character.</summary>
    public int Indent => Start - LineStart;

    /// <summary>The line without the white space at both ends.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>Cuts a text into lines and gives each its page.</summary>
    public static List<TextLine> Split(string text, PageMap pages)
    {
        var lines = new List<TextLine>();
        ImmutableArray<int> starts = pages.Starts;
        int page = 0;
        for (int from = 0; from <= text.Length;)
        {
            int feed = text.IndexOf('\n', from);
            int to = feed < 0 ? text.Length : feed;
            while (page + 1 < starts.Length && starts[page + 1] <= from) page++;
            int start = from;
            int end = to;
            while (start < end && char.IsWhiteSpace(text[start])) start++;
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
            lines.Add(new TextLine(from, start, end, to, page + 1));
            from = to + 1;
        }
        return lines;
    }
}
