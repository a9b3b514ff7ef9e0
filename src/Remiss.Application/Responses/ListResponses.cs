using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Invitations;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Responses;

/// <summary>The replies of a consultation in the order they were registered, by page.</summary>
public static class ListResponses
{
    /// <summary>
    /// A reply is late where its first version came after the deadline: the latest that is in force for a body of it that
    /// was invited, else the consultation's.
    /// </summary>
    // The consultation stands once more within: SQL Server takes no outer column in an aggregate.
    internal const string Late = $"""
        CASE WHEN (SELECT MIN(w.received_on) FROM response_version w WHERE w.response_id = r.response_id)
            > COALESCE((SELECT MAX({DeadlineInForce.Sql}) FROM invitation i JOIN consultation c ON c.consultation_id = i.consultation_id JOIN response_body x ON x.body_id = i.body_id AND x.consultation_id = i.consultation_id
                WHERE x.response_id = r.response_id), c.deadline) THEN 1 ELSE 0 END
        """;

    private const string Wanted = $"""
        FROM response r
        JOIN consultation c ON c.consultation_id = r.consultation_id
        JOIN response_version v ON v.response_id = r.response_id AND v.number = r.current_version
        WHERE r.consultation_id = @Consultation
            AND (@kind IS NULL OR r.kind = @kind) AND (@state IS NULL OR v.state = @state) AND (@stance IS NULL OR v.overall_stance = @stance)
            AND (@late IS NULL OR {Late} = @late)
            AND (@open IS NULL OR @open = CASE WHEN EXISTS (SELECT 1 FROM response_sender o WHERE o.response_id = r.response_id)
                AND NOT EXISTS (SELECT 1 FROM response_sender o WHERE o.response_id = r.response_id AND o.body_id IS NULL AND o.is_private_person = 0) THEN 0 ELSE 1 END)
            AND (@sought IS NULL OR CHARINDEX(@sought, LOWER(v.registration_number)) > 0
                OR EXISTS (SELECT 1 FROM response_sender n WHERE n.response_id = r.response_id AND CHARINDEX(@sought, LOWER(n.name)) > 0)
                OR EXISTS (SELECT 1 FROM response_file f WHERE f.response_version_id = v.response_version_id AND CHARINDEX(@sought, LOWER(f.name)) > 0))
        """;

    private const string Columns = $"""
        SELECT r.response_id AS id, r.number, r.kind, r.channel, r.current_version AS versions, r.version, v.response_version_id AS current_id, v.state,
            v.received_on, v.registration_number, v.overall_stance, {Late} AS is_late,
            (SELECT COUNT(*) FROM comment k WHERE k.response_version_id = v.response_version_id AND k.is_current = 1) AS comments,
            (SELECT COUNT(*) FROM comment k WHERE k.response_version_id = v.response_version_id AND k.is_current = 1 AND k.reviewed_at IS NOT NULL) AS reviewed
        """;

    private const string ListSenders = "SELECT response_id, name, body_id, is_private_person FROM response_sender WHERE response_id IN @ids ORDER BY ordinal";

    /// <summary>Of which consultation.</summary>
    public sealed record Query(ConsultationId Consultation) : IQuery<Paged<Row>>, IPagedQuery
    {
        /// <summary>Only this kind; null is all.</summary>
        public ResponseKind? Kind { get; init; }

        /// <summary>Only those whose current version is in this state; null is all.</summary>
        public ResponseVersionState? State { get; init; }

        /// <summary>Only those of this overall stance; null is all.</summary>
        public Stance? Stance { get; init; }

        /// <summary>Only those that are late, or that are not; null is all.</summary>
        public bool? IsLate { get; init; }

        /// <summary>Only those whose sender a person must still decide, or need not; null is all.</summary>
        public bool? IsSenderOpen { get; init; }

        /// <summary>Only those with this in a sender's name, the registration number or a file's name; null is all.</summary>
        public string? Search { get; init; }

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
            RuleFor(q => q.Search).IsOptionalText(200, "Sökorden", "The search words");
        }
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<Paged<Row>>>
    {
        public async Task<Result<Paged<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var given = new
            {
                query.Consultation,
                kind = query.Kind?.ToString(),
                state = query.State?.ToString(),
                stance = query.Stance?.ToString(),
                late = Bit(query.IsLate),
                open = Bit(query.IsSenderOpen),
                sought = SoughtText.Of(query.Search),
                skip = query.Skip(),
                take = query.PageSize,
            };
            int total = await session.FindAsync<int>($"SELECT COUNT(*) {Wanted}", given, cancellationToken).ConfigureAwait(false);
            var rows = await session.ListAsync<Row>($"{Columns} {Wanted} ORDER BY r.number {session.Dialect.Page}", given, cancellationToken).ConfigureAwait(false);
            if (rows.Count == 0) return new Paged<Row>(rows, total);
            var senders = (await session.ListAsync<SenderOf>(ListSenders, new { ids = rows.Select(r => r.Id.Value).ToArray() }, cancellationToken).ConfigureAwait(false))
                .ToLookup(s => s.ResponseId, s => new ResponseSender(s.Name, s.BodyId, s.IsPrivatePerson));
            return new Paged<Row>([.. rows.Select(r => r with { Senders = [.. senders[r.Id]] })], total);
        }

        private static int? Bit(bool? value) => value is { } wanted ? (wanted ? 1 : 0) : null;
    }

    private sealed record SenderOf
    {
        public ResponseId ResponseId { get; init; }

        public string Name { get; init; } = string.Empty;

        public BodyId? BodyId { get; init; }

        public bool IsPrivatePerson { get; init; }
    }

    /// <summary>One line of the list: a reply in its current version.</summary>
    public sealed record Row
    {
        /// <summary>Which.</summary>
        public ResponseId Id { get; init; }

        /// <summary>Its number in the consultation.</summary>
        public int Number { get; init; }

        /// <summary>What kind of answer it is.</summary>
        public ResponseKind Kind { get; init; }

        /// <summary>How it came.</summary>
        public ResponseChannel Channel { get; init; }

        /// <summary>How many versions it has.</summary>
        public int Versions { get; init; }

        /// <summary>Counts the changes of its facts.</summary>
        public int Version { get; init; }

        /// <summary>Its current version.</summary>
        public ResponseVersionId CurrentId { get; init; }

        /// <summary>How far the program has come with it.</summary>
        public ResponseVersionState State { get; init; }

        /// <summary>The day the current version was received.</summary>
        public DateOnly ReceivedOn { get; init; }

        /// <summary>The sender's own registration number, or null.</summary>
        public string? RegistrationNumber { get; init; }

        /// <summary>The stance on the whole.</summary>
        public Stance OverallStance { get; init; }

        /// <summary>Whether it came after the deadline.</summary>
        public bool IsLate { get; init; }

        /// <summary>How many comments it has.</summary>
        public int Comments { get; init; }

        /// <summary>How many of them a person has looked at.</summary>
        public int Reviewed { get; init; }

        /// <summary>Who sent it.</summary>
        public ImmutableArray<ResponseSender> Senders { get; init; } = [];
    }
}
