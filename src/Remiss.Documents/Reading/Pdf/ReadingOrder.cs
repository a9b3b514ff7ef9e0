namespace Remiss.Documents.Reading.Pdf;

/// <summary>A stretch of a page that is read from top to bottom as one column.</summary>
internal sealed record PdfColumn(List<PdfLine> Lines, double Left, double Right);

/// <summary>
/// Puts the lines of a page into reading order. A page is cut into bands by the white that runs across
/// it; bands that share a gutter with running text on both sides are columns, and the left one is read
/// before the right. A table has gutters too, but its rows start together: it is read row by row.
/// </summary>
internal static class ReadingOrder
{
    private const double MinGutter = 9;
    private const int MinColumnLines = 3;

    // A page of words strewn at random must not be cut for ever.
    private const int MaxZones = 24;

    public static List<PdfColumn> Of(IReadOnlyList<PdfLine> lines, double pageWidth, CellStarts starts)
    {
        var columns = new List<PdfColumn>();
        int zonesLeft = MaxZones;
        Order([.. lines.SelectMany(starts.Split)], pageWidth, ref zonesLeft, columns, starts);
        return columns;
    }

    private static void Order(List<PdfLine> lines, double pageWidth, ref int zonesLeft, List<PdfColumn> into, CellStarts starts)
    {
        if (lines.Count == 0) return;
        List<Band> bands = Bands(lines);
        if (zonesLeft > 0 && FindZone(bands, pageWidth) is { } zone)
        {
            zonesLeft--;
            Order(Lines(bands, 0, zone.First), pageWidth, ref zonesLeft, into, starts);
            List<PdfLine> inside = Lines(bands, zone.First, zone.End);
            Order(inside.FindAll(l => l.Right <= zone.Gutter + 1), pageWidth, ref zonesLeft, into, starts);
            Order(inside.FindAll(l => l.Right > zone.Gutter + 1), pageWidth, ref zonesLeft, into, starts);
            Order(Lines(bands, zone.End, bands.Count), pageWidth, ref zonesLeft, into, starts);
            return;
        }
        into.Add(new PdfColumn(Rows(lines, starts), lines.Min(l => l.Left), lines.Max(l => l.Right)));
    }

    private static List<PdfLine> Lines(List<Band> bands, int first, int end)
    {
        var lines = new List<PdfLine>();
        for (int i = first; i < end; i++) lines.AddRange(bands[i].Lines);
        return lines;
    }

    /// <summary>Runs of lines that white across the page parts; boxes of set-tight lines overlap a little, so each is taken smaller.</summary>
    private static List<Band> Bands(List<PdfLine> lines)
    {
        var bands = new List<Band>();
        double bottom = double.NegativeInfinity;
        foreach (PdfLine line in lines.OrderBy(l => l.Top + l.Height * 0.25))
        {
            if (line.Top + line.Height * 0.25 >= bottom || bands.Count == 0) bands.Add(new Band());
            bands[^1].Lines.Add(line);
            bottom = Math.Max(bottom, line.Bottom - line.Height * 0.25);
        }
        return bands;
    }

    private static Zone? FindZone(List<Band> bands, double pageWidth)
    {
        Zone? best = null;
        foreach (double gutter in Gutters(bands))
        {
            for (int i = 0; i < bands.Count;)
            {
                int end = i;
                while (end < bands.Count && !bands[end].Crosses(gutter)) end++;
                if (end > i && Validated(bands, i, end, gutter, pageWidth) is { } zone && (best is null || zone.Weight > best.Weight)) best = zone;
                i = end + 1;
            }
        }
        return best;
    }

    /// <summary>Where white stands between two runs of text of one band; near ones are one.</summary>
    private static List<double> Gutters(List<Band> bands)
    {
        var found = new List<double>();
        foreach (Band band in bands)
        {
            double right = double.NegativeInfinity;
            foreach (PdfLine line in band.Lines.OrderBy(l => l.Left))
            {
                if (right > double.NegativeInfinity && line.Left - right >= MinGutter) found.Add((line.Left + right) / 2);
                right = Math.Max(right, line.Right);
            }
        }
        found.Sort();
        var apart = new List<double>();
        foreach (double gutter in found)
        {
            if ((apart.Count == 0 || gutter - apart[^1] > 4) && apart.Count < 60) apart.Add(gutter);
        }
        return apart;
    }

    /// <summary>The zone without stray one-sided lines at its ends, if both sides hold running text.</summary>
    private static Zone? Validated(List<Band> bands, int first, int end, double gutter, double pageWidth)
    {
        while (first < end && !bands[first].HasBoth(gutter)) first++;
        int last = end;
        while (last > first && !bands[last - 1].HasBoth(gutter)) last--;
        // Columns of unequal length end one-sided; what follows close by and in the same size still belongs to them.
        while (last < end && last > first && bands[last].Top - bands[last - 1].Bottom < bands[last].Lines[0].Height * 0.9
            && Math.Abs(bands[last].Lines[0].Size - bands[last - 1].Lines[0].Size) < 0.6)
        {
            last++;
        }
        List<PdfLine> lines = Lines(bands, first, last);
        List<PdfLine> left = lines.FindAll(l => l.Right <= gutter + 1), right = lines.FindAll(l => l.Right > gutter + 1);
        if (!IsRunningText(left, pageWidth) || !IsRunningText(right, pageWidth)) return null;
        if (IsTable(bands, first, last, gutter)) return null;
        return new Zone(first, last, gutter, lines.Count);
    }

