using System.Text;
using Remiss.Domain.Sections;

namespace Remiss.Domain.References;

/// <summary>A section whose title resembles some words.</summary>
/// <param name="Section">The section.</param>
/// <param name="Score">0 to 1; 1 where they are the same but for case, spaces and the number.</param>
public readonly record struct TitleMatch(Section Section, double Score);

/// <summary>
/// Finds sections by their titles: numbers dropped, inflection and a wrong letter or a lost space
/// tolerated. Made once per document; a look-up costs as many steps as the words have postings. Thread-safe.
/// </summary>
public sealed class TitleIndex
{
    /// <summary>A heading is a title from here on; below it says too little or something else too.</summary>
    public const double Accepted = 0.74;

    private const int LongestQuery = 40;
    private const int LongestSentence = 200;

    private static readonly string[] Endings =
        ["arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "ans", "en", "et", "ar", "er", "or", "an", "na", "s", "t", "n", "a", "e"];

    private readonly Section[] _sections;
    private readonly double[] _weights;
    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _deletes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _squeezed = new(StringComparer.Ordinal);

    /// <param name="tree">The consulted document.</param>
    public TitleIndex(SectionTree tree)
    {
        _sections = [.. tree.Sections];
        _weights = new double[_sections.Length];
        var words = new List<string>[_sections.Length];
        for (int i = 0; i < _sections.Length; i++)
        {
            words[i] = Stems(_sections[i].Title, LongestQuery);
            foreach (string stem in words[i].Distinct()) Bucket(_postings, stem).Add(i);
            string squeezed = Squeeze(_sections[i].Title);
            if (squeezed.Length > 0) Bucket(_squeezed, squeezed).Add(i);
        }
        foreach ((string stem, List<int> where) in _postings)
        {
            _rarity[stem] = Math.Log(1 + ((double)_sections.Length / where.Count));
            foreach (string shorter in Deletes(stem)) _deletes.TryAdd(shorter, stem);
        }
        for (int i = 0; i < _sections.Length; i++) _weights[i] = words[i].Distinct().Sum(s => _rarity[s]);
    }

    /// <summary>The sections whose title is the heading's words, best first; several only where they tie. Empty where none is near enough.</summary>
    public IReadOnlyList<TitleMatch> Find(string heading)
    {
        string squeezed = Squeeze(heading);
        if (squeezed.Length == 0) return [];
        if (_squeezed.TryGetValue(squeezed, out List<int>? same)) return [.. same.Select(i => new TitleMatch(_sections[i], 1))];
        return Best(Stems(heading, LongestQuery));
    }

    /// <summary>
    /// The section whose title the phrase begins with, for words whose end is not known
    /// (<c>i avsnittet om digital kompetens borde regionen …</c>).
    /// </summary>
    public IReadOnlyList<TitleMatch> FindAtStart(string phrase)
    {
        var stems = Stems(phrase, LongestQuery);
        IReadOnlyList<TitleMatch> best = Find(phrase);
        for (int length = stems.Count - 1; length > 0; length--)
        {
            var found = Best(stems.GetRange(0, length));
            if (found.Count > 0 && (best.Count == 0 || found[0].Score > best[0].Score)) best = found;
        }
        return best;
    }

    /// <summary>Those of the sections whose title stands in the words, whatever its inflection; in the order given.</summary>
    public IReadOnlyList<TitleMatch> NamedIn(string words, IEnumerable<Section> sections)
    {
        var said = new HashSet<string>(Stems(words, LongestSentence).Select(Known), StringComparer.Ordinal);
        var named = new List<TitleMatch>();
        foreach (Section section in sections)
        {
            double whole = 0, found = 0;
            foreach (string stem in Stems(section.Title, LongestQuery).Distinct())
            {
                if (!_rarity.TryGetValue(stem, out double rarity)) continue;
                whole += rarity;
                if (said.Contains(stem)) found += rarity;
            }
            if (whole > 0 && found / whole >= Accepted) named.Add(new TitleMatch(section, Math.Min(found / whole, 0.99)));
        }
        return named;
    }

    private List<TitleMatch> Best(List<string> stems)
    {
        var shared = new Dictionary<int, double>();
        double weight = 0;
        foreach (string stem in stems.Distinct())
        {
            string known = Known(stem);
            // A word that no title has weighs like the rarest: it tells that the heading is about something else too.
            double rarity = known.Length > 0 ? _rarity[known] : Math.Log(1 + _sections.Length);
            weight += rarity;
            if (known.Length == 0) continue;
            foreach (int i in _postings[known]) shared[i] = shared.GetValueOrDefault(i) + rarity;
        }
        var best = new List<TitleMatch>();
        foreach ((int i, double sum) in shared)
        {
            double score = 2 * sum / (weight + _weights[i]);
            if (score < Accepted) continue;
            if (best.Count > 0 && score > best[0].Score + 1e-9) best.Clear();
            if (best.Count == 0 || score > best[0].Score - 1e-9) best.Add(new TitleMatch(_sections[i], Math.Min(score, 0.99)));
        }
        best.Sort((a, b) => Array.IndexOf(_sections, a.Section).CompareTo(Array.IndexOf(_sections, b.Section)));
        return best;
    }

    /// <summary>The stem as the titles have it, one wrong letter forgiven in longer words; empty where they do not.</summary>
    private string Known(string stem)
    {
        if (_postings.ContainsKey(stem)) return stem;
        if (stem.Length < 5) return "";
        if (_deletes.TryGetValue(stem, out string? near)) return near;
        foreach (string shorter in Deletes(stem))
        {
            if (_postings.ContainsKey(shorter)) return shorter;
            if (_deletes.TryGetValue(shorter, out near) && near.Length == stem.Length) return near;
        }
        return "";
    }

    private static IEnumerable<string> Deletes(string stem)
    {
        if (stem.Length is < 5 or > 30) yield break;
        for (int i = 0; i < stem.Length; i++) yield return stem.Remove(i, 1);
    }

    private static List<int> Bucket(Dictionary<string, List<int>> map, string key)
    {
        if (!map.TryGetValue(key, out List<int>? list)) map[key] = list = [];
        return list;
    }

    /// <summary>Letters only, in lower case, without the number in front: survives spaces lost or added, hyphens and quotes.</summary>
    internal static string Squeeze(string title)
    {
        var kept = new StringBuilder(title.Length);
        foreach (char c in title)
        {
            if (char.IsLetter(c)) kept.Append(char.ToLowerInvariant(c));
            else if (kept.Length > 0 && char.IsAsciiDigit(c)) kept.Append(c);
        }
        return kept.ToString();
    }

    private static List<string> Stems(string text, int most)
    {
        var stems = new List<string>();
        int i = 0;
        while (i < text.Length && stems.Count < most)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }
            int start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || IsBrokenHere(text, i))) i++;
            string word = text[start..i];
            if (word.Any(c => !char.IsLetter(c))) word = string.Concat(word.Where(char.IsLetter));
            word = word.ToLowerInvariant();
            if (!IsEmptyWord(word)) stems.Add(LightStem(word));
        }
        return stems;
    }

    /// <summary>Whether a word goes on over a line's end here (<c>digitali-\nsering</c>).</summary>
    private static bool IsBrokenHere(string text, int i) =>
        text[i] switch
        {
            '-' => i + 2 < text.Length && text[i + 1] == '\n' && char.IsLower(text[i + 2]),
            '\n' => i > 0 && text[i - 1] == '-' && i + 1 < text.Length && char.IsLower(text[i + 1]),
            _ => false,
        };

    private static bool IsEmptyWord(string word) =>
        word is "och" or "i" or "för" or "av" or "en" or "ett" or "den" or "det" or "de" or "som" or "på" or "till" or "med" or "samt" or "om"
            or "avsnitt" or "avsnittet" or "kapitel" or "kapitlet" or "rubriken";

    /// <summary>
    /// Takes off the endings of definite form, plural and genitive till none is left: too much for a
    /// dictionary, but the same for all forms of a word. <c>rn</c> is what machines read for m.
    /// </summary>
    private static string LightStem(string word)
    {
        string stem = word.Replace("rn", "m", StringComparison.Ordinal);
        while (Shorter(stem) is { } shorter) stem = shorter;
        return stem;
    }

    private static string? Shorter(string stem)
    {
        foreach (string ending in Endings)
        {
            if (stem.Length - ending.Length >= 5 && stem.EndsWith(ending, StringComparison.Ordinal)) return stem[..^ending.Length];
        }
        return null;
    }
}
