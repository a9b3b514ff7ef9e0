using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Remiss.Documents.Letters;

/// <summary>A file that goes with a mail.</summary>
public sealed record MailAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>A mail to be written as a file.</summary>
/// <param name="FromName">The sender's name.</param>
/// <param name="FromAddress">The sender's address.</param>
/// <param name="ToAddress">The addressee.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Sent">When it is said to be sent.</param>
/// <param name="Body">The text, with line feeds.</param>
/// <param name="Attachments">What goes with it.</param>
public sealed record Mail(
    string FromName, string FromAddress, string ToAddress, string Subject, DateTimeOffset Sent,
    string Body, ImmutableArray<MailAttachment> Attachments);

/// <summary>Writes a mail as an RFC 5322 message: encoded words in the header, quoted-printable text, base64 attachments.</summary>
public static class LetterMailWriter
{
    // Fixed, so that the same mail gives the same file; no line of ours starts so.
    private const string Boundary = "=_remiss-mail-part";

    /// <summary>The message's bytes.</summary>
    public static byte[] Write(Mail mail)
    {
        var text = new StringBuilder();
        text.Append("From: ").Append(EncodedWords(mail.FromName)).Append(" <").Append(mail.FromAddress).Append(">\r\n")
            .Append("To: <").Append(mail.ToAddress).Append(">\r\n")
            .Append("Subject: ").Append(EncodedWords(mail.Subject)).Append("\r\n")
            .Append("Date: ").Append(Date(mail.Sent)).Append("\r\n")
            .Append("MIME-Version: 1.0\r\n");
        if (mail.Attachments.IsEmpty)
        {
            AppendBody(text, mail.Body);
            return Encoding.ASCII.GetBytes(text.ToString());
        }
        text.Append("Content-Type: multipart/mixed; boundary=\"").Append(Boundary).Append("\"\r\n\r\n")
            .Append("--").Append(Boundary).Append("\r\n");
        AppendBody(text, mail.Body);
        foreach (MailAttachment attachment in mail.Attachments)
        {
            text.Append("\r\n--").Append(Boundary).Append("\r\n")
                .Append("Content-Type: ").Append(attachment.MediaType).Append("\r\n")
                .Append("Content-Disposition: attachment; filename*=UTF-8''").Append(Uri.EscapeDataString(attachment.Name)).Append("\r\n")
                .Append("Content-Transfer-Encoding: base64\r\n\r\n")
                .Append(Convert.ToBase64String(attachment.Bytes.Span, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        }
        text.Append("\r\n--").Append(Boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void AppendBody(StringBuilder text, string body)
    {
        text.Append("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        foreach (string line in body.TrimEnd('\n').Split('\n')) AppendQuotedPrintable(text, line);
    }

    private static string Date(DateTimeOffset moment) =>
        moment.ToString("ddd, dd MMM yyyy HH':'mm':'ss ", CultureInfo.InvariantCulture)
        + moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", string.Empty, StringComparison.Ordinal);

    // RFC 2047: an encoded word is at most 75 characters and never cuts a character in two.
    private static string EncodedWords(string value)
    {
        if (value.All(char.IsAscii)) return value;
        var words = new List<string>();
        var chunk = new StringBuilder();
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(chunk.ToString()) + rune.Utf8SequenceLength > 39) Flush();
            chunk.Append(rune.ToString());
        }
        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(chunk.ToString()))}?=");
            chunk.Clear();
        }
    }

    private static void AppendQuotedPrintable(StringBuilder text, string line)
    {
        int column = 0;
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            bool plain = b is > 32 and < 127 && b != '=' || b == ' ' && i < bytes.Length - 1;
            int size = plain ? 1 : 3;
            if (column + size > 75)
            {
                text.Append("=\r\n");
                column = 0;
            }
            if (plain) text.Append((char)b);
            else text.Append('=').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            column += size;
        }
        text.Append("\r\n");
    }
}
