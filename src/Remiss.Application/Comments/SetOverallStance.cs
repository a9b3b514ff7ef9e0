using FluentValidation;
using MediatR;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Comments;

/// <summary>Sets the stance of a reply as a whole.</summary>
public static class SetOverallStance
{
    /// <summary>Which stance.</summary>
    /// <param name="Reply">The reply's version.</param>
    /// <param name="Seen">The stance that was on the screen; another one now is a conflict.</param>
    /// <param name="Stance">The stance to be.</param>
    public sealed record Command(ResponseVersionId Reply, Stance Seen, Stance Stance) : ICommand<EditReceipt>
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.ResponseVersion, Reply.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Stance).IsInEnum().Says("Välj ett ställningstagande i listan.", "Choose a stance from the list.");
    }

    internal sealed class Handler(CommentEditor editor) : IRequestHandler<Command, Result<EditReceipt>>
    {
        // The row's own version also counts corrections of sender and dates: what was seen is the stance itself.
        public Task<Result<EditReceipt>> Handle(Command command, CancellationToken cancellationToken) => editor.EditAsync(
            nameof(SetOverallStance), command.Reply, [], state => Decide(command, state.Overall, editor.Stamp), cancellationToken);

        private static Result<CommentChange> Decide(Command command, KeptOverall now, EditStamp stamp)
        {
            if (now.Stance != command.Seen)
            {
                Phrase is_ = CommentPhrases.Stance(now.Stance), wanted = CommentPhrases.Stance(command.Stance);
                return new Conflict(new Phrase(
                    $"Någon hann ändra svarets ställningstagande. Nu gäller: {is_.Swedish}. Du ville spara: {wanted.Swedish}. Inget har skrivits över.",
                    $"Someone changed the reply's stance first. It now is: {is_.English}. You wanted to save: {wanted.English}. Nothing was overwritten."));
            }
            var set = new KeptOverall(command.Stance, command.Stance == now.Stance ? now.Evidence : null, stamp.By, stamp.At);
            return new CommentChange(new EditRows { Overall = now }, new EditRows { Overall = set });
        }
    }
}
