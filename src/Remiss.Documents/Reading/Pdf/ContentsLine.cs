namespace Remiss.Documents.Reading.Pdf;

/// <summary>Recognises a line of a table of contents by its leader and page number.</summary>
internal static class ContentsLine
{
    private const int MinDots = 4;

    /// <summary>Dots that lead to a page number.</summary>
    public static bool IsLeader(string word)
    {
        int dots = 0;
        foreach (char c in word)
        {
            if (c is '.' or '·' or '…' or '_') dots += c == '…' ? 3 : 1;
            else return false;
        }
        return dots > 0;
    }

    /// <summary>The entry with a tab for its leader (<c>3.1 Digital kompetens⇥12</c>), or null where the text is none.</summary>
    public static string? Entry(string text)
    {
        int end = text.Length;
        while (end > 0 && (char.IsAsciiDigit(text[end - 1]) || IsRoman(text[end - 1]))) end--;
        string page = text[end..];
        if (page.Length is 0 or > 5) return null;
        int dots = 0, start = end;
        while (start > 0 && (text[start - 1] is '.' or '·' or '…' or '_' or ' ' or '\t'))
        {
            start--;
            if (text[start] == '…') dots += 3;
            else if (text[start] is '.' or '·' or '_') dots++;
        }
        return dots >= MinDots && start > 0 ? $"{text[..start]}\t{page}" : null;
    }

    private static bool IsRoman(char c) => c is 'i' or 'v' or 'x';
}
