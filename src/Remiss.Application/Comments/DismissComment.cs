using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>Says that a comment is none, but courtesy, background or the like. Its row stays, and comes back when that is undone.</summary>
public static class DismissComment
{
    /// <summary>Which, and what it is instead.</summary>
    public sealed record Command(ResponseVersionId Reply, SeenComment Comment, LedgerKind Kind) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.ResponseVersion, Reply.Value);
    }

    internal sealed class Handler(CommentEditor editor) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.EditAsync(
            nameof(DismissComment), command.Reply, [command.Comment], state => TextEdits.Dismiss(state, command.Comment.Id.Value, command.Kind), cancellationToken);
    }
}
