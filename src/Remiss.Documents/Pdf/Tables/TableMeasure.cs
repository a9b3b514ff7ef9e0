using System.Collections.Immutable;
using Remiss.Documents.Pdf.Layout;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Tables;

/// <summary>One table as it goes on the page: which columns, and how wide.</summary>
/// <param name="Columns">Indexes into the block's columns.</param>
/// <param name="Widths">Their widths.</param>
internal sealed record TablePart(ImmutableArray<int> Columns, double[] Widths);

/// <summary>Finds a table's column widths from its content, and splits it where it is wider than the page.</summary>
internal static class TableMeasure
{
    public const double PadX = 5;
    public const double PadY = 4;

    /// <summary>The longest upright header before it goes on in a second line.</summary>
    public const double UprightLength = 132;

    private const double LongestWord = 104;
    private const double WidestRowHeader = 0.36;

    /// <summary>The parts of a table, one where it fits the page.</summary>
    public static List<TablePart> Measure(TableBlock table, Typesetter typesetter)
    {
        var wishes = Wishes(table, typesetter);
        if (wishes.Sum(wish => wish.Least) <= Sheet.Column || wishes.Length < 3)
            return [new TablePart([.. Enumerable.Range(0, wishes.Length)], ColumnWidths.Share(wishes, Sheet.Column))];

        var header = table.RowHeaders ? RowHeader(wishes[0]) : 0;
        var first = table.RowHeaders ? 1 : 0;
        var groups = ColumnGroups.Split(header, [.. wishes.Skip(first).Select(wish => wish.Least)], Sheet.Column);
        return [.. groups.Select(group => Part(wishes, header, first, group))];
    }

    private static double RowHeader(ColumnWish wish) => Math.Min(Math.Max(wish.Least, wish.Most), Sheet.Column * WidestRowHeader);

    private static TablePart Part(ColumnWish[] wishes, double header, int first, Range group)
    {
        var columns = Enumerable.Range(first + group.Start.Value, group.End.Value - group.Start.Value);
        ImmutableArray<int> all = first == 1 ? [0, .. columns] : [.. columns];
        var own = all.Select(i => i == 0 && first == 1 ? new ColumnWish(header, header, 1, false) : wishes[i]).ToArray();
        return new TablePart(all, ColumnWidths.Share(own, Sheet.Column));
    }

    private static ColumnWish[] Wishes(TableBlock table, Typesetter typesetter)
    {
        var wishes = new ColumnWish[table.Columns.Length];
        for (var c = 0; c < wishes.Length; c++)
        {
            var (least, most) = HeaderWish(table, c, typesetter);
            foreach (var row in table.Rows)
            {
                if (c >= row.Length || row[c].Inlines.IsEmpty) continue;
                var text = typesetter.Rich(row[c].Inlines, typesetter.Look.Cell, expandStances: false);
                least = Math.Max(least, Math.Min(LongestWord, text.WidestWord()));
                most = Math.Max(most, text.FullWidth());
            }

            var column = table.Columns[c];
            wishes[c] = new ColumnWish(least + (2 * PadX), Math.Max(least, most) + (2 * PadX), column.Weight, column.FitsContent);
        }

        return wishes;
    }

    private static (double Least, double Most) HeaderWish(TableBlock table, int column, Typesetter typesetter)
    {
        var header = Header(table, column, typesetter);
        var word = header.WidestWord();
        // A narrow column is as wide as its cells; its header may take several lines.
        if (!IsUpright(table, column)) return (Math.Min(LongestWord, word), table.Columns[column].FitsContent ? word : header.FullWidth());
        var lines = Typesetter.Lines(header, UprightLength).Count;
        var width = (lines * typesetter.Look.HeaderCell.Leading) - (2 * PadX) + 6;
        return (width, width);
    }

    /// <summary>Whether a column's header reads upwards.</summary>
    public static bool IsUpright(TableBlock table, int column) => table.UprightHeaders && !(column == 0 && table.RowHeaders);

    /// <summary>A column's header.</summary>
    public static RichText Header(TableBlock table, int column, Typesetter typesetter) => typesetter.Plain(
        table.Columns[column].Header, typesetter.Look.HeaderCell,
        table.Columns[column].Link is { } link ? new Meaning(link, null, false) : null);
}
