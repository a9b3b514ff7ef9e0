using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Layout;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Tables;

/// <summary>A table, or one group of its columns: caption, header, rows; over as many pages as it needs.</summary>
internal sealed class TableFlow : Flowable
{
    private const double CaptionGap = 5;
    private const double Longest = Sheet.ColumnHeight * 0.55;

    private readonly TableBlock _table;
    private readonly TablePart _part;
    private readonly Typesetter _typesetter;
    private readonly TableHeader _header;
    private readonly (RichText Text, List<TextLine> Lines) _caption;

    public TableFlow(TableBlock table, TablePart part, bool isContinued, Typesetter typesetter)
    {
        (_table, _part, _typesetter) = (table, part, typesetter);
        _header = new TableHeader(table, part, typesetter);
        _caption = Caption(isContinued);
    }

    /// <inheritdoc/>
    public override double Head =>
        CaptionHeight + _header.Height + (_table.Rows.IsEmpty ? 0 : Math.Min(new TableRow(_table, _part, 0, _typesetter).Height, Longest));

    /// <inheritdoc/>
    public override double Whole => Head;

    private double CaptionHeight => _caption.Lines.Count == 0 ? 0 : (_caption.Lines.Count * _typesetter.Look.Caption.Leading) + CaptionGap;

    /// <inheritdoc/>
    public override void Place(Flow flow)
    {
        var table = flow.Painter?.Add("Table");
        PlaceCaption(flow, table);
        PlaceHeader(flow, table);
        var body = table is null || _table.Rows.IsEmpty ? null : flow.Painter!.Add(table, "TBody");
        for (var i = 0; i < _table.Rows.Length; i++)
        {
            var row = new TableRow(_table, _part, i, _typesetter);
            var isTagged = false;
            do
            {
                var (room, isTop) = MakeRoom(flow, row);
                if (!isTagged && flow.Painter is { } painter) row.Tag(painter, body!, _table, i);
                isTagged = true;
                flow.Y += row.Place(flow.Painter, flow.Y, room, isTop);
            }
            while (row.MostLeft > 0);
        }
    }

    // Goes to the next page, under the header again, unless the row or a fair part of it fits here.
    private (int Lines, bool IsTop) MakeRoom(Flow flow, TableRow row)
    {
        for (var isTop = false; ; isTop = true)
        {
            if (row.Height <= flow.Remaining + 0.01) return (int.MaxValue, isTop);
            var room = row.LinesIn(flow.Remaining);
            if (isTop || RowBreak.IsWorthwhile(row.MostLeft, room)) return (Math.Max(1, room), isTop);
            flow.NextPage();
            RepeatHeader(flow);
        }
    }

    private (RichText, List<TextLine>) Caption(bool isContinued)
    {
        var words = isContinued && _table.Caption.Length > 0 ? $"{_table.Caption} ({_typesetter.Words.Continued})" : _table.Caption;
        var text = _typesetter.Plain(words, _typesetter.Look.Caption);
        return (text, words.Length == 0 ? [] : Typesetter.Lines(text, Sheet.Column));
    }

    private void PlaceCaption(Flow flow, StructElement? table)
    {
        if (_caption.Lines.Count == 0) return;
        var owner = flow.Painter is { } painter ? new TextOwner(painter.Add(table!, "Caption")) : null;
        foreach (var line in _caption.Lines)
        {
            flow.Painter?.Line(_caption.Text, line, Sheet.Left, flow.Y + _typesetter.Baseline(_typesetter.Look.Caption), owner!);
            flow.Y += _typesetter.Look.Caption.Leading;
        }

        flow.Y += CaptionGap;
    }

    private void PlaceHeader(Flow flow, StructElement? table)
    {
        if (flow.Painter is { } painter) _header.Draw(painter, flow.Y, painter.Add(table!, "THead"));
        flow.Y += _header.Height;
    }

    private void RepeatHeader(Flow flow)
    {
        var style = _typesetter.Look.Note;
        if (_table.Caption.Length > 0)
        {
            var text = _typesetter.Plain($"{_table.Caption} ({_typesetter.Words.Continued})", style);
            if (flow.Painter is { } painter)
            {
                painter.BeginArtifact("/Type /Pagination");
                painter.BareLine(text, Typesetter.Lines(text, Sheet.Column)[0], Sheet.Left, flow.Y + _typesetter.Baseline(style));
                painter.End();
            }

            flow.Y += style.Leading + 3;
        }

        if (_header.Height > Sheet.ColumnHeight / 2) return;
        if (flow.Painter is { } again) _header.Draw(again, flow.Y, null);
        flow.Y += _header.Height;
    }
}
