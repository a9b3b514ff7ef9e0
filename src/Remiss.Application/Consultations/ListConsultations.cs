using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>The consultations of an organisation in which the person has a role, newest first.</summary>
public static class ListConsultations
{
    private const string Wanted = """
        FROM consultation c
        WHERE c.organisation_id = @Organisation AND (@state IS NULL OR c.state = @state)
            AND (@sought IS NULL OR CHARINDEX(@sought, LOWER(c.title)) > 0 OR CHARINDEX(@sought, LOWER(c.registration_number)) > 0)
        """;

    private const string WithRole =
        "AND EXISTS (SELECT 1 FROM consultation_role r WHERE r.consultation_id = c.consultation_id AND r.account_id = @account)";

    private const string Columns = """
        SELECT c.consultation_id AS id, c.title, c.registration_number, c.state, c.opens_on, c.deadline, c.version,
            (SELECT COUNT(*) FROM invitation i WHERE i.consultation_id = c.consultation_id AND i.state NOT IN ('Planned', 'Withdrawn')) AS invited,
            (SELECT COUNT(*) FROM response r WHERE r.consultation_id = c.consultation_id) AS responses
        """;

    private const string Order = "ORDER BY c.created_at DESC, c.consultation_id";

    /// <summary>Whose.</summary>
    public sealed record Query(OrganisationId Organisation) : IQuery<Paged<Row>>, IPagedQuery
    {
        /// <summary>Only those in this state; null is all.</summary>
        public ConsultationState? State { get; init; }

        /// <summary>Only those with this in their title or registration number; null is all.</summary>
        public string? Search { get; init; }

        /// <inheritdoc/>
        public int Page { get; init; } = 1;

        /// <inheritdoc/>
        public int PageSize { get; init; } = 50;

        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    /// <summary>One line of the list.</summary>
    public sealed record Row
    {
        /// <summary>Which.</summary>
        public ConsultationId Id { get; init; }

        /// <summary>What it is about.</summary>
        public string Title { get; init; } = string.Empty;

        /// <summary>Its registration number (dnr), or null.</summary>
        public string? RegistrationNumber { get; init; }

        /// <summary>Where it is.</summary>
        public ConsultationState State { get; init; }

        /// <summary>The first day of the period, or null.</summary>
        public DateOnly? OpensOn { get; init; }

        /// <summary>The last day to answer, or null.</summary>
        public DateOnly? Deadline { get; init; }

        /// <summary>How many bodies have been asked and not taken back.</summary>
        public int Invited { get; init; }

        /// <summary>How many replies have come, uninvited ones too.</summary>
        public int Responses { get; init; }

        /// <summary>Its version.</summary>
        public int Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.IsPaged();
            RuleFor(q => q.Search).IsOptionalText(200, "Sökorden", "The search words");
        }
    }

    internal sealed class Handler(DbSession session, CurrentActor current) : IRequestHandler<Query, Result<Paged<Row>>>
    {
        public async Task<Result<Paged<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var given = new
            {
                query.Organisation,
                state = query.State?.ToString(),
                sought = SoughtText.Of(query.Search),
                account = current.Actor.Account,
                skip = query.Skip(),
                take = query.PageSize,
            };
            // The command line and the system are let in everywhere; a person, an administrator too, only where a role is.
            string wanted = current.Actor.Kind == ActorKind.Account ? $"{Wanted} {WithRole}" : Wanted;
            int total = await session.FindAsync<int>($"SELECT COUNT(*) {wanted}", given, cancellationToken).ConfigureAwait(false);
            var rows = await session.ListAsync<Row>($"{Columns} {wanted} {Order} {session.Dialect.Page}", given, cancellationToken).ConfigureAwait(false);
            return new Paged<Row>(rows, total);
        }
    }
}
