using Remiss.Domain.Tagging;

namespace Remiss.Application.Search;

/// <summary>
/// What a word is looked up by: the stem that tagging uses, but with the definite form of neuter words taken off first, which
/// Snowball's rules leave on (<c>direktivet</c>) or take too much of (<c>bredbandet</c> as if it were <c>yttrandet</c>).
/// </summary>
internal static class SearchStem
{
    private const int Shortest = 3;

    // Nouns that end as if they were "-ande": breda bandet, badstranden.
    private static readonly string[] Nouns = ["band", "brand", "strand", "hand"];
    private static readonly string[] Definite = ["", "s", "et", "ets", "en", "ens"];

    // Words whose own last letters are -et.
    private static readonly string[] Whole = ["het", "itet", "budget", "internet"];

    /// <summary>The key of a word in lower case.</summary>
    public static string Of(string word)
    {
        foreach (string noun in Nouns)
        {
            foreach (string ending in Definite)
            {
                int end = word.Length - ending.Length;
                if (word.EndsWith(ending, StringComparison.Ordinal) && end > noun.Length && word.AsSpan(0, end).EndsWith(noun, StringComparison.Ordinal)) return word[..end];
            }
        }
        string bare = word.EndsWith("ets", StringComparison.Ordinal) ? word[..^1] : word;
        while (IsDefinite(bare)) bare = bare[..^2];
        return SwedishStemmer.Stem(bare);
    }

    private static bool IsDefinite(string word) =>
        word.Length >= Shortest + 2 && word.EndsWith("et", StringComparison.Ordinal) && !word.EndsWith("andet", StringComparison.Ordinal)
        && !Whole.Any(end => word.EndsWith(end, StringComparison.Ordinal));
}
