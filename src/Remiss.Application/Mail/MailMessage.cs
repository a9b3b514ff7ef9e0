using System.Collections.Immutable;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">The file's name, shown to the reader.</param>
/// <param name="MediaType">For example <c>text/calendar; charset=utf-8; method=PUBLISH</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record MailFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// A mail to one recipient. One mail has one recipient, always: nobody sees who else was asked, and one refused
/// address stops no other.
/// </summary>
public sealed record MailMessage
{
    /// <summary>The longest subject, in characters; longer ones are cut where they are rendered.</summary>
    public const int MaxSubject = 250;

    /// <summary>All files together, in bytes: what an ordinary receiver takes.</summary>
    public const int MaxFiles = 20 * 1024 * 1024;

    /// <summary>What tells this mail from every other, kept through every attempt.</summary>
    public required MessageId Id { get; init; }

    /// <summary>When the mail was queued; the same in every attempt.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The sender.</summary>
    public required Mailbox From { get; init; }

    /// <summary>The recipient.</summary>
    public required Mailbox To { get; init; }

    /// <summary>Where answers go, when not to the sender.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>The subject, on one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The text as plain text.</summary>
    public required string Plain { get; init; }

    /// <summary>The text as a whole HTML page, or null.</summary>
    public string? Html { get; init; }

    /// <summary>The language of the text.</summary>
    public Language Language { get; init; }

    /// <summary>The files that go with it.</summary>
    public ImmutableArray<MailFile> Files { get; init; } = [];

    /// <summary>Why this mail cannot be sent at all; null when it can.</summary>
    public Failure? WhyNotSendable()
    {
        if (Subject.Length == 0 || Subject.Any(Mailbox.IsControl))
            return new Invalid(new Phrase(
                "Mejlets ämne är tomt eller har en radbrytning. Skriv det på en rad.",
                "The mail's subject is empty or has a line break. Write it on one line."), "subject");
        if (Subject.Length > MaxSubject)
            return new Invalid(new Phrase($"Mejlets ämne är längre än {MaxSubject} tecken. Korta det.", $"The mail's subject is longer than {MaxSubject} characters. Shorten it."), "subject");
        if (string.IsNullOrWhiteSpace(Plain))
            return new Invalid(new Phrase("Mejlet har ingen text. Skriv en.", "The mail has no text. Write one."), "text");
        foreach (MailFile file in Files)
        {
            if (file.Name.Length is 0 or > 200 || file.Name.Any(Mailbox.IsControl) || !MimeWriter.IsMediaType(file.MediaType))
                return new Invalid(new Phrase("En bilaga har ett namn eller en typ som inte går att skriva i ett mejl.", "An attached file has a name or a type that cannot be written in a mail."), "files");
        }
        if (Files.Sum(file => (long)file.Bytes.Length) > MaxFiles)
            return new Invalid(new Phrase(
                $"Bilagorna är tillsammans större än {MaxFiles / 1024 / 1024} MB. Skicka en länk i stället.",
                $"The attached files are larger than {MaxFiles / 1024 / 1024} MB together. Send a link instead."), "files");
        return null;
    }
}
