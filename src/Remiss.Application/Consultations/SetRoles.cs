using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>
/// Decides who has which role in a consultation: the whole list at once. At least one coordinator stays. Also in an
/// archived one, for someone must be able to read it when those who ran it have left.
/// </summary>
public static class SetRoles
{
    private const string SelectAccounts =
        "SELECT account_id FROM account WHERE organisation_id = @organisation AND (is_disabled = @no OR account_id IN (SELECT account_id FROM consultation_role WHERE consultation_id = @id))";

    private const string Delete = "DELETE FROM consultation_role WHERE consultation_id = @id AND account_id = @account AND role = @role";

    private const string Insert = "INSERT INTO consultation_role (consultation_id, account_id, role) VALUES (@id, @account, @role)";

    /// <summary>Which, the version the person saw, and all roles as they shall be.</summary>
    public sealed record Command(ConsultationId Id, int Version, ImmutableArray<Assignment> Roles) : ICommand<Done>, IAllowedWhenArchived
    {
        /// <inheritdoc/>
        public Access Access => Access.CoordinatorOrAdministrator(Resource.Consultation, Id.Value);
    }

    /// <summary>One role of one person; a person may have several.</summary>
    public sealed record Assignment(AccountId Account, Role Role);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Roles).Must(roles => !roles.IsDefault && roles.Any(r => r.Role == Role.Coordinator))
                .Says("En remiss måste ha minst en samordnare. Utse en innan du tar bort den sista.", "A consultation must have at least one coordinator. Appoint one before you take the last one away.");
            RuleFor(c => c.Roles).Must(roles => roles.IsDefault || roles.All(r => Enum.IsDefined(r.Role)))
                .Says("En av rollerna finns inte.", "One of the roles does not exist.");
        }
    }

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            ConsultationRow row = await ConsultationChange.ReadAsync(session, command.Id, cancellationToken).ConfigureAwait(false);
            if (row.Version != command.Version) return ConsultationChange.Stale(row);
            // Counting up the version first takes the consultation: of two lists set at once, the second is refused.
            var taken = new { id = row.Id, version = row.Version };
            if (await ConsultationChange.SetAsync(session, "title = title", row, taken, cancellationToken).ConfigureAwait(false) is { } stale) return stale;

            var accounts = await session.ListAsync<AccountId>(SelectAccounts, new { organisation = row.OrganisationId, id = row.Id, no = false }, cancellationToken).ConfigureAwait(false);
            if (command.Roles.Any(r => !accounts.Contains(r.Account)))
            {
                return new Invalid(new Phrase(
                    "Ett av kontona finns inte i organisationen eller är avstängt. Välj ett annat.",
                    "One of the accounts does not exist in the organisation or is disabled. Choose another one."), nameof(Command.Roles));
            }
            var before = (await session.ListAsync<GetRoles.Row>(GetRoles.Select, new { id = row.Id }, cancellationToken).ConfigureAwait(false))
                .Select(r => new Assignment(r.AccountId, r.Role)).ToImmutableHashSet();
            var after = command.Roles.ToImmutableHashSet();
            foreach (Assignment gone in before.Except(after))
                await session.ExecuteAsync(Delete, new { id = row.Id, account = gone.Account, role = gone.Role.ToString() }, cancellationToken).ConfigureAwait(false);
            foreach (Assignment added in after.Except(before))
                await session.ExecuteAsync(Insert, new { id = row.Id, account = added.Account, role = added.Role.ToString() }, cancellationToken).ConfigureAwait(false);
            audit.Note("consultation_role", row.Id.Value, Listed(before.Except(after)), Listed(after.Except(before)));
            return default(Done);
        }

        private static string[] Listed(IEnumerable<Assignment> roles) =>
            [.. roles.OrderBy(r => r.Account.Value).ThenBy(r => r.Role).Select(r => $"{r.Account} {r.Role}")];
    }
}
