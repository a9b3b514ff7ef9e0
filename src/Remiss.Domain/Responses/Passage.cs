using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>What a passage of a reply does.</summary>
internal enum PassageRole
{
    /// <summary>Says something of its own: becomes one or several comments.</summary>
    Body,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Half a sentence that only opens a list: <c>Kommunen tillstyrker förslagen att</c>.</summary>
    LeadIn,

    Courtesy,
    Background,
    Formality,
    Furniture,
}

/// <summary>A block of a reply on its way to being a comment or not.</summary>
internal sealed class Passage(TextSpan span, BlockKind form, int level, int page, bool stated)
{
    public TextSpan Span { get; set; } = span;

    public BlockKind Form { get; set; } = form;

    public int Level { get; set; } = level;

    public int Page { get; } = page;

    /// <summary>Whether the file's format says that it is a heading, and not its looks.</summary>
    public bool Stated { get; } = stated;

    /// <summary>Whether it is quoted from someone else's mail.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>Whether it names a column of a table, and so is above no text.</summary>
    public bool IsColumnHead { get; set; }

    /// <summary>Whether it stands in a table's column of sections, where a bare number is a section's.</summary>
    public bool IsRowLabel { get; set; }

    /// <summary>The stance that a cell of its own states for the row, or null.</summary>
    public StanceReading? RowStance { get; set; }

    public PassageRole Role { get; set; } = PassageRole.Body;

    /// <summary>Whether the words alone made it courtesy or a guide to the reply, which may name the part that the reply is about.</summary>
    public bool IsGuide { get; set; }
}
