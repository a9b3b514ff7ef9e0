using System.Globalization;
using Remiss.Documents.Pdf.Layout;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Drawing;

/// <summary>
/// Where a text's lines belong in the structure tree. A link that breaks over lines stays one element, so
/// this is kept from line to line.
/// </summary>
internal sealed class TextOwner(StructElement element)
{
    /// <summary>The element of the whole text.</summary>
    public StructElement Element => element;

    /// <summary>The meaning of the stretch drawn last, and its own element.</summary>
    public (Meaning Meaning, StructElement Element)? Open { get; set; }
}

/// <summary>Draws on the page at hand, and says of everything drawn what it is: content of an element, or an artifact.</summary>
internal sealed class Painter(PdfFile file, SummaryDocument document, Typesetter typesetter)
{
    private const string Pagination = "/Type /Pagination";

    private PageContent? _content;
    private StructElement? _section;
    private bool _isBare;

    /// <summary>The file.</summary>
    public PdfFile File => file;

    /// <summary>The page at hand, from 0.</summary>
    public int Page { get; private set; }

    /// <summary>The element that blocks are added to.</summary>
    public StructElement Section => _section ?? file.Tree.Document;

    /// <summary>The operators of the page at hand; to be used inside <see cref="BeginArtifact"/> or <see cref="BeginContent"/>.</summary>
    public PageContent Content => _content!;

    /// <summary>Starts a page; a bare one has no header, footer or draft mark.</summary>
    public void BeginPage(int page, bool isBare)
    {
        Page = page;
        _isBare = isBare;
        _content = new PageContent(Sheet.Height);
        if (!isBare) DrawDraftMark();
    }

    /// <summary>Ends the page with its header and footer.</summary>
    public void EndPage()
    {
        if (_content is null) return;
        if (!_isBare) DrawFurniture();
        file.Finish(Page, _content);
        _content = null;
    }

    /// <summary>Starts a part of the document (a chapter).</summary>
    public void BeginSection() => _section = file.Tree.Add(file.Tree.Document, "Sect");

    /// <summary>Adds an element to the part at hand.</summary>
    public StructElement Add(string tag) => Add(Section, tag);

    /// <summary>Adds an element to another.</summary>
    public StructElement Add(StructElement parent, string tag) => file.Tree.Add(parent, tag);

    /// <summary>What is drawn next is the element's content.</summary>
    public void BeginContent(StructElement element) => Content.BeginMarked(element.Tag, file.Tree.Mark(element, Page));

    /// <summary>What is drawn next is no content.</summary>
    public void BeginArtifact(string kind = "/Type /Layout") => Content.BeginArtifact(kind);

    /// <summary>Ends content or artifact.</summary>
    public void End() => Content.EndMarked();

    /// <summary>Draws a line of text as content of its owner, with links and expansions as elements of their own.</summary>
    public void Line(RichText text, in TextLine line, double x, double baseline, TextOwner owner)
    {
        var end = EndWithBlank(text, line);
        var at = line.Start;
        var run = RunAt(text, at);
        while (at < end)
        {
            var meaning = text.Runs[run].Meaning;
            var stretch = ElementOf(owner, meaning, text, at);
            var from = x;
            BeginContent(stretch);
            for (; at < end && ReferenceEquals(text.Runs[run].Meaning, meaning); run++)
            {
                var to = Math.Min(end, text.Runs[run].End);
                x += Run(text, at, to, text.Runs[run], x, baseline);
                at = to;
            }

            if (line.Hyphenated && at >= end) Hyphen(text, text.Runs[run - 1], x, baseline);
            if (meaning.Underlined) Content.Line(from, baseline + 1.8, x, baseline + 1.8, typesetter.Look.Accent.Towards(Rgb.White, 0.45), 0.5);
            End();
            if (meaning.Link is { } target && file.Knows(target)) LinkOver(stretch, text, meaning, target, from, x, baseline);
        }
    }

    /// <summary>Draws a line of text inside content or an artifact that is already begun.</summary>
    public void BareLine(RichText text, in TextLine line, double x, double baseline)
    {
        var run = RunAt(text, line.Start);
        for (var at = line.Start; at < line.End; run++)
        {
            var to = Math.Min(line.End, text.Runs[run].End);
            x += Run(text, at, to, text.Runs[run], x, baseline);
            at = to;
            if (line.Hyphenated && at >= line.End) Hyphen(text, text.Runs[run], x, baseline);
        }
    }

    /// <summary>Draws a line that reads upwards, inside content or an artifact that is already begun.</summary>
    public void UprightLine(RichText text, in TextLine line, double baseline, double y)
    {
        var run = RunAt(text, line.Start);
        for (var at = line.Start; at < line.End; run++)
        {
            var (to, look) = (Math.Min(line.End, text.Runs[run].End), text.Runs[run]);
            Content.TurnedText(text.Characters.AsSpan(at, to - at), look.Face, look.Size, look.Colour, baseline, y, Math.PI / 2);
            for (; at < to; at++) y -= text.Advances[at];
            if (line.Hyphenated && at >= line.End) Content.SoftHyphen(look.Face, look.Size, look.Colour, baseline, y, Math.PI / 2);
        }
    }

