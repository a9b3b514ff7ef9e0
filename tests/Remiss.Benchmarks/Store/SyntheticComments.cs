using Remiss.Domain.Responses;
using Remiss.Domain.Stances;

namespace Remiss.Benchmarks.Store;

/// <summary>
/// Comments of invented wording. Their words are drawn as words are in real text: a few stand in very many comments, most
/// in very few (the word of rank r about 1/r as often as the first). The same number gives the same comment.
/// </summary>
internal static class SyntheticComments
{
    private static readonly string[] Heads =
    [
        "bredband", "skog", "vatten", "kultur", "närings", "landsbygd", "klimat", "skol", "vård", "kust", "fjäll", "gruv", "energi", "folkhälso", "trafik",
        "hamn", "bostad", "ungdoms", "språk", "rennärings", "turism", "miljö", "kompetens", "innovations", "järnvägs", "flyg", "avfalls", "livsmedels",
        "data", "beredskaps", "demokrati", "jämställdhets", "integrations", "forsknings", "idrotts", "besöks", "arbets", "energi", "värme", "gränskommunal",
    ];

    private static readonly string[] Tails =
    [
        "utbyggnad", "plan", "mål", "stöd", "försörjning", "samverkan", "fråga", "insats", "resurs", "ansvar", "utveckling", "strategi", "uppföljning",
        "tillgång", "behov", "kostnad", "politik", "service", "led", "område", "hänsyn", "analys", "åtgärd", "satsning", "nät", "lösning", "modell",
        "ordning", "struktur", "verksamhet", "aktör", "krav", "nytta", "kvalitet", "säkerhet", "kedja", "rådgivning", "centrum", "projekt", "program",
    ];

    private static readonly string[] Small =
        ["och", "att", "det", "som", "en", "på", "är", "av", "för", "med", "till", "den", "kan", "inte", "om", "ett", "har", "men", "vi", "bör", "ska", "under", "eller", "hur"];

    private static readonly string[] Words = [.. Verbs.Concat(Heads.SelectMany(h => Tails.Select(t => h + t))).Concat(Heads.SelectMany(h => Tails.Select(t => h + t + "en")))];

    private static readonly double[] Cumulated = Cumulate();

    private static IEnumerable<string> Verbs =>
        ["kommunen", "regionen", "önskar", "strategin", "föreslår", "förtydligas", "målet", "anser", "avsnittet", "länet", "viktigt", "tydligare", "bredband", "ansvaret", "medel"];

    /// <summary>A word, the more likely the more common it is.</summary>
    public static string Word(Random random)
    {
        int at = Array.BinarySearch(Cumulated, random.NextDouble() * Cumulated[^1]);
        return Words[Math.Min(Words.Length - 1, at < 0 ? ~at : at)];
    }

    /// <summary>A comment of some 45 words.</summary>
    public static string Quote(int number)
    {
        var random = new Random(number);
        int count = 25 + random.Next(40);
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => random.NextDouble() < 0.4 ? Small[random.Next(Small.Length)] : Word(random))) + ".";
    }

    public static Stance StanceOf(int number) => (Stance)(new Random(number * 7).Next(10) switch { < 5 => 0, < 7 => 1, 7 => 2, 8 => 3, _ => 4 });

    public static TagSource SourceOf(bool isSettled) => isSettled ? TagSource.Heading : TagSource.Suggested;

    private static double[] Cumulate()
    {
        double sum = 0;
        return [.. Words.Select((_, rank) => sum += 1.0 / (rank + 3))];
    }
}
