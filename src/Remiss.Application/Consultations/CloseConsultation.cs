using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>Closes an open consultation: no one is reminded any more. Late replies can still be registered by the region.</summary>
public static class CloseConsultation
{
    private const string Set = "state = @state, closed_at = @now";

    /// <summary>Which, and the version the person saw.</summary>
    public sealed record Command(ConsultationId Id, int Version) : ICommand<Done>
    {
        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Id.Value, Role.Coordinator);
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, TimeProvider clock) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            ConsultationRow row = await ConsultationChange.ReadAsync(session, command.Id, cancellationToken).ConfigureAwait(false);
            if (row.Version != command.Version) return ConsultationChange.Stale(row);
            if (!row.State.MayBecome(ConsultationState.Closed)) return ConsultationChange.WrongState(row, new("stängas", "closed"));
            var values = new { id = row.Id, version = row.Version, state = nameof(ConsultationState.Closed), now = clock.GetUtcNow() };
            if (await ConsultationChange.SetAsync(session, Set, row, values, cancellationToken).ConfigureAwait(false) is { } stale) return stale;
            audit.Note("consultation", row.Id.Value, new { row.State }, new { state = ConsultationState.Closed });
            return default(Done);
        }
    }
}
