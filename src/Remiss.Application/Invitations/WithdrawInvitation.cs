using FluentValidation;
using MediatR;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Invitations;

/// <summary>Takes an invitation back, with a reason. A body that has answered keeps its answer and its invitation.</summary>
public static class WithdrawInvitation
{
    private const string SelectConsultation = "SELECT consultation_id FROM invitation WHERE invitation_id = @id";

    /// <summary>Which, the version the person saw, and why.</summary>
    public sealed record Command(InvitationId Id, int Version, string Reason) : ICommand<Done>
    {
        /// <summary>The mail's language.</summary>
        public Language Language { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Invitation, Id.Value, Role.Coordinator);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).Says("Skälet saknas. Skriv varför inbjudan tas tillbaka.", "The reason is missing. Write why the invitation is taken back.");
            RuleFor(c => c.Reason).IsOptionalText(1000, "Skälet", "The reason");
        }
    }

    internal sealed class Handler(DbSession session, InvitationStates states, InvitationMails mails) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            ConsultationId id = await session.FindAsync<ConsultationId>(SelectConsultation, new { id = command.Id }, cancellationToken).ConfigureAwait(false);
            var (consultation, invitations) = await InvitationRow.TakeAsync(session, id, cancellationToken).ConfigureAwait(false);
            InvitationRow before = invitations.Single(i => i.Id == command.Id);
            if (consultation.State == ConsultationState.Closed)
                return new Conflict(new Phrase("Remissen är stängd, så inbjudan behöver inte tas tillbaka.", "The consultation is closed, so the invitation need not be taken back."));
            if (before.Version != command.Version)
                return VersionConflict.Of(new($"inbjudan till {before.BodyName}", $"the invitation to {before.BodyName}"));
            if (!before.State.MayBecome(InvitationState.Withdrawn))
            {
                return new Conflict(new Phrase(
                    $"{before.BodyName} har redan svarat, eller så är inbjudan redan återtagen.",
                    $"{before.BodyName} has answered already, or the invitation has been taken back already."));
            }
            InvitationRow after = before with { State = InvitationState.Withdrawn };
            if (!await states.WriteAsync(before, after, nameof(WithdrawInvitation), command.Reason.Trim(), cancellationToken).ConfigureAwait(false))
                return InvitationRefusals.Moved(before.BodyName);
            var words = new MailWords(command.Language) { Reason = command.Reason };
            if (before.IsSilent && await mails.EnqueueAsync(MailKind.Withdrawn, after, words, cancellationToken).ConfigureAwait(false) is { } unsendable) return unsendable;
            return default(Done);
        }
    }
}
