using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>
/// Records from a delivery report (an <c>.eml</c> file, RFC 3464) that a mail came back. A report of a delay changes
/// nothing; a report of delivery settles a mail that was uncertain. The same report again changes nothing more.
/// </summary>
public static class ImportDeliveryReport
{
    private const string Find = """
        SELECT m.mail_id AS id, m.state, m.consultation_id FROM mail m WHERE m.message_id = @messageId AND m.organisation_id = @Organisation
            AND (@account IS NULL OR m.consultation_id IS NULL OR EXISTS (SELECT 1 FROM consultation_role r
                WHERE r.consultation_id = m.consultation_id AND r.account_id = @account AND r.role IN ('Coordinator', 'Analyst')))
        """;

    private const string SetBounced = """
        UPDATE mail SET state = 'Bounced', bounced_at = @now, last_error_json = @error, version = version + 1
        WHERE mail_id = @Id AND state IN ('Sent', 'Uncertain')
        """;

    private const string SetSent = """
        UPDATE mail SET state = 'Sent', sent_at = @now, last_error_json = NULL, version = version + 1 WHERE mail_id = @Id AND state = 'Uncertain'
        """;

    /// <summary>The report, and whose mail it is about.</summary>
    public sealed record Command(OrganisationId Organisation, ReadOnlyMemory<byte> File) : ICommand<Report>, IAllowedWhenArchived
    {
        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    /// <summary>What the report led to.</summary>
    /// <param name="Mail">The mail it is about.</param>
    /// <param name="State">Where the mail is now.</param>
    /// <param name="Changed">Whether the report changed that.</param>
    public sealed record Report(MailId Mail, MailState State, bool Changed);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.File).Must(file => !file.IsEmpty).Says("Filen är tom. Välj det returnerade mejlet.", "The file is empty. Choose the returned mail.");
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, Scope scope, CurrentActor current, TimeProvider clock) : IRequestHandler<Command, Result<Report>>
    {
        public async Task<Result<Report>> Handle(Command command, CancellationToken cancellationToken)
        {
            Result<DeliveryReport> read = DeliveryReport.Read(command.File.Span);
            if (!read.IsOk) return Result<Report>.Fail(read.Failure);
            DeliveryReport report = read.Value;
            Row? mail = await session.FindAsync<Row>(Find, new { messageId = report.Original.Value, command.Organisation, account = current.Actor.Account }, cancellationToken).ConfigureAwait(false);
            if (mail is null) return NotOurs;
            scope.Consultation = mail.ConsultationId;

            string? update = report.Action switch { "failed" => SetBounced, "delivered" or "relayed" or "expanded" => SetSent, _ => null };
            var row = new { mail.Id, now = clock.GetUtcNow(), error = StoreJson.Write(Bounces.Because(report.Reason.Length == 0 ? report.Action : report.Reason)) };
            bool changed = update is not null && await session.ExecuteAsync(update, row, cancellationToken).ConfigureAwait(false) == 1;
            if (!changed) return new Report(mail.Id, mail.State, false);
            MailState state = update == SetBounced ? MailState.Bounced : MailState.Sent;
            audit.Note("mail", mail.Id.Value, new { mail.State }, new { State = state });
            return new Report(mail.Id, state, true);
        }
    }

    private static Failure NotOurs { get; } = new NotFound(new Phrase(
        "Leveransrapporten gäller ett mejl som inte har skickats härifrån.",
        "The delivery report is about a mail that was not sent from here."));

    private sealed record Row
    {
        public MailId Id { get; init; }

        public MailState State { get; init; }

        public ConsultationId? ConsultationId { get; init; }
    }
}
