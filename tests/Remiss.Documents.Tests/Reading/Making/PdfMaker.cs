using System.Globalization;
using System.Text;

namespace Remiss.Documents.Tests.Reading.Making;

/// <summary>
/// Writes small PDF files by hand, in the fonts that every reader has: the tests need no font files,
/// and know where each word stands.
/// </summary>
internal sealed class PdfMaker
{
    public const double Width = 595;
    public const double Height = 842;

    private static readonly Encoding WinAnsi = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly List<StringBuilder> _pages = [];

    public string? Title { get; init; }

    public PdfMaker Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>One run of text; x and y in points from the top left corner to the line's foot.</summary>
    public PdfMaker At(double x, double y, string text, double size = 11, bool bold = false)
    {
        string hex = Convert.ToHexString(WinAnsi.GetBytes(text));
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F{(bold ? 2 : 1)} {size:0.##} Tf 1 0 0 1 {x:0.##} {Height - y:0.##} Tm <{hex}> Tj ET\n");
        return this;
    }

    /// <summary>A paragraph broken at spaces to a width; gives the foot of its last line.</summary>
    public double Paragraph(double x, double y, double width, string text, double size = 11, double leading = 1.3, double indent = 0)
    {
        var line = new StringBuilder();
        double left = x + indent;
        foreach (string word in text.Split(' '))
        {
            // A "|" is where this test wants a word divided.
            string candidate = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && WidthOf(candidate.Replace("|", "", StringComparison.Ordinal), size) > width - (left - x))
            {
                At(left, y, line.ToString(), size);
                (y, left) = (y + size * leading, x);
                line.Clear().Append(word);
            }
            else line.Clear().Append(candidate);
            int cut = line.ToString().IndexOf('|', StringComparison.Ordinal);
            if (cut < 0) continue;
            string whole = line.ToString();
            At(left, y, whole[..cut] + "-", size);
            (y, left) = (y + size * leading, x);
            line.Clear().Append(whole, cut + 1, whole.Length - cut - 1);
        }
        At(left, y, line.ToString(), size);
        return y;
    }

    public byte[] Bytes()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', _pages.Select((_, i) => $"{6 + i * 2} 0 R"))}] /Count {_pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            $"<< /Producer (Remiss tests) {(Title is null ? "" : $"/Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Title))}>")} >>",
        };
        foreach (StringBuilder content in _pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}endstream");
        }
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (int i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        int xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>Helvetica's own widths, so that a line ends where a word processor would end it.</summary>
    public static double WidthOf(string text, double size)
    {
        const string Narrow = "iljt.,:;!'|fI()[]/ ";
        double units = 0;
        foreach (char c in text)
        {
            units += c switch
            {
                'i' or 'j' or 'l' => 222,
                'r' or '-' => 333,
                'm' or 'M' => 833,
                'w' => 722,
                'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' => 500,
                _ when Narrow.Contains(c, StringComparison.Ordinal) => 278,
                >= 'A' and <= 'Z' or 'Å' or 'Ä' or 'Ö' => 690,
                _ => 556,
            };
        }
        return units * size / 1000;
    }
}
