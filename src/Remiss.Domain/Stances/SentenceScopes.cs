namespace Remiss.Domain.Stances;

/// <summary>Tells of a place in a sentence whose opinion it is and what the words around make of it.</summary>
internal static class SentenceScopes
{
    private const int ObjectWindow = 5;
    private const int SubjectWindow = 6;

    // Longer than any sentence a person writes; bounds the work in a text without full stops.
    private const int ComplementWindow = 120;

    /// <summary>
    /// For each token of the sentence whether it retells what another says: <c>utredningen föreslår att …</c>,
    /// <c>enligt betänkandet ska …</c>, <c>av promemorian framgår att …</c>.
    /// </summary>
    public static bool[] Reported(List<Token> tokens, Sentence sentence)
    {
        var reported = new bool[sentence.Last - sentence.First];
        bool on = false;
        for (int i = sentence.First; i < sentence.Last; i++)
        {
            string form = tokens[i].Form;
            if (on && (StanceWords.Contrasts.Contains(form) || tokens[i].Kind == TokenKind.Break)) on = false;
            else if (!on && StanceWords.IsThirdParty(form) && Reports(tokens, sentence, i)) on = true;
            else if (!on && StanceWords.TellingVerbs.Contains(form)) on = i + 1 < sentence.Last && tokens[i + 1].Form is "att" or "om" or "hur";
            else if (!on && form is "föreslås" or "framgår") on = !IsDenied(tokens, sentence, i);
            reported[i - sentence.First] = on;
        }
        return reported;
    }

    private static bool IsDenied(List<Token> tokens, Sentence sentence, int verb)
    {
        int ceiling = Math.Min(sentence.Last, verb + 4);
        for (int i = verb + 1; i < ceiling; i++)
        {
            if (tokens[i].Form is "inte" or "ej") return true;
            if (tokens[i].Form is "att" || tokens[i].Kind != TokenKind.Word) return false;
        }
        return false;
    }

    private static bool Reports(List<Token> tokens, Sentence sentence, int at)
    {
        string before = at > sentence.First ? tokens[at - 1].Form : "";
        if (before == "enligt") return true;
        if (StanceWords.Likeness.Contains(before)) return false;
        if (at > sentence.First + 1 && tokens[at - 2].Form is "likhet" or "liksom") return false;
        if (StanceWords.Prepositions.Contains(before)) return false;
        if (StanceWords.ReportVerbs.Contains(before)) return true;
        int ceiling = Math.Min(sentence.Last, at + 4);
        for (int i = at + 1; i < ceiling; i++)
        {
            if (tokens[i].Kind == TokenKind.Break || StanceWords.ClauseOpeners.Contains(tokens[i].Form)) return false;
            if (StanceWords.ReportVerbs.Contains(tokens[i].Form)) return true;
        }
        return false;
    }

    /// <summary>Whether the verb at the place has someone else for its subject: <c>remissinstanserna tillstyrker</c>.</summary>
    public static bool IsOthers(List<Token> tokens, Sentence sentence, int at)
    {
        int floor = Math.Max(sentence.First, at - SubjectWindow);
        for (int i = at - 1; i >= floor; i--)
        {
            Token token = tokens[i];
            if (token.Kind != TokenKind.Word || StanceWords.ClauseOpeners.Contains(token.Form) || token.Form is "och" or "samt") return false;
            if (!StanceWords.IsThirdParty(token.Form)) continue;
            string before = i > sentence.First ? tokens[i - 1].Form : "";
            // "Betänkandet tillstyrks": in the passive the noun is what is judged.
            if (tokens[at].Form.EndsWith('s') && tokens[at].Form is not "ställs") return false;
            return !StanceWords.Prepositions.Contains(before) && !IsObject(tokens, i, at);
        }
        return false;
    }

    // "Betänkandet tillstyrker kommunen", "utredningen kan vi inte tillstyrka": another subject stands between or after.
    private static bool IsObject(List<Token> tokens, int noun, int verb)
    {
        for (int i = noun + 1; i <= verb + 1 && i < tokens.Count; i++)
        {
            if (i != verb && IsOwnSubject(tokens[i].Form)) return true;
        }
        return false;
    }

