using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>Says that comments are right as they stand (granskad), or that they must be looked at again.</summary>
public static class MarkReviewed
{
    /// <summary>Which.</summary>
    public sealed record Command(ConsultationId Consultation, CommentSelection Which, bool IsReviewed) : ICommand<EditReceipt>
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
        // Who looked first stays: one who looks again at what is reviewed adds nothing.
        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.MarkAsync(
            nameof(MarkReviewed), command.Which,
            comment => comment.ReviewedAt is not null == command.IsReviewed ? comment : MarkEdits.Reviewed(comment, command.IsReviewed, editor.Stamp), cancellationToken);
    }
}

/// <summary>Says that runs of a reply that are no comments are right as they stand, so that all of its text can be reviewed.</summary>
public static class MarkRunsReviewed
{
    /// <summary>Which.</summary>
    /// <param name="Reply">The reply's version.</param>
    /// <param name="Starts">Where the runs begin; empty means all of the reply's.</param>
    /// <param name="IsReviewed">Whether they are reviewed.</param>
    public sealed record Command(ResponseVersionId Reply, ImmutableArray<int> Starts, bool IsReviewed) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.ResponseVersion, Reply.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Starts).Must(s => !s.IsDefault).Says("Säg vilken text som är granskad.", "Say which text is reviewed.");
    }

    internal sealed class Handler(CommentEditor editor) : IRequestHandler<Command, Result<EditReceipt>>
    {
        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.EditAsync(
            nameof(MarkReviewed), command.Reply, [], state => Decide(command, state, editor.Stamp), cancellationToken);

        private static Result<CommentChange> Decide(Command command, ReplyState state, EditStamp stamp)
        {
            HashSet<int> starts = [.. command.Starts];
            if (!starts.IsSubsetOf(state.Runs.Select(r => r.Span.Start))) return new Conflict(CommentPhrases.ChangedSince);
            ImmutableArray<KeptRun> before = [.. state.Runs.Where(r => (starts.Count == 0 || starts.Contains(r.Span.Start)) && r.ReviewedAt is not null != command.IsReviewed)];
            return new CommentChange(new EditRows { Runs = before }, new EditRows { Runs = [.. before.Select(r => MarkEdits.Reviewed(r, command.IsReviewed, stamp))] });
        }
    }
}
