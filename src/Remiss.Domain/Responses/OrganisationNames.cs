using System.Globalization;
using System.Text.RegularExpressions;

namespace Remiss.Domain.Responses;

/// <summary>
/// Knows the names of bodies that answer: municipalities, regions, authorities, associations, councils. A name has a
/// form of its own (<c>Norrviks kommun</c>, <c>Rådet i Ekhamra</c>); a common noun in the definite form is none.
/// </summary>
internal static class OrganisationNames
{
    private const string Proper = @"\p{Lu}[\p{L}\-]+";

    private const string Definite =
        "verket|myndigheten|kollegiet|ombudsmannen|inspektionen|universitetet|högskolan|rådet|stiftelsen|förbundet|föreningen|institutet|kammaren|akademin|bolaget|nätverket|distriktet|museet|sjukhuset|samverkan|domstolen|tingsrätten|unionen|kooperativet";

    private const string Indefinite =
        "förbund|högskola|universitet|förening|kammare|råd|verk|stift|stiftelse|institut|akademi|museum|domstol|tingsrätt|hovrätt|myndighet|nätverk|distrikt|sjukhus|församling|förvaltningsrätt|kammarrätt";

    private static readonly Regex Municipality = Patterns.Exact(@"\b(?:\p{Lu}[\p{Ll}\-]+(?: \p{Lu}[\p{Ll}\-]+)?|\p{Lu}{2,}) (?:kommuns?|KOMMUN|stad|STAD|stads|Stad|Stads)\b");

    private static readonly Regex Region = Patterns.Exact(@"\b(?:Region|REGION|Landstinget|Regionförbundet) \p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?(?: \p{Lu}\p{L}+)?(?: län\b)?");

    private static readonly Regex Authority = Patterns.Exact($@"\bMyndigheten för [\p{{Ll}}\-]+(?:,? [\p{{Ll}}\-]+){{0,5}}|\b(?:\p{{Lu}}[\p{{L}}\-]*(?:{Definite})|Länsstyrelsen)\b");

    /// <summary>A kind in the definite form and the place or people it is for: <c>Pensionärsrådet i Mittsunds län</c>.</summary>
    private static readonly Regex OfPlace = Patterns.Exact(
        $@"\b(?:\p{{Lu}}[\p{{L}}\-]*(?:{Definite})|Högskolan|Universitetet|Föreningen|Stiftelsen|Länsstyrelsen|Rådet|Förbundet) (?:i|för|på|vid) {Proper}(?: {Proper}){{0,2}}(?: län\b| kommun\b)?");

    private static readonly Regex Genitive = Patterns.Exact(
        $@"\b(?:{Proper} ){{0,2}}\p{{Lu}}[\p{{L}}\-]*[sxz] (?:[\p{{Ll}}]+(?:iska|liga) )?[\p{{Ll}}\-]*(?:{Indefinite})\b");

    private static readonly Regex[] Forms = [Municipality, Region, OfPlace, Genitive, Authority];

