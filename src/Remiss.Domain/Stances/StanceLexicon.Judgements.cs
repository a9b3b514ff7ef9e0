using static Remiss.Domain.Stances.CueSense;

namespace Remiss.Domain.Stances;

internal static partial class StanceLexicon
{
    private static StanceCue[] Wishes =>
    [
        // What should be done
        Cue("bör|borde|måste", Wish), // Målet bör kompletteras.
        Cue("behöver|behövs|behövde|krävs|erfordras", Wish, negated: Nothing), // Ansvaret behöver klargöras.
        Cue("får|fick inte", Wish), // Formen får inte bli ett skäl att …
        Cue("efterfrågar|efterlyser|efterlysa|efterfrågas|efterlyses", Wish), // Kommunen efterlyser en tidplan.
        Cue("önskar|önska|önskas|önskemål|önskvärt|önskar", Wish), // Nämnden önskar en dialog.
        Cue("efterlyst", Wish), // En efterlyst åtgärd är …
        Cue("föreslår|föreslå", Wish), // Staden föreslår ett tillägg.
        Cue("förslag på|till tillägg|komplettering|kompletteringar|ändring|ändringar|justering|justeringar|förtydligande|förtydliganden", Wish), // Förslag till ändring: …
        Cue("förespråkar|rekommenderar|uppmanar|uppmanas|uppmuntrar|vädjar|begär|hemställer|yrkar", Wish), // Verket rekommenderar att …
        Cue("vill också|även|därför|gärna|dock|särskilt? att", Wish), // Ombudsmannen vill att …
        Cue("anser|menar|tycker|bedömer att ..8 ska|skall", Wish), // Kommunen anser att uppföljningen ska ske årligen.
        Cue("^ändra|lägg|stryk|prioritera|komplettera|förtydliga|byt|utveckla|klargör|beakta|tydliggör|precisera|konkretisera|inkludera|utred|säkerställ|låt", Wish), // Lägg till ett mål om sjöfart.
        Cue("vill|vilja ..2 ha|se", Wish), // Vi vill se ett eget mål.
        Cue("ser|sett gärna", Wish), // Vi hade gärna sett att …
        Cue("gärna sett|se", Wish), // Vi hade gärna sett att …
        Cue("hade ..3 önskat|velat|föredragit|förväntat|behövt|kunnat", Wish), // Vi hade önskat skarpare mål.
        Cue("vill|vilja ..2 uppmana|rekommendera|föreslå|förorda|be|begära|efterlysa|efterfråga|komplettera|uppmuntra", Wish), // Vi vill uppmana regionen att …
        Cue("vill ..2 gärna", Wish), // Vi vill gärna delta.
        Cue("vill komplettera", Wish), // … men vill komplettera på några punkter.
        Cue("ser ..4 behov|behovet av", Wish), // Kommunen ser behov av förtydliganden.
        Cue("finns|föreligger ..4 behov|anledning|skäl av|att", Wish), // Det finns behov av samordning.
        Cue("har behov av", Wish), // Länet har behov av …
        Cue("hoppas", Wish), // Regionen hoppas att frågan löses.
        Cue("förväntar|förväntas ..2 sig|oss?", Wish), // Kommunen förväntar sig dialog.
        Cue("skulle ..3 vinna|kunna|behöva|må|bli|tjäna ..3 på|tydligare|kompletteras|förtydligas|utvecklas|stärkas?", Wish), // Strategin skulle vinna på …
        Cue("kan|kunde ..4 utvecklas|kompletteras|förtydligas|förbättras|stärkas|konkretiseras|tydliggöras|klargöras|utökas|skärpas|fördjupas|preciseras|justeras", Wish), // Texten kan med fördel utvecklas.
        Cue("är|vore ..3 viktigt|angeläget|nödvändigt|avgörande|centralt|betydelsefullt ..3 att", Wish), // Det är angeläget att regionen …
        Cue("vore ..3 bra|värdefullt|lämpligt|önskvärt|bättre att|om|med", Wish), // Det vore bra om …
        Cue("vore", Wish), // En gemensam mall vore bättre.
        Cue("viktigt|angeläget|nödvändigt|centralt|avgörande|värdefullt med|att|är", Wish), // Viktigt är att alla får delta.
        Cue("är ..3 nödvändig|nödvändiga|nödvändigt", Wish, negated: Doubt), // En utvärdering är nödvändig.
        Cue("är av ..3 vikt|betydelse", Wish), // Det är av vikt att …
        Cue("vikten av", Emphasis), // … vill förstärka vikten av …
        Cue("ska|skall|bör|behöver ..3 förtydligas|tydliggöras|klargöras|kompletteras|konkretiseras|preciseras|utredas|utvecklas|prioriteras|ersättas|ändras|finansieras|beaktas|ses", Wish), // Det ska förtydligas vem som …
        Cue("behov av ..3 förtydlig*|tydlig*|klargör*|komplett*|utred*|stärk*|ökad*|samordn*|precis*", Wish), // Behov av tydligare struktur.
        Cue("med|vissa|några|ett|par|ytterligare ..2 förtydligande|förtydliganden|klargörande|klargöranden|kompletteringar|justeringar", Wish), // Med vissa förtydliganden blir planen ett stöd.
        Cue("kräver|förordar ..1 att", Wish), // Föreningen kräver att …
        Cue("utan krav på", Lack), // Utan krav på uppföljning …
        Cue("mer|mera långtgående|ambitiös*|ambitiöst", Wish), // … gärna mer ambitiöst
        Cue("se över", Wish), // … se över beräkningen

        // What is stressed
        Cue("vill ..4 lyfta|betona|understryka|framhålla|poängtera|förstärka|trycka|framhäva|uppmärksamma|belysa|markera|accentuera", Emphasis), // Staden vill lyfta tre frågor.
        Cue("betonar|understryker|framhåller|poängterar|trycker", Emphasis), // Kommunen betonar vikten av …
        Cue("särskilt lyfta|betona|understryka|framhålla", Emphasis), // … och särskilt betona …
        Cue("vill ..4 påpeka|framföra|anföra|anmärka|peka", Emphasis), // Nämnden vill påpeka att …
        Cue("vill ..2 skicka|skicka med", Emphasis), // Vi vill skicka med …
    ];

