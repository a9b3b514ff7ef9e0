using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses;

/// <summary>Sections that a reply names by their titles in running text, alone or beside a page.</summary>
internal sealed class NamedSectionTests
{
    private static readonly SplitContext Context = new(new SectionTree("Plan", [
        Make("1", "Hamnar, farleder och varv", 1), Make("2", "Hamnar", 2), Make("3", "Trygghet och ljus", 2), Make("4", "Avgifter", 2), Make("5", "Fiske, båtliv och turism", 2),
    ], new PageMap([0, 100])));

    [TestCase("Under rubriken Hamnar, farleder och varv anges flera mål. De bör bli färre.", "1")]
    [TestCase("Under rubriken Hamnar anges flera mål. De bör bli färre.", "2")]
    [TestCase("I avsnittet om fiske, båtliv och turism saknas mål för vintern.", "5")]
    [TestCase("I avsnittet om avgifter, som är kort, saknas en kalkyl.", "4")]
    public void A_title_may_hold_commas_and_the_longest_one_is_meant(string words, string number) =>
        Assert.That(Replies.Numbers(Replies.Split(words, Context).Comments.Single()), Is.EqualTo(number));

    [TestCase("På sidan 2 behandlas trygghet och ljus. Kommunen anser att målen är för låga.", "3")]
    [TestCase("På sidan 2 finns flera mål. Kommunen anser att målen om trygghet och ljus är för låga.", "3")]
    [TestCase("På sidan 2 behandlas trygghet och ljus samt avgifter. Kommunen anser att målen är för låga.", "3,4")]
    [TestCase("På sidan 2 finns flera mål. Kommunen anser att de är för låga.", "2,3,4,5")]
    public void Of_a_page_with_several_sections_only_those_named_beside_it_are_meant(string words, string numbers) =>
        Assert.That(Replies.Numbers(Replies.Split(words, Context).Comments.Single()), Is.EqualTo(numbers));

    private static Section Make(string number, string title, int page) => new()
    {
        Id = new SectionId(number),
        Number = number,
        Title = title,
        Level = 1,
        PageFrom = page,
        PageTo = page,
        Text = "",
        Items = ImmutableArray<SectionItem>.Empty,
    };

    [TestCase("3.1 Trygg digital vård", "3.1")]
    [TestCase("Näringslivets behov", "3.2")]
    public void A_line_that_is_a_sections_heading_is_one_whatever_its_format_calls_it(string line, string number)
    {
        const string First = "Kommunen ser gärna att målet får pengar.";
        string text = $"Yttrande\n\n{First}\n\n{line}\n\nByarna bör få mer stöd till båtar.";
        int at = text.IndexOf(line, StringComparison.Ordinal);
        var blocks = new[] { "Yttrande", First, line, "Byarna bör få mer stöd till båtar." }
            .Select((w, i) => new TextBlock(new TextSpan(text.IndexOf(w, StringComparison.Ordinal), w.Length), i == 0 ? BlockKind.Heading : BlockKind.Paragraph, i == 0 ? 1 : 0, 1) { Stated = true });
        var document = new DocumentText { Text = text, Blocks = [.. blocks], Pages = new PageMap([0]), Format = SourceFormat.Docx };
        var split = ResponseSplitter.Split(document, new SplitContext(Replies.Strategy));
        Assert.That(split.Comments.Select(Replies.Numbers), Is.EqualTo(new[] { "", number }));
        Assert.That(split.Ledger.Single(l => l.Span.Contains(at)).Kind, Is.EqualTo(LedgerKind.Heading));
    }
}
