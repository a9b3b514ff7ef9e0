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
        HeadingCandidate? heading = Heading(candidates, text);
        if (heading is not null) heading.Accepted = false;
        if (!string.IsNullOrWhiteSpace(document.Title)) return BlockText.OnOneLine(document.Title).Trim();
        return heading?.Words ?? Front(document, candidates, contents) ?? string.Empty;
    }

    private static HeadingCandidate? Heading(List<HeadingCandidate> candidates, int[] text)
    {
        List<int> accepted = [.. Enumerable.Range(0, candidates.Count).Where(i => candidates[i].Accepted)];
        for (int k = 0; k + 1 < accepted.Count && k <= accepted.Count / 3; k++)
        {
            HeadingCandidate c = candidates[accepted[k]];
            if (c.Prefix is not null || c.InContents || LineForm.IsOuterTitle(c.Words) || SectionPart.IsAnnex(c.Words)) continue;
            bool named = NamesDocument(c.Words);
            bool alone = k == 0 && accepted.Skip(1).All(i => candidates[i].GivenLevel > c.GivenLevel);
            bool scant = text[accepted[k]] < (k == 0 ? ScantText : 1);
            if (scant && (named || alone) && candidates[accepted[k + 1]].GivenLevel <= c.GivenLevel + (alone ? 9 : 0)) return c;
        }
        return null;
    }

    private static string? Front(DocumentText document, List<HeadingCandidate> candidates, ContentsTable contents)
    {
        int end = Math.Min(candidates.Find(c => c.Accepted && c.Block > contents.FirstBlock)?.Block ?? candidates.Find(c => c.Accepted)?.Block ?? document.Blocks.Length,
            contents.FirstBlock);
        end = Math.Min(end, document.Blocks.Length);
        string before = string.Empty;
        for (int b = 0; b < end && b < FrontBlocks; b++)
        {
            TextBlock block = document.Blocks[b];
            if (block.Kind is BlockKind.PageFurniture or BlockKind.ContentsEntry || block.Span.Length > LongestTitle) continue;
            string words = BlockText.OnOneLine(document.TextOf(block)).TrimStart('#', ' ');
            if (!NamesDocument(words) || words.EndsWith('.'))
            {
                before = IsName(words) ? words : string.Empty;
                continue;
            }
            // "Strategi för åren 2027–2032" only says what kind of document the name above it has.
            return before.Length > 0 && BeginsWithKind(words) ? $"{before} – {words}" : words;
        }
        return null;
    }

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
