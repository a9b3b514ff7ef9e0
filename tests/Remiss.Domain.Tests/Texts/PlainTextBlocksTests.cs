using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Texts;

public sealed class PlainTextBlocksTests
{
    private static string[] Read(string text)
    {
        DocumentText document = PlainTextBlocks.Read(text);
        return [.. document.Blocks.Select(b => $"{b.Kind}: {BlockText.OnOneLine(document.TextOf(b))}")];
    }

    [Test]
    public void Joins_hard_wrapped_lines_to_one_paragraph_and_leaves_the_text_alone()
    {
        const string text = "Norrviks kommun tycker att planen är bra och vill se den i verket redan till\nhösten, om medlen räcker.";
        DocumentText document = PlainTextBlocks.Read(text);
        Assert.That(document.Text, Is.EqualTo(text));
        Assert.That(document.Blocks, Has.Length.EqualTo(1));
        Assert.That(document.TextOf(document.Blocks[0]), Is.EqualTo(text));
    }

    [Test]
    public void Begins_a_new_paragraph_where_a_sentence_ended_early_on_its_line()
    {
        Assert.That(Read("""
            Kommunen har inga synpunkter på de delar av förslaget som rör skolan, eftersom
            de redan är genomförda här.
            Det bör dock sägas att hamnen saknas helt i planen, trots att den är länets största
            arbetsplats och växer.
            """), Has.Length.EqualTo(2));
    }

