using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Sections;
using Remiss.Domain.Tests.Texts;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Sections;

public sealed class SectionTreePropertyTests
{
    [Test]
    public void Builds_a_sound_tree_of_any_text()
    {
        Prop.ForAll(DocumentChecks.Texts.ToArbitrary(), text => IsSound(SectionTreeBuilder.Build(PlainTextBlocks.Read(text))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public void Builds_a_sound_tree_of_any_blocks()
    {
        Gen<DocumentText> documents =
            from text in DocumentChecks.Texts
            from format in Gen.Elements(Enum.GetValues<SourceFormat>())
            from kinds in Gen.Elements(Enum.GetValues<BlockKind>()).ArrayOf(40)
            from levels in Gen.Choose(0, 9).ArrayOf(40)
            from stated in Gen.Elements(true, false)
            select Remade(PlainTextBlocks.Read(text), format, kinds, levels, stated);
        Prop.ForAll(documents.ToArbitrary(), document => IsSound(SectionTreeBuilder.Build(document)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [TestCase("1 Titel\n\nText om den.\n\n")]
    [TestCase("Titel för avsnittet\n\nText om avsnittet som är en mening.\n\n")]
    [TestCase("Näten ..... 3\n")]
    [TestCase("II Titel\n\nBilaga 1\n\nText om den.\n\n")]
    public void Uses_memory_in_proportion_to_the_document(string piece)
    {
        Assert.That(Allocated(piece, 40_000), Is.LessThan(6 * Allocated(piece, 10_000)));
    }

    private static DocumentText Remade(DocumentText document, SourceFormat format, BlockKind[] kinds, int[] levels, bool stated) => document with
    {
        Format = format,
        Blocks = [.. document.Blocks.Select((b, i) => b with
        {
            Kind = kinds[i % kinds.Length], Level = kinds[i % kinds.Length] == BlockKind.Heading ? 1 + levels[i % levels.Length] : 0, Stated = stated,
        })],
    };

    private static bool IsSound(SectionTree tree)
    {
        int page = 1;
        foreach (Section s in tree.Sections)
        {
            if (s.Level < 1 || s.PageFrom < page || s.PageTo < s.PageFrom || s.Title.Length == 0) return false;
            if (s.Items.Where((item, i) => item.Number != i + 1).Any()) return false;
            page = s.PageFrom;
        }
        return tree.Sections.Select(s => s.Id).Distinct().Count() == tree.Sections.Length;
    }

    private static long Allocated(string piece, int times)
    {
        DocumentText document = PlainTextBlocks.Read(string.Concat(Enumerable.Repeat(piece, times)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        SectionTreeBuilder.Build(document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
