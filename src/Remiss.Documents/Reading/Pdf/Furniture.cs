namespace Remiss.Documents.Reading.Pdf;

/// <summary>
/// Tells running headers, footers and page numbers from the text: what comes again at the same place
/// of several pages, near their edge, with the same words or with a number that follows the page.
/// </summary>
internal sealed class Furniture
{
    // Shares of the page's height. A letterhead is deep, so what repeats may stand lower than a lone page number.
    private const double TopZone = 0.20;
    private const double BottomZone = 0.14;
    private const double AddressFoot = 0.9;
    private const double SamePlace = 4;

    // Of the body's size: what is this small is no running text.
    private const double SmallPrint = 0.87;

    private readonly Dictionary<int, List<PdfLine>> _byPage = [];

    private Furniture()
    {
    }

    /// <summary>The printed number of a page minus its number in the file.</summary>
    public int PrintedOffset { get; private set; }

    public IReadOnlyList<PdfLine> On(int page) => _byPage.GetValueOrDefault(page) ?? [];

    /// <summary>Takes the furniture out of the pages' lines.</summary>
    public static Furniture TakeFrom(IReadOnlyList<PdfPage> pages)
    {
        var furniture = new Furniture();
        var found = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        List<Candidate> candidates = [.. pages.SelectMany(Candidates)];
        furniture.PrintedOffset = FindOffset(candidates, pages.Count);
        foreach (Candidate candidate in candidates)
        {
            if (candidate.Mark is { } mark && (mark.IsSure || pages.Count > 1 && candidate.IsOutermost && mark.Page - candidate.Page.Number == furniture.PrintedOffset))
                found.Add(candidate.Line);
            if (IsRotated(candidate.Line)) found.Add(candidate.Line);
        }
        var doubtful = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<string, Candidate> group in candidates.GroupBy(c => c.Key, StringComparer.Ordinal)) TakeRepeated([.. group], found, doubtful);
        double bodySize = PdfMeasures.Of(pages.SelectMany(p => p.Lines)).BodySize;
        foreach (PdfPage page in pages)
        {
            GiveBackText(page, bodySize, found, doubtful);
            TakeAddressFoot(page, bodySize, found);
            if (page.Lines.Exists(found.Contains))
            {
                furniture._byPage[page.Number] = [.. page.Lines.Where(found.Contains).OrderBy(l => l.Top).ThenBy(l => l.Left)];
                page.Lines = page.Lines.FindAll(l => !found.Contains(l));
            }
        }
        return furniture;
    }

    private static IEnumerable<Candidate> Candidates(PdfPage page)
    {
        if (page.Lines.Count == 0) yield break;
        double top = page.Lines.Min(l => l.Top), bottom = page.Lines.Max(l => l.Bottom);
        foreach (PdfLine line in page.Lines)
        {
            bool isTop = line.Bottom < page.Height * TopZone, isBottom = line.Top > page.Height * (1 - BottomZone);
            if (!isTop && !isBottom && !IsRotated(line)) continue;
            string text = line.Text;
            bool outermost = isTop ? line.Top < top + line.Height * 1.5 : line.Bottom > bottom - line.Height * 1.5;
            yield return new Candidate(page, line, text, PageMarks.Read(text), outermost);
        }
    }

    /// <summary>The difference that most page numbers agree on; 0 where there are too few to tell.</summary>
    private static int FindOffset(List<Candidate> candidates, int pages)
    {
        var counts = candidates.Where(c => c.Mark is not null && (c.Mark.Value.IsSure || c.IsOutermost))
            .GroupBy(c => c.Mark!.Value.Page - c.Page.Number)
            .Select(g => (Offset: g.Key, Count: g.Select(c => c.Page.Number).Distinct().Count()))
            .OrderByDescending(g => g.Count).ThenBy(g => Math.Abs(g.Offset))
            .ToList();
        return counts.Count > 0 && counts[0].Count >= Math.Min(2, pages) ? counts[0].Offset : 0;
    }

    /// <summary>
    /// One group has the same words but for its digits. At the same height on at least two pages it is
    /// furniture where its numbers stay, or follow the page; headings <c>3.1</c> and <c>3.2</c> that
    /// each start a page do neither.
    /// </summary>
    private static void TakeRepeated(List<Candidate> group, HashSet<PdfLine> found, HashSet<PdfLine> doubtful)
    {
        group.Sort((a, b) => a.Line.Top != b.Line.Top ? a.Line.Top.CompareTo(b.Line.Top) : a.Page.Number.CompareTo(b.Page.Number));
        for (int i = 0; i < group.Count;)
        {
            int end = i + 1;
            while (end < group.Count && group[end].Line.Top - group[end - 1].Line.Top < SamePlace) end++;
            List<Candidate> level = group[i..end];
            IEnumerable<IGrouping<string, Candidate>> alike = level.GroupBy(c => c.PageKey, StringComparer.Ordinal);
            // A postcode ends in a number as small as a page's.
            IEnumerable<IGrouping<string, Candidate>> equal = level.GroupBy(c => c.Line.Text, StringComparer.OrdinalIgnoreCase);
            foreach (IGrouping<string, Candidate> same in alike.Concat(equal))
            {
                int times = same.Select(c => c.Page.Number).Distinct().Count();
                if (times < 2) continue;
                if (times == 2) doubtful.UnionWith(same.Select(c => c.Line).Where(l => !found.Contains(l)));
                found.UnionWith(same.Select(c => c.Line));
            }
            i = end;
        }
    }

    /// <summary>
    /// What came only twice and is a full line of words, or stands as close to the text as the text's own
    /// lines do, is text: two pages that start alike. Small print is not: footnotes often stand right above a footer.
    /// </summary>
    private static void GiveBackText(PdfPage page, double bodySize, HashSet<PdfLine> found, HashSet<PdfLine> doubtful)
    {
        List<PdfLine> left = page.Lines.FindAll(l => doubtful.Contains(l) && l.Size >= bodySize * SmallPrint);
        if (left.Count == 0) return;
        foreach (PdfLine line in left.Where(l => l.Width > page.Width * 0.55 && l.Words.Count >= 8)) found.Remove(line);
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (PdfLine line in left.Where(found.Contains))
            {
                double reach = line.Height * 1.55;
                if (!page.Lines.Exists(l => !found.Contains(l) && Math.Abs(l.Top - line.Top) < reach && l.Left < line.Right && l.Right > line.Left)) continue;
                found.Remove(line);
                changed = true;
                break;
            }
        }
    }

    /// <summary>
    /// Small print alone at the very foot of a page, with white above it: the sender's address and
    /// telephone, also where a single page leaves nothing to compare with. A footnote starts with its number.
    /// </summary>
    private static void TakeAddressFoot(PdfPage page, double bodySize, HashSet<PdfLine> found)
    {
        double edge = double.PositiveInfinity;
        var foot = new List<PdfLine>();
        foreach (PdfLine line in page.Lines.OrderByDescending(l => l.Bottom))
        {
            bool isFoot = line.Top > page.Height * AddressFoot && line.Size < bodySize * SmallPrint && !char.IsAsciiDigit(line.Words[0].Text[0]);
            if (!isFoot)
            {
                if (edge - line.Bottom > bodySize * 1.5) found.UnionWith(foot);
                return;
            }
            foot.Add(line);
            edge = Math.Min(edge, line.Top);
        }
    }

    /// <summary>Text that runs up the margin: a stamp or a form's number.</summary>
    private static bool IsRotated(PdfLine line) =>
        line.Words.Count >= 1 && line.Height > line.Width * 3 && line.Words.Sum(w => w.Text.Length) > 4;

    private sealed class Candidate
    {
        public Candidate(PdfPage page, PdfLine line, string text, (int Page, bool IsSure)? mark, bool isOutermost)
        {
            (Page, Line, Mark, IsOutermost) = (page, line, mark, isOutermost);
            Key = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? '#' : char.ToLowerInvariant(c))).Replace("##", "#", StringComparison.Ordinal).Replace("##", "#", StringComparison.Ordinal);
            PageKey = Relative(text, page.Number);
        }

        public PdfPage Page { get; }

        public PdfLine Line { get; }

        public (int Page, bool IsSure)? Mark { get; }

        /// <summary>Nothing stands further out on its page.</summary>
        public bool IsOutermost { get; }

        /// <summary>The words with their digits blanked.</summary>
        public string Key { get; }

        /// <summary>The words with the last small number as its distance from the page, if it is one that may follow the page.</summary>
        public string PageKey { get; }

        private static string Relative(string text, int page)
        {
            string[] words = text.ToLowerInvariant().Split(' ');
            for (int i = 0; i < words.Length; i++)
            {
                // Only a bare number, or one before its total, follows the page; "3.1" and "2026-02-10" do not.
                int digits = 0;
                while (digits < words[i].Length && char.IsAsciiDigit(words[i][digits])) digits++;
                if (digits is 0 or > 3 || digits < words[i].Length && words[i][digits] is not '(' and not '/') continue;
                int offset = int.Parse(words[i].AsSpan(0, digits), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) - page;
                if (Math.Abs(offset) <= 30) words[i] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\u0001{offset}{words[i][digits..]}");
            }
            return string.Join(' ', words);
        }
    }
}
