using System.Globalization;
using System.Text;
using Remiss.Domain.Results;

namespace Remiss.Application.Mail;

/// <summary>An e-mail address that mail can be sent to or from, with the name shown beside it (e-postadress).</summary>
public sealed record Mailbox
{
    // RFC 5321, 4.5.3.1; the 254 follows from the longest path.
    private const int MaxAddress = 254;
    private const int MaxLocalPart = 64;
    private const int MaxName = 200;

    // An address is read by people too: the old forms with quotes, comments or address literals are left out.
    private const string AtomSigns = "!#$%&'*+-/=?^_`{|}~";

    private Mailbox(string address, string asciiAddress, string? name) => (Address, AsciiAddress, Name) = (address, asciiAddress, name);

    /// <summary>The address as a person writes it: the domain may hold å, ä and ö.</summary>
    public string Address { get; }

    /// <summary>The address as servers write it: the domain in its ASCII form (IDNA).</summary>
    public string AsciiAddress { get; }

    /// <summary>The name shown beside the address, or null.</summary>
    public string? Name { get; }

    /// <summary>The domain in ASCII and lower case.</summary>
    public string Domain => AsciiAddress[(AsciiAddress.LastIndexOf('@') + 1)..];

    /// <summary>Reads an address; <c>Invalid</c> says what is wrong with it.</summary>
    public static Result<Mailbox> Parse(string? address, string? name = null)
    {
        string text = (address ?? string.Empty).Trim();
        if (text.Length == 0) return Wrong(text, "Den är tom.", "It is empty.");
        if (text.Length > MaxAddress) return Wrong(text, $"Den är längre än {MaxAddress} tecken.", $"It is longer than {MaxAddress} characters.");
        int at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1) return Wrong(text, "Den ska ha ett namn, ett @ och en domän.", "It needs a name, an @ and a domain.");

        string local = text[..at];
        if (local.Any(letter => !char.IsAscii(letter) && char.IsLetter(letter)))
            return Wrong(text, "Bara tecknen a–z får stå före @; å, ä och ö går bara i domänen.", "Only a–z may stand before the @; other letters work in the domain only.");
        if (local.Length > MaxLocalPart || !IsDotAtom(local))
            return Wrong(text, "Det som står före @ går inte att använda i en adress.", "What stands before the @ cannot be used in an address.");
        if (AsciiDomain(text[(at + 1)..]) is not { } domain || local.Length + 1 + domain.Length > MaxAddress)
            return Wrong(text, "Det som står efter @ är ingen domän.", "What stands after the @ is not a domain.");

        string? shown = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        if (shown is not null && (shown.Length > MaxName || shown.Any(IsControl)))
            return new Invalid(new Phrase(
                $"Namnet vid adressen {text} är för långt eller har en radbrytning. Skriv det på en rad med högst {MaxName} tecken.",
                $"The name beside the address {text} is too long or has a line break. Write it on one line with at most {MaxName} characters."), "name");
        return new Mailbox(text, $"{local}@{domain}", shown);
    }

    /// <inheritdoc/>
    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";

    /// <summary>Whether a character would break, hide or turn a line: line breaks, other controls, direction marks and halves of characters.</summary>
    internal static bool IsControl(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || letter is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static bool IsDotAtom(string local) =>
        local.Split('.').All(atom => atom.Length > 0 && atom.All(letter => char.IsAsciiLetterOrDigit(letter) || AtomSigns.Contains(letter, StringComparison.Ordinal)));

    private static string? AsciiDomain(string domain)
    {
        try
        {
            string ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain.Normalize(NormalizationForm.FormC)).ToLowerInvariant();
            string[] labels = ascii.Split('.');
            // A domain without a dot is a name inside somebody's network; an all-digit end is an address of a machine.
            bool isDomain = labels.Length > 1
                && labels.All(label => label.Length is > 0 and < 64 && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && label[0] != '-' && label[^1] != '-')
                && !labels[^1].All(char.IsAsciiDigit);
            return isDomain ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Invalid Wrong(string address, string swedish, string english)
    {
        string shown = new(address.Where(letter => !IsControl(letter)).Take(100).ToArray());
        return new Invalid(new Phrase(
            $"E-postadressen ”{shown}” går inte att använda. {swedish} Rätta den, till exempel namn@norrvik.example.",
            $"The e-mail address \"{shown}\" cannot be used. {english} Correct it, for example name@norrvik.example."), "address");
    }
}
