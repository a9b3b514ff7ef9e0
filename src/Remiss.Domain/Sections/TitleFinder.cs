using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>Finds the document's own title: what the file states, or the words on its first page that name such a document.</summary>
internal static class TitleFinder
{
    private const int LongestTitle = 200;
    private const int ScantText = 200;
    private const int FrontBlocks = 15;

    private static readonly string[] DocumentWords =
    [
        "strategi", "program", "handlingsplan", "utvecklingsplan", "länsplan", "policy", "agenda", "proposition", "promemoria", "betänkande",
        "utredning", "rapport", "riktlinje", "remissversion", "remissförslag", "plan för", "översiktsplan", "uppföljning av", "enkät", "regional plan",
    ];

    /// <summary>The title. A heading that is only the title loses its place among the sections.</summary>
    public static string Find(DocumentText document, List<HeadingCandidate> candidates, int[] text, ContentsTable contents)
    {
        HeadingCandidate? heading = Heading(document, candidates, text);
        int? subtitle = heading is null ? null : Subtitle(document, heading);
        if (heading is not null) heading.Accepted = false;
        int below = candidates.FindIndex(c => c.Block == subtitle);
        if (below >= 0 && text[below] < ScantText && candidates[below].Prefix is null) candidates[below].Accepted = false;
        if (!string.IsNullOrWhiteSpace(document.Title)) return BlockText.OnOneLine(document.Title).Trim();
        if (heading is not null && subtitle is { } kind && !NamesDocument(heading.Words))
            return $"{heading.Words} – {BlockText.OnOneLine(document.TextOf(document.Blocks[kind]))}";
        return heading?.Words ?? Front(document, candidates, contents) ?? string.Empty;
    }

    private static HeadingCandidate? Heading(DocumentText document, List<HeadingCandidate> candidates, int[] text)
    {
        List<int> accepted = [.. Enumerable.Range(0, candidates.Count).Where(i => candidates[i].Accepted)];
        for (int k = 0; k + 1 < accepted.Count && k <= accepted.Count / 3; k++)
        {
            HeadingCandidate c = candidates[accepted[k]];
            if (c.Prefix is not null || c.InContents || LineForm.IsOuterTitle(c.Words) || SectionPart.IsAnnex(c.Words)) continue;
            bool named = NamesDocument(c.Words);
            bool alone = k == 0 && accepted.Skip(1).All(i => candidates[i].GivenLevel > c.GivenLevel);
            bool scant = text[accepted[k]] < (k == 0 ? ScantText : 1);
            bool subtitled = k == 0 && Subtitle(document, c) is not null;
            if (scant && (named || alone || subtitled) && candidates[accepted[k + 1]].GivenLevel <= c.GivenLevel + (alone ? 9 : 0)) return c;
        }
        return null;
    }

    /// <summary>The block right below a heading, if it says what kind of document the heading names.</summary>
    private static int? Subtitle(DocumentText document, HeadingCandidate heading)
    {
        int next = heading.LastBlock + 1;
        while (next < document.Blocks.Length && document.Blocks[next].Kind == BlockKind.PageFurniture) next++;
        if (next >= document.Blocks.Length || document.Blocks[next].Span.Length > LongestTitle) return null;
        string words = BlockText.OnOneLine(document.TextOf(document.Blocks[next]));
        return NamesDocument(words) && LineForm.IsTitle(words) ? next : null;
    }

    private static string? Front(DocumentText document, List<HeadingCandidate> candidates, ContentsTable contents)
    {
        int end = Math.Min(candidates.Find(c => c.Accepted && c.Block > contents.FirstBlock)?.Block ?? candidates.Find(c => c.Accepted)?.Block ?? document.Blocks.Length,
            contents.FirstBlock);
        end = Math.Min(end, document.Blocks.Length);
        string before = string.Empty;
        TextBlock? above = null, prominent = null;
        int outermost = candidates.Where(c => c.Accepted).Select(c => c.GivenLevel).DefaultIfEmpty(int.MaxValue).Min();
        for (int b = 0; b < end && b < FrontBlocks; b++)
        {
            TextBlock block = document.Blocks[b];
            if (block.Kind is BlockKind.PageFurniture or BlockKind.ContentsEntry || block.Span.Length > LongestTitle) continue;
            string words = BlockText.OnOneLine(document.TextOf(block)).TrimStart('#', ' ');
            if (!NamesDocument(words) || words.EndsWith('.'))
            {
                before = IsName(words) ? words : string.Empty;
                above = block;
                if (before.Length > 0 && block.Kind == BlockKind.Heading && block.Level < Math.Min(outermost, prominent?.Level ?? int.MaxValue)) prominent = block;
                continue;
            }
            // "Strategi för åren 2027–2032" only says what kind of document the name above it has.
            return before.Length > 0 && (BeginsWithKind(words) || Outranks(above, block)) ? $"{before} – {words}" : words;
        }
        return prominent is null ? null : BlockText.OnOneLine(document.TextOf(prominent));
    }

    /// <summary>Whether the line above is set as the larger heading of the two.</summary>
    private static bool Outranks(TextBlock? above, TextBlock block) =>
        above is { Kind: BlockKind.Heading } && (block.Kind != BlockKind.Heading || above.Level < block.Level);

    private static bool IsName(string words) =>
        LineForm.IsTitle(words) && words.Contains(' ', StringComparison.Ordinal)
        && !(words.StartsWith("Region ", StringComparison.Ordinal) && words.Count(c => c == ' ') < 3)
        && !words.EndsWith("kommun", StringComparison.OrdinalIgnoreCase) && !words.EndsWith(" län", StringComparison.OrdinalIgnoreCase);

    private static bool BeginsWithKind(string words)
    {
        foreach (string word in DocumentWords)
        {
            if (words.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static bool NamesDocument(string words)
    {
        foreach (string word in DocumentWords)
        {
            if (words.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
