using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Search;

/// <summary>In which order comments are listed.</summary>
public enum CommentOrder
{
    /// <summary>By the document: each under the first of its sections that count (of those asked for, where a section is asked for); those without one last.</summary>
    Section,

    /// <summary>By the replies' numbers, and within a reply as they stand there.</summary>
    Reply,

    /// <summary>The reply that was registered last first, and within a reply as they stand there.</summary>
    Newest,
}

/// <summary>The comments of one consultation: only current ones of the newest versions of replies.</summary>
public static class ListComments
{
    // So many can be put in order at once; more are read in order from the start.
    private const int Few = 1000;

    // In this order of tables SQLite reads the rows as they are to be listed and stops where the page is full.
    private const string Walk = """
        FROM response r CROSS JOIN response_version v CROSS JOIN comment k
        WHERE r.consultation_id = @consultation AND v.response_id = r.response_id AND v.number = r.current_version
            AND k.consultation_id = @consultation AND k.response_version_id = v.response_version_id AND
        """;

    private const string Ordered = """
        SELECT k.comment_no FROM comment k JOIN response_version v ON v.response_version_id = k.response_version_id JOIN response r ON r.response_id = v.response_id
        WHERE k.comment_no IN @nos
        """;

    /// <summary>Whose.</summary>
    public sealed record Query(ConsultationId Consultation) : IQuery<CommentPage>, IPagedQuery
    {
        /// <summary>Which of them.</summary>
        public CommentCriteria Criteria { get; init; } = new();

        /// <summary>In which order.</summary>
        public CommentOrder Order { get; init; }

        /// <inheritdoc/>
        public int Page { get; init; } = 1;

        /// <inheritdoc/>
        public int PageSize { get; init; } = 50;

        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.IsPaged();
            RuleFor(q => q.Criteria).SetValidator(new CommentCriteria.Validator());
            RuleFor(q => q.Order).IsInEnum();
        }
    }

    internal sealed class Handler(DbSession session, StoredDocuments documents) : IRequestHandler<Query, Result<CommentPage>>
    {
        public async Task<Result<CommentPage>> Handle(Query query, CancellationToken cancellationToken)
        {
            // Comments that no section counts for have no order by section.
            bool bySection = query.Order == CommentOrder.Section && (query.Criteria.Section is not null || query.Criteria.Tagging is null or Tagging.Settled);
            bool needsDocument = query.Criteria.Section is not null || bySection;
            StoredDocument? document = needsDocument ? await documents.CurrentAsync(query.Consultation, cancellationToken).ConfigureAwait(false) : null;
            var sections = CommentConditions.SectionsUnder(document, query.Criteria.Section);
            if (query.Criteria.Section is not null && sections.IsEmpty) return CommentPage.Empty;
            var conditions = new CommentConditions(query.Criteria, "= @consultation", sections);
            conditions.Values.Add("consultation", query.Consultation);
            conditions.Values.Add("most", CommentPage.MostCounted + 1);
            conditions.Values.Add("skip", query.Skip());
            conditions.Values.Add("take", query.PageSize);

            var all = await session.ListAsync<long>(session.Dialect.AtMost("k.comment_no", conditions.Wanted), conditions.Values, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<long> page = bySection && document is not null
                ? await new SectionOrder(session, document, query.Criteria.Section is null ? null : sections.ToHashSet()).PageAsync(all.Count <= Few ? all : null, conditions, query, cancellationToken).ConfigureAwait(false)
                : await ByReplyAsync(all, conditions, query, cancellationToken).ConfigureAwait(false);
            var rows = await CommentLines.LoadAsync(session, page, null, cancellationToken).ConfigureAwait(false);
            return new CommentPage(rows, Math.Min(all.Count, CommentPage.MostCounted), all.Count > CommentPage.MostCounted);
        }

        private async Task<IReadOnlyList<long>> ByReplyAsync(IReadOnlyList<long> all, CommentConditions conditions, Query query, CancellationToken cancellationToken)
        {
            if (all.Count == 0) return [];
            string order = $"ORDER BY r.number{(query.Order == CommentOrder.Newest ? " DESC" : string.Empty)}, k.start_at {session.Dialect.Page}";
            return all.Count <= Few
                ? await session.ListAsync<long>($"{Ordered} {order}", new { nos = all, skip = query.Skip(), take = query.PageSize }, cancellationToken).ConfigureAwait(false)
                : await session.ListAsync<long>($"SELECT k.comment_no {Walk} {conditions.Sql} {order}", conditions.Values, cancellationToken).ConfigureAwait(false);
        }
    }
}
