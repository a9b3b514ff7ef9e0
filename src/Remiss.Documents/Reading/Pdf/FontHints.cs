using System.Xml;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>
/// What <c>pdftohtml -xml</c> knows and the boxes do not: the size of the type, and whether it is bold.
/// Only hints: a file is read without them where the program is missing or stumbles.
/// </summary>
internal sealed class FontHints
{
    /// <summary>The enlargement the program is asked for, since it writes whole numbers; 3 is its largest.</summary>
    public const int Zoom = 3;

    private readonly Dictionary<int, List<Run>> _pages = [];

    public static FontHints Parse(Stream stream, int maxPages)
    {
        var hints = new FontHints();
        var sizes = new Dictionary<string, double>(StringComparer.Ordinal);
        List<Run> runs = [];
        int page = 0;
        using XmlReader xml = BboxParser.OpenXml(stream);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "page":
                    if (++page > maxPages) return hints;
                    hints._pages[page] = runs = [];
                    break;
                case "fontspec" when xml.GetAttribute("id") is { } id: sizes[id] = BboxParser.Number(xml, "size") / Zoom; break;
                case "text": runs.Add(ReadRun(xml, sizes)); break;
            }
        }
        foreach (List<Run> list in hints._pages.Values) list.Sort((a, b) => a.Top.CompareTo(b.Top));
        return hints;
    }

    /// <summary>Gives every line its size and weight, if nearly all of them are known; else leaves all as they are.</summary>
    public void Apply(IReadOnlyList<PdfPage> pages)
    {
        var found = new List<(PdfLine Line, double Size, bool IsBold)>();
        int missing = 0;
        foreach (PdfPage page in pages)
        {
            List<Run> runs = _pages.GetValueOrDefault(page.Number) ?? [];
            foreach (PdfLine line in page.Lines)
            {
                if (Look(line, runs) is { } look) found.Add((line, look.Size, look.IsBold));
                else missing++;
            }
        }
        if (missing * 20 > found.Count) return;
        foreach ((PdfLine line, double size, bool isBold) in found) (line.Size, line.IsBold) = (size, isBold);
    }

    private static (double Size, bool IsBold)? Look(PdfLine line, List<Run> runs)
    {
        // Sorted by top: the runs that can meet the line stand together.
        int low = 0, high = runs.Count;
        double from = line.Top - line.Height;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (runs[middle].Top < from) low = middle + 1;
            else high = middle;
        }
        double all = 0, bold = 0, size = 0, best = 0;
        for (int i = low; i < runs.Count && runs[i].Top <= line.Bottom; i++)
        {
            Run run = runs[i];
            double middle = (run.Top + run.Bottom) / 2;
            double shared = Math.Min(run.Right, line.Right) - Math.Max(run.Left, line.Left);
            if (middle < line.Top || middle > line.Bottom || shared <= 0 || run.Size <= 0) continue;
            all += shared;
            bold += shared * run.BoldShare;
            if (shared > best) (best, size) = (shared, run.Size);
        }
        return all > 0 ? (size, bold > all * 0.9) : null;
    }

    private static Run ReadRun(XmlReader xml, Dictionary<string, double> sizes)
    {
        double left = BboxParser.Number(xml, "left") / Zoom, top = BboxParser.Number(xml, "top") / Zoom;
        double width = BboxParser.Number(xml, "width") / Zoom, height = BboxParser.Number(xml, "height") / Zoom;
        double size = sizes.GetValueOrDefault(xml.GetAttribute("font") ?? "");
        int letters = 0, bold = 0, inBold = 0, depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth <= depth))
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "b" && !xml.IsEmptyElement) inBold++;
                else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "b") inBold--;
                else if (xml.NodeType == XmlNodeType.Text)
                {
                    int solid = xml.Value.Count(c => !char.IsWhiteSpace(c));
                    letters += solid;
                    if (inBold > 0) bold += solid;
                }
            }
        }
        return new Run(left, top, left + width, top + height, size, letters == 0 ? 0 : (double)bold / letters);
    }

    private readonly record struct Run(double Left, double Top, double Right, double Bottom, double Size, double BoldShare);
}
