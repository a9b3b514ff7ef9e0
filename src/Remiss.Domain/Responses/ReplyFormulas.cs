using System.Text.RegularExpressions;

namespace Remiss.Domain.Responses;

/// <summary>
/// The set phrases of Swedish replies that say nothing of the matter: thanks, guides to the reply, the
/// sender's mandate, retelling, decisions, letterhead. Each pattern is a formula of the genre, none of one sender.
/// </summary>
internal static class ReplyFormulas
{
    private const string Reply = "(?:svaret|yttrandet|remissvaret|remissyttrandet|skrivelsen|synpunkterna|svar|yttrande|remissvar|detta svar|detta yttrande)";

    private const string Consulted =
        "(?:utredningen|betänkandet|promemorian|remissen|kommissionen|kommittén|förslaget|förslagen|strategin|programmet|planen|rapporten|ärendet|regeringen|departementet|dokumentet|remissversionen|remissförslaget|planförslaget|handlingen|lagförslaget|utkastet|den föreslagna strategin|strategiförslaget|dagens [a-zåäö]+)";

    private const string Months = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";

    private static readonly Regex Courtesy = Patterns.Of(string.Join('|',
        @"\b(?:har|hade|blivit|fått)\b.{0,60}\b(?:beretts|fått|givits|getts|inbjudits|bjudits in|anmodats|ombetts|blivit ombe|tagit del av|mottagit|tillfrågats|tagit emot|erhållit|fått på remiss)\b",
        @"\bhar (?:av .{3,80} )?(?:bett om|begärt) (?:in )?(?:synpunkter|yttrande|svar)",
        @"\btackar för (?:möjlighet|tillfälle|inbjudan|remiss|att|förtroende)",
        @"\b(?:lämnar|avger|vill|får|inkommer med|överlämnar|avlämnar|anför)\b.{0,50}\b(?:följande|detta|nedanstående|härmed|sitt) .{0,40}(?:synpunkter|yttrande|svar|remissvar|kommentarer|anföra|remissyttrande)\b",
        @"\b(?:lämnar|avger|anför|får anföra|vill anföra)\b.{0,40}\b(?:följande|nedanstående)\b",
        $@"\b{Reply}\b.{{0,30}}\b(?:ska|skall) (?:vara inne|lämnas|ha inkommit|ha kommit)",
        @"\bsvar(?:et)? (?:ska lämnas |lämnas )?senast\b",
        @"\b(?:med vänlig|vänliga|bästa) hälsning",
        @"^(?:hej|god dag|bifogat|bifogad|bifogas|se bifogad|här kommer|här är (?:vårt|svaret))\b",
        @"\b(?:bifogar|bifogas|översänder|översändes|skickar) (?:härmed |här )?.{0,40}\b(?:svar|yttrande|remissvar|synpunkter)\b",
        @"\b(?:vid frågor|kontakta gärna|tveka inte|hör gärna av)",
        @"\bhar sänts på remiss\b|\bär på remiss\b|\bremitterats? till\b"));

    /// <summary>A closing that only says that one is glad to go on, with no other content in it.</summary>
    private static readonly Regex Farewell = Patterns.Of(
        @"^(?:\p{L}+ ){1,7}(?:ser (?:också |även |med intresse )?fram emot|ser fram mot|(?:deltar|medverkar|bidrar|bistår|återkommer) (?:också |även )?gärna|(?:vill|kan) gärna (?:delta|medverka|bidra)|är gärna (?:delaktiga?|med|delaktigt))\b[^,;:]{0,60}\b(?:\p{L}*arbete[nt]?|dialog(?:en)?|process(?:en)?|samarbete[nt]?|samverkan|samtal(?:en)?|diskussion(?:en|er)?|kontakt(?:er)?)\b[^,;:]{0,70}$");

