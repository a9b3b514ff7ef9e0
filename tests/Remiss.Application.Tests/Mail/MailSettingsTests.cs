using Remiss.Application.Mail;

namespace Remiss.Application.Tests.Mail;

public sealed class MailSettingsTests
{
    private static readonly MailSettings Right = new() { Host = "mejl.mittsund.example", User = "remiss", Password = "hemligt-4711", FromAddress = "remiss@mittsund.example" };

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return new TestCaseData(Right with { Port = 465 }, "Mail:Port");
        yield return new TestCaseData(Right with { Port = 0 }, "Mail:Port");
        yield return new TestCaseData(Right with { Host = "smtp://mejl.mittsund.example:587" }, "Mail:Host");
        yield return new TestCaseData(Right with { Password = null }, "Mail:Password");
        yield return new TestCaseData(Right with { Security = MailSecurity.None }, "Mail:Security");
        yield return new TestCaseData(Right with { FromAddress = "remiss" }, "Mail:FromAddress");
        yield return new TestCaseData(Right with { FromName = "Region\r\nBcc: x" }, "Mail:FromAddress");
        yield return new TestCaseData(Right with { ReplyTo = "ingen" }, "Mail:ReplyTo");
        yield return new TestCaseData(Right with { TimeoutSeconds = 0 }, "Mail:TimeoutSeconds");
        yield return new TestCaseData(Right with { MostAttempts = 1000 }, "Mail:MostAttempts");
        yield return new TestCaseData(Right with { TrustedCertificate = "/finns/inte.pem" }, "Mail:TrustedCertificate");
        yield return new TestCaseData(new MailSettings { Host = "mejl.mittsund.example" }, "Mail:FromAddress");
        yield return new TestCaseData(new MailSettings { Folder = " " }, "Mail:Folder");
    }

    [TestCaseSource(nameof(Wrong))]
    public void Names_the_setting_that_is_wrong(MailSettings settings, string name) =>
        Assert.That(settings.Check().Single().Swedish, Does.Contain(name).And.Not.Contain("hemligt"));

    [Test]
    public void Finds_nothing_wrong_with_what_is_right_and_keeps_secrets_to_itself()
    {
        Assert.That(Right.Check(), Is.Empty);
        Assert.That(new MailSettings().Check(), Is.Empty, "The embedded default writes files.");
        Assert.That(Right.ToString(), Does.Contain("mejl.mittsund.example").And.Not.Contain("hemligt").And.Not.Contain("User"));
    }
}
