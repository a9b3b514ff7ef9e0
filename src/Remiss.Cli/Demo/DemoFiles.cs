using System.Globalization;
using System.Text;
using Remiss.Documents.Letters;
using Remiss.Domain.Results;

namespace Remiss.Cli.Demo;

/// <summary>A file of the demonstration, ready to be written.</summary>
internal sealed record DemoFile(string Name, byte[] Bytes);

/// <summary>The strategy as files, and the page of each of its sections in the PDF.</summary>
internal sealed record DemoStrategyFiles(DemoFile Pdf, DemoFile Docx, IReadOnlyDictionary<string, int> Pages);

/// <summary>Turns what the demonstration says into files.</summary>
internal static class DemoFiles
{
    /// <summary>The strategy as PDF and DOCX, or why it could not be drawn.</summary>
    public static Result<DemoStrategyFiles> Strategy()
    {
        Letter letter = DemoStrategy.Letter();
        Result<LetterPdf> pdf = LetterPdfWriter.Write(letter);
        if (!pdf.IsOk) return pdf.Failure;
        var pages = pdf.Value.Headings.ToDictionary(heading => heading.Heading.Split(' ')[0], heading => heading.Page, StringComparer.Ordinal);
        return new DemoStrategyFiles(
            new DemoFile("digitaliseringsstrategi.pdf", pdf.Value.Bytes.ToArray()),
            new DemoFile("digitaliseringsstrategi.docx", LetterDocxWriter.Write(letter)),
            pages);
    }

    /// <summary>One reply as its file, or why it could not be drawn.</summary>
    public static Result<DemoFile> Of(DemoReply reply)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{reply.Number:000} {reply.Sender.Slug}");
        switch (reply.Format)
        {
            case DemoFormat.Docx: return new DemoFile(name + ".docx", LetterDocxWriter.Write(reply.Letter));
            case DemoFormat.Text: return new DemoFile(name + ".txt", Encoding.UTF8.GetBytes(LetterTextWriter.Write(reply.Letter, 78)));
            case DemoFormat.TextInWindows1252: return new DemoFile(name + ".txt", Windows1252(LetterTextWriter.Write(reply.Letter, 72)));
            case DemoFormat.Mail: return new DemoFile(name + ".eml", LetterMailWriter.Write(MailOf(reply, LetterTextWriter.Write(reply.Letter), [])));
        }
        Result<LetterPdf> pdf = LetterPdfWriter.Write(reply.Letter);
        if (!pdf.IsOk) return pdf.Failure;
        byte[] bytes = pdf.Value.Bytes.ToArray();
        if (reply.Format == DemoFormat.Pdf) return new DemoFile(name + ".pdf", bytes);
        string note = $"Hej!\n\nHär kommer svaret från {reply.Sender.Name}.\n\nMed vänlig hälsning\n{reply.Writer}\n";
        return new DemoFile(name + ".eml", LetterMailWriter.Write(MailOf(reply, note, [new MailAttachment($"Remissvar {reply.Sender.Name}.pdf", "application/pdf", bytes)])));
    }

    private static Mail MailOf(DemoReply reply, string body, MailAttachment[] attachments) => new(
        reply.Writer, $"registrator@{reply.Sender.Slug}.example", "remiss@mittsund.example",
        $"Svar på remiss om {DemoStrategy.Title}, dnr {DemoStrategy.RegistrationNumber}",
        reply.Letter.Written, body, [.. attachments]);

    private static byte[] Windows1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);
}
