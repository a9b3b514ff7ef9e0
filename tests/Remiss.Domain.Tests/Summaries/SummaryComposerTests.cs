using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Summaries;

public sealed class SummaryComposerTests
{
    [Test]
    public void Says_how_many_answered_and_how_they_stand_with_the_base()
    {
        string text = Text(SampleData.Whole());
        Assert.That(text, Does.Contain("5 remissvar har kommit in med sammanlagt 11 synpunkter."));
        Assert.That(text, Does.Contain("1 av 5 tillstyrker, 1 av 5 tillstyrker med synpunkter, 1 av 5 avstyrker, 1 av 5 har ingen erinran och 1 av 5 anger inget ställningstagande."));
    }

    [Test]
    public void Says_one_synpunkt_in_the_singular()
    {
        string text = Text(SampleData.Input(new ReplyBuilder("1", "Norrviks kommun").General("Bra.").Build()));
        Assert.That(text, Does.Contain("1 remissvar har kommit in med sammanlagt 1 synpunkt."));
    }

    [Test]
    public void Names_the_sections_with_most_opposition_first() =>
        Assert.That(Text(SampleData.Whole()), Does.Contain("  * 3.4 Infrastruktur: 1 av 3 som tar upp avsnittet avstyrker och 1 är tveksam"));

    [Test]
    public void Says_who_was_asked_and_is_silent_only_when_it_is_known()
    {
        SummaryInput input = SampleData.Whole();
        Assert.That(Text(input), Does.Not.Contain("tillfrågade"));
        string known = Text(input with { Consultation = input.Consultation with { InvitedCount = 7, Silent = ["Björklidens kommun", "Ekhamra hamn AB"] } });
        Assert.That(known, Does.Contain("7 remissinstanser tillfrågades. 2 av 7 tillfrågade har inte svarat: Björklidens kommun och Ekhamra hamn AB."));
    }

    [Test]
    public void Puts_a_comment_on_several_sections_once_under_its_range()
    {
        string text = Text(SampleData.Whole());
        int group = text.IndexOf("#### Gemensamt för avsnitt 3.1–3.4", StringComparison.Ordinal);
        Assert.That(group, Is.GreaterThan(text.IndexOf("### 3.1 Digital välfärd", StringComparison.Ordinal)));
        Assert.That(text.IndexOf("”stöd till de små kommunerna”", StringComparison.Ordinal), Is.GreaterThan(group).And.LessThan(text.IndexOf("### 3.2", StringComparison.Ordinal)));
    }

    [TestCase("3.2")]
    [TestCase("3.3")]
    [TestCase("3.4")]
    public void Each_other_section_of_a_range_points_to_it_by_link_and_page(string number)
    {
        SummaryDocument document = Compose(SampleData.Whole());
        Anchor group = document.Blocks.OfType<HeadingBlock>().Single(h => h.Text == "Gemensamt för avsnitt 3.1–3.4").Anchor;
        ImmutableArray<Inline> inlines = [.. Chapter(document, number).SelectMany(b => b is ParagraphBlock p ? p.Inlines : b is ListBlock l ? [.. l.Items.SelectMany(i => i)] : [])];
        Assert.That(inlines.OfType<LinkInline>().Select(l => l.Target), Does.Contain(group));
        Assert.That(inlines.OfType<PageReferenceInline>().Select(l => l.Target), Does.Contain(group));
    }

    [Test]
    public void Says_ranges_in_few_words()
    {
        string[] groups(params string[] numbers)
        {
            var builder = new ReplyBuilder("1", "Norrviks kommun");
            builder.Comment("Bra.", Stance.Supports, [.. numbers.Select(n => SampleData.Tag(n))]);
            return [.. Compose(SampleData.Input(builder.Build())).Blocks.OfType<HeadingBlock>().Select(h => h.Text).Where(t => t.StartsWith("Gemensamt", StringComparison.Ordinal))];
        }
        Assert.That(groups("3.1", "3.2"), Is.EqualTo(new[] { "Gemensamt för avsnitt 3.1 och 3.2" }));
        Assert.That(groups("3.5", "3.2", "3.1", "3.3"), Is.EqualTo(new[] { "Gemensamt för avsnitt 3.1–3.3 och 3.5" }));
        Assert.That(groups("2.1", "3.1", "4"), Is.EqualTo(new[] { "Gemensamt för avsnitt 2.1, 3.1 och 4" }));
        Assert.That(groups("1", "2", "3"), Is.EqualTo(new[] { "Gemensamt för avsnitt 1–3" }));
    }