    [Test]
    public void Makes_a_page_of_each_form_feed_and_none_of_the_last()
    {
        DocumentText document = PlainTextBlocks.Read("Första sidan.\n\fAndra sidan.\n\f");
        Assert.That(document.Pages.Count, Is.EqualTo(2));
        Assert.That(document.Blocks.Select(b => (document.TextOf(b), b.Page)), Is.EqualTo(new[] { ("Första sidan.", 1), ("Andra sidan.", 2) }));
        Assert.That(document.Pages.PageAt(document.Text.IndexOf("Andra", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void Gives_the_same_text_as_normalising_the_whole()
    {
        const string raw = "En\u00ADskild rad\r\n\fNy sida a\u0308r här\r\f\r\nslut";
        Assert.That(PlainTextBlocks.Read(raw).Text, Is.EqualTo(TextNormaliser.Normalise(raw)));
    }

    [TestCase("Sida 1 av 2")]
    [TestCase("2(9)")]
    [TestCase("1 (7)")]
    [TestCase("Sid 1 (1)")]
    [TestCase("(2)")]
    [TestCase("- 3 -")]
    [TestCase("17")]
    public void Takes_a_page_mark_for_page_furniture(string mark)
    {
        Assert.That(Read($"En mening som står för sig.\n\n{mark}\n\nEn mening till som står för sig."), Does.Contain($"PageFurniture: {mark}"));
    }

    [TestCase("2027")]
    [TestCase("14 mil")]
    [TestCase("3 §")]
    [TestCase("Sida vid sida")]
    public void Takes_no_other_number_for_a_page_mark(string line)
    {
        Assert.That(Read($"En mening som står för sig.\n\n{line}\n\nEn mening till som står för sig."), Has.None.StartsWith("PageFurniture"));
    }

    [Test]
    public void Takes_lines_that_come_back_on_top_of_pages_for_furniture()
    {
        string page = "Ekhamra kommun    {0} (3)\nKommunkansliet\n\nDetta är text på sidan nummer {0} som är sin egen.\n\f";
        string[] blocks = Read(string.Concat(Enumerable.Range(1, 3).Select(n => string.Format(System.Globalization.CultureInfo.InvariantCulture, page, n))));
        Assert.That(blocks.Count(b => b.StartsWith("PageFurniture: Ekhamra", StringComparison.Ordinal)), Is.EqualTo(3));
        // On the first page the same words are the letterhead.
        Assert.That(blocks.Count(b => b == "PageFurniture: Kommunkansliet"), Is.EqualTo(2));
    }

    [Test]
    public void Takes_bookmarks_after_the_end_for_furniture()
    {
        string[] blocks = Read("""
            Sammanfattning

            Sjöbacka kommun ställer sig bakom planen men vill se mer om hamnarna.

            Avsnitt 2.1 Näten

            Näten behöver dubbleras till kusten.

            Med vänlig hälsning

            """ + "\n\tSvar på remiss om strategin\n\tSammanfattning\n\tAvsnitt 2.1 Näten\n");
        Assert.That(blocks[^3..], Is.EqualTo((string[])
            ["PageFurniture: Svar på remiss om strategin", "PageFurniture: Sammanfattning", "PageFurniture: Avsnitt 2.1 Näten"]));
        Assert.That(blocks, Does.Contain("Heading: Sammanfattning"));
    }

    [TestCase("• ")]
    [TestCase("- ")]
    [TestCase("– ")]
    [TestCase("* ")]
    [TestCase("\uF0B7 ")]
    [TestCase("o ")]
    [TestCase("a) ")]
    [TestCase("1) ")]
    [TestCase("-")]
    public void Knows_the_marks_of_points(string mark)
    {
        string[] blocks = Read($"Vi vill lyfta två saker:\n\n{mark}Näten ska byggas ut\n\n{mark}Skolan ska rustas upp\n");
        Assert.That(blocks[1..], Is.EqualTo((string[])[$"ListItem: {mark}Näten ska byggas ut", $"ListItem: {mark}Skolan ska rustas upp"]));
    }

    [Test]
    public void Lets_a_point_go_on_over_a_stray_blank_line_within_its_sentence()
    {
        Assert.That(Read("""
            Vi ser behov av följande insatser under de kommande åren i länets alla delar:

            • gemensamma standarder och möjlighet att använda gemensamma digitala lösningar

            och plattformar

            • en regional samordning
            """), Does.Contain("ListItem: • gemensamma standarder och möjlighet att använda gemensamma digitala lösningar och plattformar"));
    }

    [Test]
    public void Takes_a_dash_inside_a_sentence_for_no_point()
    {
        Assert.That(Read("""
            Det finns skäl att tro att regionens egna verksamheter och alla kommunernas skolor
            - med undantag för de allra minsta - kommer att kunna anslutas under nästa år.
            """), Has.Length.EqualTo(1));
    }

    [TestCase("3.1 Digital välfärd")]
    [TestCase("Kapitel 3 Mål")]
    [TestCase("IV. Genomförande")]
    [TestCase("Avsnitt 3.1-3.4 Välfärd, näringsliv och förvaltning")]
    [TestCase("Allmänna synpunkter")]
    [TestCase("Näten behöver byggas ut")]
    [TestCase("1) Saknad av ett barnperspektiv")]
    [TestCase("eHälsa för alla")]
    [TestCase("Besöksnäring och turism")]
    [TestCase("Vårt ställningstagande")]
    [TestCase("Telefoni i glesbygd")]
    public void Finds_a_heading_between_blank_lines(string heading)
    {
        Assert.That(Read($"Kommunen tackar för remissen och svarar här.\n\n{heading}\n\nKommunen delar bedömningen i denna del av planen.\n"),
            Does.Contain($"Heading: {heading}"));
    }

    [TestCase("1 YTTRANDE")]
    [TestCase("1 PM 2026:12 KLK (Dnr 12/2026)")]
    [TestCase("5 maj 2026 Remissvar")]
    [TestCase("103 33 Storstad")]
    [TestCase("3 kap. 5 § miljöbalken")]
    [TestCase("Dnr: 25KS149")]
    [TestCase("registrator@norrvik.example")]
    [TestCase("Vi tillstyrker förslagen att")]
    [TestCase("1 600 kronor per år")]
    public void Takes_no_letterhead_date_or_statute_for_a_heading(string line)
    {
        Assert.That(Read($"Kommunen tackar för remissen och svarar här.\n\n{line}\n\nKommunen delar bedömningen i denna del av planen.\n"),
            Has.None.StartsWith("Heading"));
    }

    [Test]
    public void Finds_two_headings_right_under_each_other_and_text_right_under_them()
    {
        Assert.That(Read("""
            Björklidens kommun tackar för möjligheten att svara på remissen om länets digitala framtid.

            Allmänna synpunkter
            Behov av tydligare samverkan
            Planen skulle vinna på att tidigt klargöra vem som ansvarar för vad mellan kommunerna och
            regionen, och vem som betalar.
            """), Is.EqualTo((string[])
        [
            "Paragraph: Björklidens kommun tackar för möjligheten att svara på remissen om länets digitala framtid.",
            "Heading: Allmänna synpunkter",
            "Heading: Behov av tydligare samverkan",
            "Paragraph: Planen skulle vinna på att tidigt klargöra vem som ansvarar för vad mellan kommunerna och regionen, och vem som betalar.",
        ]));
    }

    [Test]
    public void Reads_a_heading_over_two_lines_as_one()
    {
        Assert.That(Read("""
            Kommunen tackar för remissen och lämnar härmed sina synpunkter i den ordning som planen har.

            Avsnitt 3.1-3.4 Välfärdens digitalisering, näringslivets behov och förvaltningens
            utveckling
            Kommunen stödjer ambitionerna inom dessa områden och vill se dem i verket så snart det går.
            """), Does.Contain("Heading: Avsnitt 3.1-3.4 Välfärdens digitalisering, näringslivets behov och förvaltningens utveckling"));
    }

    [Test]
    public void Tells_contents_from_headings_by_their_leaders_and_by_what_comes_back()
    {
        string[] blocks = Read("""
            Innehåll

            Inledning
            Näten
            Bilaga ........ 9

            Inledning

            Planen gäller länets alla fyra kommuner.

            Näten

            Näten ska tåla kyla och storm.
            """);
        Assert.That(blocks.Where(b => b.StartsWith("Contents", StringComparison.Ordinal)), Is.EqualTo((string[])
            ["ContentsEntry: Inledning", "ContentsEntry: Näten", "ContentsEntry: Bilaga ........ 9"]));
        Assert.That(blocks.Count(b => b == "Heading: Inledning"), Is.EqualTo(1));
        Assert.That(blocks.Count(b => b == "Heading: Näten"), Is.EqualTo(1));
    }

    [Test]
    public void Tells_footnotes_from_numbered_headings()
    {
        string[] blocks = Read("""
            1 Inledning

            Länets plan bygger på den nationella strategin1 och på samtal i kommunerna.2

            1 Regeringen (2026) Nationell strategi.
            2 Samtalen fördes på bibliotek och i byalag. Anteckningarna finns hos
            regionen.

            2 Mål

            Målen gäller alla.
            """);
        Assert.That(blocks.Where(b => b.StartsWith("Foot", StringComparison.Ordinal)), Is.EqualTo((string[])
            ["Footnote: 1 Regeringen (2026) Nationell strategi.", "Footnote: 2 Samtalen fördes på bibliotek och i byalag. Anteckningarna finns hos regionen."]));
        Assert.That(blocks.Where(b => b.StartsWith("Head", StringComparison.Ordinal)), Is.EqualTo((string[])["Heading: 1 Inledning", "Heading: 2 Mål"]));
    }

    [Test]
    public void Joins_paragraphs_of_a_double_spaced_extraction()
    {
        string[] blocks = Read("""
            1 Inledning

            De som hade svårt att leva av vad jorden gav flyttade en gång in till

            Sjöbacka för att ta jobb i hamnen, och många av dem blev kvar där hela

            livet. Nu går flytten åt andra hållet, och den som vill kan bo längst ut i

            Norrvik och ändå ha sitt arbete kvar på ett kontor i en helt annan del av

            landet.
            """);
        Assert.That(blocks, Has.Length.EqualTo(2));
    }

    [Test]
    public void Leaves_the_marks_of_markdown_out_of_the_block()
    {
        DocumentText document = PlainTextBlocks.Read("## 3.1 Digital välfärd\nText om välfärden.");
        Assert.That(document.TextOf(document.Blocks[0]), Is.EqualTo("3.1 Digital välfärd"));
        Assert.That(document.Blocks[0], Has.Property(nameof(TextBlock.Level)).EqualTo(2).And.Property(nameof(TextBlock.Stated)).True);
    }

    [Test]
    public void Takes_short_lines_without_text_for_a_list_and_not_for_headings()
    {
        Assert.That(Read("""
            Det som driver utvecklingen är enligt de flesta som svarade på frågan dessa fyra saker:

            Ansträngd ekonomi

            Brist på personal

            Krav från medborgarna

            Förändringar i samhället
            """).Count(b => b.StartsWith("ListItem", StringComparison.Ordinal)), Is.EqualTo(4));
    }
}
