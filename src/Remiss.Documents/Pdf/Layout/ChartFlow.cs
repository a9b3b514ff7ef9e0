using System.Globalization;
using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>
/// Stacked bars of stances: each segment tinted, edged and lettered, so that it is told without colour.
/// A chart of more bars than a page holds goes on as further figures with the same alternative text.
/// </summary>
internal sealed class ChartFlow(StanceChartBlock chart, Typesetter typesetter) : Flowable
{
    private const double MostLabelRoom = 168;
    private const double LabelGap = 14;
    private const double TotalRoom = 30;
    private const double BarHeight = 17;
    private const double BarGap = 9;
    private const double LegendRow = 16;
    private const double Padding = 4;
    private const double SegmentEdge = 2.5;
    private const double NarrowSegment = 11;

    private readonly List<(RichText Label, List<TextLine> Lines, StanceBar Bar)> _bars =
        [.. chart.Bars.Select(bar => Measured(bar, typesetter))];

    private readonly int _most = Math.Max(1, chart.Bars.Select(Total).DefaultIfEmpty(0).Max());
    private double? _labelRoom;

    /// <inheritdoc/>
    public override double Head => _bars.Count == 0 ? 0 : Math.Min(Sheet.ColumnHeight, Whole);

    /// <inheritdoc/>
    public override double Whole => _bars.Sum(bar => RowHeight(bar.Lines.Count)) + LegendHeight() + CaptionHeight() + Padding;

    /// <inheritdoc/>
    public override void Place(Flow flow)
    {
        for (var from = 0; from < _bars.Count;)
        {
            var room = flow.Remaining - LegendHeight() - CaptionHeight() - Padding;
            var to = from;
            var height = 0.0;
            while (to < _bars.Count && (height + RowHeight(_bars[to].Lines.Count) <= room || (to == from && flow.IsAtTop)))
                height += RowHeight(_bars[to++].Lines.Count);
            if (to == from)
            {
                flow.NextPage();
                continue;
            }

            if (flow.Painter is { } painter) Draw(painter, from, to, flow.Y, height);
            flow.Y += height + LegendHeight() + Padding;
            PlaceCaption(flow);
            from = to;
            if (from < _bars.Count) flow.NextPage();
        }
    }

    // Labels take the room that the widest needs, so that short ones leave more to the bars.
    private double LabelRoom => _labelRoom ??= _bars.Max(bar => bar.Lines.Max(line => line.Width)) + LabelGap;

    private static (RichText, List<TextLine>, StanceBar) Measured(StanceBar bar, Typesetter typesetter)
    {
        var text = typesetter.Plain(bar.Label, typesetter.Look.Cell);
        return (text, Typesetter.Lines(text, MostLabelRoom - LabelGap), bar);
    }

    private static int Total(StanceBar bar) => bar.Counts.Sum(count => count.Count);

    private double RowHeight(int lines) => Math.Max(BarHeight, lines * typesetter.Look.Cell.Leading) + BarGap;

    private void Draw(Painter painter, int from, int to, double y, double height)
    {
        var figure = Figures.Begin(painter, chart.AlternativeText, (Sheet.Left, y, Sheet.Column, height + LegendHeight()));
        painter.BeginContent(figure);
        for (var i = from; i < to; i++)
        {
            DrawBar(painter, _bars[i], y);
            y += RowHeight(_bars[i].Lines.Count);
        }

        if (!chart.IsExplainedByTable) DrawLegend(painter, y + 2);
        painter.End();
    }

    private void DrawBar(Painter painter, (RichText Label, List<TextLine> Lines, StanceBar Bar) bar, double y)
    {
        var style = typesetter.Look.Cell;
        var row = RowHeight(bar.Lines.Count) - BarGap;
        var labelTop = y + ((row - (bar.Lines.Count * style.Leading)) / 2);
        foreach (var line in bar.Lines)
        {
            painter.BareLine(bar.Label, line, Sheet.Left, labelTop + typesetter.Baseline(style));
            labelTop += style.Leading;
        }

        var x = Sheet.Left + LabelRoom;
        var unit = (Sheet.Column - LabelRoom - TotalRoom) / _most;
        var top = y + ((row - BarHeight) / 2);
        foreach (var count in bar.Bar.Counts.Where(count => count.Count > 0))
        {
            DrawSegment(painter, count, x, top, count.Count * unit);
            x += count.Count * unit;
        }

        var total = typesetter.Plain(Total(bar.Bar).ToString(CultureInfo.InvariantCulture), style.With(FontStyle.Bold));
        painter.BareLine(total, Typesetter.Lines(total, 100)[0], x + 7, top + typesetter.BaselineIn(style.Size, BarHeight));
    }

