using FluentValidation;
using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Comments;

/// <summary>Sets the stance (ställningstagande) of comments.</summary>
public static class SetStance
{
    /// <summary>Which stance of which comments.</summary>
    public sealed record Command(ConsultationId Consultation, CommentSelection Which, Stance Stance) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Which).IsSelection();
            RuleFor(c => c.Stance).IsInEnum().Says("Välj ett ställningstagande i listan.", "Choose a stance from the list.");
        }
    }

    internal sealed class Handler(CommentEditor editor) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.MarkAsync(
            nameof(SetStance), command.Which, comment => MarkEdits.WithStance(comment, command.Stance, editor.Stamp), cancellationToken);
    }
}
