namespace Remiss.Documents.Pdf.Tables;

/// <summary>What a column asks for.</summary>
/// <param name="Least">The width below which words break.</param>
/// <param name="Most">The width at which each cell is one line.</param>
/// <param name="Weight">Its share of what is left.</param>
/// <param name="FitsContent">Whether it wants no more than its content.</param>
internal readonly record struct ColumnWish(double Least, double Most, double Weight, bool FitsContent);

/// <summary>Shares a width out among columns.</summary>
internal static class ColumnWidths
{
    /// <summary>Widths that sum to at most <paramref name="available"/>, and to just that where a column takes a share.</summary>
    public static double[] Share(IReadOnlyList<ColumnWish> wishes, double available)
    {
        var least = wishes.Sum(wish => wish.Least);
        if (least >= available) return [.. wishes.Select(wish => wish.Least * available / least)];

        var widths = wishes.Select(wish => wish.Least).ToArray();
        var free = available - least;
        free -= Grow(widths, wishes, free, isShare: false);
        if (free > 0) Grow(widths, wishes, free, isShare: true);
        return widths;
    }

    // Narrow columns first get what makes their cells one line, in proportion where there is too little for all.
    private static double Grow(double[] widths, IReadOnlyList<ColumnWish> wishes, double free, bool isShare)
    {
        if (isShare) return GrowByWeight(widths, wishes, free);
        var wanted = wishes.Where(wish => wish.FitsContent).Sum(wish => Math.Max(0, wish.Most - wish.Least));
        if (wanted <= 0) return 0;
        var share = Math.Min(1, free / wanted);
        for (var i = 0; i < widths.Length; i++)
        {
            if (wishes[i].FitsContent) widths[i] += Math.Max(0, wishes[i].Most - wishes[i].Least) * share;
        }

        return wanted * share;
    }

    // The rest by weight; a column that already has more than its share keeps it, and the others share what is left.
    private static double GrowByWeight(double[] widths, IReadOnlyList<ColumnWish> wishes, double free)
    {
        var open = Enumerable.Range(0, widths.Length).Where(i => !wishes[i].FitsContent && wishes[i].Weight > 0).ToList();
        var given = free;
        while (open.Count > 0)
        {
            var total = free + open.Sum(i => widths[i]);
            var weight = open.Sum(i => wishes[i].Weight);
            var full = open.FindAll(i => widths[i] > total * wishes[i].Weight / weight);
            if (full.Count == 0)
            {
                foreach (var i in open) widths[i] = total * wishes[i].Weight / weight;
                return given;
            }

            open.RemoveAll(full.Contains);
        }

        return 0;
    }
}

/// <summary>Splits a table that is wider than the page into groups of columns that come one after the other.</summary>
internal static class ColumnGroups
{
    /// <summary>The columns of each group, by index into <paramref name="least"/>; as few groups as there can be, about equally wide.</summary>
    /// <param name="header">The width of the row headers, which each group repeats; 0 for none.</param>
    /// <param name="least">The least width of each column but the row headers.</param>
    /// <param name="available">The width of the page's column.</param>
    public static List<Range> Split(double header, IReadOnlyList<double> least, double available)
    {
        var room = Math.Max(1, available - header);
        var greedy = Fill(least, room);
        if (greedy.Count < 2) return greedy;
        var even = Fill(least, Math.Max(least.Max(), Math.Min(room, (least.Sum() / greedy.Count) + (least.Max() / 2))));
        return even.Count == greedy.Count ? even : greedy;
    }

    private static List<Range> Fill(IReadOnlyList<double> least, double room)
    {
        var groups = new List<Range>();
        var from = 0;
        var used = 0.0;
        for (var i = 0; i < least.Count; i++)
        {
            if (i > from && used + least[i] > room + 0.01)
            {
                groups.Add(from..i);
                (from, used) = (i, 0);
            }

            used += least[i];
        }

        if (from < least.Count) groups.Add(from..least.Count);
        return groups;
    }
}
