using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses;

internal sealed class ResponseSplitterTests
{
    private const string Reply = """
        Sida 1 av 2

        Kommunstyrelsen
        Dnr: 32KS77
        Datum: 2032-03-04

        Region Mittsund
        Box 12
        851 00 Mittsund

        Svar på remiss angående Digital strategi, dnr 31RS90

        Sammanfattning
        Norrviks kommun tackar för möjligheten att lämna synpunkter på strategin. Kommunen ställer sig i huvudsak positiv till förslaget men ser behov av förtydliganden.

        Avsnitt 3.1-3.3 Vård, näringsliv och förvaltning
        Kommunen stödjer ambitionerna och vill lyfta behovet av:
        • gemensamma standarder för journaler
        • stöd till små företag på landsbygden

        Det är angeläget att regionen visar hur kommunerna ska få stöd.

        Avsnitt 3.4 Digital kompetens
        Norrviks kommun stödjer inriktningen.

        Avslutning
        Norrviks kommun ser strategin som ett viktigt dokument.

        ______________________
        Karin Ekdahl (C)
        Kommunstyrelsens ordförande
        """;

    [Test]
    public void Comments_stand_under_their_headings_until_the_next_one()
    {
        var split = Replies.Split(Reply);
        Assert.That(split.Comments.Select(Replies.Numbers), Is.EqualTo(new[] { "", "3.1,3.2,3.3", "3.1,3.2,3.3", "3.1,3.2,3.3", "3.1,3.2,3.3", "3.4", "" }));
        Assert.That(split.Comments.SelectMany(c => c.Tags).Select(t => t.How), Is.All.EqualTo(TagSource.Heading));
    }

    [Test]
    public void Summary_and_closing_are_about_the_whole() =>
        Assert.That(Replies.Split(Reply).Comments.Select(c => c.IsGeneral), Is.EqualTo(new[] { true, false, false, false, false, false, true }));

    [Test]
    public void Points_know_their_lead_in()
    {
        var split = Replies.Split(Reply);
        Assert.That(split.Comments[2].LeadIn, Is.EqualTo(split.Comments[1].Span));
        Assert.That(split.TextOf(split.Comments[2]), Is.EqualTo("gemensamma standarder för journaler"));
    }

    [Test]
    public void Reads_who_when_and_which_numbers()
    {
        var split = Replies.Split(Reply);
        Assert.That(split.Organisation, Is.EqualTo("Norrviks kommun"));
        Assert.That(split.RegistrationNumber, Is.EqualTo("32KS77"));
        Assert.That(split.ConsultationRegistrationNumber, Is.EqualTo("31RS90"));
        Assert.That(split.Date, Is.EqualTo(new DateOnly(2032, 3, 4)));
    }

    [Test]
    public void Every_kind_of_run_is_told_apart()
    {
        var split = Replies.Split(Reply);
        Assert.That(Replies.KindAt(split, "Sida 1"), Is.EqualTo(LedgerKind.PageFurniture));
        Assert.That(Replies.KindAt(split, "Box 12"), Is.EqualTo(LedgerKind.DecisionFormality));
        Assert.That(Replies.KindAt(split, "Avsnitt 3.4"), Is.EqualTo(LedgerKind.Heading));
        Assert.That(Replies.KindAt(split, "Karin"), Is.EqualTo(LedgerKind.DecisionFormality));
    }

    [Test]
    public void The_whole_reply_has_a_stance() =>
        Assert.That(Replies.Split(Reply).OverallStance.Stance, Is.EqualTo(Stance.SupportsWithComments));

    [Test]
    public void Bookmarks_repeated_after_the_end_are_furniture()
    {
        string text = Reply + "\n\n\n\tSvar på remiss angående Digital strategi, dnr 31RS90\n\tSammanfattning\n\tAvsnitt 3.1-3.3 Vård, näringsliv och förvaltning\n\tAvsnitt 3.4 Digital kompetens\n\tAvslutning\n";
        var split = Replies.Split(text);
        Assert.That(split.Comments, Has.Length.EqualTo(7));
        Assert.That(split.Ledger[^1].Kind, Is.EqualTo(LedgerKind.PageFurniture));
        Assert.That(split.Ledger[^1].Span.In(text), Does.Contain("Digital kompetens"));
    }

