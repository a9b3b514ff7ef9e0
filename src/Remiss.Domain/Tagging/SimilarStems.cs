namespace Remiss.Domain.Tagging;

/// <summary>
/// Finds the stems of a document that a damaged stem may stand for: letters that machine reading confuses
/// are first made one (<c>rn</c> and <c>m</c>, <c>i</c> and <c>l</c>), then one letter may be missing, extra or wrong.
/// Each stem is entered under itself and under itself without each of its letters; two stems that
/// share an entry are similar.
/// </summary>
internal sealed class SimilarStems
{
    /// <summary>Shorter stems have too many neighbours that mean something else.</summary>
    public const int ShortestStem = 6;

    // Keeps the work bounded on a document made of near-identical words.
    private const int MostPerEntry = 8;

    private readonly Dictionary<ulong, List<string>> _entries = [];

    public SimilarStems(IEnumerable<string> stems)
    {
        foreach (string stem in stems)
        {
            if (stem.Length < ShortestStem) continue;
            foreach (ulong key in Keys(stem))
            {
                if (!_entries.TryGetValue(key, out List<string>? sharing)) _entries[key] = sharing = new List<string>(1);
                if (sharing.Count < MostPerEntry && !sharing.Contains(stem)) sharing.Add(stem);
            }
        }
    }

    /// <summary>The similar stems other than this one, each once, in a fixed order.</summary>
    public IEnumerable<string> To(string stem)
    {
        if (stem.Length < ShortestStem) return [];
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ulong key in Keys(stem))
        {
            if (_entries.TryGetValue(key, out List<string>? sharing)) found.UnionWith(sharing);
        }
        found.Remove(stem);
        return found;
    }

    private static IEnumerable<ulong> Keys(string stem)
    {
        string folded = Folded(stem);
        yield return Hash(folded, -1);
        for (int i = 0; i < folded.Length; i++) yield return Hash(folded, i);
    }

    private static string Folded(string stem) => stem
        .Replace("rn", "m", StringComparison.Ordinal)
        .Replace("ii", "n", StringComparison.Ordinal)
        .Replace("nn", "m", StringComparison.Ordinal)
        .Replace("fi", "f", StringComparison.Ordinal)
        .Replace("vv", "w", StringComparison.Ordinal)
        .Replace('i', 'l');

    // FNV-1a over the letters but one; 64 bits make a chance meeting of two keys too rare to matter.
    private static ulong Hash(string letters, int left)
    {
        ulong hash = 14695981039346656037;
        for (int i = 0; i < letters.Length; i++)
        {
            if (i != left) hash = (hash ^ letters[i]) * 1099511628211;
        }
        return hash;
    }
}