    private static StanceCue[] Judgements =>
    [
        // Called good
        Cue("är|framstår|bedöms|anses|ter ..5 bra|väl|rimlig*|ändamålsenlig*|välavvägd*|välkommet|välmotiverad*|motiverad*|relevant|relevanta|lämplig|lämpligt|lämpliga|följdriktig*|genomarbetad*|förtjänstfull*|angelägen|angelägna|adekvat*|logisk*|klok|klokt|kloka|träffande|gedig*|genomtänkt*|överskådlig*|lättläst*|riktig|riktigt|riktiga|balanserad*|heltäckande|efterfrågad*|värdefull|värdefulla|konstruktiv*|proportionerlig*|tillräcklig*|underbyggt|underbyggd|underbyggda|ambitiös*|ambitiöst|efterlängta*|utmärkt*|välskriv*|välformulera*|välstrukturera*|realistisk*|användbar*|angeläget", Praise), // Målen är väl avvägda.
        Cue("är|framstår|bedöms|anses|ter|blir ..5 tydlig|tydligt|tydliga|klar|klart|klara|konkret|konkreta|mätbar|mätbara|mätbart|rättvisande|uppföljningsbar*", Praise, negated: Lack), // Vägvalen är tydligt uppställda.
        Cue("är ..3 en? ett? bra|god|viktig|viktigt|välbehövlig*|angelägen|angeläget|värdefull|rimlig ansats|avvägning|grund|utgångspunkt|steg|förbättring|väg|lösning|nivå|ambition|verktyg|styrdokument|underlag|tillskott", Praise), // Planen är en god grund.
        Cue("finner|anser|bedömer|tycker|ser ..6 rimlig*|ändamålsenlig*|välavvägd*|relevant*|lämplig*|bra|värdefull*|motiverad*|tillfredsställande|tillräcklig*|klok*|välgrundad*|riktig|riktigt|riktiga", Praise), // Nämnden finner förslaget rimligt.
        Cue("ser ..3 som ..2 bra|god|gott|rimlig|rimligt|värdefull|viktig|viktigt|relevant|relevanta|viktiga|värdefullt|angeläget", Praise), // … ser strategin som ett viktigt styrdokument.
        Cue("ser ..4 fördelar|vinster|styrkor|fördel|möjligheter med|i", Praise), // Verket ser fördelar med förslaget.
        Cue("ger ..3 rättvisande|nyanserad|god bild", Praise), // Rapporten ger en rättvisande bild.
        Cue("är ..3 i linje med", Praise), // Analysen är i linje med kommunens.
        Cue("löser ..5 problem|problemet", Praise), // Förslaget löser ett känt problem.
        Cue("rätt väg|metod|verktyg|ordning|nivå|riktning|utgångspunkt", Praise), // … är rätt väg att gå.
        Cue("god|hög|bra kvalitet", Praise), // Utkastet håller god kvalitet.
        Cue("förslaget|förslagen|strategin|planen|programmet|målet|målen|åtgärden|åtgärderna|ändringen|regleringen ..3 stärker|underlättar|förenklar|förbättrar|effektiviserar|tydliggör", Praise), // Förslaget stärker samordningen.
        Cue("fungerar ..3 väl|bra", Praise), // Avsnittet fungerar väl.
        Cue("är väl|tydligt|bra|gott|klart", Praise), // Kapitlet är väl skrivet.
        Cue("ger ..2 god|gott|bra|tydlig|goda vägledning|stöd|underlag|bild|överblick|grund|förutsättningar|möjligheter", Praise), // Planen ger god vägledning.
        Cue("får|skapar|har ..3 goda|bättre|gynnsamma förutsättningar|möjligheter", Praise), // … får goda förutsättningar.
        Cue("har ..4 förtjänster|fördelar|värde", Praise), // Modellen har flera fördelar.
        Cue("fyller ..4 funktion|behov|lucka", Praise), // Programmet fyller ett behov.
        Cue("på ett ..3 bra|förtjänstfullt|tydligt|utmärkt|balanserat|pedagogiskt|överskådligt|klargörande|genomtänkt|ändamålsenligt sätt", Praise), // … beskrivs på ett förtjänstfullt sätt.
        Fixed("ser|innebär|har|medför ..3 inga|inte|inte ..3 negativa|nackdelar|olägenheter|problem|risker", Praise), // Vi ser inga nackdelar.
        Cue("innebär|medför|ger|blir ..4 förbättring|förbättringar|förenkling|förstärkning", Praise), // Förslaget innebär en förbättring.
        Cue("innebär|medför|ger|får|få|leder|innebära|medföra|leda ..4 positiv|positiva effekter|konsekvenser|följder|effekt|inverkan|påverkan", Praise), // … får positiva följder.
        Cue("är ..3 steg i rätt riktning", Praise), // Förslaget är ett steg i rätt riktning.
        Cue("ligger ..4 i linje med", Praise), // Planen ligger i linje med …
        Cue("stämmer ..4 överens|med|in", Praise, negated: Lack), // Målen stämmer väl överens med …
        Cue("underlättar|förenklar|förbättrar|gynnar|bidrar", Nothing), // Förslaget underlättar arbetet.
        Cue("gör|bli|blir ..2 det? lättare|enklare|tydligare", Nothing), // … gör det lättare att …
        Cue("skulle|kommer ..4 förenkla|underlätta|förbättra|effektivisera", Praise), // Förslaget skulle förenkla.
        Cue("gör ..6 effektivare|lättare|enklare|tydligare|tryggare", Praise), // … gör arbetet effektivare.
        Cue("bra|gott|utmärkt|lovvärt|klokt|välkommet|utmärkta|goda initiativ|förslag|grepp|mål|ansats", Praise), // Ett utmärkt initiativ!
        Cue("passar", Praise), // Förslagen passar länet.
        Cue("kommer att bidra|fler kommer", Praise), // Fler kommer att fullfölja.

        // Called bad
        Cue("problematisk*|olämplig*|orimlig*|otillräcklig*|ohållbar*|godtycklig*|missvisande|felaktig*|överambitiös*|oproportionerlig*|kontraproduktiv*|orealistisk*|oförenlig*|ogenomförbar*|oskälig*|verkningslös*|tandlös*|meningslös*|ineffektiv*|byråkratisk*|krånglig*|dubbelarbete|onödig|onödigt|onödiga|betungande|oönskad*|oönskat", Flaw), // Lagförslaget är problematiskt.
        Cue("inte hör? hemma", Flaw), // Ordet hör inte hemma i lagen.
        Cue("hör inte hemma", Flaw), // Ordet hör inte hemma i lagen.
        Cue("alltför|alldeles ..1 hög|höga|högt|låg|låga|lågt|snäv|snäva|snävt|kort|korta|långtgående|generell|generella|generellt|detaljerad|detaljerade|detaljerat|svag|svaga|svagt|omfattande|allmän|allmänna|allmänt|stor|stora|få", Flaw), // Kravet är alltför långtgående.
        Cue("är|blir ..4 för hög|höga|högt|låg|låga|lågt|vag|vaga|vagt|snäv|snäva|snävt|kort|korta|långtgående|generell|generella|generellt|detaljerad|detaljerade|detaljerat|svag|svaga|svagt|omfattande|otydlig|otydliga|otydligt|allmän|allmänna|allmänt|trubbig|trubbigt|stor|stora|lite|liten|få", Flaw), // Nivåerna är för höga.
        Cue("svår|svårt|svåra|svåre att förena|genomföra|tillämpa|motivera|förstå|uppnå|följa|upptäcka|nå", Flaw), // Rollen är svår att förena med lagen.
        Cue("gör|göra|blir|bli ..4 svårare|krångligare|dyrare|otydligare|sämre", Flaw), // Det kan göra det svårare.
        Cue("försvårar|försvåra|försämrar|försämra|hindrar|motverkar|urholkar|fördyrar|inskränker|försvagar|undergräver|äventyrar|snedvrider|drabbar|missgynnar", Flaw), // Kravet försvårar planeringen.
        Cue("innebär|medför|ger|blir|får|leder|innebära|medföra|leda ..4 försämring|försämringar|försämrad|försämrade", Flaw), // Förslaget innebär en försämring.
        Cue("innebär|medför|ger|får|leder|innebära|medföra|leda ..4 negativ|negativa effekter|konsekvenser|följder|effekt|inverkan|påverkan", Flaw), // … får negativa följder.
        Cue("är|ter|framstår|anses|bedöms ..5 mindre lämplig*|lyckad|lyckat|lyckade|bra|ändamålsenlig*|tydlig*|välavvägd*", Flaw), // … ter sig mindre lämpligt.
        Cue("fel väg|metod|verktyg|ordning|nivå|utgångspunkt", Flaw), // … är fel väg att gå.
        Cue("på ..4 bekostnad", Worry), // … på de smås bekostnad.
        Cue("strider|strida mot", Flaw), // Förslaget strider mot grundlagen.
        Cue("inte ..2 förenlig*", Flaw), // … är inte förenligt med …
        Cue("går ..3 för långt", Flaw), // Kravet går för långt.
        Fixed("räcker|räcka inte", Lack), // De tre områdena räcker inte.
        Cue("räcker ..5 bara|endast", Lack), // … räcker bara en bit på vägen.
        Cue("är ..4 allvarligt|allvarlig", Flaw), // Det är allvarligt att …
        Cue("inkonsekvent|inkonsekventa|inkonsekvens*|motsägelsefull*", Lack), // Det är inkonsekvent att …
        Cue("ger|medför|innebär|leder ..3 merarbete|merkostnad*|kostnadsökning*", Lack), // Förslaget ger merarbete.
        Cue("leder|leda|medför|medföra|ger till? ..2 längre|sämre|dyrare|högre|krångligare|otydligare", Worry), // … leder till längre handläggningstider.
        Cue("ökade kostnader|krav|administration", Worry), // … leder till ökade kostnader.
        Cue("riskerar|riskera", Worry), // Texten riskerar att missförstås.
        Cue("risken|risk|risker är|finns|för|att", Worry), // Risken är stor att …
        Cue("hotar|hot|hotet mot?", Worry), // Det största hotet är …
        Cue("kan krocka", Worry), // Områdena kan krocka med …
        Cue("kan|kommer leda till", Nothing), // Det kan leda till …

        // Called lacking
        Cue("saknar|saknas|sakna", Lack), // Kommunen saknar en tidplan.
        Cue("avsaknad*|avsaknaden", Lack), // Avsaknad av barnperspektiv.
        Cue("brister|bristen|brist|bristfällig*|bristande|undermålig*", Lack), // Analysen är bristfällig.
        Cue("oklar|oklart|oklara|otydlig|otydligt|otydliga|oklarhet|oklarheter|oklarheten|otydlighet*|svårläst*|svårtolkad*|svårtolkat", Lack), // Det är oklart vem som …
        Cue("är|förefaller|blir ..3 svag|svagt|svaga|tunn|tunt|tunna|ytlig|ytligt|ytliga", Lack), // Kopplingen är svag.
        Generic("är|förefaller inte|ej ..2 *bar|*bart|*bara|*iskt|*isk|*iska|*ligt|*lig|*liga", Lack), // Målen är inte mätbara.
        Cue("används|beskrivs|definieras|formuleras|tolkas ..2 för brett|smalt|snävt|allmänt|kort|vagt", Lack), // Begreppet används för brett.
        Cue("men ..4 för hög|höga|högt|låg|låga|lågt|vag|vaga|vagt|kort|korta|långsam|långsamt", Lack), // … men takten för låg.
        Fixed("innehåller|redovisar|anger|nämner|behandlar|tar inga|ingen|inget|inte", Lack), // Programmet innehåller ingen tidplan.
        Cue("lyser med ..1 frånvaro", Lack), // Perspektivet lyser med sin frånvaro.
        Cue("i förbigående", Lack), // Sjöfarten nämns bara i förbigående.
        Fixed("går|gå inte|ej att ..2 följa|mäta|genomföra|tillämpa|tolka|förstå|utläsa|utvärdera", Lack), // Indikatorn går inte att följa upp.
        Cue("inaktuell*|föråldrad*|felaktigt|mager|magert|magra", Lack), // Texten är inaktuell.
        Cue("för lite|litet|liten|svag ..1 utrymme|fokus|plats|tonvikt|uppmärksamhet|betoning|koppling", Lack), // Frågan har fått för lite utrymme.
        Cue("vag|vagt|vaga", Lack), // Målet är vagt.
        Cue("framgår ..3 inte|ej", Lack), // Det framgår inte hur.
        Cue("inte ..2 framgår", Lack), // … vilket inte framgår.
        Cue("beskrivs|behandlas|nämns|redovisas|analyseras|belyses|berörs|utvecklas|motiveras|förklaras|tydliggörs|framgår|omnämns|definieras|preciseras|konkretiseras ..2 inte|ej|inte ..1", Lack), // Frågan behandlas inte.
        Cue("inte|ej ..3 beskrivs|behandlas|nämns|redovisas|analyserats|belyses|berörs|beaktats|analyserat|utretts|beskrivits|belysts|behandlats|redovisats|utredda|analyserade|beaktat|analyseras|beräknade|beräknats|beräknat|klarlagts|klarlagt|klargjorts|motiverats|definierats|preciserats|tydliggjorts|kvantifierats", Lack), // … har inte analyserats.
        Cue("men inte hur|vem|när|varför", Lack), // … men inte hur.
        Cue("endast|bara|enbart|mycket|alltför kortfattat|kortfattad|kortfattade|översiktligt|översiktlig|översiktliga|ytligt|ytlig|kort|summariskt", Lack), // Frågan berörs endast kortfattat.
        Cue("knapphändig*|osynlig*|bortglömd*|bortglömt|ofullständig*", Lack), // Resonemanget är knapphändigt.
        Cue("borde ..2 ha", Lack), // Utredningen borde ha …
        Cue("underskattar|underskattas|förbiser|förbises|glömts", Lack), // Förslaget förbiser …
    ];

