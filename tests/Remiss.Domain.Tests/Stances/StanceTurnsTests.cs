using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Stances;

public sealed class StanceTurnsTests
{
    // The mark | stands where a turn is expected.
    [TestCase("Sjöbacka tillstyrker förslagen, |men avstyrker att de ska gälla hamnen.")]
    [TestCase("Vi avstyrker förslaget om kajen. |Däremot ställer vi oss positiva till fyren.")]
    [TestCase("Nämnden har inga synpunkter på förslagen. |Det bör dock framhållas att arkivet är fullt.")]
    [TestCase("Nämnden tillstyrker att kajen rustas. |Nämnden avstyrker att fyren säljs. Fyren är från 1840.")]
    [TestCase("Vi är positiva till kajen. |Vi är kritiska till fyren.")]
    [TestCase("Ekhamra tillstyrker att kajen rustas. |Ekhamra tillstyrker förslaget att fyren målas.")]
    [TestCase("Beskrivningen av kajen är bra. |Däremot saknas en tidplan.")]
    public void Splits_where_the_stance_turns(string marked)
    {
        Assert.That(Turns(marked.Replace("|", "", StringComparison.Ordinal)), Is.EqualTo(new[] { marked.IndexOf('|', StringComparison.Ordinal) }));
    }

    [TestCase("Vi har invändningar mot kajen som gör att vi inte kan tillstyrka förslaget. Vi avstyrker därför förslaget.")]
    [TestCase("Vi tillstyrker förslaget. Kajen behöver dock ett räcke.")]
    [TestCase("Vi tillstyrker förslaget men vill lyfta behovet av ett räcke.")]
    [TestCase("Kajen är från 1931. Fyren är från 1840.")]
    [TestCase("Vi delar bedömningen. Kajen är otidsenlig. Den bör rustas.")]
    [TestCase("Nämnden har inga synpunkter på kajen men vill lyfta några frågor.")]
    [TestCase("Ekhamra tillstyrker att kajen rustas. Det gynnar resandet. Ekhamra delar också bedömningen att fyren är viktig.")]
    [TestCase("Beskrivningen av kajen är bra. Det saknas dock en tidplan.")]
    [TestCase("")]
    public void Leaves_a_paragraph_whole_otherwise(string text)
    {
        Assert.That(Turns(text), Is.Empty);
    }

    [Test]
    public void Positions_count_in_the_whole_text()
    {
        const string Before = "Ett stycke före.\n\n";
        const string Paragraph = "Vi tillstyrker målen. Vi avstyrker avgiften.";
        var span = new TextSpan(Before.Length, Paragraph.Length);
        Assert.That(StanceReader.Turns(Before + Paragraph, span), Is.EqualTo(new[] { Before.Length + 22 }));
    }

    private static int[] Turns(string text) => [.. StanceReader.Turns(text, new TextSpan(0, text.Length))];
}
