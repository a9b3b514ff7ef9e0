using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Invitations;

/// <summary>
/// Gives one, several or all bodies a later last day (anstånd). For all it is the consultation's own deadline that moves;
/// a body that has a still later one of its own keeps it.
/// </summary>
public static class ExtendDeadline
{
    /// <summary>Of which consultation, until when (that day included).</summary>
    public sealed record Command(ConsultationId Consultation, DateOnly Deadline) : ICommand<Report>
    {
        /// <summary>Only these bodies; null is all.</summary>
        public ImmutableArray<BodyId>? Bodies { get; init; }

        /// <summary>Why; goes into the history and the mail.</summary>
        public string? Reason { get; init; }

        /// <summary>The mail's language.</summary>
        public Language Language { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Consultation.Value, Role.Coordinator);
    }

    /// <summary>Whose last day was moved, and which of them are not told by mail, by name.</summary>
    public sealed record Report(ImmutableArray<string> Extended, ImmutableArray<string> WithoutAddress);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).IsOptionalText(900, "Skälet", "The reason");
            RuleFor(c => c.Bodies).Must(bodies => bodies is not { } some || !some.IsDefaultOrEmpty)
                .Says("Välj minst en instans, eller alla.", "Choose at least one body, or all.");
        }
    }

    internal sealed class Handler(DbSession session, InvitationStates states, InvitationMails mails, AuditTrail audit, TimeProvider clock) : IRequestHandler<Command, Result<Report>>
    {
        public async Task<Result<Report>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (consultation, invitations) = await InvitationRow.TakeAsync(session, command.Consultation, cancellationToken).ConfigureAwait(false);
            if (InvitationRefusals.NotOpen(consultation, new("svarstiden förlängs", "the deadline is extended")) is { } notOpen) return notOpen;
            var chosen = InvitationRefusals.Chosen(invitations, command.Bodies);
            if (!chosen.IsOk) return chosen.Failure;
            if (Wrong(command, consultation, chosen.Value, clock.Today()) is { } wrong) return wrong;

            bool isForAll = command.Bodies is null;
            if (isForAll && await MoveAllAsync(consultation, command.Deadline, cancellationToken).ConfigureAwait(false) is { } stale) return stale;
            List<InvitationRow> extended = [.. chosen.Value.Where(i => MayExtend(i) && (i.DeadlineInForce is null || i.DeadlineInForce < command.Deadline))];
            string until = InvitationRow.Day(command.Deadline);
            string note = string.IsNullOrWhiteSpace(command.Reason) ? until : $"{until}: {command.Reason.Trim()}";
            foreach (InvitationRow before in extended)
            {
                InvitationRow after = before with { Deadline = isForAll ? before.Deadline : command.Deadline, DeadlineInForce = command.Deadline };
                if (!await states.WriteAsync(before, after, nameof(ExtendDeadline), note, cancellationToken).ConfigureAwait(false)) return InvitationRefusals.Moved(before.BodyName);
                // A planned one has not been asked yet; its invitation will tell the day.
                if (!before.IsSilent) continue;
                var words = new MailWords(command.Language) { Reason = command.Reason, PreviousDeadline = before.DeadlineInForce };
                MailKind kind = isForAll ? MailKind.DeadlineChanged : MailKind.ExtensionGranted;
                if (await mails.EnqueueAsync(kind, after, words, cancellationToken).ConfigureAwait(false) is { } unsendable) return unsendable;
            }
            return new Report([.. extended.Select(i => i.BodyName)], [.. extended.Where(i => i.IsSilent && !i.HasAddress).Select(i => i.BodyName)]);
        }

        private async Task<Failure?> MoveAllAsync(ConsultationRow consultation, DateOnly deadline, CancellationToken cancellationToken)
        {
            var values = new { id = consultation.Id, version = consultation.Version, deadline };
            if (await ConsultationChange.SetAsync(session, "deadline = @deadline", consultation, values, cancellationToken).ConfigureAwait(false) is { } stale) return stale;
            audit.Note("consultation", consultation.Id.Value, new { consultation.Deadline }, new { deadline });
            return null;
        }
    }

    private static bool MayExtend(InvitationRow invitation) => invitation.IsSilent || invitation.State == InvitationState.Planned;

    /// <summary>Why the days cannot be moved so, or null.</summary>
    private static Failure? Wrong(Command command, ConsultationRow consultation, List<InvitationRow> chosen, DateOnly today)
    {
        if (command.Deadline < today)
            return new Invalid(new Phrase("Den nya sista svarsdagen har redan varit. Välj en senare dag.", "The new deadline has passed already. Choose a later day."), nameof(Command.Deadline));
        if (command.Bodies is null)
        {
            return consultation.Deadline is { } old && command.Deadline <= old
                ? new Invalid(new Phrase(
                    $"Remissens sista svarsdag är {InvitationRow.Day(old)}. Den nya måste vara senare.",
                    $"The consultation's deadline is {InvitationRow.Day(old)}. The new one must be later."), nameof(Command.Deadline))
                : null;
        }
        List<InvitationRow> done = [.. chosen.Where(i => !MayExtend(i))];
        if (done.Count > 0)
        {
            Phrase names = InvitationRefusals.Named(done);
            return new Conflict(new Phrase(
                $"Anstånd går inte att ge till den som redan har svarat eller vars inbjudan är återtagen: {names.Swedish}.",
                $"No extension can be given to those who have answered, or whose invitation was taken back: {names.English}."));
        }
        List<InvitationRow> later = [.. chosen.Where(i => i.DeadlineInForce >= command.Deadline)];
        if (later.Count == 0) return null;
        Phrase who = InvitationRefusals.Named(later);
        return new Invalid(new Phrase(
            $"Den nya sista svarsdagen måste vara senare än den som redan gäller för {who.Swedish}.",
            $"The new deadline must be later than the one that already holds for {who.English}."), nameof(Command.Deadline));
    }
}
