using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Invitations;

/// <summary>
/// Asks the planned bodies: their mails are queued in the same transaction in which they become sent. Those without an
/// address stay planned and are named.
/// </summary>
public static class SendInvitations
{
    /// <summary>Of which consultation.</summary>
    public sealed record Command(ConsultationId Consultation) : ICommand<Report>
    {
        /// <summary>Only these bodies; null is all that are planned.</summary>
        public ImmutableArray<BodyId>? Bodies { get; init; }

        /// <summary>The coordinator's own lines in the mail, or null.</summary>
        public string? Message { get; init; }

        /// <summary>The mail's language.</summary>
        public Language Language { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Consultation.Value, Role.Coordinator);
    }

    /// <summary>What became of each, by name.</summary>
    /// <param name="Sent">Asked.</param>
    /// <param name="WithoutAddress">Not asked, because the register has no address.</param>
    public sealed record Report(ImmutableArray<string> Sent, ImmutableArray<string> WithoutAddress);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Message).IsOptionalText(10_000, "Meddelandet", "The message");
    }

    internal sealed class Handler(DbSession session, InvitationStates states, InvitationMails mails, TimeProvider clock) : IRequestHandler<Command, Result<Report>>
    {
        public async Task<Result<Report>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (consultation, invitations) = await InvitationRow.TakeAsync(session, command.Consultation, cancellationToken).ConfigureAwait(false);
            if (InvitationRefusals.NotOpen(consultation, new("inbjudningarna skickas", "the invitations are sent")) is { } notOpen) return notOpen;
            if (consultation.Deadline < clock.Today())
            {
                return new Conflict(new Phrase(
                    "Sista svarsdag har redan varit. Förläng svarstiden innan inbjudningarna skickas.", "The deadline has passed. Extend it before the invitations are sent."));
            }
            var chosen = InvitationRefusals.Chosen(invitations, command.Bodies);
            if (!chosen.IsOk) return chosen.Failure;

            List<InvitationRow> planned = [.. chosen.Value.Where(i => i.State == InvitationState.Planned)];
            List<InvitationRow> sendable = [.. planned.Where(i => i.HasAddress)];
            foreach (InvitationRow before in sendable)
            {
                InvitationRow after = before with { State = InvitationState.Sent, Email = before.BodyEmail, SentAt = clock.GetUtcNow() };
                if (!await states.WriteAsync(before, after, nameof(SendInvitations), null, cancellationToken).ConfigureAwait(false)) return InvitationRefusals.Moved(before.BodyName);
                var words = new MailWords(command.Language) { Message = command.Message };
                if (await mails.EnqueueAsync(MailKind.Invitation, after, words, cancellationToken).ConfigureAwait(false) is { } unsendable) return unsendable;
            }
            return new Report([.. sendable.Select(i => i.BodyName)], [.. planned.Except(sendable).Select(i => i.BodyName)]);
        }
    }
}
