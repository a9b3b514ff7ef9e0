using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Dispositions;

/// <summary>The current comments of a consultation with what the region does with them, by reply and place, a page at a time.</summary>
public static class GetDispositions
{
    private const string From = $"""
        FROM comment k JOIN response_version v ON v.response_version_id = k.response_version_id
            JOIN response r ON r.response_id = v.response_id AND r.current_version = v.number
            LEFT JOIN disposition d ON d.comment_no = k.comment_no {DispositionRows.People}
        WHERE k.consultation_id = @Consultation AND k.is_current = 1
        """;

    private const string Select =
        $"SELECT k.comment_id, v.response_id, r.number AS response_number, k.quote, {DispositionRows.Columns}, COALESCE(d.version, 0) AS version";

    private const string Count = $"SELECT COALESCE(d.state, 'Open') AS state, COUNT(*) AS comments {From} GROUP BY COALESCE(d.state, 'Open')";

    /// <summary>Which.</summary>
    public sealed record Query(ConsultationId Consultation) : IQuery<DispositionPage>
    {
        /// <summary>Only those that have come so far; a comment without a disposition is open.</summary>
        public DispositionState? State { get; init; }

        /// <summary>Only of this kind.</summary>
        public DispositionKind? Kind { get; init; }

        /// <summary>Only those that this person is to write.</summary>
        public AccountId? AssignedTo { get; init; }

        /// <summary>How many to pass over.</summary>
        public int Skip { get; init; }

        /// <summary>How many at most, 1 to 500.</summary>
        public int Take { get; init; } = 50;

        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int Most = 500;

        public Validator()
        {
            RuleFor(q => q.Skip).Must(s => s >= 0).Says("Sidan finns inte.", "There is no such page.");
            RuleFor(q => q.Take).Must(t => t is >= 1 and <= Most).Says($"Visa 1 till {Most} åt gången.", $"Show 1 to {Most} at a time.");
        }
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<DispositionPage>>
    {
        public async Task<Result<DispositionPage>> Handle(Query query, CancellationToken cancellationToken)
        {
            string where = string.Concat(new[]
            {
                query.State is null ? null : " AND COALESCE(d.state, 'Open') = @state", query.Kind is null ? null : " AND d.kind = @kind",
                query.AssignedTo is null ? null : " AND d.assigned_to = @AssignedTo",
            });
            var parameters = new { query.Consultation, state = query.State?.ToString(), kind = query.Kind?.ToString(), query.AssignedTo, skip = query.Skip, take = query.Take };
            var rows = await session.ListAsync<DispositionRow>(
                $"{Select} {From}{where} ORDER BY r.number, k.start_at {session.Dialect.Page}", parameters, cancellationToken).ConfigureAwait(false);
            int total = await session.FindAsync<int>($"SELECT COUNT(*) {From}{where}", parameters, cancellationToken).ConfigureAwait(false);
            var counts = await session.ListAsync<CountRow>(Count, new { query.Consultation }, cancellationToken).ConfigureAwait(false);
            return new DispositionPage([.. rows], total, counts.ToImmutableDictionary(c => c.State, c => c.Comments));
        }
    }

    private sealed record CountRow
    {
        public DispositionState State { get; init; }

        public int Comments { get; init; }
    }
}

/// <summary>A page of comments with their dispositions.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Total">How many there are in all, by the filter.</param>
/// <param name="ByState">How many comments of the consultation have come how far, whatever the filter.</param>
public sealed record DispositionPage(ImmutableArray<DispositionRow> Rows, int Total, ImmutableDictionary<DispositionState, int> ByState);

/// <summary>A comment with its disposition.</summary>
public sealed record DispositionRow
{
    /// <summary>The comment.</summary>
    public CommentId CommentId { get; init; }

    /// <summary>The reply it is part of.</summary>
    public ResponseId ResponseId { get; init; }

    /// <summary>The reply's number in the consultation.</summary>
    public int ResponseNumber { get; init; }

    /// <summary>The comment's words.</summary>
    public string Quote { get; init; } = string.Empty;

    /// <summary>What the region does; null while that is not decided.</summary>
    public DispositionKind? Kind { get; init; }

    /// <summary>How far it has come.</summary>
    public DispositionState State { get; init; }

    /// <summary>The reply, or null.</summary>
    public string? Reply { get; init; }

    /// <summary>What was changed in the document, or null.</summary>
    public string? ChangeMade { get; init; }

    /// <summary>Who is to write it, or null.</summary>
    public AccountId? AssignedTo { get; init; }

    /// <summary>The name of the one who is to write it, or null.</summary>
    public string? AssignedName { get; init; }

    /// <summary>By when, or null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The disposition's version, to be handed back with a change; 0 where there is none.</summary>
    public int Version { get; init; }
}
