using System.Collections.Immutable;
using Remiss.Domain.Stances;

namespace Remiss.Domain.Summaries.Words;

/// <summary>Words about stances: the overview, its charts and tables, and the matrix.</summary>
internal static class OverviewWords
{
    private static readonly WordList List = new();

    public static ImmutableArray<Word> All => List.All;

    public static readonly Word Heading = List.Add("stance.heading", "Vad de svarande tycker om helheten");
    public static readonly Word Sentences = List.Add("stance.sentence", "Så ser de svarande på remissversionen som helhet: {0}.");
    public static readonly CountedWord Supports = List.Add("stance.supports", "{0} av {1} tillstyrker", "{0} av {1} tillstyrker");
    public static readonly CountedWord SupportsWithComments = List.Add(
        "stance.supports-with-comments", "{0} av {1} tillstyrker med synpunkter", "{0} av {1} tillstyrker med synpunkter");
    public static readonly CountedWord Doubtful = List.Add("stance.doubtful", "{0} av {1} är tveksam", "{0} av {1} är tveksamma");
    public static readonly CountedWord Opposes = List.Add("stance.opposes", "{0} av {1} avstyrker", "{0} av {1} avstyrker");
    public static readonly CountedWord NoObjection = List.Add(
        "stance.no-objection", "{0} av {1} har ingen erinran", "{0} av {1} har ingen erinran");
    public static readonly CountedWord Abstains = List.Add(
        "stance.abstains", "{0} av {1} avstår från att svara", "{0} av {1} avstår från att svara");
    public static readonly CountedWord NotStated = List.Add(
        "stance.not-stated", "{0} av {1} anger inget ställningstagande", "{0} av {1} anger inget ställningstagande");

    public static readonly Word ChartCaption = List.Add("stance.chart.caption", "Ställningstaganden till helheten. Bas: {0}.");
    public static readonly Word ChartAlternative = List.Add("stance.chart.alternative", "Liggande stapel över ställningstaganden till helheten, bas {0}: {1}.");
    public static readonly Word ChartBar = List.Add("stance.chart.bar", "Alla svarande");
    public static readonly Word TableCaption = List.Add("stance.table.caption", "Ställningstaganden till helheten. Andelarna är av {0}.");
    public static readonly Word SharesRounded = List.Add(
        "stance.table.rounded", "Andelarna är avrundade var för sig. Därför blir deras summa inte exakt 100\u00A0%.");
    public static readonly Word ColumnStance = List.Add("stance.table.stance", "Ställningstagande");
    public static readonly Word ColumnCount = List.Add("stance.table.count", "Antal");
    public static readonly Word ColumnShare = List.Add("stance.table.share", "Andel");
    public static readonly Word ColumnBodies = List.Add("stance.table.bodies", "Remissinstanser");
    public static readonly Word Sum = List.Add("stance.table.sum", "Summa");

    public static readonly Word SectionChartCaption = List.Add("stance.section.caption", "Ställningstaganden till {0}. Bas: {1} som tar upp avsnittet.");
    public static readonly Word SectionChartAlternative = List.Add(
        "stance.section.alternative", "Liggande stapel över ställningstaganden till {0}, bas {1} som tar upp avsnittet: {2}.");
    public static readonly Word SectionTableCaption = List.Add("stance.section.table", "Vem som tycker vad om {0}. Bas: {1} som tar upp avsnittet.");

    public static readonly Word Matrix = List.Add("matrix.heading", "Översikt: vem säger vad om vilket avsnitt");
    public static readonly Word MatrixIntro = List.Add(
        "matrix.intro",
        "Varje rad är ett remissvar och varje kolumn ett avsnitt som någon har tagit upp. Rutan visar ställningstagandet och antalet synpunkter. " +
        "Har ett svar flera synpunkter på samma avsnitt visas det mest kritiska ställningstagandet. En synpunkt som gäller flera avsnitt räknas i vart och ett av dem.");
    public static readonly Word MatrixNoSections = List.Add(
        "matrix.intro.no-sections", "Varje rad är ett remissvar. Rutan visar ställningstagandet och antalet synpunkter.");
    public static readonly Word MatrixLegend = List.Add("matrix.legend", "Teckenförklaring:");
    public static readonly Word MatrixCaption = List.Add("matrix.caption", "Ställningstaganden och antal synpunkter per remissvar och avsnitt");
    public static readonly Word MatrixCaptionPart = List.Add("matrix.caption.part", "Ställningstaganden och antal synpunkter per remissvar och avsnitt, del {0} av {1}");
    public static readonly Word MatrixBody = List.Add("matrix.body", "Remissinstans");
    public static readonly Word MatrixOverall = List.Add("matrix.overall", "Helheten");
    public static readonly Word MatrixGeneral = List.Add("matrix.general", "Allmänt");
    public static readonly Word MatrixTotal = List.Add("matrix.total", "Antal synpunkter");

    /// <summary>The sentence that counts a stance.</summary>
    public static CountedWord Sentence(Stance stance) => stance switch
    {
        Stance.Supports => Supports,
        Stance.SupportsWithComments => SupportsWithComments,
        Stance.Doubtful => Doubtful,
        Stance.Opposes => Opposes,
        Stance.NoObjection => NoObjection,
        Stance.Abstains => Abstains,
        _ => NotStated,
    };
}
