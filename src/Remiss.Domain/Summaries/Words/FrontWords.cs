using System.Collections.Immutable;

namespace Remiss.Domain.Summaries.Words;

/// <summary>Words of the cover, the contents and the first page.</summary>
internal static class FrontWords
{
    private static readonly WordList List = new();

    public static ImmutableArray<Word> All => List.All;

    public static readonly Word Kind = List.Add("cover.kind", "Remissammanställning");
    public static readonly Word DocumentTitle = List.Add("document.title", "Remissammanställning: {0}");
    public static readonly Word Subject = List.Add("document.subject", "Sammanställning av remissvar på {0}");
    public static readonly Word DraftMark = List.Add("document.draft", "UTKAST");
    public static readonly Word Draft = List.Add("cover.draft", "Utkast");
    public static readonly Word RegistrationNumber = List.Add("cover.registration-number", "Diarienummer");
    public static readonly Word Period = List.Add("cover.period", "Remisstid");
    public static readonly Word Deadline = List.Add("cover.deadline", "Sista svarsdag");
    public static readonly Word Replies = List.Add("cover.replies", "Remissvar");
    public static readonly Word Comments = List.Add("cover.comments", "Synpunkter");
    public static readonly Word Compiled = List.Add("cover.compiled", "Sammanställd");
    public static readonly Word PageOf = List.Add("writer.page-of", "Sida {0} av {1}");
    public static readonly Word Continued = List.Add("writer.continued", "forts.");
    public static readonly Word PageShort = List.Add("writer.page-short", "s.");
    public static readonly Word PrivatePerson = List.Add("private-person", "Privatperson {0}");

    public static readonly Word Contents = List.Add("contents.heading", "Innehåll");

    public static readonly Word Brief = List.Add("brief.heading", "I korthet");
    public static readonly CountedWord CountReplies = List.Add("count.replies", "{0} remissvar", "{0} remissvar");
    public static readonly CountedWord CountComments = List.Add("count.comments", "{0} synpunkt", "{0} synpunkter");
    public static readonly CountedWord CountBodies = List.Add("count.bodies", "{0} svarande", "{0} svarande");
    public static readonly Word BriefLead = List.Add("brief.lead", "{0} har kommit in med sammanlagt {1}.");
    public static readonly Word BriefNone = List.Add("brief.none", "Inga remissvar har kommit in.");
    public static readonly CountedWord BriefAsked = List.Add("brief.asked", "{0} remissinstans tillfrågades.", "{0} remissinstanser tillfrågades.");
    public static readonly Word BriefSilent = List.Add("brief.silent", "{0} av {1} tillfrågade har inte svarat: {2}.");
    public static readonly Word BriefSilentNamed = List.Add("brief.silent-named", "Har inte svarat: {0}.");
    public static readonly CountedWord BriefJoint = List.Add(
        "brief.joint", "{0} av svaren är gemensamt för flera remissinstanser.", "{0} av svaren är gemensamma för flera remissinstanser.");

    public static readonly CountedWord BriefLate = List.Add(
        "brief.late", "{0} svar är daterat efter sista svarsdag: {1}.", "{0} svar är daterade efter sista svarsdag: {1}.");
    public static readonly Word BriefShared = List.Add("brief.shared", "{0} av {1} svar innehåller samma stycke: {2}.");

    public static readonly Word MostComments = List.Add("brief.most-comments", "Avsnitten med flest synpunkter");
    public static readonly Word MostCommentsItem = List.Add("brief.most-comments.item", "{0} från {1} av {2} svarande");
    public static readonly Word MostOpposition = List.Add("brief.most-opposition", "Avsnitten med störst motstånd");
    public static readonly Word MostOppositionNone = List.Add("brief.most-opposition.none", "Ingen avstyrker något avsnitt eller är tveksam till det.");
    public static readonly Word Opposition = List.Add("brief.most-opposition.item", "{0} av {1} som tar upp avsnittet avstyrker");
    public static readonly Word OppositionAndDoubt = List.Add("brief.most-opposition.item-doubt", "{0} av {1} som tar upp avsnittet avstyrker och {2} är tveksam");
    public static readonly Word OppositionAndDoubts = List.Add("brief.most-opposition.item-doubts", "{0} av {1} som tar upp avsnittet avstyrker och {2} är tveksamma");
    public static readonly Word OnlyDoubt = List.Add("brief.most-opposition.item-only-doubt", "{0} av {1} som tar upp avsnittet är tveksam");
    public static readonly Word OnlyDoubts = List.Add("brief.most-opposition.item-only-doubts", "{0} av {1} som tar upp avsnittet är tveksamma");

    public static readonly Word Check = List.Add("brief.check", "Att kontrollera");
    public static readonly CountedWord CheckUndecided = List.Add(
        "brief.check.undecided", "{0} synpunkt saknar avsnitt. Någon behöver bestämma var den hör hemma.",
        "{0} synpunkter saknar avsnitt. Någon behöver bestämma var de hör hemma.");
    public static readonly CountedWord CheckRefused = List.Add(
        "brief.check.refused", "{0} fil gick inte att läsa och finns inte med i sammanställningen: {1}.",
        "{0} filer gick inte att läsa och finns inte med i sammanställningen: {1}.");
    public static readonly CountedWord CheckMachineRead = List.Add(
        "brief.check.machine-read", "{0} svar är inskannat och maskinläst. Enstaka tecken i citaten kan vara fel: {1}.",
        "{0} svar är inskannade och maskinlästa. Enstaka tecken i citaten kan vara fel: {1}.");
    public static readonly CountedWord CheckUnresolved = List.Add(
        "brief.check.unresolved", "{0} hänvisning pekar på något som inte finns i remissversionen: {1}.",
        "{0} hänvisningar pekar på något som inte finns i remissversionen: {1}.");
    public static readonly CountedWord CheckTwice = List.Add(
        "brief.check.twice", "{0} remissinstans har mer än ett svar med: {1}. Kontrollera vilket som gäller.",
        "{0} remissinstanser har mer än ett svar med: {1}. Kontrollera vilka som gäller.");
    public static readonly CountedWord CheckEmpty = List.Add(
        "brief.check.empty", "I {0} svar hittades ingen synpunkt: {1}.", "I {0} svar hittades inga synpunkter: {1}.");
    public static readonly CountedWord CheckPrivate = List.Add(
        "brief.check.private", "{0} svar räknas som svar från en privatperson. Namnet är borttaget.",
        "{0} svar räknas som svar från privatpersoner. Namnen är borttagna.");
    public static readonly Word AndMore = List.Add("list.and-more", "och {0} till");
    public static readonly Word AndMoreBeside = List.Add("list.and-more-beside", "samt {0} till");
    public static readonly Word See = List.Add("see", "Se");
}
