using System.Globalization;
using System.Text;
using Remiss.Domain.Results;

namespace Remiss.Documents.Reading;

/// <summary>Every sentence with which a file is refused: its name, the reason, and what to do.</summary>
internal static class Refusals
{
    private const int MaxNameLength = 120;

    /// <summary>The name as a person may be shown it: no control characters, no endless length.</summary>
    public static string Shown(string name)
    {
        var kept = new StringBuilder(Math.Min(name.Length, MaxNameLength));
        foreach (char c in name)
        {
            if (kept.Length >= MaxNameLength) return kept.Append('…').ToString();
            kept.Append(char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c);
        }
        string shown = kept.ToString().Trim();
        return shown.Length == 0 ? "(namnlös fil)" : shown;
    }

    public static Failure Of(FileKind kind, string name) => kind switch
    {
        FileKind.Empty => Refuse(name, "är tom. Be avsändaren skicka filen på nytt.",
            "is empty. Ask the sender to send it again."),
        FileKind.DamagedPackage => Damaged(name),
        FileKind.OldWord => Refuse(name, "är ett dokument i det äldre Word-formatet (.doc). Öppna det i Word eller LibreOffice och spara det som .docx eller PDF.",
            "is a document in the old Word format (.doc). Open it in Word or LibreOffice and save it as .docx or PDF."),
        FileKind.EncryptedOffice => Encrypted(name),
        FileKind.OutlookMessage => Refuse(name, "är ett meddelande i Outlooks eget format (.msg). Spara det som .eml, eller spara bilagorna var för sig.",
            "is a message in Outlook's own format (.msg). Save it as .eml, or save its attachments one by one."),
        FileKind.OutlookWrapping => Refuse(name, "är packad i Outlooks eget format (winmail.dat). Be avsändaren skicka bilagorna i ett vanligt meddelande.",
            "is packed in Outlook's own format (winmail.dat). Ask the sender to send the attachments in an ordinary mail."),
        FileKind.Rtf => Refuse(name, "är ett RTF-dokument. Öppna det i Word eller LibreOffice och spara det som .docx eller PDF.",
            "is an RTF document. Open it in Word or LibreOffice and save it as .docx or PDF."),
        FileKind.Spreadsheet => Refuse(name, "är ett kalkylblad. Spara det som PDF om det innehåller svaret.",
            "is a spreadsheet. Save it as PDF if it holds the reply."),
        FileKind.Presentation => Refuse(name, "är en presentation. Spara den som PDF om den innehåller svaret.",
            "is a presentation. Save it as PDF if it holds the reply."),
        FileKind.Image => Refuse(name, "är en bild. Spara den som PDF, så läses texten med OCR, eller be om en fil med text.",
            "is a picture. Save it as PDF, and its text is read by OCR, or ask for a file with text."),
        FileKind.Html => Refuse(name, "är en webbsida. Skriv ut den till PDF från webbläsaren.",
            "is a web page. Print it to PDF from the browser."),
        FileKind.Xml => Refuse(name, "är en XML-fil, inte ett dokument. Be avsändaren om PDF eller Word.",
            "is an XML file, not a document. Ask the sender for PDF or Word."),
        FileKind.Archive => Refuse(name, "är ett arkiv med packade filer. Packa upp det och lägg in filerna var för sig.",
            "is an archive of packed files. Unpack it and add the files one by one."),
        _ => Refuse(name, "är inte text i någon känd kodning och inget känt dokumentformat. Be avsändaren om PDF, Word, OpenDocument, e-post eller ren text.",
            "is not text in any known encoding and no known kind of document. Ask the sender for PDF, Word, OpenDocument, e-mail or plain text."),
    };

    public static Failure Damaged(string name) => Refuse(name, "är skadad eller avklippt och går inte att läsa. Be avsändaren skicka filen på nytt.",
        "is damaged or cut off and cannot be read. Ask the sender to send it again.");

    public static Failure Encrypted(string name) => Refuse(name, "är skyddad med lösenord. Be avsändaren om en fil utan lösenord.",
        "is protected by a password. Ask the sender for a file without one.");

    public static Failure CopyingForbidden(string name) => Refuse(name, "är låst så att texten inte får kopieras ut. Be avsändaren om en fil utan lås.",
        "is locked so that its text may not be copied. Ask the sender for a file without the lock.");

    public static Failure NoText(string name) => Refuse(name, "innehåller ingen text.", "holds no text.");

    public static Failure TooLarge(string name, long maxBytes) => Refuse(name,
        $"är större än {Mega(maxBytes, Swedish)} MB, som är gränsen. Dela filen eller spara den utan bilder.",
        $"is larger than {Mega(maxBytes, English)} MB, the limit. Split it or save it without pictures.");

    public static Failure TextTooLong(string name, int maxLength) => Refuse(name,
        $"innehåller mer text än {maxLength.ToString("N0", Swedish)} tecken, som är gränsen. Dela filen.",
        $"holds more text than {maxLength.ToString("N0", English)} characters, the limit. Split it.");

