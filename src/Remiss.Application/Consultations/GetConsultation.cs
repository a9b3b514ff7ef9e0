using System.Collections.Frozen;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Consultations;

/// <summary>The facts of one consultation.</summary>
public static class GetConsultation
{
    internal const string Select = """
        SELECT consultation_id AS id, organisation_id, title, description, registration_number, state, opens_on, deadline, accept_threshold,
            stance_labels_json, created_at, opened_at, closed_at, archived_at, version
        FROM consultation WHERE consultation_id = @id
        """;

    /// <summary>Which.</summary>
    public sealed record Query(ConsultationId Id) : IQuery<ConsultationRow>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Id.Value);
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<ConsultationRow>>
    {
        public async Task<Result<ConsultationRow>> Handle(Query query, CancellationToken cancellationToken) =>
            await session.FindAsync<ConsultationRow>(Select, new { id = query.Id }, cancellationToken).ConfigureAwait(false) is { } row
                ? row : Result<ConsultationRow>.Fail(Refusals.NotThere);
    }
}

/// <summary>A consultation as it is kept.</summary>
public sealed record ConsultationRow
{
    /// <summary>Which.</summary>
    public ConsultationId Id { get; init; }

    /// <summary>Who asks.</summary>
    public OrganisationId OrganisationId { get; init; }

    /// <summary>What it is about.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>A text for those who are asked, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Its registration number (dnr), or null.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Where it is.</summary>
    public ConsultationState State { get; init; }

    /// <summary>The first day of the period, or null.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>The last day to answer, or null.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Suggestions of at least this confidence count in the summary; null counts none.</summary>
    public double? AcceptThreshold { get; init; }

    /// <summary>The column of <see cref="StanceLabels"/>.</summary>
    public string? StanceLabelsJson { get; init; }

    /// <summary>What stances are called in this consultation; those not in it have their usual names.</summary>
    public IReadOnlyDictionary<Stance, string> StanceLabels =>
        StanceLabelsJson is null ? FrozenDictionary<Stance, string>.Empty : StoreJson.Read<Dictionary<Stance, string>>(StanceLabelsJson);

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was opened last, or null.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When it was closed last, or null.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When it was archived, or null.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Its version, to be handed back with a change.</summary>
    public int Version { get; init; }
}
