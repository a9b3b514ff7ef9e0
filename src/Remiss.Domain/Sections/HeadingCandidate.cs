using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>A block that may head a section, and what has been decided of it.</summary>
internal sealed class HeadingCandidate
{
    /// <summary>Index of the block.</summary>
    public required int Block { get; init; }

    /// <summary>The last block of a heading that the reader left in several; 0 while it is one.</summary>
    public int LastBlock { get => Math.Max(field, Block); set; }

    /// <summary>The whole heading on one line.</summary>
    public required string Words { get; set; }

    /// <summary>Its number, or null.</summary>
    public NumberPrefix? Prefix { get; set; }

    /// <summary>The heading without its number.</summary>
    public required string Title { get; set; }

    /// <summary>The number as it is cited, or null; decided last.</summary>
    public string? Number { get; set; }

    /// <summary>The level that the reader gave, 1 outermost.</summary>
    public required int GivenLevel { get; init; }

    /// <summary>Whether the format itself calls it a heading.</summary>
    public required bool Stated { get; init; }

    /// <summary>Whether the reader took it for running text: it is a heading only where the contents or the sequence says so.</summary>
    public bool Weak { get; init; }

    /// <summary>Whether the table of contents names it.</summary>
    public bool InContents { get; set; }

    /// <summary>Characters of the block that are heading, where text of the section is glued to it; else 0.</summary>
    public int GluedLength { get; init; }

    /// <summary>Whether it heads a section.</summary>
    public bool Accepted { get; set; } = true;

    /// <summary>Whether it is a run-in heading over points (<c>Mätbar uppföljning</c>), a label and not a section.</summary>
    public bool IsLabel { get; set; }

    /// <summary>The heading once more, as a running head or after a torn page: left out of the text too.</summary>
    public bool IsRepeat { get; set; }

    /// <summary>The level in the tree; decided after the sequence.</summary>
    public int Level { get; set; }

    /// <summary>Number and title in small letters, to compare with.</summary>
    public string Key => SectionKeys.Of(Words);
}
