using System.Globalization;

namespace Remiss.Documents.Pdf.Drawing;

/// <summary>A colour of the screen (sRGB), 0 to 255 each.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static Rgb White { get; } = new(255, 255, 255);

    public static Rgb Black { get; } = new(0, 0, 0);

    /// <summary>Reads <c>#rrggbb</c>; null where it is not that.</summary>
    public static Rgb? TryParse(string? text) =>
        text is { Length: 7 } && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;

    /// <summary>This colour thinned with another: 0 gives this, 1 the other.</summary>
    public Rgb Towards(Rgb other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary>Contrast with another colour, 1 to 21, as WCAG 2.2 defines it (relative luminance).</summary>
    public double ContrastWith(Rgb other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Mix(byte one, byte two, double share) => (byte)Math.Round(one + ((two - one) * share));
}
