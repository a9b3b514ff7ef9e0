using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Text;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>One paragraph of a <see cref="TextFlow"/>, broken into lines.</summary>
internal sealed class FlowParagraph
{
    /// <summary>Its text.</summary>
    public required RichText Text { get; init; }

    /// <summary>Its lines.</summary>
    public required List<TextLine> Lines { get; init; }

    /// <summary>Its size and leading.</summary>
    public required TextStyle Style { get; init; }

    /// <summary>From the column's left edge.</summary>
    public double Indent { get; init; }

    /// <summary>Free height above it, inside the flow.</summary>
    public double Gap { get; init; }

    /// <summary>A list item's mark, set at the left of the first line; or null.</summary>
    public RichText? Label { get; init; }

    /// <summary>How far left of the text its label starts.</summary>
    public double LabelRoom { get; init; }
}

/// <summary>The ways in which running text is tagged.</summary>
internal enum TextKind
{
    /// <summary>P.</summary>
    Paragraph,

    /// <summary>BlockQuote of P.</summary>
    Quote,

    /// <summary>L of LI.</summary>
    BulletList,

    /// <summary>L of LI, numbered.</summary>
    NumberedList,
}

/// <summary>Running text: a paragraph, a quotation, a list. Breaks over pages with at least two lines of a paragraph on each.</summary>
internal sealed class TextFlow(IReadOnlyList<FlowParagraph> paragraphs, TextKind kind, Typesetter typesetter) : Flowable
{
    private const double BarOffset = 2;
    private const double BarWidth = 2.5;

    private readonly List<Strip> _strips = StripsOf(paragraphs);

    /// <summary>Links may point here.</summary>
    public string? Anchor { get; init; }

    /// <summary>The language where it differs, or null.</summary>
    public string? Language { get; init; }

    /// <inheritdoc/>
    public override double Head => _strips.Take(Pages.Orphans(_strips, 0)).Sum(strip => strip.Height);

    /// <inheritdoc/>
    public override double Whole => _strips.Sum(strip => strip.Height);

    /// <inheritdoc/>
    public override void Place(Flow flow)
    {
        flow.Note(Anchor);
        var owners = flow.Painter is { } painter ? new Owners(painter, kind, Language) : null;
        for (var from = 0; from < _strips.Count;)
        {
            var fit = Pages.Fit(_strips, from, flow.Remaining, flow.IsAtTop);
            if (fit == from)
            {
                flow.NextPage();
                continue;
            }

            PlaceStrips(flow, owners, from, fit);
            from = fit;
        }
    }

    private void PlaceStrips(Flow flow, Owners? owners, int from, int to)
    {
        var top = flow.Y;
        var isTop = flow.IsAtTop;
        for (var i = from; i < to; i++)
        {
            var strip = _strips[i];
            if (i > from || (!isTop && from == 0)) flow.Y += strip.Gap;
            else if (i == from) top = flow.Y;
            if (owners is not null) Draw(flow.Painter!, owners, strip, flow.Y);
            flow.Y += strip.Leading;
        }

        if (kind == TextKind.Quote && flow.Painter is { } painter) DrawBar(painter, top, flow.Y);
    }

    private void Draw(Painter painter, Owners owners, Strip strip, double y)
    {
        var paragraph = paragraphs[strip.Paragraph];
        var baseline = y + typesetter.Baseline(paragraph.Style);
        if (strip.Line == 0) owners.Begin(strip.Paragraph);
        if (strip.Line == 0 && paragraph.Label is { } label)
        {
            var line = Typesetter.Lines(label, 1000)[0];
            painter.Line(label, line, Sheet.Left + paragraph.Indent - paragraph.LabelRoom, baseline, owners.Label!);
        }

        painter.Line(paragraph.Text, paragraph.Lines[strip.Line], Sheet.Left + paragraph.Indent, baseline, owners.Text!);
    }

