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
        foreach (StancedComment comment in comments)
        {
            if (OnWhole(text, comment.Span) is { } stated && (whole is null || Outranks(stated.Stance, whole.Value.Stance))) whole = stated;
        }
        if (whole is null && tally.Stated == 0) whole = OnWhole(text, new TextSpan(0, text.Length));
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

    private static StanceReading? OnWhole(string text, TextSpan span)
    {
        StanceTokens scanned = StanceTokens.Of(text, span);
        List<Finding> findings = StanceFindings.Of(scanned);
        foreach (Finding finding in findings)
        {
            if (!finding.IsExplicit || finding.Sense == CueSense.Abstain) continue;
            Sentence sentence = scanned.Sentences[finding.Sentence];
            if (!IsOfWhole(scanned.Tokens, sentence, finding)) continue;
            List<Finding> here = findings.FindAll(f => f.Sentence == finding.Sentence);
            WeighedStance weighed = StanceWeighing.Weigh(here);
            if (weighed.Reading.Stance != Stance.NotStated) return weighed.Reading;
        }
        return null;
    }

    private static bool IsOfWhole(List<Token> tokens, Sentence sentence, Finding finding)
    {
        int ceiling = Math.Min(sentence.Last, finding.Last + 1 + ObjectWindow);
        for (int i = finding.Last + 1; i < ceiling; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || StanceWords.ClauseOpeners.Contains(tokens[i].Form)) break;
            if (StanceWords.EndsWithAny(tokens[i].Form, StanceWords.Wholes)) return !IsNarrowed(tokens, sentence, i);
        }
        int floor = Math.Max(sentence.First, finding.First - ObjectWindow);
        for (int i = finding.First - 1; i >= floor; i--)
        {
            if (tokens[i].Kind != TokenKind.Word || StanceWords.ClauseOpeners.Contains(tokens[i].Form)) return false;
            if (StanceWords.EndsWithAny(tokens[i].Form, StanceWords.Wholes)) return !IsNarrowed(tokens, sentence, i);
        }
        return false;
    }

    // "förslaget att …", "förslagen om …", "strategin i den del …": a part, not the whole.
    private static bool IsNarrowed(List<Token> tokens, Sentence sentence, int noun) =>
        noun + 1 < sentence.Last && (tokens[noun + 1].Form is "att" or "om" or "på" or "kring" or "gällande" or "rörande" or "avseende" or "vad"
            || tokens[noun + 1].Form == "i" && noun + 3 < sentence.Last && tokens[noun + 2].Form is "avsnitt" or "kapitel" or "den" or "punkt");

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
