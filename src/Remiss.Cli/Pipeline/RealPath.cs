namespace Remiss.Cli.Pipeline;

/// <summary>Tells whether two paths lead to the same file, though one goes through linked folders or is written in other case.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>Compares paths as this system's files are told apart.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Whether two real paths are one.</summary>
    public static bool AreSame(string one, string other) => Comparer.Equals(one, other);

    /// <summary>
    /// The full path with the links of its folders followed. The last part stays as it is: a summary
    /// written over a link replaces the link and not what it leads to.
    /// </summary>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        return Path.GetDirectoryName(full) is { } folder ? Path.Combine(FolderOf(folder, MostLinks), Path.GetFileName(full)) : full;
    }

    private static string FolderOf(string folder, int linksLeft)
    {
        if (Path.GetDirectoryName(folder) is not { } parent) return folder;
        string here = Path.Combine(FolderOf(parent, linksLeft), Path.GetFileName(folder));
        if (linksLeft == 0 || TargetOf(here) is not { } target) return here;
        return FolderOf(Path.GetFullPath(target, Path.GetDirectoryName(here)!), linksLeft - 1);
    }

    private static string? TargetOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).LinkTarget;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked into is compared by its name.
            return null;
        }
    }
}
