using System.Text;
using Remiss.Application.Mail;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Mail;

public sealed class DeliveryReportTests
{
    private const string Id = "0123456789abcdef0123456789abcdef@mittsund.example";

    [TestCase("message/rfc822")]
    [TestCase("text/rfc822-headers")]
    public void Reads_which_mail_came_back_and_why(string original)
    {
        DeliveryReport report = DeliveryReport.Read(Encoding.ASCII.GetBytes(Report(Id, original: original))).Value;

        Assert.That(report.Original.Value, Is.EqualTo(Id));
        Assert.That(report.Action, Is.EqualTo("failed"));
        Assert.That(report.Reason, Is.EqualTo("5.1.1 smtp; 550 5.1.1 No such mailbox here"));
    }

    [TestCase("delayed")]
    [TestCase("delivered")]
    public void Tells_a_failure_from_the_rest(string action) =>
        Assert.That(DeliveryReport.Read(Encoding.ASCII.GetBytes(Report(Id, action))).Value.Action, Is.EqualTo(action));

    [Test]
    public void Refuses_what_is_no_report_and_never_throws()
    {
        byte[] whole = Encoding.ASCII.GetBytes(Report(Id));
        Assert.Multiple(() =>
        {
            Assert.That(DeliveryReport.Read([]).IsOk, Is.False);
            Assert.That(DeliveryReport.Read("Subject: hej\r\n\r\nhej"u8).Failure!.Message.Swedish, Does.Contain("ingen leveransrapport"));
            Assert.That(DeliveryReport.Read(Encoding.ASCII.GetBytes(Report("<script>"))).Failure!.Message.Swedish, Does.Contain("inte vilket mejl"));
            for (int length = 0; length < whole.Length; length += 7) Assert.That(() => DeliveryReport.Read(whole.AsSpan(0, length)), Throws.Nothing);
            for (int at = 0; at < whole.Length; at += 5)
            {
                byte[] broken = [.. whole];
                broken[at] = (byte)(at % 2 == 0 ? '\n' : 0xFF);
                Assert.That(() => DeliveryReport.Read(broken), Throws.Nothing);
            }
        });
    }

    public static string Report(string messageId, string action = "failed", string original = "message/rfc822") => string.Join("\r\n",
        "From: MAILER-DAEMON@norrvik.example",
        "To: remiss@mittsund.example",
        "Subject: Undelivered Mail Returned to Sender",
        "Message-ID: <returned-1@norrvik.example>",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status;",
        "\tboundary=\"=_b1\"",
        "",
        "--=_b1",
        "Content-Type: text/plain",
        "",
        "The mail could not be delivered.",
        "--=_b1",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; norrvik.example",
        "",
        "Final-Recipient: rfc822; a@norrvik.example",
        $"Action: {action}",
        "Status: 5.1.1",
        "Diagnostic-Code: smtp; 550 5.1.1",
        "    No such mailbox here",
        "",
        "--=_b1",
        $"Content-Type: {original}",
        "",
        $"Message-ID: <{messageId}>",
        "Subject: Remiss",
        "",
        "--=_b1--",
        "");
}
