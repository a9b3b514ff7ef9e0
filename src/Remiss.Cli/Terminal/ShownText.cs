using System.Text;

namespace Remiss.Cli.Terminal;

/// <summary>
/// Words from outside made harmless to look at: names of files and texts of replies may hold sequences
/// that clear the screen, fill the clipboard or turn the reading direction.
/// </summary>
internal static class ShownText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with every such sign, and every half surrogate, as U+FFFD; line ends and tabs stay. Has the length of the text.</summary>
    public static string Of(string text)
    {
        int first = FirstHarmful(text);
        if (first < 0) return text;
        var shown = new StringBuilder(text);
        for (int i = first; i < text.Length; i++)
        {
            if (IsHarmful(text, i)) shown[i] = Replacement;
        }
        return shown.ToString();
    }

    /// <summary>The name of a file on one line.</summary>
    public static string OfName(string name) => Of(name).Replace('\r', Replacement).Replace('\n', Replacement).Replace('\t', Replacement);

    private static int FirstHarmful(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsHarmful(text, i)) return i;
        }
        return -1;
    }

    private static bool IsHarmful(string text, int i)
    {
        char c = text[i];
        if (c is '\n' or '\t') return false;
        // A carriage return alone lets a line write over its own beginning.
        if (c == '\r') return i + 1 >= text.Length || text[i + 1] != '\n';
        if (char.IsHighSurrogate(c)) return i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]);
        if (char.IsLowSurrogate(c)) return i == 0 || !char.IsHighSurrogate(text[i - 1]);
        return char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
    }
}
