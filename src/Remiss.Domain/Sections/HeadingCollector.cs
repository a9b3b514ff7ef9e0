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
        var joined = new List<HeadingCandidate>();
        for (int i = 0; i < document.Blocks.Length; i++)
        {
            TextBlock block = document.Blocks[i];
            if (contents.Blocks.Contains(i)) continue;
            HeadingCandidate? candidate = block.Kind switch
            {
                BlockKind.Heading when block.Span.Length <= LongestHeading => Strong(document, i, candidates.Count == 0),
                BlockKind.Paragraph or BlockKind.ListItem => Weak(document, contents, i),
                _ => null,
            };
            if (candidate is null) continue;
            if (candidates.Count > 0 && GoesOn(candidates[^1], candidate))
            {
                Append(candidates[^1], candidate);
                candidates[^1].InContents = contents.Find(candidates[^1]) is not null;
                (candidate.Accepted, candidate.IsRepeat) = (false, true);
                joined.Add(candidate);
                continue;
            }
            candidate.InContents = contents.Find(candidate) is not null;
            if (candidate.Weak && !candidate.InContents && candidate.Prefix is null) continue;
            candidates.Add(candidate);
        }
        // Running text that says what a heading says is a mention of it.
        HashSet<string> headed = [.. candidates.Where(c => !c.Weak).Select(c => SectionKeys.Of(c.Title))];
        candidates.RemoveAll(c => c.Weak && headed.Contains(SectionKeys.Of(c.Title)));
        foreach (HeadingCandidate c in candidates) TakeNumber(c, contents);
        candidates.AddRange(joined);
        candidates.Sort((a, b) => a.Block.CompareTo(b.Block));
        return candidates;
    }

    /// <summary>Whether a guessed heading is the next line of the one right before it.</summary>
    private static bool GoesOn(HeadingCandidate first, HeadingCandidate next)
    {
        if (first.Stated || next.Stated || first.Weak || next.Weak || next.Prefix is not null || first.GivenLevel != next.GivenLevel) return false;
        if (next.Block != first.LastBlock + 1 || first.Words.Length + next.Words.Length > LongestHeading) return false;
        return LineForm.BeginsSmall(next.Words) || (first.Words.Length > 3 && !LineForm.ClosesTitle(first.Words) && !first.Words.EndsWith('.'));
    }

    private static void Append(HeadingCandidate first, HeadingCandidate next)
    {
        first.Words = BlockText.OnOneLine($"{first.Words}\n{next.Words}");
        first.Title = BlockText.OnOneLine($"{first.Title}\n{next.Words}");
        first.LastBlock = next.Block;
    }

    /// <summary>A heading whose number was lost on the way has it in the contents.</summary>
    private static void TakeNumber(HeadingCandidate c, ContentsTable contents)
    {
        if (c.Prefix is not null || !c.InContents || contents.Find(c) is not { Number: { } number }) return;
        c.Prefix = NumberPrefix.Read(number + " X");
    }

    private static HeadingCandidate? Strong(DocumentText document, int i, bool first)
    {
        TextBlock block = document.Blocks[i];
        string words = BlockText.OnOneLine(document.Text.AsSpan(block.Span.Start, block.Span.Length));
        if (words.Length == 0 || !words.Any(char.IsLetterOrDigit) || SectionKeys.IsContents(words)) return null;
        // A guessed heading that begins inside a sentence is a piece of text in large or bold type.
        if (!block.Stated && LineForm.BeginsSmall(words) && !IsAfterHeading(document, i)) return null;
        if (!block.Stated && char.IsAsciiDigit(words[0]) && words.AsSpan(0, Math.Min(8, words.Length)).Contains('§')) return null;
        NumberPrefix? prefix = first && LineForm.IsPageMarkWithType(words) && !block.Stated ? null : NumberPrefix.Read(words);
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

    private static bool IsAfterHeading(DocumentText document, int i) => i > 0 && document.Blocks[i - 1].Kind == BlockKind.Heading;

    /// <summary>Running text that begins as a numbered heading does, or that the contents name word for word.</summary>
    private static HeadingCandidate? Weak(DocumentText document, ContentsTable contents, int i)
    {
        TextBlock block = document.Blocks[i];
        ReadOnlySpan<char> all = document.Text.AsSpan(block.Span.Start, Math.Min(block.Span.Length, LongestHeading));
        NumberPrefix? prefix = NumberPrefix.Read(all);
        if (block.Kind == BlockKind.ListItem && prefix is null) return null;
        if (block.Span.Length <= LongestWeak)
        {
            string words = BlockText.OnOneLine(all);
            bool sentence = words.EndsWith('.') || words.EndsWith(';') || words.EndsWith(',');
            bool announced = contents.CountTitle(prefix is { } q ? words[q.TitleStart..] : words) > 0;
            if (!announced && (sentence || prefix is null or { Depth: 1 })) return null;
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
