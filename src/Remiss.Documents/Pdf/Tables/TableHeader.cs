using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Layout;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Tables;

/// <summary>A table part's header row: drawn as header cells once, and as an artifact on each following page.</summary>
internal sealed class TableHeader
{
    private readonly TableBlock _table;
    private readonly TablePart _part;
    private readonly Typesetter _typesetter;
    private readonly (RichText Text, List<TextLine> Lines, bool IsUpright)[] _cells;

    public TableHeader(TableBlock table, TablePart part, Typesetter typesetter)
    {
        (_table, _part, _typesetter) = (table, part, typesetter);
        _cells = [.. part.Columns.Select((column, i) => Cell(column, part.Widths[i]))];
        Height = _cells.Max(CellHeight);
    }

    /// <summary>Its height.</summary>
    public double Height { get; }

    /// <summary>Draws it at a height as header cells under <paramref name="head"/>, or as an artifact where that is null.</summary>
    public void Draw(Painter painter, double y, StructElement? head)
    {
        DrawGround(painter, y);
        if (head is null) painter.BeginArtifact("/Type /Pagination");
        var row = head is null ? null : painter.Add(head, "TR");
        var x = Sheet.Left;
        for (var i = 0; i < _cells.Length; i++)
        {
            DrawCell(painter, i, x, y, row);
            x += _part.Widths[i];
        }

        if (head is null) painter.End();
    }

    private (RichText, List<TextLine>, bool) Cell(int column, double width)
    {
        var text = TableMeasure.Header(_table, column, _typesetter);
        var isUpright = TableMeasure.IsUpright(_table, column);
        return (text, Typesetter.Lines(text, isUpright ? TableMeasure.UprightLength : width - (2 * TableMeasure.PadX)), isUpright);
    }

    private double CellHeight((RichText Text, List<TextLine> Lines, bool IsUpright) cell) =>
        (2 * TableMeasure.PadY) + 2 + (cell.IsUpright ? cell.Lines.Max(line => line.Width) : cell.Lines.Count * _typesetter.Look.HeaderCell.Leading);

    private void DrawGround(Painter painter, double y)
    {
        var width = _part.Widths.Sum();
        painter.BeginArtifact();
        painter.Content.Fill(Sheet.Left, y, width, Height, _typesetter.Look.Ground);
        painter.Content.Line(Sheet.Left, y + Height, Sheet.Left + width, y + Height, _typesetter.Look.Accent, 0.9);
        painter.End();
    }

    private void DrawCell(Painter painter, int index, double x, double y, StructElement? row)
    {
        var (text, lines, isUpright) = _cells[index];
        TextOwner? owner = null;
        if (row is not null)
        {
            var cell = painter.Add(row, "TH");
            painter.File.Tree.SetAttributes(cell, "/Table", "/Scope", "/Column");
            owner = new TextOwner(cell);
        }

        if (text.Characters.Length == 0) return;
        if (isUpright) DrawUpright(painter, (text, lines), x, y, _part.Widths[index], owner);
        else DrawLevel(painter, index, x, y, owner);
    }

    private void DrawLevel(Painter painter, int index, double x, double y, TextOwner? owner)
    {
        var (text, lines, _) = _cells[index];
        var style = _typesetter.Look.HeaderCell;
        var baseline = y + Height - TableMeasure.PadY - 1 - (lines.Count * style.Leading) + _typesetter.Baseline(style);
        foreach (var line in lines)
        {
            var left = TablePlacing.Aligned(_table.Columns[_part.Columns[index]].Alignment, x, _part.Widths[index], line.Width);
            if (owner is null) painter.BareLine(text, line, left, baseline);
            else painter.Line(text, line, left, baseline, owner);
            baseline += style.Leading;
        }
    }

    private void DrawUpright(Painter painter, (RichText Text, List<TextLine> Lines) cell, double x, double y, double width, TextOwner? owner)
    {
        var leading = _typesetter.Look.HeaderCell.Leading;
        var baseline = x + ((width - (cell.Lines.Count * leading)) / 2) + _typesetter.Baseline(_typesetter.Look.HeaderCell);
        var link = cell.Text.Runs[0].Meaning.Link is { } target && owner is not null && painter.File.Knows(target) ? target : (Anchor?)null;
        var element = owner is null ? null : link is null ? owner.Element : painter.Add(owner.Element, "Link");
        if (element is not null) painter.BeginContent(element);
        foreach (var line in cell.Lines)
        {
            painter.UprightLine(cell.Text, line, baseline, y + Height - TableMeasure.PadY - 1);
            baseline += leading;
        }

        if (element is null) return;
        painter.End();
        if (link is { } place) painter.File.AddLink(element, painter.Page, (x, y, width, Height), place, cell.Text.Characters);
    }
}
