using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses;

/// <summary>Helps that the tests of replies share: an invented strategy, and splitting plain text.</summary>
internal static class Replies
{
    public static SectionTree Strategy { get; } = new("Digital strategi för Mittsund 2032–2040",
    [
        Make("1", "Inledning", 1, 1),
        Make("2", "Vision och mål", 1, 2),
        Make("3", "Fokusområden", 1, 3),
        Make("3.1", "Trygg digital vård", 2, 3),
        Make("3.2", "Näringslivets behov", 2, 4),
        Make("3.3", "Förvaltningens utveckling", 2, 5),
        Make("3.4", "Digital kompetens", 2, 6),
        Make("4", "Genomförande och uppföljning", 1, 7),
    ], new PageMap([.. Enumerable.Range(0, 8).Select(i => i * 100)]));

    public static SplitResponse Split(string text, SplitContext? context = null) => ResponseSplitter.Split(PlainTextBlocks.Read(text), context);

    public static string[] Comments(SplitResponse split) => [.. split.Comments.Select(c => split.TextOf(c).ReplaceLineEndings(" "))];

    public static string Numbers(Comment comment) => string.Join(",", comment.Settled.Select(t => t.Number));

    public static LedgerKind KindAt(SplitResponse split, string words)
    {
        int at = split.Document.Text.IndexOf(words, StringComparison.Ordinal);
        return split.Ledger.Single(l => l.Span.Contains(at)).Kind;
    }

    private static Section Make(string number, string title, int level, int page) => new()
    {
        Id = new SectionId(number),
        Number = number,
        Title = title,
        Level = level,
        PageFrom = page,
        PageTo = number == "3" ? 6 : page,
        Text = "",
        Items = number == "3.1" ? [new SectionItem(1, null, "Ett", page), new SectionItem(2, null, "Två", page)] : ImmutableArray<SectionItem>.Empty,
    };
}
