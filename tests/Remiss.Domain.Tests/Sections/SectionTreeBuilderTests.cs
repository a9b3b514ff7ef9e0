using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Sections;

public sealed class SectionTreeBuilderTests
{
    private static SectionTree Build(string text) => SectionTreeBuilder.Build(PlainTextBlocks.Read(text));

    private static string[] Outline(SectionTree tree) =>
        [.. tree.Sections.Select(s => $"{s.Level} {s.Label}")];

    [Test]
    public void Finds_the_numbered_sections_and_no_others()
    {
        Assert.That(Outline(Build(MittsundTexts.Numbered)), Is.EqualTo((string[])
        [
            "1 Förord",
            "1 1 Inledning",
            "2 1.1 Syfte och mål",
            "1 2 Utgångspunkter",
            "1 3 Mål för den digitala omställningen i kommunerna och i regionens egna verksamheter",
            "2 3.1 Digital välfärd",
            "2 3.2 Digital kompetens",
            "1 4 Uppföljning",
            "1 Bilaga 1 Begrepp",
        ]));
    }

    [Test]
    public void Tells_on_which_pages_a_section_stands_with_its_parts()
    {
        SectionTree tree = Build(MittsundTexts.Numbered);
        Assert.That(tree.Sections.Select(s => $"{s.Id} {s.PageFrom}-{s.PageTo}"), Is.EqualTo((string[])
            ["forord 3-3", "1 3-3", "1.1 3-3", "2 4-4", "3 4-5", "3.1 5-5", "3.2 5-5", "4 6-6", "bilaga-1-begrepp 6-6"]));
    }

    [Test]
    public void Takes_the_title_from_the_first_page()
    {
        Assert.That(Build(MittsundTexts.Numbered).Title, Does.StartWith("Digital framtid i Mittsund"));
    }

    [Test]
    public void Makes_points_under_a_label_addressable()
    {
        Section welfare = Build(MittsundTexts.Numbered).FindNumber("3.1")!;
        Assert.That(welfare.Items, Is.EqualTo((SectionItem[])
        [
            new(1, "Mätbar uppföljning", "2028 kan alla boka tid hos sin vårdcentral på nätet, på de språk som talas i kommunen.", 5),
            new(2, "Mätbar uppföljning", "2030 har hälften av hemtjänstens besök ett digitalt stöd.", 5),
        ]));
    }

    [Test]
    public void Gives_a_section_its_own_text_without_page_furniture_and_notes()
    {
        Section purpose = Build(MittsundTexts.Numbered).FindNumber("1.1")!;
        Assert.That(purpose.Text, Is.EqualTo("Syftet är att göra vardagen enklare. Strategin gäller från 2027 och ersätter den äldre planen i sin helhet."));
    }

    [Test]
    public void Keeps_areas_without_numbers_under_the_section_that_announces_them()
    {
        Assert.That(Outline(Build(MittsundTexts.Unnumbered)), Is.EqualTo((string[])
        [
            "1 Inledning",
            "1 Våra områden",
            "2 Digital välfärd",
            "2 Digital kompetens",
            "2 Hållbara nät",
            "1 Genomförande",
        ]));
    }

    [Test]
    public void Takes_a_numbered_overview_for_points_and_not_for_sections()
    {
        SectionTree tree = Build(MittsundTexts.Unnumbered);
        Section areas = tree.Sections.Single(s => s.Title == "Våra områden");
        Assert.That(areas.Items.Select(i => i.Text), Is.EqualTo((string[])["Digital välfärd", "Digital kompetens", "Hållbara nät"]));
        Assert.That(tree.Sections.Where(s => s.Number is not null), Is.Empty);
    }

    [Test]
    public void Takes_a_run_in_heading_that_comes_back_for_a_label()
    {
        Section nets = Build(MittsundTexts.Unnumbered).Sections.Single(s => s.Title == "Hållbara nät");
        Assert.That(nets.Items.Select(i => $"{i.Number} {i.Label}: {i.Text}"), Is.EqualTo((string[])
        [
            "1 Åtgärder och inriktningar: Gräv ner det som kan grävas ner.",
            "2 Åtgärder och inriktningar: Dubblera stamnätet till kusten.",
        ]));
    }

