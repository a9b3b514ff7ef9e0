using Remiss.Domain.Responses;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Tests.Responses;

internal sealed class LetterheadTests
{
    [TestCase("Norrviks och Sjöbacka kommuner lämnar ett gemensamt svar.", "Norrviks kommun|Sjöbacka kommun")]
    [TestCase("Kommunerna Norrvik, Ekhamra och Sjöbacka har tagit fram ett gemensamt yttrande.", "Norrviks kommun|Ekhamra kommun|Sjöbacka kommun")]
    [TestCase("Norrviks kommun och Region Mittsund lämnar ett gemensamt yttrande.", "Norrviks kommun|Region Mittsund")]
    public void A_joint_reply_has_several_senders(string text, string senders) =>
        Assert.That(Replies.Split(text + "\n\nVi tillstyrker förslaget.\n").Senders, Is.EqualTo(senders.Split('|')));

    [TestCase("EKHAMRA KOMMUN\nKommunstyrelsen\n\nRegion Mittsund\nBox 1\n\nEkhamra kommun ställer sig positiv till planen.", "Ekhamra kommun")]
    [TestCase("Region Mittsund\n\nYttrande över plan\n\nVi tillstyrker planen.", "Region Mittsund")]
    [TestCase("Region Mittsund\nBox 1\n\nBjörklidens kommuns yttrande över planen\n\nKommunen tillstyrker planen.", "Björklidens kommun")]
    [TestCase("Havsverket (HV) har getts möjlighet att svara.\n\nHV tillstyrker planen.\n\nHV anser att den är bra.", "Havsverket")]
    [TestCase("Därför välkomnar Sjöbacka kommun förslagen.", "Sjöbacka kommun")]
    [TestCase("Sammanfattning\n\nRegion Mittsund har tagit fram en plan. Björklidens kommun har fått möjlighet att svara och tillstyrker den.", "Björklidens kommun")]
    [TestCase("Länsstyrelsen i Mittsunds län har beretts tillfälle att svara.\n\nLänsstyrelsen tillstyrker planen. Länsstyrelsen anser att den är bra.", "Länsstyrelsen i Mittsunds län")]
    [TestCase("Förslaget är bra.", null)]
    public void Finds_who_speaks_and_not_who_is_spoken_to(string text, string? sender) =>
        Assert.That(Replies.Split(text).Organisation, Is.EqualTo(sender));

    [TestCase("Ekhamra kommun, Sjöbacka kommun och Norrviks kommun lämnar ett gemensamt yttrande.", "Ekhamra kommun|Sjöbacka kommun|Norrviks kommun")]
    [TestCase("Yttrandet lämnas gemensamt av Ekhamra kommun och Region Mittsund.", "Ekhamra kommun|Region Mittsund")]
    public void A_joint_reply_loses_none_of_its_senders(string text, string senders) =>
        Assert.That(Replies.Split(text + "\n\nVi tillstyrker förslaget.\n").Senders, Is.EqualTo(senders.Split('|')));

    [Test]
    public void Bodies_that_the_text_only_gives_as_examples_are_no_senders() =>
        Assert.That(Replies.Split("Björklidens kommun tillstyrker planen.\n\nSamarbetet mellan Ekhamra kommun och Sjöbacka kommun visar vägen.\n").Senders, Is.EqualTo(new[] { "Björklidens kommun" }));

