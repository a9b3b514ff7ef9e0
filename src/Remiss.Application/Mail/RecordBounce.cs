using FluentValidation;
using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>Records by hand that a mail came back (studs).</summary>
public static class RecordBounce
{
    private const string Update = """
        UPDATE mail SET state = 'Bounced', bounced_at = @now, last_error_json = @error, version = version + 1
        WHERE mail_id = @Id AND version = @Version AND state IN ('Sent', 'Uncertain')
        """;

    /// <summary>Which, as it was when the person looked at it, and what the returned mail said.</summary>
    public sealed record Command(MailId Id, int Version, string Reason) : ICommand<Done>, IAllowedWhenArchived
    {
        /// <inheritdoc/>
        public Access Access => Access.Staff(Resource.Mail, Id.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsShortText(500, "Orsaken", "The reason");
    }

    internal sealed class Handler(DbSession session, AuditTrail audit, TimeProvider clock) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var row = new { command.Id, command.Version, now = clock.GetUtcNow(), error = StoreJson.Write(Bounces.Because(command.Reason.Trim())) };
            if (await session.ExecuteAsync(Update, row, cancellationToken).ConfigureAwait(false) == 0) return Bounces.NotSent;
            audit.Note("mail", command.Id.Value, null, new { State = MailState.Bounced });
            return default(Done);
        }
    }
}

/// <summary>What is said of mail that came back.</summary>
internal static class Bounces
{
    public static Failure NotSent { get; } = new Conflict(new Phrase(
        "Mejlet är inte skickat, eller så har någon annan redan tagit hand om det. Läs in listan på nytt.",
        "The mail has not been sent, or someone else has taken care of it. Load the list again."));

    public static Phrase Because(string reason) => new(
        $"Mejlet kom tillbaka: {reason.TrimEnd('.')}. Kontrollera adressen och skicka det igen.",
        $"The mail came back: {reason.TrimEnd('.')}. Check the address and send it again.");
}
