namespace Remiss.Domain.References;

/// <summary>What looks like a reference to the consulted document and is none: statutes, articles, other documents, page marks.</summary>
internal sealed class ForeignReferences(string text, List<Token> tokens)
{
    /// <summary>The first token after a statute or article that begins here; <paramref name="i"/> itself where none does.</summary>
    public int SkipAt(int i)
    {
        if (IsMark(i, '§')) return SkipNumbers(i + 1);
        if (tokens[i].Kind == TokenKind.Number && IsChapterAfter(i, out int afterWord)) return SkipNumbers(afterWord);
        if (tokens[i].Kind == TokenKind.Number && IsParagraphAfter(i, out int afterSign)) return SkipNumbers(afterSign);
        if (tokens[i].Kind == TokenKind.Word && ReferenceWords.IsArticle(Tokens.Text(text, tokens[i]))
            && i + 1 < tokens.Count && (tokens[i + 1].Kind == TokenKind.Number || (IsMark(i + 1, '.') && i + 2 < tokens.Count && tokens[i + 2].Kind == TokenKind.Number)))
            return SkipNumbers(i + 1);
        return i;
    }

    /// <summary><c>2 kap.</c>, <c>2 a kap.</c>: a number before the word is a statute's, since a section's stands after it.</summary>
    private bool IsChapterAfter(int i, out int after)
    {
        int at = i + 1;
        after = i;
        if (at < tokens.Count && tokens[at].Kind == TokenKind.Word && tokens[at].Length == 1 && at + 1 < tokens.Count) at++;
        if (at >= tokens.Count || tokens[at].LinesBefore > 1 || tokens[at].Kind != TokenKind.Word) return false;
        if (!ReferenceWords.IsChapterAbbreviation(Tokens.Text(text, tokens[at])) || char.IsUpper(text[tokens[at].Start])) return false;
        after = at + 1;
        if (after < tokens.Count && IsMark(after, '.')) after++;
        return true;
    }

    private bool IsParagraphAfter(int i, out int after)
    {
        int at = i + 1;
        after = i;
        if (at < tokens.Count && tokens[at].Kind == TokenKind.Word && tokens[at].Length == 1) at++;
        if (at >= tokens.Count || !IsMark(at, '§')) return false;
        after = at + 1;
        return true;
    }

    /// <summary>Steps over the numbers, points and paragraphs that go on a statute's citation.</summary>
    private int SkipNumbers(int i)
    {
        while (i < tokens.Count && tokens[i].LinesBefore < 2)
        {
            Token token = tokens[i];
            bool partOfIt = token.Kind == TokenKind.Number
                || IsMark(i, '§', '–', '-')
                || (token.Kind == TokenKind.Word && token.Length == 1 && char.IsAsciiLetterLower(text[token.Start]) && !Tokens.Is(text, token, "i") && i > 0 && tokens[i - 1].Kind == TokenKind.Number)
                || (Tokens.Is(text, token, "p", "punkt", "punkten", "st", "stycket", "stycke", "första", "andra", "tredje", "kap", "meningen") && LeadsToNumber(i))
                || (Tokens.Is(text, token, "och", "samt", "till", "eller", "respektive") && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Number)
                || (IsMark(i, ',', '.') && !token.SpaceBefore && i + 1 < tokens.Count && (tokens[i + 1].Kind == TokenKind.Number || Tokens.Is(text, tokens[i + 1], "p", "punkt")) && !IsSentenceEnd(i));
            if (!partOfIt) break;
            i++;
        }
        return i;
    }

    private bool LeadsToNumber(int i)
    {
        int at = i + 1;
        if (at < tokens.Count && IsMark(at, '.')) at++;
        return Tokens.Is(text, tokens[i], "stycket", "meningen", "första", "andra", "tredje", "st")
            || (at < tokens.Count && tokens[at].Kind == TokenKind.Number);
    }

    private bool IsSentenceEnd(int i) => IsMark(i, '.') && i > 0 && tokens[i - 1].Kind == TokenKind.Number;

    /// <summary>Whether the reference reads on as one of a statute: <c>kapitel 3 i miljöbalken</c>, <c>PBL kap 3</c>, <c>kap. 3 § 5</c>.</summary>
    public bool IsStatuteAround(int first, int end)
    {
        if (end < tokens.Count && IsMark(end, '§')) return true;
        if (end + 1 < tokens.Count && tokens[end].LinesBefore < 2 && Tokens.Is(text, tokens[end], "i", "av", "enligt") && IsStatuteName(end + 1)) return true;
        if (end < tokens.Count && tokens[end].LinesBefore == 0 && tokens[end].SpaceBefore && IsStatuteName(end)) return true;
        return first > 0 && tokens[first].LinesBefore == 0 && IsStatuteName(first - 1);
    }

