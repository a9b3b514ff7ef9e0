using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Stances;

public sealed class OverallStanceTests
{
    [TestCase(Stance.Supports, "Norrvik tillstyrker förslaget.")]
    [TestCase(Stance.Supports, "Norrvik tillstyrker att kajen rustas.", "Norrvik tillstyrker att fyren målas.")]
    [TestCase(Stance.SupportsWithComments, "Norrvik tillstyrker strategin.", "Kajen bör rustas.")]
    [TestCase(Stance.SupportsWithComments, "Norrvik tillstyrker strategin.", "Norrvik avstyrker att kajen säljs.")]
    [TestCase(Stance.SupportsWithComments, "Norrvik ställer sig i huvudsak positiv till strategin.", "Målen är bra.")]
    [TestCase(Stance.SupportsWithComments, "Norrvik tillstyrker att kajen rustas.", "Norrvik avstyrker att fyren säljs.")]
    [TestCase(Stance.SupportsWithComments, "Kajen bör rustas.", "Fyren saknas i planen.")]
    [TestCase(Stance.SupportsWithComments, "Norrvik har inga synpunkter på förslagen.", "Kajen bör rustas.")]
    [TestCase(Stance.NoObjection, "Norrvik har inga synpunkter på förslagen.", "Kajen byggdes 1931.")]
    [TestCase(Stance.Opposes, "Norrvik avstyrker förslaget i sin helhet.", "Målet om kajen är bra.", "Vi är positiva till fyren.", "Vi tillstyrker att bryggan rustas.")]
    [TestCase(Stance.Opposes, "Norrvik är positiv till syftet.", "Norrvik avstyrker därför strategin.", "Kajen är bra.")]
    [TestCase(Stance.Opposes, "Vi avstyrker förslaget om kajen.", "Vi är positiva till fyren.", "En ny kaj är problematisk.")]
    [TestCase(Stance.Doubtful, "Vi är tveksamma till kajen.", "Vi ifrågasätter fyren.")]
    [TestCase(Stance.Abstains, "Norrvik avstår från att yttra sig.")]
    [TestCase(Stance.NotStated, "Kajen byggdes 1931.")]
    [TestCase(Stance.NotStated, "Beskrivningen av kajen är bra.", "Fyren byggdes 1840.")]
    public void Says_what_a_registrar_would_note(Stance expected, params string[] comments)
    {
        Assert.That(Overall(comments).Stance, Is.EqualTo(expected));
    }

    [Test]
    public void Without_comments_the_text_itself_is_read()
    {
        const string Text = "Nämnden beslutar\n\natt tillstyrka förslaget.";
        StanceReading reading = StanceReader.Overall(Text, []);
        Assert.That(reading.Stance, Is.EqualTo(Stance.Supports));
        Assert.That(reading.Evidence?.In(Text), Is.EqualTo("tillstyrka"));
    }

    private static StanceReading Overall(string[] comments)
    {
        string text = string.Join("\n\n", comments);
        var read = new List<StancedComment>();
        int start = 0;
        foreach (string comment in comments)
        {
            var span = new TextSpan(start, comment.Length);
            read.Add(new StancedComment(span, StanceReader.Read(text, span, default), false, false));
            start += comment.Length + 2;
        }
        return StanceReader.Overall(text, read);
    }
}
