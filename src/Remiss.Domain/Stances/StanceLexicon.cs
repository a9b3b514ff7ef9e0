using static Remiss.Domain.Stances.CueSense;

namespace Remiss.Domain.Stances;

/// <summary>
/// The phrases of official Swedish that carry a stance, as data. Every row has an example behind it;
/// the notation is told at <see cref="StanceCue"/>. Rows with more fixed words win over rows with fewer
/// where they meet, so exceptions need no order.
/// </summary>
internal static partial class StanceLexicon
{
    /// <summary>All phrases.</summary>
    public static IReadOnlyList<StanceCue> Cues { get; } =
        [.. Approvals, .. Refusals, .. Doubts, .. Remarklessness, .. Wishes, .. Judgements, .. NotCues];

    private static StanceCue Cue(string pattern, CueSense sense) => new(pattern, sense);

    private static StanceCue Cue(string pattern, CueSense sense, CueSense negated) => new(pattern, sense, Negated: negated);

    private static StanceCue Generic(string pattern, CueSense sense) => new(pattern, sense, FixedPolarity: true, IsGeneric: true);

    private static StanceCue Fixed(string pattern, CueSense sense) => new(pattern, sense, FixedPolarity: true);

    private static StanceCue[] Approvals =>
    [
        // Formulas
        Cue("tillstyrker|tillstyrka|tillstyrks|tillstyrkas|tillstyrkes", Support), // Kommunen tillstyrker förslaget.
        Cue("tillstyrkan", Support), // Nämndens svar är tillstyrkan.
        Cue("biträder|biträds|biträdas", Support), // Förslaget biträds.
        Cue("godtar|godtas|accepterar|accepteras", Support), // Förslaget godtas i denna del.
        Cue("bejakar|bejakas", Support), // Kommunen bejakar målet.
        Cue("förordar|förordas", Support), // Nämnden förordar alternativ 2.
        Cue("ställer|ställa|ställs ..3 sig|oss ..3 bakom", Support), // Regionen ställer sig helt bakom målen.
        Cue("bakom ..6 ställer|ställa ..3 sig|oss", Support), // Bakom det målet ställer sig kommunen.
        Cue("sluter|sluta ..2 upp bakom", Support), // Vi sluter upp bakom målen.
        Cue("står|stå ..2 bakom", Support), // Kommunen står bakom inriktningen.
        Cue("stödjer|stöder|stöds|stödjs", Support), // Kommunen stödjer ambitionerna.
        Cue("kan|kunna|vill|väljer|möjlighet|möjligt|skäl|anledning ..4 att? stödja|biträda|godta|acceptera|bejaka", Support), // Regionen kan stödja förslaget.
        Cue("beslutar|föreslår|föreslås|beslutat|beslutade ..2 att stödja|biträda|godta", Support), // Nämnden beslutar att biträda förslaget.
        Cue("ger|ge ..3 sitt|vårt fulla? stöd", Support), // Nämnden ger förslaget sitt stöd.
        Cue("ansluter|ansluta ..2 sig|oss ..2 till", Support), // Regionen ansluter sig till förslaget.
        Cue("har ingen|inga annan|avvikande|andra uppfattning|mening", Support), // Kommunen har ingen annan uppfattning än utredningen.
        Cue("bör|ska|kan ..6 läggas|ligga till grund", Favour, negated: Oppose), // Förslaget bör ligga till grund för lagstiftning.
        Cue("bör|kan ..2 genomföras|antas", Favour, negated: Oppose), // Utredningens förslag bör genomföras.
        Cue("ställer|ställa ..3 upp på|bakom", Agree), // Målen kan vi ställa upp på.
        Cue("kommunens|vårt|nämndens|myndighetens|förbundets|verkets fulla? stöd", Support), // Målet har kommunens fulla stöd.

        // Agreement
        Cue("instämmer|instämma|instäms", Agree), // Kommunen instämmer i bedömningen.
        Cue("delar|dela|delas ..6 bedömning*|syn|synen|synsätt*|åsikten|uppfattning*|bild|bilden|slutsats*|analys*|åsikt*|mening|inställning|övervägande*|ståndpunkt*|beskrivning*|problembild*|problembeskrivning*|ambition*|vision*|förslag|förslagen|förslaget|prioritering*", Agree), // Nämnden delar utredningens bedömning.
        Cue("delas ..3 av", Agree), // Bedömningen delas av kommunen.
        Cue("håller|hålla ..2 med", Agree), // Vi håller med om att …
        Cue("är ..3 enig*|ense|överens med|om", Agree), // Kommunen är enig med utredningen.
        Cue("anser|menar|bedömer|tycker|finner liksom|likt utred*|kommitt*|betänkand*|promemor*|regeringen|regionen", Agree), // Verket anser liksom utredningen att …
        Cue("anser|menar|bedömer|tycker|finner i likhet med", Agree), // Nämnden anser i likhet med kommittén att …
        Cue("i likhet med|som ..3 anser|menar|bedömer", Agree), // I likhet med utredaren anser kommunen att …
        Cue("samma uppfattning|bedömning|slutsats som", Agree), // Kommunen gör samma bedömning som regionen.

        // Favour
        Cue("ställer|ställa ..4 sig|oss ..5 positiv*|välvillig*", Favour), // … ställer sig i huvudsak positiv till strategin.
        Cue("är|blir ..5 positiv|positivt|positiva till", Favour), // Staden är i huvudsak positiv till förslagen.
        Cue("är ..5 positiv|positivt|positiva", Favour), // Att målen blir färre är positivt.
        Cue("ser ..4 positivt ..3 på", Favour), // Vi ser mycket positivt på ambitionen.
        Cue("ser|tycker|anser|finner|upplever ..4 positivt", Favour), // Vi ser det som positivt att …
        Cue("positivt|bra|utmärkt att|med", Favour), // Positivt att barnen nämns.
        Cue("positiv|positiva inställning|inställda", Favour), // Nämnden har en positiv inställning.
        Cue("välkomnar|välkomna|välkomnas", Favour), // Kommunen välkomnar programmet.
        Cue("är ..3 välkommet|välkommen|välkomna", Favour), // Förslaget är välkommet.
        Cue("uppskattar|uppskattas", Praise), // Nämnden uppskattar tydligheten.
        Cue("är ..2 glada|glad|stolta|tacksamma över|för|att", Favour), // Vi är glada över satsningen.
        Cue("känner igen sig|oss", Agree), // Kommunen känner igen sig i bilden.
        Cue("gläder|glädjande|glädjas", Favour), // Det är glädjande att …
        Cue("hälsar|hälsas ..4 med glädje|tillfredsställelse", Favour), // Föreningen hälsar förslaget med glädje.
        Cue("ser ..3 med tillfredsställelse", Favour), // Styrelsen ser med tillfredsställelse att …
        Cue("är ..3 nöjd|nöjda med", Favour), // Kommunen är nöjd med inriktningen.
        Cue("har ..3 förståelse för", Reserve), // Kommunen har förståelse för avvägningen.
        Fixed("ser ..4 inga|inget hinder|problem|skäl emot|mot?", NoRemark), // Nämnden ser inga hinder mot förslaget.

        // Reservations beside an approval
        Cue("i huvudsak", Partly), // … tillstyrker i huvudsak.
        Cue("i allt väsentligt", Partly), // … delar i allt väsentligt bedömningen.
        Cue("huvudsakligen", Partly), // … är huvudsakligen positiv.
        Cue("i stora drag", Partly), // … instämmer i stora drag.
        Cue("i princip", Partly), // … har i princip inget att invända.
        Cue("i|på det? stort|stora hela?", Partly), // … kan i stort ställa sig bakom.
        Cue("i grunden", Partly), // … är i grunden positiva.
        Cue("delvis", Partly), // … instämmer delvis.
        Cue("under|på förutsättning|villkor|förbehåll", Reserve), // … under förutsättning att medel tillförs.
        Cue("med förbehåll|reservation", Reserve), // … med förbehåll för kostnaderna.
        Cue("endast|bara|enbart om", Reserve), // … tillstyrks endast om medel tillförs.
        Cue("men att", Reserve), // … tillstyrker målet, men att årtalet ändras.
        Cue("förutsatt att", Reserve), // … förutsatt att staten betalar.
        Cue("förutsätter", Wish), // Kommunen förutsätter att staten betalar.
        Cue("under den förutsättningen", Reserve), // … under den förutsättningen att …
        Cue("med följande|nedanstående|ovanstående|vissa|de|dessa|ovan ..2 synpunkter|kommentarer|tillägg|ändringar|justeringar|påpekanden", Reserve), // … med följande tillägg.
        Cue("lämnar|lämna|har|framför ..3 följande|några|vissa|ett|par ..3 synpunkter|kommentarer|påpekanden|medskick|invändningar", Reserve), // … men har några kommentarer.
        Cue("med den|de|en|vissa ..2 ändring*|reservation*|justering*|tillägg*|komplettering*", Reserve), // … tillstyrks med den ändring som anges nedan.
        Cue("med undantag för|av", Reserve), // … med undantag för avsnitt 4.
        Cue("med beaktande av", Reserve), // … med beaktande av vad som anförs nedan.
        Cue("förtjänar", Wish), // Frågan förtjänar en egen åtgärd.
    ];

