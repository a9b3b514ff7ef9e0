using System.Collections.Immutable;

namespace Remiss.Application.Mail;

/// <summary>What a mail is about. Each kind has one text in each language.</summary>
public enum MailKind
{
    /// <summary>Inbjudan att svara (utskick).</summary>
    Invitation,

    /// <summary>Påminnelse till den som inte svarat.</summary>
    Reminder,

    /// <summary>Anstånd beviljat.</summary>
    ExtensionGranted,

    /// <summary>Anstånd avslaget.</summary>
    ExtensionRefused,

    /// <summary>Ny sista svarsdag för alla.</summary>
    DeadlineChanged,

    /// <summary>Inbjudan återtagen.</summary>
    Withdrawn,

    /// <summary>Kvitto på ett inlämnat svar.</summary>
    ReceiptOfReply,

    /// <summary>Sammanställningen är klar.</summary>
    SummaryPublished,
}

/// <summary>A placeholder of the texts.</summary>
/// <param name="Path">Its name in a text: <c>consultation.title</c>.</param>
/// <param name="IsLink">Whether its value is an address on the web, shown as a link.</param>
/// <param name="Example">A value to show in a preview without a real case.</param>
public sealed record MailField(string Path, bool IsLink, string Example);

/// <summary>The placeholders, and which of them each kind has.</summary>
public static class MailFields
{
    /// <summary>The consultation's title.</summary>
    public static MailField Title { get; } = new("consultation.title", false, "Plan för biblioteken i Norrvik");

    /// <summary>The consultation's registration number (diarienummer); may be empty.</summary>
    public static MailField Number { get; } = new("consultation.number", false, "RM 2027-0114");

    /// <summary>The last day to reply.</summary>
    public static MailField Deadline { get; } = new("consultation.deadline", false, "2027-05-14");

    /// <summary>The consulted body's name.</summary>
    public static MailField Body { get; } = new("body.name", false, "Sjöbacka kommun");

    /// <summary>The organisation that sends.</summary>
    public static MailField Sender { get; } = new("sender.name", false, "Region Mittsund");

    /// <summary>Who answers questions; may be empty.</summary>
    public static MailField Contact { get; } = new("sender.contact", false, "Maja Ek, maja.ek@mittsund.example");

    /// <summary>The recipient's own link; empty where the site has no pages for replies.</summary>
    public static MailField Link { get; } = new("link", true, "https://remiss.mittsund.example/s/exempel");

    /// <summary>The coordinator's own lines; may be empty.</summary>
    public static MailField Message { get; } = new("message", false, "Vi håller ett digitalt möte om planen den 3 mars.");

    /// <summary>Why; may be empty.</summary>
    public static MailField Reason { get; } = new("reason", false, "Beslutet ska fattas i juni.");

    /// <summary>The last day for this recipient alone.</summary>
    public static MailField ExtendedDeadline { get; } = new("extension.deadline", false, "2027-05-28");

    /// <summary>The last day as it was.</summary>
    public static MailField PreviousDeadline { get; } = new("previous.deadline", false, "2027-04-30");

    /// <summary>When the reply came in.</summary>
    public static MailField ReplyReceived { get; } = new("reply.received", false, "2027-05-12 14:05");

    /// <summary>The reply's own registration number; may be empty.</summary>
    public static MailField ReplyNumber { get; } = new("reply.number", false, "KS 2027/88");

    private static readonly ImmutableArray<MailField> Common = [Title, Number, Deadline, Body, Sender, Contact, Link, Message];

    /// <summary>The placeholders of a kind.</summary>
    public static ImmutableArray<MailField> Of(MailKind kind) => kind switch
    {
        MailKind.ExtensionGranted => [.. Common, ExtendedDeadline],
        MailKind.ExtensionRefused or MailKind.Withdrawn => [.. Common, Reason],
        MailKind.DeadlineChanged => [.. Common, Reason, PreviousDeadline],
        MailKind.ReceiptOfReply => [.. Common, ReplyReceived, ReplyNumber],
        _ => Common,
    };

    /// <summary>Whether a mail may lack a value for the placeholder.</summary>
    public static bool MayLack(MailField field) =>
        field == Number || field == Contact || field == Message || field == Reason || field == ReplyNumber || field == Link;

    /// <summary>The kind's name in file names, in the database and in settings: <c>extension-granted</c>.</summary>
    public static string NameOf(MailKind kind) => kind switch
    {
        MailKind.Invitation => "invitation",
        MailKind.Reminder => "reminder",
        MailKind.ExtensionGranted => "extension-granted",
        MailKind.ExtensionRefused => "extension-refused",
        MailKind.DeadlineChanged => "deadline-changed",
        MailKind.Withdrawn => "withdrawn",
        MailKind.ReceiptOfReply => "receipt-of-reply",
        MailKind.SummaryPublished => "summary-published",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