    /// <summary>Lines that mostly reach the edge of their column, and are wider than a word or two.</summary>
    private static bool IsRunningText(List<PdfLine> lines, double pageWidth)
    {
        if (lines.Count < MinColumnLines) return false;
        double left = lines.Min(l => l.Left), width = lines.Max(l => l.Right) - left;
        if (width < pageWidth * 0.15) return false;
        int full = lines.Count(l => l.Right - left >= width * 0.7);
        int words = lines.Sum(l => l.Words.Count);
        return full * 2 >= lines.Count && words >= lines.Count * 3;
    }

    /// <summary>Rows that start together on both sides after white that runs across: a table's, not columns'.</summary>
    private static bool IsTable(List<Band> bands, int first, int end, double gutter)
    {
        int together = 0, breaks = 0;
        for (int i = first + 1; i < end; i++)
        {
            PdfLine line = bands[i].Lines[0];
            if (bands[i].Top - bands[i - 1].Bottom < line.Height * 0.45) continue;
            breaks++;
            PdfLine? left = bands[i].Lines.Where(l => l.Right <= gutter).MinBy(l => l.Top);
            PdfLine? right = bands[i].Lines.Where(l => l.Left >= gutter).MinBy(l => l.Top);
            if (left is not null && right is not null && Math.Abs(left.Top - right.Top) < 2) together++;
        }
        return breaks >= 2 && together * 3 >= breaks * 2;
    }

    /// <summary>Lines side by side become one line, or the cells of one row where wide white parts them.</summary>
    private static List<PdfLine> Rows(List<PdfLine> lines, CellStarts starts)
    {
        var rows = new List<List<PdfLine>>();
        foreach (PdfLine line in lines.OrderBy(l => l.Middle))
        {
            List<PdfLine>? row = rows.Count > 0 ? rows[^1] : null;
            if (row is not null && line.Middle - row[0].Middle < Math.Min(line.Height, row[0].Height) * 0.5
                && row.TrueForAll(l => line.Left >= l.Right - 2 || line.Right <= l.Left + 2))
            {
                row.Add(line);
            }
            else rows.Add([line]);
        }
        var ordered = new List<PdfLine>(rows.Count);
        foreach (List<PdfLine> row in rows)
        {
            row.Sort((a, b) => a.Left.CompareTo(b.Left));
            List<PdfWord> words = [.. row[0].Words];
            PdfLine look = row[0];
            bool isCell = false, isJustified = IsJustified(row);
            for (int i = 1; i <= row.Count; i++)
            {
                if (i < row.Count && (isJustified || !IsCellGap(row[i - 1], row[i], words, starts)))
                {
                    words.AddRange(row[i].Words);
                    if (row[i].Width > look.Width) look = row[i];
                    continue;
                }
                ordered.Add(new PdfLine(words, look.Page) { Size = look.Size, IsBold = look.IsBold, IsCell = isCell });
                if (i < row.Count) (words, look, isCell) = ([.. row[i].Words], row[i], true);
            }
        }
        return ordered;
    }

    /// <summary>A line of few words that was stretched to the edges of a narrow column: as wide white between them all.</summary>
    private static bool IsJustified(List<PdfLine> row)
    {
        if (row.Count < 3 || row.Count(l => char.IsLower(l.Words[0].Text[0])) * 2 < row.Count) return false;
        double least = double.PositiveInfinity, most = 0;
        foreach (PdfLine line in row)
        {
            for (int i = 1; i < line.Words.Count; i++) Measure(line.Words[i].Left - line.Words[i - 1].Right);
        }
        for (int i = 1; i < row.Count; i++) Measure(row[i].Left - row[i - 1].Right);
        return most < least * 1.25;

        void Measure(double gap) => (least, most) = (Math.Min(least, gap), Math.Max(most, gap));
    }

    /// <summary>Wide white, except after the mark of a point or the number of a heading, and before the page of a contents line.</summary>
    private static bool IsCellGap(PdfLine left, PdfLine right, List<PdfWord> before, CellStarts starts)
    {
        if (starts.Has(right.Left) && right.Left - left.Right >= 2 && !ListMarks.IsBullet(before[^1].Text)) return true;
        if (right.Left - left.Right < Math.Max(left.Height, right.Height) * 1.1) return false;
        if (before.Count == 1 && (ListMarks.IsBullet(before[0].Text) || ListMarks.IsNumber(before[0].Text) || SectionNumber.Is(before[0].Text))) return false;
        return !ContentsLine.IsLeader(left.Words[^1].Text) && !ContentsLine.IsLeader(right.Words[0].Text);
    }

    private sealed class Band
    {
        public List<PdfLine> Lines { get; } = [];

        public double Top => Lines.Min(l => l.Top);

        public double Bottom => Lines.Max(l => l.Bottom);

        public bool Crosses(double x) => Lines.Exists(l => l.Left < x - 2 && l.Right > x + 2);

        public bool HasBoth(double x) => Lines.Exists(l => l.Right <= x + 2) && Lines.Exists(l => l.Left >= x - 2);
    }

    private sealed record Zone(int First, int End, double Gutter, int Weight);
}
