using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>Cuts a comment into several, at positions of the reply's text.</summary>
public static class SplitComment
{
    /// <summary>Which, and where.</summary>
    /// <param name="Reply">The reply's version.</param>
    /// <param name="Comment">The comment.</param>
    /// <param name="Positions">Where each new part begins, in UTF-16 units of the reply's text.</param>
    public sealed record Command(ResponseVersionId Reply, SeenComment Comment, ImmutableArray<int> Positions) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.ResponseVersion, Reply.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Most = 200;

        public Validator() => RuleFor(c => c.Positions).Must(p => !p.IsDefault && p.Length is >= 1 and <= Most)
            .Says($"Ange ett till {Most} ställen att dela vid.", $"Give one to {Most} places to split at.");
    }

    internal sealed class Handler(CommentEditor editor) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.EditAsync(
            nameof(SplitComment), command.Reply, [command.Comment],
            state => TextEdits.Split(state, command.Comment.Id.Value, command.Positions, () => CommentId.New().Value), cancellationToken);
    }
}
