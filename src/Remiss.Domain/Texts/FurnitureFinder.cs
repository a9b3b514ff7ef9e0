using System.Buffers;

namespace Remiss.Domain.Texts;

/// <summary>Finds what belongs to the page and not to the text: page numbers, running headers and footers, bookmarks at the end.</summary>
internal static class FurnitureFinder
{
    private static readonly SearchValues<char> DesignationFigures = SearchValues.Create("0123456789/: ");

    private const int ZoneLines = 3;
    private const int LongestRunningLine = 140;

    public static void Mark(LineSheet sheet)
    {
        MarkPageNumbers(sheet);
        MarkRunningLines(sheet);
        MarkLinkTargets(sheet);
        BookmarkFinder.Mark(sheet);
    }

    /// <summary>Whether the line is a page number and nothing else: <c>Sida 1 av 2</c>, <c>2(9)</c>, <c>(2)</c>, <c>- 3 -</c>, <c>17</c>.</summary>
    internal static bool IsPageNumber(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > 24) return false;
        int at = 0;
        bool word = false;
        foreach (string name in (ReadOnlySpan<string>)["Sidan", "Sida", "Sid.", "Sid", "Page"])
        {
            if (!line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            at = name.Length;
            word = true;
            break;
        }
        int figures = 0;
        while (at < line.Length)
        {
            char c = line[at];
            if (char.IsAsciiDigit(c))
            {
                int from = at;
                while (at < line.Length && char.IsAsciiDigit(line[at])) at++;
                if (at - from > 4 || ++figures > 2) return false;
                continue;
            }
            if (line[at..].StartsWith("av ", StringComparison.OrdinalIgnoreCase)) at += 2;
            else if (c is ' ' or '(' or ')' or '/' or '|' or '-' or '–' or ':') at++;
            else return false;
        }
        if (figures == 0) return false;
        if (word) return true;
        // A number alone may be a year or an amount; three figures at most number a page. "1/2" or "3-4" alone is not a page.
        bool bracket = line.Contains('(') && line[^1] == ')';
        return bracket || (figures == 1 && line.Trim("-– ").Length <= 3);
    }