    private static bool IsOwnSubject(string form) =>
        form is "vi" or "kommunen" or "regionen" or "nämnden" or "staden" or "myndigheten" or "verket" or "länsstyrelsen" or "universitetet"
            or "föreningen" or "förbundet" or "landstinget" or "kommunstyrelsen" or "förvaltningen";

    /// <summary>Whether it was so at another time: <c>var kritisk</c>, <c>har varit positiv</c>.</summary>
    public static bool IsPast(List<Token> tokens, Sentence sentence, int at)
    {
        int floor = Math.Max(sentence.First, at - 3);
        for (int i = at - 1; i >= floor; i--)
        {
            if (tokens[i].Form is "var" or "varit" or "blev") return true;
            if (tokens[i].Kind != TokenKind.Word || StanceWords.ClauseOpeners.Contains(tokens[i].Form)) return false;
        }
        return false;
    }

    /// <summary>Whether the verb tells what the document does, not what the sender wants: <c>strategin betonar</c>, <c>förslaget förutsätter</c>.</summary>
    public static bool IsDocumentsAct(List<Token> tokens, Sentence sentence, int at)
    {
        if (!StanceWords.ActsOfADocument.Contains(tokens[at].Form)) return false;
        int floor = StanceFindings.From(sentence, at);
        for (int i = at - 1; i >= floor; i--)
        {
            if (tokens[i].Kind == TokenKind.Break || IsOwnSubject(tokens[i].Form) || StanceWords.ClauseOpeners.Contains(tokens[i].Form)) return false;
            if (!StanceWords.IsThirdParty(tokens[i].Form) && !StanceWords.EndsWithAny(tokens[i].Form, StanceWords.Wholes)) continue;
            return i == sentence.First || !StanceWords.Prepositions.Contains(tokens[i - 1].Form);
        }
        return false;
    }

    /// <summary>Whether the place stands in a condition: <c>om förslaget tillstyrks …</c>.</summary>
    public static bool IsSupposed(List<Token> tokens, Sentence sentence, int at)
    {
        int floor = StanceFindings.From(sentence, at);
        for (int i = at - 1; i >= floor; i--)
        {
            Token token = tokens[i];
            if (token.Form is "om" or "ifall" && OpensClause(tokens, sentence, i)) return true;
            if (token.Kind != TokenKind.Word || token.Form is "att" or "så" or "men") return false;
        }
        return false;
    }

    private static bool OpensClause(List<Token> tokens, Sentence sentence, int at) =>
        at == sentence.First || tokens[at - 1].Kind != TokenKind.Word || tokens[at - 1].Form is "men" or "och" or "även";

    /// <summary>Whether a refusal is one the document itself makes: <c>avvisande till X, liksom utredningen</c> is agreement.</summary>
    public static bool IsShared(List<Token> tokens, Sentence sentence, CueMatch match)
    {
        int floor = StanceFindings.From(sentence, match.First);
        int ceiling = Math.Min(sentence.Last, match.Last + 16);
        for (int i = floor; i < ceiling; i++)
        {
            if (!IsLikeness(tokens, sentence, i)) continue;
            int last = Math.Min(sentence.Last, i + 5);
            for (int j = i + 1; j < last; j++)
            {
                if (IsDocumentsVoice(tokens[j].Form)) return true;
            }
        }
        return false;
    }

    private static bool IsLikeness(List<Token> tokens, Sentence sentence, int at) =>
        tokens[at].Form == "liksom" || tokens[at].Form == "likhet" && at > sentence.First && tokens[at - 1].Form == "i"
        || tokens[at].Form == "precis" && at + 1 < sentence.Last && tokens[at + 1].Form == "som";

    private static bool IsDocumentsVoice(string form) =>
        form is "utredningen" or "utredaren" or "betänkandet" or "promemorian" or "kommittén" or "kommissionen" or "regeringen"
            or "arbetsgruppen" or "förslaget" or "strategin" or "remissen";