    [Test]
    public void Reads_markdown_headings_whatever_their_depth_in_hashes()
    {
        SectionTree tree = Build("""
            # title: Mittsunds strategi
            # ---
            ## Sammanfattning
            Kort om planen.

            ## 1 Inledning
            Text om varför.

            ## 2 Mål

            ## 2.1 Näten
            Text om näten.

            ## 2.1.1 Kusten
            Text om kusten.
            """);
        Assert.That(Outline(tree), Is.EqualTo((string[])
            ["1 Sammanfattning", "1 1 Inledning", "1 2 Mål", "2 2.1 Näten", "3 2.1.1 Kusten"]));
    }

    [Test]
    public void Takes_the_levels_of_markdown_headings_without_numbers_from_the_hashes()
    {
        SectionTree tree = Build("""
            # Inledning
            Text om varför planen finns.

            # Områden
            Text om områdena.

            ## Skolan
            Text om skolan.

            ## Vården
            Text om vården.

            # Avslut
            Text om slutet.
            """);
        Assert.That(Outline(tree), Is.EqualTo((string[])["1 Inledning", "1 Områden", "2 Skolan", "2 Vården", "1 Avslut"]));
    }

    [Test]
    public void Reads_roman_parts_inside_which_numbers_begin_anew()
    {
        SectionTree tree = Build("""
            I. Utgångspunkter

            1. Bakgrund
            Regionen bildades när länets landsting och förbund slogs samman.

            2. Syfte
            Planen visar vägen för de fyra kommunerna i länet.

            II. Mål

            1. Näten
            Näten ska tåla kyla och storm under hela vintern.

            2. Skolan
            Skolan ska ha samma verktyg i alla fyra kommunerna.

            III. Uppföljning
            Regionstyrelsen följer upp planen varje år.
            """);
        Assert.That(Outline(tree), Is.EqualTo((string[])
        [
            "1 I Utgångspunkter", "2 1 Bakgrund", "2 2 Syfte", "1 II Mål", "2 1 Näten", "2 2 Skolan", "1 III Uppföljning",
        ]));
        Assert.That(tree.Sections.Select(s => s.Id.Value), Is.Unique);
    }

    [Test]
    public void Reads_a_letter_after_the_number()
    {
        SectionTree tree = Build("""
            4 Insatser
            Insatserna delas i tre grupper som följs upp var för sig.

            4 a Näten
            Näten ska tåla kyla och storm under hela vintern.

            4 b Skolan
            Skolan ska ha samma verktyg i alla fyra kommunerna.

            4 c Vården
            Vården ska nå den som bor längst bort från sjukhuset.
            """);
        Assert.That(Outline(tree), Is.EqualTo((string[])["1 4 Insatser", "2 4 a Näten", "2 4 b Skolan", "2 4 c Vården"]));
    }

    [Test]
    public void Takes_a_number_far_out_of_sequence_for_no_heading()
    {
        SectionTree tree = Build("""
            1 Inledning
            Planen gäller länets fyra kommuner och regionens egna verksamheter.

            2 Nuläge
            Antalet anslutna hushåll har ökat stadigt under hela perioden.

            17 Kommuner och föreningar svarade

            Det är fler än någonsin förut, och svaren är längre än de brukade vara.

            3 Mål
            Målen gäller alla och följs upp varje år av regionstyrelsen.
            """);
        Assert.That(tree.Sections.Select(s => s.Number), Is.EqualTo((string[])["1", "2", "3"]));
    }

    [Test]
    public void Takes_a_list_inside_a_section_for_points_of_it()
    {
        SectionTree tree = Build("""
            1 Inledning
            Planen gäller länets fyra kommuner och regionens egna verksamheter.

            2 Mål
            Målen gäller alla och följs upp varje år.

            2.1 Näten
            Tre saker hindrar utbyggnaden:

            1. Pengarna

            Stödet räcker inte till de sista milen längs kusten och i fjällen.

            2. Tillstånden

            Det tar i snitt fjorton månader att få gräva ner en kabel längs vägen.

            2.2 Skolan
            Skolan ska ha samma verktyg i alla fyra kommunerna.

            3 Uppföljning
            Regionstyrelsen följer upp planen varje år.
            """);
        Assert.That(tree.Sections.Select(s => s.Number), Is.EqualTo((string[])["1", "2", "2.1", "2.2", "3"]));
        Assert.That(tree.FindNumber("2.1")!.Items.Select(i => i.Text), Is.EqualTo((string[])["Pengarna", "Tillstånden"]));
    }

