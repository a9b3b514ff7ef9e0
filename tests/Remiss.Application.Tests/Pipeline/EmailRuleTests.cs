using Remiss.Application.Mail;
using Remiss.Application.Pipeline;

namespace Remiss.Application.Tests.Pipeline;

public sealed class EmailRuleTests
{
    [TestCase("registrator@norrvik.example", true)]
    [TestCase("Registrator@Ängsö.example", true)]
    [TestCase(" registrator@norrvik.example ", true)]
    [TestCase("åsa@norrvik.example", false)]
    [TestCase("\"åke berg\"@norrvik.example", false)]
    [TestCase("a..b@norrvik.example", false)]
    [TestCase("a@norrvik", false)]
    [TestCase("a@127.0.0.1", false)]
    [TestCase("a@norrvik.example\n", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void Takes_no_address_that_the_outbox_refuses(string? address, bool isTaken)
    {
        Assert.That(EmailRule.IsEmail(address), Is.EqualTo(isTaken));
        if (isTaken) Assert.That(Mailbox.Parse(address).IsOk);
    }

    [Test]
    public void Takes_no_address_longer_than_the_outbox_takes() =>
        Assert.That(EmailRule.IsEmail($"a@{string.Join('.', Enumerable.Repeat(new string('b', 50), 6))}.example"), Is.False);
}
