using System.Collections.Frozen;

namespace Remiss.Domain.References;

/// <summary>A word that a reference is made with.</summary>
/// <param name="Ground">Its ground form.</param>
/// <param name="Kind">What its numbers count in.</param>
internal sealed record ReferenceWord(string Ground, ReferenceKind Kind)
{
    /// <summary>A bare letter or abbreviation, which only counts right before a number.</summary>
    public bool Short { get; init; }

    /// <summary>In the definite form, so that a title may follow.</summary>
    public bool Definite { get; init; }

    /// <summary>Whether a number in words may follow (<c>sidan sex</c>).</summary>
    public bool TakesNumerals { get; init; }

    /// <summary>Whether it names a section by title where no number follows.</summary>
    public bool TakesTitle { get; init; }
}

/// <summary>The vocabulary of the reference grammar (see domain.md).</summary>
internal static class ReferenceWords
{
    private static readonly string[] TitleWords =
        ["avsnitt", "kapitel", "rubrik", "fokusområde", "område", "delavsnitt", "underrubrik", "insatsområde", "målområde", "delområde"];

    private static readonly FrozenDictionary<string, ReferenceWord> ByForm = Build();

    /// <summary>Words that count something else when they follow a number: then it is an amount or a date.</summary>
    private static readonly FrozenSet<string> Units = new[]
    {
        "procent", "procentenheter", "promille", "kr", "kronor", "sek", "mnkr", "mkr", "tkr", "kkr", "miljon", "miljoner", "miljarder", "mdkr",
        "tusen", "år", "års", "åren", "månader", "månaders", "veckor", "dagar", "dygn", "timmar", "minuter", "kommuner", "kommunerna", "län",
        "länen", "regioner", "regionerna", "personer", "invånare", "hushåll", "elever", "barn", "företag", "km", "mil", "meter", "hektar",
        "gånger", "fall", "dba", "db", "mbit", "gbit", "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
        "september", "oktober", "november", "december", "jan", "feb", "apr", "aug", "sept", "okt", "nov", "dec", "kap", "kapitlet",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Numerals = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["ett"] = 1,
        ["två"] = 2,
        ["tre"] = 3,
        ["fyra"] = 4,
        ["fem"] = 5,
        ["sex"] = 6,
        ["sju"] = 7,
        ["åtta"] = 8,
        ["nio"] = 9,
        ["tio"] = 10,
        ["elva"] = 11,
        ["tolv"] = 12,
        ["tretton"] = 13,
        ["fjorton"] = 14,
        ["femton"] = 15,
        ["sexton"] = 16,
        ["sjutton"] = 17,
        ["arton"] = 18,
        ["nitton"] = 19,
        ["tjugo"] = 20,
        ["tjugoett"] = 21,
        ["tjugotvå"] = 22,
        ["tjugotre"] = 23,
        ["tjugofyra"] = 24,
        ["tjugofem"] = 25,
        ["tjugosex"] = 26,
        ["tjugosju"] = 27,
        ["tjugoåtta"] = 28,
        ["tjugonio"] = 29,
        ["trettio"] = 30,
        ["trettioett"] = 31,
        ["trettiotvå"] = 32,
        ["trettiotre"] = 33,
        ["trettiofyra"] = 34,
        ["trettiofem"] = 35,
        ["fyrtio"] = 40,
        ["femtio"] = 50,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Series of official documents; the number that follows is not the consulted document's.</summary>
    private static readonly FrozenSet<string> Series = new[]
    {
        "sou", "ds", "prop", "proposition", "propositionen", "bet", "rskr", "skr", "dir", "sfs", "fs", "dnr", "diarienummer",
        "diarienr", "ärendenr", "ärendenummer", "betänkande", "betänkandet", "motion", "motionen", "rapport", "rapporten", "pm",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Articles = new[]
    {
        "artikel", "artikeln", "artiklar", "artiklarna", "art", "skäl", "skälen", "beaktandesats",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] StatuteEndings = ["balken", "balk", "lagen", "lag", "lagens", "balkens", "formen", "förordningen", "förordning", "stadgan", "konventionen", "fördraget"];

    public static ReferenceWord? Find(ReadOnlySpan<char> word) =>
        ByForm.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out ReferenceWord? found) ? found : null;

    public static bool IsUnit(ReadOnlySpan<char> word) => Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static int Numeral(ReadOnlySpan<char> word) =>
        Numerals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int value) ? value : 0;

