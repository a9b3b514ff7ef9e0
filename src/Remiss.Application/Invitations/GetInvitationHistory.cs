using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Invitations;

/// <summary>What has happened to one invitation, first to last.</summary>
public static class GetInvitationHistory
{
    private const string Select =
        "SELECT sequence, kind, from_state, to_state, note, actor_name, at FROM invitation_event WHERE invitation_id = @id ORDER BY sequence";

    /// <summary>Which.</summary>
    public sealed record Query(InvitationId Id) : IQuery<ImmutableArray<Row>>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Invitation, Id.Value);
    }

    /// <summary>One line.</summary>
    public sealed record Row
    {
        /// <summary>Its place, from 1.</summary>
        public int Sequence { get; init; }

        /// <summary>What happened: the use case's name.</summary>
        public string Kind { get; init; } = string.Empty;

        /// <summary>The state before, or null for the first line.</summary>
        public InvitationState? FromState { get; init; }

        /// <summary>The state after.</summary>
        public InvitationState ToState { get; init; }

        /// <summary>The reason that was given, or null.</summary>
        public string? Note { get; init; }

        /// <summary>Who did it.</summary>
        public string ActorName { get; init; } = string.Empty;

        /// <summary>When.</summary>
        public DateTimeOffset At { get; init; }
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<ImmutableArray<Row>>>
    {
        public async Task<Result<ImmutableArray<Row>>> Handle(Query query, CancellationToken cancellationToken) =>
            ImmutableArray.CreateRange(await session.ListAsync<Row>(Select, new { id = query.Id }, cancellationToken).ConfigureAwait(false));
    }
}
