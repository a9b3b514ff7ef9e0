using System.Data.Common;
using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>Makes a new distribution list (sändlista), empty.</summary>
public static class CreateDistributionList
{
    private const string Insert = "INSERT INTO distribution_list (distribution_list_id, organisation_id, name, version) VALUES (@id, @organisation, @name, 1)";

    /// <summary>Whose, and what it is called.</summary>
    public sealed record Command(OrganisationId Organisation, string Name) : ICommand<DistributionListId>
    {
        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).IsShortText(200, "Listans namn", "The list's name");
    }

    internal sealed class Handler(DbSession session, AuditTrail audit) : IRequestHandler<Command, Result<DistributionListId>>
    {
        public async Task<Result<DistributionListId>> Handle(Command command, CancellationToken cancellationToken)
        {
            DistributionListId id = DistributionListId.New();
            string name = command.Name.Trim();
            try
            {
                await session.ExecuteAsync(Insert, new { id, organisation = command.Organisation, name }, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException taken) when (session.Dialect.IsDuplicateKey(taken))
            {
                return NameTaken(name);
            }
            audit.Note("distribution_list", id.Value, null, new { name });
            return id;
        }
    }

    internal static Conflict NameTaken(string name) => new(new Phrase(
        $"Det finns redan en sändlista som heter {name}. Välj ett annat namn.", $"There is a distribution list called {name} already. Choose another name."));
}
