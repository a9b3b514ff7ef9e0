using System.IO.Compression;
using System.Text;

namespace Remiss.Documents.Tests.Reading.Making;

/// <summary>Packs DOCX and ODT files out of the XML that a test is about.</summary>
internal static class PackageMaker
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private const string O = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    private const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";

    /// <summary>The styles that most tests need: Word's headings under their Swedish ids, one of its own based on them, title, contents.</summary>
    private const string Styles = """
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Kommunrubrik"><w:name w:val="Kommunens rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
        """;

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    /// <summary>A DOCX with this body; further parts are added beside it, and relations point to those that are headers or footers.</summary>
    public static byte[] Docx(string body, string? numbering = null, string? footnotes = null, string styles = Styles, string? header = null)
    {
        var entries = new List<(string, string)>
        {
            ("[Content_Types].xml", Types),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", $"<w:document {W}><w:body>{body}</w:body></w:document>"),
            ("word/styles.xml", $"<w:styles {W}>{styles}</w:styles>"),
        };
        if (numbering is not null) entries.Add(("word/numbering.xml", $"<w:numbering {W}>{numbering}</w:numbering>"));
        if (footnotes is not null) entries.Add(("word/footnotes.xml", $"<w:footnotes {W}>{footnotes}</w:footnotes>"));
        if (header is not null)
        {
            entries.Add(("word/header1.xml", $"<w:hdr {W}>{header}</w:hdr>"));
            entries.Add(("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"h1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/></Relationships>"));
        }
        return Zip([.. entries]);
    }

    /// <summary>A paragraph of a DOCX with a style and plain text.</summary>
    public static string P(string text, string? style = null, string more = "") =>
        $"<w:p><w:pPr>{(style is null ? "" : $"<w:pStyle w:val=\"{style}\"/>")}{more}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <summary>An ODT with this body text; automatic styles and the other part's styles as given.</summary>
    public static byte[] Odt(string body, string automaticStyles = "", string styles = "", string? manifest = null)
    {
        var entries = new List<(string, string)>
        {
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", $"<office:document-content {O}><office:automatic-styles>{automaticStyles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"),
            ("styles.xml", $"<office:document-styles {O}>{styles}</office:document-styles>"),
        };
        if (manifest is not null) entries.Add(("META-INF/manifest.xml", manifest));
        return Zip([.. entries]);
    }
}
