using System.Collections.Immutable;
using System.Globalization;

namespace Remiss.Domain.References;

/// <summary>Reckoning with section numbers as they are written: dotted, roman, with a letter.</summary>
public static class ReferenceNumbers
{
    /// <summary>A range wider than this is a mistake of reading, not a wish of the writer.</summary>
    private const int WidestRange = 100;

    /// <summary>The dotted parts of a number, or none where it is not of digits only.</summary>
    public static ImmutableArray<int> Parts(string number)
    {
        var parts = ImmutableArray.CreateBuilder<int>();
        foreach (string part in number.Split('.'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int value)) return [];
            parts.Add(value);
        }
        return parts.ToImmutable();
    }

    /// <summary>The value of a roman numeral in capitals, or 0.</summary>
    public static int Roman(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 8) return 0;
        int sum = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int value = Digit(text[i]);
            if (value == 0) return 0;
            sum += i + 1 < text.Length && Digit(text[i + 1]) > value ? -value : value;
        }
        // IIX and VX add up to something too; only the one right spelling is a number.
        return sum > 0 && text.SequenceEqual(ToRoman(sum)) ? sum : 0;

        static int Digit(char c) => c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };
    }

    /// <summary>A number in roman numerals, up to 399.</summary>
    public static string ToRoman(int value)
    {
        ReadOnlySpan<int> values = [100, 90, 50, 40, 10, 9, 5, 4, 1];
        string[] signs = ["C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var roman = new System.Text.StringBuilder();
        for (int i = 0; i < values.Length && value < 400; i++)
        {
            for (; value >= values[i]; value -= values[i]) roman.Append(signs[i]);
        }
        return roman.ToString();
    }

    /// <summary>Whether <paramref name="inner"/> is a part of <paramref name="outer"/>, as 3.1.2 is of 3.1.</summary>
    public static bool IsWithin(string inner, string outer) =>
        inner.Length > outer.Length
        && inner.StartsWith(outer, StringComparison.OrdinalIgnoreCase)
        && inner[outer.Length] is '.' or ' ';

    /// <summary>
    /// The numbers of a range counted on its last part: <c>3.1–3.4</c> is four, and <c>3.1–4</c> is the
    /// same four in short. Where it cannot be counted (backwards, over a chapter's end, too wide) its two ends.
    /// </summary>
    public static ImmutableArray<string> Expand(string from, string to)
    {
        var first = Parts(from);
        var last = Parts(to);
        if (first.IsEmpty || last.IsEmpty) return ExpandOther(from, to);
        if (first.Length > 1 && last.Length == 1 && last[0] > first[^1]) last = first.SetItem(first.Length - 1, last[0]);
        bool samePrefix = first.Length == last.Length && first.AsSpan(0, first.Length - 1).SequenceEqual(last.AsSpan(0, last.Length - 1));
        int width = last[^1] - first[^1];
        if (!samePrefix || width is < 0 or > WidestRange) return from == to ? [from] : [from, to];
        string prefix = from[..(from.LastIndexOf('.') + 1)];
        return [.. Enumerable.Range(first[^1], width + 1).Select(n => prefix + n.ToString(CultureInfo.InvariantCulture))];
    }

    private static ImmutableArray<string> ExpandOther(string from, string to)
    {
        int first = Roman(from), last = Roman(to);
        if (first > 0 && last >= first && last - first <= WidestRange)
            return [.. Enumerable.Range(first, last - first + 1).Select(ToRoman)];
        // 4 a–c and 4 a–4 c.
        if (from.Length > 2 && from[^2] == ' ' && char.IsAsciiLetterLower(to[^1]) && to[^1] >= from[^1] && (to.Length == 1 || to[..^1] == from[..^1]))
            return [.. Enumerable.Range(from[^1], to[^1] - from[^1] + 1).Select(c => from[..^1] + (char)c)];
        return [from, to];
    }
}
