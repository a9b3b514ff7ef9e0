using System.Collections.Immutable;

namespace Remiss.Documents.Letters;

/// <summary>How a letter marks its pages.</summary>
public enum PageMark
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As authorities do: <c>1(3)</c>.</summary>
    Bracketed,

    /// <summary>In words: <c>Sida 1 av 3</c>.</summary>
    Words,
}

/// <summary>A part of a letter that stands by itself. Closed: the records in this file are all there are.</summary>
public abstract record LetterBlock;

/// <summary>The head of a letter: the sender at the left, the facts (date, dnr) at the right, a line each.</summary>
public sealed record LetterHead(ImmutableArray<string> Left, ImmutableArray<string> Right) : LetterBlock;

/// <summary>The document's own title.</summary>
public sealed record LetterTitle(string Text) : LetterBlock;

/// <summary>A heading, 1 outermost.</summary>
public sealed record LetterHeading(int Level, string Text) : LetterBlock;

/// <summary>Running text.</summary>
public sealed record LetterParagraph(string Text) : LetterBlock;

/// <summary>A bold line that is no heading, as <c>Mätbar uppföljning</c> over its points.</summary>
public sealed record LetterLead(string Text) : LetterBlock;

/// <summary>Bulleted points.</summary>
public sealed record LetterBullets(ImmutableArray<string> Items) : LetterBlock;

/// <summary>Lines that stay lines: an address, a signature.</summary>
public sealed record LetterLines(ImmutableArray<string> Lines) : LetterBlock;

/// <summary>A table; the first row is its header and every row has as many cells.</summary>
public sealed record LetterTable(ImmutableArray<ImmutableArray<string>> Rows) : LetterBlock;

/// <summary>A table of contents over the headings of level 1 and 2, on a page of its own.</summary>
public sealed record LetterContents(string Title) : LetterBlock;

/// <summary>The next block starts on a new page.</summary>
public sealed record LetterPageBreak : LetterBlock;

/// <summary>A plain office document (skrivelse, yttrande, strategi) before any file format.</summary>
public sealed record Letter
{
    /// <summary>The title in the file's properties.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote it, for the file's properties.</summary>
    public required string Author { get; init; }

    /// <summary>When it was written; the same letter gives the same file.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>The parts in reading order.</summary>
    public required ImmutableArray<LetterBlock> Blocks { get; init; }

    /// <summary>The line at the foot of every page, or null.</summary>
    public string? Footer { get; init; }

    /// <summary>How pages are marked, at the top right.</summary>
    public PageMark PageMark { get; init; } = PageMark.None;
}
