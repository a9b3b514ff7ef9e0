using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Tagging;

namespace Remiss.Domain.Tests.Tagging;

[TestFixture]
internal sealed class SectionRankerTests
{
    private static Section Part(string number, string title, string text, params string[] items) => new()
    {
        Id = new SectionId(number),
        Number = number,
        Title = title,
        Level = number.Split('.').Length,
        PageFrom = 1,
        PageTo = 1,
        Text = text,
        Items = [.. items.Select((item, i) => new SectionItem(i + 1, null, item, 1))],
    };

    private static Section Unnumbered(string title, int level, string text) =>
        Part($"{title}/{text}", title, text) with { Number = null, Level = level };

    private static readonly SectionTree Strategy = new("Strategi för Region Mittsund",
    [
        Part("1", "Inledning", "Strategin gäller för Region Mittsund i sex år. Den handlar om bredband, tåg, skog, vårdcentraler och klimat, och följs upp varje år."),
        Part("2", "Ett hållbart län", string.Empty),
        Part("2.1", "Bredband i hela länet", "Fibernät ska nå landsbygden. Statligt stöd söks för hushåll där marknaden inte bygger. Master för mobiltelefoni samordnas.",
            "Utbyggnad av fiber till nittio procent av hushållen"),
        Part("2.2", "Resor med tåg och buss", "Trafiken ska gå oftare på kvällar och helger. Biljetter gäller över länsgränsen. Hållplatser byggs om så att alla kan stiga på."),
        Part("2.3", "Skog och klimat", "Skogens kolförråd ska öka. Markägare får rådgivning om hyggesfritt skogsbruk och om återvätning av torvmark."),
        Part("3", "God vård nära", "Vårdcentralerna får jour på kvällar. Digitala besök erbjuds i hela länet, och äldre får fast läkarkontakt.",
            "Fast läkarkontakt för alla över sjuttiofem år"),
        Part("4", "Uppföljning", "Regionstyrelsen redovisar mått och avvikelser en gång om året till fullmäktige."),
    ]);

    private static readonly SectionRanker Ranker = new(Strategy);

    private static string? First(string text, SectionRanker? ranker = null) => (ranker ?? Ranker).Rank(text)[0].Section.Number;

    [TestCase("Sjöbacka kommun vill att biljetterna ska gälla på bussar i grannlänet.", "2.2")]
    [TestCase("Stödet till hushåll som marknaden inte når med fiber är för lågt.", "2.1")]
    [TestCase("Återvätta torvmarker ger störst klimatnytta.", "2.3")]
    [TestCase("Björklidens kommun ställer sig bakom att äldre får en fast läkare.", "3")]
    [TestCase("Redovisningen till fullmäktige borde ske oftare än en gång om året.", "4")]
    public void Finds_the_section_that_a_remark_is_about(string remark, string number) => Assert.That(First(remark), Is.EqualTo(number));

    [Test]
    public void Finds_a_compound_by_a_part_and_a_part_by_its_compound()
    {
        Assert.That(First("Fiberutbyggnaden går för långsamt."), Is.EqualTo("2.1"));
        Assert.That(First("Vi saknar telefoni i fjällen."), Is.EqualTo("2.1"));
    }

    // One word each, and with no letters in common with the rest of the document.
    [TestCase("torvrnarker", "2.3", Description = "rn for m")]
    [TestCase("mobiltelcfoni", "2.1", Description = "c for e")]
    [TestCase("avvikeser", "4", Description = "a letter lost")]
    public void Finds_words_that_machine_reading_has_damaged(string damaged, string number) => Assert.That(First(damaged), Is.EqualTo(number));

    [Test]
    public void Title_and_points_weigh_more_than_running_text()
    {
        var tree = new SectionTree("x",
        [
            Part("1", "Vatten", "Simhallar byggs i tre städer och drivs av föreningar med bidrag."),
            Part("2", "Simhallar", "Vatten leds i rör till tre städer och renas av bolag med bidrag."),
            Part("3", "Bygder", "Vägar plogas av föreningar med bidrag i tre städer.", "Isbanor spolas"),
            Part("4", "Idrott", "Isbanor i tre städer sköts av bolag. Vägar plogas."),
        ]);
        var ranker = new SectionRanker(tree);
        Assert.That(First("Simhallar behövs.", ranker), Is.EqualTo("2"));
        Assert.That(First("Isbanor behövs.", ranker), Is.EqualTo("3"));
    }

