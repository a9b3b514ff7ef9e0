using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Stances;

public sealed class StanceReaderTests
{
    [TestCaseSource(typeof(StanceSentences), nameof(StanceSentences.All))]
    public void Reads_the_stance_of_a_sentence(Stance expected, string text)
    {
        Assert.That(Read(text).Stance, Is.EqualTo(expected));
    }

    [TestCase("Norrviks kommun ställer sig i huvudsak positiv till planen.", "ställer sig i huvudsak positiv")]
    [TestCase("Nämnden anser att planen är lång. Vi avstyrker den.", "avstyrker")]
    [TestCase("Förslaget kan kommunen inte ställa sig bakom.", "inte ställa sig bakom")]
    [TestCase("Vi stöder av flera skäl inte förslaget.", "stöder av flera skäl inte")]
    [TestCase("Ekhamra har inga synpunkter på planen.", "har inga synpunkter")]
    public void Quotes_the_words_a_stance_rests_on(string text, string words)
    {
        Assert.That(Read(text).Evidence?.In(text), Is.EqualTo(words));
    }

    [Test]
    public void A_million_full_stops_in_a_row_do_not_hide_the_stance_nor_take_for_ever()
    {
        string text = "Kommunen tillstyrker förslaget" + new string('.', 1_000_000) + " slut";

        Assert.That(StanceReader.Read(text, new TextSpan(0, text.Length), default).Stance, Is.EqualTo(Stance.Supports));
    }

    [Test]
    public void Reads_only_the_span_it_is_given()
    {
        const string Text = "Vi avstyrker avgiften. Vi tillstyrker målet. Vi avstyrker taxan.";
        int start = Text.IndexOf("Vi till", StringComparison.Ordinal);
        StanceReading reading = StanceReader.Read(Text, new TextSpan(start, "Vi tillstyrker målet.".Length), default);
        Assert.That(reading.Stance, Is.EqualTo(Stance.Supports));
        Assert.That(reading.Evidence?.Start, Is.EqualTo(start + 3));
    }

    [TestCase("Kommunen tillstyrker förslagen att", "inrätta ett gemensamt arkiv", Stance.Supports)]
    [TestCase("Kommunen avstyrker förslaget att", "regionen bör äga arkivet", Stance.Opposes)]
    [TestCase("Kommunen stödjer målen och vill lyfta behovet av:", "fler turer kvällstid", Stance.SupportsWithComments)]
    [TestCase("Kommunen lämnar följande kommentarer:", "tidplanen bör ses över", Stance.SupportsWithComments)]
    [TestCase("Kommunen tillstyrker förslagen att", "flytta arkivet, vilket vi dock avstyrker", Stance.Opposes)]
    [TestCase("Kommunen lämnar följande kommentarer:", "arkivet ligger i Ekhamra", Stance.NotStated)]
    public void A_point_inherits_from_its_lead_in_what_it_does_not_say_itself(string leadIn, string point, Stance expected)
    {
        string text = leadIn + "\n• " + point;
        var context = new StanceContext(new TextSpan(0, leadIn.Length), null);
        StanceReading reading = StanceReader.Read(text, TextSpan.FromBounds(leadIn.Length + 3, text.Length), context);
        Assert.That(reading.Stance, Is.EqualTo(expected));
    }

    [Test]
    public void Inherited_words_are_quoted_from_the_lead_in()
    {
        const string Text = "Vi avstyrker att\n• kajen säljs";
        StanceReading reading = StanceReader.Read(Text, TextSpan.FromBounds(19, Text.Length), new StanceContext(new TextSpan(0, 16), null));
        Assert.That(reading.Evidence?.In(Text), Is.EqualTo("avstyrker"));
    }

    [TestCase("Positivt att kajen rustas", "Kajen byggdes 1931.", Stance.Supports)]
    [TestCase("Kajen bör rustas", "Kajen byggdes 1931.", Stance.NotStated)]
    [TestCase("Positivt att kajen rustas", "Vi avstyrker att kajen säljs.", Stance.Opposes)]
    public void A_heading_speaks_only_where_it_states_a_position_and_the_text_does_not(string heading, string body, Stance expected)
    {
        string text = heading + "\n" + body;
        var context = new StanceContext(null, new TextSpan(0, heading.Length));
        Assert.That(StanceReader.Read(text, TextSpan.FromBounds(heading.Length + 1, text.Length), context).Stance, Is.EqualTo(expected));
    }

    [TestCase("Vi avstryker förslaget.", Stance.Opposes)]
    [TestCase("Vi ti11styrker förslaget.", Stance.Supports)]
    [TestCase("Vi tillstyker förslaget.", Stance.Supports)]
    [TestCase("Vi av-\n styrker förslaget.", Stance.Opposes)]
    [TestCase("VI TILLSTYRKER FÖRSLAGET.", Stance.Supports)]
    [TestCase("Vi tillstyrkte förslaget då.", Stance.NotStated)]
    public void Reads_through_slips_of_the_scanner_but_not_through_the_past_tense(string text, Stance expected)
    {
        Assert.That(Read(text).Stance, Is.EqualTo(expected));
    }

    [TestCase("Vi tackar för remissen. Vi avstyrker båda avgifterna och lämnar i övrigt följande synpunkter.\n• Kajen är från 1931", Stance.Opposes)]
    [TestCase("Vi avstyrker avgiften. Vi tillstyrker förslagen att:\n• kajen rustas", Stance.Supports)]
    public void The_last_sentence_of_a_lead_in_speaks_for_its_points(string text, Stance expected)
    {
        int mark = text.IndexOf('•', StringComparison.Ordinal);
        var context = new StanceContext(new TextSpan(0, mark - 1), null);
        Assert.That(StanceReader.Read(text, TextSpan.FromBounds(mark + 2, text.Length), context).Stance, Is.EqualTo(expected));
    }

    [Test]
    [SetCulture("tr-TR")]
    public void Capitals_are_read_alike_in_any_culture()
    {
        Assert.That(Read("VI INSTÄMMER INTE I BILDEN.").Stance, Is.EqualTo(Stance.Opposes));
    }

    private static StanceReading Read(string text) => StanceReader.Read(text, new TextSpan(0, text.Length), default);
}
