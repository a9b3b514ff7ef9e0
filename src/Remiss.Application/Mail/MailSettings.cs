using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>How the connection to the mail server is kept from being read or changed on its way.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and must go over to TLS before anything is said (STARTTLS); the default.</summary>
    StartTls,

    /// <summary>TLS from the first byte (usually port 465).</summary>
    Tls,

    /// <summary>No protection. Only for a server on the same machine, or a relay on a network that is trusted.</summary>
    None,
}

/// <summary>
/// How mail leaves: the section <c>Mail</c> of the configuration. Without <see cref="Host"/> every mail is
/// written as a file into <see cref="Folder"/>.
/// </summary>
public sealed record MailSettings
{
    // Nobody's address, good enough for files that never leave the machine.
    private const string NoSender = "remiss@localhost.example";

    /// <summary>The mail server's name; null writes files instead.</summary>
    public string? Host { get; init; }

    /// <summary>The mail server's port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>
    /// A PEM file with the certificate of the organisation's own issuer (or of the server itself), where the
    /// machine does not know it. When given, only what it vouches for is trusted.
    /// </summary>
    public string? TrustedCertificate { get; init; }

    /// <summary>The user to log in as; null when the server asks for none.</summary>
    public string? User { get; init; }

    /// <summary>The user's password. Never written anywhere.</summary>
    public string? Password { get; init; }

    /// <summary>The address that mail comes from.</summary>
    public string FromAddress { get; init; } = NoSender;

    /// <summary>The name shown beside it.</summary>
    public string? FromName { get; init; } = "Remiss";

    /// <summary>Where answers go, when not to the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The folder for <c>.eml</c> files when there is no <see cref="Host"/>.</summary>
    public string Folder { get; init; } = "mail";

    /// <summary>The site's own texts, file by file instead of those that ship; null for none.</summary>
    public string? Templates { get; init; }

    /// <summary>The address of the web site that the links in mails lead to.</summary>
    public string Site { get; init; } = "http://localhost:8080";

    /// <summary>The longest wait for one answer of the server, in seconds (1–600).</summary>
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>The longest wait for the answer to a whole mail, in seconds (1–1800). RFC 5321, 4.5.3.2.6 asks for ten minutes: who gives up early does not know whether the mail went.</summary>
    public int LastAnswerSeconds { get; init; } = 600;

    /// <summary>How many attempts a mail gets before a person must look (1–50); they spread over about two days.</summary>
    public int MostAttempts { get; init; } = 14;

    /// <summary>Whether mail goes to a server.</summary>
    public bool UsesServer => !string.IsNullOrWhiteSpace(Host);

    /// <summary>The sender; only after <see cref="Check"/> found nothing.</summary>
    public Mailbox From => Mailbox.Parse(FromAddress, FromName).Value;

    /// <summary>Everything that is wrong with the settings, one sentence each that names the setting; empty when mail can be sent.</summary>
    public ImmutableArray<Phrase> Check()
    {
        var wrong = ImmutableArray.CreateBuilder<Phrase>();
        if (Mailbox.Parse(FromAddress, FromName) is { IsOk: false } from) wrong.Add(In("FromAddress", from.Failure.Message));
        if (!string.IsNullOrWhiteSpace(ReplyTo) && Mailbox.Parse(ReplyTo) is { IsOk: false } replyTo) wrong.Add(In("ReplyTo", replyTo.Failure.Message));
        Range(wrong, "TimeoutSeconds", TimeoutSeconds, 1, 600);
        Range(wrong, "LastAnswerSeconds", LastAnswerSeconds, 1, 1800);
        Range(wrong, "MostAttempts", MostAttempts, 1, 50);
        if (!Uri.TryCreate(Site, UriKind.Absolute, out Uri? site) || site.Scheme is not ("https" or "http"))
            wrong.Add(new Phrase("Mail:Site är ingen webbadress. Skriv den som https://remiss.exempel.se.", "Mail:Site is no web address. Write it like https://consultations.example.org."));
        if (UsesServer) CheckServer(wrong);
        else if (string.IsNullOrWhiteSpace(Folder))
            wrong.Add(new Phrase("Mail:Host och Mail:Folder saknas båda. Ange en e-postserver eller en mapp.", "Mail:Host and Mail:Folder are both missing. Give a mail server or a folder."));
        return wrong.ToImmutable();
    }

