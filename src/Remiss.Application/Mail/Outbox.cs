using System.Collections.Immutable;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>What a mail belongs to.</summary>
/// <param name="Consultation">The consultation, or null.</param>
/// <param name="Invitation">The invitation, or null.</param>
public sealed record MailSubject(ConsultationId? Consultation, InvitationId? Invitation = null);

/// <summary>
/// Where a command puts the mails that it causes, in its own transaction: a mail is there if and only if the command was
/// carried out. The text is made here, once; every attempt sends the same.
/// </summary>
public sealed class Outbox(DbSession session, Scope scope, WorkItems work, AuditTrail audit, MailTemplates templates, MailSettings settings, TimeProvider clock)
{
    private const string Insert = """
        INSERT INTO mail (mail_id, organisation_id, consultation_id, invitation_id, kind, language, to_address, to_name, subject, plain, html,
            attachments_json, message_id, state, attempts, created_at, version)
        VALUES (@id, @organisation, @Consultation, @Invitation, @kind, @language, @address, @Name, @Subject, @Plain, @Html,
            @files, @messageId, 'Queued', 0, @now, 1)
        """;

    /// <summary>Queues a mail to one recipient.</summary>
    /// <param name="kind">Which text.</param>
    /// <param name="values">Its values; their language chooses the text's.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="about">What it belongs to.</param>
    /// <param name="files">What goes with it; nothing when default.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The mail, or <c>Invalid</c> where it cannot be sent as it is.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open, or no organisation is known.</exception>
    public async Task<Result<MailId>> EnqueueAsync(
        MailKind kind, MailValues values, Mailbox to, MailSubject about, ImmutableArray<MailFile> files, CancellationToken cancellationToken)
    {
        if (!session.InTransaction || scope.Organisation is not { } organisation) throw new InvalidOperationException("A mail is queued in a command's transaction, for an organisation.");
        MailId id = MailId.New();
        DateTimeOffset now = clock.GetUtcNow();
        RenderedMail text = templates.Render(kind, values);
        var mail = new MailMessage
        {
            // Not the row's own key: whoever gets the mail learns nothing of the store.
            Id = MessageId.Of(Guid.NewGuid(), settings.From),
            Date = now,
            From = settings.From,
            To = to,
            Subject = text.Subject,
            Plain = text.Plain,
            Html = text.Html,
            Language = values.Language,
            Files = files.IsDefault ? [] : files,
        };
        if (mail.WhyNotSendable() is { } failure) return failure;
        var row = new
        {
            id,
            organisation,
            about.Consultation,
            about.Invitation,
            kind = MailFields.NameOf(kind),
            language = values.Language == Language.English ? "en" : "sv",
            address = to.Address,
            to.Name,
            mail.Subject,
            mail.Plain,
            mail.Html,
            files = mail.Files.IsEmpty ? null : StoreJson.Write(mail.Files.Select(file => new KeptFile(file.Name, file.MediaType, file.Bytes.ToArray()))),
            messageId = mail.Id.Value,
            now,
        };
        await session.ExecuteAsync(Insert, row, cancellationToken).ConfigureAwait(false);
        await work.EnqueueAsync(SendMail.KindName, new SendMail.Payload(id), id.ToString(), null, cancellationToken).ConfigureAwait(false);
        audit.Note("mail", id.Value, null, new { row.kind, row.language, about.Invitation, state = nameof(MailState.Queued) });
        return id;
    }

    /// <summary>A file as the row keeps it.</summary>
    internal sealed record KeptFile(string Name, string MediaType, byte[] Bytes);
}
