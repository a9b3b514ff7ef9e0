using System.Data.Common;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Organisations;

/// <summary>Adds an account to an organisation. It has no password until one is set.</summary>
public static class CreateAccount
{
    private const string Insert = """
        INSERT INTO account (account_id, organisation_id, email, name, is_administrator, is_disabled, created_at, version)
        VALUES (@id, @organisation, @email, @name, @administrator, @disabled, @now, 1)
        """;

    /// <summary>Whose account.</summary>
    public sealed record Command(OrganisationId Organisation, string Name, string Email, bool IsAdministrator = false) : ICommand<AccountId>
    {
        /// <inheritdoc/>
        public Access Access => Access.Administrator(Resource.Organisation, Organisation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsShortText(200, "Namnet", "The name");
            RuleFor(c => c.Email).IsEmail();
        }
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, TimeProvider clock) : IRequestHandler<Command, Result<AccountId>>
    {
        public async Task<Result<AccountId>> Handle(Command command, CancellationToken cancellationToken)
        {
            AccountId id = AccountId.New();
            string email = command.Email.Trim().ToLowerInvariant();
            var row = new
            {
                id,
                organisation = command.Organisation,
                email,
                name = command.Name.Trim(),
                administrator = command.IsAdministrator,
                disabled = false,
                now = clock.GetUtcNow(),
            };
            try
            {
                await session.ExecuteAsync(Insert, row, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException taken) when (session.Dialect.IsDuplicateKey(taken))
            {
                return new Conflict(new Phrase($"Det finns redan ett konto med adressen {email}.", $"There is an account with the address {email} already."));
            }
            audit.Note("account", id.Value, null, new { row.name, row.email, row.administrator });
            return id;
        }
    }
}
