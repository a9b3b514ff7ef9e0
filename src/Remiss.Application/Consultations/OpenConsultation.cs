using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>Opens a draft: from now on bodies can be asked. Takes a document to answer on and a deadline that is not past.</summary>
public static class OpenConsultation
{
    private const string CountDocuments = """
        SELECT COUNT(*) FROM document_version v JOIN document d ON d.document_id = v.document_id WHERE d.consultation_id = @id
        """;

    private const string Set = "state = @state, opens_on = @opensOn, opened_at = @now";

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
            if (row.State == ConsultationState.Closed)
            {
                return new Conflict(new Phrase(
                    "Remissen är stängd. Öppna den igen med en ny sista svarsdag.", "The consultation is closed. Reopen it with a new deadline."));
            }
            if (!row.State.MayBecome(ConsultationState.Open)) return ConsultationChange.WrongState(row, new("öppnas", "opened"));
            int documents = await session.FindAsync<int>(CountDocuments, new { id = row.Id }, cancellationToken).ConfigureAwait(false);
            if (Missing(row, documents, clock.Today()) is { } missing) return missing;
            DateOnly opensOn = row.OpensOn ?? clock.Today();
            var values = new { id = row.Id, version = row.Version, state = nameof(ConsultationState.Open), opensOn, now = clock.GetUtcNow() };
            if (await ConsultationChange.SetAsync(session, Set, row, values, cancellationToken).ConfigureAwait(false) is { } stale) return stale;
            audit.Note("consultation", row.Id.Value, new { row.State, row.OpensOn }, new { state = ConsultationState.Open, opensOn });
            return default(Done);
        }

        /// <summary>What is still lacking before anyone can be asked, or null.</summary>
        private static Invalid? Missing(ConsultationRow row, int documents, DateOnly today)
        {
            if (row.Deadline is not { } deadline)
                return new Invalid(new Phrase("Sista svarsdag saknas. Fyll i den innan remissen öppnas.", "The deadline is missing. Fill it in before the consultation is opened."), nameof(row.Deadline));
            if (deadline < today)
                return new Invalid(new Phrase("Sista svarsdag har redan varit. Ändra den innan remissen öppnas.", "The deadline has passed already. Change it before the consultation is opened."), nameof(row.Deadline));
            return documents == 0
                ? new Invalid(new Phrase("Remissen har ingen handling att svara på. Läs in den innan remissen öppnas.", "The consultation has no document to answer on. Import it before the consultation is opened."))
                : null;
        }
    }
}
