using System.Collections.Immutable;

namespace Remiss.Domain.Summaries.Passages;

/// <summary>A paragraph or point of a reply, to be compared with those of others.</summary>
/// <param name="Sender">Who wrote it; a passage counts as shared only between different senders.</param>
/// <param name="Text">Its words.</param>
public readonly record struct PassageUnit(int Sender, string Text);

/// <summary>A passage that several replies have in common.</summary>
/// <param name="Text">The words as the first of them wrote it.</param>
/// <param name="Verbatim">Whether all have the very same words; else nearly.</param>
/// <param name="Units">The units that share it, by their place in the list, ascending.</param>
public sealed record SharedPassage(string Text, bool Verbatim, ImmutableArray<int> Units);

/// <summary>
/// Finds passages that several replies share, word by word or nearly. Two passages are nearly the same
/// when at least 80 percent of their pairs of neighbouring words are common to both (Dice's
/// coefficient). Time is linear in the text: candidates are met through min-hash bands, each passage is
/// compared with a bounded number of earlier ones, and what looks alike to none starts a family of its own.
/// </summary>
public static class SharedPassages
{
    /// <summary>Shorter passages are common by chance and are left out.</summary>
    public const int FewestWords = 8;

    /// <summary>How much two passages must have in common, 0 to 1.</summary>
    public const double Threshold = 0.8;

    /// <summary>The shared passages: most senders first, then by where they first stand.</summary>
    public static ImmutableArray<SharedPassage> Find(IReadOnlyList<PassageUnit> units)
    {
        var index = new PassageIndex();
        var verbatim = new Dictionary<ulong, int>();
        var families = new List<Family>();
        for (int i = 0; i < units.Count; i++)
        {
            WordPairs pairs = WordPairs.Of(units[i].Text);
            if (pairs.Words < FewestWords) continue;
            if (verbatim.TryGetValue(pairs.Whole, out int family))
            {
                families[family].Add(i, units[i].Sender, isVariant: families[family].Whole != pairs.Whole);
                continue;
            }
            family = index.MostAlike(pairs, Threshold);
            if (family < 0)
            {
                family = families.Count;
                families.Add(new Family(i, units[i].Sender, pairs.Whole));
                index.Add(pairs);
            }
            else families[family].Add(i, units[i].Sender, isVariant: true);
            verbatim.Add(pairs.Whole, family);
        }
        return
        [
            .. families.Where(f => f.SenderCount > 1)
                .OrderByDescending(f => f.SenderCount).ThenBy(f => f.Units[0])
                .Select(f => new SharedPassage(units[f.Units[0]].Text, !f.HasVariants, [.. f.Units])),
        ];
    }

    private sealed class Family(int first, int sender, ulong whole)
    {
        private readonly HashSet<int> _senders = [sender];

        public List<int> Units { get; } = [first];

        public ulong Whole { get; } = whole;

        public bool HasVariants { get; private set; }

        public int SenderCount => _senders.Count;

        public void Add(int unit, int from, bool isVariant)
        {
            Units.Add(unit);
            _senders.Add(from);
            HasVariants |= isVariant;
        }
    }
}
