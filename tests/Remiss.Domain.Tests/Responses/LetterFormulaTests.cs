using Remiss.Domain.Responses;

namespace Remiss.Domain.Tests.Responses;

/// <summary>What stands around the comments of a letter: its subject line, its greetings, its closing.</summary>
internal sealed class LetterFormulaTests
{
    [TestCase("Svar på remiss: Plan för Mittsund 2032–2040, dnr RM 2031/00418\nTack för möjligheten att lämna synpunkter. Vi tillstyrker förslaget om hamnar.")]
    [TestCase("Svar på remiss: Plan för Mittsund 2032–2040, dnr RM 2031/00418 Tack för möjligheten att lämna synpunkter. Vi tillstyrker förslaget om hamnar.")]
    [TestCase("Angående samråd om planen för\nhamnarna i Mittsund\nTack för möjligheten att lämna synpunkter. Vi tillstyrker förslaget om hamnar.")]
    public void A_subject_line_right_above_the_letter_is_no_part_of_the_comment(string text)
    {
        var split = Replies.Split("Ekhamra kommun\nDatum 2032-03-04\n\n" + text + "\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Tack för möjligheten att lämna synpunkter. Vi tillstyrker förslaget om hamnar." }));
    }

    [Test]
    public void A_sentence_that_begins_like_a_subject_line_stays_whole()
    {
        const string Text = "Angående farlederna är det viktigt för hela länet och\nHamnverket bör få ansvar för dem.";
        Assert.That(Replies.Comments(Replies.Split(Text)), Is.EqualTo(new[] { Text.Replace('\n', ' ') }));
    }

    [TestCase("Kommunen ser fram emot det fortsatta arbetet.")]
    [TestCase("Rådet deltar gärna i det fortsatta arbetet med planen.")]
    [TestCase("Ekhamra kommun ser fram emot en fortsatt dialog om hur planen ska genomföras.")]
    [TestCase("Här kommer svaret från Norra Ekhamras kommunalförbund.")]
    [TestCase("Hej!")]
    [TestCase("Med vänlig hälsning")]
    public void A_friendly_word_is_courtesy(string words)
    {
        var split = Replies.Split($"Synpunkter\n\nVi tillstyrker förslaget om hamnar.\n\n{words}\n\nVi avstyrker förslaget om avgift.\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Vi tillstyrker förslaget om hamnar.", "Vi avstyrker förslaget om avgift." }));
        Assert.That(Replies.KindAt(split, words), Is.Not.EqualTo(LedgerKind.Comment));
    }

    [TestCase("Kommunen ser fram emot det fortsatta arbetet men saknar en tidsplan.")]
    [TestCase("Kommunen ser fram emot att avgiften tas bort.")]
    public void A_friendly_word_with_something_to_say_is_a_comment(string words) =>
        Assert.That(Replies.Comments(Replies.Split($"Synpunkter\n\n{words}\n")), Is.EqualTo(new[] { words }));

    [Test]
    public void A_letterhead_below_a_covering_note_is_no_comment()
    {
        var split = Replies.Split("Hej!\n\nHär kommer svaret från Ekhamra kommun.\n\nEkhamra kommun\n\nDiarienummer KS 2032/782 Er referens RM 2031/00418\n\nSynpunkter\n\nVi tillstyrker förslaget om hamnar.\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Vi tillstyrker förslaget om hamnar." }));
        Assert.That((split.RegistrationNumber, split.ConsultationRegistrationNumber), Is.EqualTo(("KS 2032/782", "RM 2031/00418")));
    }

    [Test]
    public void A_clause_that_only_opens_a_list_is_the_points_lead_in()
    {
        var split = Replies.Split("Avsnitt 3.2 Näringslivets behov\nFör att målen ska nås efterfrågar kommunen:\n• stöd till varv\n• fler kajplatser\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "stöd till varv", "fler kajplatser" }));
        Assert.That(split.Comments.Select(c => c.LeadIn?.In(split.Document.Text)), Is.All.EqualTo("För att målen ska nås efterfrågar kommunen:"));
    }

    [TestCase("Till Region Mittsund, dnr RM 2031/77. Björkliden den 1 oktober 2032.", LedgerKind.DecisionFormality)]
    [TestCase("Till Region Mittsund, dnr RM 2031/77.", LedgerKind.DecisionFormality)]
    [TestCase("Kommunstyrelsen har beslutat om yttrandet den 5 oktober 2032, § 112.", LedgerKind.DecisionFormality)]
    [TestCase("Ekhamra kommun lämnar sina synpunkter i tabellen nedan.", LedgerKind.Courtesy)]
    public void An_address_a_decision_and_a_pointer_to_the_table_are_no_comments(string words, LedgerKind kind)
    {
        var split = Replies.Split($"Synpunkter\n\nVi tillstyrker förslaget om hamnar.\n\n{words}\n\nVi avstyrker förslaget om avgift.\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Vi tillstyrker förslaget om hamnar.", "Vi avstyrker förslaget om avgift." }));
        Assert.That(Replies.KindAt(split, words), Is.EqualTo(kind));
    }

    [Test]
    public void A_section_named_twice_counts_once_also_without_the_document()
    {
        var split = Replies.Split("Vi har läst avsnitt 3.1 men vill se mer av det. Kommunen tillstyrker avsnitt 3.1.");
        Assert.That(split.Comments.Select(Replies.Numbers), Has.None.Contains(","));
        Assert.That(split.Comments[^1].Tags, Has.Length.EqualTo(1));
    }

    [Test]
    public void The_number_in_the_address_is_the_consultations()
    {
        var split = Replies.Split("Synpunkter\n\nVi tillstyrker förslaget om hamnar.\n\nTill Region Mittsund, dnr RM 2031/77. Björkliden den 1 oktober 2032.\n");
        Assert.That((split.RegistrationNumber, split.ConsultationRegistrationNumber), Is.EqualTo(((string?)null, "RM 2031/77")));
    }
}
