using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Summaries.Words;

/// <summary>Words of the annexes.</summary>
internal static class AnnexWords
{
    private static readonly WordList List = new();

    public static ImmutableArray<Word> All => List.All;

    public static readonly Word Bodies = List.Add("bodies.heading", "Bilaga A. Remissinstanser och svar");
    public static readonly Word BodiesShort = List.Add("bodies.short", "bilaga A");
    public static readonly Word BodiesCaption = List.Add("bodies.caption", "Inkomna remissvar");
    public static readonly Word Number = List.Add("bodies.number", "Nr");
    public static readonly Word Body = List.Add("bodies.body", "Remissinstans");
    public static readonly Word Date = List.Add("bodies.date", "Svarets datum");
    public static readonly Word OwnNumber = List.Add("bodies.own-number", "Svarets diarienummer");
    public static readonly Word CitedNumber = List.Add("bodies.cited-number", "Remissens diarienummer enligt svaret");
    public static readonly Word CitedUsual = List.Add("bodies.cited-usual", "{0} av {1} anger remissens diarienummer {2}.");
    public static readonly Word CitedOthers = List.Add("bodies.cited-others", "De här svaren anger ett annat nummer:");
    public static readonly Word Decision = List.Add("bodies.decision", "Beslut");
    public static readonly Word Read = List.Add("bodies.read", "Läst från");
    public static readonly Word JointWith = List.Add("bodies.joint", "{0} (gemensamt svar från {1})");
    public static readonly Word Joint = List.Add("bodies.joint-names", "{0} (gemensamt svar)");
    public static readonly Word MachineRead = List.Add("bodies.machine-read", "maskinläst");
    public static readonly Word NotTold = List.Add("bodies.not-told", "–");
    public static readonly Word NotToldNote = List.Add("bodies.not-told.note", "Ett streck betyder att uppgiften inte hittades i svaret.");
    public static readonly Word Silent = List.Add("bodies.silent", "Tillfrågade som inte har svarat");
    public static readonly Word Refused = List.Add("bodies.refused", "Filer som inte gick att läsa");
    public static readonly Word RefusedCaption = List.Add("bodies.refused.caption", "Filer som inte gick att läsa, och varför");
    public static readonly Word RefusedFile = List.Add("bodies.refused.file", "Fil");
    public static readonly Word RefusedReason = List.Add("bodies.refused.reason", "Orsak");
    public static readonly Word Remarks = List.Add("bodies.remarks", "Anmärkningar till läsningen");

    public static readonly Word Ledger = List.Add("ledger.heading", "Bilaga B. Så användes texten i varje svar");
    public static readonly Word LedgerShort = List.Add("ledger.short", "bilaga B");
    public static readonly Word LedgerIntro = List.Add(
        "ledger.intro",
        "Varje tecken i svaren är sorterat som en av sex sorter. Synpunkterna citeras i kapitlen. Inledningar, artighetsfraser och bakgrund har lämnats utanför och citeras här med sina första ord, så att läsaren kan bedöma om något har missats. " +
        "Adresser, beslutsformuleringar, namnteckningar och sidhuvuden redovisas bara med sin längd.");
    public static readonly Word LedgerCaption = List.Add("ledger.caption", "Texten i alla svar. Bas: {0} tecken i {1}.");
    public static readonly Word LedgerColumnKind = List.Add("ledger.kind", "Sort");
    public static readonly Word LedgerWhy = List.Add("ledger.why", "Vad som hör dit");
    public static readonly Word LedgerCharacters = List.Add("ledger.characters", "Tecken");
    public static readonly Word LedgerShare = List.Add("ledger.share", "Andel");
    public static readonly Word LedgerPerReply = List.Add("ledger.per-reply", "Texten i varje svar");
    public static readonly Word LedgerPerReplyCaption = List.Add(
        "ledger.per-reply.caption", "Antal tecken av varje sort i varje svar. Sorterna summerar till svarets hela text.");
    public static readonly Word LedgerSum = List.Add("ledger.sum", "Hela texten");
    public static readonly Word LedgerCommentShare = List.Add("ledger.comment-share", "Andel synpunkter");
    public static readonly Word LedgerLeftOut = List.Add("ledger.left-out", "Text som lämnats utanför kapitlen");
    public static readonly Word LedgerExcerpt = List.Add("ledger.excerpt", "{0}, s. {1}, {2} tecken: {3}");
    public static readonly Word LedgerExcerptHidden = List.Add("ledger.excerpt-hidden", "{0}, s. {1}, {2} tecken");
    public static readonly Word LedgerUnresolved = List.Add("ledger.unresolved", "Hänvisningen {0} på s. {1} finns inte i remissversionen.");
    public static readonly Word LedgerLow = List.Add("ledger.low", "I de här svaren är mindre än en tredjedel av texten synpunkter: {0}.");
    public static readonly Word Unsorted = List.Add("ledger.unsorted", "inte sorterat");
    public static readonly Word UnsortedWhy = List.Add("ledger.unsorted.why", "text som ingen har gått igenom");

