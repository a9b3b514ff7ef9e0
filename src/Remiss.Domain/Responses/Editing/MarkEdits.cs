using Remiss.Domain.Stances;

namespace Remiss.Domain.Responses.Editing;

/// <summary>How a choice of sections meets those a comment has.</summary>
public enum SectionsMode
{
    /// <summary>These are its sections, and no others.</summary>
    Replace,

    /// <summary>These too.</summary>
    Add,

    /// <summary>Not these.</summary>
    Remove,
}

/// <summary>A section that a person chose, or a point of it.</summary>
/// <param name="Section">The section's lasting id.</param>
/// <param name="Item">Its numbered point, or 0 for the section as a whole.</param>
public readonly record struct ChosenSection(Guid Section, int Item);

/// <summary>
/// Edits of what is said of one comment: its sections, stance and review. Pure steps. What a person takes away is kept
/// as refused, so that the machine never suggests it again.
/// </summary>
public static class MarkEdits
{
    /// <summary>The comment with a person's choice of sections. One that has it already keeps how it came to be.</summary>
    public static KeptComment Sections(KeptComment comment, SectionsMode mode, IReadOnlyCollection<ChosenSection> chosen, EditStamp stamp)
    {
        List<KeptTag> tags = [.. comment.Tags.Select(Met)];
        if (mode != SectionsMode.Remove)
        {
            tags.AddRange(chosen.Distinct()
                .Where(c => !comment.Tags.Any(t => t.Section == c.Section && t.Item == c.Item))
                .Select(c => new KeptTag(c.Section, c.Item, TagSource.Person, TagStatus.Settled, 1, stamp.By, stamp.At)));
        }
        KeptComment tagged = comment.WithTags(tags);
        return tagged with { IsGeneral = comment.IsGeneral && !tagged.Settled().Any() };

        KeptTag Met(KeptTag tag) => (mode, chosen.Contains(new ChosenSection(tag.Section, tag.Item))) switch
        {
            (SectionsMode.Remove, true) or (SectionsMode.Replace, false) => Refused(tag, stamp),
            (_, false) => tag,
            _ => Confirmed(tag, stamp),
        };
    }

    /// <summary>The comment as one on the document as a whole (its sections are taken away), or no longer as one.</summary>
    public static KeptComment General(KeptComment comment, bool isGeneral, EditStamp stamp) => isGeneral
        ? comment.WithTags(comment.Tags.Select(t => Refused(t, stamp))) with { IsGeneral = true }
        : comment with { IsGeneral = false };

    /// <summary>The comment with a stance that a person set. The words it rested on stay only where the stance does.</summary>
    public static KeptComment WithStance(KeptComment comment, Stance stance, EditStamp stamp) => comment with
    {
        Stance = stance,
        Evidence = stance == comment.Stance ? comment.Evidence : null,
        StanceSetBy = stamp.By,
        StanceSetAt = stamp.At,
    };

    /// <summary>The comment with those of its open suggestions accepted that <paramref name="which"/> picks: they become a person's tags.</summary>
    public static KeptComment Accept(KeptComment comment, Func<KeptTag, bool> which, EditStamp stamp)
    {
        KeptComment tagged = comment.WithTags(comment.Tags.Select(t => t.Status == TagStatus.Suggested && which(t) ? Confirmed(t, stamp) : t));
        return tagged with { IsGeneral = comment.IsGeneral && !tagged.Settled().Any() };
    }

    /// <summary>The comment with those of its open suggestions refused that <paramref name="which"/> picks.</summary>
    public static KeptComment Refuse(KeptComment comment, Func<KeptTag, bool> which, EditStamp stamp) =>
        comment.WithTags(comment.Tags.Select(t => t.Status == TagStatus.Suggested && which(t) ? Refused(t, stamp) : t));

    /// <summary>The comment as reviewed, or not.</summary>
    public static KeptComment Reviewed(KeptComment comment, bool isReviewed, EditStamp stamp) =>
        comment with { ReviewedBy = isReviewed ? stamp.By : null, ReviewedAt = isReviewed ? stamp.At : null };

    /// <summary>The run as reviewed, or not.</summary>
    public static KeptRun Reviewed(KeptRun run, bool isReviewed, EditStamp stamp) =>
        run with { ReviewedBy = isReviewed ? stamp.By : null, ReviewedAt = isReviewed ? stamp.At : null };

    private static KeptTag Confirmed(KeptTag tag, EditStamp stamp) => tag.Status == TagStatus.Settled ? tag
        : tag with { Source = TagSource.Person, Status = TagStatus.Settled, Confidence = 1, SetBy = stamp.By, SetAt = stamp.At };

    private static KeptTag Refused(KeptTag tag, EditStamp stamp) => tag.Status == TagStatus.Refused ? tag
        : tag with { Status = TagStatus.Refused, SetBy = stamp.By, SetAt = stamp.At };
}
