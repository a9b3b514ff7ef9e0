using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>Creates a consultation as a draft. Whoever creates it becomes its coordinator.</summary>
public static class CreateConsultation
{
    private const string Insert = """
        INSERT INTO consultation (consultation_id, organisation_id, title, description, registration_number, state, opens_on, deadline,
            created_by, created_at, version)
        VALUES (@id, @organisation, @title, @Description, @RegistrationNumber, @state, @OpensOn, @Deadline, @createdBy, @now, 1)
        """;

    private const string AddRole =
        "INSERT INTO consultation_role (consultation_id, account_id, role) VALUES (@consultation, @account, @role)";

    /// <summary>What it is about; all but the title can be filled in later.</summary>
    /// <param name="Organisation">The organisation that asks.</param>
    /// <param name="Title">What the consultation is about.</param>
    public sealed record Command(OrganisationId Organisation, string Title) : ICommand<ConsultationId>
    {
        /// <summary>A text for those who are asked, or null.</summary>
        public string? Description { get; init; }

        /// <summary>Its registration number (dnr), or null.</summary>
        public string? RegistrationNumber { get; init; }

        /// <summary>The first day of the period, or null while it is not decided.</summary>
        public DateOnly? OpensOn { get; init; }

        /// <summary>The last day to answer, or null while it is not decided.</summary>
        public DateOnly? Deadline { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).IsShortText(400, "Rubriken", "The title");
            RuleFor(c => c.Description).IsOptionalText(20_000, "Beskrivningen", "The description");
            RuleFor(c => c.RegistrationNumber).IsOptionalText(100, "Diarienumret", "The registration number");
            RuleFor(c => c.Deadline).Must((c, deadline) => deadline is null || c.OpensOn is null || deadline >= c.OpensOn)
                .Says("Sista svarsdag ligger före remissens första dag. Ändra en av dem.", "The deadline is before the consultation's first day. Change one of them.");
        }
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, Scope scope, CurrentActor current, TimeProvider clock)
        : IRequestHandler<Command, Result<ConsultationId>>
    {
        public async Task<Result<ConsultationId>> Handle(Command command, CancellationToken cancellationToken)
        {
            ConsultationId id = ConsultationId.New();
            var row = new
            {
                id,
                organisation = command.Organisation,
                title = command.Title.Trim(),
                command.Description,
                command.RegistrationNumber,
                state = ConsultationState.Draft.ToString(),
                command.OpensOn,
                command.Deadline,
                createdBy = current.Actor.Account,
                now = clock.GetUtcNow(),
            };
            await session.ExecuteAsync(Insert, row, cancellationToken).ConfigureAwait(false);
            if (current.Actor.Account is { } account)
                await session.ExecuteAsync(AddRole, new { consultation = id, account, role = nameof(Role.Coordinator) }, cancellationToken).ConfigureAwait(false);
            scope.Consultation = id;
            audit.Note("consultation", id.Value, null, new { row.title, row.RegistrationNumber, row.state, row.OpensOn, row.Deadline });
            return id;
        }
    }
}
