using System.Collections.Concurrent;
using System.Collections.Immutable;
using Remiss.Domain.Results;

namespace Remiss.Documents.Pdf.Fonts;

/// <summary>The faces of one document: those of the theme's first installed family, and a second family for characters it lacks.</summary>
internal sealed class FontSet
{
    private const string LastResort = "DejaVu Sans";
    private const int Square = 0x25A1;
    private static readonly ConcurrentDictionary<string, TrueTypeFile?> Files = new(StringComparer.Ordinal);

    private readonly Face[] _first = new Face[4];
    private readonly List<Face[]> _others = [];
    private readonly List<Face> _all = [];

    private FontSet()
    {
    }

    /// <summary>Every face of the set, by number.</summary>
    public IReadOnlyList<Face> All => _all;

    /// <summary>Opens the first of the families that is installed with a regular face.</summary>
    public static Result<FontSet> Load(ImmutableArray<string> families, FontCatalogue catalogue)
    {
        var set = new FontSet();
        foreach (var family in families.Append(LastResort).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (set.Open(family, catalogue) is not { } faces) continue;
            if (set._first[0] is null) faces.CopyTo(set._first, 0);
            else set._others.Add(faces);
        }

        return set._first[0] is null ? NoFont(families) : set;
    }

    /// <summary>The family's own face of a style.</summary>
    public Face Of(FontStyle style) => _first[(int)style];

    /// <summary>
    /// The face that shows a character in a style, and the character to show: itself, or a visible
    /// sign (□, or ? where not even that exists) when no installed font has it.
    /// </summary>
    public (Face Face, int Shown) For(int codePoint, FontStyle style)
    {
        var own = _first[(int)style];
        if (!IsPrivate(codePoint))
        {
            if (own.Has(codePoint)) return (own, codePoint);
            if (Other(codePoint, style) is { } other) return (other, codePoint);
        }

        if (own.Has(Square)) return (own, Square);
        return Other(Square, style) is { } square ? (square, Square) : (own, '?');
    }

    /// <summary>Whether some installed face shows the character.</summary>
    public bool Has(int codePoint) => _first[0].Has(codePoint) || Other(codePoint, FontStyle.Regular) is not null;

    // A private-use character has no meaning outside the font it came from, and PDF/A-2a refuses it.
    private static bool IsPrivate(int codePoint) => codePoint is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;

    private Face? Other(int codePoint, FontStyle style)
    {
        foreach (var family in _others)
        {
            if (family[(int)style].Has(codePoint)) return family[(int)style];
            if (family[0].Has(codePoint)) return family[0];
        }

        return null;
    }

    private Face[]? Open(string family, FontCatalogue catalogue)
    {
        var regular = OpenFace(catalogue.Find(family, FontStyle.Regular));
        if (regular is null) return null;
        var bold = OpenFace(catalogue.Find(family, FontStyle.Bold)) ?? regular;
        var italic = OpenFace(catalogue.Find(family, FontStyle.Italic)) ?? regular;
        var boldItalic = OpenFace(catalogue.Find(family, FontStyle.Bold | FontStyle.Italic)) ?? bold;
        return [regular, bold, italic, boldItalic];
    }

    private Face? OpenFace(string? path)
    {
        if (path is null || Files.GetOrAdd(path, ReadFile) is not { } file) return null;
        var face = new Face(path, file, _all.Count);
        _all.Add(face);
        return face;
    }

    private static TrueTypeFile? ReadFile(string path)
    {
        try
        {
            return TrueTypeFile.Read(File.ReadAllBytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Invalid NoFont(ImmutableArray<string> families)
    {
        var names = string.Join(", ", families.Append(LastResort).Distinct(StringComparer.OrdinalIgnoreCase));
        return new Invalid(new Phrase(
            $"Inget av typsnitten {names} finns på datorn, så någon PDF kan inte ritas. Installera paketet fonts-open-sans eller fonts-dejavu-core (på Windows: typsnittet Open Sans) och försök igen.",
            $"None of the fonts {names} is on this machine, so no PDF can be drawn. Install the package fonts-open-sans or fonts-dejavu-core (on Windows: the font Open Sans) and try again."));
    }
}