    [TestCase("Sjöbacka kommun har beretts tillfälle att yttra sig över remissen.", LedgerKind.Courtesy)]
    [TestCase("Sjöbacka kommun lämnar följande synpunkter.", LedgerKind.Courtesy)]
    [TestCase("Svaret följer strategins disposition.", LedgerKind.Courtesy)]
    [TestCase("Utredningen föreslår ett nytt stöd till kommunerna.", LedgerKind.Background)]
    [TestCase("Havsverket ansvarar för hamnar och farleder i hela landet.", LedgerKind.Background)]
    [TestCase("Kommunfullmäktige beslutade redan den 3 juni 2029 om en egen plan.", LedgerKind.Background)]
    [TestCase("Kommunstyrelsen föreslås besluta att avge yttrandet.", LedgerKind.DecisionFormality)]
    [TestCase("Detta yttrande har beslutats av generaldirektören. Föredragande har varit juristen.", LedgerKind.DecisionFormality)]
    [TestCase("Klicka här för att ange text.", LedgerKind.DecisionFormality)]
    public void What_says_nothing_of_the_matter_is_no_comment(string passage, LedgerKind kind)
    {
        var split = Replies.Split($"Synpunkter\n\nVi tillstyrker förslaget om stöd.\n\n{passage}\n\nVi avstyrker förslaget om avgift.\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Vi tillstyrker förslaget om stöd.", "Vi avstyrker förslaget om avgift." }));
        Assert.That(Replies.KindAt(split, passage[..12]), Is.EqualTo(kind));
    }

    [TestCase("Ekhamra kommun tackar för möjligheten att svara och tillstyrker förslaget.")]
    [TestCase("Ekhamra kommun har beretts tillfälle att yttra sig men avstår från att svara.")]
    [TestCase("Ekhamra kommun har inga synpunkter på förslaget.")]
    [TestCase("Förslaget innebär en risk för mindre kommuner.")]
    public void A_formula_with_an_opinion_is_a_comment(string passage) =>
        Assert.That(Replies.Comments(Replies.Split(passage)), Is.EqualTo(new[] { passage }));

    [Test]
    public void Proposals_to_decide_are_formality_to_the_next_heading()
    {
        var split = Replies.Split("Förslag till beslut\n\nBjörklidens kommun tillstyrker förslaget.\n\nSynpunkter\n\nBjörklidens kommun avstyrker avgiften.\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Björklidens kommun avstyrker avgiften." }));
    }

    [Test]
    public void Half_a_sentence_before_a_list_is_no_comment_but_its_stance_is_inherited()
    {
        var split = Replies.Split("Sammanfattning\n\nHavsrådet tillstyrker förslagen att\n\n• hamnar får egna planer.\n\n• farleder mäts varje år.\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "hamnar får egna planer.", "farleder mäts varje år." }));
        Assert.That(split.Comments.Select(c => c.Stance.Stance), Is.All.EqualTo(Stance.Supports));
    }

    [Test]
    public void A_list_that_retells_is_background()
    {
        var split = Replies.Split("Ärendet\n\nUtredningen ska visa hur stödet kan ändras. Den föreslår bland annat:\n\n- ett nytt mål,\n- nya villkor.\n");
        Assert.That(split.Comments, Is.Empty);
    }

    [Test]
    public void What_is_said_of_all_goes_to_comments_that_name_nothing()
    {
        var split = Replies.Split("Havsrådet begränsar sitt svar till det som rör hamnar (kapitel 20).\n\nHavsrådet tillstyrker planerna.\n\nI avsnitt 21.3 saknas farleder.\n");
        Assert.That(split.Comments.Select(Replies.Numbers), Is.EqualTo(new[] { "20", "21.3" }));
    }

    [Test]
    public void The_replys_own_numbers_are_not_sections()
    {
        var own = Replies.Split("1. Inledning\n\nVi är positiva till planen.\n\n2. Synpunkter\n\nMålen bör skärpas.\n\n2.1 Hamnar\n\nHamnarna bör mätas.\n\n3. Slut\n\nVi ser fram emot planen.\n");
        Assert.That(own.Comments.SelectMany(c => c.Tags), Is.Empty);
        var theirs = Replies.Split("4.2 Villkor för stöd\n\nVillkoren bör skärpas.\n\n8 Övervakning\n\nHamnarna bör mätas.\n");
        Assert.That(theirs.Comments.Select(Replies.Numbers), Is.EqualTo(new[] { "4.2", "8" }));
    }

    [Test]
    public void A_reference_inside_a_headings_scope_narrows_or_adds()
    {
        var split = Replies.Split("Kapitel 10 Finansiering\n\nVi saknar en plan (10.2.4).\n\nVi delar bedömningen.\n\nFörslaget i kapitel 12 bör utgå.\n");
        Assert.That(split.Comments.Select(Replies.Numbers), Is.EqualTo(new[] { "10.2.4", "10", "10,12" }));
    }

    [Test]
    public void A_paragraph_is_cut_where_the_section_or_the_stance_changes()
    {
        var split = Replies.Split("När det gäller avsnitt 3.2 är målen bra. I avsnitt 3.4 bör kursen utgå.\n\nHavsrådet tillstyrker förslagen, men avstyrker att de ska gälla Havsrådet.\n");
        Assert.That(split.Comments.Take(2).Select(Replies.Numbers), Is.EqualTo(new[] { "3.2", "3.4" }));
        Assert.That(Replies.Comments(split)[2..], Is.EqualTo(new[] { "Havsrådet tillstyrker förslagen,", "men avstyrker att de ska gälla Havsrådet." }));
    }

    [Test]
    public void A_paragraph_over_a_page_mark_is_one_comment()
    {
        var split = Replies.Split("Däremot är det oklart vem som ska betala för hamnarna.\n(2)\nRådet hoppas att frågan kan redas ut.\n\nVi saknar en plan.\n");
        Assert.That(split.Comments, Has.Length.EqualTo(2));
    }

    [Test]
    public void A_heading_glued_to_a_sentence_is_freed()
    {
        var split = Replies.Split("Yttrandet är avgränsat till det som rör hamnar. Tydligare villkor för kommunal hamnförvaltning Vi anser att avgifterna bör sänkas.\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Vi anser att avgifterna bör sänkas." }));
        Assert.That(Replies.KindAt(split, "Tydligare"), Is.EqualTo(LedgerKind.Heading));
    }

    [Test]
    public void With_the_document_titles_pages_and_points_are_bound()
    {
        var context = new SplitContext(Replies.Strategy);
        var split = Replies.Split("Näringslivets behov\n\nFöretagen bör få stöd.\n\nDigitala kompetenser\n\nKurserna på sidan 6 är bra.\n\nAvsnitt 3.1\n\nPunkt 2 är oklar och avsnitt 3.9 saknas.\n", context);
        Assert.That(split.Comments.Select(Replies.Numbers), Is.EqualTo(new[] { "3.2", "3.4", "3.1" }));
        Assert.That(split.Comments[0].Tags.Single().How, Is.EqualTo(TagSource.Title));
        Assert.That(split.Comments[2].Tags.Single().Item, Is.EqualTo(2));
        Assert.That(split.Unresolved.Select(u => u.Words), Is.EqualTo(new[] { "3.9" }));
    }

    [Test]
    public void A_page_beside_a_section_only_tells_where_it_stands()
    {
        var split = Replies.Split("Kapitel 4 Genomförande (s. 3)\n\nPlanen är bra.\n\nI avsnitt 3.2 (s. 3) bör målen skärpas.\n", new SplitContext(Replies.Strategy));
        Assert.That(split.Comments.Select(Replies.Numbers), Is.EqualTo(new[] { "4", "3.2,4" }));
    }

    [Test]
    public void Under_background_only_what_has_an_opinion_or_a_place_is_a_comment()
    {
        var split = Replies.Split("Bakgrund\n\nPlanen togs fram under förra året.\n\nTexten på sidan 3 är kort.\n\nKommunen anser att planen bör kortas.\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Texten på sidan 3 är kort.", "Kommunen anser att planen bör kortas." }));
    }

    [Test]
    public void Cells_of_a_table_stand_under_the_cell_that_names_a_section()
    {
        const string text = "Avsnitt\nSynpunkt\nAvsnitt 3.1\nKommunen saknar ett mått.\nAvsnitt 3.4\nMålet är mycket bra.";
        var blocks = System.Collections.Immutable.ImmutableArray.CreateBuilder<TextBlock>();
        int at = 0;
        foreach (string line in text.Split('\n'))
        {
            blocks.Add(new TextBlock(new TextSpan(at, line.Length), BlockKind.TableCell, 0, 1));
            at += line.Length + 1;
        }
        var split = ResponseSplitter.Split(new DocumentText { Text = text, Blocks = blocks.ToImmutable(), Pages = PageMap.SinglePage, Format = SourceFormat.Docx });
        Assert.That(split.Comments.Select(c => (split.TextOf(c), Replies.Numbers(c))), Is.EqualTo(new[] { ("Kommunen saknar ett mått.", "3.1"), ("Målet är mycket bra.", "3.4") }));
    }

    [Test]
    public void A_place_in_front_of_a_line_is_of_that_line_only()
    {
        var split = Replies.Split("Här kommer svar från Ekhamra kommun.\n\ns. 12: Biblioteken nämns inte.\ns. 18: Siffran stämmer inte.\nKap. 5: Vi saknar mål.\n\nI övrigt har vi inget att erinra.\n");
        Assert.That(Replies.Comments(split), Has.Length.EqualTo(4));
        Assert.That(split.Comments.Select(Replies.Numbers), Is.EqualTo(new[] { "", "", "5", "" }));
    }

    [TestCase("Inga synpunkter.")]
    [TestCase("Inga synpunkter")]
    [TestCase("Tillstyrks.")]
    public void Two_words_under_a_heading_may_be_a_comment(string words)
    {
        var split = Replies.Split($"Avsnitt 3.1\n\nVården är viktig och bör stärkas.\n\nAvsnitt 3.2 och 3.3\n\n{words}\n\nAvsnitt 3.4\n\nKursen bör utgå.\n");
        Assert.That(split.Comments.Select(Replies.Numbers), Is.EqualTo(new[] { "3.1", "3.2,3.3", "3.4" }));
    }

    [Test]
    public void Suggests_only_where_nothing_is_said()
    {
        var asked = new List<string>();
        var context = new SplitContext(Replies.Strategy, words =>
        {
            asked.Add(words);
            return [new SectionTag(new SectionId("3.2"), "3.2", "Näringslivets behov", TagSource.Person, 0.6)];
        });
        var split = Replies.Split("Allmänna synpunkter\n\nVi är positiva till planen.\n\nAvsnitt 3.4\n\nKurserna är bra.\n\nFöretag\n\nFöretagen bör få lån.\n", context);
        Assert.That(asked, Is.Empty.Or.EqualTo(new[] { "Företagen bör få lån." }));
        var free = Replies.Split("Företagen bör få lån.", context);
        Assert.That(free.Comments.Single().Tags.Single().How, Is.EqualTo(TagSource.Suggested));
        Assert.That(free.Comments.Single().Settled, Is.Empty);
    }

    [Test]
    public void Pages_of_other_documents_are_not_the_consulted_ones()
    {
        var context = new SplitContext(Replies.Strategy);
        Assert.That(Replies.Split("Vi hänvisar till SOU 2031:4 s. 4 och anser att stödet bör öka.", context).Comments.Single().Tags, Is.Empty);
    }
}
