using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>The mails of a consultation: those that need a person first, then the newest.</summary>
public static class ListMail
{
    private const string Wanted = """
        FROM mail m WHERE m.consultation_id = @Consultation AND (@state IS NULL OR m.state = @state)
            AND (@Invitation IS NULL OR m.invitation_id = @Invitation)
        """;

    private const string Columns = """
        SELECT m.mail_id AS id, m.invitation_id, m.kind, m.to_address, m.to_name, m.subject, m.message_id, m.state, m.attempts, m.created_at,
            m.sent_at, m.bounced_at, m.last_error_json, m.version
        """;

    private const string Order = """
        ORDER BY CASE WHEN m.state IN ('Refused', 'Uncertain', 'Bounced') THEN 0 WHEN m.last_error_json IS NOT NULL THEN 1 ELSE 2 END,
            m.created_at DESC, m.mail_id DESC
        """;

    /// <summary>Whose.</summary>
    public sealed record Query(ConsultationId Consultation) : IQuery<Paged<MailRow>>, IPagedQuery
    {
        /// <summary>Only those in this state; null is all.</summary>
        public MailState? State { get; init; }

        /// <summary>Only those of this invitation; null is all.</summary>
        public InvitationId? Invitation { get; init; }

        /// <inheritdoc/>
        public int Page { get; init; } = 1;

        /// <inheritdoc/>
        public int PageSize { get; init; } = 50;

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.IsPaged();
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<Paged<MailRow>>>
    {
        public async Task<Result<Paged<MailRow>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var wanted = new { query.Consultation, state = query.State?.ToString(), query.Invitation, skip = query.Skip(), take = query.PageSize };
            var rows = await session.ListAsync<MailRow>($"{Columns} {Wanted} {Order} {session.Dialect.Page}", wanted, cancellationToken).ConfigureAwait(false);
            int total = await session.FindAsync<int>($"SELECT COUNT(*) {Wanted}", wanted, cancellationToken).ConfigureAwait(false);
            return new Paged<MailRow>(rows, total);
        }
    }
}
