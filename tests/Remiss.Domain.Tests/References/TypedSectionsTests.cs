using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.References;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Tests.References;

public sealed class TypedSectionsTests
{
    private static readonly SectionTree Plan = new("Plan",
    [
        Section("1", "Inledning"), Section("3", "Digital välfärd"), Section("3.1", "Vård på distans", 4), Section("3.2", "Skola"), Section("3.3", "Kultur"), Section("3.4", "Hamnar"),
        Section("5", "Öppna data"),
    ]);

    [TestCase("3.1–3.4, 5", "3.1 3.2 3.3 3.4 5")]
    [TestCase("3.1-3.3", "3.1 3.2 3.3")]
    [TestCase("1; 5", "1 5")]
    [TestCase("avsnitt 3 samt 5", "3 5")]
    [TestCase("kap. 3", "3")]
    [TestCase("3.1 p. 4", "3.1:4")]
    [TestCase("Öppna data", "5")]
    [TestCase("Hamnar, 5", "3.4 5")]
    [TestCase("5, 5 och 5", "5")]
    [TestCase("  ", "")]
    [TestCase("", "")]
    public void Reads_what_people_type(string typed, string expected)
    {
        var read = TypedSections.Read(typed, Plan);

        Assert.That(read.Failure, Is.Null);
        Assert.That(string.Join(' ', read.Value.Select(t => t.Item is null ? t.Number : $"{t.Number}:{t.Item}")), Is.EqualTo(expected));
    }

    [TestCase("3.9", "3.9")]
    [TestCase("3.1, 7", "7")]
    [TestCase("Fiskevård", "Fiskevård")]
    [TestCase("3.1 blomkål", "3.1 blomkål")]
    [TestCase("3 §", "3 §")]
    [TestCase("Hamnar, 9", "9")]
    [TestCase("Hamnar 9", "9")]
    public void Names_what_the_document_lacks_and_invents_nothing(string typed, string named)
    {
        var read = TypedSections.Read(typed, Plan);

        Assert.That(read.Failure, Is.TypeOf<Invalid>());
        Assert.That(read.Failure!.Message.Swedish, Does.Contain(named));
    }

    [Test]
    public void Never_throws_and_only_gives_sections_of_the_document() => Prop.ForAll<string>(typed =>
    {
        var read = TypedSections.Read(typed ?? string.Empty, Plan);
        return !read.IsOk || read.Value.All(t => t.Section is { } id && Plan.Find(id) is not null);
    }).QuickCheckThrowOnFailure();

    private static Section Section(string number, string title, int items = 0) => new()
    {
        Id = new SectionId(number),
        Number = number,
        Title = title,
        Level = number.Length > 1 ? 2 : 1,
        PageFrom = 1,
        PageTo = 1,
        Text = title,
        Items = [.. Enumerable.Range(1, items).Select(i => new SectionItem(i, null, $"Punkt {i}", 1))],
    };
}