    private static StanceCue[] NotCues =>
    [
        Cue("vill ..4 upplysa|informera|meddela|påminna|erinra|tacka", Nothing), // Nämnden vill upplysa om att …
        Cue("bör|ska|kan|måste ..2 framhållas|påpekas|noteras|nämnas|anmärkas|tilläggas|erinras|sägas|konstateras|påminnas", Nothing), // Det bör framhållas att …
        Cue("kan ..2 komma ..1 att? behöva|behövas", Nothing), // Medel kan komma att behövas.
        Cue("föreslås besluta|yttra|att", Nothing), // Nämnden föreslås besluta att avge yttrande.
        Cue("föreslår ..4 beslutar|besluta", Nothing), // Kontoret föreslår att nämnden beslutar följande.
        Cue("uppskattas till", Nothing), // Kostnaden uppskattas till en miljon.
        Cue("stödjer|stöder ..1 sig|oss på", Nothing), // Bedömningen stöder sig på statistik.
        Cue("delar ..1 in|upp|ut|med", Nothing), // Planen delar in länet.
        Cue("i|alla|flera|de|dessa|vissa|två|tre|många|stora delar|delarna", Nothing), // I delar av kommunen …
        Cue("tar ..1 ställning till|för", Nothing), // Nämnden tar ställning till …
        Cue("positiv|positiva|positivt effekt|effekter|utveckling|inverkan|påverkan|resultat", Nothing), // … har positiva effekter.
        Cue("negativ|negativa effekt|effekter|utveckling|inverkan|påverkan", Nothing), // … får negativa effekter.
        Cue("kritisk|kritiska|kritiskt infrastruktur|punkt|punkter|granskning|tänkande|massa", Nothing), // … kritisk infrastruktur.
        Cue("utan att", Nothing), // … utan att kostnaden ökar.
        Cue("fick|fått|får ..3 möjlighet|tillfälle", Nothing), // Nämnden har fått tillfälle att yttra sig.
        Cue("tackar för", Nothing), // Kommunen tackar för möjligheten.
        Cue("ser ..3 fram emot|mot", Nothing), // Vi ser fram emot samarbetet.
        Cue("välkomnar|välkomna ..3 dialog|samtal|frågor|kontakt", Nothing), // Vi välkomnar en fortsatt dialog.
    ];
}