    [TestCase("Lagtext")]
    [TestCase("Författningskommentar")]
    public void Law_text_and_its_commentary_stand_back_for_the_matter_itself(string title)
    {
        const string matter = "En sanktionsavgift tas ut av den som bryter mot kravet på kreditprövning av konsumenter.";
        var tree = new SectionTree("x",
        [
            Part("1", title, $"{matter} {matter}"),
            Part("2", "Påföljder", $"{matter} Varningar har hittills använts i tolv fall, med föga verkan enligt tillsynen."),
            Part("3", "Övrigt", "Inget ändras i fråga om myndighetens organisation och dess medel."),
        ]);
        Assert.That(First("En sanktionsavgift för bristande kreditprövning är för hård.", new SectionRanker(tree)), Is.EqualTo("2"));
    }

    [Test]
    public void Tells_a_proposal_from_an_assessment()
    {
        var tree = new SectionTree("x",
        [
            Part("1", "Avgifter", "Utredningens förslag: Avgiften sänks. Den bedömning som görs vilar på en äldre bedömning av bolagen."),
            Part("2", "Register", "Utredningens bedömning: Registret behöver inte ändras. Ett förslag lades för tio år sedan, och ett förslag i fjol."),
            Part("3", "Tillsyn", "Tillsynen ligger kvar hos länsstyrelsen i Ekhamra."),
        ]);
        var ranker = new SectionRanker(tree);
        Assert.That(First("Bedömningen delas.", ranker), Is.EqualTo("2"));
        Assert.That(First("Förslaget delas.", ranker), Is.EqualTo("1"));
    }

    [Test]
    public void A_section_that_announces_a_proposal_goes_before_one_that_does_not()
    {
        var tree = new SectionTree("x",
        [
            Part("1", "Hamnar", "Hamnen i Ekhamra muddras vart tredje år av staten, och farleden märks ut."),
            Part("2", "Hamnar", "Utredningens förslag: Hamnen i Ekhamra muddras vart tredje år av staten, och farleden märks ut."),
        ]);
        Assert.That(First("Muddra hamnen.", new SectionRanker(tree)), Is.EqualTo("2"));
    }

    [Test]
    public void Is_sure_where_much_points_one_way() =>
        Assert.That(Ranker.Rank("Markägare behöver rådgivning om hyggesfritt skogsbruk och återvätning av torvmark.")[0].Confidence, Is.GreaterThan(0.8));

    [TestCase("Norrviks kommun tillstyrker förslaget.", Description = "no subject")]
    [TestCase("Bra!", Description = "no words")]
    [TestCase("Länet.", Description = "one word, in several sections")]
    [TestCase("Master och hållplatser och torvmark.", Description = "a tie")]
    [TestCase("The quick brown fox.", Description = "another language")]
    [TestCase("", Description = "nothing")]
    public void Abstains_where_it_would_guess(string text)
    {
        Assert.That(Ranker.Rank(text)[0].Confidence, Is.LessThan(0.8));
        Assert.That(Ranker.Suggest(text).Count(t => t.Confidence >= 0.8), Is.Zero);
    }

    [Test]
    public void Never_stands_on_one_word_alone() => Assert.That(Ranker.Rank("Hållplatser!")[0].Confidence, Is.LessThanOrEqualTo(0.5));

    [Test]
    public void Suggestions_are_marked_so_and_stand_in_document_order()
    {
        ImmutableArray<SectionTag> tags = Ranker.Suggest("Trafiken på kvällar och helger och biljetter över länsgränsen, och jour på vårdcentralerna på kvällar.");
        Assert.Multiple(() =>
        {
            Assert.That(tags, Is.Not.Empty.And.Length.LessThanOrEqualTo(3));
            Assert.That(tags.Select(t => t.How), Is.All.EqualTo(TagSource.Suggested));
            Assert.That(tags.Select(t => Strategy.IndexOf(t.Section!.Value)), Is.Ordered);
            Assert.That(tags.Select(t => t.Number), Does.Contain("2.2"));
        });
    }

    [Test]
    public void Suggests_nothing_for_words_the_document_does_not_have() => Assert.That(Ranker.Suggest("Zebror, giraffer, pingviner."), Is.Empty);

    [TestCase("Det är värdefullt att länet får en gemensam riktning i sex år, och att den följs upp varje år i Region Mittsund.", Description = "only an overview has the words")]
    [TestCase("Norrviks kommun tackar för möjligheten att lämna synpunkter på strategi för Region Mittsund och tillstyrker strategin.", Description = "only the document's title has them")]
    public void Is_not_sure_of_a_general_remark(string remark) => Assert.That(Ranker.Rank(remark)[0].Confidence, Is.LessThanOrEqualTo(0.5));

