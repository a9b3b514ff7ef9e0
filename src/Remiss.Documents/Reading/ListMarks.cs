namespace Remiss.Documents.Reading;

/// <summary>Recognises the mark of a point that was typed as text rather than set as a list.</summary>
internal static class ListMarks
{
    // Among them the private-use places where Symbol and Wingdings keep their bullets.
    private const string Bullets = "•●○◦▪▫■□‣⁃∙·➢➤►▶✓✔❖◆◇–—-*\uF0B7\uF0A7\uF0D8\uF076\uF0FC\uF02D\uF06F\uF0A8\uF071";

    /// <summary>Whether the word is a bullet; a lone <c>o</c> is one too, as Word's second level comes out of a PDF.</summary>
    public static bool IsBullet(string word) => word.Length == 1 && (Bullets.Contains(word[0], StringComparison.Ordinal) || word[0] == 'o');

    /// <summary>A bullet that is never a word or a dash between words.</summary>
    public static bool IsSureBullet(string word) => word.Length == 1 && word[0] is not ('–' or '—' or '-' or '*' or 'o' or '·') && Bullets.Contains(word[0], StringComparison.Ordinal);

    /// <summary>Whether the word is the number of a point: <c>1)</c>, <c>a)</c>, <c>(2)</c>, <c>3.</c>, <c>iv)</c>.</summary>
    public static bool IsNumber(string word)
    {
        ReadOnlySpan<char> core = word;
        if (core.Length is < 2 or > 6) return false;
        bool closed = core[^1] == ')';
        if (!closed && core[^1] != '.') return false;
        core = core[..^1];
        if (core[0] == '(' && closed) core = core[1..];
        if (core.IsEmpty) return false;
        if (core.Length <= 2 && core.IndexOfAnyExceptInRange('0', '9') < 0) return true;
        if (!closed) return false;
        return core.Length == 1 && char.IsAsciiLetter(core[0]) || core.IndexOfAnyExcept("ivx") < 0;
    }

    /// <summary>Parts a typed bullet from its text; false where the text does not start with one.</summary>
    public static bool TrySplitBullet(string text, out string mark, out string rest)
    {
        (mark, rest) = ("", text);
        string trimmed = text.TrimStart();
        if (trimmed.Length < 3 || !(char.IsWhiteSpace(trimmed[1]) || IsSureBullet(trimmed[..1])) || !IsBullet(trimmed[..1])) return false;
        // "o" before a blank is a bullet only where a capital or a tab follows: "o s v" is not.
        if (trimmed[0] == 'o' && trimmed[1] != '\t') return false;
        (mark, rest) = (trimmed[..1], trimmed[1..].TrimStart());
        return rest.Length > 0;
    }

    /// <summary>Whether the text starts with a typed number of a point.</summary>
    public static bool StartsWithNumber(string text)
    {
        int end = text.AsSpan(0, Math.Min(text.Length, 8)).IndexOfAny(" \t\u00A0");
        return end > 0 && IsNumber(text[..end]);
    }

    /// <summary>The bullet as it is shown in text: what only a symbol font can draw becomes a plain one.</summary>
    public static string Shown(string mark) => mark.Length == 1 && mark[0] >= '\uE000' && mark[0] <= '\uF8FF' ? "•" : mark;
}
