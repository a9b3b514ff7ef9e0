using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses;

/// <summary>What holds for every text and every document, however broken.</summary>
internal sealed class SplitPropertiesTests
{
    private static readonly string[] Bits =
    [
        "Sammanfattning", "Avsnitt 3.1-3.4 Vård", "Allmänna synpunkter", "• punkt", "- att stödet ökar,", "Vi tillstyrker förslaget.", "men avstyrker avgiften.",
        "Förslag till beslut", "Dnr: 32KS77", "Sida 1 av 2", "(2)", "2031-03-04", "I avsnitt 4 saknas mål.", "kapitel 9999999999", "Norrviks och Sjöbacka kommuner",
        "Kommunen anser att:", "3.2 Mål", "1) Eget", "SOU 2031:5", "\n", "\n\n", "\t", "\f", "______", "\ud83d", "é", "\u00AD", "", "Bilaga 1", "s. 12 ff.", "x@y.se",
    ];

    private static readonly SplitContext Context = new(Replies.Strategy);

    private static Gen<string> Texts => Gen.OneOf(
        Gen.Elements(Bits).ListOf().Select(b => string.Join('\n', b)),
        Gen.Elements(Bits).ListOf().Select(b => string.Join(' ', b)),
        Gen.Elements(Bits).ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));

    private static Gen<DocumentText> Documents =>
        from text in Texts
        from kinds in Gen.Choose(0, 6).ListOf()
        from numbers in Gen.Choose(-5, 300).ListOf()
        let normal = TextNormaliser.Normalise(text)
        select new DocumentText
        {
            Text = normal,
            Blocks = [.. kinds.Zip(numbers, (k, n) => new TextBlock(new TextSpan(n, Math.Abs(n) / 3), (BlockKind)k, n % 4, n) { Stated = n % 2 == 0 })],
            Pages = PageMap.SinglePage,
            Format = SourceFormat.Pdf,
        };

    [Test]
    public void Any_text_is_split_whole() =>
        Prop.ForAll(Arb.From(Texts), text => IsWhole(Replies.Split(text)) && IsWhole(Replies.Split(text, Context))).QuickCheckThrowOnFailure();

    [Test]
    public void Any_blocks_are_split_whole() =>
        Prop.ForAll(Arb.From(Documents), document => IsWhole(ResponseSplitter.Split(document, Context))).QuickCheckThrowOnFailure();

    [Test]
    public void Ten_megabytes_on_one_line_are_split_whole()
    {
        string text = string.Concat(Enumerable.Repeat("Vi saknar i avsnitt 3.1 en plan, och kapitel 4 ", 220_000));
        Assert.That(IsWhole(Replies.Split(text, Context)), Is.True);
    }

    [Test]
    public void Many_short_sentences_on_one_line_are_split_whole()
    {
        string text = string.Concat(Enumerable.Repeat("Vi anser det. I avsnitt 3.2 bör mer sägas. ", 15_000));
        Assert.That(IsWhole(Replies.Split(text)), Is.True);
    }

    private static bool IsWhole(SplitResponse split)
    {
        int length = split.Document.Text.Length;
        int at = 0;
        foreach (LedgerEntry entry in split.Ledger)
        {
            if (entry.Span.Start != at || entry.Span.Length <= 0) return false;
            at = entry.Span.End;
        }
        var commented = split.Ledger.Where(l => l.Kind == LedgerKind.Comment).Select(l => l.Span).ToImmutableArray();
        return at == length
            && commented.SequenceEqual(split.Comments.Select(c => c.Span))
            && split.Comments.All(c => c.Page >= 1 && (c.Stance.Evidence is not { } e || (e.Start >= 0 && e.End <= length)))
            && split.Unresolved.All(u => u.Span.Start >= 0 && u.Span.End <= length);
    }
}
