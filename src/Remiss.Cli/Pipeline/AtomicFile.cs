using Remiss.Domain.Results;

namespace Remiss.Cli.Pipeline;

/// <summary>Writes a file whole or not at all: beside its place first, then moved there in one step.</summary>
internal static class AtomicFile
{
    // The runtime hands on the system's own numbers: ENOSPC, EROFS, ERROR_DISK_FULL, ERROR_WRITE_PROTECT.
    private const int NoSpaceOnUnix = 28;
    private const int ReadOnlyOnUnix = 30;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private const int ReadOnlyOnWindows = unchecked((int)0x80070013);

    /// <summary>
    /// Checks, before any work is done, that a file can be written at the path; makes its folder where it is missing.
    /// </summary>
    /// <returns>Null when it can; else why not.</returns>
    public static Failure? WhyNotWritable(string path)
    {
        if (Directory.Exists(path))
            return new Invalid(new Phrase($"{path} är en mapp. Ange en fil, till exempel {Path.Combine(path, "sammanställning.pdf")}.", $"{path} is a folder. Give a file, for example {Path.Combine(path, "summary.pdf")}."));
        string folder = FolderOf(path);
        string probe = Path.Combine(folder, $".remiss-{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception broken) when (IsOfTheDisk(broken))
        {
            return NotWritable(path, broken);
        }
    }

    /// <summary>
    /// Writes the file. When <paramref name="write"/> fails or throws, or the disk does, the path is
    /// as it was before.
    /// </summary>
    public static Result<T> Write<T>(string path, Func<Stream, Result<T>> write)
    {
        string temporary = Path.Combine(FolderOf(path), $".remiss-{Guid.NewGuid():N}.tmp");
        try
        {
            Result<T> result;
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                result = write(stream);
                stream.Flush(flushToDisk: true);
            }
            if (result.IsOk) File.Move(temporary, path, overwrite: true);
            return result;
        }
        catch (Exception broken) when (IsOfTheDisk(broken))
        {
            return NotWritable(path, broken);
        }
        finally
        {
            Remove(temporary);
        }
    }

    /// <summary>Writes bytes whole or not at all.</summary>
    public static Result<int> Write(string path, byte[] bytes) => Write<int>(path, stream =>
    {
        stream.Write(bytes);
        return bytes.Length;
    });

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetPathRoot(Path.GetFullPath(path))!;

    private static bool IsOfTheDisk(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static Invalid NotWritable(string path, Exception reason) => new(new Phrase(
        $"Filen {path} kan inte skrivas: {Reason(reason).Swedish} Välj en annan mapp med --out.",
        $"The file {path} cannot be written: {Reason(reason).English} Choose another folder with --out."));

    private static Phrase Reason(Exception reason) => reason switch
    {
        UnauthorizedAccessException => new Phrase("du saknar skrivrättighet där.", "you may not write there."),
        PathTooLongException => new Phrase("sökvägen är för lång.", "the path is too long."),
        DirectoryNotFoundException => new Phrase("mappen finns inte.", "the folder does not exist."),
        { HResult: NoSpaceOnUnix or NoSpaceOnWindows } => new Phrase("disken är full.", "the disk is full."),
        { HResult: ReadOnlyOnUnix or ReadOnlyOnWindows } => new Phrase("disken är skrivskyddad.", "the disk is read-only."),
        _ => new Phrase($"datorn svarar ”{reason.Message.TrimEnd('.')}”.", $"the machine says \"{reason.Message.TrimEnd('.')}\"."),
    };

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception broken) when (IsOfTheDisk(broken))
        {
            // The disk is gone or the folder locked: the half file then keeps its name that says it is one.
            return;
        }
    }
}
