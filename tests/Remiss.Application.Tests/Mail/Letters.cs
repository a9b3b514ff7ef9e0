using Remiss.Application.Mail;

namespace Remiss.Application.Tests.Mail;

/// <summary>Mails to send in tests.</summary>
internal static class Letters
{
    public static Mailbox From { get; } = Mailbox.Parse("remiss@mittsund.example", "Region Mittsund").Value;

    public static MailMessage To(string address, string? name = null, Guid? key = null) => new()
    {
        Id = MessageId.Of(key ?? Guid.NewGuid(), From),
        Date = new DateTimeOffset(2027, 3, 2, 9, 30, 0, TimeSpan.Zero),
        From = From,
        To = Mailbox.Parse(address, name).Value,
        Subject = "Remiss: Plan för biblioteken i Norrvik",
        Plain = "Svara senast 14 maj 2027.\n\n.Punkt först\nFrom början\n",
        Html = "<p>Svara senast 14 maj 2027.</p>",
    };
}
