using System.Security.Cryptography;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Invitations;

/// <summary>Queues the mails to an invited body, in the command's transaction.</summary>
internal sealed class InvitationMails(DbSession session, Outbox outbox, MailSettings settings, CurrentActor current)
{
    private const int KeyBytes = 24;

    private const string FindKey = "SELECT link_key FROM invitation_link WHERE invitation_id = @id";

    private const string AddKey = "INSERT INTO invitation_link (invitation_id, link_key) VALUES (@id, @key)";

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
        await ConsultationFacts.AddAsync(values, session, invitation.ConsultationId, invitation.Id, cancellationToken).ConfigureAwait(false);
        if (invitation.DeadlineInForce is { } deadline) values.With(MailFields.Deadline, deadline).With(MailFields.ExtendedDeadline, deadline);
        if (words.PreviousDeadline is { } previous) values.With(MailFields.PreviousDeadline, previous);
        values.With(MailFields.Contact, await ContactAsync(cancellationToken).ConfigureAwait(false))
            .With(MailFields.Message, words.Message).With(MailFields.Reason, words.Reason)
            .With(MailFields.Link, $"{settings.Site.TrimEnd('/')}/s/{await KeyAsync(invitation.Id, cancellationToken).ConfigureAwait(false)}");
        var queued = await outbox.EnqueueAsync(kind, values, to.Value, new MailSubject(invitation.ConsultationId, invitation.Id), default, cancellationToken).ConfigureAwait(false);
        return queued.Failure;
    }

    // The same in every mail to the body, so that an old mail still leads to the invitation.
    private async Task<string> KeyAsync(InvitationId id, CancellationToken cancellationToken)
    {
        if (await session.FindAsync<string>(FindKey, new { id }, cancellationToken).ConfigureAwait(false) is { } kept) return kept;
        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        await session.ExecuteAsync(AddKey, new { id, key }, cancellationToken).ConfigureAwait(false);
        return key;
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
