using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>The distribution lists of an organisation, by name.</summary>
public static class ListDistributionLists
{
    private const string Select = """
        SELECT l.distribution_list_id AS id, l.name, l.version,
            (SELECT COUNT(*) FROM distribution_list_member m WHERE m.distribution_list_id = l.distribution_list_id) AS members
        FROM distribution_list l WHERE l.organisation_id = @Organisation ORDER BY l.name, l.distribution_list_id
        """;

    /// <summary>Whose.</summary>
    public sealed record Query(OrganisationId Organisation) : IQuery<ImmutableArray<Row>>
    {
        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    /// <summary>One list.</summary>
    public sealed record Row
    {
        /// <summary>Which.</summary>
        public DistributionListId Id { get; init; }

        /// <summary>What it is called.</summary>
        public string Name { get; init; } = string.Empty;

        /// <summary>How many bodies are on it.</summary>
        public int Members { get; init; }

        /// <summary>Its version, to be handed back with a change.</summary>
        public int Version { get; init; }
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<ImmutableArray<Row>>>
    {
        public async Task<Result<ImmutableArray<Row>>> Handle(Query query, CancellationToken cancellationToken) =>
            ImmutableArray.CreateRange(await session.ListAsync<Row>(Select, query, cancellationToken).ConfigureAwait(false));
    }
}
