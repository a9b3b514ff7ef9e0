using System.Collections.Immutable;
using Remiss.Domain.References;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.References;

internal sealed class ReferenceResolverTests
{
    private static readonly SectionTree Tree = new("Mittsunds digitala strategi",
    [
        Make("1", "Inledning", 1, 2, 3),
        Make("2", "Vision", 1, 4, 4),
        Make("3", "Fokusområden", 1, 5, 9),
        Make("3.1", "Trygg digital vård", 2, 5, 5) with { Items = [new SectionItem(1, null, "a", 5), new SectionItem(2, null, "b", 5)] },
        Make("3.2", "Näringslivets behov", 2, 6, 6),
        Make("3.3", "Förvaltningens utveckling", 2, 7, 7),
        Make("3.4", "Digital kompetens", 2, 8, 8),
        Make("4", "Genomförande och uppföljning", 1, 10, 11),
        Make(null, "Mål 5: Öppna data", 1, 12, 12),
    ], new PageMap([.. Enumerable.Range(0, 12).Select(i => i * 100)], printedOffset: -1));

    private static readonly ReferenceResolver Resolver = new(Tree);

    [TestCase("avsnitt 3.1–3.3", "3.1,3.2,3.3")]
    [TestCase("avsnitt 3.1-3", "3.1,3.2,3.3")]
    [TestCase("avsnitt 3.2 ff.", "3.2,3.3,3.4")]
    [TestCase("kapitel 1 till 3", "1,2,3")]
    [TestCase("kapitel III", "3")]
    [TestCase("mål 5", "")]
    [TestCase("sidan 7", "3.4")]
    [TestCase("s. 4–5", "3.1,3.2")]
    [TestCase("i avsnittet om digital kompetens bör mer sägas", "3.4")]
    [TestCase("under rubriken ”Näringslivets behov”", "3.2")]
    public void Binds_to_the_document(string text, string numbers) =>
        Assert.That(string.Join(",", Tags(text).Select(t => t.Number)), Is.EqualTo(numbers));

    [Test]
    public void Finds_a_section_whose_title_says_word_and_number() =>
        Assert.That(Tags("mål 5").Single().Title, Is.EqualTo("Mål 5: Öppna data"));

    [Test]
    public void Tells_how_a_page_or_title_was_bound()
    {
        Assert.That(Tags("sidan 7").Single().How, Is.EqualTo(TagSource.Page));
        Assert.That(Tags("under rubriken Vision").Single().How, Is.EqualTo(TagSource.Title));
    }

    [TestCase("avsnitt 3.9", "3.9")]
    [TestCase("avsnitt 3.3–3.9", "3.9")]
    [TestCase("s. 250", "s. 250")]
    [TestCase("avsnitt 3.1 och 7", "7")]
    public void Reports_what_the_document_lacks(string text, string unknown)
    {
        var resolved = Resolver.Resolve(ReferenceGrammar.Parse(text).Single());
        Assert.That(resolved.Unknown, Is.EqualTo(new[] { unknown }));
        Assert.That(resolved.Tags.Select(t => t.Section), Is.All.Not.Null);
    }

    [Test]
    public void A_point_means_one_of_the_section_it_stands_under()
    {
        var scope = ImmutableArray.Create(new SectionTag(new SectionId("3.1"), "3.1", "Trygg digital vård", TagSource.Heading, 1));
        var tag = Resolver.Resolve(ReferenceGrammar.Parse("punkt 2 är oklar").Single(), TagSource.Reference, scope).Tags.Single();
        Assert.That((tag.Number, tag.Item), Is.EqualTo(("3.1", (int?)2)));
    }

    [TestCase("avsnitt 3.1-3.4", "3.1,3.2,3.3,3.4")]
    [TestCase("kapitlen 3–12 och 14", "3,4,5,6,7,8,9,10,11,12,14")]
    [TestCase("punkterna 4 a–c", "4 a,4 b,4 c")]
    [TestCase("kapitel I–III", "I,II,III")]
    [TestCase("avsnitt 1–900", "1,900")]
    [TestCase("s. 12", "")]
    [TestCase("se bilaga 1", "")]
    public void Counts_numbers_where_there_is_no_document(string text, string numbers)
    {
        var resolved = new ReferenceResolver(null).Resolve(ReferenceGrammar.Parse(text).Single());
        Assert.That(string.Join(",", resolved.Tags.Select(t => t.Number)), Is.EqualTo(numbers));
        Assert.That(resolved.Unknown, Is.Empty);
    }

    [TestCase("Digital kompetens", "3.4")]
    [TestCase("Digitala kompetenser", "3.4")]
    [TestCase("3.4 DIGITAL KOMPETENS", "3.4")]
    [TestCase("Digitalkompetens", "3.4")]
    [TestCase("Genomförandet och uppföljningen", "4")]
    [TestCase("Genornförande och uppföljning", "4")]
    [TestCase("Näringslivets be-\nhov", "3.2")]
    public void A_heading_repeats_a_title_more_or_less(string heading, string number) =>
        Assert.That(Resolver.ByTitle(heading)?.Number, Is.EqualTo(number));

    [TestCase("Digital infrastruktur – en grundförutsättning")]
    [TestCase("Allmänna synpunkter")]
    [TestCase("Kommunens behov av stöd")]
    [TestCase("")]
    public void Another_heading_is_no_title(string heading) => Assert.That(Resolver.ByTitle(heading), Is.Null);

    private static Section Make(string? number, string title, int level, int from, int to) => new()
    {
        Id = new SectionId(number ?? title),
        Number = number,
        Title = title,
        Level = level,
        PageFrom = from,
        PageTo = to,
        Text = "",
    };

    private static ImmutableArray<SectionTag> Tags(string text) => Resolver.Resolve(ReferenceGrammar.Parse(text).Single()).Tags;
}
