using Remiss.Documents.Reading.Packages;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Odt;

/// <summary>Decides what each paragraph of an ODT is, and adds it with its number, mark or notes.</summary>
internal sealed class OdtParagraphWriter(OdtStyles styles, DocumentTextBuilder builder)
{
    private readonly List<string> _pendingNotes = [];
    private readonly GuessedHeadings _guessed = new();

    public string? Title { get; private set; }

    public bool FoundText { get; private set; }

    public DocumentText Relevel(DocumentText text) => _guessed.Apply(text);

    public void Write(OdtParagraph paragraph, FlowTable? table)
    {
        OdtStyle? own = styles.Chain(paragraph.Style).Select(s => s.Style).FirstOrDefault();
        if (own is { StartsPage: true } && builder.HasText) builder.EndPage();
        string text = paragraph.Text.ToString();
        if (paragraph.Solid == 0) builder.Add(text, BlockKind.Paragraph);
        else
        {
            FoundText = true;
            WriteBlock(paragraph, text, table);
            if (table is not null) (table.IsRowFresh, table.IsCellOpen) = (false, builder.LastKind == BlockKind.TableCell);
        }
        _pendingNotes.AddRange(paragraph.Notes);
        if (table is null) FlushNotes();
        if (own is { EndsPage: true }) builder.EndPage();
    }

    public void FlushNotes()
    {
        foreach (string note in _pendingNotes) builder.Add(note, BlockKind.Footnote, stated: true, separator: "\n");
        _pendingNotes.Clear();
    }

    private void WriteBlock(OdtParagraph paragraph, string text, FlowTable? table)
    {
        string separator = table is null ? "\n\n" : table.IsRowFresh ? "\n" : "\t";
        string tight = builder.LastKind == BlockKind.ListItem && table is null ? "\n" : separator;
        if (paragraph.IsContents || Named(paragraph, StyleNames.IsContents))
        {
            builder.Add(text, BlockKind.ContentsEntry, stated: true, separator: builder.LastKind == BlockKind.ContentsEntry ? "\n" : separator);
        }
        else if (HeadingLevel(paragraph) is { } level)
        {
            string label = paragraph.Number is { Style: not NumberStyle.Bullet, Label.Length: > 0 } ? paragraph.Number.Value.Label + " " : "";
            builder.Add(label + text, BlockKind.Heading, level, stated: true, separator: separator);
            _guessed.StatedHeading(level);
        }
        else if (Named(paragraph, StyleNames.IsTitle))
        {
            Title ??= DocumentTextBuilder.OneLine(text);
            builder.Add(text, BlockKind.Heading, 1, stated: true, separator: separator);
        }
        else if (paragraph.Number is { } number && number.Label.Length > 0)
        {
            bool isHeading = table is null && number.Style != NumberStyle.Bullet && LooksLikeHeading(paragraph, text);
            if (isHeading) AddGuess(paragraph, $"{number.Label} {text}", separator);
            else builder.Add(text, BlockKind.ListItem, number.Level + 1, stated: true, mark: number.Label, separator: tight);
        }
        else WritePlain(paragraph, text, table, separator, tight);
    }

    private void WritePlain(OdtParagraph paragraph, string text, FlowTable? table, string separator, string tight)
    {
        if (ListMarks.TrySplitBullet(text, out string mark, out string rest))
            builder.Add(rest, BlockKind.ListItem, 1, mark: ListMarks.Shown(mark), separator: tight);
        else if (table is { IsCellOpen: true, IsRowFresh: false }) builder.ContinueLast(text);
        else if (table is not null) builder.Add(text, BlockKind.TableCell, stated: true, separator: separator);
        else if (LooksLikeHeading(paragraph, text)) AddGuess(paragraph, text, separator);
        else if (ListMarks.StartsWithNumber(text)) builder.Add(text, BlockKind.ListItem, 1, separator: separator);
        else builder.Add(text, BlockKind.Paragraph, separator: separator);
    }

    private void AddGuess(OdtParagraph paragraph, string text, string separator)
    {
        _guessed.Add(builder.BlockCount, paragraph.LargestSize);
        builder.Add(text, BlockKind.Heading, 1, separator: separator);
    }

    private int? HeadingLevel(OdtParagraph paragraph)
    {
        if (paragraph.OutlineLevel is { } outline) return outline;
        foreach ((string name, OdtStyle style) in styles.Chain(paragraph.Style))
        {
            if (style.OutlineLevel is > 0) return style.OutlineLevel;
            if (StyleNames.HeadingLevel(style.DisplayName ?? name) is { } level) return level;
        }
        return null;
    }

    private bool Named(OdtParagraph paragraph, Func<string, bool> matches) =>
        paragraph.Style is { } own && matches(own) || styles.Chain(paragraph.Style).Any(s => matches(s.Style.DisplayName ?? s.Name));

    private static bool LooksLikeHeading(OdtParagraph paragraph, string text) =>
        paragraph.Solid > 0 && paragraph.BoldSolid == paragraph.Solid && GuessedHeadings.HasFormOfHeading(text);
}
