using System.Net;
using System.Net.Sockets;
using System.Text;
using Remiss.Application.Mail;
using Remiss.Documents.Reading;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Mail;

/// <summary>Against a real mail server on loopback.</summary>
public sealed class SmtpTransportTests
{
    [Test]
    public async Task Hands_a_mail_over_whole()
    {
        await using SmtpServer server = await SmtpServer.StartAsync();
        MailMessage mail = Letters.To("registrator@sjöbacka.example", "Åsa Öberg 🦉");

        MailOutcome outcome = await Send(server.Settings, mail);

        TakenMail taken = server.Mails.Single();
        Assert.Multiple(() =>
        {
            Assert.That(outcome, Is.InstanceOf<MailOutcome.Sent>());
            Assert.That(taken.To, Is.EqualTo(new[] { "registrator@xn--sjbacka-b1a.example" }).Or.EqualTo(new[] { "registrator@sjöbacka.example" }), "smtp-server shows the domain decoded.");
            Assert.That(taken.Header("Message-ID"), Is.EqualTo(mail.Id.ToString()));
            Assert.That(taken.Header("Auto-Submitted"), Is.EqualTo("auto-generated"));
            Assert.That(Encoding.ASCII.GetBytes(taken.Raw), Is.EqualTo(MimeWriter.Write(mail)), "Byte for byte, dots at line starts included.");
        });
    }

    [Test]
    public async Task Sends_over_TLS_when_the_certificate_is_trusted()
    {
        using var certificate = new OwnCertificate();
        await using SmtpServer server = await SmtpServer.StartAsync(new { cert = certificate.CertificatePath, key = certificate.KeyPath });
        MailSettings settings = server.Settings with { Host = "localhost", Security = MailSecurity.StartTls, TrustedCertificate = certificate.CertificatePath };

        Assert.Multiple(async () =>
        {
            Assert.That(await Send(settings, Letters.To("a@norrvik.example")), Is.InstanceOf<MailOutcome.Sent>());
            Assert.That(server.Mails.Single().Secure, Is.True);
        });
    }

    [Test]
    public async Task Speaks_TLS_from_the_first_byte_where_the_port_does()
    {
        using var certificate = new OwnCertificate();
        await using SmtpServer server = await SmtpServer.StartAsync(new { implicitTls = true, cert = certificate.CertificatePath, key = certificate.KeyPath });
        MailSettings settings = server.Settings with { Host = "localhost", Security = MailSecurity.Tls, TrustedCertificate = certificate.CertificatePath };

        Assert.That(await Send(settings, Letters.To("a@norrvik.example")), Is.InstanceOf<MailOutcome.Sent>());
        Assert.That(server.Mails.Single().Secure, Is.True);
    }

    [TestCase("unknown issuer")]
    [TestCase("another server's name")]
    [TestCase("another certificate trusted")]
    public async Task Sends_nothing_to_a_server_whose_certificate_is_not_trusted(string case_)
    {
        using var certificate = new OwnCertificate(case_ == "another server's name" ? "mejl.norrvik.example" : "localhost");
        using var other = new OwnCertificate();
        await using SmtpServer server = await SmtpServer.StartAsync(new { cert = certificate.CertificatePath, key = certificate.KeyPath });
        MailSettings settings = server.Settings with
        {
            Host = "localhost",
            Security = MailSecurity.StartTls,
            TrustedCertificate = case_ switch { "unknown issuer" => null, "another server's name" => certificate.CertificatePath, _ => other.CertificatePath },
        };

        MailOutcome outcome = await Send(settings, Letters.To("a@norrvik.example"));

        Assert.That(outcome, Is.InstanceOf<MailOutcome.TryLater>());
        Assert.That(((MailOutcome.TryLater)outcome).Reason.Swedish, Does.Contain("inte betrott").And.Contain("Mail:TrustedCertificate"));
        Assert.That(server.Mails, Is.Empty);
    }

    [Test]
    public async Task Sends_nothing_in_the_clear_when_the_server_offers_no_TLS()
    {
        await using SmtpServer server = await SmtpServer.StartAsync(new { hideStartTls = true, login = new { user = "remiss", password = "hemligt" } });

        MailOutcome outcome = await Send(server.Settings with { Security = MailSecurity.StartTls, User = "remiss", Password = "hemligt" }, Letters.To("a@norrvik.example"));

        Assert.That(outcome, Is.InstanceOf<MailOutcome.TryLater>());
        Assert.That(server.Events("login"), Is.Empty);
        Assert.That(server.Mails, Is.Empty);
    }

