using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Stances;

/// <summary>Finds where, inside a paragraph, another stance begins. In doubt a paragraph stays whole.</summary>
internal static class StanceTurns
{
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
        if (findings.Count < 1) return [];
        var turns = ImmutableArray.CreateBuilder<int>();
        Side side = Side.None;
        int next = 0;
        for (int i = 0; i < scanned.Sentences.Count; i++)
        {
            int first = next;
            while (next < findings.Count && findings[next].Sentence == i) next++;
            Sentence sentence = scanned.Sentences[i];
            Side opening = SideOf(findings, first, next);
            if (i > 0 && Turned(side, opening)) turns.Add(scanned.Tokens[sentence.First].Start);
            if (opening != Side.None) side = opening;
            else if (side == Side.NoRemark) side = Side.None;
            side = AddClauseTurn(scanned, sentence, findings, first, next, turns, side);
        }
        return turns.ToImmutable();
    }

    // After "har inga synpunkter." every further sentence is a remark of its own.
    private static bool Turned(Side before, Side now) =>
        before == Side.NoRemark ? now != Side.NoRemark
        : before != Side.None && now is Side.For or Side.Against && now != before;

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
