using System.Collections.Immutable;
using Remiss.Domain.Stances;

namespace Remiss.Domain.Summaries;

/// <summary>
/// The compiled summary as content, before any file format: what each writer (PDF, DOCX, HTML) draws.
/// Immutable. Headings, anchors and alternative texts are all here; a writer adds no words of its own
/// but page numbers.
/// </summary>
public sealed record SummaryDocument
{
    /// <summary>The title, as the file's properties state it.</summary>
    public required string Title { get; init; }

    /// <summary>Who issues the summary.</summary>
    public required string Organisation { get; init; }

    /// <summary>The language of the whole (BCP 47), as <c>sv-SE</c>.</summary>
    public required string LanguageTag { get; init; }

    /// <summary>The moment it was compiled; also the file's creation date, so that the same input gives the same file.</summary>
    public required DateTimeOffset Compiled { get; init; }

    /// <summary>What it is about, for the file's properties.</summary>
    public required string Subject { get; init; }

    /// <summary>The short line at the top of every page but the cover.</summary>
    public required string RunningHeader { get; init; }

    /// <summary>The word laid faintly over each page (<c>UTKAST</c>), or null when the summary is published.</summary>
    public string? DraftMark { get; init; }

    /// <summary>The words a writer needs around page numbers, from the theme.</summary>
    public required WriterWords Words { get; init; }

    /// <summary>The blocks in reading order.</summary>
    public required ImmutableArray<SummaryBlock> Blocks { get; init; }
}

/// <summary>The few words that a writer itself has to set.</summary>
/// <param name="PageOf">The page number line with {0} for the page and {1} for the number of pages: <c>Sida {0} av {1}</c>.</param>
/// <param name="Continued">Said after a caption or heading that is repeated on the next page: <c>forts.</c></param>
/// <param name="PageShort">The word before a page in a cross reference: <c>s.</c></param>
public sealed record WriterWords(string PageOf, string Continued, string PageShort);

/// <summary>A place in the summary that links point to; unique inside the document.</summary>
public readonly record struct Anchor(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A part of the summary that stands by itself. Closed: the records in this file are all there are.</summary>
public abstract record SummaryBlock;

/// <summary>The cover, on a page of its own. <paramref name="Facts"/> are pairs of a label and its value.</summary>
public sealed record CoverBlock(
    string Kind, string Title, string? Subtitle, string Organisation, ImmutableArray<CoverFact> Facts, string? Mark) : SummaryBlock;

/// <summary>One line of facts on the cover.</summary>
public readonly record struct CoverFact(string Label, string Value);

/// <summary>A heading of level 1 to 6; levels never skip. It is also an entry of the outline and, when <paramref name="InContents"/>, of the contents.</summary>
public sealed record HeadingBlock(int Level, string Text, Anchor Anchor, bool InContents = true) : SummaryBlock
{
    /// <summary>Whether a new page starts here.</summary>
    public bool StartsPage { get; init; }
}

/// <summary>The table of contents, with page numbers and links, down to headings of level <paramref name="Depth"/>.</summary>
public sealed record ContentsBlock(int Depth) : SummaryBlock;

/// <summary>How a paragraph looks.</summary>
public enum ParagraphStyle
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>An opening line, larger.</summary>
    Lead,

    /// <summary>A remark set small: a base, a source, a legend.</summary>
    Note,

    /// <summary>A line that introduces what follows and stays with it: the body and facts above a quotation.</summary>
    Label,
}

