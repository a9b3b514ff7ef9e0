using System.Collections.Frozen;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tagging;

/// <summary>Cuts Swedish text into words for matching, and tells which words carry a subject.</summary>
public static class SwedishWords
{
    /// <summary>Longer runs of letters are not words but damage, and are cut off here.</summary>
    public const int LongestWord = 60;

    // Function words: they stand in every section and tell none from another.
    private static readonly FrozenSet<string> FunctionWords = Set("""
        alla allt all andra annan annat att av avseende bara behöver bl bland blev bli blir blivit både båda bör borde
        då de del delar dels dem den denna denne deras dess dessa det detta dig din dina ditt dock du där därav därefter därför
        därmed därvid därtill därutöver
        efter eftersom egen eget egna ej eller en enbart endast enligt er era ett etc exempelvis
        fall finns flera fler flesta flest fram framför framgår från får fått få för före förekommer först första
        ge genom ger gör göra gäller gälla gått ha had hade han hans har haft hel hela helt henne hennes hon honom hos hur här härvid hög högre
        i ibland icke igen in inför ingen inget inga innan inne inom inte ja jag kan kap kom komma kommer kommit kring kunde kunna kunnat
        lika likaså liksom man med medan mellan men mer mera mest min mina mindre minst mitt mot mycket måste många möjlig
        ned nedan nej ni nog nu nya när närmare någon något några når också ofta olika om omfattar oss ovan
        par per prop på redan respektive rör sade sagt sak samma samt sedan senare senast ser sig sin sina sist sitt själv själva ska skall skulle
        snarare som stor stora större så såg sådan sådana sådant således såsom såväl såvitt säga särskilt sätt
        ta tar till tills tillsammans trots två tre under upp ur ut utan utom utöver
        vad var vara vare varit varje vars vart varken vem vems verkar vi vid vidare vilja vilka vilken vilket viss vissa visst visserligen vår våra vårt väl ytterligare
        är även åt åter än ändå ännu över övrig övriga övrigt
        """);

    // What every reply says of whatever it speaks of. Kept apart from the function words, since a
    // document may echo them in the very section that they concern; they only weigh less.
    private static readonly FrozenSet<string> ReplyWords = Stems("""
        anför anföra ange anger angett anse anser ansåg ansett ansluta ansluter ansett avgett avstyrka avstyrker avstyrkt avstår
        bedöma bedömer bedömning bedömningen bejaka betona betonar betänkande bifalla biträda biträder biträds
        delar efterfråga efterlysa efterlyser erinran erinringar
        flertal flertalet framföra framför framförts framfört framhålla framhåller framhållit föredra föreslå föreslår föreslagit föreslagna förorda förordar förslag
        godta godtar godtas hänsyn
        ifrågasätta ifrågasätter ifrågasatt instans instämma instämmer invända invänder invändning invändningar
        kommentar kommentera konstatera konstaterar kritik kritisk kritiska lyfta lyfter lämna lämnar lämnas
        majoritet majoriteten mena menar motsätta motsätter
        negativ nämna nämner oro orolig
        peka pekar poängtera positiv positiva promemoria promemorian påpeka påpekar påtala
        remiss remissen remissinstans remissinstanserna remissvar remissversion remissyttrande region regionen kommun kommunen
        samtliga ställa ställer stödja stöder synpunkt synpunkter säger
        tillstyrka tillstyrker tillstyrks tillstyrkt tillägga tro tror tveksam tveksamt tycka tycker
        understryka understryker uppfatta uppfattar uppfattning uppge uppleva upplever utredning utredningen utredare utveckla
        vill välkomna välkomnar yttrande yttra yttrat övertyga övervägande överväga önska önskar önskemål
        """);

    // How the names of those who reply end or go on (Malmö tingsrätt, Boverket); of no subject.
    private static readonly string[] BodyEndings =
    [
        "verk", "verket", "styrelse", "styrelsen", "rätt", "rätten", "nämnd", "nämnden", "förbund", "förbundet", "förbunden",
        "förening", "föreningen", "universitet", "universitetet", "domstol", "domstolen", "myndighet", "myndigheten", "samfund", "samfundet",
        "inspektion", "inspektionen", "kanslern", "ombudsmannen", "ombudsmän", "åklagaren", "byrå", "byrån", "kommun", "organisationen",
    ];

