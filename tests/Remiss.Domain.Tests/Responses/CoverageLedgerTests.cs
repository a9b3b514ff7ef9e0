using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses;

internal sealed class CoverageLedgerTests
{
    [Test]
    public void Gaps_go_with_the_run_before_and_after_a_comment_to_the_page()
    {
        var ledger = CoverageLedger.Build(30,
        [
            new LedgerEntry(new TextSpan(2, 5), LedgerKind.Heading),
            new LedgerEntry(new TextSpan(9, 5), LedgerKind.Comment),
            new LedgerEntry(new TextSpan(16, 4), LedgerKind.Comment),
        ]);
        Assert.That(ledger, Is.EqualTo(new[]
        {
            new LedgerEntry(new TextSpan(0, 2), LedgerKind.PageFurniture),
            new LedgerEntry(new TextSpan(2, 7), LedgerKind.Heading),
            new LedgerEntry(new TextSpan(9, 5), LedgerKind.Comment),
            new LedgerEntry(new TextSpan(14, 2), LedgerKind.PageFurniture),
            new LedgerEntry(new TextSpan(16, 4), LedgerKind.Comment),
            new LedgerEntry(new TextSpan(20, 10), LedgerKind.PageFurniture),
        }));
    }

    [Test]
    public void Runs_outside_the_text_or_over_each_other_are_cut()
    {
        var ledger = CoverageLedger.Build(10,
        [
            new LedgerEntry(new TextSpan(-5, 8), LedgerKind.Courtesy),
            new LedgerEntry(new TextSpan(1, 5), LedgerKind.Background),
            new LedgerEntry(new TextSpan(6, 500), LedgerKind.DecisionFormality),
        ]);
        Assert.That(ledger.Select(l => (l.Span.Start, l.Span.Length)), Is.EqualTo(new[] { (0, 3), (3, 3), (6, 4) }));
    }

    [Test]
    public void An_empty_text_has_an_empty_ledger() => Assert.That(CoverageLedger.Build(0, []), Is.Empty);
}
