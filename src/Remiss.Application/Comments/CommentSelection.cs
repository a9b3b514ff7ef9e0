using System.Collections.Immutable;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Comments;

/// <summary>A comment as someone saw it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">The version that was on their screen; another one now is a conflict.</param>
public readonly record struct SeenComment(CommentId Id, int Version);

/// <summary>Which comments of a consultation; null asks for nothing. Only current comments of the newest versions of replies are ever meant.</summary>
public sealed record CommentFilter
{
    /// <summary>All of them.</summary>
    public static CommentFilter All { get; } = new();

    /// <summary>Of this reply.</summary>
    public ResponseId? Response { get; init; }

    /// <summary>With a tag or an open suggestion on this section.</summary>
    public StoredSectionId? Section { get; init; }

    /// <summary>With this stance.</summary>
    public Stance? Stance { get; init; }

    /// <summary>With or without a tag that counts.</summary>
    public bool? HasSections { get; init; }

    /// <summary>Reviewed or not.</summary>
    public bool? IsReviewed { get; init; }

    /// <summary>The conditions, on the comment <c>k</c> and the version <c>v</c>.</summary>
    internal string Sql() => string.Join(" AND ", new[]
    {
        "1 = 1",
        Response is null ? null : "v.response_id = @Response",
        Section is null ? null : "EXISTS (SELECT 1 FROM comment_tag s WHERE s.comment_no = k.comment_no AND s.section_id = @Section AND s.status <> 'Refused')",
        Stance is null ? null : "k.stance = @stance",
        HasSections is null ? null : $"{(HasSections.Value ? string.Empty : "NOT ")}EXISTS (SELECT 1 FROM comment_tag h WHERE h.comment_no = k.comment_no AND h.status = 'Settled')",
        IsReviewed is null ? null : $"k.reviewed_at IS {(IsReviewed.Value ? "NOT " : string.Empty)}NULL",
    }.OfType<string>());
}

/// <summary>
/// Comments of one consultation, named one by one with the versions that were seen, or by a filter (then as they are at
/// the moment of the change). Exactly one of the two.
/// </summary>
public sealed record CommentSelection
{
    /// <summary>The comments, one by one; empty where a filter says which.</summary>
    public ImmutableArray<SeenComment> Seen { get; init; } = [];

    /// <summary>The filter, or null.</summary>
    public CommentFilter? Filter { get; init; }

    /// <summary>These.</summary>
    public static CommentSelection Of(params SeenComment[] seen) => new() { Seen = [.. seen] };

    /// <summary>All that the filter lets through.</summary>
    public static CommentSelection Of(CommentFilter filter) => new() { Filter = filter };

    /// <summary>Whether it says which, in one way, and no comment twice.</summary>
    internal bool IsSound => !Seen.IsDefault && (Filter is null) == (Seen.Length > 0) && Seen.DistinctBy(s => s.Id).Count() == Seen.Length;
}

/// <summary>A comment that an edit of several left as it was.</summary>
/// <param name="Id">Which.</param>
/// <param name="Why">Why, for a person.</param>
public sealed record SkippedComment(CommentId Id, Phrase Why);

/// <summary>What an edit came to.</summary>
/// <param name="Changes">Its entries in the history, one for each reply, to be undone by; none where all was so already.</param>
/// <param name="Comments">The comments it touched that are current now, with their new versions.</param>
public sealed record EditReceipt(ImmutableArray<CommentChangeId> Changes, ImmutableArray<SeenComment> Comments)
{
    /// <summary>Of several comments those that were left as they were, and why.</summary>
    public ImmutableArray<SkippedComment> Skipped { get; init; } = [];
}
