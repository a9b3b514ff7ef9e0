using PdfSharp.Fonts;

namespace Remiss.Documents.Pdf.Fonts;

/// <summary>Hands PDFsharp the very files that the layout measured. PDFsharp takes one resolver a process, so it is set once.</summary>
internal sealed class PdfSharpFonts : IFontResolver
{
    private const string Prefix = "remiss:";
    private static readonly Lock Gate = new();
    private static bool _isSet;

    private readonly IFontResolver? _former;

    private PdfSharpFonts(IFontResolver? former) => _former = former;

    /// <summary>Makes PDFsharp ready: its licence (AGPL, as this project) and this resolver.</summary>
    public static void EnsureSet()
    {
        lock (Gate)
        {
            if (_isSet) return;
            PdfSharp.PdfSharpLicense.SetAgplLicense();
            GlobalFontSettings.FontResolver = new PdfSharpFonts(GlobalFontSettings.FontResolver);
            _isSet = true;
        }
    }

    /// <summary>The family name under which a file is asked for.</summary>
    public static string NameOf(Face face) => Prefix + face.Path;

    /// <inheritdoc/>
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName.StartsWith(Prefix, StringComparison.Ordinal)
            ? new FontResolverInfo(familyName)
            : _former?.ResolveTypeface(familyName, isBold, isItalic);

    /// <inheritdoc/>
    public byte[]? GetFont(string faceName) =>
        faceName.StartsWith(Prefix, StringComparison.Ordinal)
            ? File.ReadAllBytes(faceName[Prefix.Length..])
            : _former?.GetFont(faceName);
}