    private static readonly FrozenSet<string> BodyWords = Set("""
        advokatsamfund fakultet fakulteten fakultetsnämnd fakultetsnämnden förvaltningsrätt hovrätt juridiska kammarrätt län länsrätt länsstyrelse tingsrätt universitet
        """);

    /// <summary>Whether the word (lower case) is a function word, which says nothing of the subject.</summary>
    public static bool IsFunctionWord(string word) => FunctionWords.Contains(word);

    /// <summary>Whether the stem belongs to what replies say of any subject at all (<c>tillstyrk</c>, <c>remissinstans</c>).</summary>
    public static bool IsReplyWord(string stem) => ReplyWords.Contains(stem);

    /// <summary>
    /// The words of a text in order, in lower case: runs of letters; an abbreviation glued to a word
    /// (<c>EG-direktivet</c>, <c>EGdirektivet</c>) is cut off it, and a word that was hyphenated over a line end is
    /// put together. Numbers of three digits and more count as words (years, statutes); single letters do not.
    /// </summary>
    public static IEnumerable<string> In(string text) => Read(text).Select(t => t.Word);

    /// <summary>The same words, each with whether it is part of somebody's name by its capital letter.</summary>
    internal static IEnumerable<(string Word, bool IsName)> Read(string text)
    {
        string normal = TextNormaliser.Normalise(text);
        int at = 0;
        bool sentenceStarts = true;
        while (at < normal.Length)
        {
            char c = normal[at];
            if (char.IsAsciiDigit(c))
            {
                int digits = EndOf(normal, at, char.IsAsciiDigit);
                if (digits - at is >= 3 and <= 9) yield return (normal[at..digits], false);
                at = digits;
            }
            else if (char.IsLetter(c))
            {
                int end = EndOfWord(normal, at);
                string word = end < normal.Length && normal[end] == '-' ? Rejoined(normal, at, ref end) : normal[at..end];
                if (word.Length > LongestWord) word = word[..LongestWord];
                string lower = word.ToLowerInvariant();
                if (word.Length > 1) yield return (lower, IsPartOfName(word, lower, sentenceStarts));
                sentenceStarts = false;
                at = end;
            }
            else
            {
                sentenceStarts |= c is '.' or '!' or '?' or ':' or '\n' or '\u2022';
                at++;
            }
        }
    }

    // An abbreviation in capitals is as often a subject (LSS, AI, PBL) as a body, so it is no name.
    private static bool IsPartOfName(string word, string lower, bool sentenceStarts)
    {
        if (!char.IsUpper(word[0])) return BodyWords.Contains(lower);
        bool abbreviation = word.Length > 1 && char.IsUpper(word[1]);
        if (!sentenceStarts) return !abbreviation;
        foreach (string ending in BodyEndings)
        {
            if (lower.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static int EndOf(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at])) at++;
        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            // "EGdirektivet": two capitals or more, then a small letter that begins the next word.
            if (end - at >= 2 && char.IsLower(text[end]) && char.IsUpper(text[end - 1]) && char.IsUpper(text[end - 2])) return end;
            end++;
        }
        return end;
    }

    // "arbets-⏎skada" is one word; "Patent- och" and "EG-direktivet" are not touched.
    private static string Rejoined(string text, int at, ref int end)
    {
        int next = end + 1;
        bool lineBroke = false;
        while (next < text.Length && char.IsWhiteSpace(text[next]) && next - end < LongestWord) lineBroke |= text[next++] == '\n';
        if (!lineBroke || next >= text.Length || !char.IsLower(text[next])) return text[at..end];
        int rest = EndOfWord(text, next);
        if (text[next..rest] is "och" or "eller" or "samt" or "respektive") return text[at..end];
        string joined = string.Concat(text.AsSpan(at, end - at), text.AsSpan(next, rest - next));
        end = rest;
        return joined;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Stems(string words) => Set(words).Select(SwedishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);
}
