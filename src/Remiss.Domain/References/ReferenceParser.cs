using System.Collections.Immutable;
using System.Globalization;
using Remiss.Domain.Texts;

namespace Remiss.Domain.References;

/// <summary>A recursive descent over the tokens; each token is looked at a bounded number of times.</summary>
internal sealed class ReferenceParser(string text, List<Token> tokens)
{
    private readonly NumberParser _numbers = new(text, tokens);
    private readonly ForeignReferences _foreign = new(text, tokens);
    private readonly TitlePhrases _titles = new(text, tokens);
    private readonly ImmutableArray<SectionReference>.Builder _found = ImmutableArray.CreateBuilder<SectionReference>();

    public ImmutableArray<SectionReference> All()
    {
        for (int i = 0; i < tokens.Count;)
        {
            int next = _foreign.SkipAt(i);
            if (next == i) next = ReferenceAt(i);
            i = Math.Max(next, i + 1);
        }
        return _found.ToImmutable();
    }

    public HeadingNumber? Heading()
    {
        if (tokens.Count == 0 || !_numbers.TryList(0, NumberStyle.Heading, out var numbers, out int end)) return null;
        char? mark = null;
        if (end < tokens.Count && !tokens[end].SpaceBefore && IsMark(end, '.', ')', ':'))
        {
            mark = text[tokens[end].Start];
            end++;
        }
        else if (end < tokens.Count && !tokens[end].SpaceBefore) return null;
        // A whole number alone on its line is a page's, and one before a unit, a month or a § is no section's.
        if (end >= tokens.Count) return numbers.All(n => n.From.Contains('.', StringComparison.Ordinal)) ? new HeadingNumber(numbers, tokens[^1].End, mark) : null;
        if (_foreign.SkipAt(0) > 0) return null;
        if (tokens[end].Kind == TokenKind.Word && ReferenceWords.IsUnit(Word(end))) return null;
        if (tokens[end].Kind != TokenKind.Word && !IsMark(end, '”', '"', '–', '-', '—', '(')) return null;
        while (end < tokens.Count && IsMark(end, '–', '-', '—')) end++;
        return end < tokens.Count ? new HeadingNumber(numbers, tokens[end].Start, mark) : null;
    }

    private int ReferenceAt(int i) => tokens[i].Kind switch
    {
        TokenKind.Word => AfterWord(i),
        TokenKind.Number => NumberWithPoint(i),
        _ => IsMark(i, '(') || IsMark(i, '[') ? InParentheses(i) : i + 1,
    };

    private int AfterWord(int i)
    {
        ReferenceWord? word = ReferenceWords.Find(Word(i));
        if (word is null) return AfterPreposition(i);
        int at = i + 1;
        bool dotted = at < tokens.Count && IsMark(at, '.') && !tokens[at].SpaceBefore;
        if (word.Short)
        {
            // A lone s or p is a word of a list or a genitive unless a number follows at once.
            if (i > 0 && !tokens[i].SpaceBefore && !IsMark(i - 1, '(', '/', '”', '"', ',', '–', '-')) return i + 1;
            if (text[tokens[i].Start] == 'S' && word.Kind == ReferenceKind.Page && tokens[i].Length == 1) return i + 1;
            if (dotted) at++;
            if (at >= tokens.Count || !(tokens[at].Kind == TokenKind.Number || word.Kind == ReferenceKind.Section)) return i + 1;
        }
        at = SkipFiller(at, dotted && !word.Short);
        var style = word.Kind == ReferenceKind.Page ? NumberStyle.Page : word.TakesNumerals ? NumberStyle.WithNumerals : NumberStyle.Plain;
        if (at < tokens.Count && tokens[at].LinesBefore < 2 && _numbers.TryList(at, style, out var numbers, out int end))
        {
            if (_foreign.IsPageMark(i, word.Kind, end)) return end;
            return Add(i, end, word.Kind, word.Ground, numbers);
        }
        return !word.Short && word.TakesTitle && _titles.TryRead(i, word, out SectionReference? title, out end) ? AddTitle(title!, end) : i + 1;
    }

