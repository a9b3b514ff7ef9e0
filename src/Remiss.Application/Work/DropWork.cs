using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Work;

/// <summary>Gives up work that was set aside. The row stays, with the reason; it is never run again.</summary>
public static class DropWork
{
    private const string Update = "UPDATE work_item SET state = 'Dropped', last_error_json = @why, finished_at = @now WHERE work_item_id = @Id AND state = 'Parked'";

    /// <summary>Which, and why.</summary>
    public sealed record Command(WorkItemId Id, string Reason) : ICommand<Done>
    {
        /// <inheritdoc/>
        public Access Access => Access.Administrator(Resource.WorkItem, Id.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsShortText(400, "Skälet", "The reason");
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, TimeProvider clock) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            string reason = command.Reason.Trim();
            var row = new { command.Id, why = StoreJson.Write(new Phrase(reason, reason)), now = clock.GetUtcNow() };
            if (await session.ExecuteAsync(Update, row, cancellationToken).ConfigureAwait(false) == 0) return RetryWork.NotParked;
            audit.Note("work_item", command.Id.Value, new { state = nameof(WorkState.Parked) }, new { state = nameof(WorkState.Dropped), reason });
            return default(Done);
        }
    }
}
