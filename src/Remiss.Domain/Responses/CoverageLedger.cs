using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Builds the ledger of a reply: runs in order, without gap or overlap, that together are the whole text. White
/// space and list marks go with the run before them, and after a comment count as the page's.
/// </summary>
public static class CoverageLedger
{
    /// <summary>The ledger of a text of <paramref name="length"/> characters.</summary>
    /// <param name="length">The text's length.</param>
    /// <param name="runs">What is known of it; runs outside the text are cut, and of two that overlap the first counts.</param>
    public static ImmutableArray<LedgerEntry> Build(int length, IEnumerable<LedgerEntry> runs)
    {
        var ledger = ImmutableArray.CreateBuilder<LedgerEntry>();
        int done = 0;
        foreach (LedgerEntry run in runs.OrderBy(r => r.Span.Start))
        {
            int start = Math.Clamp(run.Span.Start, done, length);
            int end = (int)Math.Clamp((long)run.Span.Start + run.Span.Length, start, length);
            if (end == start) continue;
            Fill(ledger, done, start);
            Append(ledger, start, end, run.Kind);
            done = end;
        }
        Fill(ledger, done, length);
        return ledger.ToImmutable();
    }

    private static void Fill(ImmutableArray<LedgerEntry>.Builder ledger, int start, int end)
    {
        if (end == start) return;
        bool afterComment = ledger.Count == 0 || ledger[^1].Kind == LedgerKind.Comment;
        Append(ledger, start, end, afterComment ? LedgerKind.PageFurniture : ledger[^1].Kind);
    }

    private static void Append(ImmutableArray<LedgerEntry>.Builder ledger, int start, int end, LedgerKind kind)
    {
        // Two comments stay two entries even where nothing lies between them.
        if (ledger.Count > 0 && ledger[^1].Kind == kind && kind != LedgerKind.Comment)
            ledger[^1] = new LedgerEntry(TextSpan.FromBounds(ledger[^1].Span.Start, end), kind);
        else ledger.Add(new LedgerEntry(TextSpan.FromBounds(start, end), kind));
    }
}
