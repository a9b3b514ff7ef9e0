using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Comments;

/// <summary>Makes a comment of text that was held to be none. Who was first wins: text that has become a comment meanwhile is a conflict.</summary>
public static class MakeComment
{
    /// <summary>Which text.</summary>
    /// <param name="Reply">The reply's version.</param>
    /// <param name="Span">The text, in UTF-16 units of the reply's text.</param>
    public sealed record Command(ResponseVersionId Reply, TextSpan Span) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.ResponseVersion, Reply.Value);
    }

    internal sealed class Handler(CommentEditor editor) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.EditAsync(
            nameof(MakeComment), command.Reply, [], state => TextEdits.Make(state, command.Span, () => CommentId.New().Value), cancellationToken);
    }
}
