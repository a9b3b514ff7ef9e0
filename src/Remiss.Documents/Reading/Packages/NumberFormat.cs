using System.Globalization;
using System.Text;

namespace Remiss.Documents.Reading.Packages;

/// <summary>How an automatic number is written; both formats name the same few ways.</summary>
internal enum NumberStyle
{
    None,
    Bullet,
    Decimal,
    DecimalZero,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
}

/// <summary>Writes automatic numbers as the word processor would show them.</summary>
internal static class NumberFormat
{
    public static string Write(int number, NumberStyle style) => style switch
    {
        NumberStyle.None or NumberStyle.Bullet => "",
        NumberStyle.DecimalZero => number.ToString("00", CultureInfo.InvariantCulture),
        NumberStyle.LowerLetter => Letters(number, 'a'),
        NumberStyle.UpperLetter => Letters(number, 'A'),
        NumberStyle.LowerRoman => Roman(number).ToLowerInvariant(),
        NumberStyle.UpperRoman => Roman(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>a … z, then aa, bb, … as Word and LibreOffice count.</summary>
    private static string Letters(int number, char first) =>
        number is < 1 or > 26 * 20
            ? number.ToString(CultureInfo.InvariantCulture)
            : new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);
        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        ReadOnlySpan<string> signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var roman = new StringBuilder();
        for (int i = 0; i < values.Length; i++)
        {
            for (; number >= values[i]; number -= values[i]) roman.Append(signs[i]);
        }
        return roman.ToString();
    }
}
