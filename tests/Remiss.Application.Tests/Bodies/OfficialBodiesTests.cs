using Remiss.Application.Bodies;

namespace Remiss.Application.Tests.Bodies;

public sealed class OfficialBodiesTests
{
    [TestCase(BodyKind.Municipality, 290)]
    [TestCase(BodyKind.Region, 21)]
    [TestCase(BodyKind.CountyBoard, 21)]
    public void Are_all_there_each_with_a_code_and_a_name_of_its_own(BodyKind kind, int count)
    {
        List<OfficialBody> bodies = [.. OfficialBodies.All.Where(b => b.Kind == kind)];

        Assert.That(bodies, Has.Count.EqualTo(count));
        Assert.That(bodies.Select(b => b.Code), Is.Unique);
        Assert.That(bodies.Where(b => !kind.Fits(b.Code)), Is.Empty);
    }

    [Test]
    public void Have_no_name_twice_and_none_that_needs_tidying()
    {
        Assert.That(OfficialBodies.All.Select(b => b.Name).Distinct(BodyRegister.SameName).Count(), Is.EqualTo(332));
        Assert.That(OfficialBodies.All.Where(b => b.Name != b.Name.Trim() || b.Name.Any(c => !char.IsLetter(c) && c is not (' ' or '-'))), Is.Empty);
    }

    [Test]
    public void Belong_to_the_county_that_their_code_begins_with()
    {
        var counties = OfficialBodies.All.Where(b => b.Kind == BodyKind.CountyBoard).ToDictionary(b => b.Code, b => b.County);

        Assert.That(OfficialBodies.All.Where(b => counties.GetValueOrDefault(b.Code[..2]) != b.County), Is.Empty);
        Assert.That(OfficialBodies.All.Where(b => b.Kind == BodyKind.Municipality).Select(b => b.County).Distinct().Count(), Is.EqualTo(21));
    }

    [TestCase(BodyKind.Municipality, "1480", "Göteborgs kommun")]
    [TestCase(BodyKind.Municipality, "0980", "Gotlands kommun")]
    [TestCase(BodyKind.Municipality, "0880", "Kalmar kommun")]
    [TestCase(BodyKind.Municipality, "2080", "Falu kommun")]
    [TestCase(BodyKind.Municipality, "2513", "Överkalix kommun")]
    [TestCase(BodyKind.Municipality, "2514", "Kalix kommun")]
    [TestCase(BodyKind.Municipality, "2584", "Kiruna kommun")]
    [TestCase(BodyKind.Region, "14", "Västra Götalandsregionen")]
    [TestCase(BodyKind.Region, "23", "Region Jämtland Härjedalen")]
    [TestCase(BodyKind.Region, "09", "Region Gotland")]
    [TestCase(BodyKind.CountyBoard, "12", "Länsstyrelsen i Skåne län")]
    public void Are_called_what_they_are_called(BodyKind kind, string code, string name) =>
        Assert.That(OfficialBodies.All.Single(b => b.Kind == kind && b.Code == code).Name, Is.EqualTo(name));
}
