using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Tests.Responses;

internal sealed class WholeDocumentTests
{
    private static readonly SplitContext Context = new(Replies.Strategy, Suggest);

    [TestCase("Ekhamra kommun tillstyrker förslaget till strategi med de synpunkter som framgår nedan.")]
    [TestCase("Rådet är i huvudsak positivt till strategin men ser behov av vissa förtydliganden.")]
    [TestCase("Ekhamra kommun tillstyrker remissversionen.")]
    [TestCase("Ekhamra kommun avstyrker betänkandet.")]
    [TestCase("Ekhamra kommun ställer sig bakom förslaget i dess helhet.")]
    [TestCase("Ekhamra kommun ställer sig tveksam till flera delar av förslaget.")]
    [TestCase("Ekhamra kommun har inga synpunkter på förslaget.")]
    [TestCase("Ekhamra kommun avstår från att yttra sig över remissen.")]
    [TestCase("Strategin är välskriven och lätt att använda.")]
    [TestCase("Barnens perspektiv bör genomsyra hela dokumentet.")]
    public void A_stance_on_the_document_itself_is_general(string words)
    {
        var comment = Replies.Split(words, Context).Comments.Single();
        Assert.That((comment.IsGeneral, comment.Tags.Length), Is.EqualTo((true, 0)));
    }

    [TestCase("Ekhamra kommun tillstyrker förslaget om fiber.")]
    [TestCase("Ekhamra kommun är positiv till strategin när det gäller fiber.")]
    [TestCase("Tidplanen är pressad.")]
    [TestCase("Strategin bör säga mer om fiber på landsbygden.")]
    [TestCase("Vi tillstyrker strategin. Fiber bör nå alla byar. Taxan bör vara lika i hela länet. Stöd bör lämnas till föreningar.")]
    public void A_part_of_the_document_is_not_the_document(string words)
    {
        var comment = Replies.Split(words, Context).Comments[0];
        Assert.That(comment.IsGeneral, Is.False);
    }

    /// <summary>Only fibre has a section; all else resembles none.</summary>
    private static ImmutableArray<SectionTag> Suggest(string words) =>
        words.Contains("fiber", StringComparison.OrdinalIgnoreCase)
            ? [new SectionTag(new SectionId("3.2"), "3.2", "Näringslivets behov", TagSource.Suggested, 0.9)]
            : [];
}
