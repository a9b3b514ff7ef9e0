using System.Text;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>
/// Joins lines of running text. A hyphen at a line's end is the typesetter's, and goes, where a word in
/// small letters goes on after it; it is the writer's, and stays, in <c>hälso- och</c>, <c>IT-stöd</c>,
/// <c>Nord-Syd</c>, and where the document writes the same word with its hyphen elsewhere.
/// </summary>
internal sealed class Hyphens
{
    private static readonly HashSet<string> Conjunctions = new(StringComparer.Ordinal) { "och", "eller", "samt", "respektive", "till", "men", "än", "kontra" };

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>Learns the document's words that stand inside lines, where no typesetter breaks them.</summary>
    public void Learn(PdfLine line)
    {
        for (int i = 0; i < line.Words.Count - 1; i++)
        {
            string word = Core(line.Words[i].Text);
            if (word.Length > 2) _words.Add(word);
        }
    }

    /// <summary>Adds a line to what stands before it, with a page end between where there is one.</summary>
    public void Join(StringBuilder text, string line, bool endsPage)
    {
        string pageEnd = endsPage ? DocumentTextBuilder.PageEnd.ToString() : "";
        if (text.Length == 0)
        {
            text.Append(line);
            return;
        }
        if (text[^1] is '\u00AD' or '-' or '\u2010' && text.Length > 1 && char.IsLetterOrDigit(text[^2]) && line.Length > 0 && char.IsLetterOrDigit(line[0]))
        {
            bool isSoft = text[^1] == '\u00AD';
            if (isSoft) text.Length--;
            else if (IsBeforeConjunction(line)) text.Append(' ');
            else if (char.IsLower(line[0]) && !IsOwnHyphen(LastWord(text), FirstWord(line))) text.Length--;
            text.Append(pageEnd).Append(line);
            return;
        }
        text.Append(' ').Append(pageEnd).Append(line);
    }

    private bool IsOwnHyphen(string before, string after)
    {
        string stem = before.TrimEnd('-', '\u2010');
        if (_words.Contains(Core(stem + after))) return false;
        if (_words.Contains(Core(stem + "-" + after))) return true;
        string part = stem[(stem.LastIndexOfAny(['-', '\u2010', '/']) + 1)..].TrimStart('(', '”', '"');
        // One letter (e-hälsa), capitals (IT-stöd) and numbers (5G-nät) take a hyphen of their own.
        return part.Length == 1 || !part.Any(char.IsLower) || char.IsAsciiDigit(part[^1]);
    }

    private static bool IsBeforeConjunction(string line) => Conjunctions.Contains(FirstWord(line));

    private static string FirstWord(string line)
    {
        int end = line.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? line : line[..end];
    }

    private static string LastWord(StringBuilder text)
    {
        int start = text.Length;
        while (start > 0 && text.Length - start < 80 && !char.IsWhiteSpace(text[start - 1])) start--;
        return text.ToString(start, text.Length - start);
    }

    private static string Core(string word) => word.Trim('.', ',', ';', ':', '(', ')', '”', '"', '!', '?').ToLowerInvariant();
}
