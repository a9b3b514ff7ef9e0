using FsCheck;
using FsCheck.Fluent;
using Remiss.Documents.Pdf.Text;

namespace Remiss.Documents.Tests.Pdf;

public sealed class TextCleanerTests
{
    [TestCase("vanlig text – åäö", "vanlig text – åäö")]
    [TestCase("a\tb", "a b")]
    [TestCase("a\r\nb\rc", "a\nb\nc")]
    [TestCase("a\u0000b\u0007c\u001F", "abc")]
    [TestCase("av\u00ADstav\u200Bning\uFEFF", "avstavning")]
    [TestCase("\uF0B7 punkt", "• punkt")]
    [TestCase("a\u030Angstro\u0308m", "ångström")]
    [TestCase("x\uFFFEy\uFFFF", "xy")]
    public void Keeps_what_can_be_drawn(string text, string expected) => Assert.That(TextCleaner.Clean(text), Is.EqualTo(expected));

    [Test]
    public void Replaces_half_a_surrogate_pair() => Assert.That(TextCleaner.Clean("a\uD83Db\uDE00"), Is.EqualTo("a\uFFFDb\uFFFD"));

    [Test]
    public void Keeps_a_whole_pair() => Assert.That(TextCleaner.Clean("😀"), Is.EqualTo("😀"));

    [Test]
    public void Never_throws_and_leaves_no_control_character() => Prop.ForAll<char[]>(characters =>
        TextCleaner.Clean(new string(characters ?? [])).All(c => c == '\n' || !char.IsControl(c))).QuickCheckThrowOnFailure();
}