    private void DrawBar(Painter painter, double top, double bottom)
    {
        painter.BeginArtifact();
        painter.Content.Fill(Sheet.Left + BarOffset, top + 1.5, BarWidth, bottom - top - 3, typesetter.Look.Accent.Towards(Rgb.White, 0.6));
        painter.End();
    }

    private static List<Strip> StripsOf(IReadOnlyList<FlowParagraph> paragraphs)
    {
        var strips = new List<Strip>();
        for (var p = 0; p < paragraphs.Count; p++)
        {
            for (var line = 0; line < paragraphs[p].Lines.Count; line++)
                strips.Add(new Strip(p, line, paragraphs[p].Lines.Count, paragraphs[p].Style.Leading, line == 0 ? paragraphs[p].Gap : 0));
        }

        return strips;
    }

    // The elements of the flow, made as its paragraphs are reached.
    private sealed class Owners(Painter painter, TextKind kind, string? language)
    {
        private StructElement? _group;

        public TextOwner? Label { get; private set; }

        public TextOwner? Text { get; private set; }

        public void Begin(int paragraph)
        {
            if (paragraph == 0 && kind != TextKind.Paragraph) _group = Group();
            if (kind is TextKind.BulletList or TextKind.NumberedList)
            {
                var item = painter.Add(_group!, "LI");
                Label = new TextOwner(painter.Add(item, "Lbl"));
                Text = new TextOwner(painter.Add(item, "LBody"));
                return;
            }

            var element = _group is null ? painter.Add("P") : painter.Add(_group, "P");
            if (_group is null && language is not null) element.With("/Lang", language);
            Text = new TextOwner(element);
        }

        private StructElement Group()
        {
            if (kind == TextKind.Quote)
            {
                var quote = painter.Add("BlockQuote");
                return language is null ? quote : quote.With("/Lang", language);
            }

            var list = painter.Add("L");
            painter.File.Tree.SetAttributes(list, "/List", "/ListNumbering", kind == TextKind.NumberedList ? "/Decimal" : "/Disc");
            return list;
        }
    }
}

/// <summary>One line of a flow of text, as far as breaking over pages is concerned.</summary>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Line">Its number there, from 0.</param>
/// <param name="Count">How many lines the paragraph has.</param>
/// <param name="Leading">Its height.</param>
/// <param name="Gap">Free height above.</param>
internal readonly record struct Strip(int Paragraph, int Line, int Count, double Leading, double Gap)
{
    /// <summary>With the gap.</summary>
    public double Height => Leading + Gap;

    /// <summary>Whether a page may begin with it: neither one line alone is left behind nor one is carried over.</summary>
    public bool MayBeginPage => Line == 0 || (Line >= 2 && Count - Line >= 2);
}

/// <summary>Where text breaks over pages.</summary>
internal static class Pages
{
    /// <summary>How many strips from <paramref name="from"/> go on the page: the index after the last.</summary>
    /// <param name="strips">The lines.</param>
    /// <param name="from">The first not yet placed.</param>
    /// <param name="room">The free height.</param>
    /// <param name="isTop">Whether the page is empty; then at least one line goes on it, so that all text comes out.</param>
    public static int Fit(IReadOnlyList<Strip> strips, int from, double room, bool isTop)
    {
        var used = 0.0;
        var full = from;
        while (full < strips.Count)
        {
            used += full == from && isTop ? strips[full].Leading : strips[full].Height;
            if (used > room + 0.01) break;
            full++;
        }

        if (full == strips.Count) return full;
        var fit = full;
        while (fit > from && !strips[fit].MayBeginPage) fit--;
        if (fit > from || !isTop) return fit;
        return Math.Max(full, from + 1);
    }

    /// <summary>How many strips must stand together where the flow begins.</summary>
    public static int Orphans(IReadOnlyList<Strip> strips, int from)
    {
        var count = 1;
        while (from + count < strips.Count && !strips[from + count].MayBeginPage) count++;
        return Math.Min(count, strips.Count - from);
    }
}
