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
        fall finns flera fler flesta flest fram framför framgår fick från får fått få för före förekommer först första
        ge genom ger gör göra gäller gälla gått ha had hade han hans har haft hel hela helt henne hennes hon honom hos hur här härvid hög högre
        i ibland icke igen in inför ingen inget inga innan inne inom inte ja jag kan kap kom komma kommer kommit kring kunde kunna kunnat
        lika likaså liksom man med medan mellan men mer mera mest min mina mindre minst mitt mot mycket måste många möjlig
        ned nedan nej ni nog nu nya när närmare någon något några når och också ofta olika om omfattar oss ovan
        par per prop på redan respektive rör sade sagt sak samma samt sedan senare senast ser sig sin sina sist sitt själv själva ska skall skulle
        snarare som stor stora större så såg sådan sådana sådant således såsom såväl såvitt säga särskilt sätt
        ta tar till tills tillsammans trots två tre under upp ur ut utan utom utöver
        vad var vara vare varit varje vars vart varken vem vems verkar vi vid vidare vilja vilka vilken vilket viss vissa visst visserligen vår våra vårt väl ytterligare
        är även åt åter än ändå ännu över övrig övriga övrigt
        """);

    // What every reply says of whatever it speaks of. Kept apart from the function words, since a
    // document may echo them in the very section that they concern; they only weigh less.
    private static readonly FrozenSet<string> ReplyWords = Stems("""
        tack tacka tackar tackade möjlighet möjligheten tillfälle beretts inbjuds delges remitterat remissförslag remissförslaget remitterade
        diarienummer dnr ärende ärendet gärna fortsatt fortsatta fortsätta dialog ställning helhet helheten nuvarande strategi strategin
        värdefull värdefullt välskriven genomarbetad genomarbetat skäl skälet
        analysera analyseras anför anföra ange anger angett anledning anse anser ansett ansluta ansluter ansåg avgett avsnitt avsnittet
        avstyrka avstyrker avstyrkt avstår bedöma bedömer bedömning bedömningen bejaka belysa belysas belyses betona betonar betänkande
        bifalla biträda biträder biträds bra delar dokument dokumentet efterfråga efterfrågat efterlysa efterlyser efterlyst enighet erinran
        erinringar eventuell eventuella flertal flertalet formulera formulering formuleringar formuleringen framför framföra framfört
        framförts framgå framhålla framhåller framhållit framkommit fråga frågan frågeställning frågor föredra föreslagit föreslagna föreslå
        föreslår förklara förklaring förklaringar förorda förordar förslag förtydliga förtydligande förtydliganden förtydligas godta godtar
        godtas grund grunden hänsyn ifrågasatt ifrågasätta ifrågasätter innebär innebära instans instämma instämmer invända invänder
        invändning invändningar kapitel kapitlet klargöra klargöras klarlägga kommentar kommentera kommun kommunen konstatera konstaterar
        kritik kritisk kritiska lyfta lyfter lämna lämnar lämnas lämplig lämpligt majoritet majoriteten mena menar motiv motivera motivering
        motsätta motsätter negativ nämna nämner nödvändig nödvändigt oklar oklara oklart oro orolig otydlig otydligt peka pekar positiv
        positiva poängtera precisera preciseras problem problematisk problematiskt promemoria promemorian punkt punkten påpeka påpekar påtala
        påverkar region regionen remiss remissen remissinstans remissinstanserna remissvar remissversion remissyttrande rimlig rimligt
        samtliga skrivning skrivningar skrivningen skäl skälen stycke stycket ställa ställer stöder stödja svår svårt synpunkt synpunkter
        säger tillstyrka tillstyrker tillstyrks tillstyrkt tillägg tillägga tillägget tro tror tveksam tveksamt tycka tycker tydlig tydligare
        tydliggöra tydliggöras tydligt understryka understryker uppfatta uppfattar uppfattning uppge uppleva upplever utforma utformning
        utformningen utreda utredare utredas utredning utredningen utrett utveckla viktig viktiga viktigt vill välkomna välkomnar väsentlig
        väsentligt yttra yttrande yttrandet yttrat önska önskar önskemål överensstämma överensstämmer övergripande övertyga överväga övervägande
        """);

    // How the names of those who reply end or go on (Malmö tingsrätt, Boverket); of no subject.
    private static readonly string[] BodyEndings =
    [
        "verk", "verket", "styrelse", "styrelsen", "rätt", "rätten", "nämnd", "nämnden", "förbund", "förbundet", "förbunden",
        "förening", "föreningen", "universitet", "universitetet", "domstol", "domstolen", "myndighet", "myndigheten", "samfund", "samfundet",
        "inspektion", "inspektionen", "kanslern", "ombudsmannen", "ombudsmän", "åklagaren", "byrå", "byrån", "kommun", "högskola", "organisationen",
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
    public static IEnumerable<(string Word, bool IsName)> Read(string text) =>
        Scan(TextNormaliser.Normalise(text)).Select(w => (w.Word, w.IsName));

    /// <summary>The same words, each with where it stands in the text, hyphen and line break included.</summary>
    /// <param name="normal">A text that is normalised, or the places would be those of another one.</param>
    public static IEnumerable<(string Word, TextSpan Span)> Placed(string normal) => Scan(normal).Select(w => (w.Word, w.Span));

    private static IEnumerable<(string Word, bool IsName, TextSpan Span)> Scan(string normal)
    {
        int at = 0;
        bool sentenceStarts = true;
        bool ownsBody = false;
        while (at < normal.Length)
        {
            char c = normal[at];
            if (char.IsAsciiDigit(c))
            {
                int digits = EndOf(normal, at, char.IsAsciiDigit);
                if (digits - at is >= 3 and <= 9) yield return (normal[at..digits], false, new TextSpan(at, digits - at));
                at = digits;
            }
            else if (char.IsLetter(c))
            {
                int end = EndOfWord(normal, at);
                string word = end < normal.Length && normal[end] == '-' ? Rejoined(normal, at, ref end) : normal[at..end];
                if (word.Length > LongestWord) word = word[..LongestWord];
                string lower = word.ToLowerInvariant();
                // "Norrviks högskola": the name of a place owns the word for the body.
                bool isOwned = ownsBody;
                ownsBody = char.IsUpper(word[0]) && word[^1] == 's' && EndsAsBody(WordAfter(normal, end));
                if (word.Length > 1) yield return (lower, isOwned || ownsBody || IsPartOfName(word, lower, sentenceStarts), new TextSpan(at, end - at));
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
        if (BodyWords.Contains(lower)) return true;
        if (!char.IsUpper(word[0])) return false;
        bool abbreviation = word.Length > 1 && char.IsUpper(word[1]);
        return sentenceStarts ? EndsAsBody(lower) : !abbreviation;
    }

    private static bool EndsAsBody(ReadOnlySpan<char> word)
    {
        foreach (string ending in BodyEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    // The word that stands one space further on, as it is written.
    private static ReadOnlySpan<char> WordAfter(string text, int end) =>
        end + 1 < text.Length && text[end] == ' ' ? text.AsSpan(end + 1, EndOfWord(text, end + 1) - end - 1) : [];

    /// <summary>
    /// The pairs of neighbouring words, as stems with a space between, that are turns of phrase rather than subject
    /// (<c>utan erinran</c>, <c>samtliga remissinstanser</c>). A document that answers its replies often echoes them, and
    /// where a remark says nothing else, the echo is all there is to go by.
    /// </summary>
    public static IEnumerable<string> FormulasIn(string text)
    {
        string? before = null;
        bool beforeIsReplyWord = false;
        foreach ((string word, bool isName) in Read(text))
        {
            string stem = SwedishStemmer.Stem(word);
            bool isReplyWord = IsReplyWord(stem);
            if (isName || !(isReplyWord || IsFunctionWord(word)))
            {
                before = null;
                continue;
            }
            if (before is not null && (isReplyWord || beforeIsReplyWord)) yield return $"{before} {stem}";
            before = stem;
            beforeIsReplyWord = isReplyWord;
        }
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
