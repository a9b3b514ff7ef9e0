using System.Buffers;
using System.Collections.Frozen;

namespace Remiss.Documents.Pdf.Text;

/// <summary>
/// Swedish hyphenation (avstavning) at the joints of compounds and before a few suffixes. It would rather
/// leave a word whole than break it where it looks wrong: at least four letters stand on each side.
/// </summary>
internal static class Hyphenator
{
    /// <summary>The fewest letters before and after a break.</summary>
    public const int Least = 4;

    /// <summary>Longer words are not looked at, so that a text of one endless word stays linear.</summary>
    public const int LongestWord = 60;

    private const int LeastBeforeLinkingS = 7;

    // Endings after which Swedish joins the next part with an s: verksamhets|plan, byggnads|nämnd.
    private static readonly string[] LinkedEndings = ["ings", "hets", "skaps", "nads", "ations", "tions", "sions"];

    // Nouns that often stand last in the compounds of public administration, in the forms all their inflections begin with.
    private static readonly FrozenSet<string> Heads = new[]
    {
        "aktivitet", "aktör", "analys", "anpassning", "användning", "ansvar", "arbete", "arbeten", "arbetet", "avdelning", "avgift",
        "avtal", "balans", "bedömning", "befolkning", "behandling", "behov", "bemötande", "beredning", "beredskap", "beskrivning", "beslut",
        "besparing", "bestämmelse", "bidrag", "bolag", "bransch", "budget", "byggande", "centrum", "deltagande", "departement", "digitalisering",
        "direktiv", "dokument", "effekt", "ekonomi", "energi", "enhet", "erfarenhet", "etablering", "fastighet", "finansiering", "forskning",
        "forum", "fråga", "frågor", "funktion", "främjande", "fullmäktige", "förbättring", "förbund", "förening", "företag", "förfarande",
        "förmåga", "förordning", "försörjning", "förslag", "förteckning", "förutsättning", "förvaltning", "förändring", "gemenskap", "grupp",
        "handläggare", "handläggning", "hantering", "information", "infrastruktur", "innehåll", "insats", "instans", "institution",
        "integration", "intresse", "inriktning", "investering", "kapacitet", "kommission", "kommun", "kommunikation", "kompetens", "konferens",
        "koncept", "konsekvens", "kontor", "kontroll", "kostnad", "kultur", "kunskap", "kvalitet", "landskap", "lagstiftning", "ledning",
        "leverantör", "lösning", "marknad", "material", "miljö", "modell", "myndighet", "möjlighet", "nätverk", "nämnd", "näring", "område",
        "omställning", "organisation", "partner", "personal", "perspektiv", "planering", "plattform", "politik", "princip", "process",
        "produktion", "program", "projekt", "rapport", "redovisning", "reform", "register", "region", "rekrytering", "remiss", "resurs",
        "rörelse", "samhälle", "samordning", "samverkan", "satsning", "sektor", "sektion", "service", "situation", "sjukhus", "sjukvård",
        "skydd", "statistik", "strategi", "struktur", "styrelse", "styrning", "synpunkt", "system", "säkerhet", "teknik", "tillgång",
        "tillsyn", "tillstånd", "tillväxt", "tjänst", "trafik", "transport", "undersökning", "underlag", "underhåll", "uppdrag",
        "uppföljning", "upphandling", "uppgift", "utbildning", "utbyggnad", "utmaning", "utredning", "utskott", "utveckling", "utvärdering",
        "verksamhet", "verktyg", "värdering", "yttrande", "åtagande", "åtgärd", "överenskommelse", "översyn",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HeadLookup = Heads.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int ShortestHead = Heads.Min(head => head.Length);
    private static readonly int LongestHead = Heads.Max(head => head.Length);

    // A part that ends so is rather the next part's prefix: personuppgifts-be|handling is no joint.
    private static readonly string[] Prefixes = ["be", "för", "upp", "till", "över", "under", "åter", "fram", "miss", "om", "ut", "sam", "av", "o"];

    private static readonly string[] Suffixes = ["heten", "heter", "heterna", "hetens", "skapet", "skapen", "skaperna", "ligen", "liga", "ligare", "ligt"];

    // Consonants that begin a syllable together, or are one sound.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClusterLookup = new[]
    {
        "bj", "bl", "br", "ch", "ck", "dj", "dr", "fj", "fl", "fr", "gj", "gl", "gn", "gr", "hj", "kj", "kl", "kn", "kr", "kv", "lj",
        "ng", "ph", "pl", "pr", "sj", "sk", "sl", "sm", "sn", "sp", "st", "sv", "th", "tj", "tr", "tv", "vr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyåäöéAEIOUYÅÄÖÉ");

    /// <summary>The indexes in the word before which it may be broken with a hyphen, ascending.</summary>
    public static List<int> Joints(ReadOnlySpan<char> word)
    {
        var joints = new List<int>();
        if (word.Length is < 2 * Least or > LongestWord || !IsLetters(word)) return joints;
        FindHeads(word, joints);
        var heads = joints.Count;
        for (var at = Least; at <= word.Length - Least; at++)
        {
            if ((EndsLinked(word, at) || IsSuffix(word, at)) && !IsNear(joints, heads, at)) joints.Add(at);
        }

        joints.Sort();
        return joints;
    }

    /// <summary>
    /// Where a word that is wider than its whole column is broken as the last resort: between syllables
    /// (<c>kom|mu|ner</c>), never leaving a part without a vowel.
    /// </summary>
    public static bool IsSyllableStart(ReadOnlySpan<char> word, int at) =>
        at >= 3 && at <= word.Length - 3 && word.Length <= LongestWord &&
        !Vowels.Contains(word[at]) && Vowels.Contains(word[at + 1]) && char.IsLetter(word[at]) && char.IsLetter(word[at - 1]) &&
        !ClusterLookup.Contains(word.Slice(at - 1, 2)) &&
        word[..at].ContainsAny(Vowels);

    private static void FindHeads(ReadOnlySpan<char> word, List<int> joints)
    {
        var covered = 0;
        for (var at = 0; at <= word.Length - ShortestHead; at++)
        {
            var length = HeadAt(word, at);
            if (length == 0) continue;
            if (at >= covered && at >= Least && word[..at].ContainsAny(Vowels) && !EndsWithPrefix(word[..at])) joints.Add(at);
            covered = Math.Max(covered, at + length);
        }
    }

    private static int HeadAt(ReadOnlySpan<char> word, int at)
    {
        for (var length = Math.Min(LongestHead, word.Length - at); length >= ShortestHead; length--)
        {
            if (HeadLookup.Contains(word.Slice(at, length))) return length;
        }

        return 0;
    }

    private static bool EndsLinked(ReadOnlySpan<char> word, int at)
    {
        if (at < LeastBeforeLinkingS) return false;
        foreach (var ending in LinkedEndings)
        {
            if (word[..at].EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return word[at..].ContainsAny(Vowels);
        }

        return false;
    }

    private static bool IsSuffix(ReadOnlySpan<char> word, int at)
    {
        foreach (var suffix in Suffixes)
        {
            if (word[at..].Equals(suffix, StringComparison.OrdinalIgnoreCase))
                return !Vowels.Contains(word[at - 1]) && word[..at].ContainsAny(Vowels);
        }

        return false;
    }

    private static bool EndsWithPrefix(ReadOnlySpan<char> part)
    {
        foreach (var prefix in Prefixes)
        {
            if (part.EndsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool IsNear(List<int> joints, int count, int at)
    {
        for (var i = 0; i < count; i++)
        {
            if (Math.Abs(joints[i] - at) < Least) return true;
        }

        return false;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c)) return false;
        }

        return true;
    }
}
