namespace Remiss.Domain.Texts;

/// <summary>Finds headings and list points among the lines that nothing else has claimed.</summary>
internal static class HeadingFinder
{
    private const int MostTitleLines = 3;

    public static void Mark(LineSheet sheet)
    {
        int shallowest = ShallowestMarkdown(sheet);
        int depth = 0;
        var plain = new bool[sheet.Count];
        for (int i = 0; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] != LineRole.Text) continue;
            ReadOnlySpan<char> line = sheet[i];
            if (MarkdownLength(line, out int hashes) is > 0 and var mark)
            {
                NumberPrefix? number = NumberPrefix.Read(line[mark..]);
                SetHeading(sheet, i, number?.Depth ?? hashes - shallowest + 1, mark);
                continue;
            }
            // "1 YTTRANDE" is a page number beside the kind of document; "7 BESLUT" after six chapters is the seventh.
            if ((depth > 0 || !LineForm.IsPageMarkWithType(line)) && IsNumbered(sheet, i) is { } prefix)
            {
                // "Avsnitt 3.5 …" cites another document's number; it says nothing of this one's depth.
                if (!prefix.Led) depth = prefix.Depth;
                SetHeading(sheet, i, prefix.Led ? Math.Max(1, depth) : prefix.Depth, 0);
                i = Extend(sheet, i);
            }
            else if (IsOrdinalPoint(sheet, i) || IsPoint(sheet, i) && !IsOwnNumberedHeading(sheet, i)) sheet.Roles[i] = LineRole.Point;
            else if (IsOwnNumberedHeading(sheet, i)) SetHeading(sheet, i, depth + 1, 0);
            else if (IsReferring(sheet, i))
            {
                SetHeading(sheet, i, Math.Max(1, depth), 0);
                i = Extend(sheet, i);
            }
            else if (IsUnnumbered(sheet, i))
            {
                bool outer = LineForm.IsOuterTitle(line);
                if (outer) depth = 0;
                SetHeading(sheet, i, depth + 1, 0);
                plain[i] = !outer;
            }
        }
        UndoChains(sheet, plain);
    }

    /// <summary>Three short lines or more under each other, none with text of its own, are a list that lost its marks, not headings.</summary>
    private static void UndoChains(LineSheet sheet, bool[] plain)
    {
        for (int i = 0; i < sheet.Count; i++)
        {
            if (!plain[i]) continue;
            int before = sheet.Before(i);
            bool announced = before >= 0 && sheet.Roles[before] == LineRole.Text && sheet[before][^1] == ':';
            int count = 0;
            int last = i;
            for (int k = i; k >= 0 && plain[k] && count < sheet.Count; k = sheet.After(k))
            {
                last = k;
                count++;
            }
            int after = sheet.After(last);
            bool hasText = after >= 0 && sheet.Roles[after] is LineRole.Text or LineRole.Point && sheet.IsBody(after);
            if (count < (announced ? 2 : hasText ? 4 : 3))
            {
                i = last;
                continue;
            }
            // The text's last line has nothing after it that would make it a heading.
            if (announced && after >= 0 && sheet.After(after) < 0 && sheet.Roles[after] == LineRole.Text && !sheet.IsBody(after)
                && LineForm.IsTitle(sheet[after])) sheet.Roles[after] = LineRole.Point;
            for (int k = i; k <= last; k++)
            {
                if (plain[k]) sheet.Roles[k] = announced ? LineRole.Point : LineRole.Text;
            }
            i = last;
        }
    }

    private static void SetHeading(LineSheet sheet, int i, int level, int mark)
    {
        sheet.Roles[i] = LineRole.Heading;
        sheet.Levels[i] = level;
        sheet.Marks[i] = mark;
    }

    private static int ShallowestMarkdown(LineSheet sheet)
    {
        int shallowest = int.MaxValue;
        for (int i = 0; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] == LineRole.Text && MarkdownLength(sheet[i], out int hashes) > 0) shallowest = Math.Min(shallowest, hashes);
        }
        return shallowest;
    }

    /// <summary>Length of <c>## </c> where a title follows it; 0 otherwise.</summary>
    private static int MarkdownLength(ReadOnlySpan<char> line, out int hashes)
    {
        hashes = 0;
        while (hashes < line.Length && hashes < 7 && line[hashes] == '#') hashes++;
        if (hashes is 0 or > 6 || hashes >= line.Length || line[hashes] != ' ') return 0;
        int at = hashes;
        while (at < line.Length && line[at] == ' ') at++;
        // "# key: value" is a note about the file, as small letters tell.
        bool titled = at < line.Length && (LineForm.BeginsLarge(line[at..]) || char.IsAsciiDigit(line[at]));
        return titled && line.Length <= LineForm.LongestTitle ? at : 0;
    }

    private static NumberPrefix? IsNumbered(LineSheet sheet, int i)
    {
        ReadOnlySpan<char> line = sheet[i];
        if (line.Length > LineForm.LongestTitle || NumberPrefix.Read(line) is not { } prefix) return null;
        ReadOnlySpan<char> title = line[prefix.TitleStart..];
        if (title.IsEmpty) return sheet.HasGapBefore(i) && sheet.HasGapAfter(i) ? prefix : null;
        if (title.Length > 2 && LineForm.EndsSentence(title) && title[^1] is not ('?' or ':')) return null;
        if (!Opens(sheet, i, prefix.Depth)) return null;
        return prefix.Depth == 1 && IsListed(sheet, i, prefix) ? null : prefix;
    }

    /// <summary>Whether what stands before lets a numbered heading begin: a gap, a heading, or a sentence's end.</summary>
    private static bool Opens(LineSheet sheet, int i, int depth)
    {
        if (sheet.HasGapBefore(i))
        {
            int last = sheet.Before(i);
            // A gap within a sentence is a page break or double spacing.
            return last < 0 || sheet.Roles[last] != LineRole.Text || !sheet.IsDoubleSpaced
                || LineForm.EndsSentence(sheet[last]) || sheet.Lines[last].Length < sheet.Width * 7 / 10;
        }
        if (sheet.Roles[i - 1] is LineRole.Heading or LineRole.HeadingMore) return true;
        return depth > 1 && (LineForm.EndsSentence(sheet[i - 1]) || sheet.EndsEarly(i - 1, i, 75));
    }

    /// <summary>Whether the lines beside count on with no text between: a list, not headings.</summary>
    private static bool IsListed(LineSheet sheet, int i, NumberPrefix prefix)
    {
        if (!prefix.Dotted || prefix.Style != NumberStyle.Decimal) return false;
        foreach (int beside in (ReadOnlySpan<int>)[i - 1, i + 1])
        {
            if (beside < 0 || beside >= sheet.Count) continue;
            if (LineForm.OrdinalLength(sheet[beside], out int number) > 0
                && Math.Abs(number - NumberPrefix.Parts(prefix.Number)[0]) == 1) return true;
        }
        return false;
    }

    /// <summary>A heading over several lines: it goes on while the next begins small or this one is open.</summary>
    private static int Extend(LineSheet sheet, int i)
    {
        int at = i;
        int length = sheet.Lines[i].Length;
        while (at + 1 < sheet.Count && at - i + 1 < MostTitleLines && sheet.Roles[at + 1] == LineRole.Text && !sheet.IsPageTrace(at + 1)
            && sheet.Lines[at + 1].Page == sheet.Lines[i].Page)
        {
            ReadOnlySpan<char> next = sheet[at + 1];
            bool open = LineForm.BeginsSmall(next) || !LineForm.ClosesTitle(sheet[at]);
            length += next.Length;
            if (!open || length > LineForm.LongestTitle || LineForm.BulletLength(next) > 0) break;
            sheet.Roles[++at] = LineRole.HeadingMore;
        }
        return at;
    }

    /// <summary><c>1. </c> that is not a heading: a point.</summary>
    private static bool IsOrdinalPoint(LineSheet sheet, int i)
    {
        if (LineForm.OrdinalLength(sheet[i], out int number) == 0) return false;
        // "Covid-" and on the next line "19. Denna …": a list does not begin at nineteen inside a sentence.
        int last = sheet.Before(i);
        if (number > 1 && last >= 0 && sheet.Roles[last] == LineRole.Text && !LineForm.EndsSentence(sheet[last]) && sheet[last][^1] is not (',' or ';')) return false;
        return (sheet.HasGapBefore(i) || sheet.Roles[i - 1] == LineRole.Point || LineForm.EndsSentence(sheet[i - 1]) || sheet.EndsEarly(i - 1, i, 80));
    }

    /// <summary>Whether a list mark at the line's beginning is one: a dash in the middle of a sentence is not.</summary>
    private static bool IsPoint(LineSheet sheet, int i)
    {
        ReadOnlySpan<char> line = sheet[i];
        int mark = LineForm.BulletLength(line);
        if (mark == 0) return false;
        if (line[0] is not ('-' or '–' or '—') || sheet.HasGapBefore(i) || sheet.Roles[i - 1] != LineRole.Text || !LineForm.BeginsSmall(line[mark..])) return true;
        ReadOnlySpan<char> before = sheet[i - 1];
        return LineForm.EndsSentence(before) || !LineForm.ClosesTitle(before) || sheet.EndsEarly(i - 1, i, 75) || InPoint(sheet, i);
    }

    private static bool InPoint(LineSheet sheet, int i)
    {
        for (int k = i - 1; k >= 0 && i - k < 8; k--)
        {
            if (sheet.Roles[k] != LineRole.Text) return sheet.Roles[k] == LineRole.Point;
        }
        return false;
    }

    /// <summary><c>1) Titel</c> alone on its line, with running text after it: a reply that numbers its own headings.</summary>
    private static bool IsOwnNumberedHeading(LineSheet sheet, int i)
    {
        int mark = LineForm.EnumeratorLength(sheet[i]);
        if (mark == 0 || !char.IsAsciiDigit(sheet[i][sheet[i][0] == '(' ? 1 : 0]) || !sheet.HasGapBefore(i) || !sheet.HasGapAfter(i)) return false;
        if (!LineForm.IsTitle(sheet[i][mark..])) return false;
        int next = sheet.After(i);
        return next > 0 && sheet.IsBody(next) && LineForm.BulletLength(sheet[next]) == 0;
    }

    /// <summary>A heading that begins with what it refers to: <c>Avsnitt 3.1-3.4 Välfärdens digitalisering</c>.</summary>
    private static bool IsReferring(LineSheet sheet, int i)
    {
        ReadOnlySpan<char> line = sheet[i];
        if (line.Length > 160 || !sheet.HasGapBefore(i) && sheet.Roles[i - 1] is not (LineRole.Heading or LineRole.HeadingMore)) return false;
        bool begins = false;
        foreach (string word in (ReadOnlySpan<string>)
            ["Avsnitt ", "Avsnitten ", "Kapitel ", "Kapitlen ", "Kap. ", "Kap ", "Fokusområde ", "Mål ", "Delmål ", "Del ", "Åtgärd ", "Punkt ", "Bilaga "])
        {
            begins |= line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && line.Length > word.Length
                && (char.IsAsciiDigit(line[word.Length]) || line[word.Length] is 'I' or 'V' or 'X');
        }
        return begins && char.IsUpper(line[0]) && !(LineForm.EndsSentence(line) && line[^1] == '.');
    }

    private static bool IsUnnumbered(LineSheet sheet, int i)
    {
        ReadOnlySpan<char> line = sheet[i];
        if (!LineForm.IsTitle(line) || LineForm.IsPageMarkWithType(line)) return false;
        bool afterHeading = i > 0 && sheet.Roles[i - 1] is LineRole.Heading or LineRole.HeadingMore;
        bool gap = sheet.HasGapBefore(i);
        int next = sheet.After(i);
        if (LineForm.IsOuterTitle(line) && next >= 0) return gap || afterHeading || LineForm.BeginsLarge(sheet[next]) && sheet.IsBody(next);
        if (!gap && !afterHeading) return false;
        if (gap && !ClosedBefore(sheet, i)) return false;
        if (next < 0) return sheet.IsPageTrace(i) || (sheet.Before(i) is >= 0 and var last && sheet.Lines[i].Page != sheet.Lines[last].Page);
        bool point = LineForm.BulletLength(sheet[next]) > 0;
        if (sheet.Lines[next].Length < 200 && sheet[next].Contains("  ", StringComparison.Ordinal) && !point && !sheet.IsBody(next)) return false;
        if (line[^1] == ':' && (line.Count(' ') > 3 || !gap)) return false;
        if (point && (line.Count(' ') > 6 || line.Contains("följande", StringComparison.OrdinalIgnoreCase))) return false;
        if (LineForm.IsDefinition(line) && (LineForm.IsDefinition(sheet[next]) || sheet.Before(i) is >= 0 and var b && sheet.IsBody(b))) return false;
        // What stands right under a heading, with nothing after it that could be its own text, is that heading's text.
        if (!gap && sheet.HasGapAfter(i) && !point && !sheet.IsBody(next)) return false;
        if (!sheet.HasGapAfter(i)) return BeforeText(sheet, i, point);
        if (LineForm.BeginsSmall(sheet[next]) && !point) return false;
        if (sheet.IsDoubleSpaced && sheet.Lines[i].Length >= sheet.Width * 8 / 10) return false;
        return line.Length <= 100 || !LineForm.EndsSentence(line);
    }

    /// <summary>Whether what came before the gap had ended, so that this is no broken sentence.</summary>
    private static bool ClosedBefore(LineSheet sheet, int i)
    {
        int last = sheet.Before(i);
        if (last < 0 || sheet.Roles[last] != LineRole.Text || !sheet.IsWrapped) return true;
        return LineForm.EndsSentence(sheet[last]) || sheet.Lines[last].Length < sheet.Width * 3 / 4
            || (!sheet.IsDoubleSpaced && !sheet.IsPageTrace(i) && sheet.Lines[last].Page == sheet.Lines[i].Page && LineForm.ClosesTitle(sheet[last]));
    }

    /// <summary>A title with its text on the very next line.</summary>
    private static bool BeforeText(LineSheet sheet, int i, bool point)
    {
        if (point) return true;
        ReadOnlySpan<char> next = sheet[i + 1];
        if (NumberPrefix.Read(next) is { Depth: > 1 }) return true;
        if (!LineForm.BeginsLarge(next) && !char.IsAsciiDigit(next[0])) return false;
        if (sheet.IsBody(i + 1)) return !sheet.IsWrapped || sheet.EndsEarly(i, i + 1, 93);
        // Two titles under each other, and then the text.
        if (!LineForm.IsTitle(next) || sheet.IsBody(i)) return false;
        int after = sheet.After(i + 1);
        if (after < 0 || !sheet.IsBody(after)) return false;
        return sheet.HasGapAfter(i + 1) || (LineForm.BeginsLarge(sheet[after]) && (!sheet.IsWrapped || sheet.EndsEarly(i + 1, after, 93)));
    }
}