    public static Failure TooManyPages(string name, int maxPages) => Refuse(name,
        $"har fler än {maxPages.ToString("N0", Swedish)} sidor, som är gränsen. Dela filen.",
        $"has more than {maxPages.ToString("N0", English)} pages, the limit. Split it.");

    public static Failure UnpacksTooLarge(string name) => Refuse(name,
        "packar upp till orimligt mycket (en så kallad zip-bomb) och läses inte. Kontrollera filen med avsändaren.",
        "unpacks to an unreasonable size (a so-called zip bomb) and is not read. Check it with the sender.");

    public static Failure HostileXml(string name) => Refuse(name,
        "innehåller XML med en egen dokumenttyp eller entiteter (en så kallad XML-bomb), vilket inget ordbehandlingsprogram skriver. Filen läses inte; kontrollera den med avsändaren.",
        "holds XML with a document type or entities of its own (a so-called XML bomb), which no word processor writes. It is not read; check it with the sender.");

    public static Failure TooDeep(string name) => Refuse(name,
        "är nästlad orimligt djupt och läses inte. Kontrollera filen med avsändaren.",
        "is nested unreasonably deep and is not read. Check it with the sender.");

    public static Failure TooManyParts(string name, int maxParts) => Refuse(name,
        $"har fler än {maxParts.ToString("N0", Swedish)} delar, som är gränsen. Spara bilagorna var för sig.",
        $"has more than {maxParts.ToString("N0", English)} parts, the limit. Save its attachments one by one.");

    public static Failure TookTooLong(string name, TimeSpan limit) => Refuse(name,
        $"tog längre tid än {limit.TotalSeconds.ToString("0", Swedish)} sekunder att läsa och avbröts. Spara om den som PDF och försök igen.",
        $"took longer than {limit.TotalSeconds.ToString("0", English)} seconds to read and was stopped. Save it as PDF anew and try again.");

    public static Failure ToolMissing(string name, string package) => Refuse(name,
        $"är en PDF, och programmet som läser PDF saknas. Installera paketet {package} (apt install {package}).",
        $"is a PDF, and the program that reads PDF is missing. Install the package {package} (apt install {package}).");

    public static Failure ToolBroken(string name, string package) => Refuse(name,
        $"är en PDF, och programmet som läser PDF går inte att starta på den här datorn. Installera om paketet {package} (apt install --reinstall {package}).",
        $"is a PDF, and the program that reads PDF does not start on this machine. Install the package {package} again (apt install --reinstall {package}).");

    public static Failure NoTemporaryFolder(string name, string folder) => Refuse(name,
        $"kunde inte läsas, för mappen för tillfälliga filer ({folder}) går inte att skriva i. Kontrollera att den finns, att den får skrivas i och att disken inte är full, eller ange en annan mapp i TMPDIR.",
        $"could not be read, for the folder for temporary files ({folder}) cannot be written to. Check that it exists, that it may be written to and that the disk is not full, or name another folder in TMPDIR.");

    public static Failure ScannedWithoutOcr(string name) => Refuse(name,
        "är en inskannad PDF utan text, och programmet som läser bilder saknas. Installera paketen tesseract-ocr och tesseract-ocr-swe, eller be om en PDF med text.",
        "is a scanned PDF without text, and the program that reads pictures is missing. Install the packages tesseract-ocr and tesseract-ocr-swe, or ask for a PDF with text.");

    public static Failure ScannedUnread(string name) => Refuse(name,
        "är en PDF utan text, och ingen text gick att läsa ur sidornas bilder. Be om en PDF med text.",
        "is a PDF without text, and no text could be read from the pictures of its pages. Ask for a PDF with text.");

    public static Failure MailWithoutText(string name) => Refuse(name,
        "är ett e-postmeddelande utan text och utan bilagor.",
        "is a mail without text and without attachments.");

    public static Failure MailUnread(string name, Failure reason) => Refuse(name,
        $"är ett e-postmeddelande utan text vars bilagor inte går att läsa. {reason.Message.Swedish}",
        $"is a mail without text whose attachments cannot be read. {reason.Message.English}");

    public static Failure MailTooDeep(string name) => Refuse(name,
        "är ett meddelande som ligger för djupt inne i andra meddelanden. Spara det som en egen fil.",
        "is a message too deep inside other messages. Save it as a file of its own.");

    private static CultureInfo Swedish { get; } = CultureInfo.GetCultureInfo("sv-SE");

    private static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    private static string Mega(long bytes, CultureInfo culture) => (bytes / 1048576.0).ToString("0.#", culture);

    private static Invalid Refuse(string name, string swedish, string english)
    {
        string shown = Shown(name);
        return new Invalid(new Phrase($"Filen ”{shown}” {swedish}", $"The file “{shown}” {english}"));
    }
}