    /// <summary>Steps over <c>nr</c>, <c>nummer</c>, a colon.</summary>
    private int SkipFiller(int at, bool dotted)
    {
        if (dotted && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number && tokens[at + 1].SpaceBefore && tokens[at + 1].LinesBefore == 0 && Word(at - 1).Length <= 4) at++;
        if (at < tokens.Count && IsMark(at, ':')) at++;
        if (at < tokens.Count && tokens[at].Kind == TokenKind.Word && Is(at, "nr", "nummer", "no", "num"))
        {
            at++;
            if (at < tokens.Count && IsMark(at, '.')) at++;
        }
        return at;
    }

    /// <summary><c>(10.2.4)</c>, <c>(3.1–3.4)</c>: only dotted numbers and nothing else between the parentheses.</summary>
    private int InParentheses(int i)
    {
        if (i + 1 >= tokens.Count || tokens[i + 1].Kind != TokenKind.Number) return i + 1;
        if (!_numbers.TryList(i + 1, NumberStyle.Dotted, out var numbers, out int end)) return i + 1;
        return end < tokens.Count && IsMark(end, ')', ']') ? Add(i + 1, end, ReferenceKind.Section, "", numbers) : i + 1;
    }

    /// <summary><c>i enlighet med 10.4.2</c>, <c>se 3.2</c>: two parts after a word that points, three after any preposition.</summary>
    private int AfterPreposition(int i)
    {
        int at = i + 1;
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Number || tokens[at].LinesBefore > 1) return i + 1;
        bool points = Is(i, "enligt", "se", "jfr", "jämför") || (Is(i, "med") && i > 0 && Is(i - 1, "enlighet", "linje"));
        if (!points && !Is(i, "i", "under", "till", "av", "om", "på", "för", "med", "från", "rörande", "angående", "kring")) return i + 1;
        if (!_numbers.TryList(at, NumberStyle.Dotted, out var numbers, out int end)) return i + 1;
        int parts = numbers[0].From.Count(c => c == '.') + 1;
        return parts >= (points ? 2 : 3) ? Add(at, end, ReferenceKind.Section, "", numbers) : i + 1;
    }

    /// <summary><c>3.2 p. 4</c> without a word before.</summary>
    private int NumberWithPoint(int i)
    {
        if (i > 0 && !tokens[i].SpaceBefore) return i + 1;
        if (!_numbers.TryList(i, NumberStyle.Dotted, out var numbers, out int end) || numbers[0].Item is null) return i + 1;
        return Add(i, end, ReferenceKind.Section, "", numbers);
    }

    private int Add(int first, int end, ReferenceKind kind, string word, ImmutableArray<NumberRange> numbers)
    {
        if (_foreign.IsStatuteAround(first, end) || _foreign.IsGlobalGoal(word, first, end) || _foreign.IsOwnPlace(end)) return end;
        var span = TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End);
        _found.Add(new SectionReference(span, kind, word, numbers) { OtherDocument = _foreign.DocumentAround(first, end) });
        return end;
    }

    private int AddTitle(SectionReference title, int end)
    {
        _found.Add(title);
        return end;
    }

    private ReadOnlySpan<char> Word(int i) => Tokens.Text(text, tokens[i]);

    private bool Is(int i, params ReadOnlySpan<string> words) => Tokens.Is(text, tokens[i], words);

    private bool IsMark(int i, params ReadOnlySpan<char> marks) => Tokens.IsMark(text, tokens[i], marks);
}

/// <summary>Questions asked of tokens.</summary>
internal static class Tokens
{
    public static ReadOnlySpan<char> Text(string text, Token token) =>
        token.Joined is { } joined ? joined : text.AsSpan(token.Start, token.Length);

    public static bool Is(string text, Token token, params ReadOnlySpan<string> words)
    {
        if (token.Kind != TokenKind.Word) return false;
        foreach (string word in words)
        {
            if (Text(text, token).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    public static bool IsMark(string text, Token token, params ReadOnlySpan<char> marks) =>
        token.Kind == TokenKind.Mark && marks.Contains(text[token.Start]);

    public static int Value(string text, Token token) =>
        int.TryParse(text.AsSpan(token.Start, token.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : -1;
}
