using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>Registers that a body has sent its reply anew. The earlier version stays, with its comments, tags and dispositions.</summary>
public static class AddResponseVersion
{
    /// <summary>The new version.</summary>
    /// <param name="Response">The reply it replaces the current version of.</param>
    /// <param name="File">The file's name and bytes.</param>
    public sealed record Command(ResponseId Response, SourceFile File) : ICommand<Registered>, IOwnTransactions
    {
        /// <summary>The day it was received; null is today.</summary>
        public DateOnly? ReceivedOn { get; init; }

        /// <summary>Why there is a new version, or null.</summary>
        public string? Reason { get; init; }

        /// <summary>Whether it is read and split before the answer comes; otherwise a worker does it.</summary>
        public bool SplitNow { get; init; } = true;

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Response, Response.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.File).IsReceivedFile();
            RuleFor(c => c.ReceivedOn).IsReceivedDay(clock);
            RuleFor(c => c.Reason).IsOptionalText(Limits.Reason, "Skälet", "The reason");
        }
    }

    internal sealed class Handler(
        DbSession session, ResponseWriter writer, ReplyReading reading, StoredDocuments documents, OwnTransaction transaction, TimeProvider clock)
        : IRequestHandler<Command, Result<Registered>>
    {
        public async Task<Result<Registered>> Handle(Command command, CancellationToken cancellationToken)
        {
            ResponseRow response = await ResponseRow.ReadAsync(session, command.Response, cancellationToken).ConfigureAwait(false);
            StoredDocument? document = command.SplitNow ? await documents.CurrentAsync(response.ConsultationId, cancellationToken).ConfigureAwait(false) : null;
            Result<ReadReply>? read = command.SplitNow ? await reading.ReadAsync(command.File, document, cancellationToken).ConfigureAwait(false) : default(Result<ReadReply>?);
            var receipt = new Receipt
            {
                Consultation = response.ConsultationId,
                Key = RegisterResponse.KeyOf(command.File),
                Channel = response.Channel,
                ReceivedOn = command.ReceivedOn ?? clock.Today(),
                Files = [new ReceivedFile(command.File.Name, ResponseFileRole.Original, command.File.Bytes)],
                Reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim(),
                Read = read?.IsOk == true ? read.Value.Value : null,
                Unreadable = read?.Failure?.Message,
            };
            return await transaction.RunAsync(
                command, nameof(AddResponseVersion), () => AddAsync(receipt, command.Response, document, cancellationToken), added => !added.WasThere, cancellationToken).ConfigureAwait(false);
        }

        private async Task<Result<Registered>> AddAsync(Receipt receipt, ResponseId id, StoredDocument? document, CancellationToken cancellationToken)
        {
            await writer.EnterAsync(receipt.Consultation, cancellationToken).ConfigureAwait(false);
            Registered? first = await writer.FindAsync(receipt.Consultation, receipt.Key, cancellationToken).ConfigureAwait(false);
            if (first is not null && first.Response == id) return first;
            if (first is not null)
            {
                return new Conflict(new Phrase(
                    $"Samma fil är redan registrerad som svar {first.Number}. Kontrollera vilket svar filen hör till.",
                    $"The same file is registered as reply {first.Number} already. Check which reply the file belongs to."));
            }
            ResponseRow response = await ResponseRow.ReadAsync(session, id, cancellationToken).ConfigureAwait(false);
            return await writer.AddVersionOfAsync(receipt, response, document, nameof(AddResponseVersion), cancellationToken).ConfigureAwait(false);
        }
    }
}
