using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>Takes the sender and the day from a mail's header where the reply itself tells none.</summary>
public static class EnvelopeSender
{
    /// <summary>The reply with the body that the mail's sender line or subject names; where the reply has no date, the day on which the mail was sent. What the reply tells itself stands.</summary>
    /// <param name="split">The reply.</param>
    /// <param name="mail">The mail's header, or null where the file is no mail.</param>
    public static SplitResponse Complete(SplitResponse split, MailEnvelope? mail)
    {
        if (mail is null) return split;
        // The day where the mail was written, as its header's own offset has it.
        if (split.Date is null && mail.Sent is { } sent) split = split with { Date = DateOnly.FromDateTime(sent.DateTime) };
        if (!split.Senders.IsEmpty) return split;
        string? name = OrganisationNames.First(mail.FromName ?? "") ?? FromSubject(mail.Subject ?? "");
        return name is null ? split : split with { Organisation = name, Senders = [name] };
    }

    /// <summary>Of a subject such as <c>Remissvar från Norrviks kommun – Region Mittsunds plan</c> only the name after <c>från</c>: the other is the addressee.</summary>
    private static string? FromSubject(string subject)
    {
        int from = subject.IndexOf("från ", StringComparison.OrdinalIgnoreCase);
        if (from < 0) return null;
        var found = OrganisationNames.All(subject[(from + 5)..]).FirstOrDefault();
        return found is { Start: 0, Name: not null } ? found.Name : null;
    }
}