    [Test]
    public void Counts_points_through_the_numbered_section_that_unnumbered_headings_divide()
    {
        SectionTree tree = Build("""
            1 Inledning
            Planen gäller länets fyra kommuner och regionens egna verksamheter.

            2 Mål
            Målen gäller alla och följs upp varje år.

            2.1 Trygg vård

            Vård på distans ska vara ett val

            Den som vill ska få träffa sin läkare på skärmen, och den som inte vill ska slippa.

            Mätbar uppföljning:
            • 2028 kan alla boka tid på nätet.
            • 2029 finns tolk på skärmen.

            Hemmet ska vara en trygg plats

            Larm och sensorer ska fungera också när strömmen går.

            Mätbar uppföljning:
            • 2030 har alla larm reservkraft.

            2.2 Levande skola

            Skolan ska ha samma verktyg överallt

            Samma inloggning ska fungera i alla fyra kommunerna.

            Mätbar uppföljning:
            • 2028 har länet en gemensam inloggning.
            """);
        Assert.That(tree.FindNumber("2.1")!.Items.Select(i => i.Text), Is.EqualTo((string[])
            ["2028 kan alla boka tid på nätet.", "2029 finns tolk på skärmen.", "2030 har alla larm reservkraft."]));
        Assert.That(Outline(tree), Is.EqualTo((string[])
        [
            "1 1 Inledning", "1 2 Mål", "2 2.1 Trygg vård", "3 Vård på distans ska vara ett val", "3 Hemmet ska vara en trygg plats",
            "2 2.2 Levande skola", "3 Skolan ska ha samma verktyg överallt",
        ]));
    }

    [Test]
    public void Finds_a_heading_that_only_the_contents_tell_of()
    {
        // Extraction has glued the heading of 2.2 to its text.
        DocumentText document = DocumentOf(
            (BlockKind.Heading, 1, "Innehåll"),
            (BlockKind.ContentsEntry, 0, "1 Inledning 3"),
            (BlockKind.ContentsEntry, 0, "2 Mål 4"),
            (BlockKind.ContentsEntry, 0, "2.1 Näten 4"),
            (BlockKind.ContentsEntry, 0, "2.2 Skolan 5"),
            (BlockKind.Heading, 1, "1 Inledning"),
            (BlockKind.Paragraph, 0, "Planen gäller länets kommuner."),
            (BlockKind.Heading, 1, "2 Mål"),
            (BlockKind.Paragraph, 0, "2.1 Näten"),
            (BlockKind.Paragraph, 0, "Näten ska tåla kyla."),
            (BlockKind.Paragraph, 0, "2.2 Skolan Samma inloggning ska fungera i alla fyra kommunerna, och den som flyttar ska inte behöva lära sig "
                + "något nytt bara för att kommungränsen råkar gå mellan det gamla hemmet och det nya hemmet."));
        SectionTree tree = SectionTreeBuilder.Build(document);
        Assert.That(tree.Sections.Select(s => s.Label), Is.EqualTo((string[])["1 Inledning", "2 Mål", "2.1 Näten", "2.2 Skolan"]));
        Assert.That(tree.FindNumber("2.2")!.Text, Does.StartWith("Samma inloggning"));
    }

    [Test]
    public void Trusts_the_styles_of_a_word_processor()
    {
        DocumentText document = DocumentOf(
            (BlockKind.Heading, 1, "Sammanfattning"),
            (BlockKind.Paragraph, 0, "Kort."),
            (BlockKind.Heading, 1, "Våra områden"),
            (BlockKind.Heading, 2, "2030 års mål."),
            (BlockKind.Paragraph, 0, "Text."),
            (BlockKind.Heading, 3, "Näten"),
            (BlockKind.Paragraph, 0, "Text."),
            (BlockKind.Heading, 1, "Bilaga 1"),
            (BlockKind.Paragraph, 0, "Text."));
        document = document with { Format = SourceFormat.Docx, Blocks = [.. document.Blocks.Select(b => b with { Stated = b.Kind == BlockKind.Heading })] };
        Assert.That(Outline(SectionTreeBuilder.Build(document)), Is.EqualTo((string[])
            ["1 Sammanfattning", "1 Våra områden", "2 2030 års mål.", "3 Näten", "1 Bilaga 1"]));
    }