    private void DrawSegment(Painter painter, StanceCount count, double x, double y, double width)
    {
        var look = typesetter.Look;
        var ink = look.Ink(count.Stance);
        painter.Content.Fill(x, y, width, BarHeight, look.Tint(count.Stance));
        var edge = width < NarrowSegment ? 0 : SegmentEdge;
        if (edge > 0) painter.Content.Fill(x, y, edge, BarHeight, ink);
        painter.Content.Outline(x + 0.3, y + 0.3, Math.Max(0.1, width - 0.6), BarHeight - 0.6, ink.Towards(Rgb.White, 0.35), 0.6);
        var style = new TextStyle(8, 11, FontStyle.Bold, ink);
        var entry = chart.Legend.FirstOrDefault(entry => entry.Stance == count.Stance);
        var letter = (entry.Letter is { Length: > 0 } ? entry.Letter : entry.Mark) ?? "";
        var number = count.Count.ToString(CultureInfo.InvariantCulture);
        foreach (var words in new[] { letter + "\u00A0" + number, number, letter })
        {
            var text = typesetter.Plain(words, style);
            if (text.FullWidth() + edge + 3 > width || text.Characters.Length == 0) continue;
            painter.BareLine(text, Typesetter.Lines(text, width)[0], x + ((width + edge - text.FullWidth()) / 2), y + typesetter.BaselineIn(style.Size, BarHeight));
            return;
        }
    }

    private void DrawLegend(Painter painter, double y)
    {
        foreach (var (text, x, row) in LegendPlaces())
            painter.BareLine(text, Typesetter.Lines(text, Sheet.Column)[0], x, y + (row * LegendRow) + typesetter.BaselineIn(8.5, LegendRow));
    }

    private List<(RichText Text, double X, int Row)> LegendPlaces()
    {
        var places = new List<(RichText, double, int)>();
        var left = Sheet.Left + (_bars.Count == 0 ? 0 : LabelRoom);
        var (x, row) = (left, 0);
        foreach (var entry in chart.Legend)
        {
            var text = typesetter.Rich([new StanceInline(entry.Stance, entry.Mark, entry.Letter, entry.Label)], typesetter.Look.Note, false);
            var width = text.FullWidth();
            if (x + width > Sheet.Right && x > left) (x, row) = (left, row + 1);
            places.Add((text, x, row));
            x += width + 16;
        }

        return places;
    }

    private double LegendHeight() => chart.Legend.IsEmpty || chart.IsExplainedByTable ? 0 : ((LegendPlaces()[^1].Row + 1) * LegendRow) + 4;

    private double CaptionHeight() => chart.Caption.Length == 0 || chart.IsExplainedByTable ? 0 : CaptionLines().Lines.Count * typesetter.Look.Note.Leading;

    private (RichText Text, List<TextLine> Lines) CaptionLines()
    {
        var text = typesetter.Plain(chart.Caption, typesetter.Look.Note);
        return (text, Typesetter.Lines(text, Sheet.Column));
    }

    private void PlaceCaption(Flow flow)
    {
        if (chart.Caption.Length == 0 || chart.IsExplainedByTable) return;
        var (text, lines) = CaptionLines();
        var owner = flow.Painter is { } painter ? new TextOwner(painter.Add("P")) : null;
        foreach (var line in lines)
        {
            flow.Painter?.Line(text, line, Sheet.Left, flow.Y + typesetter.Baseline(typesetter.Look.Note), owner!);
            flow.Y += typesetter.Look.Note.Leading;
        }
    }
}
