using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Summaries;

/// <summary>The summaries of a consultation, the latest first.</summary>
public static class ListSummaries
{
    private const string Select = $"{SummaryRow.Columns} WHERE s.consultation_id = @Consultation ORDER BY s.number DESC";

    private const string Count = "SELECT COUNT(*) FROM summary WHERE consultation_id = @Consultation";

    /// <summary>Whose.</summary>
    public sealed record Query(ConsultationId Consultation, int Page = 1, int PageSize = 50) : IQuery<Paged<SummaryRow>>, IPagedQuery
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : FluentValidation.AbstractValidator<Query>
    {
        public Validator() => this.IsPaged();
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<Paged<SummaryRow>>>
    {
        public async Task<Result<Paged<SummaryRow>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var of = new { query.Consultation, skip = query.Skip(), take = query.PageSize };
            return new Paged<SummaryRow>(
                await session.ListAsync<SummaryRow>($"{Select} {session.Dialect.Page}", of, cancellationToken).ConfigureAwait(false),
                await session.FindAsync<int>(Count, new { query.Consultation }, cancellationToken).ConfigureAwait(false));
        }
    }
}