/// <summary>Running text.</summary>
public sealed record ParagraphBlock(ImmutableArray<Inline> Inlines, ParagraphStyle Style = ParagraphStyle.Body) : SummaryBlock
{
    /// <summary>Links may point here.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>Never the last thing on a page.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>A quotation exactly as written, in one or more paragraphs; the writer marks it as a block quotation.</summary>
/// <param name="Paragraphs">The words, one entry a paragraph or point; quotation marks are already in it.</param>
/// <param name="LanguageTag">The language where it differs from the document's, or null.</param>
public sealed record QuoteBlock(ImmutableArray<string> Paragraphs, string? LanguageTag = null) : SummaryBlock;

/// <summary>A bulleted or numbered list.</summary>
public sealed record ListBlock(ImmutableArray<ImmutableArray<Inline>> Items, bool Numbered = false) : SummaryBlock;

/// <summary>A table. Rows may break over pages; the header rows are repeated.</summary>
/// <param name="Caption">What the table shows; said above it.</param>
/// <param name="Columns">The columns with header and width.</param>
/// <param name="Rows">The rows; each has as many cells as there are columns.</param>
public sealed record TableBlock(string Caption, ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<TableCell>> Rows) : SummaryBlock
{
    /// <summary>Whether the first cell of each row is the row's header.</summary>
    public bool RowHeaders { get; init; } = true;

    /// <summary>Whether header texts may be set upright to save width (the matrix).</summary>
    public bool UprightHeaders { get; init; }
}

/// <summary>How a cell's text stands.</summary>
public enum CellAlignment
{
    /// <summary>At the left.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right: numbers.</summary>
    End,
}

/// <summary>A column. <paramref name="Weight"/> is its share of the width; where <paramref name="FitsContent"/> it is as narrow as its content allows.</summary>
public sealed record TableColumn(string Header, double Weight = 1, CellAlignment Alignment = CellAlignment.Start, bool FitsContent = false)
{
    /// <summary>Where the header links to, or null.</summary>
    public Anchor? Link { get; init; }
}

/// <summary>A cell: text, or a stance mark with text.</summary>
public sealed record TableCell(ImmutableArray<Inline> Inlines)
{
    /// <summary>The stance whose tint the cell has, or null.</summary>
    public Stance? Tint { get; init; }

    /// <summary>A cell of plain text.</summary>
    public static TableCell Of(string text) => new([new TextInline(text)]);

    /// <summary>A cell without content.</summary>
    public static TableCell Empty { get; } = new([]);
}

/// <summary>A stacked horizontal bar chart: one bar a row, one segment a stance. Its data always stand in a table beside it.</summary>
/// <param name="AlternativeText">What it shows, in a sentence or two.</param>
/// <param name="Caption">Said under the chart.</param>
/// <param name="Bars">The bars, top to bottom.</param>
/// <param name="Legend">Mark, letter and label of each stance that occurs.</param>
public sealed record StanceChartBlock(string AlternativeText, string Caption, ImmutableArray<StanceBar> Bars, ImmutableArray<StanceLegendEntry> Legend) : SummaryBlock
{
    /// <summary>Whether the table right after it names the marks and says what is shown, so that legend and caption need not be drawn.</summary>
    public bool IsExplainedByTable { get; init; }
}

/// <summary>One bar: its label and how many of each stance, in drawing order.</summary>
public sealed record StanceBar(string Label, ImmutableArray<StanceCount> Counts);

/// <summary>How many of a stance.</summary>
public readonly record struct StanceCount(Stance Stance, int Count);

/// <summary>A stance as the legend names it: <c>▲</c>, <c>T</c>, <c>tillstyrker</c>.</summary>
public readonly record struct StanceLegendEntry(Stance Stance, string Mark, string Letter, string Label);

/// <summary>Everything after it starts on a new page.</summary>
public sealed record PageBreakBlock : SummaryBlock;

/// <summary>A run inside a paragraph. Closed: the records below are all there are.</summary>
public abstract record Inline;

/// <summary>Text.</summary>
public sealed record TextInline(string Text, bool Bold = false, bool Italic = false) : Inline;

/// <summary>A link inside the summary, with its own words.</summary>
public sealed record LinkInline(string Text, Anchor Target) : Inline;

/// <summary>The page on which the target stands, as a link; the writer fills the number in (<c>s. 12</c>).</summary>
public sealed record PageReferenceInline(Anchor Target) : Inline;

/// <summary>A stance mark, letter and optionally label; drawn in the stance's colour, never by colour alone.</summary>
public sealed record StanceInline(Stance Stance, string Mark, string Letter, string? Label) : Inline;
