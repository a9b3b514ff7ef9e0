using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Remiss.Domain.Results;

namespace Remiss.Documents.Reading;

/// <summary>Whether a program that the readers call is installed.</summary>
/// <param name="Name">The program's name, or for data what it is (<c>tesseract: swe</c>).</param>
/// <param name="Path">Where it was found, or null.</param>
/// <param name="Version">The version it tells, or null.</param>
/// <param name="Package">The Debian package that holds it.</param>
/// <param name="WithoutIt">What does not work without it.</param>
public sealed record ToolStatus(string Name, string? Path, string? Version, string Package, Phrase WithoutIt)
{
    /// <summary>Whether it was found.</summary>
    public bool IsInstalled => Path is not null;
}

/// <summary>Finds the programs outside .NET that the readers call.</summary>
public static class ExternalTools
{
    private const string SwedishData = "swe";

    private static readonly ConcurrentDictionary<string, string?> Paths = new(StringComparer.Ordinal);

    /// <summary>The state of every program, for <c>remiss doctor</c>. Starts each once to ask its version, at most a few seconds in all.</summary>
    public static ImmutableArray<ToolStatus> Find() =>
    [
        Status("pdftotext", "-v", "poppler-utils", new Phrase(
            "PDF-filer kan inte läsas.", "PDF files cannot be read.")),
        Status("pdfinfo", "-v", "poppler-utils", new Phrase(
            "Sidantal och titel i PDF-filer kan inte kontrolleras i förväg.", "The number of pages and the title of PDF files cannot be checked beforehand.")),
        Status("pdftohtml", "-v", "poppler-utils", new Phrase(
            "Rubriker i fetstil utan större grad känns inte igen i PDF-filer.", "Headings in bold of the same size are not recognised in PDF files.")),
        Status("pdfimages", "-v", "poppler-utils", new Phrase(
            "Inskannade sidor mitt i en PDF med text läses inte.", "Scanned pages amid a PDF with text are not read.")),
        Status("pdftoppm", "-v", "poppler-utils", new Phrase(
            "Inskannade PDF-filer kan inte läsas.", "Scanned PDF files cannot be read.")),
        Status("tesseract", "--version", "tesseract-ocr", new Phrase(
            "Inskannade PDF-filer kan inte läsas.", "Scanned PDF files cannot be read.")),
        Swedish(),
        Status("qpdf", "--version", "qpdf", new Phrase(
            "Den färdiga PDF-filen kan inte kontrolleras.", "The finished PDF cannot be checked.")),
        Status("prlimit", "--version", "util-linux", new Phrase(
            "Program som läser filer körs utan minnesgräns.", "Programs that read files run without a memory limit.")),
    ];

    /// <summary>Where a program stands, or null; asked of the disk once.</summary>
    internal static string? PathOf(string name) => Paths.GetOrAdd(name, Search);

    /// <summary>Whether pages of a scanned PDF can be drawn and read.</summary>
    internal static bool CanRecognise => PathOf("pdftoppm") is not null && PathOf("tesseract") is not null;

    /// <summary>The languages that tesseract is to read: Swedish where its data is installed, else its default.</summary>
    internal static string? OcrLanguage => OcrLanguageOnce.Value;

    private static Lazy<string?> OcrLanguageOnce { get; } = new(() =>
    {
        if (PathOf("tesseract") is not { } path) return null;
        return Ask(path, "--list-langs").Split('\n').Any(l => l.Trim() == SwedishData) ? SwedishData : null;
    });

    private static ToolStatus Status(string name, string versionSwitch, string package, Phrase withoutIt)
    {
        string? path = PathOf(name);
        return new ToolStatus(name, path, path is null ? null : Version(Ask(path, versionSwitch)), package, withoutIt);
    }

    private static ToolStatus Swedish() => new(
        "tesseract: swe", OcrLanguage is null ? null : PathOf("tesseract"), null, "tesseract-ocr-swe", new Phrase(
            "Inskannade PDF-filer läses utan svensk ordlista, med fler fel.", "Scanned PDF files are read without Swedish data, with more errors."));

    // A file without the right to run is not installed, whatever its name.
    private static bool MayRun(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    private static string? Search(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [""];
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            // A relative folder in PATH would run whatever lies where the command was given.
            if (!Path.IsPathFullyQualified(folder)) continue;
            foreach (string ending in endings)
            {
                string path = Path.Combine(folder, name + ending);
                if (File.Exists(path) && MayRun(path)) return path;
            }
        }
        return null;
    }

    /// <summary>The first number with a point in the first lines of what the program says of itself.</summary>
    private static string? Version(string said)
    {
        foreach (string word in said.Split((char[])[' ', '\n', '\r', '\t', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsAsciiDigit(word[0]) && word.Contains('.', StringComparison.Ordinal)) return word.TrimEnd('.');
        }
        return null;
    }

    private static string Ask(string path, string argument)
    {
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(argument);
        try
        {
            using Process? process = Process.Start(start);
            if (process is null) return "";
            Task<string> errors = process.StandardError.ReadToEndAsync();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                process.Kill(entireProcessTree: true);
                return "";
            }
            return output.GetAwaiter().GetResult() + "\n" + errors.GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            return "";
        }
    }
}
