using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Texts;

/// <summary>What must hold of any text, and texts that look like documents gone wrong.</summary>
internal static class DocumentChecks
{
    private static readonly string[] Pieces =
    [
        "1 Inledning", "2 Mål", "3.1 Näten", "3.2.1 Skolan och\nvården", "IV. Del", "II Mål", "4 c Stöd", "Bilaga 1", "Innehåll", "## 3 Rubrik", "# key: value",
        "Mätbar uppföljning:", "• 2028 finns näten", "- ", "1. Punkt", "1) Titel", "o ", "17", "2(9)", "Sida 1 av 2", "SOU 2026:1", "Norrvik", "Sammanfattning",
        "En mening som är så lång att den fyller en hel rad och lite till i vilken text som helst.", "\f", "\n", "\n\n", "\t", " ", "   ", "\r\n", "3 kap. 5 §", "........ 3",
        "Näten ........ 12", "1 Not. Den är kort.", "ord1", "http://exempel.example/", "\uD800", "a\u0308", "(", "”", "…", "Åäö:", "12.12.12.12.12.12.12.12 Djup",
    ];

    /// <summary>Texts put together from pieces of documents, and any strings at all.</summary>
    public static Gen<string> Texts { get; } = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(p => string.Join('\n', p)),
        Gen.Elements(Pieces).ListOf().Select(p => string.Concat(p)),
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? string.Empty));

    /// <summary>Why the document breaks its contract, or null.</summary>
    public static string? Broken(DocumentText document)
    {
        int end = 0;
        int page = 1;
        foreach (TextBlock block in document.Blocks)
        {
            if (block.Span.Length <= 0) return "empty block";
            if (block.Span.Start < end) return "overlap";
            if (block.Span.End > document.Text.Length) return "outside";
            if (!string.IsNullOrWhiteSpace(document.Text[end..block.Span.Start].Trim('#', ' '))) return "text left out: " + document.Text[end..block.Span.Start];
            if (block.Page < page || block.Page > document.Pages.Count) return "page";
            if (document.Pages.PageAt(block.Span.Start) != block.Page) return "page map";
            if (block.Kind == BlockKind.Heading && block.Level < 1) return "level";
            (end, page) = (block.Span.End, block.Page);
        }
        return string.IsNullOrWhiteSpace(document.Text[end..]) ? null : "text left out at the end";
    }
}
