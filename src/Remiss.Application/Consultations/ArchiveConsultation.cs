using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>Archives a closed consultation, or a draft that came to nothing. From then on it is only read (<see cref="IAllowedWhenArchived"/>).</summary>
public static class ArchiveConsultation
{
    private const string Set = "state = @state, archived_at = @now";

    private const string CountUnsplit =
        "SELECT COUNT(*) FROM response_version WHERE consultation_id = @id AND state = 'Received'";

    /// <summary>Which, and the version the person saw.</summary>
    public sealed record Command(ConsultationId Id, int Version) : ICommand<Done>, IAllowedWhenArchived
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
            if (row.State == ConsultationState.Open)
                return new Conflict(new Phrase("Remissen är öppen. Stäng den innan du arkiverar den.", "The consultation is open. Close it before you archive it."));
            if (!row.State.MayBecome(ConsultationState.Archived)) return ConsultationChange.WrongState(row, new("arkiveras", "archived"));
            // Their comments could not be written once it is archived.
            if (await session.FindAsync<int>(CountUnsplit, new { id = row.Id }, cancellationToken).ConfigureAwait(false) is > 0 and var waiting)
            {
                return new Conflict(new Phrase(
                    $"{waiting} remissvar håller på att läsas in. Arkivera remissen när de är klara.",
                    $"{waiting} replies are being read. Archive the consultation when they are done."));
            }
            var values = new { id = row.Id, version = row.Version, state = nameof(ConsultationState.Archived), now = clock.GetUtcNow() };
            if (await ConsultationChange.SetAsync(session, Set, row, values, cancellationToken).ConfigureAwait(false) is { } stale) return stale;
            audit.Note("consultation", row.Id.Value, new { row.State }, new { state = ConsultationState.Archived });
            return default(Done);
        }
    }
}
