using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Remiss.Documents.Reading;
using Remiss.Documents.Reading.Mail;
using Remiss.Documents.Reading.Pdf;
using Remiss.Documents.Reading.Plain;
using Remiss.Documents.Tests.Reading.Making;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Tests.Reading;

/// <summary>Whatever the bytes, the readers give a text that keeps its promises or a reason; they never throw.</summary>
internal sealed class ReaderFuzzTests
{
    private static readonly string[] Scraps =
    [
        "<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tc>", "<w:del>", "</w:del>", "<w:br w:type=\"page\"/>", "<text:list>", "</text:list>", "<text:h>", "<text:note>",
        "\u0301", "\u200B", "\u00AD", "&#x2028;", "&#12;", "-1", "99999999999", "%1%2%9", "\uD83D\uDE00", "--b", "\r\n\r\n", "=?utf-8?Q?=", "Content-Type: multipart/mixed; boundary=b\r\n",
    ];

    private static Random Seeded(int seed) => new(seed);

    private static string DocxBody { get; } =
        PackageMaker.P("Strategi", "Rubrik") + PackageMaker.P("Inledning", "Rubrik1") + PackageMaker.P("Text om hälso- och sjukvård.") + PackageMaker.P("punkt", null, "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>")
        + "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>två</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p></w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:br w:type=\"page\"/><w:lastRenderedPageBreak/><w:t>sida</w:t></w:r></w:p>";

    private const string OdtText = "<text:h text:outline-level=\"1\">Mål</text:h><text:p text:style-name=\"P1\">Text<text:s text:c=\"3\"/>och<text:tab/>mer<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>not</text:p></text:note-body></text:note></text:p><text:list text:style-name=\"L1\"><text:list-item text:start-value=\"4\"><text:p>ett</text:p></text:list-item></text:list><table:table><table:table-column/><table:table-column/><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table><text:soft-page-break/><text:p>slut</text:p>";

    private const string MailText = "From: =?utf-8?Q?=C3=85sa?= <a@b.example>\r\nSubject: Svar\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nM=E5len =\r\n=E4r bra.\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>M&aring;len</p>\r\n--c--\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@d.example\r\nSubject: inre\r\n\r\nInre text.\r\n--b\r\nContent-Disposition: attachment; filename*0*=utf-8''a%C3; filename*1*=%A5.txt\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVqIGhlag==\r\n--b--\r\n";

