namespace Remiss.Documents.Pdf.Fonts;

/// <summary>Tells which fonts a PDF can be drawn with on this machine.</summary>
public static class InstalledFonts
{
    /// <summary>Where the family's regular face stands, or null where it is not installed.</summary>
    public static string? PathOf(string family) => FontCatalogue.Installed.Find(family, FontStyle.Regular);
}
