using System.Collections.Immutable;
using System.Globalization;
using Remiss.Documents.Pdf.Tables;
using Remiss.Documents.Pdf.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>Turns the document's blocks into things that take their place, one at a time, so that few are in memory.</summary>
internal sealed class BlockLayout(
    SummaryDocument document, Typesetter typesetter, CoverLogo? logo, Dictionary<TableBlock, List<TablePart>> measuredTables)
{
    private const double QuoteIndent = 16;
    private const double ListIndent = 18;
    private const double NumberIndent = 26;

    /// <summary>The blocks in order.</summary>
    public IEnumerable<Flowable> Flowables()
    {
        var level = 0;
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case CoverBlock cover:
                    yield return new CoverPage(cover, logo, typesetter) { StartsPage = true };
                    yield return new PageEnd();
                    break;
                case HeadingBlock heading:
                    level = Math.Clamp(heading.Level, 1, Math.Min(6, level + 1));
                    yield return Heading(heading, level);
                    break;
                case ContentsBlock contents:
                    yield return new ContentsFlow(Listed(contents.Depth), typesetter) { Above = 10, Below = 16 };
                    break;
                case ParagraphBlock paragraph:
                    yield return Paragraph(paragraph);
                    break;
                case QuoteBlock quote when !quote.Paragraphs.IsEmpty:
                    yield return Quote(quote);
                    break;
                case ListBlock list when !list.Items.IsEmpty:
                    yield return List(list);
                    break;
                case TableBlock table when !table.Columns.IsEmpty:
                    foreach (var part in Table(table)) yield return part;
                    break;
                case StanceChartBlock chart:
                    yield return new ChartFlow(chart, typesetter)
                    {
                        Above = chart.IsExplainedByTable ? 10 : 16,
                        Below = chart.IsExplainedByTable ? 4 : 14,
                        KeepWithNext = chart.IsExplainedByTable,
                    };
                    break;
                case PageBreakBlock:
                    yield return new PageEnd();
                    break;
            }
        }
    }

    private IReadOnlyList<HeadingBlock> Listed(int depth) =>
        [.. document.Blocks.OfType<HeadingBlock>().Where(heading => heading.InContents && heading.Level <= depth)];

    private HeadingFlow Heading(HeadingBlock heading, int level)
    {
        var style = typesetter.Look.Heading(level);
        var (above, below) = Look.HeadingSpace(level);
        var words = TextCleaner.Clean(heading.Text).Replace(TextCleaner.LineBreak, ' ').Trim();
        return new HeadingFlow(level, words, heading.Anchor.Name, typesetter.Plain(heading.Text, style), style, typesetter)
        {
            Above = above,
            Below = below,
            KeepWithNext = true,
            StartsPage = heading.StartsPage,
        };
    }

    private TextFlow Paragraph(ParagraphBlock paragraph)
    {
        var look = typesetter.Look;
        var (style, above, below) = paragraph.Style switch
        {
            ParagraphStyle.Lead => (look.Lead, 0.0, 12.0),
            ParagraphStyle.Note => (look.Note, 3, 6),
            ParagraphStyle.Label => (look.Label, 12, 3),
            _ => (look.Body, 0, 8),
        };
        var text = typesetter.Rich(paragraph.Inlines, style);
        var lines = new FlowParagraph { Text = text, Lines = Typesetter.Lines(text, Sheet.Column), Style = style };
        return new TextFlow([lines], TextKind.Paragraph, typesetter)
        {
            Above = above,
            Below = below,
            Anchor = paragraph.Anchor?.Name,
            KeepWithNext = paragraph.KeepWithNext || paragraph.Style == ParagraphStyle.Label,
        };
    }

    private TextFlow Quote(QuoteBlock quote)
    {
        var style = typesetter.Look.Quote;
        var paragraphs = quote.Paragraphs.Select((words, i) => Entry(typesetter.Plain(words, style), style, QuoteIndent, i == 0 ? 0 : 5));
        return new TextFlow([.. paragraphs], TextKind.Quote, typesetter) { Above = 3, Below = 12, Language = quote.LanguageTag };
    }

    private TextFlow List(ListBlock list)
    {
        var style = typesetter.Look.Body;
        var indent = list.Numbered ? NumberIndent : ListIndent;
        var items = list.Items.Select((item, i) => Entry(typesetter.Rich(item, style), style, indent, i == 0 ? 0 : 3, Label(list, i, style)));
        return new TextFlow([.. items], list.Numbered ? TextKind.NumberedList : TextKind.BulletList, typesetter) { Above = 2, Below = 10 };
    }

    private RichText Label(ListBlock list, int index, TextStyle style) => list.Numbered
        ? typesetter.Plain(string.Create(CultureInfo.InvariantCulture, $"{index + 1}."), style)
        : typesetter.Plain("•", style with { Colour = typesetter.Look.Accent });

    private static FlowParagraph Entry(RichText text, TextStyle style, double indent, double gap, RichText? label = null) => new()
    {
        Text = text,
        Lines = Typesetter.Lines(text, Sheet.Column - indent),
        Style = style,
        Indent = indent,
        Gap = gap,
        Label = label,
        LabelRoom = label is null ? 0 : indent - 4,
    };

    private IEnumerable<TableFlow> Table(TableBlock table)
    {
        if (!measuredTables.TryGetValue(table, out var parts)) measuredTables[table] = parts = TableMeasure.Measure(table, typesetter);
        for (var i = 0; i < parts.Count; i++)
            yield return new TableFlow(table, parts[i], isContinued: i > 0, typesetter) { Above = i == 0 ? 12 : 22, Below = 16 };
    }
}
