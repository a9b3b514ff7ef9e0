using System.Collections.Immutable;

namespace Remiss.Domain.Summaries.Words;

/// <summary>Words of the chapters that quote comments.</summary>
internal static class SectionWords
{
    private static readonly WordList List = new();

    public static ImmutableArray<Word> All => List.All;

    public static readonly Word Heading = List.Add("sections.heading", "Synpunkter per avsnitt");
    public static readonly Word Extract = List.Add("sections.extract", "Ur remissversionen, s. {0}:");
    public static readonly Word ExtractNoPage = List.Add("sections.extract.no-page", "Ur remissversionen:");
    public static readonly CountedWord Count = List.Add(
        "sections.count", "{0} synpunkt från {1} av {2} svarande.", "{0} synpunkter från {1} av {2} svarande.");
    public static readonly Word None = List.Add("sections.none", "Inga synpunkter på avsnittet.");
    public static readonly Word NoneWithParts = List.Add("sections.none-with-parts", "Inga synpunkter på avsnittet eller dess delar.");
    public static readonly Word NoneOnParts = List.Add("sections.none-on-parts", "Inga synpunkter på avsnittets delar var för sig.");
    public static readonly Word NoneOn = List.Add("sections.none-on", "Inga synpunkter på {0}.");
    public static readonly Word NoneOfItsOwn = List.Add("sections.none-own", "Inga synpunkter på avsnittet i stort. Synpunkterna nedan gäller dess delar.");
    public static readonly Word Group = List.Add("sections.group", "Gemensamt för {0}");
    public static readonly CountedWord Pointer = List.Add(
        "sections.pointer", "{0} synpunkt gäller flera avsnitt, däribland detta:", "{0} synpunkter gäller flera avsnitt, däribland detta:");

    public static readonly Word Comment = List.Add("comment.id", "synpunkt {0}");
    public static readonly Word PageInReply = List.Add("comment.page", "s. {0} i svaret");
    public static readonly Word Concerns = List.Add("comment.concerns", "gäller {0}");
    public static readonly Word Item = List.Add("comment.item", "{0} p. {1}");
    public static readonly Word LeadIn = List.Add("comment.lead-in", "punkt under meningen {0}");
    public static readonly Word UnderComment = List.Add("comment.under", "Punkt under synpunkt");
    public static readonly Word SameLeadIn = List.Add("comment.same-lead-in", "Punkt under samma mening som");
    public static readonly Word Accepted = List.Add("comment.accepted", "avsnittet är ett godtaget förslag ({0}, {1})");
    public static readonly Word ByPerson = List.Add("comment.by-person", "avsnittet är bestämt av en person");
    public static readonly Word Suggestion = List.Add("comment.suggestion", "förslag, räknas inte: {0} ({1}, {2})");
    public static readonly Word Sure = List.Add("confidence.sure", "säkert");
    public static readonly Word Likely = List.Add("confidence.likely", "troligt");
    public static readonly Word Unsure = List.Add("confidence.unsure", "osäkert");
    public static readonly Word NoText = List.Add("comment.no-text", "[utan läsbar text]");

    public static readonly Word General = List.Add("general.heading", "Synpunkter på remissversionen som helhet");
    public static readonly CountedWord GeneralIntro = List.Add(
        "general.intro", "{0} synpunkt från {1} av {2} svarande gäller remissversionen som helhet.",
        "{0} synpunkter från {1} av {2} svarande gäller remissversionen som helhet.");
    public static readonly Word Undecided = List.Add("undecided.heading", "Synpunkter utan bestämt avsnitt");
    public static readonly Word UndecidedShort = List.Add("undecided.short", "synpunkter utan bestämt avsnitt");
    public static readonly CountedWord UndecidedIntro = List.Add(
        "undecided.intro",
        "Svaret säger inte vilket avsnitt synpunkten gäller, och ingen har bestämt det. Ett förslag bygger på ordvalet och räknas inte förrän någon godtar det.",
        "Svaren säger inte vilka avsnitt de här {0} synpunkterna gäller, och ingen har bestämt det. Förslagen bygger på ordvalet och räknas inte förrän någon godtar dem.");

    public static readonly Word ByBody = List.Add("by-body.heading", "Synpunkter per remissinstans");
    public static readonly Word BodyOverall = List.Add("by-body.overall", "Ställningstagande till helheten:");
    public static readonly Word BodyNone = List.Add("by-body.none", "Svaret innehåller inga synpunkter.");
    public static readonly Word WholeDocument = List.Add("place.general", "remissversionen som helhet");
    public static readonly Word NotDecided = List.Add("place.undecided", "avsnittet är inte bestämt");

    public static readonly Word Table = List.Add("table.heading", "Alla synpunkter");
    public static readonly CountedWord TableCaption = List.Add("table.caption", "{0} synpunkt i {1}", "{0} synpunkter i {1}");
    public static readonly Word TableNumber = List.Add("table.number", "Nr");
    public static readonly Word TableBody = List.Add("table.body", "Remissinstans");
    public static readonly Word TableSection = List.Add("table.section", "Avsnitt");
    public static readonly Word TableComment = List.Add("table.comment", "Synpunkt");
    public static readonly Word TableStance = List.Add("table.stance", "Ställningstagande");
}
