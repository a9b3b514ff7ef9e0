using System.Collections.Immutable;
using Remiss.Cli.Pipeline;
using Remiss.Domain.Responses;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Tests.Pipeline;

public sealed class TagCountsTests
{
    [Test]
    public void Counts_each_comment_once_by_its_strongest_tag()
    {
        TagCounts counts = TagCounts.Of(
            [Of(TagSource.Reference, TagSource.Heading), Of(TagSource.Page), Of(TagSource.Title, TagSource.Suggested), Of(), Of() with { IsGeneral = true }], null);

        Assert.That(counts, Is.EqualTo(new TagCounts { ByHeading = 1, ByPage = 1, ByTitle = 1, Undecided = 1, General = 1 }));
    }

    [TestCase(null, 0, 1)]
    [TestCase(0.6, 0, 1)]
    [TestCase(0.5, 1, 0)]
    public void A_suggestion_counts_from_the_threshold_on(double? accept, int accepted, int suggested)
    {
        TagCounts counts = TagCounts.Of([Of(TagSource.Suggested)], accept);

        Assert.That((counts.Accepted, counts.Suggested), Is.EqualTo((accepted, suggested)));
    }

    private static Comment Of(params TagSource[] sources) => new(
        new TextSpan(0, 1), 1, [.. sources.Select(how => new SectionTag(null, "1", string.Empty, how, how == TagSource.Suggested ? 0.5 : 1))], StanceReading.None);
}
