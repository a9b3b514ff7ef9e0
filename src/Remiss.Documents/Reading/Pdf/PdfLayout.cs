using System.Text;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>Makes the text of a document out of the lines of its pages.</summary>
internal static class PdfLayout
{
    public static DocumentText Build(List<PdfPage> pages, DocumentTextBuilder builder, string? title, bool machineRead)
    {
        Furniture furniture = Furniture.TakeFrom(pages);
        List<List<PdfColumn>> columns = [.. pages.Select((p, i) => ReadingOrder.Of(p.Lines, p.Width, CellStarts.Of(pages, i)))];
        PdfMeasures measures = PdfMeasures.Of(columns.SelectMany(c => c).SelectMany(c => c.Lines));
        var hyphens = new Hyphens();
        foreach (PdfLine line in columns.SelectMany(c => c).SelectMany(c => c.Lines)) hyphens.Learn(line);

        List<List<PdfParagraph>> paragraphs = [.. columns.Select(c => new ParagraphBuilder(measures).Build(c))];
        List<List<PdfParagraph>> notes = [];
        for (int i = 0; i < pages.Count; i++) notes.Add(Footnotes.TakeFrom(paragraphs[i], pages[i], measures));
        RepeatedHeads.Mark(paragraphs);
        ContentsZone.Mark(paragraphs);
        HeadingFinder.Mark(paragraphs, measures, machineRead);
        foreach (List<PdfParagraph> page in paragraphs) ListNesting.Mark(page);
        var writer = new PdfWriter(builder, hyphens);
        for (int i = 0; i < pages.Count; i++)
        {
            PdfParagraph? next = i + 1 < pages.Count ? paragraphs[i + 1].FirstOrDefault() : null;
            writer.AddPage(pages[i].Number, furniture.On(pages[i].Number), paragraphs[i], notes[i], next);
        }
        writer.Finish(pages.Count);
        return builder.Build(SourceFormat.Pdf, title, machineRead, furniture.PrintedOffset);
    }
}

/// <summary>Finds the footnotes: small type at the foot of a column, started by a number.</summary>
internal static class Footnotes
{
    private const double SmallerThanBody = 0.93;
    private const double LowestPart = 0.4;

    /// <summary>Takes the footnotes out of a page's paragraphs, one paragraph each.</summary>
    public static List<PdfParagraph> TakeFrom(List<PdfParagraph> paragraphs, PdfPage page, PdfMeasures measures)
    {
        var notes = new List<PdfParagraph>();
        var rest = new List<PdfParagraph>();
        foreach (var column in paragraphs.GroupBy(p => p.Column, ReferenceEqualityComparer.Instance))
        {
            List<PdfParagraph> all = [.. column];
            int first = all.Count;
            for (int i = all.Count - 1; i >= 0; i--)
            {
                if (!IsSmall(all[i], measures) || all[i].First.Top < page.Height * LowestPart) break;
                if (StartsWithNumber(all[i])) first = i;
            }
            rest.AddRange(all.Take(first));
            foreach (PdfParagraph paragraph in all.Skip(first))
            {
                if (notes.Count > 0 && !StartsWithNumber(paragraph) && paragraph.Mark is null) notes[^1].Lines.AddRange(paragraph.Lines);
                else notes.Add(paragraph);
                paragraph.Lines[0] = Parted(paragraph.First);
                // Dots and a number at a note's end make no contents line of it.
                (paragraph.Kind, paragraph.Text) = (BlockKind.Footnote, null);
            }
        }
        paragraphs.Clear();
        paragraphs.AddRange(rest);
        return notes;
    }

    /// <summary>Whether a line starts with the small raised number of a note.</summary>
    public static bool StartsNote(PdfLine line) =>
        line.Words.Count > 1 && IsNumber(line.Words[0].Text) && line.Words[0].Height < line.Words[1].Height * 0.85;

