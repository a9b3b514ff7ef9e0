using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>What persons have done to a comment, the latest first; each can be undone by its id.</summary>
public static class GetCommentHistory
{
    private const string FindReply =
        "SELECT v.response_version_id, v.consultation_id FROM comment k JOIN response_version v ON v.response_version_id = k.response_version_id WHERE k.comment_id = @id";

    /// <summary>Of which.</summary>
    public sealed record Query(CommentId Id) : IQuery<ImmutableArray<HistoryEntry>>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Comment, Id.Value);
    }

    internal sealed class Handler(DbSession session, CommentHistory history, StoredDocuments documents) : IRequestHandler<Query, Result<ImmutableArray<HistoryEntry>>>
    {
        public async Task<Result<ImmutableArray<HistoryEntry>>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await session.FindAsync<PlaceRow>(FindReply, new { id = query.Id }, cancellationToken).ConfigureAwait(false) is not { } place) return Refusals.NotThere;
            // Without the reply's text: what the history tells is what was said of the comment.
            var words = new CommentWords(string.Empty, await documents.CurrentAsync(place.ConsultationId, cancellationToken).ConfigureAwait(false));
            var changes = await history.ListAsync(place.ResponseVersionId, query.Id.Value, cancellationToken).ConfigureAwait(false);
            return ImmutableArray.CreateRange(changes.Reverse().Select(c => new HistoryEntry(
                c.Id, CommentPhrases.Kind(c.Kind), words.Of(Own(c.Before, query.Id)), words.Of(Own(c.After, query.Id)), c.ActorName, c.At, c.UndoesChangeId, c.UndoneByChangeId)));
        }

        private static IEnumerable<KeptComment> Own(EditRows rows, CommentId id) => rows.Comments.Where(c => c.Id == id.Value);
    }

    private sealed record PlaceRow
    {
        public ResponseVersionId ResponseVersionId { get; init; }

        public ConsultationId ConsultationId { get; init; }
    }
}

/// <summary>One entry of a comment's history.</summary>
/// <param name="Change">Which, to be undone by.</param>
/// <param name="What">What was done.</param>
/// <param name="Before">The comment before it, in words.</param>
/// <param name="After">The comment after it, in words.</param>
/// <param name="Who">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Undoes">The change that this one undid, or null.</param>
/// <param name="UndoneBy">The change that undid this one; null while it holds.</param>
public sealed record HistoryEntry(
    CommentChangeId Change, Phrase What, Phrase Before, Phrase After, string Who, DateTimeOffset At, CommentChangeId? Undoes, CommentChangeId? UndoneBy);
