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

    /// <summary>Marks the lines after the contents' heading while they end in a page number, come back later, or begin an entry that does.</summary>
    private static void MarkAfter(LineSheet sheet, int heading)
    {
        Dictionary<string, (int First, int Last)> places = Places(sheet, heading);
        sheet.Roles[heading] = LineRole.Heading;
        sheet.Levels[heading] = 1;
        int lastEntry = heading;
        for (int i = heading + 1; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] is LineRole.Blank or LineRole.Furniture) continue;
            if (sheet.Roles[i] != LineRole.Contents)
            {
                if (sheet.Lines[i].Length > Longest) break;
                (int first, int last) = places[EntryKey(sheet[i])];
                // The first entry once more is the body's first heading: the contents are over.
                if (first < i && sheet.Roles[first] == LineRole.Contents) break;
                if (EndsInPage(sheet, i) || last > i) sheet.Roles[i] = LineRole.Contents;
                else if (i - lastEntry <= 2 && BeginsEntry(sheet, i)) i = MarkBroken(sheet, i);
                else break;
            }
            lastEntry = i;
        }
        if (lastEntry == heading) sheet.Roles[heading] = LineRole.Text;
    }

    /// <summary>Where each line after the heading stands first and last, by what it names.</summary>
    private static Dictionary<string, (int First, int Last)> Places(LineSheet sheet, int heading)
    {
        var places = new Dictionary<string, (int First, int Last)>(StringComparer.Ordinal);
        for (int i = heading + 1; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] is LineRole.Blank or LineRole.Furniture || sheet.Lines[i].Length > Longest) continue;
            string key = EntryKey(sheet[i]);
            places[key] = (places.TryGetValue(key, out (int First, int Last) place) ? place.First : i, i);
        }
        return places;
    }

    private static bool EndsInPage(LineSheet sheet, int i) =>
        WithoutPage(sheet[i], out int page).Length < sheet.Lines[i].Length && page > 0;

    /// <summary>Whether the line is the first of an entry over two, the second of which ends in the page.</summary>
    private static bool BeginsEntry(LineSheet sheet, int i) =>
        i + 1 < sheet.Count && sheet.Lines[i].Length < 120 && !LineForm.EndsSentence(sheet[i])
        && (sheet.Roles[i + 1] == LineRole.Contents || (sheet.Roles[i + 1] == LineRole.Text && EndsInPage(sheet, i + 1)));

    private static int MarkBroken(LineSheet sheet, int i)
    {
        sheet.Roles[i] = LineRole.Contents;
        sheet.Roles[i + 1] = LineRole.ContentsMore;
        return i + 1;
    }

    private static string EntryKey(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> bare = line.TrimStart('#').TrimStart();
        return LineForm.Key(WithoutPage(bare, out _));
    }
}