    public static readonly Word KindComment = List.Add("ledger.kind.comment", "synpunkter");
    public static readonly Word KindHeading = List.Add("ledger.kind.heading", "rubriker");
    public static readonly Word KindCourtesy = List.Add("ledger.kind.courtesy", "artighet");
    public static readonly Word KindBackground = List.Add("ledger.kind.background", "bakgrund");
    public static readonly Word KindFormality = List.Add("ledger.kind.formality", "formalia");
    public static readonly Word KindFurniture = List.Add("ledger.kind.furniture", "sidhuvuden och annat på sidan");
    public static readonly Word ColumnFurniture = List.Add("ledger.column.furniture", "annat på sidan");
    public static readonly Word WhyComment = List.Add("ledger.why.comment", "citeras i kapitlen");
    public static readonly Word WhyHeading = List.Add("ledger.why.heading", "svarens egna rubriker");
    public static readonly Word WhyCourtesy = List.Add("ledger.why.courtesy", "tack, hälsningar och läsanvisningar");
    public static readonly Word WhyBackground = List.Add("ledger.why.background", "återger remissversionen eller det egna uppdraget");
    public static readonly Word WhyFormality = List.Add("ledger.why.formality", "brevhuvud, adresser, beslut och underskrifter");
    public static readonly Word WhyFurniture = List.Add("ledger.why.furniture", "sidnummer, sidhuvuden, mallrester och tomrum");

    public static readonly Word Shared = List.Add("shared.heading", "Bilaga C. Stycken som är lika i flera svar");
    public static readonly Word SharedShort = List.Add("shared.short", "bilaga C");
    public static readonly CountedWord SharedIntro = List.Add(
        "shared.intro",
        "{0} stycke med minst {1} ord är lika eller nästan lika i flera svar. Nästan lika betyder att minst {2} av ordparen är gemensamma.",
        "{0} stycken med minst {1} ord är lika eller nästan lika i flera svar. Nästan lika betyder att minst {2} av ordparen är gemensamma.");
    public static readonly Word SharedCaption = List.Add("shared.caption", "Gemensamma stycken och vilka som delar dem");
    public static readonly Word SharedText = List.Add("shared.text", "Stycke (som den första skrev det)");
    public static readonly Word SharedLikeness = List.Add("shared.likeness", "Likhet");
    public static readonly Word SharedReplies = List.Add("shared.replies", "Antal svar");
    public static readonly Word SharedBy = List.Add("shared.by", "Delas av");
    public static readonly Word Verbatim = List.Add("shared.verbatim", "ordagrant");
    public static readonly Word Nearly = List.Add("shared.nearly", "nästan");

    public static readonly Word FormatText = List.Add("format.text", "textfil");
    public static readonly Word FormatPdf = List.Add("format.pdf", "PDF");
    public static readonly Word FormatDocx = List.Add("format.docx", "Word");
    public static readonly Word FormatOdt = List.Add("format.odt", "OpenDocument");
    public static readonly Word FormatEmail = List.Add("format.email", "e-post");

    /// <summary>A kind of the ledger in words.</summary>
    public static Word Kind(LedgerKind kind) => kind switch
    {
        LedgerKind.Comment => KindComment,
        LedgerKind.Heading => KindHeading,
        LedgerKind.Courtesy => KindCourtesy,
        LedgerKind.Background => KindBackground,
        LedgerKind.DecisionFormality => KindFormality,
        _ => KindFurniture,
    };

    /// <summary>The same above a narrow column.</summary>
    public static Word KindColumn(LedgerKind kind) => kind == LedgerKind.PageFurniture ? ColumnFurniture : Kind(kind);

    /// <summary>What belongs to a kind of the ledger, and so why it is where it is.</summary>
    public static Word Why(LedgerKind kind) => kind switch
    {
        LedgerKind.Comment => WhyComment,
        LedgerKind.Heading => WhyHeading,
        LedgerKind.Courtesy => WhyCourtesy,
        LedgerKind.Background => WhyBackground,
        LedgerKind.DecisionFormality => WhyFormality,
        _ => WhyFurniture,
    };

    /// <summary>A file format in words.</summary>
    public static Word Format(SourceFormat format) => format switch
    {
        SourceFormat.Pdf => FormatPdf,
        SourceFormat.Docx => FormatDocx,
        SourceFormat.Odt => FormatOdt,
        SourceFormat.Email => FormatEmail,
        _ => FormatText,
    };
}
