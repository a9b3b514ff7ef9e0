using System.Text;

namespace Remiss.Domain.Texts;

/// <summary>
/// Brings text into the one form that offsets count in: NFC, line feeds only, no control or
/// zero-width characters, no unpaired surrogates. Soft hyphens go; every other character, its
/// spaces and line breaks stay, so that a quotation is exactly what was written.
/// </summary>
public static class TextNormaliser
{
    /// <summary>The normalised form; normalising twice changes nothing.</summary>
    public static string Normalise(string text)
    {
        if (IsPlain(text)) return text;
        var kept = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\r')
            {
                if (i + 1 < text.Length && text[i + 1] == '\n') continue;
                kept.Append('\n');
            }
            else if (c is '\n' or '\t') kept.Append(c);
            else if (c is '\f' or '\v' or '\u0085' or '\u2028' or '\u2029') kept.Append('\n');
            else if (IsDropped(c)) continue;
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c)) kept.Append('\uFFFD');
            else kept.Append(c);
        }
        string result = kept.ToString();
        return result.IsNormalized(NormalizationForm.FormC) ? result : result.Normalize(NormalizationForm.FormC);
    }

    private static bool IsDropped(char c) =>
        char.IsControl(c) || c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'
        || c is >= '\uFFFE' || c is >= '\uFDD0' and <= '\uFDEF';

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c is '\n' or '\t') continue;
            // Below U+0300 nothing combines; above it the slow way decides.
            if (c >= '\u0300' && c is not ('\u2013' or '\u2014' or '\u2019' or '\u201D' or '\u2022')) return false;
            if (IsDropped(c)) return false;
        }
        return true;
    }
}
