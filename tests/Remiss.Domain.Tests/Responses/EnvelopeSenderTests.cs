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

    [Test]
    public void A_reply_without_a_date_is_of_the_day_its_mail_was_sent()
    {
        var sent = new DateTimeOffset(2032, 3, 4, 0, 30, 0, TimeSpan.FromHours(2));
        var mail = new MailEnvelope(null, null, null, sent);
        Assert.That(EnvelopeSender.Complete(Replies.Split("Norrviks kommun tillstyrker förslaget om hamnar."), mail).Date, Is.EqualTo(new DateOnly(2032, 3, 4)));
        Assert.That(EnvelopeSender.Complete(Replies.Split("Norrviks kommun\n2032-03-01\n\nVi tillstyrker förslaget om hamnar."), mail).Date, Is.EqualTo(new DateOnly(2032, 3, 1)));
    }

    [TestCase("Den tors 15 januari 2032 kl 10:00 skrev Region Mittsund <r@example.org>:\n> Hej!\n> Region Mittsund tackar för svar.")]
    [TestCase("Från: Region Mittsund <r@example.org>\nSkickat: den 15 januari 2032 10:00\nTill: Norrvik\n\nHej! Region Mittsund tackar för svar.")]
    public void The_mail_that_a_reply_quotes_tells_neither_sender_nor_day(string quoted)
    {
        var text = PlainTextBlocks.Read("Hej!\n\nVi tillstyrker förslaget om hamnar men vill att farlederna märks ut bättre än i dag.\n\n" + quoted);
        var file = new ReadFile("svar.eml", SourceFormat.Email, [new ReadText("svar", text, IsMailBody: true)]);
        var split = ResponseSplitter.Split(ReplyAssembler.Join(file, null));
        Assert.That((split.Organisation, split.Date), Is.EqualTo(((string?)null, (DateOnly?)null)));
    }
}
