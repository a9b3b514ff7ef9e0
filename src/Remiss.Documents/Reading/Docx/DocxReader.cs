using Remiss.Documents.Reading.Packages;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Docx;

/// <summary>
/// Reads Word documents (Office Open XML) forward, part by part: headings by style and outline level,
/// the numbers that Word counts, points, tables, footnotes, text boxes; deleted and hidden text is left out.
/// </summary>
internal static class DocxReader
{
    public static Result<DocumentText> Read(SourceFile file, ReadLimits limits)
    {
        using SafePackage package = SafePackage.Open(file.Bytes, file.Name, limits);
        Dictionary<string, Relation> roots = Relations(package, "_rels/.rels", "");
        string main = roots.Values.FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal))?.Target ?? "word/document.xml";
        if (!package.Has(main)) return Refusals.Damaged(file.Name);

        string folder = main.Contains('/', StringComparison.Ordinal) ? main[..(main.LastIndexOf('/') + 1)] : "";
        Dictionary<string, Relation> relations = Relations(package, $"{folder}_rels/{main[folder.Length..]}.rels", folder);
        DocxStyles styles = DocxStyles.Read(package, Target(relations, "/styles", folder + "styles.xml"));
        DocxNumbering numbering = DocxNumbering.Read(package, Target(relations, "/numbering", folder + "numbering.xml"));
        numbering.ResolveStyleLinks(styles);
        var notes = new DocxNotes(
            DocxNotes.Read(package, Target(relations, "/footnotes", folder + "footnotes.xml"), "footnote"),
            DocxNotes.Read(package, Target(relations, "/endnotes", folder + "endnotes.xml"), "endnote"));

        var builder = new DocumentTextBuilder(file.Name, limits);
        Furniture(package, relations, "/header", builder);
        var body = new DocxBody(styles, numbering, notes, builder);
        using (PartReader xml = package.OpenXml(main)!) body.Read(xml);
        Furniture(package, relations, "/footer", builder);
        if (!body.FoundText) return Refusals.NoText(file.Name);
        DocumentText text = builder.Build(SourceFormat.Docx, body.Title ?? CoreTitle(package, roots), pagesKnown: body.HasRenderedPages);
        return body.Relevel(text);
    }

    private static string Target(Dictionary<string, Relation> relations, string type, string otherwise) =>
        relations.Values.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal))?.Target ?? otherwise;

    private static Dictionary<string, Relation> Relations(SafePackage package, string part, string folder)
    {
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        using PartReader? xml = package.OpenXml(part);
        while (xml is not null && xml.Read())
        {
            if (!xml.IsStart || xml.Name != "Relationship" || xml.Attribute("TargetMode") == "External") continue;
            string target = xml.Attribute("Target") ?? "";
            target = target.StartsWith('/') ? target[1..] : folder + target;
            relations[xml.Attribute("Id") ?? ""] = new Relation(xml.Attribute("Type") ?? "", target);
        }
        return relations;
    }

    /// <summary>The distinct running headers or footers, once each: a letterhead often holds the registration number.</summary>
    private static void Furniture(SafePackage package, Dictionary<string, Relation> relations, string type, DocumentTextBuilder builder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Relation relation in relations.Values.Where(r => r.Type.EndsWith(type, StringComparison.Ordinal)).DistinctBy(r => r.Target))
        {
            using PartReader? xml = package.OpenXml(relation.Target);
            if (xml is null) continue;
            foreach (string line in DocxNotes.Paragraphs(xml))
            {
                string text = line.Trim();
                if (text.Length > 0 && seen.Add(text)) builder.Add(text, BlockKind.PageFurniture, stated: true, separator: "\n");
            }
        }
    }

    private static string? CoreTitle(SafePackage package, Dictionary<string, Relation> roots)
    {
        using PartReader? xml = package.OpenXml(Target(roots, "/core-properties", "docProps/core.xml"));
        while (xml is not null && xml.Read())
        {
            if (xml.IsStart && xml.Name == "title" && !xml.IsEmpty && xml.Read() && xml.IsText) return StatedTitle.Clean(xml.Text);
        }
        return null;
    }

    private sealed record Relation(string Type, string Target);
}