    [TestCase("PLAIN")]
    [TestCase("LOGIN")]
    public async Task Logs_in(string way)
    {
        using var certificate = new OwnCertificate();
        await using SmtpServer server = await SmtpServer.StartAsync(new
        {
            cert = certificate.CertificatePath,
            key = certificate.KeyPath,
            authMethods = new[] { way },
            login = new { user = "remiss@mittsund", password = "blåbär:9" },
        });
        MailSettings settings = server.Settings with
        {
            Host = "localhost",
            Security = MailSecurity.StartTls,
            TrustedCertificate = certificate.CertificatePath,
            User = "remiss@mittsund",
            Password = "blåbär:9",
        };

        Assert.That(await Send(settings, Letters.To("a@norrvik.example")), Is.InstanceOf<MailOutcome.Sent>());
        Assert.That(server.Mails.Single().User, Is.EqualTo("remiss@mittsund"));

        MailOutcome wrong = await Send(settings with { Password = "fel" }, Letters.To("a@norrvik.example"));
        Assert.That(wrong, Is.InstanceOf<MailOutcome.TryLater>(), "A wrong setting is no reason to give a mail up.");
        Assert.That(((MailOutcome.TryLater)wrong).Reason.English, Does.Contain("Mail:Password").And.Not.Contain("fel"));
    }

    [Test]
    public async Task A_refused_recipient_is_refused_for_good_and_stops_nobody_else()
    {
        await using SmtpServer server = await SmtpServer.StartAsync(new { refuse = new[] { "borta@norrvik.example" } });

        MailOutcome[] outcomes = await Task.WhenAll(
            Send(server.Settings, Letters.To("a@norrvik.example")), Send(server.Settings, Letters.To("borta@norrvik.example")), Send(server.Settings, Letters.To("b@norrvik.example")));

        Assert.That(outcomes[0], Is.InstanceOf<MailOutcome.Sent>());
        Assert.That(outcomes[1], Is.InstanceOf<MailOutcome.RefusedForever>());
        Assert.That(((MailOutcome.RefusedForever)outcomes[1]).Reason.Swedish, Does.Contain("borta@norrvik.example").And.Contain("No such user"));
        Assert.That(outcomes[2], Is.InstanceOf<MailOutcome.Sent>());
        Assert.That(server.Mails, Has.Length.EqualTo(2));
    }

    [TestCase(552, typeof(MailOutcome.RefusedForever))]
    [TestCase(554, typeof(MailOutcome.RefusedForever))]
    [TestCase(451, typeof(MailOutcome.TryLater))]
    public async Task What_is_said_of_the_whole_mail_decides(int code, Type expected)
    {
        await using SmtpServer server = await SmtpServer.StartAsync(new { refuseMessage = code });

        Assert.That(await Send(server.Settings, Letters.To("a@norrvik.example")), Is.InstanceOf(expected));
    }

    [Test]
    public async Task A_server_that_is_down_or_that_asks_to_wait_gets_the_mail_later()
    {
        MailOutcome down = await Send(new MailSettings { Host = "127.0.0.1", Port = SmtpServer.UnusedPort(), Security = MailSecurity.None, TimeoutSeconds = 5 }, Letters.To("a@norrvik.example"));
        await using SmtpServer server = await SmtpServer.StartAsync(new { refuseTemporarily = new[] { "grå@norrvik.example", "gra@norrvik.example" } });
        MailOutcome grey = await Send(server.Settings, Letters.To("gra@norrvik.example"));

        Assert.That(down, Is.InstanceOf<MailOutcome.TryLater>());
        Assert.That(grey, Is.InstanceOf<MailOutcome.TryLater>());
    }

    [Test]
    public async Task A_mail_cut_while_it_is_on_its_way_goes_later()
    {
        await using SmtpServer server = await SmtpServer.StartAsync(new { cutInData = 100_000 });
        MailMessage mail = Letters.To("a@norrvik.example") with { Files = [new MailFile("plan.bin", "application/octet-stream", new byte[8 * 1024 * 1024])] };

        Assert.That(await Send(server.Settings, mail), Is.InstanceOf<MailOutcome.TryLater>());
        Assert.That(server.Mails, Is.Empty);
    }

    [Test]
    public async Task A_mail_that_was_handed_over_without_an_answer_is_uncertain()
    {
        await using SmtpServer server = await SmtpServer.StartAsync(new { cutAfterData = true });

        Assert.That(await Send(server.Settings, Letters.To("a@norrvik.example")), Is.InstanceOf<MailOutcome.Uncertain>());
        Assert.That(server.Mails, Has.Length.EqualTo(1), "It had been taken: sending it again would be a second mail.");
    }