    private double Run(RichText text, int from, int to, in GlyphRun run, double x, double baseline)
    {
        Content.Text(text.Characters.AsSpan(from, to - from), run.Face, run.Size, run.Colour, x, baseline);
        double width = 0;
        for (var i = from; i < to; i++) width += text.Advances[i];
        return width;
    }

    private void Hyphen(RichText text, in GlyphRun run, double x, double baseline)
    {
        if (text.Hyphen > 0) Content.SoftHyphen(run.Face, run.Size, run.Colour, x, baseline);
    }

    // The blank at which a line is broken is drawn too, so that words stay apart when the text is read out.
    private static int EndWithBlank(RichText text, in TextLine line) =>
        line.Next > line.End && line.End < text.Characters.Length && text.Characters[line.End] == ' ' ? line.End + 1 : line.End;

    private static int RunAt(RichText text, int at)
    {
        var (low, high) = (0, text.Runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.Runs[middle].End > at) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private StructElement ElementOf(TextOwner owner, Meaning meaning, RichText text, int at)
    {
        if (owner.Open is { } open && ReferenceEquals(open.Meaning, meaning)) return open.Element;
        owner.Open = null;
        var isLink = meaning.Link is { } target && file.Knows(target);
        if (!isLink && meaning.Expansion is null) return owner.Element;
        var element = Add(owner.Element, isLink ? "Link" : "Span");
        if (meaning.Expansion is { } expansion) element.With("/E", expansion);
        owner.Open = (meaning, element);
        return element;
    }

    private void LinkOver(StructElement element, RichText text, Meaning meaning, Anchor target, double from, double to, double baseline)
    {
        var size = text.Runs.First(run => ReferenceEquals(run.Meaning, meaning)).Size;
        file.AddLink(element, Page, (from, baseline - size, to - from, size * 1.35), target, WordsOf(text, meaning));
    }

    private static string WordsOf(RichText text, Meaning meaning)
    {
        var start = 0;
        foreach (var run in text.Runs)
        {
            if (ReferenceEquals(run.Meaning, meaning)) return text.Characters[start..EndOf(text, meaning)].Trim();
            start = run.End;
        }

        return "";
    }

    private static int EndOf(RichText text, Meaning meaning) => text.Runs.Last(run => ReferenceEquals(run.Meaning, meaning)).End;

    // Replaced, not formatted: the pattern comes from a theme, and may hold any braces.
    private string PageLine() => document.Words.PageOf
        .Replace("{0}", (Page + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{1}", file.PageCount.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private void DrawDraftMark()
    {
        if (document.DraftMark is not { Length: > 0 } mark) return;
        const double Size = 128;
        var style = new TextStyle(Size, Size, Fonts.FontStyle.Bold, typesetter.Look.Faint);
        var text = typesetter.Plain(mark, style);
        var angle = Math.Atan2(Sheet.Height, Sheet.Width);
        var fit = Math.Min(1, 760 / Math.Max(1, text.FullWidth()));
        var half = text.FullWidth() * fit / 2;
        var (sin, cos) = Math.SinCos(angle);
        var x = (Sheet.Width / 2) - (half * cos) + (Size * fit * 0.35 * sin);
        var y = (Sheet.Height / 2) + (half * sin) + (Size * fit * 0.35 * cos);
        BeginArtifact(Pagination + " /Subtype /Watermark");
        Content.BeginUnread();
        foreach (var run in text.Runs.Take(1))
            Content.TurnedText(text.Characters.AsSpan(0, run.End), run.Face, run.Size * fit, run.Colour, x, y, angle);
        End();
        End();
    }

    private void DrawFurniture()
    {
        var look = typesetter.Look;
        var header = typesetter.Plain(document.RunningHeader, look.Running);
        BeginArtifact(Pagination + " /Subtype /Header");
        var lines = Typesetter.Lines(header, Sheet.Column);
        BareLine(header, lines[0], Sheet.Left, Sheet.HeaderBaseline);
        Content.Line(Sheet.Left, Sheet.HeaderBaseline + 8, Sheet.Right, Sheet.HeaderBaseline + 8, look.Rule, 0.6);
        End();
        var page = typesetter.Plain(PageLine(), look.Running);
        var organisation = typesetter.Plain(document.Organisation, look.Running);
        BeginArtifact(Pagination + " /Subtype /Footer");
        var pageWidth = page.FullWidth();
        BareLine(organisation, Typesetter.Lines(organisation, Sheet.Column - pageWidth - 20)[0], Sheet.Left, Sheet.FooterBaseline);
        BareLine(page, Typesetter.Lines(page, Sheet.Column)[0], Sheet.Right - pageWidth, Sheet.FooterBaseline);
        End();
    }
}