    public static bool IsSeries(ReadOnlySpan<char> word) => Series.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static bool IsArticle(ReadOnlySpan<char> word) => Articles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static bool IsChapterAbbreviation(ReadOnlySpan<char> word) =>
        word.Equals("kap", StringComparison.OrdinalIgnoreCase) || word.Equals("kapitlet", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the word names a statute: <c>miljöbalken</c>, <c>skollagen</c>, <c>regeringsformen</c>.</summary>
    public static bool IsStatute(ReadOnlySpan<char> word)
    {
        foreach (string ending in StatuteEndings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static FrozenDictionary<string, ReferenceWord> Build()
    {
        var forms = new Dictionary<string, ReferenceWord>(StringComparer.OrdinalIgnoreCase);
        void Add(ReferenceKind kind, string ground, string bare, string definite, bool numerals = false)
        {
            var word = new ReferenceWord(ground, kind) { TakesNumerals = numerals, TakesTitle = TitleWords.Contains(ground) };
            foreach (string form in bare.Split(' ')) forms.TryAdd(form, word);
            foreach (string form in definite.Split(' ')) forms.TryAdd(form, word with { Definite = true });
        }

        void AddNeuter(ReferenceKind kind, string ground, bool numerals = false) =>
            Add(kind, ground, $"{ground} {ground}s", $"{ground}et {ground}ets {ground}en {ground}ens", numerals);

        void AddPlace(ReferenceKind kind, string ground) =>
            Add(kind, ground, $"{ground} {ground}n {ground}s", $"{ground}t {ground}ts {ground}na {ground}nas", numerals: true);

        foreach (string ground in new[] { "avsnitt", "delavsnitt", "underavsnitt" }) AddNeuter(ReferenceKind.Section, ground, numerals: true);
        foreach (string stem in new[] { "kapit", "delkapit", "underkapit" })
            Add(ReferenceKind.Section, stem + "el", $"{stem}el {stem}els", $"{stem}let {stem}lets {stem}len {stem}lens", numerals: true);
        AddNeuter(ReferenceKind.Section, "förslag");
        Add(ReferenceKind.Section, "rubrik", "rubrik rubriker underrubrik", "rubriken rubrikens rubrikerna underrubriken");
        foreach (string ground in new[] { "mål", "delmål", "huvudmål", "etappmål", "effektmål" }) AddNeuter(ReferenceKind.Item, ground, numerals: ground != "mål");
        foreach (string ground in new[] { "fokusområde", "område", "insatsområde", "målområde", "delområde", "prioriteringsområde", "utvecklingsområde" })
            AddPlace(ReferenceKind.Item, ground);
        Add(ReferenceKind.Item, "punkt", "punkt punkter pkt målpunkt målpunkter", "punkten punktens punkterna målpunkten målpunkterna", numerals: true);
        Add(ReferenceKind.Item, "åtgärd", "åtgärd åtgärder", "åtgärden åtgärdens åtgärderna");
        Add(ReferenceKind.Item, "precisering", "precisering preciseringar", "preciseringen preciseringens preciseringarna");
        Add(ReferenceKind.Item, "prioritering", "prioritering prioriteringar", "prioriteringen prioriteringens prioriteringarna");
        Add(ReferenceKind.Item, "rekommendation", "rekommendation rekommendationer", "rekommendationen rekommendationerna");
        Add(ReferenceKind.Annex, "bilaga", "bilaga bilagor", "bilagan bilagans bilagorna");
        Add(ReferenceKind.Part, "del", "del delar", "delen delens delarna", numerals: true);
        Add(ReferenceKind.Page, "sida", "sida sidor", "sidan sidorna", numerals: true);
        forms["kap"] = new ReferenceWord("kapitel", ReferenceKind.Section) { Short = true };
        forms["avsn"] = new ReferenceWord("avsnitt", ReferenceKind.Section) { Short = true };
        forms["p"] = new ReferenceWord("punkt", ReferenceKind.Item) { Short = true };
        foreach (string page in new[] { "s", "ss", "sid" }) forms[page] = new ReferenceWord("sida", ReferenceKind.Page) { Short = true };
        return forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