    private static readonly Regex Guide = Patterns.Of(string.Join('|',
        $@"\b{Reply} (?:\p{{L}}+ ){{0,2}}(?:följer|har (?:två|tre|fyra|fem|sex|\d+) delar|är (?:disponerat|uppdelat|indelat|avgränsat|strukturerat|begränsat)|begränsas|avgränsas|avser endast|utgår från|utgår ifrån|bygger på|inleds|omfattar|lämnas|redovisas|rör endast|gäller endast|disponeras)\b",
        @"\brubriker(?:na)? (?:nedan )?följer\b",
        @"\b(?:begränsar|avgränsar) (?:sig|sitt|sina|yttrandet|svaret)\b",
        @"\b(?:därefter|sedan|nedan|här) följer\b|\bgår därefter över till\b",
        @"\b(?:kommenterar|yttrar sig|lämnar synpunkter|svarar)\b.{0,30}\b(?:endast|bara|enbart|enskilt|var för sig|både|nedan|i det följande|avsnittsvis|kapitelvis|i den ordning)\b",
        @"^vi kommenterar (?:både|nedan|här|först)\b",
        @"\b(?:gemensamt|samlat|samordnat) (?:yttrande|svar|remissvar)\b",
        @"\bhar (?:två|tre|fyra|fem|sex) delar\b|\bi den ordning\b|\banges under namnet\b",
        @"\bkommer i det följande\b|\bsynpunkterna (?:följer|lämnas|redovisas|är ordnade)\b",
        @"\b(?:lämnar|redovisar|framför|ger|har) (?:här |sina |våra |sitt |vårt |följande ){0,2}(?:synpunkter|kommentarer|svar|yttrande) (?:per avsnitt |avsnittsvis )?i (?:en |den )?(?:nedanstående |bifogade? |följande )?(?:tabell|tabellen|bilaga|bilagan|mall|mallen)\b[^,;]{0,30}$"));

    private static readonly Regex Formality = Patterns.Of(string.Join('|',
        @"\b(?:yttrande|yttrandet|beslut|beslutet|remissvar|remissvaret|svar|svaret|ärendet|skrivelse)\b.{0,60}\b(?:beslutats|fattats|fattat|fattas|avgivits|antagits|godkänts|godkänt|undertecknats|undertecknat|avgjorts|expedierats|beretts)\b",
        @"^.{0,60}(?:styrelsen|nämnden|utskottet|utskott|fullmäktige|presidiet|presidium|ordförande\p{L}*|direktören|chefen)\b.{0,40}\b(?:beslutade|beslutat|beslöt|antog|antagit|godkände|godkänt|fastställde|behandlade)\b.{0,80}\b(?:yttrandet|remissvaret|svaret|remissyttrandet|skrivelsen|yttrande|svar|remissvar|ärendet|enligt förslaget)\b",
        @"\b(?:föredragande|handläggare) (?:har |i ärendet |var)",
        @"\bi den slutliga handläggningen\b|\bhar (?:också |även )?deltagit\b|\befter föredragning av\b",
        @"\bföreslår (?:att )?\p{L}+(?:styrelsen|fullmäktige|nämnden|utskottet) (?:att )?beslut",
        @"\bföreslås (?:besluta|yttra sig|avge|anta|godkänna|lämna)\b|\bbeslutar (?:att )?(?:avge|anta|godkänna|lämna|överlämna|följande)\b",
        @"\bsom sitt (?:eget )?(?:yttrande|svar|remissvar)\b|\bsom svar på remissen (?:hänvisas|överlämnas|lämnas)\b",
        @"\b(?:yttrande|svar)\b.{0,60}\b(?:lämnas|avges)\b.{0,60}\b(?:i enlighet med|enligt|i överensstämmelse)\b|\bavges yttrande\b",
        @"\banför följande\.?$|\benligt förvaltningens förslag\b|\bförslag till (?:yttrande|beslut|svar)\b",
        @"\bparagrafen (?:justeras|förklaras)\b|\butdragsbestyrk|\bprotokollsutdrag\b|\bgodkänt digitalt\b|\bsaknar (?:därför )?underskrift|\belektroniskt (?:undertecknat|signerat)|\bdigitalt signerat",
        @"\bbeslutet (?:skickas|expedieras|sänds) till\b|\bpå .{0,30}(?:styrelsens|nämndens|kommunens|regionens) vägnar\b|\benligt uppdrag\b|\benligt delegation",
        // An address, and a place with its day.
        @"^till (?-i:\p{Lu})[^.!?]{1,60}, (?:dnr|diarienummer|diarienr|ärendenummer)\b[^!?]{0,30}$",
        $@"^(?-i:\p{{Lu}})\p{{L}}+(?: (?-i:\p{{Lu}})\p{{L}}+)?,? (?:den )?\d{{1,2}} (?:{Months}) \d{{4}}\.?$",
        @"^(?:yttrandet|beslutet|svaret|ärendet|remissvaret) (?:medför|innebär|bedöms|har|får) (?:inte|inga|inget|ingen)\b|\bberörs? .{0,40}\bav (?:beslutet|yttrandet|ärendet)\b"));

