using System.Collections.Immutable;

namespace Remiss.Domain.Texts;

/// <summary>Joins lines to blocks: wrapped lines to paragraphs and points, also over a page break or a stray blank line within a sentence.</summary>
internal static class BlockJoiner
{
    private const int MostBlankLines = 3;

    public static ImmutableArray<TextBlock> Join(LineSheet sheet)
    {
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        for (int i = 0; i < sheet.Count; i++)
        {
            LineRole role = sheet.Roles[i];
            if (role == LineRole.Blank) continue;
            int last = role switch
            {
                LineRole.Heading => Run(sheet, i, LineRole.HeadingMore),
                LineRole.Footnote => Run(sheet, i, LineRole.FootnoteMore),
                LineRole.Contents => Run(sheet, i, LineRole.ContentsMore),
                LineRole.Text or LineRole.Point => TextRun(sheet, i),
                _ => i,
            };
            blocks.Add(Block(sheet, i, last));
            i = last;
        }
        return blocks.ToImmutable();
    }

    private static TextBlock Block(LineSheet sheet, int first, int last)
    {
        (BlockKind kind, int level) = sheet.Roles[first] switch
        {
            LineRole.Heading => (BlockKind.Heading, Math.Max(1, sheet.Levels[first])),
            LineRole.Footnote => (BlockKind.Footnote, 0),
            LineRole.Contents or LineRole.ContentsMore => (BlockKind.ContentsEntry, 0),
            LineRole.Furniture => (BlockKind.PageFurniture, 0),
            LineRole.Point => (BlockKind.ListItem, 1),
            _ => (BlockKind.Paragraph, 0),
        };
        int start = sheet.Lines[first].Start + sheet.Marks[first];
        return new TextBlock(TextSpan.FromBounds(start, sheet.Lines[last].End), kind, level, sheet.Lines[first].Page)
        {
            Stated = sheet.Marks[first] > 0,
        };
    }

    private static int Run(LineSheet sheet, int i, LineRole more)
    {
        while (i + 1 < sheet.Count && sheet.Roles[i + 1] == more) i++;
        return i;
    }

    private static int TextRun(LineSheet sheet, int i)
    {
        bool point = sheet.Roles[i] == LineRole.Point;
        int last = i;
        while (true)
        {
            int next = last + 1;
            while (next < sheet.Count && sheet.Roles[next] == LineRole.Blank && next - last <= MostBlankLines) next++;
            if (next >= sheet.Count || sheet.Roles[next] != LineRole.Text || !GoesOn(sheet, last, next, point)) return last;
            last = next;
        }
    }

    private static bool HasOpenBracket(ReadOnlySpan<char> line) =>
        line.LastIndexOf('(') is >= 0 and var open && open > line.LastIndexOf(')') && line.Length - open < 40;

    private static bool GoesOn(LineSheet sheet, int last, int next, bool point)
    {
        ReadOnlySpan<char> before = sheet[last];
        ReadOnlySpan<char> after = sheet[next];
        bool ended = LineForm.EndsSentence(before);
        bool small = LineForm.BeginsSmall(after);
        if (!sheet.IsWrapped) return next == last + 1 && small && !ended;
        int full = sheet.Width;
        if (next == last + 1 && sheet.Lines[next].Page == sheet.Lines[last].Page && !sheet.IsPageTrace(next))
        {
            if (small || before[^1] == '-' || HasOpenBracket(before)) return true;
            return !sheet.EndsEarly(last, next, ended ? 90 : 75);
        }
        if (ended) return false;
        bool pageBreak = sheet.Lines[next].Page != sheet.Lines[last].Page || sheet.IsPageTrace(next);
        bool wide = before.Length >= full * (point || pageBreak ? 4 : 6) / 10;
        if (small && (wide || before[^1] is ',' or '-')) return true;
        return (sheet.IsDoubleSpaced || pageBreak) && next - last <= 2 && before.Length >= full * 8 / 10;
    }
}