    private static StanceCue[] Refusals =>
    [
        Cue("avstyrker|avstyrka|avstyrks|avstyrkas|avstyrkes|avstyrkan", Oppose), // Nämnden avstyrker förslaget.
        Cue("motsätter|motsätta ..3 sig|oss", Oppose), // Kommunen motsätter sig avgiften.
        Cue("avvisar|avvisa|avvisas", Oppose), // Regionen avvisar modellen.
        Cue("är|ställer ..4 avvisande till", Oppose), // … är avvisande till en ny roll.
        Cue("avvisande till", Oppose), // … är, liksom utredningen, avvisande till …
        Cue("tar ..2 avstånd från", Oppose), // Partiet tar avstånd från skrivningen.
        Cue("förkastar|underkänner|avråder", Oppose), // Nämnden avråder från modellen.
        Cue("säger|säga ..2 nej till", Oppose), // Vi säger nej till förslaget.
        Cue("är ..3 motståndare till", Oppose), // Föreningen är motståndare till …
        Cue("är|vänder ..2 emot", Oppose), // Vi är emot förslaget.
        Cue("vänder|vända ..3 sig|oss ..2 mot|emot", Oppose), // Kommunen vänder sig mot skrivningen.
        Cue("motsätter", Oppose), // … motsätter kommunen sig bestämt
        Cue("avstyrkande|avstyrkandet", Oppose), // Nämnden vidhåller sitt avstyrkande.
        Fixed("saknar kommunens|vårt|nämndens|myndighetens|förbundets|verkets stöd", Oppose), // Förslaget saknar vårt stöd.
        Cue("protesterar mot", Oppose), // Byalaget protesterar mot …
        Cue("kan|kunna inte|ej|icke ..3 acceptera|acceptera|godta|godkänna|stå", Oppose), // Vi kan inte acceptera försämringen.
        Cue("är ..2 oacceptabelt|oacceptabla|oacceptabel", Oppose), // Nivån är oacceptabel.
        Fixed("bör|ska|får|skall|kan ..2 inte|ej ..2 genomföras|införas|antas|beslutas|genomförs|inrättas|bildas|tillsättas", Oppose), // Förslaget bör inte genomföras.
        Cue("bör|ska ..3 utgå|strykas|återremitteras|avstyrkas", Doubt), // Punkten bör utgå.
        Cue("bör|ska ..3 tas bort", Doubt), // Meningen bör tas bort.
        Cue("bör|ska ..3 förkastas|avvisas|avslås", Oppose), // Förslaget ska avvisas.
        Cue("bör|ska ..3 dras tillbaka", Oppose), // Förslaget bör dras tillbaka.
        Cue("bör|behöver|måste ..3 omarbetas|arbetas om|göras om|omprövas", Wish), // Avsnittet bör arbetas om.
        Cue("förordar|föreslår|yrkar|begär ..2 avslag", Oppose), // Nämnden förordar avslag på förslaget.
    ];

