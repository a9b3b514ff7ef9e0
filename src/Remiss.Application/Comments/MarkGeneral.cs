using FluentValidation;
using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>Says that comments are about the document as a whole (their sections are taken away), or no longer so.</summary>
public static class MarkGeneral
{
    /// <summary>What to say of which.</summary>
    public sealed record Command(ConsultationId Consultation, CommentSelection Which, bool IsGeneral) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Which).IsSelection();
    }

    internal sealed class Handler(CommentEditor editor) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.MarkAsync(
            nameof(MarkGeneral), command.Which, comment => MarkEdits.General(comment, command.IsGeneral, editor.Stamp), cancellationToken);
    }
}
