using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>The table of contents: each heading with its page, the whole line a link.</summary>
internal sealed class ContentsFlow(IReadOnlyList<HeadingBlock> headings, Typesetter typesetter) : Flowable
{
    private const double NumberRoom = 34;
    private const double StepIn = 16;

    /// <inheritdoc/>
    public override double Head => headings.Count == 0 ? 0 : LeadingOf(headings[0].Level) * 2;

    /// <inheritdoc/>
    public override double Whole => Head;

    /// <inheritdoc/>
    public override void Place(Flow flow)
    {
        if (headings.Count == 0) return;
        var top = headings.Min(heading => heading.Level);
        var contents = flow.Painter?.Add("TOC");
        foreach (var heading in headings)
        {
            var depth = heading.Level - top;
            var style = StyleOf(depth);
            var meaning = new Meaning(heading.Anchor, null, false);
            var text = typesetter.Plain(heading.Text, style, meaning);
            var lines = Typesetter.Lines(text, Sheet.Column - NumberRoom - (depth * StepIn), mayHyphenate: false);
            if (depth == 0 && !flow.IsAtTop) flow.Y += 6;
            if (lines.Count * style.Leading > flow.Remaining && !flow.IsAtTop) flow.NextPage();
            if (flow.Painter is { } painter) Draw(painter, contents!, heading, (text, lines, style, depth), flow.Y);
            flow.Y += lines.Count * style.Leading;
        }
    }

    private static double LeadingOf(int depth) => depth == 0 ? 19 : 16.5;

    private TextStyle StyleOf(int depth) => typesetter.Look.Body with
    {
        Leading = LeadingOf(depth),
        Size = depth == 0 ? 10.5 : 9.5,
        Style = depth == 0 ? FontStyle.Bold : FontStyle.Regular,
        Colour = depth == 0 ? typesetter.Look.Accent : typesetter.Look.Body.Colour,
    };

    private void Draw(
        Painter painter, StructElement contents, HeadingBlock heading, (RichText Text, List<TextLine> Lines, TextStyle Style, int Depth) entry, double y)
    {
        var (text, lines, style, depth) = entry;
        var x = Sheet.Left + (depth * StepIn);
        var isLinked = painter.File.Knows(heading.Anchor);
        var item = painter.Add(contents, "TOCI");
        var link = isLinked ? painter.Add(item, "Link") : item;
        var top = y;
        var baseline = y + typesetter.Baseline(style);
        painter.BeginContent(link);
        for (var i = 0; i < lines.Count; i++)
        {
            baseline = y + typesetter.Baseline(style);
            painter.BareLine(text, lines[i], x, baseline);
            y += style.Leading;
        }

        painter.End();
        // The blank keeps heading and number apart when they are read out.
        var number = typesetter.Plain(typesetter.Numbers.Known(heading.Anchor) is { } page ? "\u00A0" + page : "", style);
        var numberX = Sheet.Right - number.FullWidth();
        DrawLeader(painter, x + lines[^1].Width + 6, numberX - 6, baseline);
        if (number.Characters.Length > 0)
        {
            painter.BeginContent(link);
            painter.BareLine(number, Typesetter.Lines(number, NumberRoom)[0], numberX, baseline);
            painter.End();
        }

        if (isLinked) painter.File.AddLink(link, painter.Page, (x, top, Sheet.Right - x, y - top), heading.Anchor, heading.Text);
    }

    private void DrawLeader(Painter painter, double from, double to, double baseline)
    {
        if (to - from < 8) return;
        painter.BeginArtifact();
        for (var x = Math.Ceiling(from / 5) * 5; x < to; x += 5)
            painter.Content.Fill(x, baseline - 1.1, 0.9, 0.9, typesetter.Look.Quiet.Towards(Rgb.White, 0.4));
        painter.End();
    }
}