    [Test]
    public async Task DOCX_and_ODT_with_broken_XML_never_throw()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = Seeded(seed);
            await Reader.TryRead(PackageMaker.Docx(Mutated(DocxBody, random), "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"1\"><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>not</w:t></w:r></w:p></w:footnote>"));
            await Reader.TryRead(PackageMaker.Odt(Mutated(OdtText, random), "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"i\"/></text:list-style>"));
        }
    }

    [Test]
    public async Task Packages_with_broken_bytes_never_throw()
    {
        byte[] docx = PackageMaker.Docx(DocxBody), odt = PackageMaker.Odt(OdtText);
        for (int seed = 0; seed < 300; seed++)
        {
            await Reader.TryRead(Mutated(docx, Seeded(seed)));
            await Reader.TryRead(Mutated(odt, Seeded(seed)));
        }
    }

    [Test]
    public async Task Mails_with_broken_bytes_never_throw()
    {
        byte[] mail = Reader.Utf8(MailText);
        for (int seed = 0; seed < 600; seed++)
        {
            await Reader.TryRead(Mutated(mail, Seeded(seed)));
            await Reader.TryRead(Reader.Utf8(Mutated(MailText, Seeded(seed))));
        }
    }

    [Test]
    public async Task PDF_with_broken_bytes_never_throws()
    {
        var maker = new PdfMaker { Title = "Yttrande" }.Page().At(70, 60, "Rubrik", 18).At(76, 100, "•").At(90, 100, "punkt");
        maker.Paragraph(70, 130, 450, "Text som går över flera rader och som har ett avdelat ord i samhälls|utvecklingen i hela länet.");
        byte[] pdf = maker.Page().At(70, 90, "Sida 2(2)").Bytes();
        for (int seed = 0; seed < 15; seed++) await Reader.TryRead(Mutated(pdf, Seeded(seed)), limits: new ReadLimits { MaxOcrPages = 0 });
    }

    [Test]
    public void Pages_of_words_strewn_at_random_never_throw_and_keep_every_word()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            Random random = Seeded(seed);
            List<PdfPage> pages = RandomPages(random);
            int letters = pages.SelectMany(p => p.Lines).SelectMany(l => l.Words).Sum(w => w.Text.Count(char.IsLetter));
            DocumentText text = PdfLayout.Build(pages, new DocumentTextBuilder("svar.pdf", new ReadLimits()), null, machineRead: seed % 2 == 0);
            Reader.CheckInvariants(text);
            Assert.That(text.Text.Count(char.IsLetter), Is.EqualTo(letters), "no letter is lost or doubled, seed " + seed);
            Assert.That(text.Pages.Count, Is.EqualTo(pages.Count));
        }
    }

    [Test]
    public void The_parsers_of_mail_never_throw() => Check.QuickThrowOnFailure(Prop.ForAll<string>(raw =>
    {
        string text = raw ?? "";
        _ = EncodedWords.Decode("=?utf-8?Q?" + text + "?=" + text);
        _ = HeaderValue.Parse("a/b; x*0*=" + text + "; y=\"" + text)["x"];
        _ = HtmlText.Read("<p>" + text + "<li" + text + ">" + text);
        _ = MimeHeaders.LooksLikeMail(Encoding.UTF8.GetBytes(text));
        _ = MailEnvelopes.Read(MimeHeaders.Parse(Encoding.UTF8.GetBytes("From: " + text + "\nDate: " + text), out _, out _));
    }));

    [Test]
    public void Base64_and_quoted_printable_give_back_what_was_put_in() => Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(raw =>
    {
        byte[] bytes = raw ?? [];
        string quoted = string.Concat(bytes.Select(b => $"={b:X2}"));
        return TransferDecoding.Base64(Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks))).SequenceEqual(bytes)
            && TransferDecoding.QuotedPrintable(Encoding.ASCII.GetBytes(quoted), underscoreIsSpace: false).SequenceEqual(bytes);
    }));

    [Test]
    public void Text_in_UTF8_is_always_known_as_such() => Check.QuickThrowOnFailure(Prop.ForAll<string>(raw =>
    {
        string text = "Åtgärd " + string.Concat((raw ?? "").EnumerateRunes().Where(r => !Rune.IsControl(r)).Select(r => r.ToString())).Replace('\uFFFD', '?');
        return TextDecoder.Decode(Encoding.UTF8.GetBytes(text)) == text;
    }));

    [Test]
    public async Task Any_bytes_are_read_or_refused()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = Seeded(seed);
            byte[] bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            // Half of them of bytes that text is made of, so that they get past the first gate.
            if (seed % 2 == 0) for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(bytes[i] % 96 + 32);
            await Reader.TryRead(bytes);
        }
    }

    private static List<PdfPage> RandomPages(Random random)
    {
        string[] words = ["Norrvik", "•", "1)", "1", "avsnitt", "3.1", "hälso-", "och", "...........", "7", "Sida", "–", "e\u0301t", "kommunen.", "IT-", "stöd", "2(9)", "\uF0B7", "o", "Innehåll", "\U0001F600", "ﬁnans"];
        var pages = new List<PdfPage>();
        int count = random.Next(1, 5);
        for (int page = 1; page <= count; page++)
        {
            var made = new PdfPage(page, 595, 842);
            int lines = random.Next(0, 40);
            for (int i = 0; i < lines; i++)
            {
                double x = random.Next(3) == 0 ? random.NextDouble() * 600 - 20 : 70 + 240 * random.Next(2), y = random.Next(4) == 0 ? random.NextDouble() * 900 - 30 : 40 + random.Next(60) * 13.2, size = 7 + random.Next(4) * 3;
                var line = new List<PdfWord>();
                for (int w = random.Next(1, 9); w > 0; w--)
                {
                    string word = words[random.Next(words.Length)];
                    line.Add(new PdfWord(x, y, x + word.Length * size * 0.5, y + size, word));
                    x += word.Length * size * 0.5 + size * (random.Next(5) == 0 ? 3 : 0.3);
                }
                made.Lines.Add(new PdfLine(line, page) { IsBold = random.Next(6) == 0 });
            }
            pages.Add(made);
        }
        return pages;
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        var mutated = new List<byte>(bytes);
        for (int n = random.Next(1, 8); n > 0 && mutated.Count > 4; n--)
        {
            int at = random.Next(mutated.Count);
            switch (random.Next(5))
            {
                case 0: mutated[at] = (byte)random.Next(256); break;
                case 1: mutated[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: mutated.RemoveRange(at, Math.Min(random.Next(1, 40), mutated.Count - at)); break;
                case 3: mutated.InsertRange(at, mutated.GetRange(at, Math.Min(random.Next(1, 60), mutated.Count - at))); break;
                case 4 when random.Next(4) == 0: mutated.RemoveRange(at, mutated.Count - at); break;
            }
        }
        return [.. mutated];
    }

    private static string Mutated(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (int n = random.Next(1, 6); n > 0 && mutated.Length > 4; n--)
        {
            int at = random.Next(mutated.Length);
            int next = IndexOf(mutated, '<', at);
            switch (random.Next(4))
            {
                case 0: mutated.Insert(next, Scraps[random.Next(Scraps.Length)]); break;
                case 1: mutated.Insert(at, Scraps[random.Next(Scraps.Length)]); break;
                case 2: mutated.Remove(next, Math.Min(IndexOf(mutated, '>', next) + 1, mutated.Length) - next); break;
                case 3: mutated.Remove(at, Math.Min(random.Next(1, 10), mutated.Length - at)); break;
            }
        }
        return mutated.ToString();
    }

    private static int IndexOf(StringBuilder text, char c, int from)
    {
        while (from < text.Length && text[from] != c) from++;
        return from;
    }
}
