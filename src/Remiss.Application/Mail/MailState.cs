namespace Remiss.Application.Mail;

/// <summary>Where a mail in the outbox is.</summary>
public enum MailState
{
    /// <summary>Waits for its first or next attempt.</summary>
    Queued,

    /// <summary>Is being handed over right now.</summary>
    Sending,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>The mail server refuses it for good.</summary>
    Refused,

    /// <summary>It may have gone: the program or the connection broke before the answer. Only a person sends it again.</summary>
    Uncertain,

    /// <summary>It was sent, and came back (studs).</summary>
    Bounced,
}

/// <summary>A mail as it is kept, without its text and its files.</summary>
public sealed record MailRow
{
    /// <summary>Which.</summary>
    public MailId Id { get; init; }

    /// <summary>The invitation that it belongs to, or null.</summary>
    public InvitationId? InvitationId { get; init; }

    /// <summary>What it is about: the name of a <see cref="MailKind"/> as in the files of <c>templates/mail</c>.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>To whom.</summary>
    public string ToAddress { get; init; } = string.Empty;

    /// <summary>The recipient's name, or null.</summary>
    public string? ToName { get; init; }

    /// <summary>The subject.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>What tells it from every other mail (RFC 5322, Message-ID), without angle brackets.</summary>
    public string MessageId { get; init; } = string.Empty;

    /// <summary>Where it is.</summary>
    public MailState State { get; init; }

    /// <summary>How many attempts there have been.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was queued.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was taken over, or null.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it came back, or null.</summary>
    public DateTimeOffset? BouncedAt { get; init; }

    /// <summary>Why it did not go well the last time, or null.</summary>
    public Domain.Results.Phrase? LastError => LastErrorJson is null ? null : Json.StoreJson.Read<Domain.Results.Phrase>(LastErrorJson);

    /// <summary>Its version, to be handed back with a change.</summary>
    public int Version { get; init; }

    /// <summary><see cref="LastError"/> as kept.</summary>
    internal string? LastErrorJson { get; init; }
}
