namespace Remiss.Domain.Texts;

/// <summary>Finds footnotes: lines that begin with the next footnote number whose mark stuck to a word before.</summary>
internal static class FootnoteFinder
{
    private const int ShortestRule = 20;
    private const int LongTitle = 70;
    private const int MostMissing = 2;

    public static void Mark(LineSheet sheet)
    {
        int expected = 1;
        int marks = 0;
        int lastOfNote = -2;
        for (int i = 0; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] == LineRole.Text && ReadNumber(sheet[i]) is var number && number > 0
                && (number == 1 || (number >= expected && number <= expected + MostMissing))
                && IsNote(sheet, i, number <= marks || (number == expected && lastOfNote == i - 1)))
            {
                i = MarkNote(sheet, i);
                lastOfNote = i;
                expected = number + 1;
                continue;
            }
            if (sheet.Roles[i] != LineRole.Blank) marks = Math.Max(marks, HighestMark(sheet[i], marks));
        }
    }

    private static int MarkNote(LineSheet sheet, int i)
    {
        sheet.Roles[i] = LineRole.Footnote;
        int at = i;
        while (at + 1 < sheet.Count && sheet.Roles[at + 1] == LineRole.Text && !sheet.IsPageTrace(at + 1)
            && sheet.Lines[at + 1].Page == sheet.Lines[i].Page && ReadNumber(sheet[at + 1]) == 0
            && !(LineForm.EndsSentence(sheet[at]) && sheet.EndsEarly(at, at + 1, 85)))
        {
            sheet.Roles[++at] = LineRole.FootnoteMore;
        }
        return at;
    }

    private static bool IsNote(LineSheet sheet, int i, bool marked)
    {
        bool ruled = i > 0 && IsRule(sheet, i - 1);
        if (!marked && !ruled) return false;
        ReadOnlySpan<char> line = sheet[i];
        return ruled || LineForm.EndsSentence(line) || line.Length > LongTitle || LineForm.HasInnerSentence(line)
            || line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.Ordinal)
            || HasYearInBrackets(line);
    }

    /// <summary>Whether the line is the rule above the notes: drawn, or only its white space left.</summary>
    private static bool IsRule(LineSheet sheet, int i)
    {
        TextLine line = sheet.Lines[i];
        if (line.IsBlank) return line.LineEnd - line.LineStart >= ShortestRule;
        return line.Length >= ShortestRule && sheet[i].IndexOfAnyExcept('_', '-', '–') < 0;
    }

    /// <summary>The number before a space at the line's beginning, up to 199; 0 where there is none.</summary>
    private static int ReadNumber(ReadOnlySpan<char> line)
    {
        int at = 0;
        int number = 0;
        while (at < line.Length && at < 3 && char.IsAsciiDigit(line[at])) number = number * 10 + (line[at++] - '0');
        return at > 0 && at + 1 < line.Length && char.IsWhiteSpace(line[at]) && number < 200
            && (char.IsUpper(line[at + 1]) || line[at + 1] is 'h' or 'w' or '”' or '"') ? number : 0;
    }

    /// <summary>The highest footnote mark in the line, counting on from <paramref name="seen"/>: a small number stuck to a word or its punctuation.</summary>
    private static int HighestMark(ReadOnlySpan<char> line, int seen)
    {
        for (int i = 1; i < line.Length; i++)
        {
            if (!char.IsAsciiDigit(line[i]) || char.IsAsciiDigit(line[i - 1])) continue;
            char before = line[i - 1];
            if (!(char.IsLower(before) || before is '.' or ',' or '”' or '"' or ')' or ':')) continue;
            int from = i;
            int value = 0;
            while (i < line.Length && i - from < 3 && char.IsAsciiDigit(line[i])) value = value * 10 + (line[i++] - '0');
            bool ends = i >= line.Length || char.IsWhiteSpace(line[i]) || line[i] is '.' or ',' or ')' or ';' or '”' or '"';
            // "3.1" is a number with parts, not a mark after a full stop.
            bool part = before is '.' or ',' or ':' && from >= 2 && char.IsAsciiDigit(line[from - 2]);
            if (ends && !part && value > seen && value <= seen + 1 + MostMissing) seen = value;
        }
        return seen;
    }

    private static bool HasYearInBrackets(ReadOnlySpan<char> line)
    {
        int open = line.IndexOf('(');
        return open > 0 && open + 5 < line.Length && line[open + 5] == ')' && line[open + 1] is '1' or '2';
    }
}
