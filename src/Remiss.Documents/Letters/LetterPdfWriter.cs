using System.Collections.Immutable;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Domain.Results;

namespace Remiss.Documents.Letters;

/// <summary>A letter as PDF, and which page each heading came to stand on.</summary>
public sealed record LetterPdf(ReadOnlyMemory<byte> Bytes, ImmutableArray<(string Heading, int Page)> Headings);

/// <summary>
/// Writes a letter as a plain PDF: what an office program prints, without tags. Not for publishing
/// (that is the summary's writer), but for letters and the demonstration.
/// </summary>
public static class LetterPdfWriter
{
    /// <summary>The file, or why there is none: no usable font on the machine.</summary>
    public static Result<LetterPdf> Write(Letter letter)
    {
        Result<FontSet> fonts = FontSet.Load(["Open Sans"], FontCatalogue.Installed);
        if (!fonts.IsOk) return fonts.Failure;
        PdfSharpFonts.EnsureSet();
        var set = new LetterPdfSetter(fonts.Value);
        ImmutableArray<LetterPdfPage> pages = set.Paginate(letter);
        using var document = new PdfDocument();
        document.Info.Title = letter.Title;
        document.Info.Author = letter.Author;
        document.Info.CreationDate = letter.Written.UtcDateTime;
        for (int i = 0; i < pages.Length; i++)
        {
            PdfPage page = document.AddPage();
            page.Width = XUnit.FromPoint(LetterPdfSetter.PageWidth);
            page.Height = XUnit.FromPoint(LetterPdfSetter.PageHeight);
            using XGraphics graphics = XGraphics.FromPdfPage(page);
            set.Draw(graphics, letter, pages[i], i + 1, pages.Length);
        }
        using var stream = new MemoryStream();
        document.Save(stream, false);
        var headings = pages.SelectMany((page, index) => page.Lines
            .Where(line => line.Heading is not null)
            .Select(line => (line.Heading!.Text, index + 1)));
        return new LetterPdf(stream.ToArray(), [.. headings]);
    }
}