    [TestCase("Norra Mittsunds kommunalförbund\n\nRegion Mittsund\n\nYttrande över plan\n\nFörbundet tillstyrker planen. Förbundet anser att den är bra.", "Norra Mittsunds kommunalförbund")]
    [TestCase("Mittsunds högskola\n\nRegion Mittsund\n\nYttrande över plan\n\nVi tillstyrker planen.", "Mittsunds högskola")]
    [TestCase("Till\nRegion Mittsund\n\nYttrande över plan\n\nVi tillstyrker planen.\n\nFör Byalagsrådet i Ekhamra\nEva Ek", "Byalagsrådet i Ekhamra")]
    [TestCase("Seniorrådet i Ekhamra\n\nRegion Mittsund\n\nYttrande över plan\n\nSeniorrådet tillstyrker planen. Seniorrådet anser att den är bra.", "Seniorrådet i Ekhamra")]
    [TestCase("Länsstyrelsen i Mittsunds län\nDnr 401-22-2031\n\nYttrande över plan\n\nLänsstyrelsen tillstyrker planen. Länsstyrelsen anser att den är bra.", "Länsstyrelsen i Mittsunds län")]
    [TestCase("Hej!\n\nHär kommer svaret från Södra Ekhamras kommunalförbund.\n\nRegion Mittsund har skickat ut en plan. Vi tillstyrker planen.", "Södra Ekhamras kommunalförbund")]
    [TestCase("Yttrande över plan\n\nRegion Mittsund har tagit fram en plan. Förbundet tillstyrker planen. Förbundet anser att den är bra.", "Förbundet")]
    public void The_fullest_name_wins_and_the_addressee_loses(string text, string sender) =>
        Assert.That(Replies.Split(text).Organisation, Is.EqualTo(sender));

    [Test]
    public void The_body_that_asks_is_never_the_sender_for_its_name_alone()
    {
        var tree = new SectionTree("Plan för Region Mittsund", [Replies.Strategy.Sections[0] with { Text = "Region Mittsund leder. Region Mittsund följer upp. Region Mittsund betalar." }]);
        const string Letter = "Region Mittsund\n\nYttrande över plan\n\nVi tillstyrker planen.\n";
        Assert.That(Replies.Split(Letter).Organisation, Is.EqualTo("Region Mittsund"));
        Assert.That(Replies.Split(Letter, new SplitContext(tree)).Organisation, Is.Null);
    }

    [TestCase("Dnr: 32KS77", "32KS77", null)]
    [TestCase("Diarienummer KS/2031:298 - 001", "KS/2031:298 - 001", null)]
    [TestCase("Dnr 3.1-4788-2031", "3.1-4788-2031", null)]
    [TestCase("Ärendenr: NV-05012-31", "NV-05012-31", null)]
    [TestCase("Ert dnr 31RS90\nVårt dnr KS 2031/56", "KS 2031/56", "31RS90")]
    [TestCase("Yttrande över promemorian Nya hamnar (Fi2031/02568/K)", null, "Fi2031/02568/K")]
    [TestCase("Svar på remiss om regional plan dnr31RS90", null, "31RS90")]
    [TestCase("Datum        Diarienummer\n2031-05-14   KS 2031/0345-2", "KS 2031/0345-2", null)]
    [TestCase("Här kommer vårt svar på remissen (dnr RS 2031-455).", null, "RS 2031-455")]
    [TestCase("Universitetet lämnar följande synpunkter. Dnr SU FV-3249-31.", "SU FV-3249-31", null)]
    [TestCase("Rapportnummer: N2031/1927/ITP", null, "N2031/1927/ITP")]
    public void Tells_whose_a_registration_number_is(string head, string? own, string? theirs)
    {
        var split = Replies.Split(head + "\n\nSynpunkter\n\nVi tillstyrker förslaget om hamnar.\n");
        Assert.That((split.RegistrationNumber, split.ConsultationRegistrationNumber), Is.EqualTo((own, theirs)));
    }

    [Test]
    public void A_number_of_another_document_in_the_text_is_nobodys()
    {
        var split = Replies.Split("Synpunkter\n\nVi anser att datastrategin (dnr I2031/02739) bör följas.\n");
        Assert.That((split.RegistrationNumber, split.ConsultationRegistrationNumber), Is.EqualTo(((string?)null, (string?)null)));
    }

