using System.Globalization;
using Remiss.Documents.Reading.Tools;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>
/// Finds the pages without text that are one large picture, as <c>pdfimages -list</c> tells: a scanned
/// decision bound behind a written letter. Blank pages and small pictures are not among them.
/// </summary>
internal static class ScannedPages
{
    private const double MinCover = 0.6;

    public static async Task<List<PdfPage>> FindAsync(List<PdfPage> pages, string path, ReadLimits limits, CancellationToken cancellationToken)
    {
        if (ExternalTools.PathOf("pdfimages") is not { } program) return [];
        Dictionary<int, PdfPage> empty = pages.Where(p => p.Lines.Count == 0).ToDictionary(p => p.Number);
        ToolRun<HashSet<int>> run = await ChildProcess.RunAsync(
            program, ["-list", path], limits, limits.ToolTimeout, output => Parse(output, empty), cancellationToken).ConfigureAwait(false);
        return run is { End: ToolEnd.Done, Output: { } found } ? [.. pages.Where(p => found.Contains(p.Number))] : [];
    }

    /// <summary>Rows of: page, number, type, width, height, colour, components, bits, encoding, interpolation, object, generation, x-ppi, y-ppi, size, ratio.</summary>
    private static HashSet<int> Parse(Stream output, Dictionary<int, PdfPage> pages)
    {
        var found = new HashSet<int>();
        using var reader = new StreamReader(output);
        while (reader.ReadLine() is { } row)
        {
            string[] cells = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length < 14 || !Number(cells[0], out double page) || !pages.TryGetValue((int)page, out PdfPage? made)) continue;
            if (!Number(cells[3], out double width) || !Number(cells[4], out double height) || !Number(cells[12], out double x) || !Number(cells[13], out double y) || x <= 0 || y <= 0) continue;
            const double PointsPerInch = 72;
            double area = width / x * PointsPerInch * (height / y * PointsPerInch);
            if (area >= made.Width * made.Height * MinCover) found.Add(made.Number);
        }
        return found;
    }

    private static bool Number(string cell, out double value) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
