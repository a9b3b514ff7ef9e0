using System.Text;
using Remiss.Documents.Reading;
using Remiss.Documents.Reading.Mail;
using Remiss.Documents.Reading.Plain;
using Remiss.Documents.Tests.Reading.Making;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Tests.Reading;

internal sealed class MailReaderTests
{
    private const string Head = "From: =?utf-8?Q?=C3=85sa_Ek?= <asa.ek@norrvik.example>\r\nTo: remiss@mittsund.example\r\nSubject: =?iso-8859-1?Q?Svar_p=E5?=\r\n =?iso-8859-1?Q?_remiss?=\r\nDate: Tue, 10 Feb 2026 14:05:06 +0100 (CET)\r\nMIME-Version: 1.0\r\n";

    private static Task<ReadFile> Mail(string rest) => Reader.Read(Reader.Utf8(Head + rest), "svar.eml");

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);

    private static string Attachment(string type, string name, byte[] bytes, string disposition = "attachment") =>
        $"--b\r\nContent-Type: {type}\r\nContent-Disposition: {disposition}; {name}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(bytes)}\r\n";

    [Test]
    public async Task Reads_the_header_and_a_quoted_printable_body()
    {
        ReadFile mail = await Mail("Content-Type: text/plain; charset=\"iso-8859-1\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nKommunen tillstyrker f=F6rslag=\r\net.\r\n\r\nAndra stycket.\r\n");
        Assert.That(mail.Mail, Is.EqualTo(new MailEnvelope("Åsa Ek", "asa.ek@norrvik.example", "Svar på remiss", new DateTimeOffset(2026, 2, 10, 14, 5, 6, TimeSpan.FromHours(1)))));
        Assert.That(mail.Texts.Single().IsMailBody, Is.True);
        Assert.That(mail.Texts.Single().Name, Is.EqualTo("Svar på remiss"));
        Assert.That(mail.Texts.Single().Text.Text, Is.EqualTo("Kommunen tillstyrker förslaget.\n\nAndra stycket."));
        Assert.That(mail.Texts.Single().Text.Format, Is.EqualTo(SourceFormat.Email));
    }

    [Test]
    public async Task Reads_each_attachment_as_a_text_of_its_own_whatever_its_name_says()
    {
        ReadFile mail = await Mail("Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\nPreamble.\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSe bilaga.\r\n"
            + Attachment("application/octet-stream", "filename*0*=utf-8''Yttr; filename*1*=%C3%A5nde; filename*2=\".pdf\"", PackageMaker.Docx(PackageMaker.P("Vi tillstyrker.")))
            + Attachment("image/jpeg", "filename=\"skannad.jpg\"", [0xFF, 0xD8, 0xFF, 0xE0, 1])
            + "--b--\r\nEpilogue.");
        Assert.That(mail.Texts.Select(t => t.Name), Is.EqualTo(new[] { "Svar på remiss", "Yttrånde.pdf" }));
        Assert.That(mail.Texts[1].Text.Format, Is.EqualTo(SourceFormat.Docx));
        Assert.That(mail.Texts[1].IsMailBody, Is.False);
        Assert.That(mail.Unread.Single().Name, Is.EqualTo("skannad.jpg"));
        Assert.That(mail.Unread.Single().Reason.Message.Swedish, Does.Contain("bild"));
    }

    [Test]
    public async Task Prefers_the_plain_form_and_passes_over_the_pictures_of_a_signature_in_sight()
    {
        ReadFile mail = await Mail("""
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain; charset=utf-8

            Vi instämmer i målen.
            --a
            Content-Type: text/html; charset=utf-8

            <p>Vi <b>instämmer</b> i målen, i färg.</p>
            --a--
            --r
            Content-Type: image/png; name=logo.png
            Content-ID: <x>

            bild
            --r--
            """);
        Assert.That(mail.Texts.Single().Text.Text, Is.EqualTo("Vi instämmer i målen."));
        Assert.That(mail.Texts.Single().Text.Remarks.Single().Swedish, Does.Contain("1"));
        Assert.That(mail.Unread, Is.Empty);
    }

    [Test]
    public async Task Takes_a_logo_for_dressing_also_where_the_program_calls_it_an_attachment()
    {
        ReadFile mail = await Mail("""
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/plain; charset=utf-8

            Vi instämmer i målen.
            --r
            Content-Type: image/png
            Content-Disposition: attachment; filename=image001.png
            Content-ID: <logo>

            bild
            --r--
            """);
        Assert.That(mail.Unread, Is.Empty);
        Assert.That(mail.Texts.Single().Text.Remarks, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Takes_the_HTML_form_where_the_plain_one_is_a_stub_and_the_file_that_lies_inside()
    {
        string html = "<html><head><style>p{color:red}</style><title>x</title></head><body><p>Kommunen&nbsp;anser att m&aring;len &auml;r bra.<br>Ny rad.</p><script>alert(1)</script><ul><li>f&ouml;rsta</li><li>andra</li></ul><p>" + new string('y', 250) + "</p></body></html>";
        ReadFile mail = await Mail("Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\nSe HTML.\r\n--a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n" + html + "\r\n"
            + Attachment("application/pdf", "filename=svar.txt", Reader.Utf8("Yttrandet.")) + "--b--\r\n--a--");
        Assert.That(mail.Texts[0].Text.Text, Does.Contain("Kommunen anser att målen är bra.\nNy rad.").And.Contain("• första\n• andra").And.Not.Contains("alert").And.Not.Contains("color"));
        Assert.That(mail.Texts[1].Text.Text, Is.EqualTo("Yttrandet."));
    }

    [Test]
    public async Task Reads_a_mail_inside_a_mail()
    {
        ReadFile mail = await Mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nVidarebefordras.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: b@sjobacka.example\r\nSubject: Yttrande\r\n\r\nSjöbacka avstyrker.\r\n--b--\r\n");
        Assert.That(mail.Texts.Select(t => (t.Name, t.Text.Text, t.IsMailBody)), Is.EqualTo(new[] { ("Svar på remiss", "Vidarebefordras.", true), ("Yttrande", "Sjöbacka avstyrker.", true) }));
    }

    [TestCase("utf-8")]
    [TestCase("iso-8859-1")]
    [TestCase("windows-1252")]
    [TestCase("utf-16")]
    [TestCase("iso-8859-15")]
    [TestCase("us-ascii")]
    [TestCase("no-such-charset")]
    public async Task Reads_bodies_in_many_charsets(string charset)
    {
        Encoding encoding = charset switch
        {
            "us-ascii" => TextDecoder.Windows1252,
            "no-such-charset" => Encoding.UTF8,
            "utf-16" => Encoding.Unicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset),
        };
        ReadFile mail = await Mail($"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(encoding.GetBytes("Målen är på rätt väg."))}");
        Assert.That(mail.Texts.Single().Text.Text, Is.EqualTo("Målen är på rätt väg."));
    }

    [Test]
    public async Task Joins_flowed_lines()
    {
        ReadFile mail = await Mail("Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nEn rad som \r\nfortsätter.\r\n\r\nNästa.\r\n-- \r\nÅsa\r\n");
        Assert.That(mail.Texts.Single().Text.Text, Is.EqualTo("En rad som fortsätter.\n\nNästa.\n--\nÅsa").Or.EqualTo("En rad som fortsätter.\n\nNästa.\n-- \nÅsa"));
    }

    [TestCase("=?UTF-8?B?w4VzYQ==?= Ek", "Åsa Ek")]
    [TestCase("=?utf-8?Q?=C3?= =?utf-8?Q?=85sa?=", "Åsa", Description = "a letter divided over two words")]
    [TestCase("=?utf-8*sv?q?_a?= b", " a b")]
    [TestCase("=?utf-8?X?abc?= =? ?=", "=?utf-8?X?abc?= =? ?=", Description = "not encoded words at all")]
    public void Decodes_encoded_words(string raw, string decoded) => Assert.That(EncodedWords.Decode(raw), Is.EqualTo(decoded));

    [TestCase("attachment; filename*=iso-8859-1'sv'Yttr%E5nde%20%28nytt%29.pdf", "Yttrånde (nytt).pdf")]
    [TestCase("attachment; filename=\"=?utf-8?B?U8O2ZXIucGRm?=\"", "Söer.pdf")]
    [TestCase("attachment; filename=\"a\\\"b;c.pdf\"", "a\"b;c.pdf")]
    [TestCase("attachment; filename=plain.pdf; filename*=utf-8''r%C3%A4tt.pdf", "rätt.pdf")]
    [TestCase("attachment; filename*1*=b%C3%A5; filename*0=a", "abå")]
    public void Decodes_file_names(string raw, string name) => Assert.That(HeaderValue.Parse(raw)["filename"], Is.EqualTo(name));

    [Test]
    public async Task Refuses_a_mail_without_anything_to_read_and_says_why()
    {
        Assert.That(await Reader.Refusal(Reader.Utf8(Head + "\r\n \r\n"), "svar.eml"), Does.Contain("utan text"));
        string only = Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + Attachment("application/msword", "filename=svar.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]) + "--b--";
        Assert.That(await Reader.Refusal(Reader.Utf8(only), "svar.eml"), Does.Contain("svar.doc").And.Contain(".docx"));
        Assert.That(await Reader.Refusal(Reader.Utf8(Head + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nMIAG"), "svar.eml"), Does.Contain("lösenord").Or.Contain("krypter"));
    }

    [Test]
    public async Task Reads_what_there_is_of_a_mail_that_is_cut_off()
    {
        ReadFile mail = await Mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHela texten.\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=svar.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK");
        Assert.That(mail.Texts.Single().Text.Text, Is.EqualTo("Hela texten."));
        Assert.That(mail.Unread.Single().Reason.Message.Swedish, Does.Contain("svar.pdf").And.Contain("skadad"));
    }

    [Test]
    public async Task Refuses_too_many_parts_and_too_deep_nesting()
    {
        string many = Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 400)) + "--b--";
        Assert.That(await Reader.Refusal(Reader.Utf8(many), "svar.eml"), Does.Contain("300"));
        var deep = new StringBuilder(Head);
        for (int i = 0; i < 100; i++) deep.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}x\r\n\r\n--b{i}x\r\n");
        Assert.That(await Reader.Refusal(Reader.Utf8(deep.ToString()), "svar.eml"), Does.Contain("djupt"));
        string nested = "\r\n\r\nInnerst.";
        for (int i = 0; i < 30; i++) nested = "From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=m" + i + "\r\n\r\n--m" + i + "\r\nContent-Type: message/rfc822\r\n\r\n" + nested + "\r\n--m" + i + "--\r\n";
        Result<ReadFile> result = await Reader.TryRead(Reader.Utf8(nested), "svar.eml");
        Assert.That(result.IsOk, Is.False);
    }

    [Test]
    public void Reduces_hostile_HTML_in_linear_time()
    {
        string html = string.Concat(Enumerable.Repeat("<a ", 300_000)) + string.Concat(Enumerable.Repeat("<!-- ", 100_000)) + "slut";
        Assert.That(HtmlText.Read(html), Is.Not.Null);
        Assert.That(HtmlText.Read("a < b <3 &lt;c&gt; <p>d</p>"), Is.EqualTo("a < b <3 <c>\n\nd"));
        Assert.That(HtmlText.Read("<table><tr><td>Fråga</td><td>Svar</td></tr><tr><td>1</td></tr></table>"), Is.EqualTo("Fråga\tSvar\n1"));
    }
}
