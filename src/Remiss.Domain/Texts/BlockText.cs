using System.Text;

namespace Remiss.Domain.Texts;

/// <summary>The words of a block on one line.</summary>
public static class BlockText
{
    /// <summary>
    /// The text with line breaks and runs of white space as one space. A word broken over two lines
    /// is whole again: the hyphen goes where a small letter stands on both sides, except before
    /// <c>och</c> and <c>eller</c>, where it stands for a part left out.
    /// </summary>
    public static string OnOneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                line.Append(text[i]);
                continue;
            }
            int next = i;
            bool broken = false;
            while (next < text.Length && char.IsWhiteSpace(text[next])) broken |= text[next++] == '\n';
            if (next < text.Length && line.Length > 0)
            {
                if (broken && IsBroken(line, text[next..])) line.Length--;
                else if (!(broken && EndsHyphenated(line) && !BeginsConjunction(text[next..]))) line.Append(' ');
            }
            i = next - 1;
        }
        return line.ToString();
    }

    private static bool IsBroken(StringBuilder line, ReadOnlySpan<char> next) =>
        EndsHyphenated(line) && char.IsLower(line[^2]) && char.IsLower(next[0]) && !BeginsConjunction(next);

    private static bool EndsHyphenated(StringBuilder line) => line.Length > 1 && line[^1] == '-' && char.IsLetter(line[^2]);

    private static bool BeginsConjunction(ReadOnlySpan<char> next) =>
        next.StartsWith("och ", StringComparison.Ordinal) || next.StartsWith("eller ", StringComparison.Ordinal)
        || next.StartsWith("samt ", StringComparison.Ordinal) || next.StartsWith("respektive ", StringComparison.Ordinal);
}