    [TestCase("Datum: 2032-03-04", "2032-03-04")]
    [TestCase("Stockholm den 12 oktober 2031", "2031-10-12")]
    [TestCase("Remiss av plan. Svar senast 11 oktober 2031\nDatum 2031-09-30", "2031-09-30")]
    [TestCase("Ert datum 2031-08-01\n2031-09-30", "2031-09-30")]
    [TestCase("Svar senast 11 oktober 2031", null)]
    [TestCase("Datum 2031-02-31", null)]
    public void The_day_of_the_reply_is_not_its_deadline(string head, string? date)
    {
        var split = Replies.Split(head + "\n\nSynpunkter\n\nVi tillstyrker förslaget om hamnar.\n");
        Assert.That(split.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(date));
    }

    [Test]
    public void Reads_the_decision()
    {
        var split = Replies.Split("Vi tillstyrker förslaget om hamnar.\n\nBeslutet har fattats av kommunstyrelsen den 3 mars 2032, § 45.\n");
        Assert.That(split.Decision, Is.EqualTo(new Decision("kommunstyrelsen", "§ 45", new DateOnly(2032, 3, 3))));
    }

    [TestCase("Socialnämnden beslutade den 4 mars, § 45, att lämna yttrandet.", "Socialnämnden", "§ 45", "2032-03-04")]
    [TestCase("Kommunstyrelsens arbetsutskott beslutade den 20 december, § 7, att lämna yttrandet.", "Kommunstyrelsens arbetsutskott", "§ 7", "2031-12-20")]
    [TestCase("Barn- och utbildningsnämnden godkände den 4 mars 2032 svaret.", "Barn- och utbildningsnämnden", null, "2032-03-04")]
    public void A_sentence_of_decision_is_no_comment_and_takes_its_year_from_the_reply(string sentence, string board, string? paragraph, string date)
    {
        var split = Replies.Split($"Datum 2032-03-05\n\nSynpunkter\n\nVi tillstyrker förslaget om hamnar.\n\n{sentence}\n");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Vi tillstyrker förslaget om hamnar." }));
        Assert.That(split.Decision, Is.EqualTo(new Decision(board, paragraph, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [TestCase("Ekhamra kommun\nKommunstyrelsen\nPROTOKOLLSUTDRAG\nSammanträdesdatum 2032-03-04\n\n§ 117 Svar på remiss om hamnar", "Kommunstyrelsen", "§ 117", "2032-03-04")]
    [TestCase("Kommunstyrelsen 2032-03-04 § 112\n\nSvar på remiss om hamnar", "Kommunstyrelsen", "§ 112", "2032-03-04")]
    [TestCase("KS § 107\n\nSvar på remiss om hamnar", "KS", "§ 107", null)]
    public void The_head_of_minutes_tells_the_decision(string head, string board, string paragraph, string? date)
    {
        var split = Replies.Split(head + "\n\nEkhamra kommun tillstyrker förslaget om hamnar.\n");
        DateOnly? day = date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(split.Decision, Is.EqualTo(new Decision(board, paragraph, day)));
    }

    [Test]
    public void A_common_noun_that_begins_sentences_is_no_sender()
    {
        const string Again = "Kompetensutvecklingen är en stor fråga. Kompetensutvecklingen har länge saknat pengar. ";
        var split = Replies.Split("EKHAMRA KOMMUN\nDatum 2032-03-04\n\nSynpunkter\n\n" + Again + "\n\n" + Again + Again + "\n\n" + Again + "\n");
        Assert.That(split.Organisation, Is.EqualTo("Ekhamra kommun"));
        Assert.That(Replies.Split("Synpunkter\n\n" + Again + Again).Organisation, Is.Null);
    }

    [Test]
    public void A_name_of_several_words_that_answers_is_the_sender() =>
        Assert.That(Replies.Split("Hej!\n\nFöreningen Bynät Ekhamra lämnar följande synpunkter på förslaget.\n\nVi tillstyrker förslaget om hamnar.").Organisation, Is.EqualTo("Föreningen Bynät Ekhamra"));
}
