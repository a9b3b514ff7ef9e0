using Remiss.Domain.Texts;

namespace Remiss.Domain.Stances;

/// <summary>A cue weighed in its sentence: what it says after negation, and the words it rests on.</summary>
internal readonly record struct Finding(CueSense Sense, int First, int Last, int Sentence, TextSpan Words, bool OnIntention)
{
    /// <summary>Whether it states a position by itself.</summary>
    public bool IsExplicit => Sense is CueSense.Support or CueSense.Agree or CueSense.Favour or CueSense.Oppose or CueSense.Doubt
        or CueSense.NoRemark or CueSense.Abstain;

    /// <summary>Whether it approves in so many words.</summary>
    public bool Approves => Sense is CueSense.Support or CueSense.Agree or CueSense.Favour;
}

/// <summary>
/// Weighs the cues of a sentence: negation and its reach, whose opinion it is, conditions, and what
/// only belongs to the thing that is approved or refused.
/// </summary>
internal static class StanceFindings
{
    private const int Reach = 10;

    /// <summary>All findings of the text's sentences, in order.</summary>
    public static List<Finding> Of(StanceTokens scanned)
    {
        var findings = new List<Finding>();
        for (int i = 0; i < scanned.Sentences.Count; i++) AddFrom(scanned, i, findings);
        return findings;
    }

    private static void AddFrom(StanceTokens scanned, int index, List<Finding> findings)
    {
        Sentence sentence = scanned.Sentences[index];
        List<Token> tokens = scanned.Tokens;
        List<CueMatch> matches = CueMatcher.Find(tokens, sentence);
        if (matches.Count == 0) return;
        HashSet<int> settled = [.. matches.SelectMany(m => m.Taken)];
        bool[] reported = SentenceScopes.Reported(tokens, sentence);
        int firstExplicit = -1;
        (int Start, int End) complement = default;
        int start = findings.Count;
        foreach (CueMatch match in matches)
        {
            if (match.Cue.Sense == CueSense.Nothing) continue;
            CueSense sense = match.Cue.Sense;
            int negator = match.Cue.FixedPolarity ? -1 : NegationScope.Find(tokens, sentence, match, settled);
            if (negator >= 0) sense = match.Cue.Negated ?? Opposite(sense);
            if (sense == CueSense.Nothing || SentenceScopes.IsAsked(tokens, sentence, match.First)) continue;
            var finding = new Finding(sense, match.First, match.Last, index, WordsOf(tokens, match, negator),
                SentenceScopes.IsOnIntention(tokens, sentence, match.Last));
            if (finding.IsExplicit)
            {
                if (IsIn(complement, match) && sense is CueSense.Agree or CueSense.Favour) continue;
                if (reported[match.First - sentence.First] || SentenceScopes.IsOthers(tokens, sentence, match.First)
                    || SentenceScopes.IsPast(tokens, sentence, match.First) || SentenceScopes.IsSupposed(tokens, sentence, match.First)) continue;
                if (sense is CueSense.Oppose or CueSense.Doubt && SentenceScopes.IsShared(tokens, sentence, match))
                {
                    finding = finding with { Sense = CueSense.Agree };
                }
                if (firstExplicit < 0) firstExplicit = match.First;
                if (!IsIn(complement, match)) complement = SentenceScopes.Complement(tokens, sentence, match.Last);
            }
            else if (sense != CueSense.Reserve
                && (IsIn(complement, match) || reported[match.First - sentence.First] || IsNotOfProposal(tokens, sentence, match, sense)))
            {
                continue;
            }
            findings.Add(finding);
        }
        if (firstExplicit >= 0 && SentenceScopes.OpensWithReason(tokens, sentence)) DropReasons(findings, start, firstExplicit);
        else if (tokens[sentence.First].Form == "att") DropReasons(findings, start, FirstJudgement(findings, start));
    }

    private static bool IsIn((int Start, int End) range, CueMatch match) => match.First >= range.Start && match.First < range.End;

    private static bool IsNotOfProposal(List<Token> tokens, Sentence sentence, CueMatch match, CueSense sense) =>
        sense switch
        {
            CueSense.CannotJudge => SentenceScopes.IsOthers(tokens, sentence, match.First),
            CueSense.Wish => SentenceScopes.IsRestriction(tokens, sentence, match.First) || SentenceScopes.IsDocumentsAct(tokens, sentence, match.First),
            CueSense.Emphasis => SentenceScopes.IsDocumentsAct(tokens, sentence, match.First),
            CueSense.Lack or CueSense.Worry or CueSense.Flaw => SentenceScopes.IsOnPresentState(tokens, sentence, match.First)
                || SentenceScopes.IsRestriction(tokens, sentence, match.First),
            _ => false,
        };

    // "Att avgift måste tas ut är rimligt": what is judged stands first, the judgement last.
    private static int FirstJudgement(List<Finding> findings, int start)
    {
        for (int i = start; i < findings.Count; i++)
        {
            if (findings[i].IsExplicit || findings[i].Sense is CueSense.Praise or CueSense.Flaw || findings[i].Sense == CueSense.Lack && i + 1 == findings.Count) return findings[i].First;
        }
        return 0;
    }

    private static void DropReasons(List<Finding> findings, int start, int firstExplicit)
    {
        int kept = start;
        for (int i = start; i < findings.Count; i++)
        {
            if (findings[i].First >= firstExplicit || findings[i].Sense is CueSense.Reserve or CueSense.Partly) findings[kept++] = findings[i];
        }
        findings.RemoveRange(kept, findings.Count - kept);
    }

    private static TextSpan WordsOf(List<Token> tokens, CueMatch match, int negator)
    {
        int first = match.First;
        int last = match.Last;
        if (negator >= 0)
        {
            first = Math.Min(first, negator);
            last = Math.Max(last, negator);
        }
        return TextSpan.FromBounds(tokens[first].Start, tokens[last].End);
    }

    private static CueSense Opposite(CueSense sense) => sense switch
    {
        CueSense.Support or CueSense.Agree => CueSense.Oppose,
        CueSense.Favour => CueSense.Doubt,
        CueSense.Praise => CueSense.Flaw,
        CueSense.Oppose => CueSense.NoRemark,
        CueSense.Worry or CueSense.Lack => CueSense.Praise,
        CueSense.Doubt or CueSense.Flaw or CueSense.Emphasis => CueSense.Nothing,
        _ => sense,
    };

    /// <summary>How far back a word may act on another; keeps the work per cue bounded.</summary>
    public static int From(Sentence sentence, int at) => Math.Max(sentence.First, at - Reach);

    /// <summary>How far ahead a word may act on another.</summary>
    public static int To(Sentence sentence, int at) => Math.Min(sentence.Last, at + 1 + Reach);
}
