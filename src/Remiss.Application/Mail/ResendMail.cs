using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>
/// Sends a mail again that was refused, came back, may not have gone, or whose attempts are over; a person decides, never
/// the program. It keeps its message id, so that a recipient who did get it the first time can see that it is the same.
/// </summary>
public static class ResendMail
{
    private const string Find = "SELECT state, to_address, version FROM mail WHERE mail_id = @Id";

    private const string Update = """
        UPDATE mail SET state = 'Queued', to_address = @address, attempts = 0, sending_at = NULL, sent_at = NULL, bounced_at = NULL,
            last_error_json = NULL, version = version + 1
        WHERE mail_id = @Id AND version = @Version AND (state IN ('Refused', 'Uncertain', 'Bounced')
            OR state = 'Queued' AND NOT EXISTS (SELECT 1 FROM work_item w WHERE w.kind = 'send-mail' AND w.state = 'Ready' AND w.payload_json = @payload))
        """;

    /// <summary>Which, as it was when the person looked at it.</summary>
    public sealed record Command(MailId Id, int Version) : ICommand<Done>
    {
        /// <summary>A corrected address, or null to keep it.</summary>
        public string? ToAddress { get; init; }

        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Mail, Id.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.ToAddress).Must(address => address is null || Mailbox.Parse(address).IsOk)
            .Says("E-postadressen går inte att använda. Skriv den som namn@exempel.se.", "The e-mail address cannot be used. Write it like name@example.com.");
    }

    internal sealed class Handler(DbSession session, WorkItems work, AuditTrail audit) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            MailRow? mail = await session.FindAsync<MailRow>(Find, new { command.Id }, cancellationToken).ConfigureAwait(false);
            if (mail is null) return Result<Done>.Fail(Refusals.NotThere);
            var payload = new SendMail.Payload(command.Id);
            string address = command.ToAddress?.Trim() ?? mail.ToAddress;
            int changed = await session.ExecuteAsync(Update, new { command.Id, command.Version, address, payload = StoreJson.Write(payload) }, cancellationToken).ConfigureAwait(false);
            if (changed == 0) return NotNow;
            await work.EnqueueAsync(SendMail.KindName, payload, command.Id.ToString(), null, cancellationToken).ConfigureAwait(false);
            audit.Note("mail", command.Id.Value, new { mail.State }, new { State = MailState.Queued, newAddress = address != mail.ToAddress });
            return default(Done);
        }
    }

    private static Failure NotNow { get; } = new Conflict(new Phrase(
        "Mejlet går inte att skicka igen: det är på väg, har skickats, eller så har någon annan redan tagit hand om det. Läs in listan på nytt.",
        "The mail cannot be sent again: it is on its way, has been sent, or someone else has taken care of it. Load the list again."));
}
