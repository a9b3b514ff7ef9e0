using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses;

internal sealed class EnvelopeSenderTests
{
    [TestCase("Eva Ek, Ekhamra kommun", "Svar", "Ekhamra kommun")]
    [TestCase("Eva Ek", "Remissvar från Byalagsrådet i Ekhamra", "Byalagsrådet i Ekhamra")]
    [TestCase("Eva Ek", "Svar på Region Mittsunds remiss", null)]
    [TestCase(null, null, null)]
    public void The_mail_tells_who_sent_it_where_the_reply_does_not(string? from, string? subject, string? sender)
    {
        var split = Replies.Split("Vi tillstyrker förslaget om hamnar.");
        Assert.That(EnvelopeSender.Complete(split, new MailEnvelope(from, "x@example.org", subject, null)).Organisation, Is.EqualTo(sender));
    }

    [Test]
    public void What_the_reply_says_of_itself_counts_first()
    {
        var split = Replies.Split("Norrviks kommun tillstyrker förslaget om hamnar.");
        Assert.That(EnvelopeSender.Complete(split, new MailEnvelope("Ekhamra kommun", null, null, null)).Senders, Is.EqualTo(new[] { "Norrviks kommun" }));
    }
}
