using System.Collections.Immutable;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>
/// Sends one mail of the outbox. The row says Sending, and that is committed, before anything is handed over. So whoever
/// finds it in Sending knows that an attempt broke off, and lets it be: a mail goes once, or a person decides.
/// </summary>
[WorkKind(SendMail.KindName)]
internal sealed class SendMail(DbSession session, WorkItems work, MailSettings settings, IMailTransport transport, TimeProvider clock) : IWorkHandler
{
    /// <summary>The kind of this work.</summary>
    public const string KindName = "send-mail";

    private const string Take = """
        UPDATE mail SET state = 'Sending', sending_at = @now, attempts = attempts + 1, version = version + 1 WHERE mail_id = @id AND state = 'Queued'
        """;

    private const string ReadTaken = """
        SELECT language, to_address, to_name, subject, plain, html, attachments_json, message_id, created_at, attempts FROM mail WHERE mail_id = @id
        """;

    private const string LeaveUncertain = """
        UPDATE mail SET state = 'Uncertain', last_error_json = @error, version = version + 1 WHERE mail_id = @id AND state = 'Sending'
        """;

    // An attempt that was believed dead may yet tell how it went: what it knows is better than Uncertain. The number of the
    // attempt sees to it that it speaks for itself only.
    private const string Settle = """
        UPDATE mail SET state = @state, last_error_json = @error, sent_at = @sentAt, attempts = @attempts, version = version + 1
        WHERE mail_id = @id AND state IN ('Sending', 'Uncertain') AND attempts = @attempt
        """;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private static readonly Phrase BrokeOff = new(
        "Programmet avbröts medan mejlet skickades. Det kan ha kommit fram. Fråga mottagaren, eller skicka det igen.",
        "The program was cut off while the mail was being sent. It may have arrived. Ask the recipient, or send it again.");

    /// <summary>What the work is told.</summary>
    public sealed record Payload(MailId Mail);

    /// <inheritdoc/>
    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (settings.Check() is { IsEmpty: false } wrong) return WorkOutcome.TryAgain(wrong[0]);
        MailId id = item.Payload<Payload>().Mail;
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        int taken = await session.ExecuteAsync(Take, new { id, now = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        Row? row = taken == 0 ? null : await session.FindAsync<Row>(ReadTaken, new { id }, cancellationToken).ConfigureAwait(false);
        if (row is null) await session.ExecuteAsync(LeaveUncertain, new { id, error = StoreJson.Write(BrokeOff) }, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        // Sent already, left to a person, or gone.
        if (row is null) return WorkOutcome.Finished;

        Result<MailMessage> message = MessageOf(row);
        MailOutcome outcome = message.IsOk
            ? await transport.SendAsync(message.Value, cancellationToken).ConfigureAwait(false)
            : new MailOutcome.RefusedForever(message.Failure.Message);
        return await SettleAsync(item, id, row.Attempts, outcome, cancellationToken).ConfigureAwait(false);
    }

    // From here on nothing is stopped: what has been done must be told.
    private async Task<WorkOutcome> SettleAsync(WorkItem item, MailId id, int attempt, MailOutcome outcome, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        bool wasStopped = outcome is MailOutcome.TryLater && cancellationToken.IsCancellationRequested;
        (MailState state, Phrase? why) = outcome switch
        {
            MailOutcome.Sent => (MailState.Sent, (Phrase?)null),
            MailOutcome.RefusedForever refused => (MailState.Refused, refused.Reason),
            MailOutcome.Uncertain uncertain => (MailState.Uncertain, uncertain.Reason),
            MailOutcome.TryLater later => (MailState.Queued, later.Reason),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        var row = new
        {
            id,
            attempt,
            attempts = wasStopped ? attempt - 1 : attempt,
            state = state.ToString(),
            error = why is { } phrase ? StoreJson.Write(phrase) : null,
            sentAt = state == MailState.Sent ? now : (DateTimeOffset?)null,
        };
        await session.BeginAsync(CancellationToken.None).ConfigureAwait(false);
        bool waits = false;
        await session.ExecuteAsync(Settle, row, CancellationToken.None).ConfigureAwait(false);
        if (state == MailState.Queued && !wasStopped && attempt < settings.MostAttempts)
        {
            // A piece of work of its own for the next attempt: the mail counts its attempts, and its waits are longer than other work's.
            await work.EnqueueAsync(KindName, item.Payload<Payload>(), id.ToString(), now + WaitAfter(attempt), CancellationToken.None).ConfigureAwait(false);
            waits = true;
        }
        bool isOver = waits || state != MailState.Queued;
        if (isOver) await item.Finish(session, now, CancellationToken.None).ConfigureAwait(false);
        await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        if (isOver) return WorkOutcome.Finished;
        // Stopped before anything was handed over: the worker gives the work back as it was.
        cancellationToken.ThrowIfCancellationRequested();
        return WorkOutcome.Park(why!.Value);
    }

    /// <summary>One minute, then the double each time, at most six hours: fourteen attempts are about a day and a half.</summary>
    internal static TimeSpan WaitAfter(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, FirstWait.TotalSeconds * Math.Pow(2, Math.Clamp(attempt - 1, 0, 30))));

    private Result<MailMessage> MessageOf(Row row)
    {
        Result<Mailbox> to = Mailbox.Parse(row.ToAddress, row.ToName);
        if (!to.IsOk) return Result<MailMessage>.Fail(to.Failure);
        return new MailMessage
        {
            Id = Mail.MessageId.Parse(row.MessageId) ?? throw new InvalidOperationException("The row's message id was damaged."),
            Date = row.CreatedAt,
            From = settings.From,
            ReplyTo = string.IsNullOrWhiteSpace(settings.ReplyTo) ? null : Mailbox.Parse(settings.ReplyTo).Value,
            To = to.Value,
            Subject = row.Subject,
            Plain = row.Plain,
            Html = row.Html,
            Language = row.Language == "en" ? Language.English : Language.Swedish,
            Files = row.AttachmentsJson is null ? [] : [.. StoreJson.Read<ImmutableArray<Outbox.KeptFile>>(row.AttachmentsJson).Select(file => new MailFile(file.Name, file.MediaType, file.Bytes))],
        };
    }

    private sealed record Row
    {
        public string Language { get; init; } = string.Empty;

        public string ToAddress { get; init; } = string.Empty;

        public string? ToName { get; init; }

        public string Subject { get; init; } = string.Empty;

        public string Plain { get; init; } = string.Empty;

        public string? Html { get; init; }

        public string? AttachmentsJson { get; init; }

        public string MessageId { get; init; } = string.Empty;

        public DateTimeOffset CreatedAt { get; init; }

        public int Attempts { get; init; }
    }
}
