using Remiss.Application.Json;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Documents;

public sealed class StoredTextTests
{
    [Test]
    public void Comes_back_as_it_was()
    {
        var text = new DocumentText
        {
            Text = "Plan för Å\n\n1 Mål “så”\u2028\nText \uD83D\uDE00",
            Blocks =
            [
                new TextBlock(new TextSpan(0, 10), BlockKind.Heading, 1, 1) { Stated = true },
                new TextBlock(new TextSpan(12, 10), BlockKind.ListItem, 2, 2) { Quoted = true },
                new TextBlock(new TextSpan(23, 7), BlockKind.PageFurniture, 0, 3),
            ],
            Pages = new PageMap([0, 12, 23], -1),
            Format = SourceFormat.Odt,
            Title = "Plan",
            MachineRead = true,
            Remarks = [new Phrase("En sida saknar text.", "One page has no text.")],
        };

        DocumentText back = StoredText.Read(StoredText.Write(text));

        Assert.Multiple(() =>
        {
            Assert.That(back with { Blocks = text.Blocks, Pages = text.Pages, Remarks = text.Remarks }, Is.EqualTo(text));
            Assert.That(back.Blocks, Is.EqualTo(text.Blocks));
            Assert.That(back.Pages.Starts, Is.EqualTo(text.Pages.Starts));
            Assert.That(back.Pages.PrintedOffset, Is.EqualTo(-1));
            Assert.That(back.Remarks, Is.EqualTo(text.Remarks));
        });
    }
}
