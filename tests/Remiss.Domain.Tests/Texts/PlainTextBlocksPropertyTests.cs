using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Texts;

public sealed class PlainTextBlocksPropertyTests
{
    [Test]
    public void Covers_any_text_with_blocks_in_order_and_never_throws()
    {
        Prop.ForAll(DocumentChecks.Texts.ToArbitrary(), text => DocumentChecks.Broken(PlainTextBlocks.Read(text)) is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public void Keeps_the_normalised_text_of_any_string()
    {
        Prop.ForAll(DocumentChecks.Texts.ToArbitrary(), text => PlainTextBlocks.Read(text).Text == TextNormaliser.Normalise(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Test]
    public void Reads_ten_megabytes_on_one_line()
    {
        DocumentText document = PlainTextBlocks.Read(string.Concat(Enumerable.Repeat("Ett ord till ", 800_000)));
        Assert.That(document.Blocks, Has.Length.EqualTo(1));
    }

    [TestCase("Kort rad\n")]
    [TestCase("Kort rad\n\n")]
    [TestCase("1. Punkt\n")]
    [TestCase("3.1 Titel\n\nText om titeln som är en mening.\n\n")]
    [TestCase("Näten ..... 3\n")]
    [TestCase("Sidhuvud\nrad\n\f")]
    public void Uses_memory_in_proportion_to_the_text(string piece)
    {
        string small = string.Concat(Enumerable.Repeat(piece, 10_000));
        string large = string.Concat(Enumerable.Repeat(piece, 40_000));
        PlainTextBlocks.Read(piece);
        Assert.That(Allocated(large), Is.LessThan(6 * Allocated(small)));
    }

    private static long Allocated(string text)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        PlainTextBlocks.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
