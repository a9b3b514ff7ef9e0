using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Invitations;

/// <summary>The status board: who is asked, who has answered, who is silent and who is late.</summary>
public static class GetInvitations
{
    /// <summary>Of which consultation.</summary>
    public sealed record Query(ConsultationId Consultation) : IQuery<Board>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Consultation.Value);
    }

    /// <summary>All invitations in Swedish order, and their sums.</summary>
    /// <param name="Rows">All of them.</param>
    /// <param name="Counts">How many there are in each state; every state is there.</param>
    /// <param name="Silent">How many have been asked and have not answered.</param>
    /// <param name="Late">How many of the silent ones should have.</param>
    /// <param name="WithoutAddress">The planned and silent bodies that mail cannot be sent to, by name.</param>
    /// <param name="Today">The day it is in Sweden, which lateness is told by.</param>
    public sealed record Board(
        ImmutableArray<InvitationRow> Rows, ImmutableSortedDictionary<InvitationState, int> Counts, int Silent, int Late,
        ImmutableArray<string> WithoutAddress, DateOnly Today);

    internal sealed class Handler(DbSession session, TimeProvider clock) : IRequestHandler<Query, Result<Board>>
    {
        public async Task<Result<Board>> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = await InvitationRow.ListAsync(session, query.Consultation, cancellationToken).ConfigureAwait(false);
            DateOnly today = clock.Today();
            return new Board(
                [.. rows],
                Enum.GetValues<InvitationState>().ToImmutableSortedDictionary(s => s, s => rows.Count(r => r.State == s)),
                rows.Count(r => r.IsSilent),
                rows.Count(r => r.IsLate(today)),
                [.. rows.Where(r => !r.HasAddress && (r.IsSilent || r.State == InvitationState.Planned)).Select(r => r.BodyName)],
                today);
        }
    }
}