    private static readonly Regex Background = Patterns.Of(string.Join('|',
        @"^.{0,60}\b(?:arbetar för att|ansvarar för|har (?:till|i|som) uppdrag|har regeringens uppdrag|svarar i egenskap|är (?:den|en|ett|sveriges) .{0,40}(?:myndighet|kommun|organisation|förening) (?:som|med|för|i)\b)",
        @"^(?:i )?(?:uppdraget|vårt uppdrag|myndighetens uppdrag|\p{L}+s uppdrag) (?:ligger|är|omfattar|ingår)",
        $@"^{Consulted}(?:s förslag)? (?:\p{{L}}+ ){{0,2}}(?:föreslår|föreslås|innebär|syftar|pekar ut|har pekat ut|har sett över|ska visa|beskriver|innehåller|består av|består|omfattar|handlar om|gäller|redovisar|anger|har haft i uppdrag|är på remiss|granskas|är från|har tagits fram|har arbetats fram|bygger på|är indelad|är uppdelad|omfattar|består)\b",
        @"\b(?:ställde sig|begärde|beslutade|framförde|påpekade|yttrade sig|antog|lämnade) .{0,40}\b(?:redan|tidigare|den \d{1,2} \p{L}+ \d{4}|år \d{4}|i remissvar|i sitt)\b",
        @"\bi (?:sitt|sina|ett tidigare|tidigare) (?:remissvar|yttrande|yttranden|svar)\b.{0,60}\b(?:påpekade|framförde|anförde|ansåg|tillstyrkte|avstyrkte)\b",
        @"\bhar samrått med\b"));

    private static readonly Regex Retelling = Patterns.Of(
        @"^(?:den|det|de|man|där|vidare|dessutom|bland annat|syftet)\b (?:\p{L}+ ){0,2}(?:föreslår|föreslås|innebär|syftar|pekar ut|beskriver|innehåller|består av|omfattar|handlar om|redovisar|är att)\b");

    private static readonly Regex Opinion = Patterns.Of(
        @"\b(?:bör|borde|måste|behöver|behövs|anser|menar|bedömer|tycker|efterfrågar|efterlyser|saknar|saknas|önskar|ser positivt|ser fram emot|ser behov|vill se|vill betona|vill lyfta|vill framhålla|viktigt|viktig|angeläget|tyvärr|risk|riskerar|oklart|otydlig|otydligt|brist|brister|bristfällig|problem|håller med|enligt (?:universitetet|kommunen|regionen|myndigheten|nämnden|vår)|inte tillräckligt|för vagt|otidsenlig\w*)\b");

    private static readonly Regex Contact = Patterns.Of(string.Join('|',
        @"^[^\s@]+@[^\s@]+\.\p{L}{2,}$|^(?:e-?post|mail|tel|telefon|fax|mobil|org\.? ?nr|organisationsnummer|postadress|besöksadress|besök|post|adress|webb|hemsida|www|plusgiro|bankgiro|växel|kopia|cc)\b",
        @"^(?:dnr|diarienummer|diarienr|ärendenr|ärendenummer|ärendebeteckning|datum|handläggare|vår referens|er referens|ert dnr|vårt dnr|ert datum|vår beteckning|er beteckning|svar på|ställd till|handling|rapportnummer|dokumenttyp|utfärdat|till|från|ämne|remissvar|yttrande|tjänsteskrivelse|tjänsteutlåtande|sändlista|expedieras)\b ?[:\d]",
        @"^(?:vårt |vår |ert |er |eget )?(?:dnr|diarienummer|diarienr|ärendenr|ärendenummer|ärendebeteckning|referens|beteckning)\b[^.!?]{0,16}\d[^!?]{0,90}$",
        @"\b\d{3} ?\d{2} {1,3}\p{Lu}|\bbox \d+|\bwww\.|_{5,}|\.{12,}|^-{4,}$"));

    private static readonly Regex Residue = Patterns.Of(@"\bklicka (?:eller tryck )?här för att (?:ange|skriva)|\b(?:skriv|ange) text här\b");

    public static bool IsCourtesy(string sentence) => Courtesy.IsMatch(sentence);

    /// <summary>Whether the sentence only closes the letter in a friendly way (<c>Kommunen deltar gärna i det fortsatta arbetet.</c>).</summary>
    public static bool IsFarewell(string sentence) => Farewell.IsMatch(sentence) && !sentence.Contains(" men ", StringComparison.Ordinal);

    public static bool IsGuide(string sentence) => Guide.IsMatch(sentence);

    public static bool IsFormality(string sentence) => Formality.IsMatch(sentence);

    public static bool IsBackground(string sentence) => Background.IsMatch(sentence);

    /// <summary>Whether a sentence after one that retells goes on retelling: <c>Den föreslår bland annat …</c>.</summary>
    public static bool GoesOnRetelling(string sentence) => Retelling.IsMatch(sentence);

    public static bool IsOpinion(string sentence) => Opinion.IsMatch(sentence);

    public static bool IsContact(string line) => Contact.IsMatch(line);

    public static bool IsTemplateResidue(string line) => Residue.IsMatch(line);
}
