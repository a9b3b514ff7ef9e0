using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>Lines that belong together, before they become one block.</summary>
internal sealed class PdfParagraph(PdfLine first, PdfColumn column)
{
    public List<PdfLine> Lines { get; } = [first];

    public PdfColumn Column { get; } = column;

    public BlockKind Kind { get; set; } = BlockKind.Paragraph;

    /// <summary>Depth of a heading or nesting of a point.</summary>
    public int Level { get; set; }

    /// <summary>The bullet that was taken off the first line, or null.</summary>
    public string? Mark { get; set; }

    /// <summary>The first line starts with the number of a point, which stays in the text.</summary>
    public bool IsNumbered { get; set; }

    /// <summary>Where the text of a point starts after its mark; where any other paragraph starts.</summary>
    public double TextLeft { get; set; } = first.Left;

    /// <summary>Where its mark stands, for the nesting of points.</summary>
    public double MarkLeft { get; set; } = first.Left;

    /// <summary>Text made elsewhere (a contents line with its leader), instead of the lines'.</summary>
    public string? Text { get; set; }

    public PdfLine First => Lines[0];

    public PdfLine Last => Lines[^1];

    public int Page => First.Page;

    public double Size => First.Size;

    public bool IsBold => Lines.TrueForAll(l => l.IsBold);
}
