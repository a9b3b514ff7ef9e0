using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Documents;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Responses;

/// <summary>
/// Registers a reply that was written in the form: comments on sections and on the whole, answers to the questions, the
/// overall stance, the decision and reservations. Final as soon as it is registered.
/// </summary>
public static class RegisterFormResponse
{
    private const int MostComments = 2_000;
    private const int LongestComment = 100_000;

    /// <summary>The form, filled in.</summary>
    /// <param name="Consultation">The consultation it answers.</param>
    /// <param name="Submission">Made when the form was opened: the same form sent twice is one reply.</param>
    public sealed record Command(ConsultationId Consultation, Guid Submission) : ICommand<Registered>, IOwnTransactions
    {
        /// <summary>The bodies that answer.</summary>
        public ImmutableArray<BodyId> Bodies { get; init; } = [];

        /// <summary>Senders by name, beside the bodies.</summary>
        public ImmutableArray<string> SenderNames { get; init; } = [];

        /// <summary>Whether the named senders are private persons.</summary>
        public bool IsPrivatePerson { get; init; }

        /// <summary>What they say.</summary>
        public ImmutableArray<FormComment> Comments { get; init; } = [];

        /// <summary>Their answers to the consultation's questions.</summary>
        public ImmutableArray<FormAnswer> Answers { get; init; } = [];

        /// <summary>The stance on the whole; null leaves it to the words.</summary>
        public Stance? OverallStance { get; init; }

        /// <summary>The sender's own registration number, or null.</summary>
        public string? RegistrationNumber { get; init; }

        /// <summary>The decision behind it, or null.</summary>
        public Decision? Decision { get; init; }

        /// <summary>Reservations and separate opinions.</summary>
        public ImmutableArray<FormReservation> Reservations { get; init; } = [];

        /// <summary>The day it was received; null is today.</summary>
        public DateOnly? ReceivedOn { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.Bodies).Must((c, bodies) => bodies.Length + c.SenderNames.Length > 0).Says("Ange vem som svarar.", "Say who answers.");
            RuleFor(c => c.SenderNames).AreSenderNames();
            RuleFor(c => c.ReceivedOn).IsReceivedDay(clock);
            RuleFor(c => c.RegistrationNumber).IsOptionalText(Limits.RegistrationNumber, "Diarienumret", "The registration number");
            RuleFor(c => c.Comments).Must(all => all.Length <= MostComments && all.All(k => k.Text is not null && k.Text.Length <= LongestComment))
                .Says("Ett svar får ha högst 2 000 synpunkter om högst 100 000 tecken var.", "A reply may have at most 2,000 comments of at most 100,000 characters each.");
            RuleFor(c => c.Reservations).Must(all => all.All(r => r.Who is { Length: > 0 and <= Limits.Who } && r.Text is { Length: > 0 and <= LongestComment }))
                .Says("En reservation ska ha ett namn och en text.", "A reservation must have a name and a text.");
            RuleFor(c => c.Answers).Must((c, answers) => !answers.IsEmpty || c.OverallStance is not null || c.Comments.Any(k => !string.IsNullOrWhiteSpace(k.Text)))
                .Says("Svaret är tomt. Skriv en synpunkt, svara på en fråga eller välj ett ställningstagande.", "The reply is empty. Write a comment, answer a question or choose a stance.");
            this.AddDecisionRules(c => c.Decision);
        }
    }

    internal sealed class Handler(
        ResponseWriter writer, ResponseSenders senders, FormRows rows, StoredDocuments documents, OwnTransaction transaction, TimeProvider clock)
        : IRequestHandler<Command, Result<Registered>>
    {
        public async Task<Result<Registered>> Handle(Command command, CancellationToken cancellationToken)
        {
            StoredDocument? document = await documents.CurrentAsync(command.Consultation, cancellationToken).ConfigureAwait(false);
            if (command.Comments.Any(c => c.Section is { } section && document?.KeyOf(section) is null))
                return new Conflict(new Phrase(
                    "Ett avsnitt som du har skrivit om finns inte längre i remissversionen. Läs om sidan och flytta synpunkten.",
                    "A section that you have written about is no longer in the consulted document. Reload the page and move the comment."));
            Result<ImmutableArray<ResponseSender>> from = await senders
                .ChosenAsync(command.Consultation, command.Bodies, command.SenderNames, command.IsPrivatePerson, cancellationToken).ConfigureAwait(false);
            if (!from.IsOk) return from.Failure;
            if (await rows.RefusalOfAsync(command.Consultation, command.Answers, cancellationToken).ConfigureAwait(false) is { } wrong) return wrong;
            var receipt = new Receipt
            {
                Consultation = command.Consultation,
                Key = $"form:{command.Submission}",
                Channel = ResponseChannel.Form,
                ReceivedOn = command.ReceivedOn ?? clock.Today(),
                Senders = from.Value,
                RegistrationNumber = string.IsNullOrWhiteSpace(command.RegistrationNumber) ? null : command.RegistrationNumber.Trim(),
                Decision = command.Decision,
                Read = new ReadReply(FormReply.Of(command.Comments, document, command.OverallStance), [], null),
            };
            return await transaction.RunAsync(
                command, nameof(RegisterFormResponse), () => AddAsync(command, receipt, document, cancellationToken), added => !added.WasThere, cancellationToken).ConfigureAwait(false);
        }

        private async Task<Result<Registered>> AddAsync(Command command, Receipt receipt, StoredDocument? document, CancellationToken cancellationToken)
        {
            Result<Registered> added = await writer.AddResponseAsync(receipt, document, nameof(RegisterFormResponse), cancellationToken).ConfigureAwait(false);
            if (!added.IsOk || added.Value.WasThere) return added;
            // Asked again, now that the consultation is held: the questions may have been changed meanwhile.
            if (await rows.RefusalOfAsync(command.Consultation, command.Answers, cancellationToken).ConfigureAwait(false) is { } wrong) return wrong;
            await rows.SaveAsync(added.Value.Version, command.Answers, command.Reservations, command.OverallStance is not null, cancellationToken).ConfigureAwait(false);
            return added;
        }
    }
}