    private static bool IsSmall(PdfParagraph paragraph, PdfMeasures measures) => paragraph.Size < measures.BodySize * SmallerThanBody;

    private static bool StartsWithNumber(PdfParagraph paragraph) => StartsWithNumber(paragraph.First);

    private static bool StartsWithNumber(PdfLine line) => IsNumber(line.Words[0].Text) || IsGluedNumber(line.Words[0].Text);

    private static PdfLine Parted(PdfLine line)
    {
        PdfWord first = line.Words[0];
        if (!IsGluedNumber(first.Text)) return line;
        int digits = first.Text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return new PdfLine([first with { Text = first.Text[..digits] }, first with { Text = first.Text[digits..] }, .. line.Words.Skip(1)], line.Page) { Size = line.Size, IsBold = line.IsBold };
    }

    /// <summary>A note's number without white before its first word, which some programs leave out: "1Se".</summary>
    private static bool IsGluedNumber(string word)
    {
        int digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && word.Length > digits + 1 && char.IsUpper(word[digits]) && char.IsLower(word[digits + 1]);
    }

    private static bool IsNumber(string word) => word.Length is > 0 and <= 3 && word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>Marks the headings of a table that come again at the top of a page where it goes on: they belong to the page.</summary>
internal static class RepeatedHeads
{
    public static void Mark(List<List<PdfParagraph>> pages)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (List<PdfParagraph> page in pages)
        {
            for (int start = 0; start < page.Count; start++)
            {
                if (!IsHead(page[start])) continue;
                int end = start + 1;
                while (end < page.Count && IsHead(page[end])) end++;
                List<PdfParagraph> head = page.GetRange(start, end - start);
                if (head.Count >= 3 && !seen.Add(string.Join('\t', head.Select(c => c.First.Text))) && start == 0)
                    head.ForEach(c => (c.Kind, c.Level) = (BlockKind.PageFurniture, 0));
                start = end;
            }
        }
    }

    private static bool IsHead(PdfParagraph paragraph) => paragraph is { Kind: BlockKind.TableCell, IsBold: true, Lines.Count: 1 };
}

/// <summary>Marks the lines of a table of contents that have no leaders, after its heading.</summary>
internal static class ContentsZone
{
    public static void Mark(List<List<PdfParagraph>> pages)
    {
        bool inside = false;
        foreach (List<PdfParagraph> page in pages)
        {
            for (int i = 0; i < page.Count; i++)
            {
                PdfParagraph paragraph = page[i];
                if (paragraph.Kind == BlockKind.ContentsEntry)
                {
                    inside = true;
                    continue;
                }
                if (IsHeading(paragraph)) inside = true;
                else if (inside && paragraph.Kind == BlockKind.TableCell) inside = MergeRow(page, i);
                else if (inside) inside = TakeLine(paragraph);
            }
        }
    }

    private static bool IsHeading(PdfParagraph paragraph) =>
        paragraph.Lines.Count == 1 && paragraph.First.Text.Trim().TrimEnd(':').ToLowerInvariant()
            is "innehåll" or "innehållsförteckning" or "contents" or "table of contents";

    /// <summary>The cells of one row become one entry, if the last is a page number.</summary>
    private static bool MergeRow(List<PdfParagraph> page, int start)
    {
        int end = start + 1;
        while (end < page.Count && page[end].Kind == BlockKind.TableCell && page[end].Level > 0) end++;
        if (end - start < 2 || page[end - 1].Lines.Count > 1 || !IsPageNumber(page[end - 1].First.Text)) return false;
        string title = string.Join(' ', page.GetRange(start, end - start - 1).SelectMany(c => c.Lines).Select(l => l.Text));
        PdfParagraph entry = page[start];
        (entry.Kind, entry.Level, entry.Text) = (BlockKind.ContentsEntry, 0, $"{title}\t{page[end - 1].First.Text}");
        page.RemoveRange(start + 1, end - start - 1);
        return true;
    }