    /// <summary>Words of a letterhead that may stand after a name on the same line, and so end it.</summary>
    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "datum", "dnr", "diarienummer", "vår", "er", "ert", "vårt", "sida", "sid", "yttrande", "remissvar", "svar", "box", "tel", "telefon", "till", "från",
        "protokoll", "protokollsutdrag", "sammanträdesdatum", "tjänsteskrivelse", "ärendenummer", "handläggare", "remiss", "missiv", "beslut",
    };

    /// <summary>Common nouns in the definite form: how a body speaks of itself, never its name while a fuller one is found.</summary>
    private static readonly HashSet<string> Bare = new(StringComparer.OrdinalIgnoreCase)
    {
        "förbundet", "kommunalförbundet", "rådet", "styrelsen", "nämnden", "kommunen", "kommunerna", "högskolan", "universitetet", "föreningen",
        "myndigheten", "verket", "kammaren", "stiftelsen", "institutet", "bolaget", "organisationen", "förvaltningen", "distriktet", "nätverket", "akademin",
        "museet", "sjukhuset", "regionen", "landstinget", "staden", "inspektionen", "ombudsmannen", "domstolen", "tingsrätten", "församlingen", "branschrådet", "regionrådet",
        "kommunalrådet", "landsbygdsrådet", "ungdomsrådet", "aktiebolaget", "regelverket", "samverkan", "vårdförbundet", "ramverket", "nätet", "fibernätverket",
    };

    /// <summary>Whose genitive makes no name: <c>Kommunens råd</c>, <c>Länets högskola</c>.</summary>
    private static readonly HashSet<string> Possessors = new(StringComparer.OrdinalIgnoreCase)
    {
        "kommunens", "kommunernas", "länets", "regionens", "landets", "strategins", "förslagets", "regionernas", "dagens", "planens", "programmets", "alla", "dess", "vars", "deras", "stadens",
    };

    private static readonly string[] Departments = ["förvaltningen", "kontoret", "nämnden", "styrelsen", "enheten", "avdelningen", "ledningen", "fullmäktige", "utskottet", "staben", "kansliet"];

    /// <summary>Whether the word only says what kind of body it is.</summary>
    public static bool IsBare(string name) => Bare.Contains(name);

    /// <summary>The first name in the words, or null.</summary>
    public static string? First(string words)
    {
        foreach ((int _, string name) in All(words)) return name;
        return null;
    }

    /// <summary>The names in the words in order, each in its longest form.</summary>
    public static IEnumerable<(int Start, string Name)> All(string words)
    {
        var found = new List<(int Start, string Name)>();
        foreach (Regex form in Forms)
        {
            foreach (Match match in form.Matches(words))
            {
                (int start, string name) = Cut(match.Index, match.Value);
                if (name.Length > 2 && name.Contains(' ', StringComparison.Ordinal) || form == Authority && !IsBare(name)) found.Add((start, name));
            }
        }
        int end = 0;
        foreach ((int start, string name) in found.OrderBy(f => f.Start).ThenByDescending(f => f.Name.Length))
        {
            if (start < end) continue;
            end = start + name.Length;
            yield return (start, Nominative(Cased(name)));
        }
    }

    /// <summary>The name as its bearer writes it: no genitive after <c>kommun</c>, no capitals throughout.</summary>
    public static string Tidy(string name) => Nominative(Cased(name));

    /// <summary>Takes off what the line has beside the name: a department before it, a label after it, a clause's verb.</summary>
    private static (int Start, string Name) Cut(int start, string name)
    {
        string[] words = name.Split(' ');
        int last = Array.FindIndex(words, 1, w => Ends.Contains(w) || SenderFinder.IsVerb(w));
        if (last > 0) words = words[..last];
        while (words.Length > 0 && words[^1] is "i" or "för" or "på" or "vid") words = words[..^1];
        int first = 0;
        while (first < words.Length - 1 && words.Length - first > 2 && IsBeside(words[first])) first++;
        if (words.Length - first == 2 && Possessors.Contains(words[first])) return (start, "");
        int skipped = words.Take(first).Sum(w => w.Length + 1);
        return (start + skipped, string.Join(' ', words[first..]));
    }

    private static bool IsBeside(string word) =>
        !word.StartsWith("Länsstyrelsen", StringComparison.Ordinal) && Departments.Any(d => word.EndsWith(d, StringComparison.OrdinalIgnoreCase)) || word is "I" or "Till" or "Från" or "För" or "Att" or "Även" or "Om";

    private static string Nominative(string name) =>
        name.EndsWith(" kommuns", StringComparison.Ordinal) || name.EndsWith(" stads", StringComparison.OrdinalIgnoreCase) ? name[..^1] : name;

    private static string Cased(string name)
    {
        if (!name.All(c => !char.IsLower(c)) || !name.Contains(' ', StringComparison.Ordinal)) return name;
        string lower = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
        return lower.Replace(" Kommun", " kommun", StringComparison.Ordinal).Replace(" Stad", " stad", StringComparison.Ordinal);
    }
}