    [TestCase("Inledning")]
    [TestCase("Förord")]
    [TestCase("Sammanfattning")]
    public void Is_never_sure_of_an_overview(string title)
    {
        const string text = "Hamnen i Ekhamra muddras, farleden märks ut, kajerna lagas, kranarna byts och slussen öppnas.";
        Section[] others = [Part("2", "Skolor", "Skolskjutsar går varje dag."), Part("3", "Vård", "Vårdcentralerna har jour på kvällar.")];
        double Confidence(string heading) => new SectionRanker(new SectionTree("x", [Part("1", heading, text), .. others])).Rank(text)[0].Confidence;
        Assert.Multiple(() =>
        {
            Assert.That(Confidence("Hamnar"), Is.GreaterThan(0.8));
            Assert.That(Confidence(title), Is.LessThanOrEqualTo(0.5));
        });
    }

    [Test]
    public void Words_that_stand_in_most_sections_are_no_evidence()
    {
        var tree = new SectionTree("x",
        [
            Part("1", "Hamnar", "Bidrag till kommuner för muddring."),
            Part("2", "Skolor", "Bidrag till kommuner för skolskjuts."),
            Part("3", "Vård", "Bidrag till kommuner för jour. Bidrag och kommuner."),
            Part("4", "Skog", "Återvätning av torvmark."),
        ]);
        Assert.That(new SectionRanker(tree).Rank("Bidrag till kommuner.").Select(s => s.Confidence), Is.All.Zero);
    }

    [Test]
    public void Names_the_numbered_section_for_a_part_without_a_number()
    {
        var tree = new SectionTree("x",
        [
            Part("3", "Mål", string.Empty),
            Part("3.1", "Ett öppet län", string.Empty),
            Unnumbered("Insyn i ärenden", 3, "Invånare ska kunna följa sina ärenden och lämna synpunkter på planer."),
            Unnumbered("Öppna data", 3, "Datamängder publiceras så att forskare kan bygga vidare på dem."),
            Part("3.2", "Tryggt åldrande", string.Empty),
            Unnumbered("Teknik i hemmet", 3, "Trygghetslarm och nattlig tillsyn med kamera erbjuds äldre."),
        ]);
        var ranker = new SectionRanker(tree);
        SectionRanker taught = ranker.WithConfirmed([("Cykelvägar och gångbanor behöver snöröjas.", tree.Sections[5].Id)]);
        Assert.Multiple(() =>
        {
            Assert.That(First("Forskare behöver datamängder som publiceras ofta.", ranker), Is.EqualTo("3.1"));
            Assert.That(First("Nattlig tillsyn med kamera kräver samtycke.", ranker), Is.EqualTo("3.2"));
            Assert.That(First("Snöröjas bör cykelvägar och gångbanor.", taught), Is.EqualTo("3.2"));
            Assert.That(ranker.Rank("Vad som helst.").Select(s => s.Section.Number), Is.EquivalentTo(new[] { "3", "3.1", "3.2" }));
        });
    }

    [Test]
    public void Names_the_area_in_a_document_without_numbers()
    {
        var tree = new SectionTree("x",
        [
            Unnumbered("Områden", 1, string.Empty),
            Unnumbered("Bredband", 2, "Nät i glesbygd."),
            Unnumbered("Åtgärder", 3, "Master samordnas och fiber grävs ned."),
            Unnumbered("Vård", 2, "Digitala besök."),
            Unnumbered("Åtgärder", 3, "Trygghetslarm byts ut."),
        ]);
        Assert.That(new SectionRanker(tree).Rank("Fiber grävs ned för sällan, och master samordnas inte.")[0].Section.Title, Is.EqualTo("Bredband"));
    }

    [Test]
    public void One_confirmed_remark_on_another_matter_changes_nothing()
    {
        const string remark = "Trafiken på kvällar och helger är för gles.";
        SectionRanker taught = Ranker.WithConfirmed([("Jouren på kvällar och helger ger äldre trygghet i Norrvik.", new SectionId("3"))]);
        Assert.That(taught.Rank(remark).Select(s => (s.Section.Number, s.Confidence)), Is.EqualTo(Ranker.Rank(remark).Select(s => (s.Section.Number, s.Confidence))));
    }

    [Test]
    public void Learns_from_what_a_person_confirmed()
    {
        const string remark = "Distansarbete på caféer och bibliotek borde prövas i Norrvik.";
        SectionRanker taught = Ranker.WithConfirmed([("Vi vill se distansarbete från caféer och på bibliotek.", new SectionId("2.1"))]);
        Assert.Multiple(() =>
        {
            Assert.That(Ranker.Rank(remark)[0].Confidence, Is.LessThan(0.5));
            Assert.That(First(remark, taught), Is.EqualTo("2.1"));
            Assert.That(taught.Rank(remark)[0].Confidence, Is.GreaterThan(0.5));
        });
    }