    private static StanceCue[] Doubts =>
    [
        Cue("ifrågasätter|ifrågasätta|ifrågasätts|ifrågasättas", Doubt), // Kommunen ifrågasätter behovet.
        Cue("kan ..2 ifrågasättas", Doubt), // Det kan ifrågasättas om …
        Cue("ställer|ställa ..4 sig|oss ..4 tveksam*|kritisk*|frågande|undrande|skeptisk*|negativ*|avvaktande|tvivlande", Doubt), // … ställer sig tveksam.
        Cue("är ..5 tveksam*|kritisk|kritiska|kritiskt|skeptisk*|tveksamt", Doubt), // Nämnden är tveksam till nivån.
        Cue("är|ser ..4 negativ|negativa|negativt till|på", Doubt), // Kommunen är negativ till kravet.
        Cue("känner ..3 tveksamhet|tvekan|oro", Doubt), // Vi känner tveksamhet inför …
        Cue("tveksam*|kritisk|kritiska|skeptisk* till|inför|om|mot", Doubt), // Tveksamt om detta räcker.
        Cue("tvekar|tvivlar|betvivlar", Doubt), // Regionen betvivlar effekten.
        Cue("tvekan|tveksamheter|tvivel", Doubt), // … hyser tveksamheter.
        Cue("riktar|framför|har|finns|rikta|reser|hyser ..3 kritik|invändningar|betänkligheter|farhågor", Doubt), // Nämnden riktar kritik mot …
        Cue("invänder|invänd", Doubt), // Regionen invänder att …
        Cue("invändningarna|invändning mot", Doubt), // Invändningarna mot formen är …
        Cue("kritik|kritiken|invändningarna|tveksamheten kvarstår", Doubt), // Kritiken kvarstår.
        Cue("kritiserar", Doubt), // Föreningen kritiserar …
        Cue("befarar|befara|befaras|fruktar", Doubt), // Kommunen befarar ökade kostnader.
        Cue("är ..3 orolig*|bekymrad*|oroad*|oroande", Doubt), // Vi är oroliga för …
        Cue("oroar|oroas ..2 sig|oss?", Doubt), // Nämnden oroas av …
        Cue("ser ..3 med oro", Doubt), // Staden ser med oro på …
        Cue("ser|finns ..4 risk|risker|fara", Worry), // Kommunen ser en risk för …
        Cue("ser ..5 nackdelar|problem", Doubt), // Vi ser flera nackdelar.
        Cue("har svårt att se|förstå", Doubt), // Regionen har svårt att se nyttan.
        Cue("svårt att se", Doubt), // Det är svårt att se hur …
        Cue("inte|ej ..2 övertygad*|övertygande", Doubt), // Vi är inte övertygade om …
        Fixed("ser inte|ej ..3 behov|skäl|anledning|nytta|nyttan|värdet|vinsten|behovet", Doubt), // Kommunen ser inte behovet.
        Fixed("ser ..2 inget|ingen ..3 behov|skäl|anledning|nytta|värde att|av|med", Doubt), // Nämnden ser inget behov av …
        Fixed("finns|föreligger inget|inte|ingen|ej ..3 behov|skäl|anledning|nytta", Doubt), // Det finns inget behov av ett råd.
        Fixed("behövs|erfordras|krävs inte|ej", Doubt), // Ett nytt råd behövs inte.
        Cue("kan diskuteras|starkt", Doubt), // Nyttan kan diskuteras.
        Cue("besviken|besvikna", Doubt), // Vi är besvikna över …
        Cue("känner ..2 inte igen", Doubt), // Kommunen känner inte igen sig i bilden.
        Fixed("är inte|ej ..2 visat|visad|visade|styrkt|belagt|belagd", Doubt), // Behovet är inte visat.
        Fixed("saknas|saknar ..3 skäl|anledning|behov|motiv|grund att|för|till", Doubt), // Det saknas skäl för …
        Fixed("för att kunna tillstyrka|stödja|biträda", Doubt), // För att kunna tillstyrka krävs …
        Fixed("först när|då ..6 tillstyrka|stödja|biträda", Doubt), // Först när medel finns kan vi tillstyrka.
        Fixed("innan ..6 tillstyrka|tillstyrkas|biträda", Doubt), // Innan detta är utrett kan vi inte tillstyrka.
        Fixed("skulle kunna ..2 tillstyrka", Doubt), // Vi skulle kunna tillstyrka om …
        Cue("instämmer|delar ..4 kritik*|invändning*|farhåg*|oro|oron|tveksamhet*", Doubt), // Vi delar den oro som …
        Cue("beklagar|beklaga|beklagligt|olyckligt|anmärkningsvärt", Lack), // Det är olyckligt att …
        Fixed("till skillnad från ..3 utredn*|utredar*|kommitt*|betänkand*|promemor*|regeringen|regionen|förslaget", Doubt), // Till skillnad från utredningen anser vi …
        Fixed("i motsats till ..3 utredn*|utredar*|kommitt*|betänkand*|promemor*|regeringen|regionen|förslaget", Doubt), // I motsats till utredaren anser vi …
        Fixed("men inte ..3 slutsats*|bedömning*|förslag*|lösning*|metod*", Doubt), // Vi delar bilden men inte slutsatsen.
        Fixed("ger|finns inte|ej|inget ..2 stöd för", Flaw), // Underlaget ger inte stöd för slutsatsen.
        Fixed("ser inte|ej ..2 hur|varför", Doubt), // Nämnden ser inte hur målet ska nås.
        Fixed("kan|kunna inte|ej ..2 se|finna|förstå", Doubt), // Nämnden kan inte se att modellen hjälper.
        Cue("reserverar ..2 sig", Doubt), // Nämnden reserverar sig mot …
        Cue("är ..3 främmande för", Doubt), // Kommunen är främmande för …
    ];

