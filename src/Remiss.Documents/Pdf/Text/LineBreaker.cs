namespace Remiss.Documents.Pdf.Text;

/// <summary>One line of a paragraph.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">After the last character that is not a blank.</param>
/// <param name="Next">Where the next line starts.</param>
/// <param name="Width">In points, with the hyphen.</param>
/// <param name="Hyphenated">Whether a hyphen is set after it.</param>
internal readonly record struct TextLine(int Start, int End, int Next, double Width, bool Hyphenated);

/// <summary>
/// Breaks text into lines of at most a width. Knows no font: it is given how wide each character is.
/// Fills line by line (the text is set ragged), and hyphenates where the line would else be too loose.
/// </summary>
internal static class LineBreaker
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>A gap at the right of more than this share of the width is too loose.</summary>
    private const double Loose = 0.2;

    /// <summary>Breaks the whole text; at least one line, also for an empty text.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="advances">Width in points of each character.</param>
    /// <param name="width">The most that a line may be wide.</param>
    /// <param name="hyphen">The width of a hyphen.</param>
    /// <param name="mayHyphenate">Whether words may be broken at their joints; false for headings.</param>
    public static List<TextLine> Break(ReadOnlySpan<char> text, ReadOnlySpan<float> advances, double width, double hyphen, bool mayHyphenate = true)
    {
        var lines = new List<TextLine>();
        var start = SkipBlanks(text, 0);
        do
        {
            var line = NextLine(text, advances, start, width, hyphen, mayHyphenate);
            lines.Add(line);
            start = line.Next;
        }
        while (start < text.Length);

        return lines;
    }

    private static TextLine NextLine(ReadOnlySpan<char> text, ReadOnlySpan<float> advances, int start, double width, double hyphen, bool mayHyphenate)
    {
        double used = 0;
        TextLine? last = null;
        var wordStart = start;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == TextCleaner.LineBreak) return EndAt(text, advances, start, i, SkipBlanks(text, i + 1), used);
            if (c == ' ')
            {
                if (i > start && text[i - 1] != ' ') last = EndAt(text, advances, start, i, SkipBlanks(text, i), used);
                used += advances[i];
                wordStart = i + 1;
                continue;
            }

            if (used + advances[i] > width + 0.001 && i > start)
                return Overflow(text, advances, new Overrun(start, wordStart, i, used, last), width, hyphen, mayHyphenate);
            used += advances[i];
            if (IsBreakAfter(text, wordStart, i))
            {
                last = new TextLine(start, i + 1, i + 1, used, false);
                wordStart = i + 1;
            }
        }

        return EndAt(text, advances, start, text.Length, text.Length, used);
    }

    // The character at Index no longer fits.
    private readonly record struct Overrun(int Start, int WordStart, int Index, double Used, TextLine? Last);

    private static TextLine Overflow(
        ReadOnlySpan<char> text, ReadOnlySpan<float> advances, Overrun over, double width, double hyphen, bool mayHyphenate)
    {
        var isLoose = over.Last is not { } whole || width - whole.Width > width * Loose;
        if (isLoose && (mayHyphenate || over.Last is null) && AtJoint(text, advances, over, width, hyphen) is { } joint) return joint;
        return over.Last ?? Forced(text, advances, over, width, hyphen);
    }

    private static TextLine? AtJoint(ReadOnlySpan<char> text, ReadOnlySpan<float> advances, Overrun over, double width, double hyphen)
    {
        var (letters, end) = LettersAround(text, over.WordStart, over.Index);
        if (end - letters < 2 * Hyphenator.Least) return null;
        var joints = Hyphenator.Joints(text[letters..end]);
        for (var j = joints.Count - 1; j >= 0; j--)
        {
            if (Hyphenate(advances, over, letters + joints[j], width, hyphen) is { } line) return line;
        }

        return null;
    }

    // A word alone is wider than the line: between syllables with a hyphen, else wherever it is full.
    private static TextLine Forced(ReadOnlySpan<char> text, ReadOnlySpan<float> advances, Overrun over, double width, double hyphen)
    {
        var (letters, end) = LettersAround(text, over.WordStart, over.Index);
        for (var at = Math.Min(over.Index, end); at > letters; at--)
        {
            if (Hyphenator.IsSyllableStart(text[letters..end], at - letters) && Hyphenate(advances, over, at, width, hyphen) is { } line)
                return line;
        }

        var cut = over.Index;
        if (char.IsLowSurrogate(text[cut]) && cut - 1 > over.Start) cut--;
        return new TextLine(over.Start, cut, cut, over.Used - Sum(advances, cut, over.Index), false);
    }

    private static TextLine? Hyphenate(ReadOnlySpan<float> advances, Overrun over, int at, double width, double hyphen)
    {
        if (at <= over.Start || at > over.Index) return null;
        var upTo = over.Used - Sum(advances, at, over.Index);
        return upTo + hyphen <= width + 0.001 ? new TextLine(over.Start, at, at, upTo + hyphen, true) : null;
    }

    // The run of letters that the overrun falls in, looked for no further than a word can be long.
    private static (int Start, int End) LettersAround(ReadOnlySpan<char> text, int wordStart, int index)
    {
        var start = index;
        while (start > wordStart && index - start <= Hyphenator.LongestWord && char.IsLetter(text[start - 1])) start--;
        var end = index;
        while (end < text.Length && end - index <= Hyphenator.LongestWord && char.IsLetter(text[end])) end++;
        return (start, end);
    }

    private static bool IsBreakAfter(ReadOnlySpan<char> text, int wordStart, int i)
    {
        if (i + 1 >= text.Length || text[i + 1] is ' ' or NoBreakSpace or TextCleaner.LineBreak) return false;
        return text[i] switch
        {
            // After the hyphen of it-strategi, but not of e-tjänst, 2027-2031 or a date.
            '-' or '\u2010' => i - wordStart >= 2 && char.IsLetter(text[i + 1]) && char.IsLetter(text[i - 1]),
            '–' or '—' => i > wordStart && !char.IsDigit(text[i - 1]),
            '/' => i - wordStart >= 3 && char.IsLetter(text[i + 1]) && text[i - 1] != '/',
            _ => false,
        };
    }

    private static TextLine EndAt(ReadOnlySpan<char> text, ReadOnlySpan<float> advances, int start, int end, int next, double used)
    {
        while (end > start && text[end - 1] == ' ')
        {
            end--;
            used -= advances[end];
        }

        return new TextLine(start, end, next, used, false);
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && text[from] == ' ') from++;
        return from;
    }

    private static double Sum(ReadOnlySpan<float> advances, int from, int to)
    {
        double sum = 0;
        for (var i = from; i < to; i++) sum += advances[i];
        return sum;
    }
}
