using System.Text;
using Remiss.Documents.Letters;
using Remiss.Documents.Reading;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Tests.Letters;

public sealed class LetterTests
{
    private static readonly Letter Sample = new()
    {
        Title = "Yttrande över bredbandsplanen",
        Author = "Norrviks kommun",
        Written = new DateTimeOffset(2026, 9, 4, 10, 0, 0, TimeSpan.FromHours(2)),
        Footer = "Norrviks kommun",
        PageMark = PageMark.Bracketed,
        Blocks =
        [
            new LetterHead(["Norrviks kommun"], ["Datum 2026-09-04", "Dnr KS 2026/118"]),
            new LetterHeading(1, "Yttrande"),
            new LetterParagraph("Kommunen är positiv till planen och vill framhålla byalagens arbete på landsbygden."),
            new LetterHeading(2, "Avsnitt 2.1 Fiber"),
            new LetterBullets(["samordnad grävning", "stöd till byalag"]),
            new LetterTable([["Avsnitt", "Synpunkt"], ["2.2", "Master bör samordnas."]]),
            new LetterLines(["För Norrviks kommun", "Åsa Almgård"]),
        ],
    };

    [Test]
    public async Task What_is_written_as_Word_is_read_back_with_its_headings_and_points()
    {
        DocumentText text = await ReadAsync("svar.docx", LetterDocxWriter.Write(Sample));

        Assert.Multiple(() =>
        {
            Assert.That(Blocks(text, BlockKind.Heading), Is.EqualTo(new[] { "Yttrande", "Avsnitt 2.1 Fiber" }));
            Assert.That(Blocks(text, BlockKind.ListItem), Is.EqualTo(new[] { "samordnad grävning", "stöd till byalag" }));
            Assert.That(text.Text, Does.Contain("Master bör samordnas.").And.Contain("Åsa Almgård"));
        });
    }

    [Test]
    public async Task What_is_written_as_PDF_is_read_back_with_its_words()
    {
        DocumentText text = await ReadAsync("svar.pdf", LetterPdfWriter.Write(Sample).Value.Bytes);

        Assert.That(text.Text, Does.Contain("byalagens arbete").And.Contain("Avsnitt 2.1 Fiber").And.Contain("samordnad grävning").And.Contain("Master bör samordnas."));
    }

    [Test]
    public void The_PDF_tells_which_page_each_heading_stands_on()
    {
        Letter two = Sample with { Blocks = [new LetterHeading(1, "Ett"), new LetterPageBreak(), new LetterHeading(1, "Två")] };

        Assert.That(LetterPdfWriter.Write(two).Value.Headings, Is.EqualTo(new[] { ("Ett", 1), ("Två", 2) }));
    }

    [Test]
    public async Task A_mail_is_read_back_with_its_names_its_text_and_its_attachment()
    {
        var mail = new Mail(
            "Åsa Öberg på registraturen i Norrviks kommun", "registrator@norrvik.example", "remiss@mittsund.example",
            "Svar på remiss om bredbandsplanen för länet 2027–2031", Sample.Written,
            "Hej!\n\nHär är svaret: 100 % enigt = klart.\n", [new MailAttachment("Yttrande åäö.docx", "application/octet-stream", LetterDocxWriter.Write(Sample))]);

        var file = (await new DocumentReader().ReadAsync(new SourceFile("svar.eml", LetterMailWriter.Write(mail)), CancellationToken.None)).Value;

        Assert.Multiple(() =>
        {
            Assert.That(file.Mail!.FromName, Is.EqualTo(mail.FromName));
            Assert.That(file.Mail.Subject, Is.EqualTo(mail.Subject));
            Assert.That(file.Mail.Sent, Is.EqualTo(mail.Sent));
            Assert.That(file.Texts[0].Text.Text, Does.Contain("100 % enigt = klart."));
            Assert.That(file.Texts.Select(text => text.Name), Does.Contain("Yttrande åäö.docx"));
        });
    }

    [Test]
    public void A_mail_keeps_to_short_ASCII_lines()
    {
        var mail = new Mail("Åsa", "a@b.example", "c@d.example", new string('å', 200), Sample.Written, new string('ö', 500) + "\n", []);

        string[] lines = Encoding.Latin1.GetString(LetterMailWriter.Write(mail)).Split("\r\n");

        Assert.Multiple(() =>
        {
            Assert.That(lines.Max(line => line.Length), Is.LessThanOrEqualTo(78));
            Assert.That(lines.SelectMany(line => line), Is.All.LessThan('\u0080'));
        });
    }

    [Test]
    public void Text_is_broken_at_spaces_and_points_hang()
    {
        Letter letter = Sample with { Blocks = [new LetterBullets(["ett två tre fyra"])] };

        Assert.That(LetterTextWriter.Write(letter, 10), Is.EqualTo("- ett två\n  tre fyra\n"));
    }

    [Test]
    public void The_same_letter_gives_the_same_Word_file()
    {
        byte[] first = LetterDocxWriter.Write(Sample);

        Assert.That(LetterDocxWriter.Write(Sample), Is.EqualTo(first));
    }

    private static async Task<DocumentText> ReadAsync(string name, ReadOnlyMemory<byte> bytes) =>
        (await new DocumentReader().ReadAsync(new SourceFile(name, bytes), CancellationToken.None)).Value.Texts[0].Text;

    private static string[] Blocks(DocumentText text, BlockKind kind) =>
        [.. text.Blocks.Where(block => block.Kind == kind).Select(text.TextOf)];
}
