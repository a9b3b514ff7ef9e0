using System.Collections.Immutable;
using QuestPDF.Elements.Table;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.QuestPdf;

/// <summary>Draws each kind of block with QuestPDF's own elements and semantic tags.</summary>
internal sealed class QuestPdfBlocks(SummaryDocument document, SummaryTheme theme)
{
    private const int MatrixColumns = 12;

    private static readonly float[] HeadingSizes = [22, 16, 13, 11.5f, 10.5f, 10.5f];

    /// <summary>The cover, on its page.</summary>
    public void Cover(IContainer container, CoverBlock cover) => container.Column(column =>
    {
        column.Spacing(14);
        if (theme.Logo is { } logo)
            column.Item().MaxHeight(64).AlignLeft().SemanticImage(theme.LogoAlternativeText ?? cover.Organisation).Image(logo.ToArray()).FitArea();
        column.Item().PaddingTop(150).SemanticParagraph().Text(cover.Kind).FontSize(13).FontColor(theme.Accent);
        // The title of the document is its title, not a heading: the chapters start at level 1.
        column.Item().SemanticParagraph().Text(cover.Title).FontSize(30).Bold().LineHeight(1.15f);
        if (cover.Subtitle is { } subtitle) column.Item().SemanticParagraph().Text(subtitle).FontSize(15);
        column.Item().SemanticParagraph().Text(cover.Organisation).FontSize(13).SemiBold();
        if (cover.Mark is { } mark) column.Item().SemanticParagraph().Text(mark).FontSize(13).Bold().FontColor(theme.Accent);
        foreach (CoverFact fact in cover.Facts)
        {
            column.Item().SemanticParagraph().Text(text =>
            {
                text.Span(fact.Label + ": ").SemiBold();
                text.Span(fact.Value);
            });
        }
    });

