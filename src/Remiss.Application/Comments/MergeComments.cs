using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>Makes neighbouring comments of one reply into one, with the text between them. The one that the region has answered stays, else the first.</summary>
public static class MergeComments
{
    private const string FindAnswered = "SELECT k.comment_id FROM disposition d JOIN comment k ON k.comment_no = d.comment_no WHERE k.comment_id IN @ids ORDER BY k.start_at";

    /// <summary>Which.</summary>
    public sealed record Command(ResponseVersionId Reply, ImmutableArray<SeenComment> Comments) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.ResponseVersion, Reply.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Most = 500;

        public Validator() => RuleFor(c => c.Comments)
            .Must(c => !c.IsDefault && c.Length is >= 2 and <= Most && c.DistinctBy(s => s.Id).Count() == c.Length)
            .Says($"Välj två till {Most} synpunkter, var och en en gång.", $"Choose two to {Most} comments, each once.");
    }

    internal sealed class Handler(CommentEditor editor, DbSession session) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public async Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            HashSet<Guid> ids = [.. command.Comments.Select(c => c.Id.Value)];
            var answered = await session.ListAsync<CommentId>(FindAnswered, new { ids }, cancellationToken).ConfigureAwait(false);
            return await editor.EditAsync(
                nameof(MergeComments), command.Reply, command.Comments, state => TextEdits.Merge(state, ids, answered.Count > 0 ? answered[0].Value : null), cancellationToken).ConfigureAwait(false);
        }
    }
}
