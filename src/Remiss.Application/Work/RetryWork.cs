using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Work;

/// <summary>Puts work that was set aside back into the queue, with all its attempts before it.</summary>
public static class RetryWork
{
    private const string Update = """
        UPDATE work_item SET state = 'Ready', attempts = 0, progress = 0, not_before = @now, finished_at = NULL
        WHERE work_item_id = @Id AND state = 'Parked'
        """;

    /// <summary>Which.</summary>
    public sealed record Command(WorkItemId Id) : ICommand<Done>
    {
        /// <inheritdoc/>
        public Access Access => Access.Administrator(Resource.WorkItem, Id.Value);
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, WorkSignal signal, TimeProvider clock) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            int changed = await session.ExecuteAsync(Update, new { command.Id, now = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
            if (changed == 0) return NotParked;
            audit.Note("work_item", command.Id.Value, new { state = nameof(WorkState.Parked) }, new { state = nameof(WorkState.Ready) });
            session.AfterCommit(signal.Wake);
            return default(Done);
        }
    }

    /// <summary>Someone was faster, or it never stood aside.</summary>
    internal static Failure NotParked { get; } = new Conflict(new Phrase(
        "Arbetet står inte längre åt sidan. Läs in listan på nytt.",
        "The work is no longer set aside. Load the list again."));
}
