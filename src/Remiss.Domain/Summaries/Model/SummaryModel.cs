using System.Collections.Immutable;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Model;

/// <summary>All that the parts read, counted once: who says what where.</summary>
internal sealed class SummaryModel
{
    public required SummaryInput Input { get; init; }

    public required SummaryTheme Theme { get; init; }

    public required WordBook Words { get; init; }

    public required AnchorBook Anchors { get; init; }

    /// <summary>The parts that are in, in order.</summary>
    public required ImmutableArray<SummaryPart> Parts { get; init; }

    public required ImmutableArray<ReplyView> Replies { get; init; }

    public required ImmutableArray<CommentView> Comments { get; init; }

    public required ImmutableArray<ChapterView> Chapters { get; init; }

    public required ImmutableArray<SharedView> Shared { get; init; }

    /// <summary>Files that could not be read, with the names that may be printed.</summary>
    public required ImmutableArray<RefusedView> Refused { get; init; }

    /// <summary>The stance of the replies as wholes.</summary>
    public required StanceTally Overall { get; init; }

    /// <summary>Where the parts start, for links to them.</summary>
    public required ImmutableDictionary<SummaryPart, Anchor> PartAnchors { get; init; }

    public IEnumerable<CommentView> General => Comments.Where(c => c.Place == Place.General);

    public IEnumerable<CommentView> Undecided => Comments.Where(c => c.Place == Place.Undecided);

    public bool Has(SummaryPart part) => Parts.Contains(part);

    /// <summary>Where a section's chapter starts; null in orders that have no chapters of sections, and for sections without a heading.</summary>
    public Anchor? AnchorOf(ChapterView chapter) =>
        Input.Order == SummaryOrder.BySection && chapter.HasHeading ? chapter.Anchor : null;

    /// <summary>Where a comment is quoted; null where rows of a table cannot be pointed at.</summary>
    public Anchor? AnchorOf(CommentView comment) => Input.Order == SummaryOrder.AsTable ? null : comment.Anchor;

    /// <summary>Where a part starts; null when it is not in.</summary>
    public Anchor? AnchorOf(SummaryPart part) => Has(part) && PartAnchors.TryGetValue(part, out Anchor anchor) ? anchor : null;

    public string Range(CommentView comment) => RangeLabel.Of(comment.Chapters, Chapters);
}