    /// <summary>The transport that these settings describe; only after <see cref="Check"/> found nothing.</summary>
    public IMailTransport CreateTransport() => UsesServer ? new SmtpTransport(this) : new FolderTransport(Folder);

    /// <summary>Reads <see cref="TrustedCertificate"/>; null when none is set.</summary>
    internal Result<X509Certificate2Collection?> Trusted()
    {
        if (string.IsNullOrWhiteSpace(TrustedCertificate)) return (X509Certificate2Collection?)null;
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(TrustedCertificate);
        }
        catch (Exception broken) when (broken is CryptographicException or IOException or UnauthorizedAccessException)
        {
            certificates.Clear();
        }
        if (certificates.Count > 0) return certificates;
        return new Invalid(new Phrase(
            $"Mail:TrustedCertificate: filen {TrustedCertificate} går inte att läsa som certifikat. Ange en PEM-fil (-----BEGIN CERTIFICATE-----).",
            $"Mail:TrustedCertificate: the file {TrustedCertificate} cannot be read as a certificate. Give a PEM file (-----BEGIN CERTIFICATE-----)."), "TrustedCertificate");
    }

    /// <summary>What may be logged: where mail goes, never who logs in or how.</summary>
    public override string ToString() => UsesServer
        ? string.Create(CultureInfo.InvariantCulture, $"Mail {{ {Host}:{Port}, {Security}, login {(User is null ? "no" : "yes")} }}")
        : $"Mail {{ folder {Folder} }}";

    private void CheckServer(ImmutableArray<Phrase>.Builder wrong)
    {
        if (FromAddress == NoSender)
            wrong.Add(new Phrase("Mail:FromAddress saknas. Ange adressen som mejlen ska komma från.", "Mail:FromAddress is missing. Give the address that mail is to come from."));
        Range(wrong, "Port", Port, 1, 65535);
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            wrong.Add(new Phrase("Mail:Host är inget namn på en server. Skriv bara namnet, utan port och utan smtp://.", "Mail:Host is not the name of a server. Write the name only, without port and without smtp://."));
        if (Port == 465 && Security == MailSecurity.StartTls)
            wrong.Add(new Phrase("Mail:Port 465 talar TLS från början. Sätt Mail:Security till Tls, eller använd port 587.", "Mail:Port 465 speaks TLS from the start. Set Mail:Security to Tls, or use port 587."));
        if ((User is null) != (Password is null))
            wrong.Add(new Phrase("Mail:User och Mail:Password hör ihop. Ange båda eller ingen.", "Mail:User and Mail:Password belong together. Give both or neither."));
        if (User is not null && Security == MailSecurity.None)
            wrong.Add(new Phrase("Mail:Security None skulle skicka lösenordet i klartext. Använd StartTls eller Tls, eller ta bort Mail:User.", "Mail:Security None would send the password in the clear. Use StartTls or Tls, or remove Mail:User."));
        if (User is { } user && user.Contains('\0', StringComparison.Ordinal) || Password is { } password && password.Contains('\0', StringComparison.Ordinal))
            wrong.Add(new Phrase("Mail:User eller Mail:Password har ett tecken som inte går att skicka.", "Mail:User or Mail:Password has a character that cannot be sent."));
        if (Trusted() is { IsOk: false } trusted) wrong.Add(trusted.Failure.Message);
    }

    private static void Range(ImmutableArray<Phrase>.Builder wrong, string name, int value, int least, int most)
    {
        if (value >= least && value <= most) return;
        wrong.Add(new Phrase(
            string.Create(CultureInfo.InvariantCulture, $"Mail:{name} är {value} men ska vara mellan {least} och {most}."),
            string.Create(CultureInfo.InvariantCulture, $"Mail:{name} is {value} but must be between {least} and {most}.")));
    }

    private static Phrase In(string name, Phrase why) => new($"Mail:{name}: {why.Swedish}", $"Mail:{name}: {why.English}");
}
