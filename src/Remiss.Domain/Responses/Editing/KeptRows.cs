using System.Collections.Immutable;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses.Editing;

/// <summary>Where a tag stands between the machine and the person.</summary>
public enum TagStatus
{
    /// <summary>It counts.</summary>
    Settled,

    /// <summary>Suggested by wording; the machine may replace it at any time, and it counts for nothing until a person accepts it.</summary>
    Suggested,

    /// <summary>A person said no. It stays, so that it is never suggested again.</summary>
    Refused,
}

/// <summary>A tag as it is kept.</summary>
/// <param name="Section">The section's lasting id.</param>
/// <param name="Item">Its numbered point, or 0 for the section as a whole.</param>
/// <param name="Source">How it came to be.</param>
/// <param name="Status">Whether it counts.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="SetBy">The account that set, accepted or refused it, or null.</param>
/// <param name="SetAt">When a person did, or null.</param>
public sealed record KeptTag(Guid Section, int Item, TagSource Source, TagStatus Status, double Confidence, Guid? SetBy, DateTimeOffset? SetAt);

/// <summary>Who edits and when: goes into what is set.</summary>
/// <param name="By">The account, or null where someone without one acts (the command line).</param>
/// <param name="At">UTC, whole milliseconds: what is kept must equal what is read back.</param>
public readonly record struct EditStamp(Guid? By, DateTimeOffset At);

/// <summary>A comment as it is kept, with its tags. One that was merged away, split off and undone, or dismissed is still there, not current.</summary>
public sealed record KeptComment
{
    /// <summary>Its lasting id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it stands in the reply.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The page it starts on.</summary>
    public required int Page { get; init; }

    /// <summary>The lead-in sentence whose point it is, or null.</summary>
    public TextSpan? LeadIn { get; init; }

    /// <summary>It is about the document as a whole.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>Its stance.</summary>
    public Stance Stance { get; init; }

    /// <summary>The words the stance rests on, or null.</summary>
    public TextSpan? Evidence { get; init; }

    /// <summary>Who set the stance; null where it was read by rules.</summary>
    public Guid? StanceSetBy { get; init; }

    /// <summary>When a person set the stance, or null.</summary>
    public DateTimeOffset? StanceSetAt { get; init; }

    /// <summary>Who said that it is right as it stands, or null.</summary>
    public Guid? ReviewedBy { get; init; }

    /// <summary>When it was reviewed, or null.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>Whether it counts.</summary>
    public bool IsCurrent { get; init; } = true;

    /// <summary>Its tags, ordered by section and item.</summary>
    public ImmutableArray<KeptTag> Tags { get; init; } = [];

    /// <summary>The tags that count. A method, so that it is no part of the row's JSON.</summary>
    public IEnumerable<KeptTag> Settled() => Tags.Where(t => t.Status == TagStatus.Settled);

    /// <summary>The comment with other tags, in their order.</summary>
    public KeptComment WithTags(IEnumerable<KeptTag> tags) =>
        this with { Tags = [.. tags.OrderBy(t => t.Section).ThenBy(t => t.Item)] };

    /// <summary>
    /// Whether no person has touched it since it was as <paramref name="left"/>. Open suggestions are left out: the
    /// machine replaces them whenever it learns, and that is no reason to refuse someone their undo.
    /// </summary>
    public bool IsAsLeft(KeptComment left) =>
        (this with { Tags = default }) == (left with { Tags = default })
        && Tags.Where(t => t.Status != TagStatus.Suggested).SequenceEqual(left.Tags.Where(t => t.Status != TagStatus.Suggested));
}

/// <summary>A run of a reply that is no comment, as it is kept.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is; never <see cref="LedgerKind.Comment"/>.</param>
/// <param name="ReviewedBy">Who said that it is right as it stands, or null.</param>
/// <param name="ReviewedAt">When, or null.</param>
public sealed record KeptRun(TextSpan Span, LedgerKind Kind, Guid? ReviewedBy = null, DateTimeOffset? ReviewedAt = null);

/// <summary>The stance of a reply as a whole, as it is kept.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="Evidence">The words it rests on, or null.</param>
/// <param name="SetBy">Who set it; null where it was read by rules.</param>
/// <param name="SetAt">When a person set it, or null.</param>
public sealed record KeptOverall(Stance Stance, TextSpan? Evidence, Guid? SetBy, DateTimeOffset? SetAt);

/// <summary>The rows that a change touches, on one of its sides.</summary>
public sealed record EditRows
{
    /// <summary>The comments; the same ids stand on both sides of a change.</summary>
    public ImmutableArray<KeptComment> Comments { get; init; } = [];

    /// <summary>The runs that only this side has.</summary>
    public ImmutableArray<KeptRun> Runs { get; init; } = [];

    /// <summary>The overall stance, where the change sets it.</summary>
    public KeptOverall? Overall { get; init; }
}

/// <summary>
/// One change that a person makes, as the rows before and after. A comment that is new stands before as not current,
/// as if it had been there out of sight: so a change and its undoing are the same kind of thing.
/// </summary>
public sealed record CommentChange(EditRows Before, EditRows After)
{
    /// <summary>The change back.</summary>
    public CommentChange Reversed => new(After, Before);

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Before.Runs.SequenceEqual(After.Runs) && Before.Overall == After.Overall
        && Before.Comments.Zip(After.Comments).All(p => p.First.IsAsLeft(p.Second) && p.First.Tags.SequenceEqual(p.Second.Tags));

    /// <summary>A change of comments only, each beside what it was.</summary>
    public static CommentChange Of(IEnumerable<(KeptComment Before, KeptComment After)> pairs)
    {
        List<(KeptComment Before, KeptComment After)> list = [.. pairs];
        return new(new EditRows { Comments = [.. list.Select(p => p.Before)] }, new EditRows { Comments = [.. list.Select(p => p.After)] });
    }
}
