using System.Globalization;
using PdfSharp.Pdf;
using Remiss.Documents.Pdf.Drawing;

namespace Remiss.Documents.Pdf.Layout;

/// <summary>Elements for pictures: with an alternative text, and the box that they take up.</summary>
internal static class Figures
{
    /// <summary>Adds a figure to the part at hand.</summary>
    public static StructElement Begin(Painter painter, string alternativeText, (double X, double Y, double Width, double Height) box)
    {
        var figure = painter.Add("Figure").With("/Alt", alternativeText);
        var bounds = string.Create(CultureInfo.InvariantCulture,
            $"[{box.X:0.##} {Sheet.Height - box.Y - box.Height:0.##} {box.X + box.Width:0.##} {Sheet.Height - box.Y:0.##}]");
        figure.Dictionary.Elements["/A"] = new PdfLiteral("<</O /Layout /Placement /Block /BBox " + bounds + ">>");
        return figure;
    }
}
