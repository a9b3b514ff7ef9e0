using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Documents;
using Remiss.Application.Files;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>
/// Registers a reply that came as a file or a mail. The original is kept as it is; the same file again finds the first.
/// One that cannot be read is kept too, with the reason.
/// </summary>
public static class RegisterResponse
{
    /// <summary>What came.</summary>
    /// <param name="Consultation">The consultation it answers.</param>
    /// <param name="File">The file's name and bytes.</param>
    /// <param name="Channel">How it came.</param>
    public sealed record Command(ConsultationId Consultation, SourceFile File, ResponseChannel Channel) : ICommand<Registered>, IOwnTransactions
    {
        /// <summary>The day it was received; null is the day a mail was sent, for other files today.</summary>
        public DateOnly? ReceivedOn { get; init; }

        /// <summary>The bodies whose reply it is, where a person has chosen; several for a joint reply. With none, the reply's own words decide.</summary>
        public ImmutableArray<BodyId> Bodies { get; init; } = [];

        /// <summary>Senders by name, beside the bodies; a name that exactly one body of the register has is that body.</summary>
        public ImmutableArray<string> SenderNames { get; init; } = [];

        /// <summary>Whether the named senders are private persons.</summary>
        public bool IsPrivatePerson { get; init; }

        /// <summary>The sender's own registration number, where a person gives it.</summary>
        public string? RegistrationNumber { get; init; }

        /// <summary>Whether it is read and split before the answer comes; otherwise a worker does it.</summary>
        public bool SplitNow { get; init; } = true;

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.File).IsReceivedFile();
            RuleFor(c => c.ReceivedOn).IsReceivedDay(clock);
            RuleFor(c => c.SenderNames).AreSenderNames();
            RuleFor(c => c.RegistrationNumber).IsOptionalText(Limits.RegistrationNumber, "Diarienumret", "The registration number");
        }
    }

    internal sealed class Handler(
        ResponseWriter writer, ResponseSenders senders, ReplyReading reading, StoredDocuments documents, OwnTransaction transaction, TimeProvider clock)
        : IRequestHandler<Command, Result<Registered>>
    {
        public async Task<Result<Registered>> Handle(Command command, CancellationToken cancellationToken)
        {
            string key = KeyOf(command.File);
            if (await writer.FindAsync(command.Consultation, key, cancellationToken).ConfigureAwait(false) is { } first) return first;
            Result<ImmutableArray<ResponseSender>> chosen = await senders
                .ChosenAsync(command.Consultation, command.Bodies, command.SenderNames, command.IsPrivatePerson, cancellationToken).ConfigureAwait(false);
            if (!chosen.IsOk) return chosen.Failure;

            // Reading and splitting take their time, and hold no one up.
            StoredDocument? document = command.SplitNow ? await documents.CurrentAsync(command.Consultation, cancellationToken).ConfigureAwait(false) : null;
            Result<ReadReply>? read = command.SplitNow ? await reading.ReadAsync(command.File, document, cancellationToken).ConfigureAwait(false) : default(Result<ReadReply>?);
            var receipt = new Receipt
            {
                Consultation = command.Consultation,
                Key = key,
                Channel = command.Channel,
                ReceivedOn = command.ReceivedOn ?? DayOf(read?.IsOk == true ? read.Value.Value.MailSent : null),
                Files = [new ReceivedFile(command.File.Name, ResponseFileRole.Original, command.File.Bytes)],
                RegistrationNumber = string.IsNullOrWhiteSpace(command.RegistrationNumber) ? null : command.RegistrationNumber.Trim(),
                Read = read?.IsOk == true ? read.Value.Value : null,
                Unreadable = read?.Failure?.Message,
                Senders = chosen.Value,
            };
            if (chosen.Value.IsEmpty && receipt.Read is { } told)
                receipt = receipt with { Senders = await senders.MatchAsync(command.Consultation, told.Split.Senders, false, cancellationToken).ConfigureAwait(false) };
            return await transaction.RunAsync(
                command, nameof(RegisterResponse), () => writer.AddResponseAsync(receipt, document, nameof(RegisterResponse), cancellationToken),
                registered => !registered.WasThere, cancellationToken).ConfigureAwait(false);
        }

        // A mail's header can say any day; one that is still to come is none.
        private DateOnly DayOf(DateOnly? sent) => sent is { } day && day <= clock.Today() ? day : clock.Today();
    }

    /// <summary>The key by which the same bytes are one receipt.</summary>
    internal static string KeyOf(SourceFile file) => $"sha256:{FileStore.NameOf(file.Bytes.Span)}";
}
