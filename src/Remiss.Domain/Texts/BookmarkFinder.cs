namespace Remiss.Domain.Texts;

/// <summary>Finds a PDF's bookmarks, which some extractions append to the text: its headings once more, after the end.</summary>
internal static class BookmarkFinder
{
    private const int FewestPlain = 3;
    private const int FewestIndented = 2;
    private const int Longest = 250;

    public static void Mark(LineSheet sheet)
    {
        int last = sheet.Count - 1;
        while (last >= 0 && sheet.Roles[last] is LineRole.Blank or LineRole.Furniture) last--;
        if (last < 0) return;
        int first = IndentedFrom(sheet, last);
        if (first < 0) first = RepeatedFrom(sheet, last);
        for (int i = first; first >= 0 && i <= last; i++)
        {
            if (sheet.Roles[i] == LineRole.Text) sheet.Roles[i] = LineRole.Furniture;
        }
    }

    /// <summary>The last run of lines that begin with a tab, when no other line of the text does so and they read as titles.</summary>
    private static int IndentedFrom(LineSheet sheet, int last)
    {
        int first = -1;
        int found = 0;
        for (int i = last; i >= 0; i--)
        {
            if (sheet.Roles[i] == LineRole.Blank) continue;
            TextLine line = sheet.Lines[i];
            if (sheet.Text[line.LineStart] != '\t' || line.Length > Longest || LineForm.BulletLength(sheet[i]) > 0
                || LineForm.EndsSentence(sheet[i])) break;
            first = i;
            found++;
        }
        return found >= FewestIndented && first > 0 && Repeats(sheet, first, last) * 2 >= found ? first : -1;
    }

    /// <summary>The last run of lines each of which stands in the text before, in the same order.</summary>
    private static int RepeatedFrom(LineSheet sheet, int last)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i <= last; i++)
        {
            if (sheet.Roles[i] != LineRole.Blank && sheet.Lines[i].Length <= Longest) places.TryAdd(LineForm.Key(sheet[i]), i);
        }
        int first = -1;
        int found = 0;
        int above = int.MaxValue;
        for (int i = last; i >= 0; i--)
        {
            if (sheet.Roles[i] == LineRole.Blank) continue;
            if (sheet.Lines[i].Length > Longest || LineForm.BulletLength(sheet[i]) > 0) break;
            int place = places[LineForm.Key(sheet[i])];
            if (place >= i || place >= above) break;
            above = place;
            first = i;
            found++;
        }
        return found >= FewestPlain ? first : -1;
    }

    private static int Repeats(LineSheet sheet, int first, int last)
    {
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        string before = string.Empty;
        for (int i = 0; i < first; i++)
        {
            if (sheet.Roles[i] == LineRole.Blank || sheet.Lines[i].Length > Longest) continue;
            string key = LineForm.Key(sheet[i]);
            earlier.Add(key);
            // A title over two lines stands on one in the bookmarks.
            earlier.Add(before + " " + key);
            before = key;
        }
        int repeats = 0;
        for (int i = first; i <= last; i++)
        {
            if (sheet.Roles[i] != LineRole.Blank && earlier.Contains(LineForm.Key(sheet[i]))) repeats++;
        }
        return repeats;
    }
}
