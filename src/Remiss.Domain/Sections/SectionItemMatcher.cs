using System.Collections.Immutable;

namespace Remiss.Domain.Sections;

/// <summary>
/// Tells which numbered point of a section continues which of the same section in an older version. The words decide, never
/// the number: one inserted point shifts all after it. Total; each point continues at most one and is continued by at most one.
/// </summary>
public static class SectionItemMatcher
{
    // From here on it is the same point, reworded.
    private const double SameText = 0.5;

    // A reworded point is looked for this far from its place at most, so that long lists stay quick.
    private const int Reach = 40;

    /// <summary>For each newer point the place of the older one that it continues, or null where it is new.</summary>
    public static ImmutableArray<int?> Match(ImmutableArray<SectionItem> older, ImmutableArray<SectionItem> newer)
    {
        var continues = new int?[newer.Length];
        var taken = new bool[older.Length];
        // The same words under the same lead-in first, then under any, then nearly the same words.
        JoinSame(item => SectionKeys.Of(item.Label) + '\n' + SectionKeys.Of(item.Text));
        JoinSame(item => SectionKeys.Of(item.Text));
        var before = older.Select((item, i) => taken[i] ? null : WordsOf(item)).ToList();
        var after = newer.Select((item, j) => continues[j] is null ? WordsOf(item) : null).ToList();
        var akin = from j in Enumerable.Range(0, newer.Length)
                   where after[j] is not null
                   from i in Enumerable.Range(Math.Max(0, j - Reach), Math.Max(0, Math.Min(older.Length, j + Reach + 1) - Math.Max(0, j - Reach)))
                   where before[i] is not null
                   let likeness = Likeness(before[i]!, after[j]!)
                   where likeness >= SameText
                   orderby likeness descending, Math.Abs(i - j), i
                   select (i, j);
        foreach ((int i, int j) in akin) Join(i, j);
        return [.. continues];

        void JoinSame(Func<SectionItem, string> key)
        {
            var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
            for (int i = 0; i < older.Length; i++)
            {
                if (taken[i]) continue;
                string of = key(older[i]);
                if (!places.TryGetValue(of, out Queue<int>? queue)) places[of] = queue = new Queue<int>();
                queue.Enqueue(i);
            }
            for (int j = 0; j < newer.Length; j++)
            {
                if (continues[j] is null && places.TryGetValue(key(newer[j]), out Queue<int>? queue) && queue.TryDequeue(out int i)) Join(i, j);
            }
        }

        void Join(int i, int j)
        {
            if (taken[i] || continues[j] is not null) return;
            (taken[i], continues[j]) = (true, i);
        }
    }

    private static HashSet<string> WordsOf(SectionItem item) => SectionKeys.Of(item.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    // Dice: twice what they share, of all they have.
    private static double Likeness(HashSet<string> a, HashSet<string> b) => a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
}