    /// <summary>One block, as the next item of the column.</summary>
    public void Draw(ColumnDescriptor column, SummaryBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading: Heading(column, heading); break;
            case ContentsBlock contents: Contents(column, contents); break;
            case ParagraphBlock paragraph: Paragraph(column, paragraph); break;
            case QuoteBlock quote: Quote(column, quote); break;
            case ListBlock list: List(column, list); break;
            case TableBlock table:
                foreach (TableBlock part in ThatFit(table)) Table(column, part);
                break;
            case StanceChartBlock chart: Chart(column, chart); break;
            case PageBreakBlock: column.Item().PageBreak(); break;
        }
    }

    private void Heading(ColumnDescriptor column, HeadingBlock heading)
    {
        if (heading.StartsPage) column.Item().PageBreak();
        // Room for the heading and two lines after it: a heading is never the last thing on a page.
        IContainer item = column.Item().EnsureSpace(80).PaddingTop(heading.Level == 1 ? 16 : 9).Section(heading.Anchor.Name);
        item = heading.Level switch
        {
            1 => item.SemanticHeader1(),
            2 => item.SemanticHeader2(),
            3 => item.SemanticHeader3(),
            4 => item.SemanticHeader4(),
            5 => item.SemanticHeader5(),
            _ => item.SemanticHeader6(),
        };
        var text = item.Text(heading.Text).FontSize(HeadingSizes[Math.Clamp(heading.Level, 1, 6) - 1]).Bold().LineHeight(1.2f);
        if (heading.Level == 1) text.FontColor(theme.Accent);
    }

    private void Contents(ColumnDescriptor column, ContentsBlock contents) =>
        column.Item().SemanticTableOfContents().Column(entries =>
        {
            entries.Spacing(3);
            foreach (HeadingBlock heading in document.Blocks.OfType<HeadingBlock>().Where(h => h.InContents && h.Level <= contents.Depth))
            {
                entries.Item().SemanticTableOfContentsItem().PaddingLeft(14 * (heading.Level - 1))
                    .SemanticLink(heading.Text).SectionLink(heading.Anchor.Name).Row(row =>
                    {
                        row.RelativeItem().Text(heading.Text);
                        row.ConstantItem(40).AlignRight().Text(text => text.BeginPageNumberOfSection(heading.Anchor.Name));
                    });
            }
        });

    private void Paragraph(ColumnDescriptor column, ParagraphBlock paragraph)
    {
        IContainer item = column.Item();
        if (paragraph.Anchor is { } anchor) item = item.Section(anchor.Name);
        if (paragraph.KeepWithNext || paragraph.Style == ParagraphStyle.Label) item = item.EnsureSpace(60);
        item.SemanticParagraph().DefaultTextStyle(style => paragraph.Style switch
        {
            ParagraphStyle.Lead => style.FontSize(13),
            ParagraphStyle.Note => style.FontSize(8.5f).FontColor(Colors.Grey.Darken3),
            _ => style,
        }).Text(text => Inlines(text, paragraph.Inlines));
    }

    private void Quote(ColumnDescriptor column, QuoteBlock quote)
    {
        IContainer item = column.Item();
        if (quote.LanguageTag is { } language) item = item.SemanticLanguage(language);
        item.SemanticBlockQuotation().BorderLeft(2).BorderColor(theme.Accent).PaddingLeft(10).Column(lines =>
        {
            lines.Spacing(4);
            foreach (string paragraph in quote.Paragraphs) lines.Item().SemanticParagraph().Text(paragraph);
        });
    }

    private void List(ColumnDescriptor column, ListBlock list) =>
        column.Item().SemanticList().Column(items =>
        {
            items.Spacing(3);
            for (int i = 0; i < list.Items.Length; i++)
            {
                string mark = list.Numbered ? FormattableString.Invariant($"{i + 1}.") : "•";
                var inlines = list.Items[i];
                items.Item().SemanticListItem().Row(row =>
                {
                    row.ConstantItem(18).SemanticListLabel().Text(mark);
                    row.RelativeItem().SemanticListItemBody().Text(text => Inlines(text, inlines));
                });
            }
        });

    // The matrix may have more sections than a page is wide: it is drawn in groups of columns, each
    // with the row headers again.
    private static IEnumerable<TableBlock> ThatFit(TableBlock table)
    {
        if (!table.UprightHeaders || table.Columns.Length <= MatrixColumns + 1) return [table];
        return Enumerable.Range(1, table.Columns.Length - 1).Chunk(MatrixColumns).Select(group => table with
        {
            Columns = [table.Columns[0], .. group.Select(i => table.Columns[i])],
            Rows = [.. table.Rows.Select(row => (ImmutableArray<TableCell>)[row[0], .. group.Select(i => row[i])])],
        });
    }

    private void Table(ColumnDescriptor column, TableBlock table)
    {
        column.Item().EnsureSpace(80).SemanticCaption().Text(table.Caption).SemiBold();
        column.Item().SemanticTable().DefaultTextStyle(style => style.FontSize(9)).Table(grid =>
        {
            grid.ColumnsDefinition(columns =>
            {
                foreach (TableColumn c in table.Columns) columns.RelativeColumn((float)(c.FitsContent ? Math.Min(c.Weight, 0.5) : c.Weight));
            });
            grid.Header(header =>
            {
                foreach (TableColumn c in table.Columns)
                {
                    IContainer cell = Aligned(header.Cell().Background(Colors.Grey.Lighten4).BorderBottom(1).Padding(4), c.Alignment);
                    if (table.UprightHeaders && c != table.Columns[0]) cell = cell.AlignBottom().RotateLeft();
                    if (c.Link is { } link) cell = cell.SemanticLink(c.Header).SectionLink(link.Name);
                    cell.Text(c.Header).SemiBold();
                }
            });
            foreach (var row in table.Rows)
            {
                for (int i = 0; i < row.Length; i++)
                {
                    ITableCellContainer cell = grid.Cell();
                    if (i == 0 && table.RowHeaders) cell = cell.AsSemanticHorizontalHeader();
                    IContainer box = row[i].Tint is { } stance ? cell.Background(theme.StanceColours[stance].Tint) : cell;
                    var inlines = row[i].Inlines;
                    Aligned(box.BorderBottom(0.5f).BorderColor(Colors.Grey.Lighten1).Padding(4), table.Columns[i].Alignment).Text(text => Inlines(text, inlines));
                }
            }
        });
    }

    private static IContainer Aligned(IContainer cell, CellAlignment alignment) => alignment switch
    {
        CellAlignment.Centre => cell.AlignCenter(),
        CellAlignment.End => cell.AlignRight(),
        _ => cell.AlignLeft(),
    };

    private void Chart(ColumnDescriptor column, StanceChartBlock chart)
    {
        column.Item().ShowEntire().SemanticFigure(chart.AlternativeText).Column(bars =>
        {
            bars.Spacing(4);
            foreach (StanceBar bar in chart.Bars)
            {
                bars.Item().Row(row =>
                {
                    row.ConstantItem(130).Text(bar.Label).FontSize(9);
                    row.RelativeItem().Height(14).Row(segments =>
                    {
                        foreach (StanceCount count in bar.Counts.Where(c => c.Count > 0))
                        {
                            StanceColours colours = theme.StanceColours[count.Stance];
                            segments.RelativeItem(count.Count).Background(colours.Tint).Border(0.5f).BorderColor(colours.Ink).AlignCenter()
                                .Text(FormattableString.Invariant($"{theme.StanceLabels[count.Stance].Letter} {count.Count}")).FontSize(8).FontColor(colours.Ink);
                        }
                    });
                });
            }
            if (!chart.IsExplainedByTable) bars.Item().Text(string.Join("   ", chart.Legend.Select(entry => $"{entry.Mark} {entry.Letter} {entry.Label}"))).FontSize(8.5f);
        });
        if (!chart.IsExplainedByTable) column.Item().SemanticCaption().Text(chart.Caption).FontSize(8.5f);
    }

    private void Inlines(TextDescriptor text, IEnumerable<Inline> inlines)
    {
        foreach (Inline inline in inlines)
        {
            switch (inline)
            {
                case TextInline run:
                    var span = text.Span(run.Text);
                    if (run.Bold) span.Bold();
                    if (run.Italic) span.Italic();
                    break;
                case LinkInline link:
                    text.SectionLink(link.Text, link.Target.Name).FontColor(theme.Accent).Underline();
                    break;
                case PageReferenceInline reference:
                    text.SectionLink(document.Words.PageShort + "\u00A0", reference.Target.Name).FontColor(theme.Accent);
                    text.BeginPageNumberOfSection(reference.Target.Name).FontColor(theme.Accent);
                    break;
                case StanceInline stance:
                    text.Span($"{stance.Mark}\u00A0{stance.Letter}").Bold().FontColor(theme.StanceColours[stance.Stance].Ink);
                    if (stance.Label is { } label) text.Span(" " + label).FontColor(theme.StanceColours[stance.Stance].Ink);
                    break;
            }
        }
    }
}
