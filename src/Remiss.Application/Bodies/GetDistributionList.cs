using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>Who is on a distribution list, in Swedish order; retired bodies too, which are not invited.</summary>
public static class GetDistributionList
{
    private const string Select = $"""
        SELECT {BodyRow.Columns} FROM body b JOIN distribution_list_member m ON m.body_id = b.body_id
        WHERE m.distribution_list_id = @id ORDER BY b.name, b.body_id
        """;

    /// <summary>Which.</summary>
    public sealed record Query(DistributionListId Id) : IQuery<ImmutableArray<BodyRow>>
    {
        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.DistributionList, Id.Value);
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<ImmutableArray<BodyRow>>>
    {
        public async Task<Result<ImmutableArray<BodyRow>>> Handle(Query query, CancellationToken cancellationToken) =>
            ImmutableArray.CreateRange(await session.ListAsync<BodyRow>(Select, new { id = query.Id }, cancellationToken).ConfigureAwait(false));
    }
}
