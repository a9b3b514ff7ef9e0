using System.Globalization;

namespace Remiss.Domain.Texts;

/// <summary>How a heading's number is written.</summary>
internal enum NumberStyle
{
    /// <summary>3 or 3.1.</summary>
    Decimal,

    /// <summary>IV.</summary>
    Roman,

    /// <summary>4 c.</summary>
    Lettered,
}

/// <summary>The number that a line begins with, and where its title begins.</summary>
/// <param name="Number">As it is cited: without a closing full stop, one space before a letter.</param>
/// <param name="TitleStart">Offset of the title in the line.</param>
/// <param name="Depth">How many parts the number has.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Dotted">Whether a full stop closes it (<c>1.</c>).</param>
internal readonly record struct NumberPrefix(string Number, int TitleStart, int Depth, NumberStyle Style, bool Dotted)
{
    /// <summary>Whether a word such as Avsnitt or Kapitel stands before the number.</summary>
    public bool Led { get; init; }

    // Beyond this a number counts something else: a year, a postal code, an amount.
    private const int HighestChapter = 99;
    private const int HighestPart = 199;
    private const int DeepestNumber = 7;

    /// <summary>Words that stand before a number in a heading.</summary>
    private static readonly string[] LeadWords = ["Kapitel", "Kap.", "Avsnitt"];

    /// <summary>The number and the title's place, or null where the line does not begin as a numbered heading does.</summary>
    public static NumberPrefix? Read(ReadOnlySpan<char> line)
    {
        int at = 0;
        foreach (string word in LeadWords)
        {
            if (!line.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            int after = SkipSpace(line, word.Length);
            if (after > word.Length) at = after;
            break;
        }
        return (ReadDecimal(line, at, led: at > 0) is { } read ? read with { Led = at > 0 } : null as NumberPrefix?) ?? (at > 0 ? null : ReadRoman(line));
    }

    /// <summary>The parts of a decimal number as figures; empty where it is not one.</summary>
    public static int[] Parts(string number)
    {
        string[] words = number.Split('.');
        var parts = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i])) return [];
        }
        return parts;
    }

    /// <summary>The value of a roman number, or 0.</summary>
    public static int RomanValue(ReadOnlySpan<char> letters)
    {
        int sum = 0;
        int last = int.MaxValue;
        for (int i = 0; i < letters.Length; i++)
        {
            int value = RomanDigit(letters[i]);
            int next = i + 1 < letters.Length ? RomanDigit(letters[i + 1]) : 0;
            if (value == 0) return 0;
            if (next > value)
            {
                sum += next - value;
                i++;
                value = next - value;
            }
            else sum += value;
            if (value > last) return 0;
            last = value;
        }
        return sum;
    }

    private static NumberPrefix? ReadDecimal(ReadOnlySpan<char> line, int start, bool led)
    {
        int at = start;
        int depth = 0;
        int end = start;
        bool dotted = false;
        while (at < line.Length && char.IsAsciiDigit(line[at]) && depth < DeepestNumber)
        {
            int digits = at;
            int value = 0;
            while (at < line.Length && char.IsAsciiDigit(line[at]) && at - digits < 4) value = value * 10 + (line[at++] - '0');
            if (value > (depth == 0 ? HighestChapter : HighestPart) || at - digits > 3) return null;
            depth++;
            end = at;
            dotted = at < line.Length && line[at] == '.';
            if (!dotted) break;
            at++;
        }
        if (depth == 0 || (at < line.Length && char.IsAsciiDigit(line[at]))) return null;
        string number = line[start..end].ToString();
        if (led && at < line.Length && line[at] is ':') at++;
        int title = SkipSpace(line, at);
        if (title == line.Length) return led ? new NumberPrefix(number, title, depth, NumberStyle.Decimal, dotted) : null;
        if (Letter(line, end, title) is { } lettered)
        {
            string full = number + " " + line[lettered.At];
            return new NumberPrefix(full, lettered.Title, depth + 1, NumberStyle.Lettered, false);
        }
        if (title == at && !(dotted && depth > 1 && char.IsUpper(line[title]))) return null;
        if (led && line[title] is '–' or '-' or ':') title = SkipSpace(line, title + 1);
        return BeginsTitle(line[title..], depth) ? new NumberPrefix(number, title, depth, NumberStyle.Decimal, dotted) : null;
    }

    /// <summary>A single small letter after the number (<c>4 c Stöd</c>, <c>4c Stöd</c>), where a title follows it.</summary>
    private static (int At, int Title)? Letter(ReadOnlySpan<char> line, int end, int title)
    {
        int at = end < line.Length && char.IsAsciiLetterLower(line[end]) ? end : title;
        if (at - end > 1 || at + 2 >= line.Length || !char.IsAsciiLetterLower(line[at])) return null;
        int after = line[at + 1] == '.' ? at + 2 : at + 1;
        int start = SkipSpace(line, after);
        return start > after && start < line.Length && char.IsUpper(line[start]) ? (at, start) : null;
    }

    private static NumberPrefix? ReadRoman(ReadOnlySpan<char> line)
    {
        int at = 0;
        while (at < line.Length && at < 8 && RomanDigit(line[at]) > 0) at++;
        if (at == 0 || at >= line.Length) return null;
        bool dotted = line[at] == '.';
        int title = SkipSpace(line, dotted ? at + 1 : at);
        // "I" and "C" alone are a word and a letter; only a full stop makes them numbers.
        if (title == (dotted ? at + 1 : at) || (at == 1 && !dotted) || title >= line.Length) return null;
        int value = RomanValue(line[..at]);
        if (value is 0 or > 39 || !char.IsUpper(line[title])) return null;
        return new NumberPrefix(line[..at].ToString(), title, 1, NumberStyle.Roman, dotted);
    }

    private static bool BeginsTitle(ReadOnlySpan<char> title, int depth)
    {
        if (title.IsEmpty) return false;
        char first = title[0];
        if (char.IsUpper(first) || first is '”' or '"' or '“' or '«' or '»') return true;
        if (depth < 2) return false;
        // "3.3 eHälsa" and "3.3 5G på landet" are titles; "3.3 procent" and "3.3 2020" are not.
        return title.Length > 1 && (char.IsLower(first) || char.IsAsciiDigit(first)) && char.IsUpper(title[1]);
    }

    private static int SkipSpace(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
        return at;
    }

    private static int RomanDigit(char c) => c switch
    {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        'C' => 100,
        _ => 0,
    };
}
