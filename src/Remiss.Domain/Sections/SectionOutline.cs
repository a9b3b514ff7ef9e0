using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>One heading that a person says the document has, in document order.</summary>
/// <param name="Number">Its number, or null.</param>
/// <param name="Title">Its title without the number.</param>
/// <param name="Level">Its depth, 1 outermost.</param>
public sealed record SectionOutline(string? Number, string Title, int Level);

/// <summary>Finds the headings of an outline in a document and fills them with its text, points and pages.</summary>
public static class SectionLocator
{
    private const int LongestHeading = 300;

    /// <summary>
    /// For each entry the section that its heading opens, or null where the document has no such
    /// heading after the one before. Each section reaches to the next heading that was found. Ids are unique
    /// among all entries, found or not.
    /// </summary>
    public static ImmutableArray<Section?> Fill(DocumentText document, IReadOnlyList<SectionOutline> outline)
    {
        ContentsTable contents = ContentsTable.Read(document);
        List<HeadingCandidate> candidates = HeadingCollector.Collect(document, contents);
        HeadingSieve.MarkLabels(document, candidates);
        var byBlock = candidates.ToDictionary(c => c.Block);
        var places = new Places(document, contents);
        var found = new HeadingCandidate?[outline.Count];
        int after = -1;
        for (int i = 0; i < outline.Count; i++)
        {
            if (places.Find(outline[i], after) is not { } block) continue;
            after = block;
            found[i] = Located(document, outline[i], block);
            byBlock[block] = found[i]!;
        }
        // What the person left out is text, not a point.
        foreach (HeadingCandidate c in candidates) (c.Accepted, c.Prefix) = (false, null);
        List<HeadingCandidate> sections = [.. found.OfType<HeadingCandidate>()];
        ImmutableArray<Section> built = SectionAssembler.Assemble(document, sections, [.. byBlock.Values], contents);
        return Spread(outline, found, built);
    }

    private static HeadingCandidate Located(DocumentText document, SectionOutline entry, int block)
    {
        TextSpan span = document.Blocks[block].Span;
        return new HeadingCandidate
        {
            Block = block,
            Words = BlockText.OnOneLine(document.Text.AsSpan(span.Start, Math.Min(span.Length, LongestHeading))),
            Number = entry.Number,
            Title = entry.Title,
            GivenLevel = entry.Level,
            Level = entry.Level,
            Stated = true,
        };
    }

    private static ImmutableArray<Section?> Spread(IReadOnlyList<SectionOutline> outline, HeadingCandidate?[] found, ImmutableArray<Section> built)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var counters = new Dictionary<string, int>(StringComparer.Ordinal);
        var sections = ImmutableArray.CreateBuilder<Section?>(outline.Count);
        int next = 0;
        for (int i = 0; i < outline.Count; i++)
        {
            SectionId id = SectionKeys.Id(outline[i].Number, outline[i].Title, taken, counters);
            sections.Add(found[i] is null ? null : built[next++] with { Id = id });
        }
        return sections.MoveToImmutable();
    }

    /// <summary>The ids of an outline whose sections no document fills.</summary>
    public static ImmutableArray<SectionId> Ids(IReadOnlyList<SectionOutline> outline)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var counters = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. outline.Select(o => SectionKeys.Id(o.Number, o.Title, taken, counters))];
    }

    /// <summary>Where short blocks stand, by what they say.</summary>
    private sealed class Places
    {
        private readonly Dictionary<string, List<int>> _headings = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<int>> _others = new(StringComparer.Ordinal);

        public Places(DocumentText document, ContentsTable contents)
        {
            for (int i = 0; i < document.Blocks.Length; i++)
            {
                TextBlock block = document.Blocks[i];
                if (block.Span.Length > LongestHeading || contents.Blocks.Contains(i)
                    || block.Kind is BlockKind.PageFurniture or BlockKind.ContentsEntry or BlockKind.Footnote) continue;
                string words = BlockText.OnOneLine(document.Text.AsSpan(block.Span.Start, block.Span.Length));
                Dictionary<string, List<int>> places = block.Kind == BlockKind.Heading ? _headings : _others;
                Add(places, SectionKeys.Of(words), i);
                if (NumberPrefix.Read(words) is { } prefix && prefix.TitleStart < words.Length) Add(places, SectionKeys.Of(words.AsSpan(prefix.TitleStart)), i);
            }
        }

        public int? Find(SectionOutline entry, int after)
        {
            string full = SectionKeys.Of($"{entry.Number} {entry.Title}");
            string title = SectionKeys.Of(entry.Title);
            return First(_headings, full, after) ?? First(_others, full, after) ?? First(_headings, title, after) ?? First(_others, title, after);
        }

        private static int? First(Dictionary<string, List<int>> places, string key, int after)
        {
            if (key.Length == 0 || !places.TryGetValue(key, out List<int>? blocks)) return null;
            int index = blocks.BinarySearch(after + 1);
            if (index < 0) index = ~index;
            return index < blocks.Count ? blocks[index] : null;
        }

        private static void Add(Dictionary<string, List<int>> places, string key, int block)
        {
            if (!places.TryGetValue(key, out List<int>? blocks)) places[key] = blocks = [];
            if (blocks.Count == 0 || blocks[^1] != block) blocks.Add(block);
        }
    }
}
