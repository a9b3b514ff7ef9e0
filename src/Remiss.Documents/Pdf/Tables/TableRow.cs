using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Layout;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Tables;

/// <summary>A cell broken into lines, of which some may already be drawn.</summary>
internal sealed class CellLines(RichText text, List<TextLine> lines, CellAlignment alignment, Stance? tint)
{
    public RichText Text => text;

    public IReadOnlyList<TextLine> Lines => lines;

    public CellAlignment Alignment => alignment;

    public Stance? Tint => tint;

    /// <summary>The element it belongs to; null while measuring.</summary>
    public TextOwner? Owner { get; set; }

    /// <summary>How many lines are placed.</summary>
    public int Placed { get; set; }

    /// <summary>How many are not.</summary>
    public int Left => lines.Count - Placed;
}

/// <summary>Where a row that is too high for the page breaks.</summary>
internal static class RowBreak
{
    /// <summary>
    /// How many of a cell's lines go on this page when <paramref name="room"/> lines fit: none of a single line
    /// left behind or carried over, where that can be.
    /// </summary>
    public static int Take(int lines, int room, bool isTop)
    {
        if (lines <= room) return lines;
        if (lines - room == 1 && room > 2) return room - 1;
        return room >= 2 || isTop ? Math.Max(isTop ? 1 : 0, room) : 0;
    }

    /// <summary>Whether breaking a row here is better than moving it: there is room for three lines, and it is long.</summary>
    public static bool IsWorthwhile(int mostLines, int room) => room >= 3 && mostLines - room >= 2 && mostLines >= 6;
}

/// <summary>One row of a table part.</summary>
internal sealed class TableRow
{
    private readonly Typesetter _typesetter;
    private readonly TablePart _part;

    public TableRow(TableBlock table, TablePart part, int row, Typesetter typesetter)
    {
        (_typesetter, _part) = (typesetter, part);
        Cells = new CellLines[part.Columns.Length];
        for (var i = 0; i < Cells.Length; i++)
        {
            var column = part.Columns[i];
            var cell = column < table.Rows[row].Length ? table.Rows[row][column] : TableCell.Empty;
            var isHeader = column == 0 && table.RowHeaders;
            var text = typesetter.Rich(cell.Inlines, typesetter.Look.Cell, expandStances: cell.Inlines is not [StanceInline]);
            Cells[i] = new CellLines(
                text, Typesetter.Lines(text, part.Widths[i] - (2 * TableMeasure.PadX)), isHeader ? CellAlignment.Start : table.Columns[column].Alignment, cell.Tint);
        }
    }

    public CellLines[] Cells { get; }

    /// <summary>The most lines that a cell still has.</summary>
    public int MostLeft => Cells.Max(cell => cell.Left);

    /// <summary>The height of what is left.</summary>
    public double Height => HeightOf(MostLeft);

    /// <summary>The height of so many lines.</summary>
    public double HeightOf(int lines) => (Math.Max(1, lines) * _typesetter.Look.Cell.Leading) + (2 * TableMeasure.PadY);

    /// <summary>How many lines fit a height.</summary>
    public int LinesIn(double height) => (int)Math.Floor((height - (2 * TableMeasure.PadY)) / _typesetter.Look.Cell.Leading);

    /// <summary>Makes the row's elements.</summary>
    public void Tag(Painter painter, StructElement body, TableBlock table, int row)
    {
        var element = painter.Add(body, "TR");
        for (var i = 0; i < Cells.Length; i++)
        {
            var column = _part.Columns[i];
            var isHeader = column == 0 && table.RowHeaders;
            var cell = painter.Add(element, isHeader ? "TH" : "TD");
            if (isHeader) painter.File.Tree.SetAttributes(cell, "/Table", "/Scope", "/Row");
            Cells[i].Owner = new TextOwner(cell);
            if (column < table.Rows[row].Length && table.Rows[row][column].Inlines is [StanceInline stance] &&
                (stance.Label ?? _typesetter.Look.Labels.GetValueOrDefault(stance.Stance).Label) is { Length: > 0 } name)
                cell.With("/E", name);
        }
    }

    /// <summary>Places as many lines as there is room for, and draws them where there is a painter.</summary>
    /// <returns>The height taken.</returns>
    public double Place(Painter? painter, double y, int room, bool isTop)
    {
        var takes = Cells.Select(cell => RowBreak.Take(cell.Left, room, isTop)).ToArray();
        var height = HeightOf(takes.Max());
        if (painter is not null) DrawGround(painter, y, height);
        var x = Sheet.Left;
        for (var i = 0; i < Cells.Length; i++)
        {
            if (painter is not null) DrawCell(painter, Cells[i], x, _part.Widths[i], y, takes[i]);
            Cells[i].Placed += takes[i];
            x += _part.Widths[i];
        }

        return height;
    }

    private void DrawGround(Painter painter, double y, double height)
    {
        painter.BeginArtifact();
        var x = Sheet.Left;
        for (var i = 0; i < Cells.Length; i++)
        {
            if (Cells[i].Tint is { } tint) painter.Content.Fill(x + 0.6, y + 0.6, _part.Widths[i] - 1.2, height - 1.2, _typesetter.Look.Tint(tint));
            x += _part.Widths[i];
        }

        painter.Content.Line(Sheet.Left, y + height, x, y + height, _typesetter.Look.Rule, 0.5);
        painter.End();
    }

    private void DrawCell(Painter painter, CellLines cell, double x, double width, double y, int take)
    {
        var style = _typesetter.Look.Cell;
        y += TableMeasure.PadY + _typesetter.Baseline(style);
        for (var i = cell.Placed; i < cell.Placed + take; i++)
        {
            var line = cell.Lines[i];
            if (line.End > line.Start) painter.Line(cell.Text, line, TablePlacing.Aligned(cell.Alignment, x, width, line.Width), y, cell.Owner!);
            y += style.Leading;
        }
    }
}

/// <summary>Where a line stands in its cell.</summary>
internal static class TablePlacing
{
    /// <summary>The line's left edge.</summary>
    public static double Aligned(CellAlignment alignment, double x, double width, double line) => alignment switch
    {
        CellAlignment.Centre => x + ((width - line) / 2),
        CellAlignment.End => x + width - TableMeasure.PadX - line,
        _ => x + TableMeasure.PadX,
    };
}
