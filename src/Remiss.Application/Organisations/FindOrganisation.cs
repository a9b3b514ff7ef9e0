using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Organisations;

/// <summary>The organisation that the command line means: by its name, or the only one there is.</summary>
public static class FindOrganisation
{
    private const string List = "SELECT organisation_id AS id, name FROM organisation ORDER BY name";

    /// <summary>Its name, or null for the only one.</summary>
    public sealed record Query(string? Name) : IQuery<OrganisationRow>
    {
        /// <inheritdoc/>
        public Access Access => Access.Installation;
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<OrganisationRow>>
    {
        public async Task<Result<OrganisationRow>> Handle(Query query, CancellationToken cancellationToken)
        {
            var all = await session.ListAsync<OrganisationRow>(List, null, cancellationToken).ConfigureAwait(false);
            string names = string.Join(", ", all.Select(o => o.Name));
            if (all.Count == 0)
            {
                return new NotFound(new Phrase(
                    "Det finns ingen organisation än. Lägg till en: remiss organisation add \"Region …\".", "There is no organisation yet. Add one: remiss organisation add \"Region …\"."));
            }
            if (query.Name is null)
            {
                return all.Count == 1 ? all[0] : new Invalid(new Phrase(
                    $"Det finns flera organisationer. Ange vilken med --organisation: {names}.", $"There are several organisations. Name one with --organisation: {names}."));
            }
            return all.FirstOrDefault(o => string.Equals(o.Name, query.Name.Trim(), StringComparison.OrdinalIgnoreCase)) is { } found
                ? found
                : new NotFound(new Phrase($"Organisationen {query.Name} finns inte. De som finns: {names}.", $"There is no organisation {query.Name}. Those there are: {names}."));
        }
    }
}

/// <summary>An organisation.</summary>
public sealed record OrganisationRow
{
    /// <summary>Which.</summary>
    public OrganisationId Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = string.Empty;
}
