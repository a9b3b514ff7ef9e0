using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Documents.Letters;

/// <summary>Writes a letter as a Word document: headings by style, real lists, a table, header and footer as fields.</summary>
public static class LetterDocxWriter
{
    private const int BulletList = 1;

    /// <summary>The document's bytes: the same letter, the same bytes.</summary>
    public static byte[] Write(Letter letter)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            AddProperties(package, letter);
            MainDocumentPart main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = LetterDocxStyles.Styles();
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = LetterDocxStyles.Bullets(BulletList);
            var body = new Body();
            foreach (LetterBlock block in letter.Blocks) body.Append(Elements(block, letter.Blocks));
            body.Append(PageSetup(main, letter));
            main.Document = new Document(body);
        }
        return WithFixedTimes(stream, letter.Written);
    }

    // Written by hand: the library would name the part and its relation by chance.
    private static void AddProperties(WordprocessingDocument package, Letter letter)
    {
        CoreFilePropertiesPart part = package.AddCoreFilePropertiesPart();
        package.ChangeIdOfPart(part, "rId2");
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace terms = "http://purl.org/dc/elements/1.1/";
        XNamespace dates = "http://purl.org/dc/terms/";
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        string day = letter.Written.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var kind = new XAttribute(instance + "type", "dcterms:W3CDTF");
        var properties = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dcterms", dates.NamespaceName),
            new XElement(terms + "title", letter.Title),
            new XElement(terms + "creator", letter.Author),
            new XElement(dates + "created", kind, day),
            new XElement(dates + "modified", kind, day));
        using Stream stream = part.GetStream(FileMode.Create);
        properties.Save(stream);
    }

    private static IEnumerable<OpenXmlElement> Elements(LetterBlock block, ImmutableArray<LetterBlock> all) => block switch
    {
        LetterHead head => [HeadTable(head), Styled(string.Empty, null)],
        LetterTitle title => [Styled(title.Text, "Title")],
        LetterHeading heading => [Styled(heading.Text, "Heading" + heading.Level.ToString(CultureInfo.InvariantCulture))],
        LetterParagraph paragraph => [Styled(paragraph.Text, null)],
        LetterLead lead => [Styled(lead.Text, "Lead")],
        LetterBullets bullets => bullets.Items.Select(Bullet),
        LetterLines lines => [LinesOf(lines.Lines)],
        LetterTable table => [TableOf(table), Styled(string.Empty, null)],
        LetterContents contents => Contents(contents, all),
        LetterPageBreak => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        _ => [],
    };

    private static Text TextOf(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static Paragraph Styled(string text, string? style)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0) paragraph.Append(new Run(TextOf(text)));
        return paragraph;
    }

    private static Paragraph Bullet(string text) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = "ListParagraph" },
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = BulletList })),
        new Run(TextOf(text)));

    private static Paragraph LinesOf(ImmutableArray<string> lines)
    {
        var run = new Run();
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            run.Append(TextOf(lines[i]));
        }
        return new Paragraph(run);
    }

    private static Table HeadTable(LetterHead head) => new(
        new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }),
        new TableGrid(new GridColumn { Width = "4800" }, new GridColumn { Width = "4200" }),
        new TableRow(new TableCell(LinesOf(head.Left)), new TableCell(LinesOf(head.Right))));

    private static Table TableOf(LetterTable table)
    {
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
        var result = new Table(
            new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, borders),
            new TableGrid(table.Rows[0].Select(_ => new GridColumn())));
        for (int i = 0; i < table.Rows.Length; i++)
        {
            var row = new TableRow();
            if (i == 0) row.Append(new TableRowProperties(new TableHeader()));
            foreach (string cell in table.Rows[i]) row.Append(new TableCell(Styled(cell, i == 0 ? "Lead" : null)));
            result.Append(row);
        }
        return result;
    }

    private static List<OpenXmlElement> Contents(LetterContents contents, ImmutableArray<LetterBlock> all)
    {
        var entries = new List<OpenXmlElement> { Styled(contents.Title, "TOCHeading") };
        foreach (LetterHeading heading in all.OfType<LetterHeading>().Where(h => h.Level <= 2))
            entries.Add(Styled(heading.Text, "TOC" + heading.Level.ToString(CultureInfo.InvariantCulture)));
        return entries;
    }

    private static SectionProperties PageSetup(MainDocumentPart main, Letter letter)
    {
        var setup = new SectionProperties();
        if (letter.PageMark != PageMark.None)
        {
            main.AddNewPart<HeaderPart>("rId3").Header = new Header(PageMarkOf(letter.PageMark));
            setup.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId3" });
        }
        if (letter.Footer is not null)
        {
            main.AddNewPart<FooterPart>("rId4").Footer = new Footer(Styled(letter.Footer, "Footer"));
            setup.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = "rId4" });
        }
        setup.Append(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1418, Bottom = 1418, Left = 1418, Right = 1418, Header = 709, Footer = 709, Gutter = 0 });
        return setup;
    }

    private static Paragraph PageMarkOf(PageMark mark)
    {
        bool words = mark == PageMark.Words;
        var paragraph = new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Right }));
        if (words) paragraph.Append(new Run(TextOf("Sida ")));
        paragraph.Append(new SimpleField(new Run(TextOf("1"))) { Instruction = "PAGE" });
        paragraph.Append(new Run(TextOf(words ? " av " : "(")));
        paragraph.Append(new SimpleField(new Run(TextOf("1"))) { Instruction = "NUMPAGES" });
        if (!words) paragraph.Append(new Run(TextOf(")")));
        return paragraph;
    }

    // The package stamps its entries with the clock; the letter's own day instead makes the bytes repeatable.
    private static byte[] WithFixedTimes(MemoryStream package, DateTimeOffset time)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = time;
                using Stream from = entry.Open();
                using Stream to = copy.Open();
                from.CopyTo(to);
            }
        }
        return result.ToArray();
    }
}
