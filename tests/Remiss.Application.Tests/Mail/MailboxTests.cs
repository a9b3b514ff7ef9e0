using Remiss.Application.Mail;

namespace Remiss.Application.Tests.Mail;

public sealed class MailboxTests
{
    [TestCase("registrator@norrvik.example", "registrator@norrvik.example")]
    [TestCase("  Maja.Ek+remiss@Mittsund.Example ", "Maja.Ek+remiss@mittsund.example")]
    [TestCase("registrator@sjöbacka.example", "registrator@xn--sjbacka-b1a.example")]
    public void Reads_an_address(string text, string ascii) => Assert.That(Mailbox.Parse(text).Value.AsciiAddress, Is.EqualTo(ascii));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("norrvik.example")]
    [TestCase("@norrvik.example")]
    [TestCase("a@")]
    [TestCase("a@norrvik")]
    [TestCase("a@norrvik..example")]
    [TestCase("a@-norrvik.example")]
    [TestCase("a@[127.0.0.1]")]
    [TestCase("a@127.0.0.1")]
    [TestCase("a b@norrvik.example")]
    [TestCase("a..b@norrvik.example")]
    [TestCase(".a@norrvik.example")]
    [TestCase("åsa@norrvik.example")]
    [TestCase("a@norrvik.example\r\nRCPT TO:<b@norrvik.example>")]
    [TestCase("a@norrvik.example>\r\nDATA")]
    [TestCase("<a@norrvik.example>")]
    [TestCase("a@norrvik.example,b@norrvik.example")]
    [TestCase("\"a\"@norrvik.example")]
    [TestCase("a@nor\u0000rvik.example")]
    [TestCase("a@nor\u200Brvik\uFFFF.example")]
    public void Refuses_what_is_none(string? text)
    {
        var read = Mailbox.Parse(text);

        Assert.That(read.IsOk, Is.False);
        Assert.That(read.Failure!.Message.Swedish, Does.Not.Contain("\n").And.Contain("E-postadressen"));
    }

    [Test]
    public void Refuses_an_address_longer_than_any_server_takes() =>
        Assert.That(Mailbox.Parse($"a@{string.Join('.', Enumerable.Repeat(new string('b', 60), 5))}.example").IsOk, Is.False);

    [TestCase("Maja Ek\r\nBcc: alla@norrvik.example")]
    [TestCase("Maja\u202EkE")]
    public void Refuses_a_name_that_breaks_or_turns_the_line(string name) => Assert.That(Mailbox.Parse("a@norrvik.example", name).IsOk, Is.False);

    [TestCase("Bibliotek\r\nBcc: alla@norrvik.example")]
    [TestCase("Bibliotek\nX: y")]
    [TestCase("")]
    public void A_mail_whose_subject_breaks_the_line_is_not_sendable(string subject)
    {
        MailMessage mail = Letters.To("a@norrvik.example") with { Subject = subject };

        Assert.That(mail.WhyNotSendable(), Is.Not.Null);
        Assert.That(() => MimeWriter.Write(mail), Throws.ArgumentException);
    }

    [TestCase("text/plain\r\nX: y", "a.txt")]
    [TestCase("text/plain", "a\r\n.txt")]
    public void A_mail_whose_file_breaks_the_line_is_not_sendable(string type, string name) =>
        Assert.That((Letters.To("a@norrvik.example") with { Files = [new MailFile(name, type, default)] }).WhyNotSendable(), Is.Not.Null);

    [TestCase("../../etc/passwd@norrvik.example")]
    [TestCase("a/b@norrvik.example")]
    [TestCase(".a@norrvik.example")]
    [TestCase("a@norrvik.example> <b@norrvik.example")]
    public void A_message_id_is_of_the_form_we_write(string text) => Assert.That(MessageId.Parse(text), Is.Null);
}
