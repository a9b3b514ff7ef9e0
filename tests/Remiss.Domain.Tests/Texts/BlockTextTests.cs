using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Texts;

public sealed class BlockTextTests
{
    [TestCase("framti-\ndens skola", "framtidens skola")]
    [TestCase("hälso-\noch sjukvård", "hälso- och sjukvård")]
    [TestCase("IT-\nsystem", "IT-system")]
    [TestCase("två  \n  rader", "två rader")]
    [TestCase("2027 -\n2031", "2027 - 2031")]
    [TestCase("", "")]
    public void Puts_broken_lines_together(string text, string line)
    {
        Assert.That(BlockText.OnOneLine(text), Is.EqualTo(line));
    }
}
