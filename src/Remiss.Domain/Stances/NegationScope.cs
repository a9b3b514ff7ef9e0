namespace Remiss.Domain.Stances;

/// <summary>Finds the negation that acts on a cue.</summary>
internal static class NegationScope
{
    private const int OwnClause = 9;
    private const int AfterVerb = 6;

    /// <summary>
    /// The index of the negating word, or -1 where the cue stands unnegated. Two negations in one
    /// clause (<c>kan inte annat än</c>) cancel each other.
    /// </summary>
    public static int Find(List<Token> tokens, Sentence sentence, CueMatch match, HashSet<int> settled)
    {
        int negator = Inside(tokens, match, settled);
        if (negator < 0) negator = Before(tokens, sentence, match, settled);
        if (negator < 0) negator = After(tokens, sentence, match, settled);
        return negator;
    }

    private static bool Negates(List<Token> tokens, int at, Sentence sentence, HashSet<int> settled) =>
        tokens[at].Kind == TokenKind.Word && StanceWords.Negators.Contains(tokens[at].Form) && !settled.Contains(at)
        && !(at + 1 < sentence.Last && StanceWords.NegationCancellers.Contains(tokens[at + 1].Form));

    private static int Inside(List<Token> tokens, CueMatch match, HashSet<int> settled)
    {
        for (int i = match.First + 1; i < match.Last; i++)
        {
            if (Array.IndexOf(match.Taken, i) >= 0 || !StanceWords.Negators.Contains(tokens[i].Form) || settled.Contains(i)) continue;
            if (!StanceWords.NegationCancellers.Contains(tokens[i + 1].Form)) return i;
        }
        return -1;
    }

    private static int Before(List<Token> tokens, Sentence sentence, CueMatch match, HashSet<int> settled)
    {
        int floor = Math.Max(sentence.First, match.First - OwnClause);
        bool finite = IsFinite(tokens[match.First].Form);
        if (tokens[match.First].Form is "är" or "vore" or "blir") floor = Math.Max(floor, match.First - 2);
        for (int i = match.First - 1; i >= floor; i--)
        {
            Token token = tokens[i];
            // "Att ingen har frågats är en brist": beyond the copula only the word beside it belongs to it.
            if (token.Form is "är" or "vore" or "blir" && match.First > i) floor = Math.Max(floor, i - 2);
            if (token.Kind == TokenKind.Break) return -1;
            if (token.Kind == TokenKind.Comma)
            {
                int opening = OpeningComma(tokens, i, floor);
                if (opening < 0) return -1;
                i = opening;
                continue;
            }
            if (Negates(tokens, i, sentence, settled)) return IsSubjectNegation(tokens, i, match) ? -1 : i;
            if (token.Form is "och" or "samt" && finite && match.First - i <= 3) return -1;
            if (token.Form == "att") return BeforeAtt(tokens, sentence, i, match, settled);
            if (StanceWords.ClauseOpeners.Contains(token.Form)) return -1;
        }
        return -1;
    }

    // "inga/ingen/inget" negate a noun beside them; only as subject ("ingen nämnd tillstyrker") do they reach a verb.
    private static bool IsSubjectNegation(List<Token> tokens, int at, CueMatch match) =>
        tokens[at].Form is "inga" or "ingen" or "inget" && match.First - at > 3;

    // "anser inte att X är bra", "finner inte skäl att tillstyrka": the negation reaches over "att".
    private static int BeforeAtt(List<Token> tokens, Sentence sentence, int att, CueMatch match, HashSet<int> settled)
    {
        int floor = Math.Max(sentence.First, att - AfterVerb);
        bool infinitive = att == match.First - 1 && !IsFinite(tokens[match.First].Form);
        int negator = -1;
        bool opinion = infinitive;
        for (int i = att - 1; i >= floor && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (Negates(tokens, i, sentence, settled)) negator = i;
            else if (infinitive && tokens[i].Form is "saknar" or "saknas") negator = i;
            else if (StanceWords.OpinionVerbs.Contains(tokens[i].Form)) opinion = true;
            else if (StanceWords.ClauseOpeners.Contains(tokens[i].Form)) break;
        }
        return opinion ? negator : -1;
    }

    private static int After(List<Token> tokens, Sentence sentence, CueMatch match, HashSet<int> settled)
    {
        if (!IsFinite(tokens[match.First].Form)) return -1;
        int ceiling = Math.Min(sentence.Last, match.First + 1 + AfterVerb);
        for (int i = match.First + 1; i < ceiling; i++)
        {
            Token token = tokens[i];
            if (token.Kind != TokenKind.Word || StanceWords.ClauseOpeners.Contains(token.Form)) return -1;
            if (token.Form is "och" or "samt" or "eller") return -1;
            if (token.Form is "inga" or "ingen" or "inget") continue;
            if (Negates(tokens, i, sentence, settled)) return i;
        }
        return -1;
    }

    private static int OpeningComma(List<Token> tokens, int comma, int floor)
    {
        for (int i = comma - 1; i >= floor; i--)
        {
            if (tokens[i].Kind == TokenKind.Break) return -1;
            if (tokens[i].Kind == TokenKind.Comma) return i;
        }
        return -1;
    }

    private static bool IsFinite(string word) => word.Length > 2 && word[^1] is 'r' or 's' || word is "är" or "var" or "bör";
}
