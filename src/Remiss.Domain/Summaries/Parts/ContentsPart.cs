using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>The table of contents: the parts, the chapters and their sections.</summary>
internal static class ContentsPart
{
    private const int Depth = 3;

    public static void Write(PartWriter writer)
    {
        writer.Add(new HeadingBlock(1, writer.Words[FrontWords.Contents], writer.Model.Anchors.Take("del", "innehall"), InContents: false) { StartsPage = true });
        writer.Add(new ContentsBlock(Depth));
    }
}
