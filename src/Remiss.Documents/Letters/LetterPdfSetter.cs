using System.Collections.Immutable;
using System.Globalization;
using PdfSharp.Drawing;
using Remiss.Documents.Pdf.Fonts;

namespace Remiss.Documents.Letters;

/// <summary>A run of text at its place on a line.</summary>
internal sealed record LetterPdfText(string Text, double X, double Size, FontStyle Style, double Down = 0);

/// <summary>One line (or one row of a table) of a page.</summary>
/// <param name="Texts">What stands on it.</param>
/// <param name="Before">Space above it, dropped at the top of a page.</param>
/// <param name="Height">Its height.</param>
/// <param name="KeepsNext">Whether it must not be the last of its page.</param>
internal sealed record LetterPdfLine(ImmutableArray<LetterPdfText> Texts, double Before, double Height, bool KeepsNext)
{
    /// <summary>The heading that starts here.</summary>
    public LetterHeading? Heading { get; init; }

    /// <summary>The heading whose page number is set at the right, after dots.</summary>
    public LetterHeading? LeadsTo { get; init; }

    /// <summary>The x positions of the vertical rules of a table row; empty for text.</summary>
    public ImmutableArray<double> Rules { get; init; } = [];

    /// <summary>Whether a new page starts before it.</summary>
    public bool OpensPage { get; init; }

    /// <summary>Where it came to stand.</summary>
    public double Top { get; init; }
}

/// <summary>One page: its lines, placed.</summary>
internal sealed record LetterPdfPage(ImmutableArray<LetterPdfLine> Lines);

/// <summary>Breaks a letter into lines and pages, and draws them. Lengths are in points.</summary>
internal sealed class LetterPdfSetter(FontSet fonts)
{
    public const double PageWidth = 595.28;
    public const double PageHeight = 841.89;
    private const double Left = 71;
    private const double Right = PageWidth - 71;
    private const double TopMargin = 79;
    private const double Bottom = PageHeight - 79;
    private const double Body = 10.5;
    private const double Leading = 1.42;

    private readonly Dictionary<(FontStyle Style, double Size), XFont> _xfonts = [];
    private readonly Dictionary<string, int> _pageOf = new(StringComparer.Ordinal);

    /// <summary>The pages of the letter.</summary>
    public ImmutableArray<LetterPdfPage> Paginate(Letter letter)
    {
        var pages = new List<ImmutableArray<LetterPdfLine>.Builder> { ImmutableArray.CreateBuilder<LetterPdfLine>() };
        double y = TopMargin;
        ImmutableArray<LetterPdfLine> lines = [.. Lines(letter)];
        for (int i = 0; i < lines.Length; i++)
        {
            LetterPdfLine line = lines[i];
            bool fresh = pages[^1].Count == 0;
            double needed = NeededTogether(lines, i);
            if (!fresh && (line.OpensPage || y + line.Before + needed > Bottom))
            {
                pages.Add(ImmutableArray.CreateBuilder<LetterPdfLine>());
                y = TopMargin;
                fresh = true;
            }
            if (!fresh) y += line.Before;
            pages[^1].Add(line with { Top = y });
            if (line.Heading is { } heading) _pageOf.TryAdd(heading.Text, pages.Count);
            y += line.Height;
        }
        return [.. pages.Select(page => new LetterPdfPage(page.ToImmutable()))];
    }

    /// <summary>Draws one page.</summary>
    public void Draw(XGraphics graphics, Letter letter, LetterPdfPage page, int number, int count)
    {
        string mark = letter.PageMark switch
        {
            PageMark.Bracketed => string.Create(CultureInfo.InvariantCulture, $"{number}({count})"),
            PageMark.Words => string.Create(CultureInfo.InvariantCulture, $"Sida {number} av {count}"),
            _ => string.Empty,
        };
        if (mark.Length > 0) DrawText(graphics, mark, Right - Width(mark, FontStyle.Regular, 9), 50, FontStyle.Regular, 9);
        if (letter.Footer is { } footer) DrawText(graphics, footer, Left, PageHeight - 50, FontStyle.Regular, 8);
        foreach (LetterPdfLine line in page.Lines)
        {
            foreach (LetterPdfText text in line.Texts) DrawText(graphics, text.Text, text.X, line.Top + text.Down + text.Size, text.Style, text.Size);
            if (line.LeadsTo is { } target) DrawLeader(graphics, line, target);
            if (!line.Rules.IsEmpty) DrawRules(graphics, line);
        }
    }

