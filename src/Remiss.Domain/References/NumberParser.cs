using System.Collections.Immutable;
using System.Globalization;

namespace Remiss.Domain.References;

/// <summary>Which numbers may stand where.</summary>
internal enum NumberStyle
{
    /// <summary>Digits, dotted, roman, with a letter.</summary>
    Plain,

    /// <summary>The same, and numbers in words.</summary>
    WithNumerals,

    /// <summary>Pages: whole numbers and words.</summary>
    Page,

    /// <summary>Dotted numbers only, where no word says that it is a section.</summary>
    Dotted,

    /// <summary>In front of a heading's title.</summary>
    Heading,
}

/// <summary>Reads lists and ranges of section numbers.</summary>
internal sealed class NumberParser(string text, List<Token> tokens)
{
    private const int MaxParts = 6;
    private const int MaxNumbers = 200;

    /// <summary>Reads <c>3.1, 3.2 och 3.4–3.6 ff.</c> from <paramref name="at"/>; <paramref name="end"/> is the first token after it.</summary>
    public bool TryList(int at, NumberStyle style, out ImmutableArray<NumberRange> numbers, out int end)
    {
        numbers = [];
        end = at;
        if (!TryRange(at, style, first: true, out NumberRange range, out end)) return false;
        var list = ImmutableArray.CreateBuilder<NumberRange>();
        list.Add(range);
        while (list.Count < MaxNumbers && Separator(end, style) is int next && TryRange(next, style, first: false, out range, out int after))
        {
            list.Add(range);
            end = after;
        }
        numbers = list.ToImmutable();
        return true;
    }

    private bool TryRange(int at, NumberStyle style, bool first, out NumberRange range, out int end)
    {
        range = default;
        if (!TryNumber(at, style, first, out string from, out end)) return false;
        range = new NumberRange(from);
        if (RangeMark(end) is int to && TryNumber(to, style == NumberStyle.Dotted && from.Contains('.', StringComparison.Ordinal) ? NumberStyle.Plain : style, false, out string last, out int after, from))
        {
            range = range with { To = last };
            end = after;
        }
        if (style == NumberStyle.Heading) return true;
        if (TryOnward(end, out after))
        {
            range = range with { OpenEnded = true };
            end = after;
        }
        end = SkipStycke(end);
        if (range.To is null && style != NumberStyle.Page && TryPoint(end, out int item, out after))
        {
            range = range with { Item = item };
            end = after;
        }
        return true;
    }

    private bool TryNumber(int at, NumberStyle style, bool first, out string number, out int end, string? rangeFrom = null)
    {
        number = "";
        end = at;
        if (at >= tokens.Count || tokens[at].LinesBefore > 1) return false;
        Token token = tokens[at];
        if (token.Kind == TokenKind.Word) return TryWordNumber(at, style, first, out number, out end, rangeFrom);
        if (token.Kind != TokenKind.Number || !IsFree(at, first)) return false;
        number = text.Substring(token.Start, token.Length);
        end = at + 1;
        if (style != NumberStyle.Page && style != NumberStyle.Dotted) JoinSpaced(ref number, ref end);
        if (!IsPlausible(number, style)) return false;
        if (style == NumberStyle.Dotted && !number.Contains('.', StringComparison.Ordinal)) return false;
        if (style != NumberStyle.Page && style != NumberStyle.Dotted && TryLetter(end, out char letter))
        {
            number = $"{number} {letter}";
            end++;
        }
        return !IsFollowedByUnit(end, first, style);
    }

    /// <summary>A number that is glued to another sign is a part of something else: a date, an amount, a document's number.</summary>
    private bool IsFree(int at, bool first)
    {
        Token token = tokens[at];
        if (token.Start > 0 && !token.SpaceBefore && first)
        {
            char before = text[token.Start - 1];
            if (before is ':' or '/' or '§' or '_' or '#') return false;
        }
        if (token.End + 1 < text.Length)
        {
            char after = text[token.End];
            if (after is '%' or '§' or '°' or '‰') return false;
            if (after is ':' or '/' && char.IsAsciiDigit(text[token.End + 1])) return false;
        }
        return true;
    }

