using System.Globalization;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Mail;

/// <summary>Reads who sent a mail and when out of its header.</summary>
internal static class MailEnvelopes
{
    private const int MaxLength = 1000;

    public static MailEnvelope Read(MimeHeaders headers)
    {
        (string? name, string? address) = Address(headers["From"]);
        return new MailEnvelope(name, address, Line(headers["Subject"]), Date(headers["Date"]));
    }

    /// <summary>A header text on one line, decoded; null where it is blank.</summary>
    public static string? Line(string? raw)
    {
        if (raw is null) return null;
        string text = DocumentTextBuilder.OneLine(TextNormaliser.Normalise(EncodedWords.Decode(raw.Length > MaxLength * 4 ? raw[..(MaxLength * 4)] : raw)));
        if (text.Length > MaxLength) text = text[..MaxLength];
        return text.Length == 0 ? null : text;
    }

    private static (string? Name, string? Address) Address(string? raw)
    {
        if (Line(raw) is not { } text) return (null, null);
        int open = text.LastIndexOf('<'), close = text.LastIndexOf('>');
        if (open >= 0 && close > open)
        {
            string name = text[..open].Trim().Trim('"').Trim();
            return (name.Length == 0 ? null : name, Plausible(text[(open + 1)..close].Trim()));
        }
        // The old form: address (Name).
        int bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0) return (text[(bracket + 1)..].TrimEnd(')').Trim(), Plausible(text[..bracket].Trim()));
        return Plausible(text) is { } address ? (null, address) : (text, null);
    }

    private static string? Plausible(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Contains(' ', StringComparison.Ordinal) ? text : null;

    private static DateTimeOffset? Date(string? raw)
    {
        if (Line(raw) is not { } text) return null;
        int comment = text.IndexOf('(', StringComparison.Ordinal);
        if (comment >= 0) text = text[..comment];
        int day = text.IndexOf(',', StringComparison.Ordinal);
        if (day is >= 0 and < 12) text = text[(day + 1)..];
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 4) return null;
        string zone = words.Length > 4 ? Zone(words[4]) : "+00:00";
        string[] formats = ["d MMM yyyy H:mm:ss zzz", "d MMM yyyy H:mm zzz", "d MMM yy H:mm:ss zzz"];
        return DateTimeOffset.TryParseExact(
            string.Join(' ', words[0], words[1], words[2], words[3], zone), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date)
            ? date
            : null;
    }

    private static string Zone(string word)
    {
        if (word.Length == 5 && word[0] is '+' or '-') return $"{word[..3]}:{word[3..]}";
        return word.ToUpperInvariant() switch
        {
            "CET" => "+01:00",
            "CEST" => "+02:00",
            "EET" => "+02:00",
            "EEST" => "+03:00",
            _ => "+00:00",
        };
    }
}
