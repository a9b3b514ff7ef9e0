using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Makes passages of a document's blocks: mends what extraction broke (a paragraph cut by a page mark, a
/// heading glued to a sentence) and leaves no character with letters outside, whatever the blocks are.
/// </summary>
internal static class PassageReader
{
    public static List<Passage> Read(DocumentText document)
    {
        string text = document.Text;
        var passages = new List<Passage>();
        int done = 0;
        IEnumerable<TextBlock> blocks = document.Blocks.IsDefault ? [] : document.Blocks;
        foreach (TextBlock block in blocks.OrderBy(b => b.Span.Start))
        {
            int start = Math.Clamp(block.Span.Start, done, text.Length);
            int end = (int)Math.Clamp((long)block.Span.Start + block.Span.Length, start, text.Length);
            if (end == start) continue;
            AddGap(document, done, start, passages);
            Add(text, start, end, block.Kind, block.Level, block.Page, block.Stated, passages);
            if (block.Quoted && passages.Count > 0 && passages[^1].Span.Start >= start) passages[^1].IsQuoted = true;
            done = end;
        }
        AddGap(document, done, text.Length, passages);
        return Rejoin(text, passages);
    }

    /// <summary>Text that no block claims is text still.</summary>
    private static void AddGap(DocumentText document, int start, int end, List<Passage> passages)
    {
        for (int i = start; i < end; i++)
        {
            if (!char.IsLetterOrDigit(document.Text[i])) continue;
            // "1." and "a)" before a point are its mark.
            if (end - start <= 8 && end < document.Text.Length && !document.Text.AsSpan(start, end - start).Trim().Contains(' ')) return;
            Add(document.Text, start, end, BlockKind.Paragraph, 0, document.Pages.PageAt(i), false, passages);
            return;
        }
    }

    private static void Add(string text, int start, int end, BlockKind form, int level, int page, bool stated, List<Passage> passages)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end == start) return;
        if (form != BlockKind.Paragraph)
        {
            passages.Add(new Passage(TextSpan.FromBounds(start, end), form, level, page, stated));
            return;
        }
        if (SubjectLines.End(text, start, end) is > 0 and int subject)
        {
            passages.Add(new Passage(TextSpan.FromBounds(start, subject), BlockKind.Heading, 1, page, false));
            Add(text, subject, end, form, level, page, stated, passages);
            return;
        }
        foreach (TextSpan run in LabelledLines.Split(text, TextSpan.FromBounds(start, end)))
        {
            foreach ((TextSpan part, bool isHeading) in GluedHeadings.Split(text, run))
                passages.Add(new Passage(part, isHeading ? BlockKind.Heading : BlockKind.Paragraph, isHeading ? 2 : 0, page, false));
        }
    }

    /// <summary>A paragraph that goes on after page marks is one again; the marks are then inside it.</summary>
    private static List<Passage> Rejoin(string text, List<Passage> passages)
    {
        var joined = new List<Passage>(passages.Count);
        for (int i = 0; i < passages.Count; i++)
        {
            int next = i + 1;
            while (next < passages.Count && next - i <= 4 && passages[next].Form == BlockKind.PageFurniture) next++;
            Passage? before = joined.Count > 0 ? joined[^1] : null;
            if (next > i + 1 && next < passages.Count && passages[i].Form is BlockKind.Paragraph or BlockKind.ListItem && passages[next].Form == BlockKind.Paragraph && GoesOn(text, passages, i, next))
            {
                passages[next] = Merged(passages[i], passages[next]);
                i = next - 1;
                continue;
            }
            if (before is not null && before.Form is BlockKind.Paragraph && passages[i].Form == BlockKind.Paragraph && IsBroken(text, before.Span, passages[i].Span))
            {
                joined[^1] = Merged(before, passages[i]);
                continue;
            }
            joined.Add(passages[i]);
        }
        return joined;
    }

    private static Passage Merged(Passage first, Passage last) =>
        new(TextSpan.FromBounds(first.Span.Start, last.Span.End), first.Form, first.Level, first.Page, first.Stated);

    private static bool GoesOn(string text, List<Passage> passages, int i, int next)
    {
        if (IsBroken(text, passages[i].Span, passages[next].Span)) return true;
        if (!SentenceForm.IsSentence(text, passages[i].Span) || !SentenceForm.IsSentence(text, passages[next].Span)) return false;
        // No empty line on either side of the mark: the paragraph did not end with the page.
        for (int k = i; k < next; k++)
        {
            if (text.AsSpan(passages[k].Span.End, passages[k + 1].Span.Start - passages[k].Span.End).Count('\n') > 1) return false;
        }
        return true;
    }

    /// <summary>Whether one ends in the middle of a sentence that the other goes on with.</summary>
    private static bool IsBroken(string text, TextSpan first, TextSpan last)
    {
        char end = text[first.End - 1];
        if (!char.IsLower(text[last.Start]) || first.Length < 40) return false;
        return char.IsLower(end) || end is ',' or '-';
    }
}
