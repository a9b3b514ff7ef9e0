namespace Remiss.Documents.Reading.Pdf;

/// <summary>
/// The places across a page where further cells of table rows start: three rows or more have a run of
/// text that begins there, to the right of another and after wide white. Where two cells stand so close
/// that they were taken for one line, or the first holds only a number, these places tell them apart.
/// </summary>
internal sealed class CellStarts
{
    private const double SamePlace = 1;
    private const int MinRows = 3;
    private const int MinColumns = 2;

    private readonly List<double> _places = [];

    /// <summary>The places of one page; a table that goes on from the page before or on the next one counts there too.</summary>
    public static CellStarts Of(IReadOnlyList<PdfPage> pages, int index)
    {
        var starts = new CellStarts();
        var found = new List<double>();
        for (int i = Math.Max(0, index - 1); i <= Math.Min(index + 1, pages.Count - 1); i++) Find(pages[i].Lines, found);
        starts.Keep(found);
        return starts;
    }

    private static void Find(IReadOnlyList<PdfLine> lines, List<double> found)
    {
        List<PdfLine> ordered = [.. lines.OrderBy(l => l.Middle).ThenBy(l => l.Left)];
        for (int i = 0; i < ordered.Count;)
        {
            int end = i + 1;
            while (end < ordered.Count && ordered[end].Middle - ordered[i].Middle < ordered[i].Height * 0.2) end++;
            List<PdfLine> row = [.. ordered.GetRange(i, end - i).OrderBy(l => l.Left)];
            for (int k = 1; k < row.Count; k++)
            {
                if (row[k].Left - row[k - 1].Right >= row[k].Height * 0.5 && !ListMarks.IsBullet(row[k - 1].Text)) found.Add(row[k].Left);
            }
            i = end;
        }
    }

    private void Keep(List<double> found)
    {
        found.Sort();
        for (int i = 0; i < found.Count;)
        {
            int end = i + 1;
            while (end < found.Count && found[end] - found[i] < SamePlace) end++;
            if (end - i >= MinRows) _places.Add(found[i]);
            i = end;
        }
        // With one such place only, columns of text and headings behind their numbers look the same.
        if (_places.Count < MinColumns) _places.Clear();
    }

    public bool Has(double left) => _places.Exists(p => left - p is > -SamePlace and < SamePlace * 2);

    /// <summary>The line, parted where a word starts at such a place after more white than its other words have.</summary>
    public IEnumerable<PdfLine> Split(PdfLine line)
    {
        int from = 0;
        for (int i = 1; i < line.Words.Count && _places.Count > 0; i++)
        {
            double gap = line.Words[i].Left - line.Words[i - 1].Right;
            if (!Has(line.Words[i].Left) || gap < line.Size * 0.35 || gap < WidestOther(line, i) * 1.3) continue;
            yield return Part(line, from, i);
            from = i;
        }
        yield return from == 0 ? line : Part(line, from, line.Words.Count);
    }

    private double WidestOther(PdfLine line, int index)
    {
        double widest = 0;
        for (int i = 1; i < line.Words.Count; i++)
        {
            if (i != index && !Has(line.Words[i].Left)) widest = Math.Max(widest, line.Words[i].Left - line.Words[i - 1].Right);
        }
        return widest;
    }

    private static PdfLine Part(PdfLine line, int from, int end) =>
        new([.. line.Words.Skip(from).Take(end - from)], line.Page) { Size = line.Size, IsBold = line.IsBold };
}
