using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Invitations;
using Remiss.Application.Mail;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>Opens a closed consultation again, with a new deadline for all; those who have been asked and are silent are told by mail. A body's own later deadline stays.</summary>
public static class ReopenConsultation
{
    private const string Set = "state = @state, deadline = @deadline, opened_at = @now";

    /// <summary>Which, the version the person saw, and the new last day to answer.</summary>
    public sealed record Command(ConsultationId Id, int Version, DateOnly Deadline) : ICommand<Done>
    {
        /// <summary>The mail's language.</summary>
        public Language Language { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Id.Value, Role.Coordinator);
    }

    internal sealed class Handler(DbSession session, InvitationStates states, InvitationMails mails, AuditTrail audit, TimeProvider clock) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            ConsultationRow row = await ConsultationChange.ReadAsync(session, command.Id, cancellationToken).ConfigureAwait(false);
            if (row.Version != command.Version) return ConsultationChange.Stale(row);
            if (row.State != ConsultationState.Closed) return ConsultationChange.WrongState(row, new("öppnas igen", "reopened"));
            if (command.Deadline < clock.Today() || command.Deadline < row.Deadline)
            {
                return new Invalid(new Phrase(
                    "Den nya sista svarsdagen måste vara i dag eller senare, och inte före den förra.",
                    "The new deadline must be today or later, and not before the old one."), nameof(Command.Deadline));
            }
            var values = new { id = row.Id, version = row.Version, state = nameof(ConsultationState.Open), deadline = command.Deadline, now = clock.GetUtcNow() };
            if (await ConsultationChange.SetAsync(session, Set, row, values, cancellationToken).ConfigureAwait(false) is { } stale) return stale;
            audit.Note("consultation", row.Id.Value, new { row.State, row.Deadline }, new { state = ConsultationState.Open, command.Deadline });
            foreach (InvitationRow before in await InvitationRow.ListAsync(session, row.Id, cancellationToken).ConfigureAwait(false))
            {
                // Read after the change: the day that holds now is the new one, or the body's own later one.
                if (!before.IsSilent || before.DeadlineInForce != command.Deadline) continue;
                if (!await states.WriteAsync(before, before, nameof(ReopenConsultation), InvitationRow.Day(command.Deadline), cancellationToken).ConfigureAwait(false))
                    return InvitationRefusals.Moved(before.BodyName);
                var words = new MailWords(command.Language) { PreviousDeadline = row.Deadline };
                if (await mails.EnqueueAsync(MailKind.DeadlineChanged, before, words, cancellationToken).ConfigureAwait(false) is { } unsendable) return unsendable;
            }
            return default(Done);
        }
    }
}