    private static bool TakeLine(PdfParagraph paragraph)
    {
        string text = paragraph.First.Text;
        int cut = text.LastIndexOf(' ');
        if (paragraph.Lines.Count > 2 || cut <= 0 || !IsPageNumber(paragraph.Last.Words[^1].Text)) return false;
        paragraph.Kind = BlockKind.ContentsEntry;
        return true;
    }

    private static bool IsPageNumber(string text) => text.Length is > 0 and <= 4 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>Marks headings by size and weight, and ranks their looks into levels.</summary>
internal static class HeadingFinder
{
    private const int MaxLength = 200;
    private const int MaxLines = 4;
    private const int MaxLevel = 6;

    public static void Mark(List<List<PdfParagraph>> pages, PdfMeasures measures, bool machineRead)
    {
        List<PdfParagraph> all = [.. pages.SelectMany(p => p)];
        long letters = 0, boldLetters = 0;
        foreach (PdfLine line in all.SelectMany(p => p.Lines))
        {
            int count = line.Words.Sum(w => w.Text.Length);
            letters += count;
            if (line.IsBold) boldLetters += count;
        }
        bool boldTells = boldLetters * 10 < letters * 4;
        // The picture of a line is a rough measure of its type.
        double larger = measures.BodySize * (machineRead ? 1.35 : 1.1);
        List<PdfParagraph> headings = all.FindAll(p => IsHeading(p, measures, larger, boldTells));
        double[] looks = [.. headings.Select(Look).Distinct().OrderDescending()];
        foreach (PdfParagraph heading in headings)
        {
            heading.Kind = BlockKind.Heading;
            heading.Level = Math.Min(Array.IndexOf(looks, Look(heading)) + 1, MaxLevel);
        }
    }

    /// <summary>Size in half points, and half a step more for bold: one number that ranks looks.</summary>
    private static double Look(PdfParagraph paragraph) => Math.Round(paragraph.Size * 2) + (paragraph.IsBold ? 0.5 : 0);

    private static bool IsHeading(PdfParagraph paragraph, PdfMeasures measures, double larger, bool boldTells)
    {
        if (paragraph.Kind != BlockKind.Paragraph && !(paragraph.Kind == BlockKind.ListItem && paragraph.IsNumbered)) return false;
        if (paragraph.Lines.Count > MaxLines) return false;
        string text = string.Join(' ', paragraph.Lines.Select(l => l.Text)).Trim();
        if (text.Length > MaxLength || !text.Any(char.IsLetter)) return false;
        if (paragraph.Size >= larger) return text[^1] is not ('.' or ',' or ';') || paragraph.Size >= measures.BodySize * 1.5 && paragraph.Lines.Count <= 2;
        if (paragraph.Size < measures.BodySize * 0.9 || paragraph.Lines.Count > 2) return false;
        if (!GuessedHeadings.HasFormOfHeading(text)) return false;
        return boldTells && paragraph.IsBold || IsCapitals(text);
    }

    /// <summary>A line set all in capitals, of more than an abbreviation.</summary>
    private static bool IsCapitals(string text)
    {
        int large = 0;
        foreach (char c in text)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) large++;
        }
        return large >= 6 && large * 10 >= text.Length * 7;
    }
}

/// <summary>Gives points their nesting by where their marks stand.</summary>
internal static class ListNesting
{
    private const double SamePlace = 4;

    public static void Mark(List<PdfParagraph> page)
    {
        var open = new Stack<double>();
        foreach (PdfParagraph paragraph in page)
        {
            if (paragraph.Kind != BlockKind.ListItem)
            {
                open.Clear();
                continue;
            }
            double place = paragraph.MarkLeft - paragraph.Column.Left;
            while (open.Count > 0 && open.Peek() > place + SamePlace) open.Pop();
            if (open.Count == 0 || open.Peek() < place - SamePlace) open.Push(place);
            paragraph.Level = open.Count;
        }
    }
}
