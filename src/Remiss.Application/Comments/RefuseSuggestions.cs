using FluentValidation;
using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>Refuses open suggestions: they never come back for those comments, whatever the machine learns.</summary>
public static class RefuseSuggestions
{
    /// <summary>Which.</summary>
    public sealed record Command(ConsultationId Consultation, CommentSelection Which) : ICommand<EditReceipt>
    {
        /// <summary>Only the suggestion of this section; null for all.</summary>
        public StoredSectionId? Section { get; init; }

        /// <summary>Only those below this confidence, 0 to 1; null for all.</summary>
        public double? Below { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Which).IsSelection();
            RuleFor(c => c.Below).Must(c => c is null or (>= 0 and <= 1))
                .Says("Gränsen ska vara mellan 0 och 100 procent.", "The threshold must be between 0 and 100 per cent.");
        }
    }

    internal sealed class Handler(CommentEditor editor) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.MarkAsync(
            nameof(RefuseSuggestions), command.Which, comment => Refuse(comment, command, editor.Stamp), cancellationToken);

        private static Result<KeptComment> Refuse(KeptComment comment, Command command, EditStamp stamp)
        {
            KeptComment after = MarkEdits.Refuse(
                comment, t => (command.Section is not { } section || t.Section == section.Value) && (command.Below is not { } below || t.Confidence < below), stamp);
            return after.Tags.SequenceEqual(comment.Tags) ? new Conflict(CommentPhrases.NoSuggestion) : after;
        }
    }
}
