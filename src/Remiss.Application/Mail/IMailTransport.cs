using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>What became of one attempt to hand a mail over. Closed: the four records here are all there are.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>The other side has taken the mail over.</summary>
    /// <param name="Answer">What it said, or where the file is.</param>
    public sealed record Sent(string Answer) : MailOutcome;

    /// <summary>The other side refuses this recipient or this mail; trying again gives the same.</summary>
    public sealed record RefusedForever(Phrase Reason) : MailOutcome;

    /// <summary>The mail has surely not been taken over; it may go later.</summary>
    public sealed record TryLater(Phrase Reason) : MailOutcome;

    /// <summary>
    /// The whole mail was handed over, but no answer came: it may or may not have been taken. Only a person may
    /// send it again (RFC 5321, 4.5.3.2.6 on duplicates).
    /// </summary>
    public sealed record Uncertain(Phrase Reason) : MailOutcome;
}

/// <summary>Hands mail over to whoever carries it on.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Makes one attempt. Never throws on account of the other side. A cancellation before the mail is handed over
    /// gives <see cref="MailOutcome.TryLater"/>; after that it is not heard, so that the answer is not lost.
    /// </summary>
    Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken);
}
