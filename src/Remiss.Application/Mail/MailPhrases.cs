using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>What is said of an attempt to send, in one place so that the same fact has the same words.</summary>
internal static class MailPhrases
{
    public static readonly Phrase Stopped = new("Programmet stoppades innan mejlet hade skickats. Det skickas när programmet är i gång igen.", "The program was stopped before the mail was sent. It is sent when the program runs again.");

    public static readonly Phrase NoStartTls = new(
        "E-postservern erbjuder ingen krypterad anslutning (STARTTLS), och utan den skickas inget. Be den som sköter servern att slå på det, eller ändra Mail:Security.",
        "The mail server offers no encrypted connection (STARTTLS), and nothing is sent without it. Ask whoever runs the server to turn it on, or change Mail:Security.");

    public static readonly Phrase NoLogin = new(
        "E-postservern tar inte emot inloggning på ett sätt som Remiss kan (PLAIN eller LOGIN). Ta bort Mail:User om servern inte kräver inloggning.",
        "The mail server takes no login of a kind that Remiss knows (PLAIN or LOGIN). Remove Mail:User if the server asks for no login.");

    public static readonly Phrase BadTalk = new("E-postservern svarar inte som en e-postserver. Kontrollera Mail:Host, Mail:Port och Mail:Security.", "The mail server does not answer as a mail server does. Check Mail:Host, Mail:Port and Mail:Security.");

    public static Phrase NoContact(string server, string reason) => new(
        $"E-postservern {server} går inte att nå (”{reason}”). Mejlet skickas senare av sig självt.",
        $"The mail server {server} cannot be reached (\"{reason}\"). The mail is sent later by itself.");

    public static Phrase Broken(string server, string reason) => new(
        $"Förbindelsen med e-postservern {server} bröts innan mejlet var överlämnat (”{reason}”). Det skickas senare av sig självt.",
        $"The connection to the mail server {server} broke before the mail was handed over (\"{reason}\"). It is sent later by itself.");

    public static Phrase TooSlow(string server) => new($"E-postservern {server} svarade inte i tid. Mejlet skickas senare av sig självt.", $"The mail server {server} did not answer in time. The mail is sent later by itself.");

    public static Phrase NoAnswer(string server) => new(
        $"Hela mejlet lämnades till {server}, men inget svar kom. Det kan ha kommit fram. Fråga mottagaren, eller skicka det igen.",
        $"The whole mail was handed to {server}, but no answer came. It may have arrived. Ask the recipient, or send it again.");

    public static Phrase Untrusted(string server, string reason) => new(
        $"Certifikatet som {server} visar är inte betrott (”{reason}”), så inget skickas. Har organisationen en egen utfärdare: ange dess certifikat i Mail:TrustedCertificate.",
        $"The certificate that {server} shows is not trusted (\"{reason}\"), so nothing is sent. If the organisation has its own issuer, give its certificate in Mail:TrustedCertificate.");

    public static Phrase LoginRefused(string answer) => new($"E-postservern godtar inte inloggningen ({answer}). Kontrollera Mail:User och Mail:Password.", $"The mail server does not accept the login ({answer}). Check Mail:User and Mail:Password.");

    public static Phrase ServerRefuses(string answer) => new(
        $"E-postservern tar inte emot mejl från Remiss just nu ({answer}). Kontrollera inställningarna under Mail om det fortsätter.",
        $"The mail server does not take mail from Remiss at present ({answer}). Check the settings under Mail if it goes on.");

    public static Phrase RecipientRefused(string address, string answer) => new(
        $"Adressen {address} tas inte emot ({answer}). Kontrollera adressen och skicka ett nytt mejl.",
        $"The address {address} is not accepted ({answer}). Check the address and send a new mail.");

    public static Phrase MessageRefused(string answer) => new($"Mottagarens server tar inte emot mejlet ({answer}). Ändra innehållet och skicka ett nytt.", $"The recipient's server does not take the mail ({answer}). Change what it holds and send a new one.");

    public static Phrase Later(string answer) => new($"Servern ber att få mejlet senare ({answer}). Det skickas igen av sig självt.", $"The server asks for the mail later ({answer}). It is sent again by itself.");
}
