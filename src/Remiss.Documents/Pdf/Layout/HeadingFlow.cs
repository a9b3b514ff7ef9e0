using System.Globalization;
using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Text;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>A heading: never broken, never last on a page; also a bookmark, and a chapter of its own where its level is 1.</summary>
internal sealed class HeadingFlow(int level, string words, string anchor, RichText text, TextStyle style, Typesetter typesetter) : Flowable
{
    private readonly List<TextLine> _lines = Typesetter.Lines(text, Sheet.Column, mayHyphenate: false);

    /// <inheritdoc/>
    public override double Head => Whole;

    /// <inheritdoc/>
    public override double Whole => _lines.Count * style.Leading;

    /// <inheritdoc/>
    public override void Place(Flow flow)
    {
        flow.Note(anchor);
        TextOwner? owner = null;
        if (flow.Painter is { } painter)
        {
            if (level == 1) painter.BeginSection();
            owner = new TextOwner(painter.Add(string.Create(CultureInfo.InvariantCulture, $"H{level}")));
            painter.File.Outline.Add(level, words, painter.File.Destination(new Place(flow.Page, flow.Y)));
        }

        foreach (var line in _lines)
        {
            if (style.Leading > flow.Remaining && !flow.IsAtTop) flow.NextPage();
            flow.Painter?.Line(text, line, Sheet.Left, flow.Y + typesetter.Baseline(style), owner!);
            flow.Y += style.Leading;
        }
    }
}