    private bool IsStatuteName(int i)
    {
        var word = Tokens.Text(text, tokens[i]);
        if (tokens[i].Kind != TokenKind.Word) return false;
        if (word is "PBL" or "MB" or "TF" or "RF" or "OSL" or "YGL" or "KL" or "FL" or "SoL" or "HSL" or "BrB" or "RB") return true;
        // A proposed statute is the consulted document's own; but its paragraphs are cited with §, which never comes here.
        return char.IsLower(word[0]) && ReferenceWords.IsStatute(word) && !word.StartsWith("förslag", StringComparison.Ordinal);
    }

    /// <summary>Goals of the world are not goals of the document: <c>mål 11 i Agenda 2030</c>.</summary>
    public bool IsGlobalGoal(string word, int first, int end)
    {
        if (!word.EndsWith("mål", StringComparison.Ordinal)) return false;
        for (int i = Math.Max(0, first - 4); i < Math.Min(tokens.Count, end + 4); i++)
        {
            if (Tokens.Is(text, tokens[i], "agenda", "globala", "fn", "hållbarhetsmål", "hållbarhetsmålen")) return true;
        }
        return false;
    }

    /// <summary>A place in the reply itself: <c>avsnitt 2 nedan</c>, <c>punkt 3 i detta yttrande</c>.</summary>
    public bool IsOwnPlace(int end)
    {
        if (end >= tokens.Count) return false;
        if (Tokens.Is(text, tokens[end], "ovan", "nedan", "ovanstående", "härovan")) return true;
        return end + 2 < tokens.Count && Tokens.Is(text, tokens[end], "i") && Tokens.Is(text, tokens[end + 1], "detta", "vårt", "denna", "vår")
            && Tokens.Is(text, tokens[end + 2], "yttrande", "svar", "remissvar", "skrivelse", "tjänsteskrivelse");
    }

    /// <summary>The document named right before or after the reference, as it is written; null where none is.</summary>
    public string? DocumentAround(int first, int end)
    {
        int i = first - 1;
        while (i >= 0 && (IsMark(i, ',', '(', ')') || Tokens.Is(text, tokens[i], "på"))) i--;
        if (i >= 2 && tokens[i].Kind == TokenKind.Number && IsMark(i - 1, ':', '/') && !tokens[i].SpaceBefore)
        {
            int start = i - 2;
            while (start > 0 && (IsMark(start - 1, '/', ':', '-', '.') || tokens[start - 1].Kind == TokenKind.Number) && i - start < 8) start--;
            if (start > 0 && tokens[start - 1].Kind == TokenKind.Word && ReferenceWords.IsSeries(Tokens.Text(text, tokens[start - 1])))
                return text[tokens[start - 1].Start..tokens[i].End];
        }
        int at = end;
        if (at < tokens.Count && Tokens.Is(text, tokens[at], "i", "ur", "av")) at++;
        if (at == end || at + 1 >= tokens.Count || tokens[at].Kind != TokenKind.Word) return null;
        if (!ReferenceWords.IsSeries(Tokens.Text(text, tokens[at]))) return null;
        int number = at + 1;
        if (IsMark(number, '.')) number++;
        if (number + 2 >= tokens.Count || tokens[number].Kind != TokenKind.Number || !IsMark(number + 1, ':', '/')) return null;
        int last = number + 2;
        while (last + 2 < tokens.Count && last < number + 8 && IsMark(last + 1, ':', '/') && tokens[last + 2].Kind == TokenKind.Number) last += 2;
        return text[tokens[at].Start..tokens[last].End];
    }

    /// <summary><c>Sida 1 av 2</c>, <c>Sid 1 (1)</c>, <c>Sida 3</c> alone on its line.</summary>
    public bool IsPageMark(int word, ReferenceKind kind, int end)
    {
        if (kind != ReferenceKind.Page) return false;
        if (end + 1 < tokens.Count && tokens[end].LinesBefore == 0)
        {
            bool total = tokens[end + 1].Kind == TokenKind.Number && tokens[end + 1].LinesBefore == 0;
            if (total && (Tokens.Is(text, tokens[end], "av") || IsMark(end, '(', '/'))) return true;
        }
        bool startsLine = word == 0 || tokens[word].LinesBefore > 0;
        bool endsLine = end >= tokens.Count || tokens[end].LinesBefore > 0;
        return startsLine && endsLine && char.IsUpper(text[tokens[word].Start]);
    }

    private bool IsMark(int i, params ReadOnlySpan<char> marks) => Tokens.IsMark(text, tokens[i], marks);
}