    [Test]
    public void Takes_levels_from_type_sizes_where_there_are_no_numbers()
    {
        DocumentText document = DocumentOf(
            (BlockKind.Heading, 1, "Digital strategi för Mittsund"),
            (BlockKind.Heading, 2, "Områden"),
            (BlockKind.Paragraph, 0, "Text som räcker för att vara en text."),
            (BlockKind.Heading, 3, "Näten"),
            (BlockKind.Paragraph, 0, "Text som räcker för att vara en text."),
            (BlockKind.Heading, 2, "Uppföljning"),
            (BlockKind.Paragraph, 0, "Text som räcker för att vara en text.")) with
        { Format = SourceFormat.Pdf };
        SectionTree tree = SectionTreeBuilder.Build(document);
        Assert.That(tree.Title, Is.EqualTo("Digital strategi för Mittsund"));
        Assert.That(Outline(tree), Is.EqualTo((string[])["1 Områden", "2 Näten", "1 Uppföljning"]));
    }

    [Test]
    public void Takes_the_largest_heading_of_the_cover_for_the_title_with_the_kind_below_it()
    {
        DocumentText document = DocumentOf(
            (BlockKind.Heading, 1, "Digital kraft i Mittsund"),
            (BlockKind.Heading, 3, "Regional digitaliseringsstrategi 2027–2033"),
            (BlockKind.Heading, 2, "Inledning"),
            (BlockKind.Paragraph, 0, "Text som räcker för att vara en text."),
            (BlockKind.Heading, 2, "Uppföljning"),
            (BlockKind.Paragraph, 0, "Text som räcker för att vara en text.")) with
        { Format = SourceFormat.Pdf };
        SectionTree tree = SectionTreeBuilder.Build(document);
        Assert.That(tree.Title, Is.EqualTo("Digital kraft i Mittsund – Regional digitaliseringsstrategi 2027–2033"));
        Assert.That(Outline(tree), Is.EqualTo((string[])["1 Inledning", "1 Uppföljning"]));
    }

    [Test]
    public void Takes_a_first_heading_over_the_kind_of_document_for_the_title_at_the_level_of_the_chapters_too()
    {
        DocumentText document = DocumentOf(
            (BlockKind.Heading, 1, "Ett hållbart Östvik"),
            (BlockKind.Paragraph, 0, "Regional utvecklingsstrategi 2028–2035"),
            (BlockKind.Paragraph, 0, "Juni 2026"),
            (BlockKind.Heading, 1, "Förord"),
            (BlockKind.Paragraph, 0, "Text som räcker för att vara en text."),
            (BlockKind.Heading, 1, "Välfärd"),
            (BlockKind.Paragraph, 0, "Text som räcker för att vara en text."),
            (BlockKind.Heading, 1, "Uppföljning"),
            (BlockKind.Paragraph, 0, "Text som räcker för att vara en text."));
        SectionTree tree = SectionTreeBuilder.Build(document);
        Assert.That(tree.Title, Is.EqualTo("Ett hållbart Östvik – Regional utvecklingsstrategi 2028–2035"));
        Assert.That(Outline(tree), Is.EqualTo((string[])["1 Förord", "1 Välfärd", "1 Uppföljning"]));
    }

