namespace Remiss.Documents.Pdf.Layout;

/// <summary>The page: A4 upright, in points (1/72 inch). The column gives lines of some 80 characters.</summary>
internal static class Sheet
{
    public const double Width = 595.28;
    public const double Height = 841.89;
    public const double Left = 76;
    public const double Right = Width - 76;
    public const double Top = 92;
    public const double Bottom = Height - 80;
    public const double HeaderBaseline = 52;
    public const double FooterBaseline = Height - 44;
    public const double Column = Right - Left;
    public const double ColumnHeight = Bottom - Top;
}

/// <summary>A place in the file: a page, from 0, and the height from its top in points.</summary>
internal readonly record struct Place(int Page, double Y);