    [Test]
    public void Shows_the_stance_with_the_words_it_rests_on_and_the_point_that_is_named() =>
        Assert.That(Text(SampleData.Whole()), Does.Contain("Norrviks kommun · synpunkt 1.5 · s. 2 i svaret · ▼A avstyrker (”avstyrker”) · gäller 3.2 p. 4"));

    [Test]
    public void Shows_the_lead_in_of_a_point_in_full_once()
    {
        var builder = new ReplyBuilder("1", "Norrviks kommun");
        builder.Skip(LedgerKind.Background, "Kommunen vill lyfta behovet av:");
        TextSpan leadIn = builder.Last;
        builder.Point("• stöd", leadIn, SampleData.Tag("3.1")).Point("• pengar", leadIn, SampleData.Tag("3.1")).Point("• tid", leadIn, SampleData.Tag("3.2"));
        string text = Text(SampleData.Input(builder.Build()));
        Assert.That(text, Does.Contain("Punkt under meningen ”Kommunen vill lyfta behovet av:”\n    > ”stöd”"));
        Assert.That(text, Does.Contain("Punkt under samma mening som 1.1.\n    > ”pengar”"));
        Assert.That(text, Does.Contain("Punkt under meningen ”Kommunen vill lyfta behovet av:”\n    > ”tid”"), "another section, out of sight");
    }

    [Test]
    public void Points_at_the_comment_that_holds_the_lead_in_when_it_stands_above()
    {
        string text = Text(SampleData.Whole());
        Assert.That(text, Does.Contain("Punkt under synpunkt 1.2.\n    > ”gemensamma standarder i hela länet”"));
        Assert.That(text, Does.Contain("Punkt under synpunkt 1.2.\n    > ”stöd till de små kommunerna”"));
    }

    [Test]
    public void Never_counts_a_suggestion_that_nobody_accepted()
    {
        string text = Text(SampleData.Whole());
        Assert.That(text, Does.Contain("Förslag, räknas inte: 3.5 Digital kompetens (troligt, 71\u00A0%)"));
        Assert.That(text, Does.Contain("### 3.5 Digital kompetens\nUr remissversionen, s. 8: ”Alla ska kunna lära sig nytt.”\n1 synpunkt från 1 av 5 svarande."));
    }

    [Test]
    public void Counts_suggestions_from_the_threshold_on_and_says_so()
    {
        string text = Text(SampleData.Whole() with { AcceptThreshold = 0.7 });
        Assert.That(text, Does.Contain("med minst 70\u00A0% säkerhet"));
        Assert.That(text, Does.Contain("| Godtaget förslag utifrån ordvalet | 1"));
        Assert.That(text, Does.Contain("synpunkt 2.3 · ○ ej angivet · avsnittet är ett godtaget förslag (troligt, 71\u00A0%)"));
        Assert.That(Text(SampleData.Whole() with { AcceptThreshold = 0.72 }), Does.Contain("Förslag, räknas inte"));
    }

    [Test]
    public void Shows_the_most_critical_stance_of_a_body_in_the_matrix()
    {
        TableBlock matrix = Matrix(Compose(SampleData.Whole()));
        int column = matrix.Columns.ToList().FindIndex(c => c.Header == "3.4 Infrastruktur");
        TableCell cell = matrix.Rows[1][column];
        Assert.That(SummaryText.Of(cell.Inlines), Is.EqualTo("▼A\u00A02"));
        Assert.That(cell.Tint, Is.EqualTo(Stance.Opposes));
    }

    [Test]
    public void Every_row_has_as_many_cells_as_there_are_columns()
    {
        foreach (SummaryOrder order in Enum.GetValues<SummaryOrder>())
        {
            foreach (TableBlock table in Compose(SampleData.Whole() with { Order = order }).Blocks.OfType<TableBlock>())
                Assert.That(table.Rows.Select(r => r.Length), Is.All.EqualTo(table.Columns.Length), table.Caption);
        }
    }