    private static StanceCue[] Remarklessness =>
    [
        Fixed("har|finns|framför|lämnar ..3 inga|inte|ej|ingen ..3 synpunkt|synpunkter|kommentarer|anmärkningar|anmärkning|invändningar|invändning|erinringar|erinran", NoRemark), // Kollegiet har inga synpunkter.
        Fixed("inga|ingen|inte ..3 synpunkter|synpunkt|kommentarer|anmärkningar|invändningar|invändning|erinran|erinringar", NoRemark), // Inga synpunkter.
        Fixed("inte|ej har några|någon ..3 synpunkter|kommentarer|anmärkningar|invändningar|erinran|invändning", NoRemark), // … som inte har några synpunkter.
        Fixed("saknar|saknas ..2 synpunkter|invändningar|anmärkningar|erinran", NoRemark), // Nämnden saknar synpunkter.
        Fixed("inget|intet|ingenting|inte|ej|icke|inte ..3 att|något|någonting? att? erinra|invända|anmärka|anföra|tillägga|tillföra|framföra|anmäla", NoRemark), // … har inget att erinra.
        Fixed("inget|intet|ingenting ..4 erinra|invända|anmärka|anföra|tillägga|tillföra", NoRemark), // … har intet i sak att erinra
        Fixed("utan erinran|anmärkning|invändning|invändningar|synpunkter|kommentarer|kommentar", NoRemark), // Förslaget lämnas utan erinran.
        Fixed("inte|inget|ingenting ..3 emot", NoRemark), // Vi har inget emot förslaget.
        Fixed("föranleder ..3 inget|inte|ingen|inga ..3 yttrande|synpunkter|erinran|kommentarer|invändningar|anmärkning|åtgärd", NoRemark), // Remissen föranleder ingen erinran.
        Fixed("inte för avsikt att ..3 yttra|lämna|svara|besvara|avge", Abstain), // … har inte för avsikt att svara.
        Fixed("avstår|avstå|avstod ..3 från ..3 yttra|yttrande|kommentera|svara|lämna|avge|synpunkter|att|besvara", Abstain), // … avstår från att yttra sig.
        Fixed("avstår|avböjer|avsäger ..3 att|yttrande|svar|remissen", Abstain), // … avböjer att svara.
        Fixed("inte|ej|inget|inga|icke ..3 yttra|besvara|svara|kommentera|yttrande ..2 sig|remissen|på|över?", Abstain), // … kommer inte att yttra sig över remissen.
        Fixed("inte|ej kommer? att? yttra", Abstain), // Kommunen kommer inte att yttra sig.
        Fixed("besvarar|kommenterar|yttrar ..2 inte|ej ..2 remissen|förslaget|över|promemorian|betänkandet", Abstain), // Bolaget besvarar inte remissen.
        Fixed("inte|ej ..2 lämna|lämnar|avge|avger|inkomma ..3 yttrande|svar|remissvar", Abstain), // … har valt att inte lämna något svar.
        Fixed("lämnar|avger|kommer ..2 inget|inte ..3 svar|yttrande|remissvar", Abstain), // Nämnden lämnar inget svar.
        Fixed("avstår från att ta ställning", CannotJudge), // Regionen avstår från att ta ställning.
        Fixed("inte|ej|inget|icke ..4 ta|tar|tagit|göra|tas ..2 ställning", CannotJudge), // … kan inte ta ställning.
        Fixed("ta|tar inte|ej|därför|inget ..2 ställning", CannotJudge), // Nämnden tar inte ställning.
        Fixed("inte|ej|svårt|omöjligt ..4 bedöma|överblicka|bedömas", CannotJudge), // Det går inte att bedöma om målen nås.
        Fixed("saknar|saknas ..3 underlag|möjlighet|förutsättningar|förutsättning|kompetens ..2 att|för ..3 bedöma|ta|bedömning|yttra|kommentera|ställning", CannotJudge), // Vi saknar underlag för att bedöma kostnaden.
        Fixed("räcker inte för att ..3 bedöma|ta", CannotJudge), // Underlaget räcker inte för att bedöma frågan.
        Fixed("överlåter|överlämnar ..3 till|åt", CannotJudge), // Nämnden överlåter frågan till …
        Fixed("berörs|berör inte|ej", Nothing), // Kommunen berörs inte av förslaget.
    ];
}
