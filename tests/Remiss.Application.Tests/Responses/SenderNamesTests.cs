using Remiss.Application.Responses;

namespace Remiss.Application.Tests.Responses;

public sealed class SenderNamesTests
{
    private static readonly NamedBody[] Register =
    [
        .. new[] { "Norrviks kommun", "Sjöbacka kommun", "Ekhamra stad", "Region Mittsund", "Länsstyrelsen i Mittsunds län", "Pensionärsrådet i Mittsund", "Ås kommun" }
            .Select(n => new NamedBody(BodyId.New(), n)),
    ];

    [TestCase("Norrviks kommun", "Norrviks kommun")]
    [TestCase("NORRVIKS KOMMUN", "Norrviks kommun")]
    [TestCase("Norrviks kommuns", "Norrviks kommun")]
    [TestCase("Norrvik kommun", "Norrviks kommun")]
    [TestCase("Kommunstyrelsen i Norrviks kommun", "Norrviks kommun")]
    [TestCase("Norrviks kommun, kommunstyrelsen", "Norrviks kommun")]
    [TestCase("Norrviks  stad", "Norrviks kommun")]
    [TestCase("Ekhamra kommun", "Ekhamra stad")]
    [TestCase("Regionstyrelsen, Region Mittsund", "Region Mittsund")]
    [TestCase("Länsstyrelsen Mittsund", "Länsstyrelsen i Mittsunds län")]
    [TestCase("Länsstyrelsen i Mittsunds län", "Länsstyrelsen i Mittsunds län")]
    [TestCase("Socialnämnden i Norrviks kommun", null)]
    [TestCase("Norrviks kommunala bolag AB", null)]
    [TestCase("Mittsund", null)]
    [TestCase("Kommunstyrelsen", null)]
    [TestCase("", null)]
    [TestCase("...", null)]
    public void Finds_the_body_of_that_name_and_guesses_none(string name, string? expected) =>
        Assert.That(SenderNames.Find(name, Register)?.Name, Is.EqualTo(expected));

    [Test]
    public void Leaves_open_what_two_bodies_are_called() =>
        Assert.That(SenderNames.Find("Ekhamra kommun", [.. Register, new NamedBody(BodyId.New(), "Ekhamra kommun")]), Is.Null);

    [TestCase("Socialnämnden i Norrviks kommun", "Norrviks kommun")]
    [TestCase("Mittsund", "Länsstyrelsen i Mittsunds län|Pensionärsrådet i Mittsund|Region Mittsund")]
    [TestCase("Havsby kommun", "")]
    public void Shows_whom_it_may_be(string name, string expected) =>
        Assert.That(string.Join('|', SenderNames.Candidates(name, Register).Select(b => b.Name)), Is.EqualTo(expected));
}
