using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>
/// Changes what a consultation says of itself. Its days only while it is a draft: bodies that have been asked are told of
/// a new deadline (<c>ExtendDeadline</c>), and a closed one is reopened with one.
/// </summary>
public static class ChangeConsultation
{
    private const string Set =
        "title = @title, description = @description, registration_number = @registrationNumber, opens_on = @opensOn, deadline = @deadline";

    /// <summary>All the facts, the unchanged ones too.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Version">The version the person saw.</param>
    /// <param name="Title">What it is about.</param>
    public sealed record Command(ConsultationId Id, int Version, string Title) : ICommand<Done>
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
        public Access Access => Access.WithRole(Resource.Consultation, Id.Value, Role.Coordinator);
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

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            ConsultationRow row = await ConsultationChange.ReadAsync(session, command.Id, cancellationToken).ConfigureAwait(false);
            var wanted = new
            {
                id = command.Id,
                version = command.Version,
                title = command.Title.Trim(),
                description = command.Description,
                registrationNumber = command.RegistrationNumber,
                opensOn = command.OpensOn,
                deadline = command.Deadline,
            };
            if (row.Version != command.Version)
            {
                return ConsultationChange.Stale(row,
                    new VersionConflict.Fact(new("Rubriken", "The title"), row.Title, wanted.title),
                    new VersionConflict.Fact(new("Beskrivningen", "The description"), row.Description, wanted.description),
                    new VersionConflict.Fact(new("Diarienumret", "The registration number"), row.RegistrationNumber, wanted.registrationNumber),
                    new VersionConflict.Fact(new("Första dagen", "The first day"), VersionConflict.Day(row.OpensOn), VersionConflict.Day(wanted.opensOn)),
                    new VersionConflict.Fact(new("Sista svarsdag", "The deadline"), VersionConflict.Day(row.Deadline), VersionConflict.Day(wanted.deadline)));
            }
            if (row.State != ConsultationState.Draft && wanted.deadline != row.Deadline)
            {
                return new Invalid(new Phrase(
                    "Remissen är utskickad, så sista svarsdag ändras inte här. Förläng svarstiden i stället (eller öppna remissen igen, om den är stängd): då får instanserna veta det.",
                    "The consultation has been sent out, so its deadline is not changed here. Extend it instead (or reopen the consultation, if it is closed): then the bodies are told."), nameof(Command.Deadline));
            }
            if (row.State != ConsultationState.Draft && wanted.opensOn != row.OpensOn)
            {
                return new Invalid(new Phrase(
                    "Remissen har redan öppnats, så dess första dag kan inte ändras.",
                    "The consultation has been opened already, so its first day cannot be changed."), nameof(Command.OpensOn));
            }
            if (await ConsultationChange.SetAsync(session, Set, row, wanted, cancellationToken).ConfigureAwait(false) is { } stale) return stale;
            audit.Note("consultation", command.Id.Value,
                new { row.Title, row.Description, row.RegistrationNumber, row.OpensOn, row.Deadline },
                new { wanted.title, wanted.description, wanted.registrationNumber, wanted.opensOn, wanted.deadline });
            return default(Done);
        }
    }
}
