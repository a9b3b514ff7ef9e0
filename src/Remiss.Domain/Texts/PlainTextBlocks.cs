using System.Collections.Immutable;
using System.Text;

namespace Remiss.Domain.Texts;

/// <summary>
/// Reads plain text, such as <c>pdftotext</c> or a mail gives it: finds pages in the form feeds, and
/// paragraphs, headings, points, contents entries, footnotes and page furniture in the lines. The
/// text itself is only normalised; hard-wrapped lines are one block whose span covers them.
/// Total and linear: any text gives a result.
/// </summary>
public static class PlainTextBlocks
{
    /// <summary>The text cut into blocks. Positions in the result count in its normalised <see cref="DocumentText.Text"/>.</summary>
    public static DocumentText Read(string rawText)
    {
        (string text, PageMap pages) = SplitPages(rawText);
        List<TextLine> lines = TextLine.Split(text, pages);
        var sheet = new LineSheet(text, lines);
        FurnitureFinder.Mark(sheet);
        ContentsFinder.Mark(sheet);
        FootnoteFinder.Mark(sheet);
        HeadingFinder.Mark(sheet);
        return new DocumentText
        {
            Text = text,
            Blocks = BlockJoiner.Join(sheet),
            Pages = pages,
            Format = SourceFormat.Text,
        };
    }

    /// <summary>Normalises page by page, which gives what normalising the whole gives, and notes where each page begins.</summary>
    private static (string Text, PageMap Pages) SplitPages(string rawText)
    {
        if (!rawText.Contains('\f', StringComparison.Ordinal)) return (TextNormaliser.Normalise(rawText), PageMap.SinglePage);
        string[] sheets = rawText.Split('\f');
        // pdftotext closes every page with a form feed: what follows the last one is no page unless something stands there.
        int count = sheets.Length > 1 && string.IsNullOrWhiteSpace(sheets[^1]) ? sheets.Length - 1 : sheets.Length;
        var text = new StringBuilder(rawText.Length);
        var starts = ImmutableArray.CreateBuilder<int>(count);
        for (int i = 0; i < sheets.Length; i++)
        {
            if (i > 0) text.Append('\n');
            if (i < count) starts.Add(text.Length);
            text.Append(TextNormaliser.Normalise(sheets[i]));
        }
        return (text.ToString(), new PageMap(starts.ToImmutable()));
    }
}
