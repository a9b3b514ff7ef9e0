using System.Globalization;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Stances;

/// <summary>What a token is to the grammar.</summary>
internal enum TokenKind
{
    Word,
    Comma,
    Break,
    Question,
}

/// <summary>One word or mark, with its place in the text. <paramref name="Form"/> is lower case and without slips of the scanner.</summary>
internal readonly record struct Token(int Start, int End, string Form, TokenKind Kind);

/// <summary>A sentence: its tokens from <paramref name="First"/> up to, not including, <paramref name="Last"/>.</summary>
internal readonly record struct Sentence(int First, int Last, bool IsQuestion);

/// <summary>The words and sentences of one span, found in one pass.</summary>
internal sealed class StanceTokens
{
    private static readonly string[] OftenMisread =
        ["tillstyrker", "avstyrker", "tillstyrka", "avstyrka", "tillstyrks", "avstyrks", "instämmer", "motsätter", "välkomnar", "ifrågasätter"];

    // Forms that are one letter from those above and right as they stand.
    private static readonly string[] NotSlips =
        ["tillstyrkt", "avstyrkt", "tillstyrkte", "avstyrkte", "instämmen", "tillstyrkas", "avstyrkas", "tillstyrkan", "avstyrkan", "instämmes", "tillstyrkes", "avstyrkes"];

    private readonly string _text;
    private readonly int _end;
    private int _marksEnd;

    private StanceTokens(string text, TextSpan span)
    {
        _text = text;
        _end = span.End;
        Scan(span.Start);
    }

    /// <summary>The tokens in order.</summary>
    public List<Token> Tokens { get; } = [];

    /// <summary>The sentences in order; together they hold every token.</summary>
    public List<Sentence> Sentences { get; } = [];

    /// <summary>The tokens of a span, which is first cut to the text.</summary>
    public static StanceTokens Of(string text, TextSpan span) => new(text, Clamp(text, span));

    /// <summary>The part of the span that lies in the text.</summary>
    public static TextSpan Clamp(string text, TextSpan span)
    {
        int start = Math.Clamp(span.Start, 0, text.Length);
        long end = Math.Clamp((long)span.Start + Math.Max(0, span.Length), start, text.Length);
        return TextSpan.FromBounds(start, (int)end);
    }

    private void Scan(int position)
    {
        int first = 0;
        while (position < _end)
        {
            char c = _text[position];
            if (char.IsLetterOrDigit(c))
            {
                position = ScanWord(position);
                continue;
            }
            if (c is '\n')
            {
                int next = SkipSpace(position, out int lines);
                if (lines > 1 || next < _end && IsBullet(_text[next])) first = Close(first, false);
                position = next;
                continue;
            }
            if (c is ',') Tokens.Add(new Token(position, position + 1, ",", TokenKind.Comma));
            else if (c is ';' or ':' or '(' or ')') Tokens.Add(new Token(position, position + 1, ";", TokenKind.Break));
            else if (c is '–' or '—' or '-' && IsSpaceAround(position)) Tokens.Add(new Token(position, position + 1, ";", TokenKind.Break));
            else if (c is '?') first = Close(first, true);
            else if (c is '!' || c is '.' && EndsSentence(position, first)) first = Close(first, false);
            position++;
        }
        Close(first, false);
    }

    private int Close(int first, bool isQuestion)
    {
        if (Tokens.Count > first) Sentences.Add(new Sentence(first, Tokens.Count, isQuestion));
        return Tokens.Count;
    }

