using System.Text.RegularExpressions;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Cuts a paragraph where a line begins with the place it speaks of (<c>s. 12: …</c>, <c>Kap. 5: …</c>): such lines are
/// a list, though nothing but the line's end tells them apart.
/// </summary>
internal static class LabelledLines
{
    private static readonly Regex Label = Patterns.Of(
        @"^(?:s|ss|sid|sida|sidan|kap|kapitel|avsnitt|punkt|p|åtgärd|mål|delmål|fokusområde|bilaga)\.? ?\d[\d.,–-]*[^:\n]{0,25}:");

    public static IEnumerable<TextSpan> Split(string text, TextSpan span)
    {
        int start = span.Start;
        for (int i = span.Start; i < span.End; i++)
        {
            if (text[i] != '\n' || !Label.IsMatch(text.AsSpan(i + 1, Math.Min(60, span.End - i - 1)))) continue;
            int end = i;
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
            if (end == start || text[end - 1] is not ('.' or '!' or '?' or ':')) continue;
            yield return TextSpan.FromBounds(start, end);
            start = i + 1;
            while (start < span.End && char.IsWhiteSpace(text[start])) start++;
        }
        if (start < span.End) yield return TextSpan.FromBounds(start, span.End);
    }
}
