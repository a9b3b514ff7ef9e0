using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>Lets suggestions of at least a certain confidence count in the summary, which then says so; or none, which is the default.</summary>
public static class SetAcceptThreshold
{
    /// <summary>Which, the version the person saw, and the least confidence (above 0, at most 1) or null for none.</summary>
    public sealed record Command(ConsultationId Id, int Version, double? Threshold) : ICommand<Done>
    {
        /// <inheritdoc/>
        public Access Access => Access.WithRole(Resource.Consultation, Id.Value, Role.Coordinator);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Threshold).Must(t => t is null or (> 0 and <= 1))
            .Says("Gränsen ska vara ett tal över 0 och högst 1, till exempel 0,9.", "The threshold must be a number above 0 and at most 1, such as 0.9.");
    }

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            ConsultationRow row = await ConsultationChange.ReadAsync(session, command.Id, cancellationToken).ConfigureAwait(false);
            if (row.Version != command.Version) return ConsultationChange.Stale(row);
            var values = new { id = row.Id, version = row.Version, command.Threshold };
            if (await ConsultationChange.SetAsync(session, "accept_threshold = @Threshold", row, values, cancellationToken).ConfigureAwait(false) is { } stale) return stale;
            audit.Note("consultation", row.Id.Value, new { row.AcceptThreshold }, new { acceptThreshold = command.Threshold });
            return default(Done);
        }
    }
}
