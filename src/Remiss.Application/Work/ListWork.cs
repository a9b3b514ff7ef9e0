using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Work;

/// <summary>Where a piece of work is.</summary>
public enum WorkState
{
    /// <summary>Waits for a worker, is in the hands of one, or waits for its next attempt.</summary>
    Ready,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Set aside: a person must look at it.</summary>
    Parked,

    /// <summary>Given up by a person, who said why.</summary>
    Dropped,
}

/// <summary>The work of an organisation: what is set aside first, then what waits, then what is done.</summary>
public static class ListWork
{
    private const string Columns = """
        SELECT work_item_id AS id, kind, state, attempts, progress, not_before, lease_until, last_error_json, created_at, finished_at
        FROM work_item WHERE
        """;

    private const string Order = "ORDER BY CASE state WHEN 'Parked' THEN 0 WHEN 'Ready' THEN 1 ELSE 2 END, created_at DESC, work_item_id DESC";

    /// <summary>Whose; all that there is of the installation where null.</summary>
    public sealed record Query(OrganisationId? Organisation) : IQuery<Paged<WorkRow>>, IPagedQuery
    {
        /// <summary>Only what is in this state; null is all.</summary>
        public WorkState? State { get; init; }

        /// <summary>Only this kind; null is all.</summary>
        public string? Kind { get; init; }

        /// <inheritdoc/>
        public int Page { get; init; } = 1;

        /// <inheritdoc/>
        public int PageSize { get; init; } = 50;

        /// <inheritdoc/>
        public Access Access => Organisation is { } organisation ? Access.Administrator(Resource.Organisation, organisation.Value) : Access.Installation;
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.IsPaged();
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<Paged<WorkRow>>>
    {
        public async Task<Result<Paged<WorkRow>>> Handle(Query query, CancellationToken cancellationToken)
        {
            string where = (query.Organisation is null ? "1 = 1" : "organisation_id = @Organisation")
                + (query.State is null ? string.Empty : " AND state = @state") + (query.Kind is null ? string.Empty : " AND kind = @Kind");
            var wanted = new { query.Organisation, state = query.State?.ToString(), query.Kind, skip = query.Skip(), take = query.PageSize };
            var rows = await session.ListAsync<WorkRow>($"{Columns} {where} {Order} {session.Dialect.Page}", wanted, cancellationToken).ConfigureAwait(false);
            return new Paged<WorkRow>(rows, await session.FindAsync<int>($"SELECT COUNT(*) FROM work_item WHERE {where}", wanted, cancellationToken).ConfigureAwait(false));
        }
    }
}

/// <summary>A piece of work as an administrator sees it: never what it is about, only its kind.</summary>
public sealed record WorkRow
{
    /// <summary>Which.</summary>
    public WorkItemId Id { get; init; }

    /// <summary>What kind: <c>send-mail</c>.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>Where it is.</summary>
    public WorkState State { get; init; }

    /// <summary>How many times it has been begun.</summary>
    public int Attempts { get; init; }

    /// <summary>How far it has come, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>When it is tried at the earliest.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>How long a worker that is not heard of keeps it; null where no one has it.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Why it did not go well the last time, or why it was given up; null where nothing is said.</summary>
    public Phrase? LastError => LastErrorJson is null ? null : StoreJson.Read<Phrase>(LastErrorJson);

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was done or set aside, or null.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary><see cref="LastError"/> as kept.</summary>
    internal string? LastErrorJson { get; init; }
}
