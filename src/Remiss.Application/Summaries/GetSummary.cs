using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Summaries;

/// <summary>How far one summary is, and which files it has.</summary>
public static class GetSummary
{
    private const string Select = $"{SummaryRow.Columns} WHERE s.summary_id = @Id";

    /// <summary>Which.</summary>
    public sealed record Query(SummaryId Id) : IQuery<SummaryRow>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Summary, Id.Value);
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<SummaryRow>>
    {
        public async Task<Result<SummaryRow>> Handle(Query query, CancellationToken cancellationToken) =>
            await session.FindAsync<SummaryRow>(Select, new { query.Id }, cancellationToken).ConfigureAwait(false) is { } row ? row : Result<SummaryRow>.Fail(Refusals.NotThere);
    }
}

/// <summary>A summary as it is kept.</summary>
public sealed record SummaryRow
{
    internal const string Columns = """
        SELECT s.summary_id AS id, s.consultation_id, s.number, s.state, s.options_json, s.is_draft, s.progress, s.stage_json, s.failure_json,
            s.requested_at, s.finished_at, a.name AS requested_by
        FROM summary s LEFT JOIN account a ON a.account_id = s.requested_by
        """;

    /// <summary>Which.</summary>
    public SummaryId Id { get; init; }

    /// <summary>Of which consultation.</summary>
    public ConsultationId ConsultationId { get; init; }

    /// <summary>Its number there, from 1.</summary>
    public int Number { get; init; }

    /// <summary>How far it is.</summary>
    public SummaryState State { get; init; }

    /// <summary>Whether it is marked as a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The share done, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>What is being done now, or null.</summary>
    public Phrase? Stage => StageJson is null ? null : StoreJson.Read<Phrase>(StageJson);

    /// <summary>Why it could not be made, or null.</summary>
    public Phrase? Failure => FailureJson is null ? null : StoreJson.Read<Phrase>(FailureJson);

    /// <summary>How it was to be made.</summary>
    public SummaryOptions Options => StoreJson.Read<SummaryOptions>(OptionsJson);

    /// <summary>Who asked for it, or null for the one who runs the installation.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it was done or given up, or null.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    internal string OptionsJson { get; init; } = "{}";

    internal string? StageJson { get; init; }

    internal string? FailureJson { get; init; }
}
