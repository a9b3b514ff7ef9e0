using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>
/// Hands mail to a mail server (SMTP, RFC 5321, with STARTTLS or TLS from the start, and login). Written here and
/// not taken from the framework, because only one who sees the dialogue knows whether a broken connection came
/// before the mail was handed over (it may go again) or after (it may not).
/// </summary>
public sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private readonly string _server = string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.WhyNotSendable() is { } failure) return new MailOutcome.RefusedForever(failure.Message);
        Result<X509Certificate2Collection?> trusted = settings.Trusted();
        if (!trusted.IsOk) return new MailOutcome.TryLater(trusted.Failure.Message);

        var connection = new SmtpConnection(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                await connection.ConnectAsync(settings.Host!, settings.Port, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception broken) when (Explain(broken, MailPhrases.NoContact) is { } reason)
            {
                return new MailOutcome.TryLater(reason);
            }
            try
            {
                return await GreetAsync(connection, trusted.Value, cancellationToken).ConfigureAwait(false)
                    ?? await HandOverAsync(connection, message, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception broken) when (Explain(broken, MailPhrases.Broken) is { } reason)
            {
                return new MailOutcome.TryLater(reason);
            }
        }
    }

    // Everything before the mail itself. A "no" here is about us or the server, never about the mail: it may go later.
    private async Task<MailOutcome?> GreetAsync(SmtpConnection connection, X509Certificate2Collection? trusted, CancellationToken cancellationToken)
    {
        if (settings.Security == MailSecurity.Tls) await connection.SecureAsync(settings.Host!, trusted, cancellationToken).ConfigureAwait(false);
        SmtpReply greeting = await connection.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!greeting.IsYes) return Refuses(greeting);
        SmtpReply hello = await connection.AskAsync($"EHLO {connection.LocalName}", cancellationToken).ConfigureAwait(false);
        if (!hello.IsYes) return Refuses(hello);

        if (settings.Security == MailSecurity.StartTls)
        {
            if (Offers(hello, "STARTTLS") is null) return new MailOutcome.TryLater(MailPhrases.NoStartTls);
            SmtpReply start = await connection.AskAsync("STARTTLS", cancellationToken).ConfigureAwait(false);
            if (!start.IsYes) return Refuses(start);
            await connection.SecureAsync(settings.Host!, trusted, cancellationToken).ConfigureAwait(false);
            hello = await connection.AskAsync($"EHLO {connection.LocalName}", cancellationToken).ConfigureAwait(false);
            if (!hello.IsYes) return Refuses(hello);
        }
        return settings.User is null ? null : await LogInAsync(connection, hello, cancellationToken).ConfigureAwait(false);
    }

    private async Task<MailOutcome?> LogInAsync(SmtpConnection connection, SmtpReply hello, CancellationToken cancellationToken)
    {
        if (settings.Security == MailSecurity.None) return new MailOutcome.TryLater(settings.Check()[0]);
        string[] kinds = Offers(hello, "AUTH")?.Split(' ') ?? [];
        SmtpReply answer;
        if (kinds.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            answer = await connection.AskAsync($"AUTH PLAIN {Base64($"\0{settings.User}\0{settings.Password}")}", cancellationToken).ConfigureAwait(false);
        }
        else if (kinds.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            answer = await connection.AskAsync("AUTH LOGIN", cancellationToken).ConfigureAwait(false);
            if (answer.Code == 334) answer = await connection.AskAsync(Base64(settings.User!), cancellationToken).ConfigureAwait(false);
            if (answer.Code == 334) answer = await connection.AskAsync(Base64(settings.Password!), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            return new MailOutcome.TryLater(MailPhrases.NoLogin);
        }
        return answer.Code == 235 ? null : new MailOutcome.TryLater(answer.IsForever ? MailPhrases.LoginRefused(answer.Text) : MailPhrases.ServerRefuses(answer.Text));
    }

    private async Task<MailOutcome> HandOverAsync(SmtpConnection connection, MailMessage message, CancellationToken cancellationToken)
    {
        SmtpReply from = await connection.AskAsync($"MAIL FROM:<{message.From.AsciiAddress}>", cancellationToken).ConfigureAwait(false);
        // 552 is about the mail's size; any other "no" to the sender is about our settings.
        if (!from.IsYes) return from.Code == 552 ? new MailOutcome.RefusedForever(MailPhrases.MessageRefused(from.Text)) : Refuses(from);
        SmtpReply to = await connection.AskAsync($"RCPT TO:<{message.To.AsciiAddress}>", cancellationToken).ConfigureAwait(false);
        // 530 asks us to log in first.
        if (!to.IsYes) return to.IsForever && to.Code != 530 ? new MailOutcome.RefusedForever(MailPhrases.RecipientRefused(message.To.Address, to.Text)) : Later(to);
        SmtpReply data = await connection.AskAsync("DATA", cancellationToken).ConfigureAwait(false);
        if (data.Code != 354) return data.IsForever ? new MailOutcome.RefusedForever(MailPhrases.MessageRefused(data.Text)) : Later(data);

        await connection.SendAsync(Stuffed(MimeWriter.Write(message)), cancellationToken).ConfigureAwait(false);
        // The line that ends the mail is what hands it over. Until it is sent, the mail has surely not been taken.
        if (connection.HasHungUp()) return new MailOutcome.TryLater(MailPhrases.Broken(_server, "hung up"));
        cancellationToken.ThrowIfCancellationRequested();
        return await EndAsync(connection).ConfigureAwait(false);
    }

    private async Task<MailOutcome> EndAsync(SmtpConnection connection)
    {
        SmtpReply answer;
        try
        {
            await connection.SendAsync(".\r\n"u8.ToArray(), CancellationToken.None).ConfigureAwait(false);
            answer = await connection.ReadAsync(CancellationToken.None, TimeSpan.FromSeconds(settings.LastAnswerSeconds)).ConfigureAwait(false);
        }
        catch (Exception broken) when (Explain(broken, MailPhrases.Broken) is not null)
        {
            return new MailOutcome.Uncertain(MailPhrases.NoAnswer(_server));
        }
        if (!answer.IsYes) return answer.IsForever ? new MailOutcome.RefusedForever(MailPhrases.MessageRefused(answer.Text)) : Later(answer);
        try
        {
            await connection.SendAsync("QUIT\r\n"u8.ToArray(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception broken) when (Explain(broken, MailPhrases.Broken) is not null)
        {
            // The mail is taken; how the line ends does not matter, and nobody waits for it.
        }
        return new MailOutcome.Sent(answer.Text);
    }

    private static MailOutcome.TryLater Refuses(SmtpReply reply) => new(MailPhrases.ServerRefuses(reply.Text));

    private static MailOutcome.TryLater Later(SmtpReply reply) => new(MailPhrases.Later(reply.Text));

    private static string? Offers(SmtpReply hello, string keyword) => hello.Lines.Skip(1)
        .Where(line => line.Equals(keyword, StringComparison.OrdinalIgnoreCase) || line.StartsWith(keyword + " ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[keyword.Length..].Trim()).FirstOrDefault();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // A line that begins with a dot gets one more (RFC 5321, 4.5.2). Our lines all end in CR LF.
    private static byte[] Stuffed(byte[] mail)
    {
        var stuffed = new MemoryStream(mail.Length + 16);
        bool atStart = true;
        foreach (byte b in mail)
        {
            if (atStart && b == '.') stuffed.WriteByte((byte)'.');
            stuffed.WriteByte(b);
            atStart = b == '\n';
        }
        return stuffed.ToArray();
    }

    // Null for what is a bug of ours and must be seen as one.
    private Phrase? Explain(Exception broken, Func<string, string, Phrase> lost) => broken switch
    {
        AuthenticationException => MailPhrases.Untrusted(_server, OneLine(broken)),
        SmtpTalkException => MailPhrases.BadTalk,
        TimeoutException => MailPhrases.TooSlow(_server),
        OperationCanceledException => MailPhrases.Stopped,
        SocketException or IOException => lost(_server, OneLine(broken)),
        _ => null,
    };

    private static string OneLine(Exception broken) =>
        new(((broken.InnerException as AuthenticationException ?? broken).Message).TrimEnd('.').Select(letter => Mailbox.IsControl(letter) ? ' ' : letter).Take(200).ToArray());
}