    // A line that keeps the next one needs room for both; chains are short (heading, lead, first point).
    private static double NeededTogether(ImmutableArray<LetterPdfLine> lines, int index)
    {
        double needed = lines[index].Height;
        for (int i = index; i + 1 < lines.Length && lines[i].KeepsNext && i < index + 6; i++)
            needed += lines[i + 1].Before + lines[i + 1].Height;
        return needed;
    }

    private IEnumerable<LetterPdfLine> Lines(Letter letter)
    {
        bool opens = false;
        foreach (LetterBlock block in letter.Blocks)
        {
            if (block is LetterPageBreak)
            {
                opens = true;
                continue;
            }
            foreach (LetterPdfLine line in LinesOf(block, letter))
            {
                yield return opens ? line with { OpensPage = true } : line;
                opens = false;
            }
        }
    }

    private IEnumerable<LetterPdfLine> LinesOf(LetterBlock block, Letter letter) => block switch
    {
        LetterHead head => HeadLines(head),
        LetterTitle title => TextLines(title.Text, Left, Right, 26, FontStyle.Bold, 150, keeps: true),
        LetterHeading heading => HeadingLines(heading),
        LetterParagraph paragraph => TextLines(paragraph.Text, Left, Right, Body, FontStyle.Regular, 7),
        LetterLead lead => TextLines(lead.Text, Left, Right, Body, FontStyle.Bold, 9, keeps: true),
        LetterBullets bullets => bullets.Items.SelectMany(BulletLines),
        LetterLines lines => lines.Lines.Select((line, i) => Single(line, Left, Body, i == 0 ? 10 : 0)),
        LetterTable table => table.Rows.Select((row, i) => Row(row, i == 0)),
        LetterContents contents => ContentsLines(contents, letter),
        _ => [],
    };

    private static IEnumerable<LetterPdfLine> HeadLines(LetterHead head)
    {
        int rows = Math.Max(head.Left.Length, head.Right.Length);
        for (int i = 0; i < rows; i++)
        {
            var texts = ImmutableArray.CreateBuilder<LetterPdfText>();
            if (i < head.Left.Length) texts.Add(new LetterPdfText(head.Left[i], Left, 10, i == 0 ? FontStyle.Bold : FontStyle.Regular));
            if (i < head.Right.Length) texts.Add(new LetterPdfText(head.Right[i], 340, 10, FontStyle.Regular));
            yield return new LetterPdfLine(texts.ToImmutable(), 0, 10 * Leading, i + 1 < rows);
        }
    }

    private IEnumerable<LetterPdfLine> HeadingLines(LetterHeading heading)
    {
        double size = heading.Level switch { 1 => 16, 2 => 13, _ => 11 };
        LetterHeading? first = heading;
        foreach (LetterPdfLine line in TextLines(heading.Text, Left, Right, size, FontStyle.Bold, size * 1.1, keeps: true))
        {
            yield return line with { Heading = first };
            first = null;
        }
    }

    private IEnumerable<LetterPdfLine> BulletLines(string item)
    {
        bool first = true;
        foreach (LetterPdfLine line in TextLines(item, Left + 16, Right, Body, FontStyle.Regular, 3))
        {
            yield return first
                ? line with { Texts = [new LetterPdfText("•", Left + 4, Body, FontStyle.Regular), .. line.Texts] }
                : line;
            first = false;
        }
    }

    private static IEnumerable<LetterPdfLine> ContentsLines(LetterContents contents, Letter letter)
    {
        yield return Single(contents.Title, Left, 16, 0) with { Texts = [new LetterPdfText(contents.Title, Left, 16, FontStyle.Bold)], OpensPage = true };
        foreach (LetterHeading heading in letter.Blocks.OfType<LetterHeading>().Where(h => h.Level <= 2))
            yield return Single(heading.Text, Left + (heading.Level - 1) * 16, Body, heading.Level == 1 ? 7 : 1) with { LeadsTo = heading };
    }

