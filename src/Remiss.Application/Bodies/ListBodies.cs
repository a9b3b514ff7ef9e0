using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Bodies;

/// <summary>The register of an organisation in Swedish order, with Å, Ä and Ö last.</summary>
public static class ListBodies
{
    private const string Wanted = """
        FROM body b
        WHERE b.organisation_id = @Organisation AND (@kind IS NULL OR b.kind = @kind) AND (@retired = 1 OR b.is_retired = 0)
            AND (@unreachable = 0 OR b.email IS NULL)
            AND (@county IS NULL OR (b.kind IN ('Municipality', 'Region', 'CountyBoard') AND b.code LIKE @county))
            AND (@sought IS NULL OR CHARINDEX(@sought, LOWER(b.name)) > 0 OR CHARINDEX(@sought, LOWER(b.email)) > 0 OR b.code = @Search)
        """;

    /// <summary>Whose.</summary>
    public sealed record Query(OrganisationId Organisation) : IQuery<Paged<BodyRow>>, IPagedQuery
    {
        /// <summary>Only those with this in their name or address, or with exactly this code; null is all.</summary>
        public string? Search { get; init; }

        /// <summary>Only those of this kind; null is all.</summary>
        public BodyKind? Kind { get; init; }

        /// <summary>Only municipalities, the region and the board of this county, by its two digits; null is all.</summary>
        public string? County { get; init; }

        /// <summary>Those that are no longer asked, too.</summary>
        public bool WithRetired { get; init; }

        /// <summary>Only those that mail cannot be sent to.</summary>
        public bool OnlyWithoutEmail { get; init; }

        /// <inheritdoc/>
        public int Page { get; init; } = 1;

        /// <inheritdoc/>
        public int PageSize { get; init; } = 50;

        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.IsPaged();
            RuleFor(q => q.Search).IsOptionalText(200, "Sökorden", "The search words");
            RuleFor(q => q.County).Must(county => county is null || BodyKind.CountyBoard.Fits(county))
                .Says("Länets kod är två siffror, till exempel 14.", "A county's code is two digits, such as 14.");
        }
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<Paged<BodyRow>>>
    {
        public async Task<Result<Paged<BodyRow>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var given = new
            {
                query.Organisation,
                kind = query.Kind?.ToString(),
                retired = query.WithRetired ? 1 : 0,
                unreachable = query.OnlyWithoutEmail ? 1 : 0,
                county = query.County is null ? null : query.County + "%",
                sought = SoughtText.Of(query.Search),
                Search = query.Search?.Trim(),
                skip = query.Skip(),
                take = query.PageSize,
            };
            int total = await session.FindAsync<int>($"SELECT COUNT(*) {Wanted}", given, cancellationToken).ConfigureAwait(false);
            var rows = await session.ListAsync<BodyRow>(
                $"SELECT {BodyRow.Columns} {Wanted} ORDER BY b.name, b.body_id {session.Dialect.Page}", given, cancellationToken).ConfigureAwait(false);
            return new Paged<BodyRow>(rows, total);
        }
    }
}