    [Test]
    public async Task A_slow_answer_is_waited_for_even_when_the_program_is_told_to_stop()
    {
        await using SmtpServer server = await SmtpServer.StartAsync(new { slow = 500 });
        using var stop = new CancellationTokenSource();
        Task<MailOutcome> sending = new SmtpTransport(server.Settings).SendAsync(Letters.To("a@norrvik.example"), stop.Token);
        await server.WhenAsync("received");
        await stop.CancelAsync();

        Assert.That(await sending, Is.InstanceOf<MailOutcome.Sent>());
    }

    [Test]
    public async Task An_answer_that_never_comes_leaves_the_mail_uncertain_and_a_stop_before_that_leaves_it_unsent()
    {
        await using SmtpServer server = await SmtpServer.StartAsync(new { slow = 60_000 });

        Assert.That(await Send(server.Settings with { LastAnswerSeconds = 1 }, Letters.To("a@norrvik.example")), Is.InstanceOf<MailOutcome.Uncertain>());
        Assert.That(await new SmtpTransport(server.Settings).SendAsync(Letters.To("a@norrvik.example"), new CancellationToken(canceled: true)), Is.InstanceOf<MailOutcome.TryLater>());
    }

    [TestCase("HTTP/1.1 400 Bad Request\r\n\r\n", TestName = "Talks_to_no_server_of_another_kind(http)")]
    [TestCase("220-", TestName = "Talks_to_no_server_of_another_kind(never ends)")]
    [TestCase("220 hej\r\n250-hej\r\n250 STARTTLS\r\n220 go\r\n250 AUTH PLAIN\r\n235 in the clear\r\n250 ok\r\n250 ok\r\n354 go\r\n250 taken\r\n", TestName = "Talks_to_no_server_of_another_kind(answers slipped in before TLS)")]
    public async Task Talks_to_no_server_of_another_kind(string says)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<TcpClient> accepting = listener.AcceptTcpClientAsync();
        var settings = new MailSettings
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            TimeoutSeconds = 2,
            User = "remiss",
            Password = "hemligt",
        };
        Task<MailOutcome> sending = Send(settings, Letters.To("a@norrvik.example"));
        using TcpClient client = await accepting;
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(says.EndsWith('-') ? string.Concat(Enumerable.Repeat("220-hej\r\n", 5000)) : says));

        Assert.That(await sending, Is.InstanceOf<MailOutcome.TryLater>());
    }

    [Test]
    public async Task What_is_sent_reads_back_with_every_sign_in_place()
    {
        MailMessage mail = Letters.To("a@norrvik.example", "Åsa \"Öga\" Ek") with
        {
            Subject = "Påminnelse 🦉 – " + string.Concat(Enumerable.Repeat("åäö ", 50)).Trim(),
            Plain = "Först.\n\n" + new string('å', 3000) + "\n\n.punkt\n",
            Files = [new MailFile("Förslag till plan för biblioteken, utgåva två.txt", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes("Bilagans text om öppettider."))],
        };
        byte[] bytes = MimeWriter.Write(mail);
        string folder = Directory.CreateTempSubdirectory("remiss-mail-").FullName;
        try
        {
            Assert.That(await new FolderTransport(folder).SendAsync(mail, CancellationToken.None), Is.InstanceOf<MailOutcome.Sent>());
            Assert.That(await new FolderTransport(folder).SendAsync(mail, CancellationToken.None), Is.InstanceOf<MailOutcome.Sent>());
            string file = Directory.GetFiles(folder).Single();
            Assert.That(await File.ReadAllBytesAsync(file), Is.EqualTo(bytes));

            var read = await new DocumentReader().ReadAsync(new SourceFile(Path.GetFileName(file), bytes), CancellationToken.None);
            Assert.That(read.IsOk, Is.True, read.Failure?.Message.English);
            Assert.That(read.Value.Mail!.Subject, Is.EqualTo(mail.Subject));
            Assert.That(read.Value.Texts[0].Text.Text, Does.Contain(new string('å', 3000)));
            Assert.That(read.Value.Texts[1].Name, Is.EqualTo(mail.Files[0].Name));
            Assert.That(bytes.All(b => b < 128), Is.True);
            Assert.That(Encoding.ASCII.GetString(bytes).Split("\r\n").Max(line => line.Length), Is.LessThanOrEqualTo(78));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<MailOutcome> Send(MailSettings settings, MailMessage mail) => new SmtpTransport(settings).SendAsync(mail, CancellationToken.None);
}
