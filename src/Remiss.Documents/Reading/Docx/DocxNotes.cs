using System.Text;
using Remiss.Documents.Reading.Packages;

namespace Remiss.Documents.Reading.Docx;

/// <summary>The footnotes and endnotes of a DOCX by their id.</summary>
internal sealed record DocxNotes(Dictionary<string, string> Footnotes, Dictionary<string, string> Endnotes)
{
    public static Dictionary<string, string> Read(SafePackage package, string part, string element)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        using PartReader? xml = package.OpenXml(part);
        string? id = null;
        var text = new StringBuilder();
        while (xml is not null && xml.Read())
        {
            if (xml.IsStart && xml.Name == element && !xml.IsEmpty) (id, _) = (xml.Attribute("id"), text.Clear());
            else if (xml.IsEnd && xml.Name == element && id is not null)
            {
                notes[id] = DocumentTextBuilder.OneLine(text.ToString());
                id = null;
            }
            else if (id is not null) Take(xml, text);
        }
        return notes;
    }

    /// <summary>The paragraphs of a part that is only its text: a header or a footer.</summary>
    public static IEnumerable<string> Paragraphs(PartReader xml)
    {
        var text = new StringBuilder();
        while (xml.Read())
        {
            if (xml.Name == "p" && (xml.IsStart || xml.IsEnd))
            {
                if (text.Length > 0) yield return text.ToString();
                text.Clear();
            }
            else Take(xml, text);
        }
        if (text.Length > 0) yield return text.ToString();
    }

    private static void Take(PartReader xml, StringBuilder text)
    {
        if (!xml.IsStart) return;
        switch (xml.Name)
        {
            case "del" or "moveFrom" or "Fallback" or "instrText" or "pPr" or "rPr" or "sectPr":
                xml.Skip();
                break;
            case "t":
                DocxBody.ReadText(xml, text);
                break;
            case "tab" or "br" or "cr" or "p":
                text.Append(' ');
                break;
            case "noBreakHyphen":
                text.Append('\u2011');
                break;
        }
    }
}
