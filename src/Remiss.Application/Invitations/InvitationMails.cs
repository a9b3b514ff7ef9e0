using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Invitations;

/// <summary>Queues the mails to an invited body, in the command's transaction.</summary>
internal sealed class InvitationMails(DbSession session, Outbox outbox, CurrentActor current)
{
    private const string FindPerson = "SELECT name, email FROM account WHERE account_id = @account";

    private string? _contact;

    /// <summary>Queues one mail; a body without an address gets none, and is named by the command's report.</summary>
    /// <param name="kind">Which text.</param>
    /// <param name="invitation">The invitation as it is after the command.</param>
    /// <param name="words">What the person chose and wrote.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Why it cannot be sent, or null.</returns>
    public async Task<Failure?> EnqueueAsync(MailKind kind, InvitationRow invitation, MailWords words, CancellationToken cancellationToken)
    {
        Result<Mailbox> to = Mailbox.Parse(invitation.BodyEmail, invitation.BodyName);
        if (!to.IsOk) return null;
        var values = new MailValues(words.Language);
        await MailFacts.AddAsync(values, session, invitation.ConsultationId, invitation.Id, cancellationToken).ConfigureAwait(false);
        if (invitation.DeadlineInForce is { } deadline) values.With(MailFields.Deadline, deadline).With(MailFields.ExtendedDeadline, deadline);
        if (words.PreviousDeadline is { } previous) values.With(MailFields.PreviousDeadline, previous);
        // No link: until there is a web to answer in, one answers the mail itself.
        values.With(MailFields.Contact, await ContactAsync(cancellationToken).ConfigureAwait(false))
            .With(MailFields.Message, words.Message).With(MailFields.Reason, words.Reason);
        var queued = await outbox.EnqueueAsync(kind, values, to.Value, new MailSubject(invitation.ConsultationId, invitation.Id), default, cancellationToken).ConfigureAwait(false);
        return queued.Failure;
    }

    private async Task<string> ContactAsync(CancellationToken cancellationToken)
    {
        if (_contact is null)
        {
            PersonRow? person = current.Actor.Account is { } account
                ? await session.FindAsync<PersonRow>(FindPerson, new { account }, cancellationToken).ConfigureAwait(false) : null;
            _contact = person is null ? string.Empty : $"{person.Name}, {person.Email}";
        }
        return _contact;
    }

    private sealed record PersonRow
    {
        public string Name { get; init; } = string.Empty;

        public string Email { get; init; } = string.Empty;
    }
}

/// <summary>What a person chose and wrote for a mail.</summary>
/// <param name="Language">The text's language.</param>
internal sealed record MailWords(Language Language)
{
    /// <summary>The coordinator's own lines, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The last day as it was, or null.</summary>
    public DateOnly? PreviousDeadline { get; init; }
}
