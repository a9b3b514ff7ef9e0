using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>Collects the blocks that may head a section: what the reader called headings, and numbered or announced lines that it did not.</summary>
internal static class HeadingCollector
{
    private const int LongestHeading = 300;
    private const int LongestWeak = 160;

    public static List<HeadingCandidate> Collect(DocumentText document, ContentsTable contents)
    {
        var candidates = new List<HeadingCandidate>();
        for (int i = 0; i < document.Blocks.Length; i++)
        {
            TextBlock block = document.Blocks[i];
            if (contents.Blocks.Contains(i)) continue;
            HeadingCandidate? candidate = block.Kind switch
            {
                BlockKind.Heading when block.Span.Length <= LongestHeading => Strong(document, i),
                BlockKind.Paragraph or BlockKind.ListItem => Weak(document, contents, i),
                _ => null,
            };
            if (candidate is null) continue;
            candidate.InContents = contents.Find(candidate) is not null;
            if (candidate.Weak && !candidate.InContents && candidate.Prefix is null) continue;
            candidates.Add(candidate);
        }
        return candidates;
    }

    private static HeadingCandidate? Strong(DocumentText document, int i)
    {
        TextBlock block = document.Blocks[i];
        string words = BlockText.OnOneLine(document.Text.AsSpan(block.Span.Start, block.Span.Length));
        if (words.Length == 0 || !words.Any(char.IsLetterOrDigit) || SectionKeys.IsContents(words)) return null;
        NumberPrefix? prefix = LineForm.IsPageMarkWithType(words) && !block.Stated ? null : NumberPrefix.Read(words);
        return new HeadingCandidate
        {
            Block = i,
            Words = words,
            Prefix = prefix,
            Title = prefix is { } p && p.TitleStart < words.Length ? words[p.TitleStart..] : words,
            GivenLevel = Math.Max(1, block.Level),
            Stated = block.Stated,
        };
    }

    /// <summary>Running text that begins as a numbered heading does, or that the contents name word for word.</summary>
    private static HeadingCandidate? Weak(DocumentText document, ContentsTable contents, int i)
    {
        TextBlock block = document.Blocks[i];
        ReadOnlySpan<char> all = document.Text.AsSpan(block.Span.Start, Math.Min(block.Span.Length, LongestHeading));
        NumberPrefix? prefix = NumberPrefix.Read(all);
        if (block.Span.Length <= LongestWeak)
        {
            string words = BlockText.OnOneLine(all);
            bool sentence = words.EndsWith('.') || words.EndsWith(';') || words.EndsWith(',');
            if (sentence) return null;
            if (prefix is { Depth: 1 } or null && contents.CountTitle(prefix is { } q ? words[q.TitleStart..] : words) == 0) return null;
            return Make(i, words, prefix, 0);
        }
        // A heading glued to its text: the contents know where the title ends.
        if (prefix is not { } p || contents.Entries.Count == 0) return null;
        string start = all.ToString();
        if (contents.WithNumber(p.Number) is not { } entry
            || !start.AsSpan(p.TitleStart).StartsWith(entry.Title, StringComparison.OrdinalIgnoreCase)) return null;
        int length = p.TitleStart + entry.Title.Length;
        return Make(i, start[..length], prefix, length);
    }

    private static HeadingCandidate Make(int block, string words, NumberPrefix? prefix, int glued) => new()
    {
        Block = block,
        Words = words,
        Prefix = prefix,
        Title = prefix is { } p && p.TitleStart < words.Length ? words[p.TitleStart..] : words,
        GivenLevel = prefix?.Depth ?? 1,
        Stated = false,
        Weak = true,
        GluedLength = glued,
    };
}