    [Test]
    public void Joins_a_heading_that_the_reader_left_in_two_and_takes_its_lost_number_from_the_contents()
    {
        DocumentText document = DocumentOf(
            (BlockKind.ContentsEntry, 0, "1 Inledning 3"),
            (BlockKind.ContentsEntry, 0, "2 Skolor med lång väg till staden – särskilda villkor 4"),
            (BlockKind.ContentsEntry, 0, "3 Gällande rätt m.m. 5"),
            (BlockKind.ContentsEntry, 0, "Bilaga 9"),
            (BlockKind.Heading, 2, "1 Inledning"),
            (BlockKind.Paragraph, 0, "Planen gäller länets kommuner."),
            (BlockKind.Heading, 2, "Skolor med lång väg till staden –"),
            (BlockKind.Heading, 2, "särskilda villkor"),
            (BlockKind.Paragraph, 0, "Skolan ska nås av alla."),
            (BlockKind.Paragraph, 0, "3 Gällande rätt m.m."),
            (BlockKind.Paragraph, 0, "Lagen säger detta."),
            (BlockKind.Heading, 1, "Bilaga"),
            (BlockKind.Paragraph, 0, "Här står det som inte fick plats.")) with
        { Format = SourceFormat.Pdf };
        SectionTree tree = SectionTreeBuilder.Build(document);
        Assert.That(Outline(tree), Is.EqualTo((string[])
            ["1 1 Inledning", "1 2 Skolor med lång väg till staden – särskilda villkor", "1 3 Gällande rätt m.m.", "1 Bilaga"]));
        Assert.That(tree.FindNumber("2")!.Text, Is.EqualTo("Skolan ska nås av alla."));
    }

    [Test]
    public void Gives_sections_of_the_same_title_different_ids()
    {
        SectionTree tree = Build("""
            Norrvik

            Norrvik ligger längst ut mot havet och har en hamn som fryser sent.

            Läget i dag

            Hälften av hushållen har fiber, och resten får vänta ännu ett år.

            Sjöbacka

            Sjöbacka ligger mellan två sjöar och har länets enda flygplats.

            Läget i dag

            Nästan alla hushåll har fiber, men mobilnäten är svaga i skogen.
            """);
        Assert.That(tree.Sections.Select(s => s.Id.Value), Is.EqualTo((string[])["norrvik", "laget-i-dag", "sjobacka", "laget-i-dag-2"]));
        Assert.That(tree.Parent(tree.Sections[3]), Is.EqualTo(tree.Sections[2]));
    }

    [Test]
    public void Cites_named_areas_by_their_figure_where_chapters_have_none()
    {
        SectionTree tree = Build("""
            Inledning

            Planen gäller länets fyra kommuner och regionens egna verksamheter.

            Fokusområde 1: Näten

            Näten ska tåla kyla och storm under hela vintern.

            Fokusområde 2: Skolan

            Skolan ska ha samma verktyg i alla fyra kommunerna.
            """);
        Assert.That(tree.Sections.Select(s => s.Label), Is.EqualTo((string[])["Inledning", "1 Näten", "2 Skolan"]));
    }

    [Test]
    public void Leaves_out_running_heads_that_repeat_an_open_section()
    {
        SectionTree tree = Build("""
            1 Inledning
            Planen gäller länets fyra kommuner och regionens egna verksamheter.

            2 Näten
            Näten ska tåla kyla och storm under hela vintern.

            Näten

            Den som bor längst bort ska inte få vänta längst på sin anslutning.

            3 Skolan
            Skolan ska ha samma verktyg i alla fyra kommunerna.
            """);
        Assert.That(tree.Sections.Select(s => s.Label), Is.EqualTo((string[])["1 Inledning", "2 Näten", "3 Skolan"]));
        Assert.That(tree.FindNumber("2")!.Text, Does.Contain("längst bort"));
    }

    [Test]
    public void Gives_a_tree_without_sections_where_there_are_no_headings()
    {
        Assert.That(Build("Bara en mening utan rubrik.").Sections, Is.Empty);
        Assert.That(Build(string.Empty).Sections, Is.Empty);
    }

    /// <summary>A document of one block per line.</summary>
    private static DocumentText DocumentOf(params (BlockKind Kind, int Level, string Text)[] blocks)
    {
        var text = new System.Text.StringBuilder();
        var made = new List<TextBlock>();
        foreach ((BlockKind kind, int level, string words) in blocks)
        {
            made.Add(new TextBlock(new TextSpan(text.Length, words.Length), kind, level, 1));
            text.Append(words).Append('\n');
        }
        return new DocumentText { Text = text.ToString(), Blocks = [.. made], Pages = PageMap.SinglePage, Format = SourceFormat.Text };
    }
}
