using System.Diagnostics;
using System.Globalization;
using Remiss.Documents.Reading.Tools;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>
/// Reads the pages of a scanned PDF: <c>pdftoppm</c> draws each page, <c>tesseract</c> reads it. Page by
/// page, with time limits and a cap; what is left out is said.
/// </summary>
internal sealed class PdfOcr(ReadLimits limits, TemporaryFolder folder, string path)
{
    // The long side of A4 at 300 dots per inch, which tesseract is made for; larger sheets get no larger.
    private const int LongSidePixels = 3508;

    /// <summary>Reads these pages, and says what was read and what was not.</summary>
    /// <returns>Whether any text was found.</returns>
    public async Task<bool> ReadAsync(IReadOnlyList<PdfPage> pages, DocumentTextBuilder builder, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var unread = new List<int>();
        int read = 0;
        foreach (PdfPage page in pages)
        {
            if (read >= limits.MaxOcrPages || clock.Elapsed > limits.OcrTimeout)
            {
                unread.Add(page.Number);
                continue;
            }
            read++;
            if (!await ReadPageAsync(page, cancellationToken).ConfigureAwait(false) || page.Lines.Count == 0) unread.Add(page.Number);
        }
        EvenOutSizes(pages);
        int[] withText = [.. pages.Where(p => p.Lines.Count > 0).Select(p => p.Number)];
        if (withText.Length > 0)
        {
            string machineRead = PageList.Write(withText);
            builder.Remark(
                $"Texten är läst maskinellt ur inskannade bilder (OCR) och kan innehålla fel: sidan {machineRead}.",
                $"The text was read by machine from scanned pictures (OCR) and may contain errors: page {machineRead}.");
        }
        if (ExternalTools.OcrLanguage is null)
        {
            builder.Remark(
                "Svenska språkdata för OCR saknas (paketet tesseract-ocr-swe); texten kan innehålla fler fel.",
                "Swedish data for OCR is missing (the package tesseract-ocr-swe); the text may contain more errors.");
        }
        if (unread.Count > 0)
        {
            string list = PageList.Write([.. unread]);
            builder.Remark($"OCR gav ingen text eller hanns inte med: sidan {list}.", $"OCR gave no text or had no time: page {list}.");
        }
        return withText.Length > 0;
    }

    private async Task<bool> ReadPageAsync(PdfPage page, CancellationToken cancellationToken)
    {
        string number = page.Number.ToString(CultureInfo.InvariantCulture);
        string picture = folder.PathOf("page");
        ToolRun<int> drawn = await ChildProcess.RunAsync(
            ExternalTools.PathOf("pdftoppm")!,
            ["-f", number, "-l", number, "-scale-to", LongSidePixels.ToString(CultureInfo.InvariantCulture), "-gray", "-png", "-singlefile", path, picture],
            limits, limits.OcrPageTimeout, Drain, cancellationToken).ConfigureAwait(false);
        if (drawn.End != ToolEnd.Done || !File.Exists(picture + ".png")) return false;
        try
        {
            List<string> arguments = [picture + ".png", "stdout"];
            if (ExternalTools.OcrLanguage is { } language) arguments.AddRange(["-l", language]);
            arguments.Add("tsv");
            ToolRun<List<PdfLine>> run = await ChildProcess.RunAsync(
                ExternalTools.PathOf("tesseract")!, arguments, limits, limits.OcrPageTimeout,
                output => TesseractOutput.Parse(output, page), cancellationToken).ConfigureAwait(false);
            if (run is not { End: ToolEnd.Done, Output: { } lines }) return false;
            page.Lines = lines;
            return true;
        }
        finally
        {
            File.Delete(picture + ".png");
        }
    }

    private static int Drain(Stream output)
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (output.Read(buffer) > 0)
        {
        }
        return 0;
    }

    /// <summary>The box of a line is as high as its letters happen to be: what is near the usual is the usual.</summary>
    private static void EvenOutSizes(IReadOnlyList<PdfPage> pages)
    {
        double[] sizes = [.. pages.SelectMany(p => p.Lines).Select(l => l.Size).Order()];
        if (sizes.Length == 0) return;
        double usual = sizes[sizes.Length / 2];
        foreach (PdfLine line in pages.SelectMany(p => p.Lines))
        {
            if (line.Size > usual * 0.6 && line.Size < usual * 1.35) line.Size = usual;
        }
    }
}

/// <summary>Reads the table of words that tesseract writes.</summary>
internal static class TesseractOutput
{
    // Percent, as the program itself judges. Letters seen in a photograph or a pattern lie far below the mean.
    private const double MinConfidence = 25;
    private const double MinMeanConfidence = 50;

    /// <summary>The lines of the page; none where the program itself hardly believes what it read.</summary>
    public static List<PdfLine> Parse(Stream output, PdfPage page)
    {
        var lines = new List<PdfLine>();
        var words = new List<PdfWord>();
        double scale = 1, top = 0, bottom = 0, sum = 0;
        int judged = 0;
        using var reader = new StreamReader(output, System.Text.Encoding.UTF8);
        while (reader.ReadLine() is { } row)
        {
            string[] cells = row.Split('\t');
            if (cells.Length < 12 || !Number(cells[0], out double level)) continue;
            if (!Number(cells[6], out double x) || !Number(cells[7], out double y) || !Number(cells[8], out double width) || !Number(cells[9], out double height)) continue;
            switch (level)
            {
                case 1:
                    scale = height > 0 ? page.Height / height : 1;
                    break;
                case 4:
                    EndLine();
                    (top, bottom) = (y * scale, (y + height) * scale);
                    break;
                case 5 when Number(cells[10], out double confidence) && cells[11].Trim() is { Length: > 0 } text:
                    (sum, judged) = (sum + confidence, judged + 1);
                    if (confidence >= MinConfidence) words.Add(new PdfWord(x * scale, top, (x + width) * scale, bottom, text));
                    break;
            }
        }
        EndLine();
        return judged > 0 && sum / judged < MinMeanConfidence ? [] : lines;

        void EndLine()
        {
            if (words.Count > 0) lines.Add(new PdfLine(words, page.Number));
            words = [];
        }
    }

    private static bool Number(string cell, out double value) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
