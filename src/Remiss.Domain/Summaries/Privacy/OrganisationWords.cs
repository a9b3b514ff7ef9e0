using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Remiss.Domain.Summaries.Privacy;

/// <summary>Words by which the name of an authority, a company or an association is told from a person's.</summary>
internal static class OrganisationWords
{
    // Whole words, any case: short ones that also end other words, and forms that stand alone in names.
    private static readonly FrozenSet<string> Whole = new[]
    {
        "ab", "hb", "kb", "ek", "ek.för", "aktiebolag", "publ", "inc", "ltd", "gmbh", "as", "oy", "ideell", "stift", "sverige", "sveriges",
        "svensk", "svenska", "svenskt", "riks", "riksdagens", "statens", "kungliga", "nordiska", "nordic", "sweden", "swedish", "region",
        "regionen", "län", "läns", "stad", "staden", "kommun", "rätt", "hovrätt", "tingsrätt", "kyrka", "kyrkan", "samebyn", "sameby",
        "sametinget", "polisen", "post", "facket", "partiet", "parti", "liga", "lr", "tco", "lo", "saco", "if", "ik", "sk", "bk", "grupp",
        "gruppen", "group", "team", "företagarna", "företagen", "företag", "näringsliv", "barnen", "korset", "almi", "coompanion", "science",
        "park", "teknik", "energi", "data", "digital", "it", "info", "kansli", "kansliet", "registrator", "kundtjänst", "museum", "museet",
        "bibliotek", "skola", "skolan", "media", "press", "radio", "forum", "centrum", "center", "unga", "ungdom", "seniorer", "pensionärer",
        "moderaterna", "centerpartiet", "liberalerna", "vänsterpartiet", "socialdemokraterna", "kristdemokraterna", "sverigedemokraterna",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Last parts of compounds, with their definite and genitive forms.
    private static readonly ImmutableArray<string> Stems =
    [
        "kommun", "region", "landsting", "myndighet", "verk", "förbund", "förening", "nämnd", "styrelse", "universitet", "högskola",
        "institut", "råd", "bolag", "stiftelse", "parti", "förvaltning", "departement", "domstol", "kammare", "ombudsman", "inspektion",
        "kollegium", "delegation", "organisation", "federation", "sällskap", "församling", "akademi", "kontor", "byrå", "avdelning",
        "central", "fond", "bank", "kooperativ", "kommitté", "konsult", "samverkan", "nätverk", "klubb", "distrikt", "krets", "utskott",
        "tjänst", "företag", "butik", "skola", "sjukhus", "museum", "fack", "bygd", "allians", "stab", "sekretariat", "kansli",
    ];

    private static readonly ImmutableArray<string> Endings =
        ["", "s", "en", "ens", "et", "ets", "n", "ns", "er", "erna", "ernas", "ar", "arna", "arnas", "an", "ans", "na", "nas"];

    private static readonly FrozenSet<string> StemWords =
        Stems.SelectMany(stem => Endings.Select(e => (stem.EndsWith('a') && e is "an" or "ans" ? stem[..^1] : stem) + e)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly int LongestEnding = StemWords.Max(w => w.Length);

    /// <summary>Whether any of the words marks an organisation, or is an abbreviation in capitals.</summary>
    public static bool In(ImmutableArray<string> words)
    {
        foreach (string word in words)
        {
            if (Whole.Contains(word) || IsAbbreviation(word) || EndsInStem(word.ToLowerInvariant())) return true;
        }
        return false;
    }

    private static bool IsAbbreviation(string word) => word.Length >= 2 && word.All(c => char.IsUpper(c) || char.IsDigit(c)) && word.Any(char.IsUpper);

    private static bool EndsInStem(string word)
    {
        ReadOnlySpan<char> rest = word;
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> stems = StemWords.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int start = Math.Max(0, rest.Length - LongestEnding); start < rest.Length - 2; start++)
        {
            if (stems.Contains(rest[start..])) return true;
        }
        return false;
    }
}
