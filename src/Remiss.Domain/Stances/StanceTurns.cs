using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Stances;

/// <summary>Finds where, inside a paragraph, another stance begins. In doubt a paragraph stays whole.</summary>
internal static class StanceTurns
{
    private const int FormulaWithin = 4;
    private const int ContrastWithin = 9;

    private enum Side
    {
        None,
        For,
        Against,
        NoRemark,
    }

    /// <summary>The turns of a span, ascending, each inside it and none at its start.</summary>
    public static ImmutableArray<int> Find(string text, TextSpan span)
    {
        StanceTokens scanned = StanceTokens.Of(text, span);
        List<Finding> findings = StanceFindings.Of(scanned);
        var turns = ImmutableArray.CreateBuilder<int>();
        Side side = Side.None;
        bool good = false;
        bool formula = false;
        int next = 0;
        for (int i = 0; i < scanned.Sentences.Count && findings.Count > 0; i++)
        {
            int first = next;
            while (next < findings.Count && findings[next].Sentence == i) next++;
            Sentence sentence = scanned.Sentences[i];
            Side opening = SideOf(findings, first, next);
            bool now = OpensWithFormula(scanned.Tokens, sentence, findings, first, next);
            bool turned = i > 0 && (Turned(side, opening) || formula && now || good && IsContrasted(scanned.Tokens, sentence, findings, first, next));
            if (turned) turns.Add(scanned.Tokens[sentence.First].Start);
            side = opening == Side.None && (turned || side == Side.NoRemark) ? Side.None : opening == Side.None ? side : opening;
            formula = now || formula && !turned;
            good = IsGood(findings, first, next) || good && !turned;
            side = AddClauseTurn(scanned, sentence, findings, first, next, turns, side);
        }
        return turns.ToImmutable();
    }

    // After "har inga synpunkter." what follows is a remark of its own.
    private static bool Turned(Side before, Side now) =>
        before == Side.NoRemark ? now != Side.NoRemark
        : before != Side.None && now is Side.For or Side.Against && now != before;

    // "Kommunen tillstyrker att kajen rustas. Kommunen tillstyrker att fyren målas.": one stance, two subjects.
    private static bool OpensWithFormula(List<Token> tokens, Sentence sentence, List<Finding> findings, int first, int last)
    {
        if (first == last || findings[first].Sense is not (CueSense.Support or CueSense.Oppose or CueSense.Doubt)) return false;
        if (findings[first].First > sentence.First + FormulaWithin) return false;
        int ceiling = Math.Min(sentence.Last, findings[first].Last + 3);
        for (int i = findings[first].Last + 1; i < ceiling; i++)
        {
            if (tokens[i].Form is "att") return true;
            if (tokens[i].Form is not ("förslaget" or "förslagen")) return false;
        }
        return false;
    }

    private static bool IsGood(List<Finding> findings, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (findings[i].Approves || findings[i].Sense == CueSense.Praise) return true;
        }
        return false;
    }

    // "… är bra. Däremot saknas en tidplan.": what is good ends, what is not begins.
    private static bool IsContrasted(List<Token> tokens, Sentence sentence, List<Finding> findings, int first, int last)
    {
        if (first == last || IsGood(findings, first, last)) return false;
        int ceiling = Math.Min(sentence.Last, sentence.First + ContrastWithin);
        for (int i = sentence.First; i < ceiling; i++)
        {
            if (tokens[i].Form == "däremot") return true;
        }
        return false;
    }

    private static Side SideOf(List<Finding> findings, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            switch (findings[i].Sense)
            {
                case CueSense.Support or CueSense.Favour or CueSense.Agree:
                    return Side.For;
                case CueSense.Oppose or CueSense.Doubt:
                    return Side.Against;
                case CueSense.NoRemark:
                    return Side.NoRemark;
                default:
                    break;
            }
        }
        return Side.None;
    }

    // "… tillstyrker förslagen, men avstyrker att de gäller oss": both formulas, of opposite sides, in one sentence.
    private static Side AddClauseTurn(StanceTokens scanned, Sentence sentence, List<Finding> findings, int first, int last,
        ImmutableArray<int>.Builder turns, Side side)
    {
        for (int i = first + 1; i < last; i++)
        {
            Finding before = findings[i - 1];
            Finding now = findings[i];
            bool turned = before.Sense == CueSense.Support && now.Sense == CueSense.Oppose || before.Sense == CueSense.Oppose && now.Sense == CueSense.Support;
            if (!turned) continue;
            int clause = ClauseStart(scanned.Tokens, sentence, before.Last, now.First);
            if (clause < 0) continue;
            turns.Add(scanned.Tokens[clause].Start);
            side = now.Sense == CueSense.Support ? Side.For : Side.Against;
        }
        return side;
    }

    private static int ClauseStart(List<Token> tokens, Sentence sentence, int after, int before)
    {
        int floor = Math.Max(after + 2, sentence.First);
        for (int i = before - 1; i >= floor; i--)
        {
            if (tokens[i].Form is "men" or "medan" or "och" or "däremot" || tokens[i - 1].Kind == TokenKind.Break) return i;
        }
        return -1;
    }
}
