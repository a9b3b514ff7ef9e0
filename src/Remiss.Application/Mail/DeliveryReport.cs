using System.Text;
using System.Text.RegularExpressions;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>What became of a mail, as a mail server tells it (leveransrapport; RFC 3464).</summary>
/// <param name="Original">The message id of the mail it is about.</param>
/// <param name="Action"><c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c> or <c>expanded</c>.</param>
/// <param name="Reason">What it says of the cause, on one line; may be empty.</param>
public sealed partial record DeliveryReport(MessageId Original, string Action, string Reason)
{
    private const int MaxBytes = 30 * 1024 * 1024;
    private const int MaxParts = 50;
    private const int MaxReason = 300;

    /// <summary>Reads a report from the mail that it came in. Never throws, whatever the bytes are.</summary>
    public static Result<DeliveryReport> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes) return NoReport;
        // One letter for each byte: what we look for is ASCII, and nothing is lost.
        string text = Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\n");
        Part mail = Part.Of(text);
        if (mail.Type != "multipart/report" || mail.Parameter("boundary") is not { Length: > 0 } boundary) return NoReport;

        Part[] parts = [.. mail.Body.Split("\n--" + boundary, MaxParts).Skip(mail.Body.StartsWith("--" + boundary, StringComparison.Ordinal) ? 0 : 1)
            .Select(part => Part.Of(part.Contains('\n', StringComparison.Ordinal) ? part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..] : string.Empty))];
        Part? status = parts.FirstOrDefault(part => part.Type is "message/delivery-status" or "message/global-delivery-status");
        Part? original = parts.FirstOrDefault(part => part.Type is "message/rfc822" or "text/rfc822-headers" or "message/global" or "message/global-headers" or "message/rfc822-headers");
        if (status is null) return NoReport;
        if (original is null || MessageId.Parse(Part.Of(original.Decoded()).Field("message-id")) is not { } id) return NoOriginal;

        // The first block is about the mail, each further one about a recipient. Ours has one recipient; a failure outweighs the rest.
        Part[] recipients = [.. status.Decoded().Split("\n\n").Select(Part.Of).Where(block => block.Field("action") is not null)];
        Part? told = recipients.FirstOrDefault(block => ActionOf(block) == "failed") ?? recipients.FirstOrDefault();
        if (told is null) return NoReport;
        string reason = string.Join(' ', new[] { told.Field("status"), told.Field("diagnostic-code") }.OfType<string>());
        return new DeliveryReport(id, ActionOf(told), OneLine(reason));
    }

    private static string ActionOf(Part block) => (block.Field("action") ?? string.Empty).Trim().ToLowerInvariant();

    private static string OneLine(string reason)
    {
        string line = new(reason.Select(letter => Mailbox.IsControl(letter) ? ' ' : letter).ToArray());
        return line.Length > MaxReason ? line[..MaxReason] + "…" : line;
    }

    private static Invalid NoReport { get; } = new(new Phrase(
        "Filen är ingen leveransrapport. Spara det returnerade mejlet som .eml och välj den filen, eller anteckna för hand att mejlet kom tillbaka.",
        "The file is no delivery report. Save the returned mail as .eml and choose that file, or record by hand that the mail came back."), "file");

    private static Invalid NoOriginal { get; } = new(new Phrase(
        "Leveransrapporten säger inte vilket mejl den gäller. Anteckna för hand att mejlet kom tillbaka.",
        "The delivery report does not say which mail it is about. Record by hand that the mail came back."), "file");

    /// <summary>Fields, an empty line and a body; also a bare block of fields.</summary>
    private sealed partial record Part(string Head, string Body)
    {
        public string Type => (Field("content-type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

        public static Part Of(string text)
        {
            int end = text.StartsWith('\n') ? 0 : text.IndexOf("\n\n", StringComparison.Ordinal);
            string head = end < 0 ? text : text[..end];
            return new Part(Folded().Replace(head, " "), end < 0 ? string.Empty : text[(end + (end == 0 ? 1 : 2))..]);
        }

        public string? Field(string name) => Head.Split('\n')
            .Where(line => line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();

        public string? Parameter(string name) => (Field("content-type") ?? string.Empty).Split(';').Skip(1).Select(part => part.Trim())
            .Where(part => part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase)).Select(part => part[(name.Length + 1)..].Trim('"')).FirstOrDefault();

        public string Decoded()
        {
            if (!string.Equals(Field("content-transfer-encoding"), "base64", StringComparison.OrdinalIgnoreCase)) return Body;
            var bytes = new byte[Body.Length];
            return Convert.TryFromBase64String(Body.Trim(), bytes, out int length) ? Encoding.Latin1.GetString(bytes, 0, length).ReplaceLineEndings("\n") : string.Empty;
        }

        [GeneratedRegex("\n[ \t]+", RegexOptions.CultureInvariant)]
        private static partial Regex Folded();
    }
}
