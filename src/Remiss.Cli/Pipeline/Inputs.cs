using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Pipeline;

/// <summary>Takes a file from the disk to what a reader made of it; every way it can go wrong is a sentence.</summary>
internal static class Inputs
{
    /// <summary>The largest file that is loaded at all. Readers have limits of their own below it.</summary>
    public const long MaxFileBytes = 200L * 1024 * 1024;

    /// <summary>The bytes of a file, or why they could not be had.</summary>
    public static async Task<Result<SourceFile>> LoadAsync(string path, string name, CancellationToken cancellationToken)
    {
        try
        {
            FileInfo info = Target(path);
            if (!info.Exists) return ReplyFiles.Missing(path);
            // A pipe or a device states no length, and opening one may wait for ever or never end.
            if (info.Length == 0) return new SourceFile(name, ReadOnlyMemory<byte>.Empty);
            if (info.Length > MaxFileBytes)
            {
                return new Invalid(new Phrase(
                    $"{name} är större än {MaxFileBytes / (1024 * 1024)} MB och läses inte. Dela filen eller spara den i ett mindre format.",
                    $"{name} is larger than {MaxFileBytes / (1024 * 1024)} MB and is not read. Split the file or save it in a smaller format."));
            }
            return new SourceFile(name, await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new Invalid(new Phrase(
                $"{name} kan inte öppnas. Kontrollera att du har rätt att läsa filen och att inget annat program håller den låst.",
                $"{name} cannot be opened. Check that you may read the file and that no other program has locked it."));
        }
    }

    // The length of a link is its own, not that of what it leads to.
    private static FileInfo Target(string path)
    {
        var info = new FileInfo(path);
        return info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info;
    }

    /// <summary>What a reader makes of a file.</summary>
    public static async Task<Result<ReadFile>> ReadAsync(IDocumentReader reader, string path, string name, CancellationToken cancellationToken)
    {
        Result<SourceFile> file = await LoadAsync(path, name, cancellationToken).ConfigureAwait(false);
        return file.IsOk ? await reader.ReadAsync(file.Value, cancellationToken).ConfigureAwait(false) : file.Failure;
    }
}
