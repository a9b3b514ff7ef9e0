using FluentValidation;
using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>
/// Accepts open suggestions: they become tags that a person set, and the machine learns from them. One by one by naming the
/// section, or in bulk, then all that are at least so sure.
/// </summary>
public static class AcceptSuggestions
{
    /// <summary>Which.</summary>
    public sealed record Command(ConsultationId Consultation, CommentSelection Which) : ICommand<EditReceipt>
    {
        /// <summary>Only the suggestion of this section; null for all.</summary>
        public StoredSectionId? Section { get; init; }

        /// <summary>Only those of at least this confidence, 0 to 1.</summary>
        public double LeastConfidence { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Which).IsSelection();
            RuleFor(c => c.LeastConfidence).Must(c => c is >= 0 and <= 1)
                .Says("Gränsen ska vara mellan 0 och 100 procent.", "The threshold must be between 0 and 100 per cent.");
        }
    }

    internal sealed class Handler(CommentEditor editor) : IRequestHandler<Command, Result<EditReceipt>>
    {
        private static readonly Phrase TooUnsure = new("Förslagen är osäkrare än gränsen.", "The suggestions are less sure than the threshold.");

        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.MarkAsync(
            nameof(AcceptSuggestions), command.Which, comment => Accept(comment, command, editor.Stamp), cancellationToken);

        private static Result<KeptComment> Accept(KeptComment comment, Command command, EditStamp stamp)
        {
            bool IsMeant(KeptTag tag) => command.Section is not { } section || tag.Section == section.Value;
            if (!comment.Tags.Any(t => t.Status == TagStatus.Suggested && IsMeant(t))) return new Conflict(CommentPhrases.NoSuggestion);
            KeptComment after = MarkEdits.Accept(comment, t => IsMeant(t) && t.Confidence >= command.LeastConfidence, stamp);
            return after.Tags.SequenceEqual(comment.Tags) ? new Conflict(TooUnsure) : after;
        }
    }
}