    /// <summary>Extraction puts spaces into dotted numbers: <c>3. 1</c>, <c>3 .1</c>.</summary>
    private void JoinSpaced(ref string number, ref int end)
    {
        while (end + 1 < tokens.Count && IsMark(end, '.') && tokens[end + 1].Kind == TokenKind.Number
            && tokens[end].LinesBefore == 0 && tokens[end + 1].LinesBefore == 0
            && tokens[end + 1].Length <= 2 && !(tokens[end + 1].SpaceBefore && tokens[end].SpaceBefore)
            && !IsFollowedByUnit(end + 2, first: false, NumberStyle.Plain) && !IsSentenceAfter(end + 2))
        {
            number = string.Concat(number, ".", text.AsSpan(tokens[end + 1].Start, tokens[end + 1].Length));
            end += 2;
        }
    }

    /// <summary>Whether a lower-case word follows, so that a full stop before was perhaps a sentence's end (<c>kapitel 3. 12 kommuner har</c>).</summary>
    private bool IsSentenceAfter(int at) =>
        tokens[at - 1].SpaceBefore && at < tokens.Count && tokens[at].Kind == TokenKind.Word && tokens[at].Length > 3
        && char.IsLower(text[tokens[at].Start]) && Tokens.Text(text, tokens[at]).EndsWith("er", StringComparison.Ordinal);

    private static bool IsPlausible(string number, NumberStyle style)
    {
        string[] parts = number.Split('.');
        if (parts.Length > MaxParts) return false;
        if (style == NumberStyle.Page)
            return parts.Length == 1 && number.Length <= 4 && int.Parse(number, CultureInfo.InvariantCulture) is > 0 and < 1900;
        // Years and sums have four digits or more; no document has a thousand sections on one level.
        if (parts.Any(p => p.Length > 3 || (p.Length > 1 && p[0] == '0')) || parts[0] == "0") return false;
        return style != NumberStyle.Heading || parts[0].Length <= 2;
    }

