using System.Globalization;
using System.Text;

namespace Remiss.Documents.Pdf.Text;

/// <summary>Makes any string drawable: no control characters, no half surrogates, no signs that only steer other programs.</summary>
internal static class TextCleaner
{
    /// <summary>A line break that the layout obeys.</summary>
    public const char LineBreak = '\n';

    /// <summary>The text with only characters that can be drawn, composed (NFC), tabs as blanks, line ends as <see cref="LineBreak"/>.</summary>
    public static string Clean(string text)
    {
        if (IsPlain(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (IsDrawable(char.ConvertToUtf32(c, text[i + 1]))) clean.Append(c).Append(text[i + 1]);
                i++;
            }
            else if (c == '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n') clean.Append(LineBreak);
            }
            else
            {
                AppendPlain(clean, c);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void AppendPlain(StringBuilder clean, char c)
    {
        switch (c)
        {
            case '\n' or '\u2028' or '\u2029' or '\v' or '\f':
                clean.Append(LineBreak);
                break;
            case '\t':
                clean.Append(' ');
                break;
            case '\uF0B7' or '\uF0A7':
                // The bullets of Word's Symbol and Wingdings fonts, as they come out of many PDF files.
                clean.Append('•');
                break;
            default:
                if (char.IsSurrogate(c)) clean.Append('\uFFFD');
                else if (IsDrawable(c)) clean.Append(c);
                break;
        }
    }

    // Format characters (soft hyphen, zero-width and direction marks) have no glyph to draw.
    private static bool IsDrawable(int codePoint) =>
        (codePoint & 0xFFFE) != 0xFFFE && codePoint is not (>= 0xFDD0 and <= 0xFDEF) &&
        CharUnicodeInfo.GetUnicodeCategory(codePoint) is not (UnicodeCategory.Control or UnicodeCategory.Format) &&
        codePoint is not (>= 0xFE00 and <= 0xFE0F);

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or (> '~' and < '\u00A0') or '\u00AD' or > '\u024F' && c is not (>= '\u2010' and <= '\u2026')) return false;
        }

        return true;
    }
}
