namespace Remiss.Domain.Texts;

/// <summary>Finds the lines of a table of contents: by dot leaders and page numbers, or after its heading by titles that come back.</summary>
internal static class ContentsFinder
{
    private const int Longest = 250;

    private static readonly HashSet<string> Headings = new(StringComparer.Ordinal)
    {
        "innehåll", "innehållsförteckning", "innehåll:", "innehållsförteckning:", "table of contents", "contents",
    };

    /// <summary>Whether the words head a table of contents.</summary>
    internal static bool IsContentsTitle(ReadOnlySpan<char> title) => title.Length < 30 && Headings.Contains(LineForm.Key(title));

    public static void Mark(LineSheet sheet)
    {
        for (int i = 0; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] == LineRole.Text && HasLeader(sheet[i])) sheet.Roles[i] = LineRole.Contents;
        }
        MarkBetween(sheet);
        for (int i = 0; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] != LineRole.Text || !IsContentsTitle(sheet[i])) continue;
            MarkAfter(sheet, i);
            return;
        }
    }

    /// <summary>Short lines between two entries are entries whose leader is lost, or the first line of one over two.</summary>
    private static void MarkBetween(LineSheet sheet)
    {
        int last = -1;
        for (int i = 0; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] != LineRole.Contents) continue;
            bool near = last >= 0 && i - last <= 3;
            for (int k = last + 1; near && k < i; k++)
            {
                near = sheet.Lines[k].Length < 120 && (!LineForm.EndsSentence(sheet[k]) || sheet[k].EndsWith(". .", StringComparison.Ordinal)) && LineForm.BulletLength(sheet[k]) == 0;
            }
            for (int k = last + 1; near && k < i; k++)
            {
                if (sheet.Roles[k] == LineRole.Text) sheet.Roles[k] = LineRole.Contents;
            }
            last = i;
        }
    }

    /// <summary>Whether dots lead to a page number at the line's end: <c>3.1 Mål ........ 7</c>.</summary>
    internal static bool HasLeader(ReadOnlySpan<char> line)
    {
        if (line.Length is < 6 or > Longest) return false;
        int at = line.Length;
        while (at > 0 && char.IsAsciiDigit(line[at - 1])) at--;
        int figures = line.Length - at;
        if (figures > 4) return false;
        int dots = 0;
        while (at > 0 && (line[at - 1] is '.' or '…' or '_' or '·' || char.IsWhiteSpace(line[at - 1])))
        {
            if (line[at - 1] == '…') dots += 3;
            else if (!char.IsWhiteSpace(line[at - 1])) dots++;
            at--;
        }
        // Where the page numbers were torn off into a column of their own, only a long leader is sure.
        return at > 0 && dots >= (figures > 0 ? 4 : 8);
    }

    /// <summary>The line without leader and page number: what the entry names.</summary>
    internal static ReadOnlySpan<char> WithoutPage(ReadOnlySpan<char> line, out int page)
    {
        page = 0;
        int at = line.Length;
        while (at > 0 && char.IsAsciiDigit(line[at - 1])) at--;
        if (line.Length - at is 0 or > 4 || at == 0) return line;
        int end = at;
        while (end > 0 && (line[end - 1] is '.' or '…' or '_' or '·' || char.IsWhiteSpace(line[end - 1]))) end--;
        if (end == at || end == 0) return line;
        page = int.Parse(line[at..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        return line[..end];
    }

    private static void MarkAfter(LineSheet sheet, int heading)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = heading + 1; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] is LineRole.Blank or LineRole.Furniture || sheet.Lines[i].Length > Longest) continue;
            string key = EntryKey(sheet[i]);
            first.TryAdd(key, i);
            last[key] = i;
        }
        sheet.Roles[heading] = LineRole.Heading;
        sheet.Levels[heading] = 1;
        int entries = 0;
        int lastEntry = heading;
        for (int i = heading + 1; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] is LineRole.Blank or LineRole.Furniture) continue;
            if (sheet.Roles[i] == LineRole.Contents)
            {
                entries++;
                lastEntry = i;
                continue;
            }
            if (sheet.Lines[i].Length > Longest) break;
            string key = EntryKey(sheet[i]);
            // The first entry once more is the body's first heading: the contents are over.
            if (first[key] < i && first[key] > heading && sheet.Roles[first[key]] == LineRole.Contents) break;
            bool paged = WithoutPage(sheet[i], out int page).Length < sheet.Lines[i].Length && page > 0;
            if (paged || last[key] > i)
            {
                sheet.Roles[i] = LineRole.Contents;
                entries++;
                lastEntry = i;
                continue;
            }
            // An entry over two lines: only the second ends in the page, or only both together come back.
            bool near = i - lastEntry <= 2;
            int next = sheet.After(i);
            bool nextPaged = next > 0 && next - i <= 1 && (sheet.Roles[next] == LineRole.Contents
                || WithoutPage(sheet[next], out _).Length < sheet.Lines[next].Length);
            if (near && nextPaged && sheet.Lines[i].Length < 120 && !LineForm.EndsSentence(sheet[i]))
            {
                sheet.Roles[i] = LineRole.Contents;
                if (next > 0 && sheet.Roles[next] == LineRole.Text) sheet.Roles[next] = LineRole.ContentsMore;
                lastEntry = next;
                i = next;
                continue;
            }
            break;
        }
        if (entries == 0) sheet.Roles[heading] = LineRole.Text;
    }

    private static string EntryKey(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> bare = line.TrimStart('#').TrimStart();
        return LineForm.Key(WithoutPage(bare, out _));
    }
}
