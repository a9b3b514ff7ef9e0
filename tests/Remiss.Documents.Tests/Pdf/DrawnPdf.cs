using System.Diagnostics;
using System.Text;
using Remiss.Documents.Pdf;
using Remiss.Documents.Themes;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Tests.Pdf;

/// <summary>A summary drawn into a file of its own, and what poppler and qpdf read out of it.</summary>
internal sealed class DrawnPdf : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remiss-pdf-").FullName;

    private DrawnPdf(byte[] bytes, int pages)
    {
        (Bytes, Pages) = (bytes, pages);
        Path = System.IO.Path.Combine(_folder, "summary.pdf");
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public byte[] Bytes { get; }

    public int Pages { get; }

    public static DrawnPdf Of(SummaryDocument document, SummaryTheme? theme = null)
    {
        using var output = new MemoryStream();
        var result = new PdfSummaryWriter().Write(document, theme ?? SummaryThemeFile.Default, output, null, CancellationToken.None);
        Assert.That(result.IsOk, Is.True, () => result.Failure!.Message.Swedish);
        return new DrawnPdf(output.ToArray(), result.Value);
    }

    public string Text(params string[] options) => Run("pdftotext", [.. options, Path, "-"]);

    public string Structure() => Run("pdfinfo", "-struct-text", Path);

    public string Info(params string[] options) => Run("pdfinfo", [.. options, Path]);

    public string Fonts() => Run("pdffonts", Path);

    /// <summary>Every object, uncompressed, as text.</summary>
    public string Objects()
    {
        var plain = System.IO.Path.Combine(_folder, "plain.pdf");
        Run("qpdf", "--qdf", "--object-streams=disable", Path, plain);
        return Encoding.Latin1.GetString(File.ReadAllBytes(plain));
    }

    public string Check() => Run("qpdf", "--check", Path);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // qpdf exits with 3 for warnings only.
        Assert.That(process.ExitCode, Is.Zero.Or.EqualTo(3), () => program + ": " + errors.Result);
        return output;
    }
}
