namespace Remiss.Domain.Texts;

/// <summary>What one line has been found to be.</summary>
internal enum LineRole
{
    /// <summary>Not decided: running text.</summary>
    Text,

    /// <summary>White space only.</summary>
    Blank,

    /// <summary>Running header or footer, page number, bookmark.</summary>
    Furniture,

    /// <summary>A line of the table of contents.</summary>
    Contents,

    /// <summary>A line of the table of contents that goes on from the line before.</summary>
    ContentsMore,

    /// <summary>The first line of a footnote.</summary>
    Footnote,

    /// <summary>A footnote's later line.</summary>
    FootnoteMore,

    /// <summary>The first line of a heading.</summary>
    Heading,

    /// <summary>A heading's later line.</summary>
    HeadingMore,

    /// <summary>The first line of a point.</summary>
    Point,
}

/// <summary>A text's lines with what each has been found to be; the finders write it one after the other.</summary>
internal sealed class LineSheet
{
    private const int ShortestMeasured = 30;
    private const int LongestMeasured = 400;
    private const int LongestWrapped = 150;

    public LineSheet(string text, List<TextLine> lines)
    {
        Text = text;
        Lines = lines;
        Roles = new LineRole[lines.Count];
        Levels = new int[lines.Count];
        Marks = new int[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank) Roles[i] = LineRole.Blank;
        }
        Width = MeasureWidth();
        IsDoubleSpaced = MeasureSpacing();
        HasSinglePage = lines.Count == 0 || lines[^1].Page == 1;
    }

    public string Text { get; }

    public List<TextLine> Lines { get; }

    public LineRole[] Roles { get; }

    /// <summary>Level of a heading line.</summary>
    public int[] Levels { get; }

    /// <summary>Characters at a line's beginning that are its mark and not of its block (<c>## </c>).</summary>
    public int[] Marks { get; }

    /// <summary>The length that full lines have; 0 where the text is not hard-wrapped.</summary>
    public int Width { get; }

    public bool IsWrapped => Width > 0;

    /// <summary>Whether a blank line stands between the lines of a paragraph too, as after some extractions.</summary>
    public bool IsDoubleSpaced { get; }

    /// <summary>Whether the text has no page breaks of its own.</summary>
    public bool HasSinglePage { get; }

    public int Count => Lines.Count;

    public ReadOnlySpan<char> this[int i] => Lines[i].In(Text);

    /// <summary>The nearest line before that is neither blank nor furniture, or -1; looks no further than a page's worth.</summary>
    public int Before(int i) => Seek(i, -1);

    /// <summary>The nearest line after that is neither blank nor furniture, or -1.</summary>
    public int After(int i) => Seek(i, 1);

    /// <summary>
    /// Whether a paragraph may begin at the line: after a blank line, at a page's or the text's
    /// beginning, after furniture, or where one lone space is all that is left of a page break.
    /// </summary>
    public bool HasGapBefore(int i)
    {
        if (i == 0 || Roles[i - 1] is LineRole.Blank or LineRole.Furniture or LineRole.Contents or LineRole.ContentsMore
            or LineRole.FootnoteMore or LineRole.Footnote) return true;
        return Lines[i].Page != Lines[i - 1].Page || IsPageTrace(i);
    }

    /// <summary>Whether the line's single leading space, alone among its neighbours, is the trace of a page break that was lost.</summary>
    public bool IsPageTrace(int i) =>
        HasSinglePage && i > 0 && Lines[i].Indent == 1 && Lines[i - 1].Indent == 0
        && (i + 1 >= Count || Lines[i + 1].IsBlank || Lines[i + 1].Indent == 0);

    /// <summary>Whether a blank line, a page break or the text's end follows.</summary>
    public bool HasGapAfter(int i) => i + 1 >= Count || HasGapBefore(i + 1) || Lines[i + 1].IsBlank;

    /// <summary>Whether the line reads as running text: long for this text, or a whole sentence.</summary>
    public bool IsBody(int i)
    {
        ReadOnlySpan<char> line = this[i];
        int full = IsWrapped ? Math.Min(60, Width * 6 / 10) : 60;
        if (LineForm.IsLetterhead(line) && line.Length < 60) return false;
        // A long line that stands alone and could be a title is as likely one as text.
        if (line.Length >= Math.Max(40, full)) return !(HasGapAfter(i) && LineForm.IsTitle(line) && !LineForm.EndsSentence(line));
        return LineForm.EndsSentence(line) && line.Count(' ') >= 3;
    }

    /// <summary>Whether the next line's first word would have found room here, so that the line was ended on purpose.</summary>
    public bool EndsEarly(int i, int next, int percent) =>
        IsWrapped && Lines[i].Length + 1 + Math.Min(40, LineForm.FirstWord(this[next])) <= Width * percent / 100;

    private int Seek(int i, int step)
    {
        const int Furthest = 80;
        for (int k = i + step, n = 0; k >= 0 && k < Count && n < Furthest; k += step, n++)
        {
            if (Roles[k] is not (LineRole.Blank or LineRole.Furniture)) return k;
        }
        return -1;
    }

    private int MeasureWidth()
    {
        var counts = new int[LongestMeasured + 1];
        int total = 0;
        foreach (TextLine line in Lines)
        {
            if (line.Length < ShortestMeasured) continue;
            counts[Math.Min(line.Length, LongestMeasured)]++;
            total++;
        }
        int seen = 0;
        for (int length = LongestMeasured; length >= 0; length--)
        {
            seen += counts[length];
            if (seen * 10 > total) return length <= LongestWrapped ? length : 0;
        }
        return 0;
    }

    private bool MeasureSpacing()
    {
        int open = 0;
        int spaced = 0;
        for (int i = 0; i + 2 < Lines.Count; i++)
        {
            if (Lines[i].Length < Width * 3 / 4 || Width == 0 || LineForm.EndsSentence(this[i])) continue;
            open++;
            if (Lines[i + 1].IsBlank && !Lines[i + 2].IsBlank) spaced++;
        }
        return open > 3 && spaced * 2 > open;
    }
}
