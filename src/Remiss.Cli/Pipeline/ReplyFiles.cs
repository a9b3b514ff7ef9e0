using System.Collections.Immutable;
using System.Security.Cryptography;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Pipeline;

/// <summary>One file that is said to be a reply.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What it is called to people: its path under the folder that was named.</param>
internal sealed record ReplyPath(string Path, string Name);

/// <summary>
/// Finds the files of replies. A folder stands for all files in it and in its subfolders, except
/// hidden files and folders (a leading dot), the lock files of office programs (<c>~$…</c>), the
/// folders' own housekeeping (<c>Thumbs.db</c>, <c>desktop.ini</c>) and linked folders. The order is
/// that of the names, letter by letter, and so the same on every machine.
/// </summary>
internal static class ReplyFiles
{
    private static readonly string[] Housekeeping = ["Thumbs.db", "desktop.ini"];

    /// <summary>The files, in order, each once; or which of the paths does not exist or cannot be listed.</summary>
    /// <param name="paths">Files and folders, as the user named them.</param>
    /// <param name="except">Full paths that are no replies, though they may lie among them: the consulted document, the summary itself.</param>
    public static Result<ImmutableArray<ReplyPath>> Find(IEnumerable<string> paths, IReadOnlyCollection<string> except)
    {
        var found = new List<ReplyPath>();
        foreach (string path in paths)
        {
            try
            {
                if (File.Exists(path)) found.Add(new ReplyPath(path, ShownText.OfName(Path.GetFileName(path))));
                else if (Directory.Exists(path)) Walk(path, string.Empty, found);
                else return Missing(path);
            }
            catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
            {
                return new Invalid(new Phrase(
                    $"Mappen {path} kan inte läsas. Kontrollera att du har rätt att läsa den och dess undermappar.",
                    $"The folder {path} cannot be read. Check that you may read it and its subfolders."));
            }
        }
        var skipped = except.Select(RealPath.Of).ToHashSet(RealPath.Comparer);
        return found
            .Where(file => !skipped.Contains(RealPath.Of(file.Path)))
            .DistinctBy(file => Path.GetFullPath(file.Path), RealPath.Comparer)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .ToImmutableArray();
    }

    /// <summary>The failure for a path where nothing is.</summary>
    public static NotFound Missing(string path) => new(new Phrase(
        $"{path} finns inte. Kontrollera sökvägen.",
        $"{path} does not exist. Check the path."));

    /// <summary>The fingerprint of a file's bytes.</summary>
    public static string Fingerprint(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Walk(string folder, string prefix, List<ReplyPath> found)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            string name = Path.GetFileName(file);
            if (!IsPassedOver(name)) found.Add(new ReplyPath(file, ShownText.OfName(prefix + name)));
        }
        foreach (string sub in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(sub);
            // A link may lead back to where it lies.
            bool linked = new DirectoryInfo(sub).LinkTarget is not null;
            if (!linked && !IsPassedOver(name)) Walk(sub, prefix + name + "/", found);
        }
    }

    private static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || Housekeeping.Contains(name, StringComparer.OrdinalIgnoreCase);
}
