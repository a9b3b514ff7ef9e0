namespace Remiss.Domain.Tests.Sections;

/// <summary>A fictional region's strategy as different extractions give it.</summary>
internal static class MittsundTexts
{
    /// <summary>Numbered, with contents, running heads, page numbers, footnotes and form feeds, as pdftotext gives it.</summary>
    public const string Numbered = """
        Region Mittsund


        Digital framtid i Mittsund
        Strategi för åren 2027–2032


        Remissversion 2026-09-01
        
        """ + "\f" + """
        Digital framtid i Mittsund                                                    2 (6)

        Innehåll
        Förord ................................................................ 3
        1 Inledning ........................................................... 3
        1.1 Syfte och mål ..................................................... 3
        2 Utgångspunkter ...................................................... 4
        3 Mål för den digitala omställningen i kommunerna och i
        regionens egna verksamheter ........................................... 4
        3.1 Digital välfärd ................................................... 5
        3.2 Digital kompetens ................................................. 5
        4 Uppföljning ......................................................... 6
        Bilaga 1 Begrepp ...................................................... 6
        
        """ + "\f" + """
        Digital framtid i Mittsund                                                    3 (6)

        Förord
        Vi som bor i Mittsund delar skog, kust och långa avstånd. Det som binder oss samman är
        vägarna, orden och numera också näten.

        1 Inledning
        Strategin visar vägen för länets fyra kommuner Norrvik, Sjöbacka, Björkliden och Ekhamra
        under sex år. Den bygger på samtal som har förts på bibliotek och i byalag.1

        1.1 Syfte och mål
        Syftet är att göra vardagen enklare. Strategin gäller från 2027 och ersätter den äldre
        planen i sin helhet.

        1 Samtalen fördes under hösten 2025 i alla fyra kommunerna.
        
        """ + "\f" + """
        Digital framtid i Mittsund                                                    4 (6)

        2 Utgångspunkter
        Tre saker är givna från början. Länets hamnar, skolor och vårdcentraler finns där de finns, enligt
        3 kap. 5 § i den lag som gäller för planeringen. Under
        2025 byggdes 14 mil fiber, och 20 procent av hushållen väntar fortfarande.

        3 Mål för den digitala omställningen i kommunerna och i
        regionens egna verksamheter
        Målen gäller alla. De följs upp varje år och delas i två:

        • välfärden, och
        • kompetensen.
        
        """ + "\f" + """
        Digital framtid i Mittsund                                                    5 (6)

        3.1 Digital välfärd
        Den som behöver stöd ska få det nära, också på distans. Hembesök ersätts aldrig utan att
        den enskilde vill det.

        Mätbar uppföljning:
        • 2028 kan alla boka tid hos sin vårdcentral på nätet, på de språk som talas i
          kommunen.
        • 2030 har hälften av hemtjänstens besök ett digitalt stöd.

        3.2 Digital kompetens
        Kunskap är färskvara. Varje medarbetare får två dagar om året för att lära sig mer.

        Mätbar uppföljning:
        • 2028 har varje kommun en lärplattform.
        • 2029 har varje bibliotek en handledare.
        • 2031 har alla chefer gått kursen.
        
        """ + "\f" + """
        Digital framtid i Mittsund                                                    6 (6)

        4 Uppföljning
        Regionstyrelsen följer upp strategin varje år.

        Bilaga 1 Begrepp
        Med digital menas här det som görs med hjälp av datorer och nät.
        
        """ + "\f";

    /// <summary>The same kind of document without numbers, and without contents.</summary>
    public const string Unnumbered = """
        Digital framtid i Mittsund – strategi 2027–2032

        Inledning

        Strategin visar vägen för länets fyra kommuner Norrvik, Sjöbacka, Björkliden och Ekhamra.
        Den bygger på samtal som har förts på bibliotek och i byalag.

        Våra områden

        Arbetet delas i tre områden som presenteras kort:

        1. Digital välfärd
        Stödet ska finnas nära, också på distans.

        2. Digital kompetens
        Kunskap är färskvara.

        3. Hållbara nät
        Näten ska tåla kyla och storm.

        Digital välfärd

        Den som behöver stöd ska få det nära, också på distans. Hembesök ersätts aldrig utan att
        den enskilde vill det.

        Åtgärder och inriktningar

        - Erbjud tidbokning på nätet.

        - Pröva digitala hembesök i två
          kommuner.

        Digital kompetens

        Kunskap är färskvara. Varje medarbetare får två dagar om året för att lära sig mer.

        Åtgärder och inriktningar

        - Starta en lärplattform.

        Hållbara nät

        Näten ska tåla kyla och storm, och den som bor längst bort ska inte få vänta längst.

        Åtgärder och inriktningar

        - Gräv ner det som kan grävas ner.

        - Dubblera stamnätet till kusten.

        Genomförande

        Regionstyrelsen leder arbetet och kommunerna bidrar med folk och pengar.
        """;
}
