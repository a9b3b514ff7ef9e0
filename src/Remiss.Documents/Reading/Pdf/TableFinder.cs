using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>Finds tables in rows of cells: at least two rows that follow each other and share the places where their cells start.</summary>
internal sealed class TableFinder
{
    private const double SameStart = 6;

    private readonly int[] _ends;

    public TableFinder(List<List<PdfLine>> rows)
    {
        _ends = new int[rows.Count];
        for (int i = 0; i < rows.Count;)
        {
            int end = Extent(rows, i);
            if (end > i) _ends[IsHeadOf(rows, i) ? i - 1 : i] = end;
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>Where the table that starts at a row ends, or null where none starts.</summary>
    public int? EndOf(int row) => _ends[row] > 0 ? _ends[row] : null;

    /// <summary>The table's cells, row by row; lines that go on below a cell belong to it.</summary>
    public static List<PdfParagraph> Cells(List<List<PdfLine>> rows, PdfColumn column)
    {
        var cells = new List<PdfParagraph>();
        var rowCells = new List<PdfParagraph>();
        PdfLine? before = null;
        double tight = TightPitch(rows);
        foreach (List<PdfLine> row in rows)
        {
            bool goesOn = before is not null && rowCells.Count > 0 && (GoesOn(rowCells, before, row) || IsTight(rowCells, before, row, tight));
            if (!goesOn)
            {
                cells.AddRange(rowCells);
                rowCells = [];
            }
            foreach (PdfLine cell in row)
            {
                PdfParagraph? above = goesOn ? rowCells.Find(c => Math.Abs(c.First.Left - cell.Left) < SameStart) : null;
                if (above is not null) above.Lines.Add(cell);
                else rowCells.Add(new PdfParagraph(cell, column) { Kind = BlockKind.TableCell, Level = rowCells.Count });
            }
            before = row[0];
        }
        cells.AddRange(rowCells);
        return cells;
    }

    /// <summary>
    /// The distance from line to line inside the cells, if white between the rows tells it from that of the
    /// rows; else 0: known by lines that lack the first cell, and by a row that starts further down.
    /// </summary>
    private static double TightPitch(List<List<PdfLine>> rows)
    {
        double tight = double.PositiveInfinity;
        bool isParted = false;
        for (int i = 1; i < rows.Count; i++)
        {
            if (rows[i][0].Left - rows[0][0].Left >= SameStart) tight = Math.Min(tight, rows[i][0].Top - rows[i - 1][0].Top);
        }
        for (int i = 1; i < rows.Count; i++)
            isParted |= rows[i].Count > 1 && rows[i][0].Left - rows[0][0].Left < SameStart && rows[i][0].Top - rows[i - 1][0].Top > tight * 1.2;
        return isParted ? tight : 0;
    }

    private static bool IsTight(List<PdfParagraph> rowCells, PdfLine before, List<PdfLine> row, double tight) =>
        row[0].Top - before.Top <= tight * 1.05 && row.TrueForAll(c => rowCells.Exists(r => Math.Abs(r.First.Left - c.Left) < SameStart));

    /// <summary>A row that lacks the first cell, or stands close below and starts small, is the rest of the row above.</summary>
    private static bool GoesOn(List<PdfParagraph> rowCells, PdfLine before, List<PdfLine> row)
    {
        bool aligned = row.TrueForAll(c => rowCells.Exists(r => Math.Abs(r.First.Left - c.Left) < SameStart));
        bool close = row[0].Top - before.Top < before.Height * 1.45;
        bool lacksFirst = Math.Abs(row[0].Left - rowCells[0].First.Left) >= SameStart;
        bool startsSmall = row.TrueForAll(c => char.IsLower(c.Words[0].Text[0]));
        return aligned && close && (lacksFirst || startsSmall);
    }

    /// <summary>Whether the row above has as many cells, close by: the table's own headings, which may be centred.</summary>
    private bool IsHeadOf(List<List<PdfLine>> rows, int start) =>
        start > 0 && rows[start].Count >= 3 && rows[start - 1].Count == rows[start].Count
        && rows[start][0].Top - rows[start - 1][0].Bottom < rows[start][0].Height * 2.5
        && !Enumerable.Range(0, start).Any(r => _ends[r] == start);

    private static int Extent(List<List<PdfLine>> rows, int start)
    {
        if (rows[start].Count < 2) return start;
        var starts = rows[start].Select(c => c.Left).ToList();
        int end = start + 1, full = 1;
        for (; end < rows.Count; end++)
        {
            List<PdfLine> row = rows[end];
            PdfLine above = rows[end - 1][0];
            if (row[0].Top - above.Bottom > above.Height * 2.5) break;
            int shared = row.Count(c => starts.Exists(s => Math.Abs(s - c.Left) < SameStart));
            if (row.Count >= 2)
            {
                if (shared * 2 < row.Count) break;
                full++;
                starts.AddRange(row.Select(c => c.Left).Where(l => !starts.Exists(s => Math.Abs(s - l) < SameStart)));
                if (starts.Count > 40) break;
            }
            // A lone line belongs to the table while it stands in one of the further cells, close below.
            else if (shared == 0 || Math.Abs(row[0].Left - starts[0]) < SameStart && !FitsFirstCell(rows, end, starts)) break;
        }
        // Lone lines at the end that only share the first cell's edge are the text that follows.
        while (end > start + 1 && rows[end - 1].Count == 1 && Math.Abs(rows[end - 1][0].Left - starts[0]) < SameStart) end--;
        return full >= 2 ? end : start;
    }

    /// <summary>A lone line at the first cell's edge that ends before the second cell starts, with a full row after it.</summary>
    private static bool FitsFirstCell(List<List<PdfLine>> rows, int index, List<double> starts) =>
        rows[index][0].Right < starts[1] && index + 1 < rows.Count && rows[index][0].Top - rows[index - 1][0].Top < rows[index][0].Height * 1.6;
}
