using Remiss.Domain.Summaries.Model;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>
/// Remembers, along a run of comments, where the reader last saw a lead-in, so that points under one
/// sentence do not repeat it: the quotation that holds it, or the point that it was printed above.
/// </summary>
internal sealed class LeadInSight
{
    private CommentView? _quoted;
    private CommentView? _printed;

    /// <summary>Where the comment's lead-in is in sight, and whether in a quotation; null when it is not.</summary>
    public (CommentView Comment, bool IsQuoted)? Holder(CommentView comment)
    {
        if (comment.Comment.LeadIn is not { } leadIn) return null;
        if (_quoted is { } quoted && ReferenceEquals(quoted.Reply, comment.Reply) && quoted.Comment.Span.Contains(leadIn)) return (quoted, true);
        if (_printed is { } printed && ReferenceEquals(printed.Reply, comment.Reply) && printed.Comment.LeadIn == leadIn) return (printed, false);
        return null;
    }

    /// <summary>Notes a comment that is printed now.</summary>
    public void Show(CommentView comment)
    {
        bool inSight = Holder(comment) is not null;
        if (comment.Comment.LeadIn is null) _quoted = comment;
        else if (!inSight) _printed = comment;
    }
}