    [Test]
    public void Every_chart_says_its_numbers_and_has_a_table_right_after_it()
    {
        SummaryInput input = SampleData.Input([.. Enumerable.Range(1, 6).Select(i => Supporting(i, "RM 2026/118"))]);
        ImmutableArray<SummaryBlock> blocks = Compose(input).Blocks;
        Assert.That(blocks.OfType<StanceChartBlock>().Select(c => c.Bars[0].Label), Is.EqualTo(new[] { "Alla svarande", "Avsnitt 3.1" }));
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not StanceChartBlock chart) continue;
            Assert.That(blocks[i + 1], Is.InstanceOf<TableBlock>());
            foreach (StanceCount count in chart.Bars.SelectMany(b => b.Counts).Where(c => c.Count > 0))
                Assert.That(chart.AlternativeText, Does.Contain($"{SummaryWords.DefaultStanceLabels[count.Stance].Label} {count.Count}"));
        }
    }

    [Test]
    public void Draws_no_bar_of_a_section_that_few_take_up_but_a_table() => Assert.That(
        Compose(SampleData.Input([.. Enumerable.Range(1, 5).Select(i => Supporting(i, "RM 2026/118"))])).Blocks.OfType<StanceChartBlock>().Count(), Is.EqualTo(1));

    [Test]
    public void Says_once_the_number_that_all_replies_cite_and_lists_who_cites_another()
    {
        string text = Text(SampleData.Input([.. Enumerable.Range(1, 5).Select(i => Supporting(i, i == 3 ? "LST 77-2026" : "RM2026/118"))]));
        Assert.That(text, Does.Contain("4 av 5 remissvar anger remissens diarienummer RM 2026/118. De här svaren anger ett annat nummer:\n  * Kommun 3 (3): LST 77-2026"));
        Assert.That(text, Does.Not.Contain("Remissens diarienummer enligt svaret"));
        Assert.That(Text(SampleData.Input(Supporting(1, "A 1"), Supporting(2, "B 2"))), Does.Contain("Remissens diarienummer enligt svaret"));
    }

    [Test]
    public void Tells_the_hurried_reader_of_a_passage_that_many_share()
    {
        const string Passage = "Vi anser att de små kommunerna måste få full ersättning för alla nya uppgifter som planen ger dem.";
        SummaryInput input(int sharing) => SampleData.Input([.. Enumerable.Range(1, 4).Select(i =>
            new ReplyBuilder($"{i}", $"Kommun {i}").General(i <= sharing ? Passage : "Bra.").Build())]);
        Assert.That(Text(input(3)), Does.Contain("3 av 4 svar innehåller samma stycke: ”Vi anser"));
        Assert.That(Text(input(2)), Does.Not.Contain("innehåller samma stycke"));
    }

    private static SummarisedResponse Supporting(int key, string cited)
    {
        SummarisedResponse reply = new ReplyBuilder($"{key}", $"Kommun {key}") { Overall = Stance.Supports }
            .Comment("Bra.", Stance.Supports, SampleData.Tag("3.1")).Build();
        return reply with { Split = reply.Split with { ConsultationRegistrationNumber = cited } };
    }

    [Test]
    public void Says_in_one_line_that_a_section_has_no_comments()
    {
        string text = Text(SampleData.Whole());
        Assert.That(text, Does.Contain("## 1 Inledning\nInga synpunkter på avsnittet.\n"));
        Assert.That(text, Does.Contain("## 2 Nuläge\nInga synpunkter på avsnittet eller dess delar.\n\n## 3 Målområden"));
    }

    [Test]
    public void Names_silent_parts_deep_down_in_one_line_of_their_parent()
    {
        SectionTree tree = new("Dokument",
        [
            SampleData.Section("1", "Mål", 1, 1, ""), SampleData.Section("1.1", "Vård", 2, 1, "Allt om vård.\n\u2022 en punkt"),
            SampleData.Section("1.1.1", "Ett", 3, 1, ""), SampleData.Section("1.1.2", "Två", 3, 1, ""), SampleData.Section("1.1.3", "Tre", 3, 1, ""),
        ]);
        SectionTag on(string number) => new(new SectionId(number), number, "", TagSource.Heading, 1);
        SummaryInput with(params SectionTag[] tags) => SampleData.Input(new ReplyBuilder("1", "Norrviks kommun").Comment("Bra.", Stance.Supports, tags).Build()) with { Document = tree };
        Assert.That(Text(with(on("1.1"))), Does.Contain("Inga synpunkter på avsnittets delar var för sig.").And.Not.Contain("1.1.1 Ett"));
        string some = Text(with(on("1.1.2")));
        Assert.That(some, Does.Contain("Inga synpunkter på avsnitt 1.1.1 och 1.1.3.\n\n#### 1.1.2 Två"));
        Assert.That(some, Does.Contain("Ur remissversionen: ”Allt om vård.”"));
    }

    [Test]
    public void Keeps_numbers_that_no_document_holds_in_their_order()
    {
        SectionTag loose(string number) => new(null, number, "", TagSource.Reference, 1);
        SummaryInput input = SampleData.Input(new ReplyBuilder("1", "Norrviks kommun").Comment("A.", Stance.Supports, loose("3.10")).Comment("B.", Stance.Supports, loose("3.2")).Build());
        string text = Text(input with { Document = new SectionTree("", []) });
        Assert.That(text, Does.Match("(?s)## Avsnitt 3\\.2\\n.*## Avsnitt 3\\.10\\n"));
    }

    [Test]
    public void Leaves_out_what_a_private_person_is_called()
    {
        string text = Text(SampleData.Whole());
        Assert.That(text, Does.Not.Contain("Backlund").And.Not.Contain("070-555"));
        Assert.That(text, Does.Contain("Privatperson 1 · synpunkt 4.1"));
        Assert.That(text, Does.Contain("”Jag, [namn borttaget], [personnummer borttaget], vill ha tätare bussar."));
    }

    [Test]
    public void Prints_a_private_persons_name_when_chosen_but_never_the_number()
    {
        string text = Text(SampleData.Whole() with { PrintPrivateNames = true });
        Assert.That(text, Does.Contain("Siv Backlund · synpunkt 4.1"));
        Assert.That(text, Does.Not.Contain("121212"));
    }

    [Test]
    public void The_ledger_shows_background_and_courtesy_but_no_signature()
    {
        string text = Text(SampleData.Whole());
        Assert.That(text, Does.Contain("Bakgrund, s. 1, 69 tecken: ”Regionen har tagit fram ett förslag till strategi för åren 2027–2031.”"));
        Assert.That(text, Does.Contain("Artighet, s. 1, 51 tecken: ”Tack för ordet!”"));
        Assert.That(text, Does.Not.Contain("Karin Ekstam"));
        Assert.That(text, Does.Contain("Hänvisningen ”avsnitt 3.9” på s. 1 finns inte i remissversionen."));
    }

    [Test]
    public void Lists_refused_files_with_their_reason() =>
        Assert.That(Text(SampleData.Whole()), Does.Contain("| skadad.pdf | Filen skadad.pdf är skadad. Be avsändaren skicka den igen."));

    [Test]
    public void Leaves_a_private_persons_name_out_of_the_names_of_files()
    {
        SummaryInput input = SampleData.Whole() with
        {
            Refused = [new RefusedFile("Karin Ekstam.eml", new Remiss.Domain.Results.Phrase("Filen Karin Ekstam.eml är tom.", "The file Karin Ekstam.eml is empty."))],
        };
        Assert.That(Text(input), Does.Not.Contain("Ekstam").And.Contain("| [namn borttaget].eml | Filen [namn borttaget].eml är tom."));
        Assert.That(Text(input with { PrintPrivateNames = true }), Does.Contain("| Karin Ekstam.eml |"));
    }

    [Test]
    public void Leaves_a_private_persons_name_out_of_remarks_on_the_reading()
    {
        SummarisedResponse reply = new ReplyBuilder("1", "Siv Backlund").General("Bra.").Build();
        reply = reply with { Split = reply.Split with { Document = reply.Split.Document with { Remarks = [new Remiss.Domain.Results.Phrase("Bilagan Siv Backlund.pdf är tom.", "")] } } };
        Assert.That(Text(SampleData.Input(reply)), Does.Contain("Privatperson 1 (1): Bilagan [namn borttaget].pdf är tom."));
    }

    [Test]
    public void Lists_shared_passages_with_those_who_share_them() =>
        Assert.That(Text(SampleData.Whole()), Does.Contain("utan statligt stöd.” | ordagrant | 2 | Sjöbacka kommun 2.2, Ekhamra kommun 3.1"));

    [Test]
    public void Quotes_comments_even_when_a_theme_leaves_their_parts_out()
    {
        SummaryDocument document = SummaryComposer.Compose(SampleData.Whole(), SampleData.Theme with { Parts = [SummaryPart.Brief, SummaryPart.Bodies] });
        Assert.That(document.Blocks.OfType<QuoteBlock>().Count(), Is.EqualTo(11));
        Assert.That(document.Blocks.OfType<HeadingBlock>().Last(h => h.Level == 1).Text, Does.StartWith("Bilaga A"));
    }

    [Test]
    public void An_empty_consultation_has_a_summary_too() => Assert.That(Text(SampleData.Input()), Does.Contain("Inga remissvar har kommit in."));

    [Test]
    public void The_same_input_gives_the_same_document()
    {
        string first = Text(SampleData.Whole());
        Assert.That(Text(SampleData.Whole()), Is.EqualTo(first));
    }

    [Test]
    public void A_row_of_the_table_says_all_that_a_chapter_says_of_a_comment()
    {
        string text = Text(SampleData.Whole() with { Order = SummaryOrder.AsTable, AcceptThreshold = 0.7 });
        Assert.That(text, Does.Contain("| 1.3 | Norrviks kommun | avsnitt 3.1–3.4 | ”gemensamma standarder i hela länet” (s. 1 i svaret; punkt under meningen ”Kommunen stödjer målen och vill lyfta behovet av:”) | ○ ej angivet"));
        Assert.That(text, Does.Contain("| 1.5 | Norrviks kommun | avsnitt 3.2 (3.2 p. 4) |"));
        Assert.That(text, Does.Contain("| 2.3 | Sjöbacka kommun | avsnitt 3.5 (avsnittet är ett godtaget förslag (troligt, 71\u00A0%)) |"));
        Assert.That(Text(SampleData.Whole() with { Order = SummaryOrder.AsTable }), Does.Contain("| 2.3 | Sjöbacka kommun | avsnittet är inte bestämt (förslag, räknas inte: 3.5 Digital kompetens"));
    }

    [Test]
    public void Chapters_of_bodies_hold_their_comments_in_the_order_of_the_reply()
    {
        string text = Text(SampleData.Whole() with { Order = SummaryOrder.ByBody });
        Assert.That(text, Does.Match("(?s)## 2 Sjöbacka kommun\nStällningstagande till helheten: ▼A avstyrker\n.*Synpunkt 2\\.1 · avsnitt 3\\.4.*Synpunkt 2\\.2.*Synpunkt 2\\.3 · avsnittet är inte bestämt.*## 3 Ekhamra"));
    }

    [Test]
    public void Does_not_wonder_at_the_little_text_of_a_body_without_objections() =>
        Assert.That(Text(SampleData.Whole()), Does.Not.Contain("mindre än en tredjedel"));

    [Test]
    public void Tells_what_to_check_while_it_is_a_draft()
    {
        string text = Text(SampleData.Whole());
        Assert.That(text, Does.Contain("## Att kontrollera\n  * 1 fil gick inte att läsa och finns inte med i sammanställningen: skadad.pdf. Se bilaga A (s. ##)."));
        Assert.That(text, Does.Contain("  * 2 synpunkter saknar avsnitt."));
        Assert.That(text, Does.Contain("1 svar är daterat efter sista svarsdag: Sjöbacka kommun."));
        Assert.That(Text(SampleData.Whole() with { IsDraft = false }), Does.Not.Contain("Att kontrollera"));
    }

    [Test]
    public void Marks_a_draft_and_only_a_draft()
    {
        Assert.That(Compose(SampleData.Whole()).DraftMark, Is.EqualTo("UTKAST"));
        SummaryDocument final = Compose(SampleData.Whole() with { IsDraft = false });
        Assert.That(final.DraftMark, Is.Null);
        Assert.That(final.Blocks.OfType<CoverBlock>().Single().Mark, Is.Null);
    }

    [Test]
    public void Prints_the_page_number_that_the_reply_prints()
    {
        SummarisedResponse reply = new ReplyBuilder("1", "Norrviks kommun").NewPage().NewPage().General("Bra.").Build();
        reply = reply with { Split = reply.Split with { Document = reply.Split.Document with { Pages = new PageMap([0, 0, 0], -1) } } };
        Assert.That(Text(SampleData.Input(reply)), Does.Contain("synpunkt 1.1 · s. 2 i svaret"));
    }

    private static TableBlock Matrix(SummaryDocument document) => document.Blocks.OfType<TableBlock>().First(t => t.UprightHeaders);

    private static IEnumerable<SummaryBlock> Chapter(SummaryDocument document, string number) => document.Blocks
        .SkipWhile(b => b is not HeadingBlock h || !h.Text.StartsWith(number + " ", StringComparison.Ordinal)).Skip(1)
        .TakeWhile(b => b is not HeadingBlock);

    private static SummaryDocument Compose(SummaryInput input) => SummaryComposer.Compose(input, SampleData.Theme);

    private static string Text(SummaryInput input) => SummaryText.Flatten(Compose(input));
}
