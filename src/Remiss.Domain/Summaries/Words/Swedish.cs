using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Remiss.Domain.Summaries.Words;

/// <summary>
/// Numbers, dates, shares and lists the way Swedish writes them. Nothing here reads the culture of
/// the thread, so the same input gives the same file on every machine.
/// </summary>
public static class Swedish
{
    /// <summary>The no-break space that parts thousands and stands before a percent sign.</summary>
    public const char NoBreakSpace = '\u00A0';

    private static readonly ImmutableArray<string> Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ];

    /// <summary>A whole number with thousands parted: <c>1 200</c>.</summary>
    public static string Number(long value)
    {
        string digits = Math.Abs((decimal)value).ToString("0", CultureInfo.InvariantCulture);
        if (digits.Length <= 3) return value < 0 ? "\u2212" + digits : digits;
        var text = new StringBuilder(digits.Length + 4);
        if (value < 0) text.Append('\u2212');
        for (int i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 3 == 0) text.Append(NoBreakSpace);
            text.Append(digits[i]);
        }
        return text.ToString();
    }

    /// <summary>A day in words: <c>13 mars 2026</c>.</summary>
    public static string Date(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day}{NoBreakSpace}{Months[day.Month - 1]} {day.Year}");

    /// <summary>
    /// Two days with what they share said once: <c>10–24 mars 2026</c>, <c>10 januari–13 mars 2026</c>.
    /// </summary>
    public static string Period(DateOnly first, DateOnly last)
    {
        if (first == last) return Date(first);
        if (first.Year != last.Year) return $"{Date(first)}\u2013{Date(last)}";
        string start = first.Month == last.Month
            ? first.Day.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{first.Day}{NoBreakSpace}{Months[first.Month - 1]}");
        return $"{start}\u2013{Date(last)}";
    }

    /// <summary>A share in whole percent: <c>43 %</c>. What exists but rounds to none is <c>under 1 %</c>; a base of nothing gives <c>0 %</c>.</summary>
    public static string Percent(long part, long whole)
    {
        if (whole <= 0 || part <= 0) return $"0{NoBreakSpace}%";
        long rounded = (long)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero);
        return rounded == 0 ? $"under 1{NoBreakSpace}%" : $"{Number(rounded)}{NoBreakSpace}%";
    }

    /// <summary>A confidence or threshold of 0 to 1 in whole percent: <c>80 %</c>.</summary>
    public static string Percent(double share) =>
        $"{Number((long)Math.Round(100 * Math.Clamp(double.IsNaN(share) ? 0 : share, 0, 1), MidpointRounding.AwayFromZero))}{NoBreakSpace}%";

    /// <summary>
    /// Whole percentages of the parts that sum to exactly 100 (largest remainder; ties to the earlier
    /// part); all zero when there is nothing to share.
    /// </summary>
    public static ImmutableArray<int> Percentages(IReadOnlyList<long> parts)
    {
        long sum = 0;
        foreach (long part in parts) sum += part;
        int[] whole = new int[parts.Count];
        if (sum <= 0) return [.. whole];
        var rest = new List<(long Remainder, int Index)>(parts.Count);
        int given = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            whole[i] = (int)(parts[i] * 100 / sum);
            given += whole[i];
            rest.Add((parts[i] * 100 % sum, i));
        }
        rest.Sort((a, b) => a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Index.CompareTo(b.Index));
        for (int i = 0; given < 100; i++, given++) whole[rest[i].Index]++;
        return [.. whole];
    }

    /// <summary>
    /// Whether each part's share, rounded by itself, sums to 100 with the others. Where it does not, the
    /// shares are still the ones a reader gets who divides, and a note says why the sum is not 100.
    /// </summary>
    public static bool SharesSumTo100(IReadOnlyList<long> parts)
    {
        long whole = parts.Sum();
        return whole <= 0 || parts.Sum(p => (long)Math.Round(100m * p / whole, MidpointRounding.AwayFromZero)) == 100;
    }

    /// <summary>A list in running text: <c>a</c>, <c>a och b</c>, <c>a, b och c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        2 => $"{items[0]} och {items[1]}",
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} och {items[^1]}",
    };

    /// <summary>
    /// Names in running text. Where a name itself holds <c>och</c> or a comma, semicolons and <c>samt</c> part
    /// the names, so that a joint reply does not read as two: <c>a; b och c samt d</c>.
    /// </summary>
    public static string Names(IReadOnlyList<string> names)
    {
        if (names.Count < 2 || !names.Any(IsCompound)) return List(names);
        return $"{string.Join("; ", names.Take(names.Count - 1))} samt {names[^1]}";
    }

    /// <summary>Whether a name reads as several in a list: it holds <c>och</c>, <c>samt</c> or a comma.</summary>
    public static bool IsCompound(string name) =>
        name.Contains(',', StringComparison.Ordinal) || name.Contains(" och ", StringComparison.OrdinalIgnoreCase)
        || name.Contains(" samt ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The words between Swedish quotation marks: ”…”.</summary>
    public static string Quote(string words) => $"\u201D{words}\u201D";

    /// <summary>
    /// The genitive of a name: an s, but none after s, x and z, and a colon before it after an
    /// abbreviation in capitals (<c>SKR:s</c>).
    /// </summary>
    public static string Genitive(string name)
    {
        if (name.Length == 0) return name;
        char last = name[^1];
        if (char.ToLowerInvariant(last) is 's' or 'x' or 'z') return name;
        int word = name.LastIndexOf(' ') + 1;
        bool initials = name.Length - word >= 2 && name.AsSpan(word).IndexOfAnyExceptInRange('A', 'Z') < 0;
        return initials || char.IsAsciiDigit(last) ? name + ":s" : name + "s";
    }

    /// <summary>The text with its first letter as a capital.</summary>
    public static string Capitalised(string text) =>
        text.Length == 0 || char.IsUpper(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
