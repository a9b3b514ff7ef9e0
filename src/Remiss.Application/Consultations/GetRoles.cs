using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>Who has which role in a consultation, by name.</summary>
public static class GetRoles
{
    internal const string Select = """
        SELECT r.account_id, r.role, a.name, a.email, a.is_disabled
        FROM consultation_role r JOIN account a ON a.account_id = r.account_id
        WHERE r.consultation_id = @id ORDER BY a.name, r.account_id, r.role
        """;

    /// <summary>Which.</summary>
    public sealed record Query(ConsultationId Id) : IQuery<ImmutableArray<Row>>
    {
        /// <inheritdoc/>
        public Access Access => Access.CoordinatorOrAdministrator(Resource.Consultation, Id.Value);
    }

    /// <summary>One role of one person.</summary>
    public sealed record Row
    {
        /// <summary>Whose.</summary>
        public AccountId AccountId { get; init; }

        /// <summary>Which role.</summary>
        public Role Role { get; init; }

        /// <summary>The person's name.</summary>
        public string Name { get; init; } = string.Empty;

        /// <summary>The person's address.</summary>
        public string Email { get; init; } = string.Empty;

        /// <summary>Whether the account is shut.</summary>
        public bool IsDisabled { get; init; }
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<ImmutableArray<Row>>>
    {
        public async Task<Result<ImmutableArray<Row>>> Handle(Query query, CancellationToken cancellationToken) =>
            ImmutableArray.CreateRange(await session.ListAsync<Row>(Select, new { id = query.Id }, cancellationToken).ConfigureAwait(false));
    }
}
