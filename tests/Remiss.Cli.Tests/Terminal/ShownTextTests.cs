using Remiss.Cli.Terminal;

namespace Remiss.Cli.Tests.Terminal;

public sealed class ShownTextTests
{
    [TestCase("\u001B[2Jsvar.txt", "\uFFFD[2Jsvar.txt")]
    [TestCase("\u001B]52;c;aGVq\a", "\uFFFD]52;c;aGVq\uFFFD")]
    [TestCase("\u009B31m", "\uFFFD31m")]
    [TestCase("svar\u202Efdp.exe", "svar\uFFFDfdp.exe")]
    [TestCase("tillstyrker\ravstyrker", "tillstyrker\uFFFDavstyrker")]
    public void Takes_away_what_steers_a_terminal(string text, string shown) => Assert.That(ShownText.Of(text), Is.EqualTo(shown));

    [TestCase("Sjöbacka kommun\r\n\t• [red]tillstyrker[/] 😀")]
    [TestCase("")]
    public void Leaves_the_rest_as_it_is(string text) => Assert.That(ShownText.Of(text), Is.EqualTo(text));

    [Test]
    public void A_half_surrogate_is_replaced() => Assert.That(ShownText.Of("a" + '\uD83D' + "b"), Is.EqualTo("a\uFFFDb"));

    [Test]
    public void A_name_stays_on_one_line() => Assert.That(ShownText.OfName("a\nb\tc"), Is.EqualTo("a\uFFFDb\uFFFDc"));
}
