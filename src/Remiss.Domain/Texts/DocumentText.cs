using System.Collections.Immutable;
using Remiss.Domain.Results;

namespace Remiss.Domain.Texts;

/// <summary>What a run of a document is by its form, as far as its format tells.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading; <see cref="TextBlock.Level"/> tells its depth, 1 outermost.</summary>
    Heading,

    /// <summary>One bulleted or numbered point; the level is its nesting, 1 outermost. The mark lies outside the span where the format keeps it apart, else inside.</summary>
    ListItem,

    /// <summary>One cell of a table.</summary>
    TableCell,

    /// <summary>A footnote or endnote, with its number.</summary>
    Footnote,

    /// <summary>One line of a table of contents.</summary>
    ContentsEntry,

    /// <summary>Running header or footer, page number, PDF bookmark: what belongs to the page, not to the text.</summary>
    PageFurniture,
}

/// <summary>One block of a document, as a run of its text.</summary>
/// <param name="Span">Where it stands in <see cref="DocumentText.Text"/>; never empty.</param>
/// <param name="Kind">What it is by its form.</param>
/// <param name="Level">Depth of a heading or nesting of a point, 1 outermost; 0 where neither.</param>
/// <param name="Page">The page it starts on, from 1.</param>
public sealed record TextBlock(TextSpan Span, BlockKind Kind, int Level, int Page)
{
    /// <summary>
    /// Whether the format itself says so (a style, an outline level, a tag), and not a guess from
    /// size, length or punctuation. What the format says is not second-guessed.
    /// </summary>
    public bool Stated { get; init; }

    /// <summary>Whether someone else's mail is quoted here: the words are not the sender's.</summary>
    public bool Quoted { get; init; }
}

/// <summary>The file format a text was read from, decided by its bytes.</summary>
public enum SourceFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word (Office Open XML).</summary>
    Docx,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>E-mail message (RFC 5322).</summary>
    Email,
}

/// <summary>
/// The text of one document in reading order, cut into blocks, with its pages. Immutable; the one
/// form in which every reader hands over what it read and from which everything else starts.
/// Blocks are in order, do not overlap, lie inside the text, and leave out only white space and
/// the marks of list items.
/// </summary>
public sealed record DocumentText
{
    /// <summary>The normalised text (see <see cref="TextNormaliser"/>): every offset counts in it.</summary>
    public required string Text { get; init; }

    /// <summary>The blocks in reading order.</summary>
    public required ImmutableArray<TextBlock> Blocks { get; init; }

    /// <summary>Which page each position stands on.</summary>
    public required PageMap Pages { get; init; }

    /// <summary>What it was read from.</summary>
    public required SourceFormat Format { get; init; }

    /// <summary>The title that the file itself states (its properties or title style), or null.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the text was read by a machine from pictures (OCR), and so may be wrong in its letters.</summary>
    public bool MachineRead { get; init; }

    /// <summary>What a person should know about the reading: pages without text, attachments left out.</summary>
    public ImmutableArray<Phrase> Remarks { get; init; } = [];

    /// <summary>The characters of a block.</summary>
    public string TextOf(TextBlock block) => block.Span.In(Text);
}