    /// <summary>
    /// The clause that a stance governs, from its opener up to its end (empty where there is none): what is wished
    /// or found lacking there is the proposal's, not the sender's.
    /// </summary>
    public static (int Start, int End) Complement(List<Token> tokens, Sentence sentence, int last)
    {
        int opener = -1;
        int ceiling = Math.Min(sentence.Last, last + 1 + ComplementWindow);
        for (int i = last + 1; i < ceiling; i++)
        {
            if (EndsComplement(tokens, i, ceiling)) return opener < 0 ? (i, i) : (opener, i);
            if (opener < 0 && tokens[i].Form is "att" or "som" or "eftersom" or "då" or "om") opener = i;
        }
        return opener < 0 ? (ceiling, ceiling) : (opener, ceiling);
    }

    private static bool EndsComplement(List<Token> tokens, int at, int ceiling)
    {
        Token token = tokens[at];
        if (token.Kind == TokenKind.Break || StanceWords.Contrasts.Contains(token.Form)) return true;
        bool afterComma = tokens[at - 1].Kind == TokenKind.Comma;
        if (token.Form is "även" or "trots") return afterComma;
        return token.Form is "och" or "samt" && at + 1 < ceiling && (afterComma || IsOwnVerb(tokens[at + 1].Form));
    }

    private static bool IsOwnVerb(string form) =>
        StanceWords.OpinionVerbs.Contains(form)
        || form is "vill" or "tillstyrker" or "avstyrker" or "instämmer" or "ifrågasätter" or "saknar" or "har" or "lämnar" or "ställer" or "välkomnar" or "förutsätter" or "efterlyser" or "efterfrågar";

    /// <summary>Whether a cue's object is what the document wants, not what it proposes.</summary>
    public static bool IsOnIntention(List<Token> tokens, Sentence sentence, int last)
    {
        int ceiling = Math.Min(sentence.Last, last + 1 + ObjectWindow);
        for (int i = last; i < ceiling; i++)
        {
            if (i > last && (tokens[i].Kind != TokenKind.Word || StanceWords.ClauseOpeners.Contains(tokens[i].Form))) return false;
            if (StanceWords.StartsWithAny(tokens[i].Form, StanceWords.Intentions)) return true;
        }
        return false;
    }

    /// <summary>Whether a fault is said of what is in force today, not of what is proposed.</summary>
    public static bool IsOnPresentState(List<Token> tokens, Sentence sentence, int at)
    {
        int floor = StanceFindings.From(sentence, at);
        for (int i = at - 1; i >= floor; i--)
        {
            if (tokens[i].Kind == TokenKind.Break || tokens[i].Form is "men" or "dock" or "så" or "därför") return false;
            if (tokens[i].Form is "dagens" or "idag" or "gällande" or "nuläget") return true;
            if (tokens[i].Form == "nuvarande") return tokens[i + 1].Form is not ("lydelse" or "form" or "utformning" or "skick" or "förslag");
        }
        return false;
    }

    /// <summary>Whether the place is inside the question that the sentence asks; what stands before a colon is told, not asked.</summary>
    public static bool IsAsked(List<Token> tokens, Sentence sentence, int at)
    {
        if (!sentence.IsQuestion) return false;
        int ceiling = StanceFindings.To(sentence, at);
        for (int i = at; i < ceiling; i++)
        {
            if (tokens[i].Kind == TokenKind.Break) return false;
        }
        return true;
    }

    /// <summary>Whether a verb only tells which ones are meant: <c>de uppgifter som behövs</c>, <c>den som behöver hjälp</c>.</summary>
    public static bool IsRestriction(List<Token> tokens, Sentence sentence, int at)
    {
        if (at <= sentence.First + 1 || tokens[at - 1].Form != "som") return false;
        if (tokens[at].Form is not ("saknar" or "saknas" or "behövs" or "behöver" or "krävs" or "önskar" or "riskerar" or "försvårar" or "drabbar")) return false;
        if (tokens[at - 2].Form is "det" or "något" or "vad" or "annat" && tokens[at].Form is "saknas" or "behövs" or "krävs") return false;
        return !(at + 1 < sentence.Last && tokens[at + 1].Form.EndsWith("as", StringComparison.Ordinal));
    }

    /// <summary>Whether the sentence opens with why and not with what: <c>Eftersom …, välkomnar vi …</c>.</summary>
    public static bool OpensWithReason(List<Token> tokens, Sentence sentence) =>
        tokens[sentence.First].Form is "eftersom" or "då" or "mot" or "trots" or "även" or "med" or "som" or "utifrån";
}