    private static void MarkPageNumbers(LineSheet sheet)
    {
        var beside = new Dictionary<string, int>(StringComparer.Ordinal);
        var designations = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < sheet.Count; i++)
        {
            if (sheet.Roles[i] != LineRole.Text) continue;
            bool number = IsPageNumber(sheet[i]);
            // A report's own designation alone on a line is its running header once it comes back.
            if (!number && !(IsDesignation(sheet[i]) && !designations.Add(LineForm.Key(sheet[i])))) continue;
            sheet.Roles[i] = LineRole.Furniture;
            MarkBeside(sheet, i - 1, beside);
            MarkBeside(sheet, i + 1, beside);
        }
    }

    /// <summary>
    /// A line that stands beside a page mark for the second time is a running line; for the third
    /// time, the first was one too, and not what it repeats.
    /// </summary>
    private static void MarkBeside(LineSheet sheet, int i, Dictionary<string, int> beside)
    {
        if (i < 0 || i >= sheet.Count || sheet.Roles[i] != LineRole.Text || sheet.Lines[i].Length > LongestRunningLine) return;
        string key = LineForm.Key(sheet[i]);
        if (beside.TryAdd(key, i)) return;
        sheet.Roles[i] = LineRole.Furniture;
        if (beside[key] >= 0 && sheet.Lines[i].Page == 1 && sheet.HasSinglePage) beside[key] = ~beside[key];
        else if (beside[key] < 0 && NumberPrefix.Read(sheet[~beside[key]]) is null) sheet.Roles[~beside[key]] = LineRole.Furniture;
    }

    /// <summary>Whether the line is the designation of a public report or bill alone: <c>SOU 2017:66</c>, <c>Prop. 1991/92:167</c>.</summary>
    private static bool IsDesignation(ReadOnlySpan<char> line)
    {
        if (line.Length is < 7 or > 24) return false;
        int space = line.IndexOf(' ');
        int colon = line.LastIndexOf(':');
        if (space is < 2 or > 5 || colon < space + 5 || !char.IsUpper(line[0])) return false;
        return line[(space + 1)..].IndexOfAnyExcept(DesignationFigures) < 0;
    }

    /// <summary>Addresses alone at a page's end: where its links lead, appended by the extraction.</summary>
    private static void MarkLinkTargets(LineSheet sheet)
    {
        for (int i = 1; i < sheet.Count; i++)
        {
            if (!IsAddress(sheet, i) || !sheet.Lines[i - 1].IsBlank) continue;
            int last = i;
            while (last + 1 < sheet.Count && IsAddress(sheet, last + 1)) last++;
            int next = last + 1;
            while (next < sheet.Count && sheet.Lines[next].IsBlank) next++;
            if (next >= sheet.Count || sheet.IsPageTrace(next) || sheet.Lines[next].Page != sheet.Lines[last].Page)
            {
                for (int k = i; k <= last; k++) sheet.Roles[k] = LineRole.Furniture;
            }
            i = last;
        }
    }

    private static bool IsAddress(LineSheet sheet, int i) =>
        sheet.Roles[i] == LineRole.Text && sheet.Lines[i].Length < 400 && sheet[i].IndexOf(' ') < 0
        && (sheet[i].StartsWith("http", StringComparison.OrdinalIgnoreCase) || sheet[i].StartsWith("www.", StringComparison.OrdinalIgnoreCase));

    /// <summary>Lines at the pages' tops and bottoms that come back on other pages.</summary>
    private static void MarkRunningLines(LineSheet sheet)
    {
        if (sheet.HasSinglePage) return;
        List<int> zone = Zone(sheet);
        int pages = sheet.Lines[^1].Page;
        int needed = pages <= 4 ? 2 : 3;
        var seen = new Dictionary<string, (int Count, int LastPage)>(StringComparer.Ordinal);
        foreach (int i in zone)
        {
            string key = RunningKey(sheet, i);
            if (key.Length == 0) continue;
            (int count, int lastPage) = seen.GetValueOrDefault(key);
            if (lastPage != sheet.Lines[i].Page) seen[key] = (count + 1, sheet.Lines[i].Page);
        }
        foreach (int i in zone)
        {
            string key = RunningKey(sheet, i);
            // On the first page the same words are the title or the letterhead, unless the page's number stands beside them.
            bool first = sheet.Lines[i].Page == 1 && key.Length == LineForm.Key(sheet[i]).Length;
            if (!first && seen.GetValueOrDefault(key).Count >= needed) sheet.Roles[i] = LineRole.Furniture;
        }
    }

    private static List<int> Zone(LineSheet sheet)
    {
        var zone = new List<int>();
        for (int from = 0; from < sheet.Count;)
        {
            int to = from;
            while (to < sheet.Count && sheet.Lines[to].Page == sheet.Lines[from].Page) to++;
            var filled = new List<int>();
            for (int i = from; i < to; i++)
            {
                if (sheet.Roles[i] != LineRole.Blank) filled.Add(i);
            }
            for (int k = 0; k < filled.Count; k++)
            {
                if (k < ZoneLines || k >= filled.Count - ZoneLines) zone.Add(filled[k]);
            }
            from = to;
        }
        return zone;
    }

    /// <summary>The line without the page's own number at either end; empty where it cannot be a running line.</summary>
    private static string RunningKey(LineSheet sheet, int i)
    {
        ReadOnlySpan<char> line = sheet[i];
        if (line.Length > LongestRunningLine || LineForm.BulletLength(line) > 0) return string.Empty;
        if (line[^1] is '.' or ',' && !line.EndsWith("...", StringComparison.Ordinal) && line.Length > 60) return string.Empty;
        ReadOnlySpan<char> bare = line;
        int space = line.LastIndexOf("  ", StringComparison.Ordinal);
        if (space > 0 && IsPageNumber(line[space..].Trim())) bare = line[..space].Trim();
        else if (line.IndexOf("  ", StringComparison.Ordinal) is > 0 and var first && IsPageNumber(line[..first].Trim())) bare = line[first..].Trim();
        else if (line.LastIndexOf(' ') is > 0 and var last && line[^1] == ')' && IsPageNumber(line[last..].Trim())) bare = line[..last].Trim();
        return bare.IsEmpty ? string.Empty : LineForm.Key(bare);
    }
}