    private bool TryLetter(int at, out char letter)
    {
        letter = default;
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Word || tokens[at].Length != 1 || tokens[at].LinesBefore > 0) return false;
        letter = char.ToLowerInvariant(text[tokens[at].Start]);
        if (letter is < 'a' or > 'h') return false;
        bool endsThere = at + 1 >= tokens.Count || tokens[at + 1].SpaceBefore || tokens[at + 1].Kind == TokenKind.Mark;
        // "4 A" before a title could be its first word; only a glued or small letter is surely the number's.
        return endsThere && (char.IsLower(text[tokens[at].Start]) || !tokens[at].SpaceBefore);
    }

    private bool TryWordNumber(int at, NumberStyle style, bool first, out string number, out int end, string? rangeFrom)
    {
        number = "";
        end = at + 1;
        var word = Tokens.Text(text, tokens[at]);
        if (style is NumberStyle.Page or NumberStyle.WithNumerals && ReferenceWords.Numeral(word) is > 0 and int value)
        {
            number = value.ToString(CultureInfo.InvariantCulture);
            return !IsFollowedByUnit(end, first, style);
        }
        if (style is NumberStyle.Page or NumberStyle.Dotted) return false;
        if (rangeFrom is { Length: > 2 } && rangeFrom[^2] == ' ' && word.Length == 1 && char.IsAsciiLetterLower(word[0]))
        {
            number = word.ToString();
            return true;
        }
        int roman = ReferenceNumbers.Roman(word);
        if (roman == 0) return false;
        // "Avsnitt I vår kommun": a single capital counts only where no ordinary word follows.
        bool wordFollows = end < tokens.Count && tokens[end].Kind == TokenKind.Word && tokens[end].LinesBefore == 0 && char.IsLower(text[tokens[end].Start]);
        if (word.Length == 1 && (wordFollows || (style == NumberStyle.Heading && !(end < tokens.Count && IsMark(end, '.', ')'))))) return false;
        number = word.ToString();
        return true;
    }

    private int? Separator(int at, NumberStyle style)
    {
        if (at >= tokens.Count || tokens[at].LinesBefore > 1) return null;
        int next = at;
        if (IsMark(at, ',', '&')) next = at + 1;
        else if (IsMark(at, '/') && style != NumberStyle.Page) next = at + 1;
        if (next < tokens.Count && Tokens.Is(text, tokens[next], "och", "samt", "respektive", "eller", "resp", "o"))
        {
            bool abbreviated = Tokens.Is(text, tokens[next], "resp", "o");
            next++;
            if (abbreviated && next < tokens.Count && IsMark(next, '.')) next++;
        }
        return next > at ? next : null;
    }

    private int? RangeMark(int at)
    {
        if (at >= tokens.Count || tokens[at].LinesBefore > 1) return null;
        if (IsMark(at, '-', '–', '—', '‒', '−', '‑')) return at + 1;
        if (Tokens.Is(text, tokens[at], "till"))
        {
            return at + 2 < tokens.Count && Tokens.Is(text, tokens[at + 1], "och", "o") && Tokens.Is(text, tokens[at + 2], "med", "m") ? at + 3 : at + 1;
        }
        if (Tokens.Is(text, tokens[at], "tom")) return at + 1;
        // t.o.m., t o m
        int i = at;
        foreach (string letter in new[] { "t", "o", "m" })
        {
            if (i >= tokens.Count || !Tokens.Is(text, tokens[i], letter)) return null;
            i++;
            if (i < tokens.Count && IsMark(i, '.')) i++;
        }
        return i;
    }

    private bool TryOnward(int at, out int end)
    {
        end = at;
        if (at >= tokens.Count || !Tokens.Is(text, tokens[at], "ff", "f", "följande")) return false;
        end = at + 1;
        if (end < tokens.Count && IsMark(end, '.') && !tokens[end].SpaceBefore && !Tokens.Is(text, tokens[at], "följande")) end++;
        // "kapitel 3 följande brister" is another följande.
        return !Tokens.Is(text, tokens[at], "följande") || (at > 0 && Tokens.Is(text, tokens[at - 1], "och"));
    }

    /// <summary>Steps over a paragraph of a section: <c>2 st.</c>, <c>stycke 2</c>, <c>andra stycket</c>.</summary>
    private int SkipStycke(int at)
    {
        int i = at < tokens.Count && IsMark(at, ',') ? at + 1 : at;
        if (i + 1 >= tokens.Count || tokens[i].LinesBefore > 1) return at;
        if (Tokens.Is(text, tokens[i], "stycke", "stycket", "st") && tokens[i + 1].Kind == TokenKind.Number && tokens[i + 1].Length <= 2) return i + 2;
        bool counted = (tokens[i].Kind == TokenKind.Number && tokens[i].Length <= 2)
            || Tokens.Is(text, tokens[i], "första", "andra", "tredje", "fjärde", "femte", "sista");
        if (!counted || !Tokens.Is(text, tokens[i + 1], "st", "stycket", "stycke")) return at;
        i += 2;
        return i < tokens.Count && IsMark(i, '.') && Tokens.Is(text, tokens[i - 1], "st") ? i + 1 : i;
    }

    private bool TryPoint(int at, out int item, out int end)
    {
        item = 0;
        end = at;
        int i = at < tokens.Count && IsMark(at, ',') ? at + 1 : at;
        if (i + 1 >= tokens.Count || !Tokens.Is(text, tokens[i], "p", "punkt", "punkten", "pkt", "åtgärd")) return false;
        bool isShort = tokens[i].Length <= 3;
        i++;
        if (isShort && IsMark(i, '.')) i++;
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Number || tokens[i].Length > 2) return false;
        item = Tokens.Value(text, tokens[i]);
        end = i + 1;
        return item > 0;
    }

    private bool IsFollowedByUnit(int at, bool first, NumberStyle style)
    {
        if (at >= tokens.Count || tokens[at].LinesBefore > 1) return false;
        if (IsMark(at, '§', '%')) return true;
        if (tokens[at].Kind == TokenKind.Number && tokens[at].LinesBefore == 0 && style != NumberStyle.Heading && !IsStyckeAt(at))
        {
            // "område 3 000": thousands are grouped by a space.
            return tokens[at].Length == 3 && style != NumberStyle.Dotted;
        }
        if (tokens[at].Kind != TokenKind.Word) return false;
        var word = Tokens.Text(text, tokens[at]);
        // Before a chapter's own title ("Kapitel 4 Barn och unga") only true units count, and they are not capitalised.
        return ReferenceWords.IsUnit(word) && (!first || char.IsLower(word[0]) || style == NumberStyle.Page);
    }

    private bool IsStyckeAt(int at) => at + 1 < tokens.Count && Tokens.Is(text, tokens[at + 1], "st", "stycket", "stycke");

    private bool IsMark(int at, params ReadOnlySpan<char> marks) => Tokens.IsMark(text, tokens[at], marks);
}
