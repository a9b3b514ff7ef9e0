using System.Collections.Immutable;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Demo;

/// <summary>Where the demonstration's files are.</summary>
/// <param name="Document">The strategy that the replies are compiled against.</param>
/// <param name="Replies">The folder of replies.</param>
/// <param name="Summary">Where the summary goes.</param>
internal sealed record DemoPlaces(string Document, string Replies, string Summary);

/// <summary>
/// The folder that the demonstration writes to. It keeps a list of what it wrote, so that running it
/// again replaces its own files and never touches anyone else's.
/// </summary>
internal static class DemoFolder
{
    private const string ListName = ".remiss-demo";
    private const string RepliesName = "svar";
    private static readonly Phrase Stage = new("Skriver remiss och svar", "Writing consultation and replies");

    /// <summary>Null when the folder may be written to; else why not.</summary>
    public static Failure? WhyNot(string folder)
    {
        if (File.Exists(folder))
            return new Invalid(new Phrase($"{folder} är en fil. Ange en mapp med --out.", $"{folder} is a file. Give a folder with --out."));
        if (Directory.Exists(folder) && !File.Exists(Path.Combine(folder, ListName)) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return new Invalid(new Phrase(
                $"Mappen {folder} innehåller redan annat. Ange en ny eller tom mapp med --out.",
                $"The folder {folder} already holds other things. Give a new or empty folder with --out."));
        }
        return AtomicFile.WhyNotWritable(Path.Combine(folder, "x.pdf"));
    }

    /// <summary>Writes the strategy and the replies, the last of them hostile when there are at least two.</summary>
    public static Result<DemoPlaces> Write(string folder, int count, int seed, IProgress<StageStep>? progress, CancellationToken cancellationToken)
    {
        var written = new List<string>();
        try
        {
            RemoveOwn(folder);
            Directory.CreateDirectory(Path.Combine(folder, RepliesName));
            try
            {
                return WriteAll(folder, count, seed, written, progress, cancellationToken);
            }
            finally
            {
                // Also when it is stopped half way: the next run must know the files as its own.
                File.WriteAllLines(Path.Combine(folder, ListName), written);
            }
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return new Invalid(new Phrase(
                $"Mappen {folder} gick inte att skriva till: {broken.Message}", $"The folder {folder} could not be written to: {broken.Message}"));
        }
    }

    private static Result<DemoPlaces> WriteAll(
        string folder, int count, int seed, List<string> written, IProgress<StageStep>? progress, CancellationToken cancellationToken)
    {
        Result<DemoStrategyFiles> strategy = DemoFiles.Strategy();
        if (!strategy.IsOk) return strategy.Failure;
        Put(strategy.Value.Pdf, string.Empty);
        Put(strategy.Value.Docx, string.Empty);
        int readable = count > 1 ? count - 1 : count;
        foreach (DemoReply reply in DemoReplies.Compose(readable, seed, strategy.Value.Pages))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Result<DemoFile> file = DemoFiles.Of(reply);
            if (!file.IsOk) return file.Failure;
            Put(file.Value, RepliesName);
            progress?.Report(new StageStep(Stage, (double)reply.Number / count));
        }
        if (count > 1) Put(new DemoFile(DemoHostileFile.Name, DemoHostileFile.Bytes()), RepliesName);
        progress?.Report(new StageStep(Stage, 1));
        return new DemoPlaces(
            Path.Combine(folder, strategy.Value.Pdf.Name), Path.Combine(folder, RepliesName), Path.Combine(folder, "remissammanställning.pdf"));

        void Put(DemoFile file, string sub)
        {
            string name = Path.Combine(sub, file.Name);
            written.Add(name);
            File.WriteAllBytes(Path.Combine(folder, name), file.Bytes);
        }
    }

    private static void RemoveOwn(string folder)
    {
        string list = Path.Combine(folder, ListName);
        if (!File.Exists(list)) return;
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (string name in File.ReadAllLines(list).Where(line => line.Length > 0))
        {
            string path = Path.GetFullPath(Path.Combine(folder, name));
            // The list is a file that anyone may have edited.
            if (path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path)) File.Delete(path);
        }
    }
}
