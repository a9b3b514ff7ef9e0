using System.Collections.Immutable;
using Remiss.Domain.Responses;

namespace Remiss.Domain.Summaries.Words;

/// <summary>Words about the consultation and how the summary was made.</summary>
internal static class AboutWords
{
    private static readonly WordList List = new();

    public static ImmutableArray<Word> All => List.All;

    public static readonly Word Heading = List.Add("about.heading", "Om remissen och sammanställningen");
    public static readonly Word Consultation = List.Add("about.consultation", "Remissen");
    public static readonly Word ConsultationOf = List.Add("about.consultation.of", "{0} har remitterat {1}.");
    public static readonly Word ConsultationOnly = List.Add("about.consultation.only", "Remissen gäller {0}.");
    public static readonly Word RegistrationNumber = List.Add("about.registration-number", "Diarienumret är {0}.");
    public static readonly Word Period = List.Add("about.period", "Remisstiden var {0}.");
    public static readonly Word Deadline = List.Add("about.deadline", "Sista svarsdag var {0}.");
    public static readonly Word Opened = List.Add("about.opened", "Remissen skickades ut {0}.");

    public static readonly Word How = List.Add("about.how", "Så är sammanställningen gjord");
    public static readonly Word HowSplit = List.Add(
        "about.how.split",
        "Varje remissvar har delats upp i synpunkter. En synpunkt är ett stycke eller en punkt som tar upp en sak. Synpunkterna citeras ordagrant. " +
        "Det enda som är ändrat är radbrytningar och avstavningar.");
    public static readonly Word HowNumbers = List.Add("about.how.numbers", "Personnummer är borttagna.");
    public static readonly Word HowId = List.Add(
        "about.how.id", "Varje synpunkt har ett nummer. Nummer {0} är synpunkt {1} i remissvar {2}.");
    public static readonly Word HowStance = List.Add(
        "about.how.stance", "Ställningstagandet har bestämts av ordvalet i svaret. De avgörande orden står efter ställningstagandet.");
    public static readonly Word HowPrivate = List.Add(
        "about.how.private", "Personnummer och privatpersoners namn och kontaktuppgifter är borttagna. Det framgår av texten inom hakparentes.");
    public static readonly Word HowLedger = List.Add(
        "about.how.ledger", "All text i svaren är redovisad. Vad som inte räknats som synpunkter framgår av");

    public static readonly Word Tags = List.Add("about.tags", "Hur synpunkterna har kopplats till avsnitt");
    public static readonly CountedWord TagsIntro = List.Add(
        "about.tags.intro", "{0} synpunkt av {1} är kopplad till ett eller flera avsnitt.", "{0} synpunkter av {1} är kopplade till ett eller flera avsnitt.");
    public static readonly CountedWord General = List.Add(
        "about.tags.general", "{0} synpunkt gäller remissversionen som helhet.", "{0} synpunkter gäller remissversionen som helhet.");
    public static readonly CountedWord Undecided = List.Add(
        "about.tags.undecided", "För {0} synpunkt är avsnittet inte bestämt.", "För {0} synpunkter är avsnittet inte bestämt.");
    public static readonly Word TagsTable = List.Add("about.tags.table", "Kopplingar mellan synpunkter och avsnitt. En synpunkt kan ha flera.");
    public static readonly Word TagsHow = List.Add("about.tags.how", "Hur avsnittet bestämdes");
    public static readonly Word TagsCount = List.Add("about.tags.count", "Antal kopplingar");
    public static readonly Word Threshold = List.Add(
        "about.threshold", "Förslag som bygger på ordvalet räknas när de bedöms vara rätt med minst {0} säkerhet och svaret inte självt anger avsnitt. Sådana kopplingar är utmärkta vid synpunkten.");
    public static readonly Word NoThreshold = List.Add(
        "about.no-threshold", "Förslag som bygger på ordvalet räknas inte. De visas bara där avsnittet inte är bestämt.");

    public static readonly Word ByHeading = List.Add("about.by.heading", "Rubrik i svaret anger avsnittet");
    public static readonly Word ByReference = List.Add("about.by.reference", "Hänvisning i svarets text");
    public static readonly Word ByPage = List.Add("about.by.page", "Hänvisning till en sida");
    public static readonly Word ByTitle = List.Add("about.by.title", "Svaret upprepar avsnittets rubrik");
    public static readonly Word BySuggestion = List.Add("about.by.suggestion", "Godtaget förslag utifrån ordvalet");
    public static readonly Word ByPerson = List.Add("about.by.person", "En person har bestämt avsnittet");
    public static readonly Word TagsSum = List.Add("about.tags.sum", "Summa");

    public static readonly Word Limits = List.Add("about.limits", "Vad som saknas eller kan vara fel");
    public static readonly CountedWord MachineRead = List.Add(
        "about.machine-read", "{0} svar är inskannat och har lästs av maskin. Enstaka tecken i citaten kan vara fel. Det gäller {1}.",
        "{0} svar är inskannade och har lästs av maskin. Enstaka tecken i citaten kan vara fel. Det gäller {1}.");
    public static readonly CountedWord Refused = List.Add(
        "about.refused", "{0} fil gick inte att läsa. Den finns inte med, men redovisas i", "{0} filer gick inte att läsa. De finns inte med, men redovisas i");
    public static readonly Word NoShared = List.Add("about.no-shared", "Inga längre stycken är lika i flera svar.");
    public static readonly Word SomeShared = List.Add("about.shared", "Stycken som är lika i flera svar finns i");

    /// <summary>How a tag came to be, in words.</summary>
    public static Word By(TagSource how) => how switch
    {
        TagSource.Heading => ByHeading,
        TagSource.Reference => ByReference,
        TagSource.Page => ByPage,
        TagSource.Title => ByTitle,
        TagSource.Suggested => BySuggestion,
        _ => ByPerson,
    };
}