    private static LetterPdfLine Single(string text, double x, double size, double before) =>
        new([new LetterPdfText(text, x, size, FontStyle.Regular)], before, size * Leading, false);

    private IEnumerable<LetterPdfLine> TextLines(string text, double from, double to, double size, FontStyle style, double before, bool keeps = false)
    {
        ImmutableArray<string> broken = Break(text, to - from, style, size);
        for (int i = 0; i < broken.Length; i++)
        {
            // Two lines at least at each end of a page.
            bool holds = keeps || broken.Length > 1 && (i == 0 || i == broken.Length - 2);
            yield return new LetterPdfLine([new LetterPdfText(broken[i], from, size, style)], i == 0 ? before : 0, size * Leading, holds);
        }
    }

    private LetterPdfLine Row(ImmutableArray<string> cells, bool header)
    {
        double first = Left + 90;
        double rest = cells.Length > 1 ? (Right - first) / (cells.Length - 1) : 0;
        ImmutableArray<double> rules = [Left, .. Enumerable.Range(0, cells.Length).Select(i => first + i * rest)];
        var texts = ImmutableArray.CreateBuilder<LetterPdfText>();
        double height = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            FontStyle style = header ? FontStyle.Bold : FontStyle.Regular;
            ImmutableArray<string> lines = Break(cells[i], rules[i + 1] - rules[i] - 10, style, 9.5);
            texts.AddRange(lines.Select((line, n) => new LetterPdfText(line, rules[i] + 5, 9.5, style, 3 + n * 9.5 * Leading)));
            height = Math.Max(height, lines.Length * 9.5 * Leading + 6);
        }
        return new LetterPdfLine(texts.ToImmutable(), 0, height, header) { Rules = rules };
    }

    private ImmutableArray<string> Break(string text, double width, FontStyle style, double size)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        string line = string.Empty;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, style, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else line = longer;
        }
        lines.Add(line);
        return lines.ToImmutable();
    }

    private double Width(string text, FontStyle style, double size)
    {
        Face face = fonts.Of(style);
        double width = 0;
        foreach (var rune in text.EnumerateRunes()) width += face.Width(rune.Value);
        return width * size;
    }

    private void DrawText(XGraphics graphics, string text, double x, double baseline, FontStyle style, double size)
    {
        if (!_xfonts.TryGetValue((style, size), out XFont? font))
        {
            font = new XFont(PdfSharpFonts.NameOf(fonts.Of(style)), size, XFontStyleEx.Regular);
            _xfonts.Add((style, size), font);
        }
        graphics.DrawString(text, font, XBrushes.Black, x, baseline);
    }

    private void DrawLeader(XGraphics graphics, LetterPdfLine line, LetterHeading target)
    {
        string page = _pageOf.GetValueOrDefault(target.Text).ToString(CultureInfo.InvariantCulture);
        LetterPdfText text = line.Texts[0];
        double end = Right - 22;
        double start = text.X + Width(text.Text, text.Style, text.Size) + 6;
        int dots = Math.Max(0, (int)((end - start) / Width(".", FontStyle.Regular, Body)));
        DrawText(graphics, new string('.', dots), start, line.Top + text.Size, FontStyle.Regular, Body);
        DrawText(graphics, page, Right - Width(page, FontStyle.Regular, Body), line.Top + text.Size, FontStyle.Regular, Body);
    }

    private static void DrawRules(XGraphics graphics, LetterPdfLine line)
    {
        var pen = new XPen(XColors.Gray, 0.5);
        foreach (double x in line.Rules) graphics.DrawLine(pen, x, line.Top, x, line.Top + line.Height);
        graphics.DrawLine(pen, Left, line.Top, Right, line.Top);
        graphics.DrawLine(pen, Left, line.Top + line.Height, Right, line.Top + line.Height);
    }
}