    [Test]
    public void What_was_confirmed_outweighs_the_wording_of_the_document_when_it_is_much_alike()
    {
        const string remark = "Laddstolpar vid hållplatser behövs för pendlare på kvällar.";
        Assert.That(First(remark), Is.EqualTo("2.2"));
        SectionRanker taught = Ranker.WithConfirmed([("Pendlare behöver laddstolpar vid hållplatser på kvällar.", new SectionId("2.3"))]);
        Assert.That(First(remark, taught), Is.EqualTo("2.3"));
    }

    [Test]
    public void Teaching_leaves_other_remarks_and_the_first_ranker_as_they_were()
    {
        const string other = "Fast läkarkontakt för äldre är bra.";
        ImmutableArray<SectionSuggestion> before = Ranker.Rank(other);
        SectionRanker taught = Ranker
            .WithConfirmed([("Laddstolpar vid hållplatser.", new SectionId("2.3")), ("Vad som helst.", new SectionId("finns inte"))])
            .WithConfirmed([("Äldre vill ha fast läkarkontakt i närheten.", new SectionId("3"))]);
        Assert.That(taught.Rank(other)[0].Section.Number, Is.EqualTo("3"));
        Assert.That(taught.Rank(other)[0].Confidence, Is.GreaterThanOrEqualTo(before[0].Confidence));
        Assert.That(Ranker.Rank(other), Is.EqualTo(before));
    }

    [Test]
    public void An_empty_document_gives_an_empty_ranking()
    {
        var empty = new SectionRanker(new SectionTree("x", []));
        Assert.That(empty.Rank("Fiber på landsbygden"), Is.Empty);
        Assert.That(empty.Suggest("Fiber på landsbygden"), Is.Empty);
        Assert.That(empty.WithConfirmed([("Fiber", new SectionId("1"))]).Rank("Fiber"), Is.Empty);
    }

    [Test]
    public void The_same_text_always_gives_the_same_ranking()
    {
        const string text = "Biljetter, fiber och skog på kvällar i hela länet.";
        Assert.That(new SectionRanker(Strategy).Rank(text), Is.EqualTo(Ranker.Rank(text)));
    }

    [Test]
    public void Ranks_any_text_against_any_document() => Prop.ForAll<string?[]?, string?[]?, string?>((titles, texts, query) =>
    {
        string?[] given = texts is { Length: > 0 } ? texts : [null];
        ImmutableArray<Section> sections =
        [
            .. (titles ?? []).Select((title, i) => Part("1", title ?? string.Empty, given[i % given.Length] ?? string.Empty) with { Level = 1 + (i % 3) }),
        ];
        string text = query ?? string.Join(' ', given);
        var ranker = new SectionRanker(new SectionTree("x", sections)).WithConfirmed([(text, new SectionId("1"))]);
        return IsSound(ranker.Rank(text), sections.Length) && IsSound(ranker.Rank(string.Join(' ', titles ?? [])), sections.Length);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Ranks_any_mixture_of_the_documents_own_words()
    {
        string[] words = [.. Strategy.Sections.SelectMany(s => $"{s.Title} {s.Text}".Split(' '))];
        Prop.ForAll<ushort[]?>(picks =>
        {
            string text = string.Join(' ', (picks ?? []).Select(p => words[p % words.Length]));
            return IsSound(Ranker.Rank(text), Strategy.Sections.Length);
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Takes_ten_million_letters_on_one_line()
    {
        string text = string.Concat(Enumerable.Repeat("fibernät på landsbygden ", 10_000_000 / 24));
        Assert.That(First(text), Is.EqualTo("2.1"));
        Assert.That(Ranker.Rank(new string('a', 10_000_000)).Select(s => s.Confidence), Is.All.Zero);
    }

    private static bool IsSound(ImmutableArray<SectionSuggestion> ranking, int sections) =>
        ranking.Length == sections
        && ranking.All(s => s.Confidence is >= 0 and <= 1)
        && ranking.Zip(ranking.Skip(1)).All(pair => pair.First.Confidence >= pair.Second.Confidence)
        && ranking.Sum(s => s.Confidence) <= 1 + 1e-9
        && ranking.Select(s => s.Section).Distinct(ReferenceEqualityComparer.Instance).Count() == sections;
}
