using Remiss.Documents.Pdf.Drawing;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>A logo that the file knows, or none.</summary>
internal sealed record CoverLogo(ReadOnlyMemory<byte> Bytes, string AlternativeText);

/// <summary>The cover: a ground in the organisation's colour with the title, and the facts below it.</summary>
internal sealed class CoverPage(CoverBlock cover, CoverLogo? logo, Typesetter typesetter) : Flowable
{
    private const double PanelBottom = 500;
    private const double TitleBottom = PanelBottom - 56;
    private const double LabelRoom = 150;
    private const double LogoTop = 46;
    private const double LogoHeight = 52;

    /// <inheritdoc/>
    public override double Head => Sheet.ColumnHeight;

    /// <inheritdoc/>
    public override double Whole => Sheet.ColumnHeight;

    /// <inheritdoc/>
    public override void Place(Flow flow)
    {
        flow.Y = Sheet.Bottom;
        if (flow.Painter is not { } painter) return;
        painter.BeginSection();
        var panelTop = logo is null ? 0 : LogoTop + LogoHeight + 30;
        painter.BeginArtifact("/Type /Background");
        painter.Content.Fill(0, panelTop, Sheet.Width, PanelBottom - panelTop, typesetter.Look.Accent);
        painter.Content.Fill(0, PanelBottom, Sheet.Width, 5, typesetter.Look.Accent.Towards(Rgb.White, 0.55));
        painter.End();
        if (logo is not null) DrawLogo(painter, logo);
        DrawWords(painter, panelTop);
        DrawFacts(painter);
    }

    private static void DrawLogo(Painter painter, CoverLogo logo)
    {
        var (name, width, height) = painter.File.AddImage(logo.Bytes);
        var scale = Math.Min(LogoHeight / height, 260 / width);
        var (x, y, w, h) = (Sheet.Left, LogoTop, width * scale, height * scale);
        var figure = Figures.Begin(painter, logo.AlternativeText, (x, y, w, h));
        painter.BeginContent(figure);
        painter.Content.Image(name, x, y, w, h);
        painter.End();
    }

    private void DrawWords(Painter painter, double panelTop)
    {
        var white = Rgb.White;
        var y = panelTop + (logo is null ? 84 : 40);
        y = DrawText(painter, cover.Organisation, new TextStyle(12, 17, FontStyle.Bold, white), y);
        if (cover.Mark is { Length: > 0 } mark) DrawMark(painter, mark, y - 17);

        var title = new TextStyle(cover.Title.Length > 90 ? 25 : 33, cover.Title.Length > 90 ? 32 : 41, FontStyle.Bold, white);
        var kind = new TextStyle(12.5, 24, FontStyle.Regular, white);
        var subtitle = new TextStyle(14, 21, FontStyle.Regular, white);
        var height = Height(cover.Kind, kind) + Height(cover.Title, title) + (cover.Subtitle is null ? 0 : 10 + Height(cover.Subtitle, subtitle));
        var top = Math.Max(y + 20, TitleBottom - height);
        top = DrawText(painter, cover.Kind, kind, top);
        top = DrawText(painter, cover.Title, title, top);
        if (cover.Subtitle is { Length: > 0 } below) DrawText(painter, below, subtitle, top + 10);
    }

    private void DrawMark(Painter painter, string mark, double y)
    {
        var style = new TextStyle(10, 14, FontStyle.Bold, Rgb.White);
        var text = typesetter.Plain(mark, style);
        var width = text.FullWidth();
        painter.BeginArtifact();
        painter.Content.Outline(Sheet.Right - width - 20, y - 3, width + 20, 22, Rgb.White, 1);
        painter.End();
        painter.Line(text, Typesetter.Lines(text, Sheet.Column)[0], Sheet.Right - width - 10, y + 1 + typesetter.Baseline(style), new TextOwner(painter.Add("P")));
    }

    // Facts are pairs: a table without rules, each label the header of its row.
    private void DrawFacts(Painter painter)
    {
        if (cover.Facts.IsEmpty) return;
        var look = typesetter.Look;
        var label = look.Body with { Colour = look.Quiet };
        var table = painter.Add("Table");
        var y = PanelBottom + 44.0;
        foreach (var fact in cover.Facts)
        {
            var (name, value) = (typesetter.Plain(fact.Label, label), typesetter.Plain(fact.Value, look.Body.With(FontStyle.Bold)));
            var (names, values) = (Typesetter.Lines(name, LabelRoom - 14), Typesetter.Lines(value, Sheet.Column - LabelRoom));
            var row = painter.Add(table, "TR");
            var header = painter.Add(row, "TH");
            painter.File.Tree.SetAttributes(header, "/Table", "/Scope", "/Row");
            var cell = painter.Add(row, "TD");
            DrawLines(painter, name, names, Sheet.Left, y, label, new TextOwner(header));
            DrawLines(painter, value, values, Sheet.Left + LabelRoom, y, look.Body, new TextOwner(cell));
            y += (Math.Max(names.Count, values.Count) * look.Body.Leading) + 6;
        }
    }

    private double DrawText(Painter painter, string words, TextStyle style, double y)
    {
        if (words.Length == 0) return y;
        var text = typesetter.Plain(words, style);
        var lines = Typesetter.Lines(text, Sheet.Column, mayHyphenate: false);
        return DrawLines(painter, text, lines, Sheet.Left, y, style, new TextOwner(painter.Add("P")));
    }

    private double DrawLines(Painter painter, RichText text, List<TextLine> lines, double x, double y, TextStyle style, TextOwner owner)
    {
        foreach (var line in lines)
        {
            painter.Line(text, line, x, y + typesetter.Baseline(style), owner);
            y += style.Leading;
        }

        return y;
    }

    private double Height(string words, TextStyle style) =>
        words.Length == 0 ? 0 : Typesetter.Lines(typesetter.Plain(words, style), Sheet.Column, mayHyphenate: false).Count * style.Leading;
}
