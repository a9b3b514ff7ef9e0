using System.Text;
using Remiss.Documents.Reading.Packages;

namespace Remiss.Documents.Reading.Docx;

/// <summary>How a run of text looks, as far as it matters for what a paragraph is.</summary>
internal sealed record DocxRun
{
    public bool IsBold { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>In half points; 0 where not said.</summary>
    public int Size { get; init; }
}

/// <summary>A paragraph while it is read.</summary>
internal sealed class DocxParagraph
{
    public StringBuilder Text { get; } = new();

    public string? StyleId { get; set; }

    public int? NumberingId { get; set; }

    public int? NumberingLevel { get; set; }

    public int? OutlineLevel { get; set; }

    public bool StartsPage { get; set; }

    public bool EndsPage { get; set; }

    /// <summary>Its paragraph mark is a tracked deletion: it runs on into the next paragraph.</summary>
    public bool IsMarkDeleted { get; set; }

    public bool IsContents { get; set; }

    /// <summary>Its footnotes and endnotes, each with its number.</summary>
    public List<string> Notes { get; } = [];

    public int Solid { get; private set; }

    public int BoldSolid { get; private set; }

    public int LargestSize { get; private set; }

    public bool HasText => Solid > 0;

    public bool IsAllBold => Solid > 0 && BoldSolid == Solid;

    public void Count(int solid, DocxRun run)
    {
        Solid += solid;
        if (run.IsBold) BoldSolid += solid;
        if (solid > 0) LargestSize = Math.Max(LargestSize, run.Size);
    }

    /// <summary>Puts an earlier paragraph's content before this one's.</summary>
    public void Join(DocxParagraph earlier)
    {
        Text.Insert(0, earlier.Text.ToString());
        Notes.InsertRange(0, earlier.Notes);
        (Solid, BoldSolid) = (Solid + earlier.Solid, BoldSolid + earlier.BoldSolid);
        LargestSize = Math.Max(LargestSize, earlier.LargestSize);
    }
}

/// <summary>A complex field while it is read: first its instruction, then its result.</summary>
internal sealed class DocxField
{
    public bool InResult { get; set; }

    public bool IsContents { get; set; }
}

/// <summary>Reads the properties of paragraphs, runs and rows.</summary>
internal static class DocxProperties
{
    public static void ReadParagraph(PartReader xml, DocxParagraph paragraph)
    {
        if (xml.IsEmpty) return;
        int depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth <= depth))
        {
            if (!xml.IsStart) continue;
            switch (xml.Name)
            {
                case "pPrChange": xml.Skip(); break;
                case "pStyle": paragraph.StyleId = xml.Attribute("val") ?? paragraph.StyleId; break;
                case "numId": paragraph.NumberingId = xml.Number("val"); break;
                case "ilvl": paragraph.NumberingLevel = xml.Number("val"); break;
                case "outlineLvl": paragraph.OutlineLevel = xml.Number("val"); break;
                case "pageBreakBefore": paragraph.StartsPage = xml.IsOn(); break;
                case "del": paragraph.IsMarkDeleted = true; break;
                case "sectPr": paragraph.EndsPage = EndsPage(xml); break;
            }
        }
    }

    public static DocxRun ReadRun(PartReader xml, DocxRun run, Func<string?, DocxRun> styled)
    {
        if (xml.IsEmpty) return run;
        int depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth <= depth))
        {
            if (!xml.IsStart) continue;
            switch (xml.Name)
            {
                case "rPrChange": xml.Skip(); break;
                case "rStyle": run = styled(xml.Attribute("val")); break;
                case "b": run = run with { IsBold = xml.IsOn() }; break;
                case "sz": run = run with { Size = xml.Number("val") ?? run.Size }; break;
                case "vanish": run = run with { IsHidden = xml.IsOn() }; break;
            }
        }
        return run;
    }

    /// <summary>Whether a row is a tracked deletion; leaves the reader at the properties' end.</summary>
    public static bool IsDeletedRow(PartReader xml)
    {
        if (xml.IsEmpty) return false;
        bool deleted = false;
        int depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth <= depth)) deleted |= xml.IsStart && xml.Name == "del";
        return deleted;
    }

    /// <summary>Whether the section that ends here is followed by a new page.</summary>
    private static bool EndsPage(PartReader xml)
    {
        if (xml.IsEmpty) return true;
        bool ends = true;
        int depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth <= depth))
        {
            if (xml.IsStart && xml.Name == "type") ends = xml.Attribute("val") is not ("continuous" or "nextColumn");
        }
        return ends;
    }
}
