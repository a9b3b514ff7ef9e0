using System.Text;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>
/// Writes the pages' paragraphs in order. A paragraph that runs on over a page's end is one block; what
/// stands around it (footer, header, footnotes) is moved to before or after it, but never to another page.
/// </summary>
internal sealed class PdfWriter(DocumentTextBuilder builder, Hyphens hyphens)
{
    private PdfParagraph? _pending;
    private int _page = 1;

    /// <param name="next">What the next page starts with, or null.</param>
    public void AddPage(int number, IReadOnlyList<PdfLine> furniture, List<PdfParagraph> paragraphs, List<PdfParagraph> notes, PdfParagraph? next)
    {
        JoinColumns(paragraphs);
        int first = 0;
        if (_pending is { } pending)
        {
            if (paragraphs.Count > 0 && pending.Last.Page == number - 1 && RunsOn(pending, paragraphs[0]))
            {
                pending.Lines.AddRange(paragraphs[0].Lines);
                first = 1;
            }
            Write(pending);
            _pending = null;
        }
        GoTo(number);
        foreach (PdfLine line in furniture) builder.Add(line.Text, BlockKind.PageFurniture, separator: "\n");
        // A paragraph that came from the page before and fills this one is not carried on once more.
        PdfParagraph? carried = paragraphs.Count > first && next is not null && RunsOn(paragraphs[^1], next) ? paragraphs[^1] : null;
        foreach (PdfParagraph paragraph in paragraphs.Skip(first))
        {
            if (!ReferenceEquals(paragraph, carried)) Write(paragraph);
        }
        foreach (PdfParagraph note in notes) Write(note);
        _pending = carried;
    }

    public void Finish(int pages)
    {
        if (_pending is not null) Write(_pending);
        GoTo(pages);
    }

    private void GoTo(int page)
    {
        for (; _page < page; _page++) builder.EndPage();
    }

    /// <summary>A paragraph that goes on at the top of the next column of its page.</summary>
    private static void JoinColumns(List<PdfParagraph> paragraphs)
    {
        for (int i = paragraphs.Count - 1; i > 0; i--)
        {
            if (ReferenceEquals(paragraphs[i].Column, paragraphs[i - 1].Column) || !RunsOn(paragraphs[i - 1], paragraphs[i])) continue;
            paragraphs[i - 1].Lines.AddRange(paragraphs[i].Lines);
            paragraphs.RemoveAt(i);
        }
    }

    private static bool RunsOn(PdfParagraph before, PdfParagraph after)
    {
        if (before.Kind is not (BlockKind.Paragraph or BlockKind.ListItem) || after.Kind != BlockKind.Paragraph) return false;
        if (before.Text is not null || Math.Abs(before.Size - after.Size) > before.Size * 0.07) return false;
        string last = before.Last.Words[^1].Text.TrimEnd('”', '"', ')');
        return last.Length > 0 && last[^1] is not ('.' or '!' or '?' or ':') && char.IsLower(after.First.Words[0].Text[0]);
    }

    private void Write(PdfParagraph paragraph)
    {
        GoTo(paragraph.Page);
        var text = new StringBuilder();
        int page = paragraph.Page;
        if (paragraph.Text is null)
        {
            foreach (PdfLine line in paragraph.Lines)
            {
                hyphens.Join(text, line.Text, endsPage: line.Page > page);
                page = line.Page;
            }
        }
        else text.Append(paragraph.Text);
        builder.Add(text.ToString(), paragraph.Kind, paragraph.Kind is BlockKind.Heading or BlockKind.ListItem ? paragraph.Level : 0, mark: paragraph.Mark, separator: Separator(paragraph));
        _page = page;
    }

    private string Separator(PdfParagraph paragraph)
    {
        if (paragraph.Kind == BlockKind.TableCell) return paragraph.Level > 0 ? "\t" : builder.LastKind == BlockKind.TableCell ? "\n" : "\n\n";
        bool tight = paragraph.Kind is BlockKind.ListItem or BlockKind.ContentsEntry or BlockKind.Footnote && builder.LastKind == paragraph.Kind;
        return tight ? "\n" : "\n\n";
    }
}
