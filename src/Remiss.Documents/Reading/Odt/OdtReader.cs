using System.Text;
using Remiss.Documents.Reading.Packages;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading.Odt;

/// <summary>Reads OpenDocument text: headings by outline level and style, chapter numbers, points, tables, notes.</summary>
internal static class OdtReader
{
    public static Result<DocumentText> Read(SourceFile file, ReadLimits limits)
    {
        using SafePackage package = SafePackage.Open(file.Bytes, file.Name, limits);
        if (IsEncrypted(package)) return Refusals.Encrypted(file.Name);
        if (!package.Has("content.xml")) return Refusals.Damaged(file.Name);
        var styles = new OdtStyles();
        var headers = new List<string>();
        var footers = new List<string>();
        ReadStyles(package, styles, headers, footers);

        var builder = new DocumentTextBuilder(file.Name, limits);
        foreach (string header in headers.Distinct(StringComparer.Ordinal)) builder.Add(header, BlockKind.PageFurniture, stated: true, separator: "\n");
        var body = new OdtBody(styles, builder);
        using (PartReader xml = package.OpenXml("content.xml")!) body.Read(xml);
        foreach (string footer in footers.Distinct(StringComparer.Ordinal)) builder.Add(footer, BlockKind.PageFurniture, stated: true, separator: "\n");
        if (!body.FoundText) return Refusals.NoText(file.Name);
        return body.Relevel(builder.Build(SourceFormat.Odt, body.Title ?? MetaTitle(package)));
    }

    private static bool IsEncrypted(SafePackage package)
    {
        using PartReader? xml = package.OpenXml("META-INF/manifest.xml");
        while (xml is not null && xml.Read())
        {
            if (xml.IsStart && xml.Name == "encryption-data") return true;
        }
        return false;
    }

    private static void ReadStyles(SafePackage package, OdtStyles styles, List<string> headers, List<string> footers)
    {
        using PartReader? xml = package.OpenXml("styles.xml");
        List<string>? running = null;
        var text = new StringBuilder();
        while (xml is not null && xml.Read())
        {
            if (xml.IsStart)
            {
                styles.Take(xml);
                running = xml.Name switch
                {
                    "header" or "header-first" or "header-left" => headers,
                    "footer" or "footer-first" or "footer-left" => footers,
                    "master-page" => null,
                    _ => running,
                };
                if (xml.Name is "tab" or "s" or "line-break") text.Append(' ');
            }
            else if (xml.IsText && running is not null) text.Append(xml.Text);
            if (xml.Name is "p" or "h" && (xml.IsEnd || xml.IsStart))
            {
                if (running is not null && DocumentTextBuilder.OneLine(text.ToString()) is { Length: > 0 } line) running.Add(line);
                text.Clear();
            }
        }
    }

    private static string? MetaTitle(SafePackage package)
    {
        using PartReader? xml = package.OpenXml("meta.xml");
        while (xml is not null && xml.Read())
        {
            if (xml.IsStart && xml.Name == "title" && !xml.IsEmpty && xml.Read() && xml.IsText) return StatedTitle.Clean(xml.Text);
        }
        return null;
    }
}
