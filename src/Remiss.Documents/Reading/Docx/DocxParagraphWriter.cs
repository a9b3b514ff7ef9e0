using System.Collections.Immutable;
using System.Globalization;
using Remiss.Documents.Reading.Packages;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Docx;

/// <summary>Decides what each paragraph is, and adds it with its number, mark or notes.</summary>
internal sealed class DocxParagraphWriter(DocxStyles styles, DocxNumbering numbering, DocxNotes notes, DocumentTextBuilder builder)
{
    private readonly List<string> _pendingNotes = [];
    private readonly GuessedHeadings _guessed = new();
    private DocxParagraph? _joined;
    private int _footnotes;
    private int _endnotes;

    public string? Title { get; private set; }

    public bool FoundText { get; private set; }

    public DocumentText Relevel(DocumentText text) => _guessed.Apply(text);

    /// <summary>What a paragraph with a deleted mark leaves to the next one.</summary>
    public DocxParagraph? TakeJoined()
    {
        DocxParagraph? joined = _joined;
        _joined = null;
        return joined;
    }

    public void Write(DocxParagraph paragraph, FlowTable? table)
    {
        if (paragraph.IsMarkDeleted)
        {
            _joined = paragraph;
            return;
        }
        if (paragraph.StartsPage && builder.HasText) builder.EndPage();
        string text = paragraph.Text.ToString();
        var number = CountNumber(paragraph);
        if (!paragraph.HasText)
        {
            builder.Add(text, BlockKind.Paragraph);
            return;
        }
        FoundText = true;
        _pendingNotes.AddRange(paragraph.Notes);
        WriteBlock(paragraph, text, number, table);
        if (table is null) FlushNotes();
    }

    public void FlushNotes()
    {
        foreach (string note in _pendingNotes) builder.Add(note, BlockKind.Footnote, stated: true, separator: "\n");
        _pendingNotes.Clear();
    }

    private void WriteBlock(DocxParagraph paragraph, string text, (string Label, NumberStyle Style, int Level)? number, FlowTable? table)
    {
        string[] names = [.. styles.Chain(paragraph.StyleId).Select(s => s.Name)];
        string id = paragraph.StyleId ?? "";
        string separator = Separator(table);
        if (paragraph.IsContents || names.Any(StyleNames.IsContents) || StyleNames.IsContents(id))
        {
            builder.Add(text, BlockKind.ContentsEntry, stated: true, separator: builder.LastKind == BlockKind.ContentsEntry ? "\n" : separator);
        }
        else if (HeadingLevel(paragraph, names) is { } level)
        {
            string label = number is { Style: not NumberStyle.Bullet, Label.Length: > 0 } ? number.Value.Label + " " : "";
            builder.Add(label + text, BlockKind.Heading, level, stated: true, separator: separator);
            _guessed.StatedHeading(level);
        }
        else if (names.Any(StyleNames.IsTitle))
        {
            Title ??= DocumentTextBuilder.OneLine(text);
            builder.Add(text, BlockKind.Heading, 1, stated: true, separator: separator);
        }
        else if (number is { } n && n.Label.Length > 0)
        {
            WriteNumbered(paragraph, text, n, separator, table);
        }
        else WritePlain(paragraph, text, separator, table);
        if (table is not null) (table.IsRowFresh, table.IsCellOpen) = (false, builder.LastKind == BlockKind.TableCell);
    }

    private void WriteNumbered(DocxParagraph paragraph, string text, (string Label, NumberStyle Style, int Level) number, string separator, FlowTable? table)
    {
        // A short bold line that Word numbers is a heading made without the heading style.
        if (table is null && number.Style != NumberStyle.Bullet && LooksLikeHeading(paragraph, text))
        {
            AddGuess(paragraph, $"{number.Label} {text}", separator);
            return;
        }
        bool inList = builder.LastKind == BlockKind.ListItem;
        builder.Add(text, BlockKind.ListItem, number.Level + 1, stated: true, mark: number.Label, separator: inList && table is null ? "\n" : separator);
    }

    private void WritePlain(DocxParagraph paragraph, string text, string separator, FlowTable? table)
    {
        if (ListMarks.TrySplitBullet(text, out string mark, out string rest))
        {
            builder.Add(rest, BlockKind.ListItem, 1, mark: ListMarks.Shown(mark), separator: builder.LastKind == BlockKind.ListItem && table is null ? "\n" : separator);
        }
        else if (table is not null)
        {
            if (table.IsCellOpen && !table.IsRowFresh) builder.ContinueLast(text);
            else builder.Add(text, BlockKind.TableCell, stated: true, separator: separator);
        }
        else if (LooksLikeHeading(paragraph, text)) AddGuess(paragraph, text, separator);
        else if (ListMarks.StartsWithNumber(text)) builder.Add(text, BlockKind.ListItem, 1, separator: separator);
        else builder.Add(text, BlockKind.Paragraph, separator: separator);
    }

    private void AddGuess(DocxParagraph paragraph, string text, string separator)
    {
        _guessed.Add(builder.BlockCount, paragraph.LargestSize);
        builder.Add(text, BlockKind.Heading, 1, separator: separator);
    }

    /// <summary>Cells of a row stand on one line, and each row on its own.</summary>
    private static string Separator(FlowTable? table) => table is null ? "\n\n" : table.IsRowFresh ? "\n" : "\t";

    private int? HeadingLevel(DocxParagraph paragraph, string[] names)
    {
        if ((paragraph.OutlineLevel ?? styles.Find(paragraph.StyleId, s => s.OutlineLevel)) is { } outline)
            return outline is >= 0 and < 9 ? outline + 1 : null;
        foreach (string name in names)
        {
            if (StyleNames.HeadingLevel(name) is { } level) return level;
        }
        return names.Length == 0 && paragraph.StyleId is { } id ? StyleNames.HeadingLevel(id) : null;
    }

    private static bool LooksLikeHeading(DocxParagraph paragraph, string text) =>
        paragraph.IsAllBold && GuessedHeadings.HasFormOfHeading(text);

    private (string Label, NumberStyle Style, int Level)? CountNumber(DocxParagraph paragraph)
    {
        int? id = paragraph.NumberingId ?? styles.Find(paragraph.StyleId, s => s.NumberingId);
        if (id is null or 0) return null;
        int level = paragraph.NumberingLevel
            ?? (paragraph.NumberingId is null ? BoundLevel(id.Value, paragraph.StyleId) : null)
            ?? styles.Find(paragraph.StyleId, s => s.NumberingLevel)
            ?? 0;
        return numbering.Next(id.Value, level) is { } next ? (next.Label, next.Style, Math.Clamp(level, 0, 8)) : null;
    }

    private int? BoundLevel(int numberingId, string? styleId) => numbering.LevelOfStyle(numberingId, styleId);

    /// <summary>Numbers a note where it is referred to, and gives its sign; the note itself follows the paragraph.</summary>
    public string TakeNote(DocxParagraph paragraph, bool isEndnote, string id)
    {
        if (!(isEndnote ? notes.Endnotes : notes.Footnotes).TryGetValue(id, out string? text) || text.Length == 0) return "";
        int number = isEndnote ? ++_endnotes : ++_footnotes;
        string label = isEndnote ? NumberFormat.Write(number, NumberStyle.LowerRoman) : number.ToString(CultureInfo.InvariantCulture);
        paragraph.Notes.Add($"{label} {text}");
        return isEndnote ? "" : NoteSigns.Raise(label);
    }
}
