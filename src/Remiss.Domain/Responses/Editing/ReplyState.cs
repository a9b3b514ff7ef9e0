using System.Collections.Immutable;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses.Editing;

/// <summary>A reply's text and rows as they are now; what every edit is decided from. Immutable.</summary>
public sealed record ReplyState
{
    /// <summary>The text that all spans count in.</summary>
    public required string Text { get; init; }

    /// <summary>Which page each position stands on.</summary>
    public required PageMap Pages { get; init; }

    /// <summary>All comments, those out of sight too, in text order.</summary>
    public required ImmutableArray<KeptComment> Comments { get; init; }

    /// <summary>The runs that are no comments, in text order.</summary>
    public required ImmutableArray<KeptRun> Runs { get; init; }

    /// <summary>The stance of the whole.</summary>
    public KeptOverall Overall { get; init; } = new(Stance.NotStated, null, null, null);

    /// <summary>The comments that count.</summary>
    public IEnumerable<KeptComment> Current => Comments.Where(c => c.IsCurrent);

    /// <summary>The comment of that id, or null.</summary>
    public KeptComment? Find(Guid id) => Comments.FirstOrDefault(c => c.Id == id);

    /// <summary>
    /// The invariant that no edit may break: current comments and runs follow each other without gap or overlap and
    /// are the whole text, and no run is empty.
    /// </summary>
    public bool IsWhole()
    {
        int done = 0;
        foreach (TextSpan span in Current.Select(c => c.Span).Concat(Runs.Select(r => r.Span)).OrderBy(s => s.Start))
        {
            if (span.Start != done || span.Length <= 0) return false;
            done = span.End;
        }
        return done == Text.Length;
    }

    /// <summary>The state with a change made.</summary>
    public ReplyState With(CommentChange change)
    {
        Dictionary<Guid, KeptComment> after = change.After.Comments.ToDictionary(c => c.Id);
        return this with
        {
            Comments = [.. Comments.Where(c => !after.ContainsKey(c.Id)).Concat(after.Values).OrderBy(c => c.Span.Start).ThenBy(c => c.Id)],
            Runs = [.. Runs.Except(change.Before.Runs).Concat(change.After.Runs).OrderBy(r => r.Span.Start)],
            Overall = change.After.Overall ?? Overall,
        };
    }

    /// <summary>
    /// The change that undoes an earlier one, from the rows as they are; null where a person has since changed
    /// any row that it would write over.
    /// </summary>
    public CommentChange? Undo(CommentChange done)
    {
        var now = new List<KeptComment>();
        foreach (KeptComment left in done.After.Comments)
        {
            if (Find(left.Id) is not { } comment || !comment.IsAsLeft(left)) return null;
            now.Add(comment);
        }
        if (done.After.Runs.Except(Runs).Any()) return null;
        if (done.After.Overall is not null && done.After.Overall != Overall) return null;
        return new CommentChange(done.After with { Comments = [.. now] }, done.Before);
    }
}
