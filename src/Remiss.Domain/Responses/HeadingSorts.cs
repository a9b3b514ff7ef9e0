using System.Text.RegularExpressions;

namespace Remiss.Domain.Responses;

/// <summary>What a heading of a reply is for, where its words alone tell.</summary>
internal enum HeadingSort
{
    /// <summary>A subject of its own.</summary>
    Topic,

    /// <summary>The document as a whole.</summary>
    General,

    /// <summary>The reply's own summary: general too.</summary>
    Summary,

    /// <summary>Opens the part that goes through the document: ends what was general.</summary>
    Particular,

    Background,
    Formality,

    /// <summary>The reply's subject line.</summary>
    Subject,
}

internal static class HeadingSorts
{
    private static readonly Regex Summary = Patterns.Of(@"^(?:sammanfattning|sammanfattande|i sammanfattning|sammantagen bedömning|samlad bedömning|slutsats|sammantaget)");

    private static readonly Regex General = Patterns.Of(
        @"^(?:allmän\p{L}*|övergripande|generell\p{L}*|inledning|inledande|inledningsvis|avslutning|avslutande|avslutningsvis|helhet\p{L}*|helhetsbedömning|hela (?:dokumentet|strategin|planen|programmet|policyn|förslaget|remissen|betänkandet|promemorian|handlingen)|övrigt|övriga|slutord|slutligen|(?:kommunens|regionens|myndighetens|nämndens) (?:övergripande|samlade|allmänna|ställningstagande|bedömning)|ställningstagande|synpunkter i stort|om (?:strategin|förslaget|programmet|betänkandet) (?:som helhet|i stort|i sin helhet))\b");

    private static readonly Regex GeneralPlain = Patterns.Of(@"\b(?:som helhet|i sin helhet|i stort)$");

    private static readonly Regex Particular = Patterns.Of(
        @"^(?:specifika|särskilda|detaljerade|enskilda) |^(?:synpunkter|kommentarer|kommentar) (?:på|till|per|kopplat|kopplade|om|avseende|gällande|rörande|kring|inom|utifrån|av)\b|^(?:avsnittsvis|kapitelvis)");

    private static readonly Regex Background = Patterns.Of(
        @"^(?:bakgrund|ärendet|ärendebeskrivning|ärendets|beskrivning av ärendet|beredning|remissens (?:innehåll|huvudsakliga)|(?:förslaget|strategin|förslagen) i korthet|(?:betänkandets|utredningens|promemorians|förslagets) (?:huvudsakliga |övervägande|innehåll|förslag)|om (?:remissen|ärendet|oss)\b|det remitterade förslaget|remissförslaget$)");

    private static readonly Regex Formality = Patterns.Of(
        @"^(?:förslag till beslut|förslag till yttrande|beslutsunderlag|beslutsplanering|beslutsgång|beslut|\p{L}+(?:styrelsens|fullmäktiges|nämndens|utskottets) (?:beslut|förslag)|yrkande|reservation|särskilt yttrande|protokollsanteckning|expedier|sändlista|kopia|beslutet (?:skickas|ska skickas|sänds)|bilagor\b|underskrift|underlag|deltagande|jäv|närvarande|i \p{L}*(?:styrelsen|fullmäktige|nämnden)|handlingar|ekonomiska konsekvenser av beslutet|kontakt)");

    private static readonly Regex Subject = Patterns.Of(
        @"^(?:svar på|svar till|remissvar|remissyttrande|yttrande|remiss\b|angående|synpunkter på (?:remiss|förslag till|samråd)|till\b|re:|sv:|granskningsyttrande)");

    /// <summary>Whether the words are of a subject line, such as <c>Yttrande över …</c>.</summary>
    public static bool IsSubject(string heading) => Subject.IsMatch(heading);

    /// <summary>What the heading is for.</summary>
    /// <param name="heading">The heading on one line, without its number.</param>
    /// <param name="isFirst">Whether nothing of the body came before it: only there stands a subject line.</param>
    public static HeadingSort Of(string heading, bool isFirst)
    {
        string words = heading.TrimEnd(':', ' ', '.');
        if (Formality.IsMatch(words)) return HeadingSort.Formality;
        if (Background.IsMatch(words)) return HeadingSort.Background;
        if (isFirst && Subject.IsMatch(words)) return HeadingSort.Subject;
        if (Summary.IsMatch(words)) return HeadingSort.Summary;
        if (Particular.IsMatch(words)) return HeadingSort.Particular;
        // "Övergripande om en särskild lag" names a subject, "Allmänna synpunkter" none; "Övergripande" alone does not decide.
        if (General.IsMatch(words) && words.Length <= 80 || GeneralPlain.IsMatch(words)) return HeadingSort.General;
        return HeadingSort.Topic;
    }
}
