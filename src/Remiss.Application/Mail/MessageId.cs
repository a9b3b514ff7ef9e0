using System.Text.RegularExpressions;

namespace Remiss.Application.Mail;

/// <summary>
/// What tells one mail from every other (RFC 5322, Message-ID), without its angle brackets. Given when the mail is
/// queued and kept through every attempt, so that a receiver that gets it twice can see that it is one.
/// </summary>
public readonly partial record struct MessageId
{
    private readonly string? _value;

    private MessageId(string value) => _value = value;

    /// <summary>The id, as <c>left@right</c>.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An empty message id.");

    /// <summary>An id of the row with this key, under the sender's domain.</summary>
    public static MessageId Of(Guid key, Mailbox from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return new MessageId($"{key:N}@{from.Domain}");
    }

    /// <summary>Reads an id, with or without angle brackets; null when it is none of the form that we write.</summary>
    public static MessageId? Parse(string? text)
    {
        string bare = (text ?? string.Empty).Trim();
        if (bare.StartsWith('<') && bare.EndsWith('>')) bare = bare[1..^1];
        return Form().IsMatch(bare) ? new MessageId(bare) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"<{Value}>";

    // Also safe as a file name: no slash, no colon, no leading dot.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._+=-]{0,120}@[A-Za-z0-9][A-Za-z0-9.-]{0,253}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
