using System.Globalization;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>Reads the page numbers that documents print: <c>2(9)</c>, <c>Sida 1 av 2</c>, <c>- 3 -</c>, <c>12</c>.</summary>
internal static class PageMarks
{
    private const int MaxLength = 24;

    /// <summary>The page's printed number and whether the form can only be a page mark (it tells the total or says "sida"); null where the text is none.</summary>
    public static (int Page, bool IsSure)? Read(string text)
    {
        string line = text.Trim().Trim('-', '–', '—', '|', '•').Trim();
        if (line.Length is 0 or > MaxLength) return null;
        bool named = false;
        foreach (string word in (ReadOnlySpan<string>)["sidan", "sida", "sidnr", "sid.", "sid", "page", "s."])
        {
            if (!line.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            string rest = line[word.Length..].TrimStart(' ', ':', '\u00A0');
            if (rest.Length == 0 || !char.IsAsciiDigit(rest[0])) continue;
            (line, named) = (rest, true);
            break;
        }
        int digits = Digits(line);
        if (digits is 0 or > 4) return null;
        int page = int.Parse(line.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        string tail = line[digits..].Trim();
        if (tail.Length == 0) return (page, named);
        return IsTotal(tail, page) ? (page, true) : null;
    }

    private static bool IsTotal(string tail, int page)
    {
        if (tail is ['(', .. var inside, ')']) tail = inside.Trim();
        else if (tail.StartsWith("av ", StringComparison.OrdinalIgnoreCase) || tail.StartsWith("of ", StringComparison.OrdinalIgnoreCase)) tail = tail[3..].Trim();
        else if (tail[0] == '/') tail = tail[1..].Trim();
        else return false;
        int digits = Digits(tail);
        return digits == tail.Length && digits is > 0 and <= 4
            && int.Parse(tail, NumberStyles.None, CultureInfo.InvariantCulture) >= page;
    }

    private static int Digits(string text)
    {
        int count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count])) count++;
        return count;
    }
}
