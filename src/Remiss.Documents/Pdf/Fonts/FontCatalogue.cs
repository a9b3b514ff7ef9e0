namespace Remiss.Documents.Pdf.Fonts;

/// <summary>The font files on this machine, by family and style. Only TrueType files that can be embedded as they are.</summary>
internal sealed class FontCatalogue
{
    private static readonly Lazy<FontCatalogue> LazyInstalled = new(() => Scan(UsualDirectories()));

    private readonly Dictionary<(string Family, FontStyle Style), string> _files;

    private FontCatalogue(Dictionary<(string, FontStyle), string> files) => _files = files;

    /// <summary>The fonts in the usual folders; looked for once.</summary>
    public static FontCatalogue Installed => LazyInstalled.Value;

    /// <summary>Looks through folders and all below them; what cannot be read is passed over.</summary>
    public static FontCatalogue Scan(IEnumerable<string> directories)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive };
        var files = new Dictionary<(string, FontStyle), string>();
        foreach (var directory in directories.Where(Directory.Exists))
        {
            foreach (var path in Directory.EnumerateFiles(directory, "*.ttf", options).Order(StringComparer.Ordinal))
            {
                if (Describe(path) is { } face) files.TryAdd(face, path);
            }
        }

        return new FontCatalogue(files);
    }

    /// <summary>The file of a face, or null.</summary>
    public string? Find(string family, FontStyle style) => _files.GetValueOrDefault((Key(family), style));

    private static (string, FontStyle)? Describe(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return TrueTypeFile.ReadNames(file) is { } names && StyleOf(names.Style) is { } style
                ? (Key(names.Family), style)
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FontStyle? StyleOf(string name) => name.ToUpperInvariant() switch
    {
        "REGULAR" or "BOOK" or "ROMAN" or "NORMAL" => FontStyle.Regular,
        "BOLD" => FontStyle.Bold,
        "ITALIC" or "OBLIQUE" or "BOOK OBLIQUE" => FontStyle.Italic,
        "BOLD ITALIC" or "BOLD OBLIQUE" => FontStyle.Bold | FontStyle.Italic,
        _ => null,
    };

    private static string Key(string family) => family.Trim().ToUpperInvariant();

    private static IEnumerable<string> UsualDirectories()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] candidates =
        [
            "/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".fonts"), Path.Combine(home, ".local/share/fonts"),
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts), "/Library/Fonts", "/System/Library/Fonts", Path.Combine(home, "Library/Fonts"),
        ];
        return candidates.Where(path => path.Length > 0).Distinct(StringComparer.Ordinal);
    }
}