    private int ScanWord(int start)
    {
        int position = start;
        while (position < _end)
        {
            char c = _text[position];
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) position++;
            else if (IsJoint(c) && position + 1 < _end && char.IsLetterOrDigit(_text[position + 1])) position++;
            else if (c is '-' && BreaksLine(position, out int next)) position = next;
            else break;
        }
        Tokens.Add(new Token(start, position, FormOf(start, position), TokenKind.Word));
        return position;
    }

    private static bool IsJoint(char c) => c is '-' or '.' or ':' or '\'' or '’' or '\u00AD';

    // A word divided at the end of a line: "till-" and on the next line "styrker".
    private bool BreaksLine(int hyphen, out int next)
    {
        next = hyphen + 1;
        while (next < _end && _text[next] is ' ' or '\t') next++;
        if (next >= _end || _text[next] != '\n') return false;
        next++;
        while (next < _end && _text[next] is ' ' or '\t') next++;
        return next < _end && char.IsLower(_text[next]);
    }

    private string FormOf(int start, int end)
    {
        ReadOnlySpan<char> raw = _text.AsSpan(start, Math.Min(end - start, 64));
        Span<char> form = stackalloc char[raw.Length];
        int length = 0;
        bool divided = raw.Contains('\n');
        bool hasLetter = false;
        foreach (char c in raw)
        {
            if (c is '\n' or ' ' or '\t' or '\u00AD' || divided && c is '-') continue;
            hasLetter |= char.IsLetter(c);
            form[length++] = char.ToLowerInvariant(c);
        }
        form = form[..length];
        if (hasLetter && length > 6) MendDigits(form);
        string word = new(form);
        return word.Length is >= 8 and <= 13 ? Mend(word) : word;
    }

    private static void MendDigits(Span<char> form)
    {
        for (int i = 1; i + 1 < form.Length; i++)
        {
            if (form[i] == '1' && char.IsLetter(form[i - 1])) form[i] = 'l';
            else if (form[i] == '0' && char.IsLetter(form[i - 1])) form[i] = 'o';
        }
    }

    private static string Mend(string word)
    {
        if (word[0] is not ('t' or 'a' or 'i' or 'm' or 'v') || Array.IndexOf(NotSlips, word) >= 0) return word;
        foreach (string right in OftenMisread)
        {
            if (right[0] == word[0] && IsOneSlip(word, right)) return right;
        }
        return word;
    }

    // One letter changed, left out, put in, or two neighbours swapped.
    private static bool IsOneSlip(string word, string right)
    {
        if (Math.Abs(word.Length - right.Length) > 1) return false;
        int head = 0;
        while (head < word.Length && head < right.Length && word[head] == right[head]) head++;
        int tail = 0;
        while (tail < word.Length - head && tail < right.Length - head && word[^(tail + 1)] == right[^(tail + 1)]) tail++;
        int left = word.Length - head - tail;
        int other = right.Length - head - tail;
        if (left <= 1 && other <= 1) return true;
        return left == 2 && other == 2 && word[head] == right[head + 1] && word[head + 1] == right[head];
    }

    private int SkipSpace(int position, out int lines)
    {
        lines = 0;
        while (position < _end && char.IsWhiteSpace(_text[position]))
        {
            if (_text[position] == '\n') lines++;
            position++;
        }
        return position;
    }

    private bool IsSpaceAround(int position) =>
        (position == 0 || char.IsWhiteSpace(_text[position - 1])) && (position + 1 >= _end || char.IsWhiteSpace(_text[position + 1]));

    private static bool IsBullet(char c) => c is '•' or '·' or '▪' or '■' or '◦' or '●' or '-' or '–' or '\uF0B7' or '\uF0A7' or '*';

    private bool EndsSentence(int stop, int first)
    {
        int next = PastMarks(stop + 1);
        if (next < _end && !char.IsWhiteSpace(_text[next]) && !char.IsUpper(_text[next])) return false;
        while (next < _end && char.IsWhiteSpace(_text[next])) next++;
        if (next < _end && char.IsLower(_text[next])) return false;
        if (Tokens.Count == first) return true;
        Token last = Tokens[^1];
        if (last.End != stop || next >= _end) return true;
        bool digitFollows = char.IsDigit(_text[next]);
        return !StanceWords.Abbreviations.Contains(last.Form) || !digitFollows && last.Form is "m.m" or "m.fl" or "osv" or "o.s.v";
    }
    // Every full stop of a long row of them asks for the same end: found once, so that the row takes linear time.
    private int PastMarks(int position)
    {
        if (position <= _marksEnd) return _marksEnd;
        int next = position;
        while (next < _end && (_text[next] is '"' or '”' or '»' or ')' or '.')) next++;
        return _marksEnd = next;
    }
}
