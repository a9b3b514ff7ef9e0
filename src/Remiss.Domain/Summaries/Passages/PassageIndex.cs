using System.Runtime.InteropServices;

namespace Remiss.Domain.Summaries.Passages;

/// <summary>
/// Finds among earlier passages those that may be like a new one. Each passage is filed under twelve
/// keys, each made of three min-hashes of its word pairs: at the threshold (two thirds of the pairs of
/// both) two passages meet under one of them in 98 cases of 100, and surely when they are equal.
/// </summary>
internal sealed class PassageIndex
{
    private const int Bands = 12;
    private const int Rows = 3;
    private const int MostCompared = 8;

    private static readonly ulong[] Multipliers = [.. Enumerable.Range(1, Bands * Rows).Select(i => WordPairs.Mix((ulong)i * 0x9e3779b97f4a7c15) | 1)];

    private readonly List<ulong[]> _passages = [];
    private readonly Dictionary<ulong, int> _newestUnder = [];
    private readonly List<int> _olderUnder = [];

    /// <summary>The earlier passage most like this one, or -1 when none reaches the threshold.</summary>
    public int MostAlike(WordPairs pairs, double threshold)
    {
        Span<ulong> keys = stackalloc ulong[Bands];
        Keys(pairs.Sorted, keys);
        int best = -1;
        double bestAlike = threshold;
        for (int band = 0; band < Bands; band++)
        {
            if (!_newestUnder.TryGetValue(keys[band], out int entry)) continue;
            for (int compared = 0; entry >= 0 && compared < MostCompared; compared++)
            {
                int passage = entry / Bands;
                double alike = passage == best ? 0 : WordPairs.Alike(pairs.Sorted, _passages[passage]);
                if (alike > bestAlike || (alike >= threshold && best < 0)) (best, bestAlike) = (passage, alike);
                entry = _olderUnder[entry];
            }
        }
        return best;
    }

    /// <summary>Files a passage; its place is the number of those filed before.</summary>
    public void Add(WordPairs pairs)
    {
        Span<ulong> keys = stackalloc ulong[Bands];
        Keys(pairs.Sorted, keys);
        int first = _passages.Count * Bands;
        _passages.Add(pairs.Sorted);
        for (int band = 0; band < Bands; band++)
        {
            ref int newest = ref CollectionsMarshal.GetValueRefOrAddDefault(_newestUnder, keys[band], out bool exists);
            _olderUnder.Add(exists ? newest : -1);
            newest = first + band;
        }
    }

    private static void Keys(ulong[] pairs, Span<ulong> keys)
    {
        for (int band = 0; band < Bands; band++)
        {
            ulong key = (ulong)band + 1;
            for (int row = 0; row < Rows; row++)
            {
                ulong multiplier = Multipliers[(band * Rows) + row];
                ulong least = ulong.MaxValue;
                foreach (ulong pair in pairs) least = Math.Min(least, pair * multiplier);
                key = WordPairs.Mix(key ^ least);
            }
            keys[band] = key;
        }
    }
}
