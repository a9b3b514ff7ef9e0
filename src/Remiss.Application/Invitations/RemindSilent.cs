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
/// Reminds the bodies that have been asked and have not answered in any way; others cannot be reminded. A body gets one
/// reminder a day, unless a person insists.
/// </summary>
public static class RemindSilent
{
    /// <summary>Of which consultation.</summary>
    public sealed record Command(ConsultationId Consultation) : ICommand<Report>
    {
        /// <summary>Only these bodies; null is all that are silent.</summary>
        public ImmutableArray<BodyId>? Bodies { get; init; }

        /// <summary>Also those that have been reminded today.</summary>
        public bool Again { get; init; }

        /// <summary>The coordinator's own lines in the mail, or null.</summary>
        public string? Message { get; init; }

        /// <summary>The mail's language.</summary>
        public Language Language { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Consultation.Value, Role.Coordinator);
    }

    /// <summary>Who would be reminded, without doing it.</summary>
    public sealed record Preview(ConsultationId Consultation) : IQuery<Report>
    {
        /// <summary>Only these bodies; null is all that are silent.</summary>
        public ImmutableArray<BodyId>? Bodies { get; init; }

        /// <summary>Also those that have been reminded today.</summary>
        public bool Again { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Consultation.Value, Role.Coordinator);
    }

    /// <summary>The silent bodies, by name.</summary>
    /// <param name="Reminded">Those that get a reminder.</param>
    /// <param name="RemindedToday">Those that got one today already.</param>
    /// <param name="WithoutAddress">Those that mail cannot be sent to.</param>
    public sealed record Report(ImmutableArray<string> Reminded, ImmutableArray<string> RemindedToday, ImmutableArray<string> WithoutAddress);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Message).IsOptionalText(10_000, "Meddelandet", "The message");
    }

    internal sealed class PreviewHandler(DbSession session, TimeProvider clock) : IRequestHandler<Preview, Result<Report>>
    {
        public async Task<Result<Report>> Handle(Preview query, CancellationToken cancellationToken)
        {
            var invitations = await InvitationRow.ListAsync(session, query.Consultation, cancellationToken).ConfigureAwait(false);
            return InvitationRefusals.Chosen(invitations, query.Bodies).Map(chosen => Choose(chosen, query.Again, clock.Today()).Report);
        }
    }

    internal sealed class Handler(DbSession session, InvitationStates states, InvitationMails mails, TimeProvider clock) : IRequestHandler<Command, Result<Report>>
    {
        public async Task<Result<Report>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (consultation, invitations) = await InvitationRow.TakeAsync(session, command.Consultation, cancellationToken).ConfigureAwait(false);
            if (InvitationRefusals.NotOpen(consultation, new("någon påminns", "anyone is reminded")) is { } notOpen) return notOpen;
            var chosen = InvitationRefusals.Chosen(invitations, command.Bodies);
            if (!chosen.IsOk) return chosen.Failure;
            var (toRemind, report) = Choose(chosen.Value, command.Again, clock.Today());
            foreach (InvitationRow before in toRemind)
            {
                InvitationRow after = before with { Email = before.BodyEmail, RemindedAt = clock.GetUtcNow(), Reminders = before.Reminders + 1 };
                if (!await states.WriteAsync(before, after, nameof(RemindSilent), null, cancellationToken).ConfigureAwait(false)) return InvitationRefusals.Moved(before.BodyName);
                var words = new MailWords(command.Language) { Message = command.Message };
                if (await mails.EnqueueAsync(MailKind.Reminder, after, words, cancellationToken).ConfigureAwait(false) is { } unsendable) return unsendable;
            }
            return report;
        }
    }

    private static (List<InvitationRow> ToRemind, Report Report) Choose(IReadOnlyList<InvitationRow> invitations, bool again, DateOnly today)
    {
        List<InvitationRow> silent = [.. invitations.Where(i => i.IsSilent)];
        List<InvitationRow> without = [.. silent.Where(i => !i.HasAddress)];
        List<InvitationRow> early = again ? [] : [.. silent.Except(without).Where(i => i.RemindedAt is { } at && SwedishDay.Of(at) == today)];
        List<InvitationRow> toRemind = [.. silent.Except(without).Except(early)];
        return (toRemind, new Report(Names(toRemind), Names(early), Names(without)));
    }

    private static ImmutableArray<string> Names(IEnumerable<InvitationRow> rows) => [.. rows.Select(i => i.BodyName)];
}
