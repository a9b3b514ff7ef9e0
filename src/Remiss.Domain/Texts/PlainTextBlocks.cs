using System.Collections.Immutable;

namespace Remiss.Domain.Texts;

/// <summary>Cuts plain text into paragraphs at blank lines; a form feed starts a page.</summary>
public static class PlainTextBlocks
{
    /// <summary>The text, normalised, with its paragraphs.</summary>
    public static DocumentText Read(string rawText)
    {
        var pages = ImmutableArray.CreateBuilder<int>();
        var kept = new System.Text.StringBuilder(rawText.Length);
        string[] pieces = rawText.Split('\f');
        for (int i = 0; i < pieces.Length; i++)
        {
            if (i > 0) kept.Append('\n');
            pages.Add(kept.Length);
            kept.Append(TextNormaliser.Normalise(pieces[i]));
        }
        string text = kept.ToString();
        var map = new PageMap(pages.ToImmutable());
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        int start = -1, end = 0;
        for (int at = 0; at < text.Length;)
        {
            int eol = text.IndexOf('\n', at);
            if (eol < 0) eol = text.Length;
            ReadOnlySpan<char> line = text.AsSpan(at, eol - at);
            if (line.IsWhiteSpace()) Close();
            else
            {
                if (start < 0) start = at + (line.Length - line.TrimStart().Length);
                end = at + line.TrimEnd().Length;
            }
            at = eol + 1;
        }
        Close();
        return new DocumentText { Text = text, Blocks = blocks.ToImmutable(), Pages = map, Format = SourceFormat.Text };

        void Close()
        {
            if (start >= 0) blocks.Add(new TextBlock(TextSpan.FromBounds(start, end), BlockKind.Paragraph, 0, map.PageAt(start)));
            start = -1;
        }
    }
}
