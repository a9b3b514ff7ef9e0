using System.Text;
using Remiss.Domain.Texts;

namespace Remiss.Domain.References;

internal enum TokenKind
{
    Word,
    Number,
    Mark,
}

/// <summary>A word, a (dotted) number or a single mark of a text.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, bool SpaceBefore, int LinesBefore, string? Joined)
{
    public int End => Start + Length;
}

/// <summary>
/// Cuts a text into words, dotted numbers and marks in one pass. A word hyphenated over a line's end
/// is one word again.
/// </summary>
internal static class ReferenceTokens
{
    public static List<Token> Read(string text, TextSpan within)
    {
        var tokens = new List<Token>();
        int end = Math.Min(within.End, text.Length);
        int lines = 0;
        bool space = true;
        for (int i = Math.Max(0, within.Start); i < end;)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (c == '\n') lines++;
                space = true;
                i++;
                continue;
            }
            int start = i;
            TokenKind kind;
            string? joined = null;
            if (char.IsLetter(c))
            {
                kind = TokenKind.Word;
                i = WordEnd(text, i, end);
                if (BrokenAt(text, i, end) is int next) joined = Join(text, start, ref i, next, end);
            }
            else if (char.IsAsciiDigit(c))
            {
                kind = TokenKind.Number;
                i = NumberEnd(text, i, end);
            }
            else
            {
                kind = TokenKind.Mark;
                i++;
            }
            tokens.Add(new Token(kind, start, i - start, space, lines, joined));
            space = false;
            lines = 0;
        }
        return tokens;
    }

    private static int WordEnd(string text, int i, int end)
    {
        while (i < end && char.IsLetter(text[i])) i++;
        return i;
    }

    private static int NumberEnd(string text, int i, int end)
    {
        while (true)
        {
            while (i < end && char.IsAsciiDigit(text[i])) i++;
            if (i + 1 >= end || text[i] != '.' || !char.IsAsciiDigit(text[i + 1])) return i;
            i++;
        }
    }

    private static int? BrokenAt(string text, int i, int end)
    {
        if (i + 2 >= end || text[i] != '-') return null;
        int next = i + 1;
        while (next < end && text[next] is ' ' or '\t') next++;
        if (next >= end || text[next] != '\n') return null;
        next++;
        while (next < end && text[next] is ' ' or '\t') next++;
        return next < end && char.IsLower(text[next]) ? next : null;
    }

    private static string Join(string text, int start, ref int i, int next, int end)
    {
        var word = new StringBuilder().Append(text, start, i - start);
        i = WordEnd(text, next, end);
        return word.Append(text, next, i - next).ToString();
    }
}
