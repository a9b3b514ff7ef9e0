using System.Collections.Frozen;

namespace Remiss.Domain.Stances;

/// <summary>Closed lists of Swedish words that tell how a cue is to be understood. All in lower case.</summary>
internal static class StanceWords
{
    /// <summary>Words that turn what follows or precedes into its opposite.</summary>
    public static readonly FrozenSet<string> Negators = Set(
        "inte ej icke aldrig varken knappast ingalunda ingen inga inget");

    /// <summary>Words after a negator that take its force away: <c>inte minst</c>, <c>inte bara</c>, <c>inte annat än</c>.</summary>
    public static readonly FrozenSet<string> NegationCancellers = Set(
        "minst bara enbart endast blott annat låta undgå sällan utan oväsentlig oväsentligt");

    /// <summary>Words that open a new clause: a negation does not reach across them.</summary>
    public static readonly FrozenSet<string> ClauseOpeners = Set(
        "att som eftersom då när medan men utan fast fastän trots innan förrän om huruvida ifall så vilket vilka varför såvida förutsatt");

    /// <summary>Words that set a part of a sentence against the part before.</summary>
    public static readonly FrozenSet<string> Contrasts = Set("men dock däremot emellertid medan samtidigt likväl");

    /// <summary>Verbs of opinion: <c>anser inte att</c> negates what comes after <c>att</c>.</summary>
    public static readonly FrozenSet<string> OpinionVerbs = Set(
        "anser anse ansåg tycker tror bedömer bedöma finner menar ser upplever delar vill önskar föreslår efterfrågar efterlyser understryker betonar framhåller");

    /// <summary>Verbs by which someone is said to hold or propose something.</summary>
    public static readonly FrozenSet<string> ReportVerbs = Set(
        "föreslår föreslog anser ansåg menar menade bedömer bedömde konstaterar konstaterade framhåller framhöll skriver anger redovisar "
        + "beskriver pekar betonar påpekar påpekade understryker uppger hävdar framgår föreslagit lyfter noterar kallar önskar vill");

    /// <summary>Verbs by which anyone is retold, whoever the subject is: <c>har berättat att …</c>.</summary>
    public static readonly FrozenSet<string> TellingVerbs = Set("berättat berättar berättade uppger uppgett uppgav vittnar vittnat rapporterar rapporterade");

    /// <summary>Verbs that a document can be the subject of as well as the sender.</summary>
    public static readonly FrozenSet<string> ActsOfADocument = Set(
        "föreslår förutsätter betonar understryker framhåller rekommenderar kräver förespråkar uppmanar uppmuntrar poängterar önskar vill");

    /// <summary>Those whose opinion is not the sender's: the inquiry, the government, other bodies. Prefixes, in the nominative.</summary>
    public static readonly string[] ThirdParties =
    [
        "utredningen", "utredaren", "utredarna", "kommittén", "kommissionen", "betänkandet", "promemorian", "regeringen", "riksdagen",
        "remissinstanser", "remissinstanserna", "instanser", "instanserna", "lagrådet", "departementet", "direktivet", "direktiven",
        "arbetsgruppen", "författarna", "förslagsställaren", "motionären", "partierna", "oppositionen", "företrädare", "debattörer",
        "konsekvensutredningen", "remissversionen", "reservanten", "reservanterna", "kritiker", "näringslivet", "branschen",
    ];

    /// <summary>Words before a third party that say "as they do" and not "they say".</summary>
    public static readonly FrozenSet<string> Likeness = Set("liksom likt med som");

    /// <summary>Prepositions: a noun after one of them is not the subject.</summary>
    public static readonly FrozenSet<string> Prepositions = Set(
        "i på av till för över från om mot med ur enligt hos vid genom inom liksom under kring än utifrån angående beträffande åt per");

    /// <summary>What a reply may welcome without thereby approving the proposal itself.</summary>
    public static readonly string[] Intentions =
    [
        "ambition", "intention", "syfte", "avsikt", "tanke", "tanken", "grundtank", "problembild", "problembeskriv", "nulägesbeskriv",
        "målsättning", "vilja", "strävan", "behovet", "utgångspunkt",
    ];

    /// <summary>Nouns, in the definite, by which a reply names all that was sent out; endings, so that compounds count.</summary>
    public static readonly string[] Wholes =
    [
        "strategin", "planen", "programmet", "betänkandet", "promemorian", "remissen", "remissversionen", "remissförslaget", "planförslaget",
        "lagförslaget", "författningsförslaget", "huvudförslag", "huvudförslaget", "utredningen", "utkastet", "policyn", "dokumentet", "rapporten",
        "remisshandlingen", "remisshandlingarna", "föreskrifterna", "förordningen", "slutsatserna",
    ];

    /// <summary>Kinds of document that are sent out, in the indefinite; endings, so that compounds count.</summary>
    public static readonly string[] Genres =
        ["strategi", "plan", "program", "lag", "förordning", "föreskrifter", "föreskrift", "policy", "riktlinjer", "vägledning", "lagstiftning"];

    /// <summary>Words that mean the whole at a reply's beginning or end or where it speaks in general, elsewhere only the part at hand.</summary>
    public static readonly string[] WholesInGeneral =
        ["förslaget", "förslagen", "inriktningen", "det", "den", "dem", "dessa", "underlaget", "ambitionerna"];

    /// <summary>Abbreviations whose full stop does not end a sentence.</summary>
    public static readonly FrozenSet<string> Abbreviations = Set(
        "t.ex t.o.m bl.a m.m m.fl o.s.v osv d.v.s dvs kap s ss p st nr dnr fr.o.m jfr ca resp ang avs bil f.n s.k p.g.a pga å.k forts inkl exkl mom red");

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word begins with one of the prefixes.</summary>
    public static bool StartsWithAny(string word, string[] prefixes)
    {
        foreach (string prefix in prefixes)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>Whether the word ends with one of the tails, so that compounds count too (<c>trafikstrategin</c>).</summary>
    public static bool EndsWithAny(string word, string[] tails)
    {
        foreach (string tail in tails)
        {
            if (word.EndsWith(tail, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>Whether the word names someone else than the sender, as the one who acts.</summary>
    public static bool IsThirdParty(string word) => Array.IndexOf(ThirdParties, word) >= 0;
}
