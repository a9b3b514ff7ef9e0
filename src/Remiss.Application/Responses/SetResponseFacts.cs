using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Invitations;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>
/// Corrects who sent a reply, its own registration number, its decision and the day it was received. What was received
/// stays as it is; the audit keeps the facts before and after.
/// </summary>
public static class SetResponseFacts
{
    private const string TakeResponse = "UPDATE response SET version = version + 1 WHERE response_id = @Id AND version = @Version";

    private const string SetVersion = """
        UPDATE response_version SET received_on = @receivedOn, registration_number = @registrationNumber, decision_board = @board,
            decision_paragraph = @paragraph, decision_on = @decided, version = version + 1
        WHERE response_version_id = @version
        """;

    private const string Queue = "UPDATE consultation SET version = version WHERE consultation_id = @consultation";

    private const string ListNames = "SELECT b.body_id FROM body b JOIN consultation c ON c.organisation_id = b.organisation_id WHERE c.consultation_id = @consultation AND b.body_id IN @bodies";

    /// <summary>All the facts, the unchanged ones too.</summary>
    /// <param name="Id">The reply.</param>
    /// <param name="Version">The version the person saw.</param>
    /// <param name="Senders">Who sent it; none where it is not known.</param>
    /// <param name="ReceivedOn">The day the current version was received.</param>
    public sealed record Command(ResponseId Id, int Version, ImmutableArray<ResponseSender> Senders, DateOnly ReceivedOn) : ICommand<Done>
    {
        /// <summary>The sender's own registration number, or null.</summary>
        public string? RegistrationNumber { get; init; }

        /// <summary>The decision behind the reply, or null.</summary>
        public Decision? Decision { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Response, Id.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => (DateOnly?)c.ReceivedOn).IsReceivedDay(clock).WithName(nameof(Command.ReceivedOn)).OverridePropertyName(nameof(Command.ReceivedOn));
            RuleFor(c => c.RegistrationNumber).IsOptionalText(Limits.RegistrationNumber, "Diarienumret", "The registration number");
            RuleFor(c => c.Senders.Select(s => s.Name).ToImmutableArray()).AreSenderNames().OverridePropertyName(nameof(Command.Senders));
            this.AddDecisionRules(c => c.Decision);
        }
    }

    internal sealed class Handler(DbSession session, ResponseSenders senders, InvitationStates invitations, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            ResponseRow row = await ResponseRow.ReadAsync(session, command.Id, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(Queue, new { consultation = row.ConsultationId }, cancellationToken).ConfigureAwait(false);
            if (await session.ExecuteAsync(TakeResponse, new { command.Id, command.Version }, cancellationToken).ConfigureAwait(false) == 0)
                return (await ResponseRow.ReadAsync(session, command.Id, cancellationToken).ConfigureAwait(false)).Stale;
            IReadOnlyList<ResponseSender> before = await senders.OfAsync(command.Id, cancellationToken).ConfigureAwait(false);
            ImmutableArray<ResponseSender> after = [.. command.Senders.Select(s => s with { Name = s.Name.Trim() })];
            if (await NotInRegisterAsync(row.ConsultationId, after, cancellationToken).ConfigureAwait(false) is { } unknown) return unknown;
            if (await senders.RefusalOfAsync(row.ConsultationId, command.Id, after, cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
            await senders.SetAsync(row.ConsultationId, command.Id, after, cancellationToken).ConfigureAwait(false);
            await MoveAsync(row, before, after, cancellationToken).ConfigureAwait(false);

            string? number = string.IsNullOrWhiteSpace(command.RegistrationNumber) ? null : command.RegistrationNumber.Trim();
            await session.ExecuteAsync(
                SetVersion,
                new
                {
                    version = row.ResponseVersionId,
                    receivedOn = command.ReceivedOn,
                    registrationNumber = number,
                    board = command.Decision?.Board,
                    paragraph = command.Decision?.Paragraph,
                    decided = command.Decision?.Date,
                },
                cancellationToken).ConfigureAwait(false);
            audit.Note("response", command.Id.Value,
                new { senders = ResponseSenders.Audited(before), row.ReceivedOn, row.RegistrationNumber, row.DecisionBoard, row.DecisionParagraph, row.DecisionOn },
                new { senders = ResponseSenders.Audited(after), command.ReceivedOn, RegistrationNumber = number, command.Decision });
            return default(Done);
        }

        private async Task<Invalid?> NotInRegisterAsync(ConsultationId consultation, ImmutableArray<ResponseSender> after, CancellationToken cancellationToken)
        {
            Guid[] bodies = [.. after.Select(s => s.Body).OfType<BodyId>().Select(b => b.Value).Distinct()];
            if (bodies.Length == 0) return null;
            var found = await session.ListAsync<BodyId>(ListNames, new { consultation, bodies }, cancellationToken).ConfigureAwait(false);
            return found.Count == bodies.Length ? null : new Invalid(new Phrase(
                "Instansen finns inte i registret. Välj en som finns där.", "The body is not in the register. Choose one that is."), nameof(Command.Senders));
        }

        private async Task MoveAsync(ResponseRow row, IReadOnlyList<ResponseSender> before, ImmutableArray<ResponseSender> after, CancellationToken cancellationToken)
        {
            var had = before.Select(s => s.Body).OfType<BodyId>().ToHashSet();
            var has = after.Select(s => s.Body).OfType<BodyId>().ToHashSet();
            InvitationState answered = InvitationStateRules.AnsweredBy(row.Kind);
            // The reply was not theirs: they are asked still.
            foreach (BodyId body in had.Except(has))
                await invitations.MoveAsync(row.ConsultationId, body, InvitationState.Sent, nameof(SetResponseFacts), null, cancellationToken).ConfigureAwait(false);
            foreach (BodyId body in has.Except(had))
                await invitations.MoveAsync(row.ConsultationId, body, answered, nameof(SetResponseFacts), null, cancellationToken).ConfigureAwait(false);
        }
    }
}
