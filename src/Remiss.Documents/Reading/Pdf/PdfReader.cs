using Remiss.Documents.Reading.Tools;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>Reads PDF with poppler's programs as child processes, and scanned PDF with tesseract.</summary>
internal static class PdfReader
{
    // Poppler's own exit code for a file whose owner forbids taking its text.
    private const int CopyingForbidden = 3;
    private const int CannotExecute = 126;
    private const int NotFound = 127;

    private const int TailBytes = 4096;

    public static async Task<Result<DocumentText>> ReadAsync(SourceFile file, ReadLimits limits, CancellationToken cancellationToken)
    {
        if (ExternalTools.PathOf("pdftotext") is not { } program) return Refusals.ToolMissing(file.Name, "poppler-utils");
        using var folder = new TemporaryFolder(file.Name);
        string path = await folder.WriteAsync("input.pdf", file.Bytes, cancellationToken).ConfigureAwait(false);
        ToolRun<BboxDocument> run = await ChildProcess.RunAsync(
            program, ["-bbox-layout", "-enc", "UTF-8", path, "-"], limits, limits.ToolTimeout,
            output => BboxParser.Parse(output, file.Name, limits), cancellationToken).ConfigureAwait(false);
        if (Refused(run, file, limits) is { } refused) return refused;

        BboxDocument document = run.Output!;
        var builder = new DocumentTextBuilder(file.Name, limits);
        bool machineRead = false;
        if (document.Pages.TrueForAll(p => p.Lines.Count == 0))
        {
            if (!ExternalTools.CanRecognise) return Refusals.ScannedWithoutOcr(file.Name);
            machineRead = await new PdfOcr(limits, folder, path).ReadAsync(document.Pages, builder, cancellationToken).ConfigureAwait(false);
            if (!machineRead) return Refusals.ScannedUnread(file.Name);
        }
        else
        {
            await ApplyHintsAsync(document, path, limits, cancellationToken).ConfigureAwait(false);
            if (document.Pages.Exists(p => p.Lines.Count == 0))
            {
                List<PdfPage> scanned = await ScannedPages.FindAsync(document.Pages, path, limits, cancellationToken).ConfigureAwait(false);
                if (scanned.Count > 0 && ExternalTools.CanRecognise)
                    machineRead = await new PdfOcr(limits, folder, path).ReadAsync(scanned, builder, cancellationToken).ConfigureAwait(false);
                else scanned = [];
                RemarkOnEmptyPages(document.Pages.Except(scanned), builder);
            }
        }
        if (!EndsAsItShould(file)) RemarkOnCut(builder);
        DocumentText text = PdfLayout.Build(document.Pages, builder, StatedTitle.Clean(document.Title), machineRead);
        return text.Blocks.IsEmpty ? Refusals.NoText(file.Name) : text;
    }

    internal static Failure? Refused(ToolRun<BboxDocument> run, SourceFile file, ReadLimits limits)
    {
        switch (run.End)
        {
            case ToolEnd.TimedOut: return Refusals.TookTooLong(file.Name, limits.ToolTimeout);
            case ToolEnd.OutputTooLarge: return Refusals.TextTooLong(file.Name, limits.MaxTextLength);
            // What the system answers for a program that it could not start: the sender's file is not to blame.
            case ToolEnd.Failed when run.ExitCode is CannotExecute or NotFound: return Refusals.ToolBroken(file.Name, "poppler-utils");
            case ToolEnd.Failed:
                if (run.Errors.Contains("password", StringComparison.OrdinalIgnoreCase)) return Refusals.Encrypted(file.Name);
                if (run.ExitCode == CopyingForbidden || run.Errors.Contains("not allowed", StringComparison.OrdinalIgnoreCase)) return Refusals.CopyingForbidden(file.Name);
                return Refusals.Damaged(file.Name);
        }
        if (run.Output is not { Pages.Count: > 0 } document) return Refusals.Damaged(file.Name);
        // Poppler mends what it can of a file that is cut off; half a reply must not pass for a whole one.
        bool isMended = run.Errors.Contains("xref", StringComparison.OrdinalIgnoreCase) || run.Errors.Contains("Syntax Error", StringComparison.OrdinalIgnoreCase);
        if (!EndsAsItShould(file) && (isMended || document.Pages.TrueForAll(p => p.Lines.Count == 0))) return Refusals.Damaged(file.Name);
        return null;
    }

    private static bool EndsAsItShould(SourceFile file)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span.TrimEnd("\0 \r\n\t"u8);
        return bytes[Math.Max(0, bytes.Length - TailBytes)..].LastIndexOf("%%EOF"u8) >= 0;
    }

    private static async Task ApplyHintsAsync(BboxDocument document, string path, ReadLimits limits, CancellationToken cancellationToken)
    {
        if (ExternalTools.PathOf("pdftohtml") is not { } program) return;
        ToolRun<FontHints> run = await ChildProcess.RunAsync(
            program,
            ["-xml", "-i", "-q", "-stdout", "-zoom", FontHints.Zoom.ToString(System.Globalization.CultureInfo.InvariantCulture), path],
            limits, limits.ToolTimeout, output => FontHints.Parse(output, limits.MaxPages), cancellationToken).ConfigureAwait(false);
        if (run is { End: ToolEnd.Done, Output: { } hints }) hints.Apply(document.Pages);
    }

    private static void RemarkOnCut(DocumentTextBuilder builder) => builder.Remark(
        "Filen saknar slutmarkering och kan vara avklippt; kontrollera att texten är hel.",
        "The file lacks its end mark and may be cut off; check that the text is whole.");

    private static void RemarkOnEmptyPages(IEnumerable<PdfPage> pages, DocumentTextBuilder builder)
    {
        int[] empty = [.. pages.Where(p => p.Lines.Count == 0).Select(p => p.Number)];
        if (empty.Length == 0) return;
        string list = PageList.Write(empty);
        builder.Remark(
            $"Utan text (tomma eller bilder), ej lästa: sidan {list}.",
            $"Without text (blank or pictures), not read: page {list}.");
    }
}
