namespace Remiss.Domain.Sections;

/// <summary>
/// How alike the sections of two versions of a document are, by the word pairs of their texts and the words of their
/// titles. Time and memory grow with the length of the documents, whatever they hold.
/// </summary>
internal sealed class SectionLikeness
{
    // A pair of words in more sections than this (standing phrases, a damaged file) tells none from another.
    private const int MostSectionsOfAPair = 40;

    /// <summary>Texts of fewer word pairs are too short to tell by.</summary>
    private const int FewestPairs = 6;

    private readonly SectionTree _older;
    private readonly SectionTree _newer;
    private readonly int[] _olderSize;
    private readonly int[] _newerSize;
    private readonly Dictionary<int, int>[] _shared;
    private readonly Title[] _olderTitles;
    private readonly Title[] _newerTitles;

    public SectionLikeness(SectionTree older, SectionTree newer)
    {
        (_older, _newer) = (older, newer);
        (_olderTitles, _newerTitles) = ([.. older.Sections.Select(Title.Of)], [.. newer.Sections.Select(Title.Of)]);
        List<Dictionary<(string, string), int>> before = [.. older.Sections.Select(PairsOf)], after = [.. newer.Sections.Select(PairsOf)];
        HashSet<(string, string)> common = [.. Common(before), .. Common(after)];
        foreach (var pairs in before.Concat(after))
        {
            foreach (var pair in pairs.Keys.Where(common.Contains).ToList()) pairs.Remove(pair);
        }
        _olderSize = [.. before.Select(p => p.Values.Sum())];
        _newerSize = [.. after.Select(p => p.Values.Sum())];
        var sectionsWith = new Dictionary<(string, string), List<(int Section, int Times)>>();
        for (int j = 0; j < after.Count; j++)
        {
            foreach ((var pair, int times) in after[j])
            {
                if (!sectionsWith.TryGetValue(pair, out var with)) sectionsWith[pair] = with = [];
                with.Add((j, times));
            }
        }
        _shared = [.. before.Select(pairs => Shared(pairs, sectionsWith))];
    }

    /// <summary>The newer sections that have words in common with the older one.</summary>
    public IEnumerable<int> Touched(int older) => _shared[older].Keys;

    /// <summary>The share of word pairs that both have, 0 to 1; null where one of them is too short to tell.</summary>
    public double? OfTexts(int older, int newer) => _olderSize[older] < FewestPairs || _newerSize[newer] < FewestPairs
        ? null
        : 2.0 * _shared[older].GetValueOrDefault(newer) / (_olderSize[older] + _newerSize[newer]);

    /// <summary>The share of the older section's word pairs that the newer one has, 0 to 1; 0 where it is too short to tell.</summary>
    public double Held(int older, int newer) => _olderSize[older] < FewestPairs ? 0 : (double)_shared[older].GetValueOrDefault(newer) / _olderSize[older];

    /// <summary>Whether the older section has text enough to be told by.</summary>
    public bool HasText(int older) => _olderSize[older] >= FewestPairs;

    /// <summary>How alike the titles are: 1 for the same words, else the share of words that both have.</summary>
    public double OfTitles(int older, int newer) => _olderTitles[older].LikenessTo(_newerTitles[newer]);

    /// <summary>The same for what they are parts of; 1 where both stand outermost.</summary>
    public double OfParents(int older, int newer) =>
        (_older.Parent(_older.Sections[older]), _newer.Parent(_newer.Sections[newer])) switch
        {
            (null, null) => 1,
            ({ } a, { } b) => OfTitles(_older.IndexOf(a.Id), _newer.IndexOf(b.Id)),
            _ => 0,
        };

    private static Dictionary<(string, string), int> PairsOf(Section section)
    {
        var pairs = new Dictionary<(string, string), int>();
        string? last = null;
        foreach (string word in SectionKeys.Of(section.Text).Split(' '))
        {
            if (last is not null) pairs[(last, word)] = pairs.GetValueOrDefault((last, word)) + 1;
            last = word;
        }
        return pairs;
    }

    private static IEnumerable<(string, string)> Common(List<Dictionary<(string, string), int>> sections) => sections
        .SelectMany(pairs => pairs.Keys).CountBy(pair => pair).Where(count => count.Value > MostSectionsOfAPair).Select(count => count.Key);

    private static Dictionary<int, int> Shared(Dictionary<(string, string), int> pairs, Dictionary<(string, string), List<(int Section, int Times)>> sectionsWith)
    {
        var shared = new Dictionary<int, int>();
        foreach ((var pair, int times) in pairs)
        {
            foreach ((int section, int there) in sectionsWith.GetValueOrDefault(pair, []))
                shared[section] = shared.GetValueOrDefault(section) + Math.Min(times, there);
        }
        return shared;
    }

    private sealed record Title(string Key, HashSet<string> Words)
    {
        public static Title Of(Section section)
        {
            string key = SectionKeys.Of(section.Title);
            return new Title(key, [.. key.Split(' ')]);
        }

        // Never 1 for what is not the same.
        public double LikenessTo(Title other) =>
            Key == other.Key ? 1 : Math.Min(0.95, 2.0 * Words.Count(other.Words.Contains) / (Words.Count + other.Words.Count));
    }
}
