using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;

namespace Remiss.Domain.Summaries.Model;

/// <summary>
/// The sections in order: those of the document, and after them the numbers that replies name and the
/// document does not hold (all of them where no document was given).
/// </summary>
internal sealed class ChapterTable
{
    private readonly SectionTree _tree;
    private readonly Dictionary<string, int> _named;
    private readonly Dictionary<string, GroupView> _groups = new(StringComparer.Ordinal);

    private ChapterTable(SectionTree tree, ImmutableArray<ChapterView> all, Dictionary<string, int> named) =>
        (_tree, All, _named) = (tree, all, named);

    public ImmutableArray<ChapterView> All { get; }

    public static ChapterTable Build(SummaryInput input, AnchorBook anchors)
    {
        SectionTree tree = input.Document;
        var all = ImmutableArray.CreateBuilder<ChapterView>(tree.Sections.Length);
        var siblings = new Dictionary<int, int>();
        foreach (Section section in tree.Sections)
        {
            int parentIndex = tree.Parent(section) is { } p ? tree.IndexOf(p.Id) : -1;
            ChapterView? parent = parentIndex >= 0 && parentIndex < all.Count ? all[parentIndex] : null;
            int ordinal = siblings.GetValueOrDefault(parentIndex);
            siblings[parentIndex] = ordinal + 1;
            var chapter = new ChapterView
            {
                Index = all.Count,
                Section = section,
                Number = section.Number,
                Title = section.Title,
                Depth = parent is null ? 0 : parent.Depth + 1,
                Parent = parent,
                Ordinal = ordinal,
                Anchor = anchors.Take("avsnitt", section.Id.Value),
            };
            parent?.Parts.Add(chapter);
            all.Add(chapter);
        }
        var named = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (SectionTag tag in NamedByReplies(input))
        {
            named.Add(NameOf(tag), all.Count);
            all.Add(new ChapterView
            {
                Index = all.Count,
                Section = null,
                Number = tag.Number,
                Title = tag.Title,
                Depth = 0,
                Parent = null,
                // No two are neighbours: what lies between them is not known.
                Ordinal = all.Count * 2,
                Anchor = anchors.Take("avsnitt", NameOf(tag)),
            });
        }
        return new ChapterTable(tree, all.ToImmutable(), named);
    }

    /// <summary>The chapters of the tags, in order, each once.</summary>
    public ImmutableArray<int> Resolve(ImmutableArray<SectionTag> tags)
    {
        if (tags.IsEmpty) return [];
        var found = new SortedSet<int>();
        foreach (SectionTag tag in tags)
        {
            int index = IndexIn(_tree, tag);
            found.Add(index >= 0 ? index : _named[NameOf(tag)]);
        }
        return [.. found];
    }

    /// <summary>Files a comment under its one section, or under the group of all its sections.</summary>
    public void Place(CommentView comment)
    {
        foreach (int chapter in comment.Chapters) All[chapter].CommentCount++;
        if (comment.Chapters.Length == 1) All[comment.Chapters[0]].Own.Add(comment);
        if (comment.Chapters.Length < 2) return;
        string key = string.Join(',', comment.Chapters);
        if (!_groups.TryGetValue(key, out GroupView? group))
        {
            group = new GroupView(comment.Chapters, RangeLabel.Of(comment.Chapters, All));
            _groups.Add(key, group);
            All[comment.Chapters[0]].Starting.Add(group);
            foreach (int chapter in comment.Chapters) All[chapter].Touching.Add(group);
        }
        group.Comments.Add(comment);
    }

    /// <summary>Counts a reply once in each section that it comments on.</summary>
    public void Count(ReplyView reply)
    {
        foreach ((int chapter, Cell cell) in reply.Cells)
        {
            All[chapter].Bodies.Add((reply, cell.Stance));
            All[chapter].Tally.Add(cell.Stance);
        }
    }

    /// <summary>Orders the groups and finds the sections that have anything under them.</summary>
    public void Finish(AnchorBook anchors)
    {
        for (int i = All.Length - 1; i >= 0; i--)
        {
            ChapterView chapter = All[i];
            chapter.IsAlive |= chapter.CommentCount > 0;
            if (chapter.IsAlive && chapter.Parent is { } parent) parent.IsAlive = true;
            chapter.Starting.Sort(ByChapters);
            chapter.Touching.Sort(ByChapters);
        }
        foreach (ChapterView chapter in All)
        {
            foreach (GroupView group in chapter.Starting) group.Anchor = anchors.Take("grupp", group.Range);
        }
    }

    private static int ByChapters(GroupView one, GroupView other) => one.Chapters.AsSpan().SequenceCompareTo(other.Chapters.AsSpan());

    private static ImmutableArray<SectionTag> NamedByReplies(SummaryInput input)
    {
        var named = new SortedDictionary<string, SectionTag>(NaturalOrder.Instance);
        foreach (SummarisedResponse response in input.Responses)
        {
            foreach (Comment comment in response.Split.Comments)
            {
                foreach (SectionTag tag in ModelBuilder.CountingTags(comment, input.AcceptThreshold))
                {
                    if (IndexIn(input.Document, tag) < 0) named.TryAdd(NameOf(tag).ToLowerInvariant(), tag);
                }
            }
        }
        return [.. named.Values];
    }

    private static int IndexIn(SectionTree tree, SectionTag tag)
    {
        if (tag.Section is { } id && tree.IndexOf(id) is >= 0 and var index) return index;
        return tag.Number is { } number && tree.FindNumber(number) is { } section ? tree.IndexOf(section.Id) : -1;
    }

    private static string NameOf(SectionTag tag) => tag.Number ?? (tag.Title.Length > 0 ? tag.Title : tag.Section?.Value ?? "");
}
