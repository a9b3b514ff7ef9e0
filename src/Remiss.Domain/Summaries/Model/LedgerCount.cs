using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Summaries.Model;

/// <summary>How many characters of a reply are of each kind, and the runs to show.</summary>
internal sealed class LedgerCount
{
    public static readonly ImmutableArray<LedgerKind> Kinds =
    [
        LedgerKind.Comment, LedgerKind.Heading, LedgerKind.Courtesy, LedgerKind.Background, LedgerKind.DecisionFormality, LedgerKind.PageFurniture,
    ];

    private readonly long[] _characters = new long[Kinds.Length];

    /// <summary>Characters that no run holds: none, unless something went wrong before; shown then.</summary>
    public long Unsorted { get; private set; }

    public long Total { get; private set; }

    public long this[LedgerKind kind] => _characters[Place(kind)];

    public static LedgerCount Of(SplitResponse split)
    {
        var count = new LedgerCount();
        long sorted = 0;
        foreach (LedgerEntry entry in split.Ledger)
        {
            count._characters[Place(entry.Kind)] += entry.Span.Length;
            sorted += entry.Span.Length;
        }
        count.Unsorted = Math.Max(0, split.Document.Text.Length - sorted);
        count.Total = sorted + count.Unsorted;
        return count;
    }

    public void Add(LedgerCount other)
    {
        for (int i = 0; i < _characters.Length; i++) _characters[i] += other._characters[i];
        Unsorted += other.Unsorted;
        Total += other.Total;
    }

    /// <summary>The runs that the chapters leave out and a reader may want to judge, neighbours of one kind joined.</summary>
    public static IEnumerable<LedgerEntry> LeftOut(SplitResponse split)
    {
        LedgerEntry? open = null;
        foreach (LedgerEntry entry in split.Ledger)
        {
            if (open is { } before && before.Kind == entry.Kind && before.Span.End == entry.Span.Start)
            {
                open = before with { Span = TextSpan.FromBounds(before.Span.Start, entry.Span.End) };
                continue;
            }
            if (open is { Kind: LedgerKind.Background or LedgerKind.Courtesy } done) yield return done;
            open = entry;
        }
        if (open is { Kind: LedgerKind.Background or LedgerKind.Courtesy } last) yield return last;
    }

    private static int Place(LedgerKind kind) => Math.Max(0, Kinds.IndexOf(kind));
}
