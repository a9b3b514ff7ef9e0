using Remiss.Documents.Reading.Packages;

namespace Remiss.Documents.Reading.Docx;

/// <summary>One style of a DOCX, as far as it says what a paragraph is.</summary>
internal sealed class DocxStyle
{
    public string Name { get; set; } = "";

    public string? BasedOn { get; set; }

    /// <summary>From 0; 9 means body text; null where not said.</summary>
    public int? OutlineLevel { get; set; }

    public int? NumberingId { get; set; }

    public int? NumberingLevel { get; set; }

    public bool? Bold { get; set; }

    /// <summary>In half points.</summary>
    public int? Size { get; set; }

    public bool? Hidden { get; set; }
}

/// <summary>The styles of a DOCX with what they inherit.</summary>
internal sealed class DocxStyles
{
    // Word itself stops at ten; a chain that bites its tail ends here too.
    private const int MaxChain = 20;

    private readonly Dictionary<string, DocxStyle> _styles = new(StringComparer.Ordinal);

    public string? DefaultParagraph { get; private set; }

    public static DocxStyles Read(SafePackage package, string part)
    {
        var styles = new DocxStyles();
        using PartReader? xml = package.OpenXml(part);
        if (xml is null) return styles;
        DocxStyle? current = null;
        while (xml.Read())
        {
            if (!xml.IsStart) continue;
            if (xml.Name == "style")
            {
                current = new DocxStyle();
                if (xml.Attribute("styleId") is { } id)
                {
                    styles._styles[id] = current;
                    if (xml.Attribute("default") is "1" or "true" && xml.Attribute("type") == "paragraph") styles.DefaultParagraph = id;
                }
            }
            else if (current is not null) ReadProperty(xml, current);
        }
        return styles;
    }

    /// <summary>The first value that the style or one it is based on states.</summary>
    public T? Find<T>(string? id, Func<DocxStyle, T?> property)
        where T : struct
    {
        foreach (DocxStyle style in Chain(id))
        {
            if (property(style) is { } value) return value;
        }
        return null;
    }

    /// <summary>The style and all it is based on, itself first.</summary>
    public IEnumerable<DocxStyle> Chain(string? id)
    {
        for (int i = 0; i < MaxChain && id is not null && _styles.TryGetValue(id, out DocxStyle? style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private static void ReadProperty(PartReader xml, DocxStyle style)
    {
        switch (xml.Name)
        {
            case "name": style.Name = xml.Attribute("val") ?? ""; break;
            case "basedOn": style.BasedOn = xml.Attribute("val"); break;
            case "outlineLvl": style.OutlineLevel = xml.Number("val"); break;
            case "numId": style.NumberingId = xml.Number("val"); break;
            case "ilvl": style.NumberingLevel = xml.Number("val"); break;
            case "b": style.Bold = xml.IsOn(); break;
            case "sz": style.Size = xml.Number("val"); break;
            case "vanish": style.Hidden = xml.IsOn(); break;
        }
    }
}
