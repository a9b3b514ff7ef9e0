using System.Data.Common;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Organisations;

/// <summary>Adds an organisation that will run consultations. Only whoever runs the installation may.</summary>
public static class CreateOrganisation
{
    private const string Insert =
        "INSERT INTO organisation (organisation_id, name, created_at, version) VALUES (@id, @name, @now, 1)";

    /// <summary>What it is called.</summary>
    public sealed record Command(string Name) : ICommand<OrganisationId>
    {
        /// <inheritdoc/>
        public Access Access => Access.Installation;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).IsShortText(300, "Organisationens namn", "The organisation's name");
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, Scope scope, TimeProvider clock) : IRequestHandler<Command, Result<OrganisationId>>
    {
        public async Task<Result<OrganisationId>> Handle(Command command, CancellationToken cancellationToken)
        {
            OrganisationId id = OrganisationId.New();
            string name = command.Name.Trim();
            try
            {
                await session.ExecuteAsync(Insert, new { id, name, now = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException taken) when (session.Dialect.IsDuplicateKey(taken))
            {
                return new Conflict(new Phrase($"Organisationen {name} finns redan.", $"The organisation {name} exists already."));
            }
            scope.Organisation = id;
            audit.Note("organisation", id.Value, null, new { name });
            return id;
        }
    }
}
