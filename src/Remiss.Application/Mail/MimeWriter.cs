using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>
/// Writes a mail as RFC 5322 and MIME: ASCII only, no line over 78 characters, so that any server takes it as it
/// is. The same mail gives the same bytes, whenever it is written.
/// </summary>
internal static partial class MimeWriter
{
    private const string Line = "\r\n";

    /// <summary>The mail's bytes; the mail must be sendable (<see cref="MailMessage.WhyNotSendable"/>).</summary>
    public static byte[] Write(MailMessage message)
    {
        if (message.WhyNotSendable() is { } failure) throw new ArgumentException(failure.Message.English, nameof(message));
        var text = new StringBuilder();
        text.Append("Message-ID: ").Append(message.Id.ToString()).Append(Line);
        text.Append("Date: ").Append(Date(message.Date)).Append(Line);
        AppendMailbox(text, "From", message.From);
        AppendMailbox(text, "To", message.To);
        if (message.ReplyTo is { } replyTo) AppendMailbox(text, "Reply-To", replyTo);
        AppendHeader(text, "Subject", Words(message.Subject, "Subject: ".Length));
        // RFC 3834: tells absence notices and the like not to answer a machine.
        text.Append("Auto-Submitted: auto-generated").Append(Line);
        text.Append("Content-Language: ").Append(message.Language == Language.English ? "en" : "sv").Append(Line);
        text.Append("MIME-Version: 1.0").Append(Line);
        AppendContent(text, message);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Whether a media type can stand in a header as it is.</summary>
    public static bool IsMediaType(string type) => MediaType().IsMatch(type);

    private static void AppendContent(StringBuilder text, MailMessage message)
    {
        if (message.Files.IsEmpty)
        {
            AppendTexts(text, message);
            return;
        }
        string boundary = Boundary(message, "files");
        text.Append("Content-Type: multipart/mixed;\r\n boundary=\"").Append(boundary).Append('"').Append(Line).Append(Line);
        text.Append("--").Append(boundary).Append(Line);
        AppendTexts(text, message);
        foreach (MailFile file in message.Files)
        {
            text.Append(Line).Append("--").Append(boundary).Append(Line);
            AppendFile(text, file);
        }
        text.Append(Line).Append("--").Append(boundary).Append("--").Append(Line);
    }

    private static void AppendTexts(StringBuilder text, MailMessage message)
    {
        if (message.Html is null)
        {
            AppendText(text, "plain", message.Plain);
            return;
        }
        string boundary = Boundary(message, "texts");
        text.Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(boundary).Append('"').Append(Line).Append(Line);
        // Plain first: a reader shows the last form that it can (RFC 2046, 5.1.4).
        foreach (var (subtype, body) in new[] { ("plain", message.Plain), ("html", message.Html) })
        {
            text.Append("--").Append(boundary).Append(Line);
            AppendText(text, subtype, body);
            text.Append(Line);
        }
        text.Append("--").Append(boundary).Append("--").Append(Line);
    }

    private static void AppendText(StringBuilder text, string subtype, string body)
    {
        text.Append("Content-Type: text/").Append(subtype).Append("; charset=utf-8").Append(Line);
        text.Append("Content-Transfer-Encoding: quoted-printable").Append(Line).Append(Line);
        foreach (string line in body.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')) AppendQuotedPrintable(text, line);
    }

    private static void AppendFile(StringBuilder text, MailFile file)
    {
        text.Append("Content-Type: ").Append(file.MediaType).Append(Line);
        text.Append("Content-Disposition: attachment;").Append(Line);
        // RFC 2231: the name in pieces, since one line is too short for a long name in Swedish.
        byte[] name = Encoding.UTF8.GetBytes(file.Name);
        const int Piece = 16;
        for (int start = 0, number = 0; start < name.Length; start += Piece, number++)
        {
            text.Append(CultureInfo.InvariantCulture, $" filename*{number}*={(number == 0 ? "UTF-8''" : string.Empty)}");
            foreach (byte b in name.AsSpan(start, Math.Min(Piece, name.Length - start)))
            {
                if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_') text.Append((char)b);
                else text.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
            text.Append(start + Piece < name.Length ? ";" : string.Empty).Append(Line);
        }
        text.Append("Content-Transfer-Encoding: base64").Append(Line).Append(Line);
        text.Append(Convert.ToBase64String(file.Bytes.Span, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings(Line)).Append(Line);
    }

    private static void AppendMailbox(StringBuilder text, string header, Mailbox mailbox)
    {
        string address = $"<{mailbox.AsciiAddress}>";
        AppendHeader(text, header, mailbox.Name is { } name ? [.. Words(name, header.Length + 2, quoted: true), address] : [address]);
    }

    // Each word on a line of its own when it does not fit: folding without counting mistakes.
    private static void AppendHeader(StringBuilder text, string header, List<string> words)
    {
        text.Append(header).Append(':');
        int column = header.Length + 1;
        foreach (string word in words)
        {
            if (column + 1 + word.Length > 76 && column > header.Length + 1)
            {
                text.Append(Line);
                column = 0;
            }
            text.Append(' ').Append(word);
            column += word.Length + 1;
        }
        text.Append(Line);
    }

    /// <summary>The words of a value as a header holds them: as they are, quoted, or as encoded words (RFC 2047).</summary>
    private static List<string> Words(string value, int column, bool quoted = false)
    {
        bool plain = value.All(letter => letter is >= ' ' and <= '~')
            && !value.Contains("=?", StringComparison.Ordinal) && !value.Contains("  ", StringComparison.Ordinal)
            && value.Split(' ').All(word => word.Length < 60);
        if (plain && !quoted) return [.. value.Split(' ')];
        if (plain && value.Length + column < 70)
            return [$"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""];

        var words = new List<string>();
        var chunk = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > 36) Flush();
            chunk.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }
        Flush();
        return words;

        void Flush()
        {
            words.Add($"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(chunk.ToString()))}?=");
            chunk.Clear();
            bytes = 0;
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
            if (column + (plain ? 1 : 3) > 75)
            {
                text.Append('=').Append(Line);
                column = 0;
            }
            // "From " and "." first on a line are changed by some that carry mail on: never written plain there.
            if (column == 0 && (b is (byte)'F' or (byte)'.')) plain = false;
            int size = plain ? 1 : 3;
            if (plain) text.Append((char)b);
            else text.Append('=').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            column += size;
        }
        text.Append(Line);
    }

    // Taken from the id, so that the bytes repeat; "=_" can stand in neither of the encodings that we write.
    private static string Boundary(MailMessage message, string part) => $"=_{part}_{message.Id.Value.Split('@')[0][..Math.Min(32, message.Id.Value.IndexOf('@', StringComparison.Ordinal))]}";

    private static string Date(DateTimeOffset moment) =>
        moment.ToString("ddd, dd MMM yyyy HH':'mm':'ss ", CultureInfo.InvariantCulture)
        + moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"\A[a-z]+/[a-z0-9.+-]+(; [a-z-]+=[A-Za-z0-9._-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();
}
