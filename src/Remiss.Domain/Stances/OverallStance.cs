using Remiss.Domain.Texts;

namespace Remiss.Domain.Stances;

/// <summary>The stance of a reply as a whole (rule 8 of the annotation rules, and a registrar's habit).</summary>
internal static class OverallStance
{
    private const int ObjectWindow = 8;

    /// <summary>What the reply says of the whole document first, else what its comments add up to.</summary>
    public static StanceReading Of(string text, IReadOnlyList<StancedComment> comments)
    {
        var tally = new Tally(comments);
        StanceReading? whole = null;
        for (int i = 0; i < comments.Count; i++)
        {
            StancedComment comment = comments[i];
            bool general = comment.IsGeneral || comment.IsSummary || i == 0 || i == comments.Count - 1;
            if (OnWhole(text, comment.Span, general) is { } stated && (whole is null || Outranks(stated.Stance, whole.Value.Stance))) whole = stated;
        }
        if (whole is null && tally.Stated == 0) whole = OnWhole(text, new TextSpan(0, text.Length), general: true);
        return whole is { } said ? Tempered(said, tally) : tally.Sum();
    }

    // A refusal of the whole is never outweighed by an approval of it elsewhere in the reply.
    private static bool Outranks(Stance stance, Stance other) => stance == Stance.Opposes && other != Stance.Opposes
        || other is Stance.NoObjection && stance is Stance.Supports or Stance.SupportsWithComments;

    private static StanceReading Tempered(StanceReading said, Tally tally) => said.Stance switch
    {
        Stance.Supports when tally.Remarks + tally.Against > 0 => said with { Stance = Stance.SupportsWithComments },
        Stance.NoObjection when tally.Remarks + tally.Against + tally.For > 0 => said with { Stance = Stance.SupportsWithComments },
        _ => said,
    };

    private static StanceReading? OnWhole(string text, TextSpan span, bool general)
    {
        StanceTokens scanned = StanceTokens.Of(text, span);
        List<Finding> findings = StanceFindings.Of(scanned);
        int first = 0;
        while (first < findings.Count)
        {
            int last = first;
            bool whole = false;
            for (; last < findings.Count && findings[last].Sentence == findings[first].Sentence; last++)
            {
                Finding finding = findings[last];
                whole |= finding.IsExplicit && finding.Sense != CueSense.Abstain
                    && IsOfWhole(scanned.Tokens, scanned.Sentences[finding.Sentence], finding, general);
            }
            if (whole)
            {
                StanceReading reading = StanceWeighing.Weigh(findings.GetRange(first, last - first)).Reading;
                if (reading.Stance != Stance.NotStated) return reading;
            }
            first = last;
        }
        return null;
    }

    private static bool IsOfWhole(List<Token> tokens, Sentence sentence, Finding finding, bool general)
    {
        int ceiling = Math.Min(sentence.Last, finding.Last + 1 + ObjectWindow);
        for (int i = finding.Last + 1; i < ceiling; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || StanceWords.ClauseOpeners.Contains(tokens[i].Form)) break;
            if (NamesWhole(tokens, sentence, i, general)) return !IsNarrowed(tokens, sentence, i);
        }
        int floor = Math.Max(sentence.First, finding.First - ObjectWindow);
        for (int i = finding.First - 1; i >= floor; i--)
        {
            if (tokens[i].Kind != TokenKind.Word || StanceWords.ClauseOpeners.Contains(tokens[i].Form)) return false;
            if (NamesWhole(tokens, sentence, i, general)) return !IsNarrowed(tokens, sentence, i);
        }
        return false;
    }

    private static bool NamesWhole(List<Token> tokens, Sentence sentence, int at, bool general)
    {
        string word = tokens[at].Form;
        return StanceWords.EndsWithAny(word, StanceWords.Wholes) || word is "helhet"
            || general && Array.IndexOf(StanceWords.WholesInGeneral, word) >= 0
            || word is "förslaget" or "förslagen" && IsDraftOf(tokens, sentence, at);
    }

    // "förslaget till ny regional strategi": a draft of the kind of document that is sent out.
    private static bool IsDraftOf(List<Token> tokens, Sentence sentence, int noun)
    {
        if (noun + 1 >= sentence.Last || tokens[noun + 1].Form != "till") return false;
        int ceiling = Math.Min(sentence.Last, noun + 6);
        for (int i = noun + 2; i < ceiling; i++)
        {
            if (StanceWords.EndsWithAny(tokens[i].Form, StanceWords.Genres)) return true;
        }
        return false;
    }

    // "förslaget att …", "förslagen om …", "strategin i den del …": a part, not the whole.
    private static bool IsNarrowed(List<Token> tokens, Sentence sentence, int noun) =>
        noun + 1 < sentence.Last && (tokens[noun + 1].Form is "att" or "om" or "på" or "kring" or "gällande" or "rörande" or "avseende" or "vad"
            || tokens[noun + 1].Form == "i" && noun + 3 < sentence.Last
                && tokens[noun + 2].Form is "avsnitt" or "kapitel" or "den" or "denna" or "punkt" or "fråga");

    /// <summary>How the comments fall.</summary>
    private sealed class Tally
    {
        private readonly StanceReading[] _readings;

        public Tally(IReadOnlyList<StancedComment> comments)
        {
            _readings = [.. comments.Select(c => c.Stance)];
            For = Count(Stance.Supports);
            Remarks = Count(Stance.SupportsWithComments);
            Against = Count(Stance.Doubtful) + Count(Stance.Opposes);
        }

        public int For { get; }

        public int Remarks { get; }

        public int Against { get; }

        public int Stated => _readings.Count(r => r.Stance != Stance.NotStated);

        public StanceReading Sum()
        {
            if (Against > For + Remarks) return First(Count(Stance.Opposes) * 2 >= Against ? Stance.Opposes : Stance.Doubtful);
            if (Remarks > 0) return First(Stance.SupportsWithComments);
            if (Against > 0) return First(Stance.Supports) with { Stance = Stance.SupportsWithComments };
            // One kind word among remarks without position is no stance on the whole.
            if (For > 0) return For > Count(Stance.NotStated) ? First(Stance.Supports) : StanceReading.None;
            if (Count(Stance.NoObjection) > 0) return First(Stance.NoObjection);
            return Count(Stance.Abstains) > 0 ? First(Stance.Abstains) : StanceReading.None;
        }

        private int Count(Stance stance) => _readings.Count(r => r.Stance == stance);

        private StanceReading First(Stance stance)
        {
            int index = Array.FindIndex(_readings, r => r.Stance == stance);
            return index < 0 ? new StanceReading(stance, null) : _readings[index];
        }
    }
}
