using Remiss.Documents.Tests.Reading.Making;
using Remiss.Domain.Texts;
using static Remiss.Documents.Tests.Reading.Making.PackageMaker;

namespace Remiss.Documents.Tests.Reading;

internal sealed class DocxReaderTests
{
    private const string ChapterNumbering = """
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Rubrik1"/><w:lvlText w:val="%1"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Rubrik2"/><w:lvlText w:val="%1.%2"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="2">
          <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
          <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """;

    private static string Numbered(int id, int level) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr>";

    [Test]
    public async Task Takes_headings_from_styles_of_any_name_and_from_what_they_are_based_on()
    {
        DocumentText text = await Reader.ReadOne(Docx(
            P("Strategi för Norrvik", "Rubrik") + P("Inledning", "Rubrik1") + P("Brödtext.") + P("Bakgrund", "Rubrik2")
            + P("Läget i dag", "Kommunrubrik") + P("Direkt nivå", null, "<w:outlineLvl w:val=\"2\"/>") + P("Slut.")));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[]
        {
            "Heading1 Strategi för Norrvik", "Heading1 Inledning", "Paragraph Brödtext.", "Heading2 Bakgrund",
            "Heading2 Läget i dag", "Heading3 Direkt nivå", "Paragraph Slut.",
        }));
        Assert.That(text.Title, Is.EqualTo("Strategi för Norrvik"));
        Assert.That(text.Blocks[1].Stated, Is.True);
    }

    [Test]
    public async Task Writes_the_numbers_that_Word_counts_before_headings()
    {
        string one = P("Mål", "Rubrik1", Numbered(1, 0));
        string two = P("Digital kompetens", "Rubrik2", Numbered(1, 1));
        DocumentText text = await Reader.ReadOne(Docx(one + two + two + one + two, ChapterNumbering));
        Assert.That(Reader.Of(text, BlockKind.Heading), Is.EqualTo(new[] { "1 Mål", "1.1 Digital kompetens", "1.2 Digital kompetens", "2 Mål", "2.1 Digital kompetens" }));
    }

    [Test]
    public async Task Finds_the_level_of_a_number_through_the_style_that_is_bound_to_it()
    {
        const string Styles = """
            <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            """;
        DocumentText text = await Reader.ReadOne(Docx(P("Mål", "Rubrik1") + P("Vägar", "Rubrik2"), ChapterNumbering, styles: Styles));
        Assert.That(Reader.Of(text, BlockKind.Heading), Is.EqualTo(new[] { "1 Mål", "1.1 Vägar" }));
    }

    [Test]
    public async Task Keeps_the_marks_of_points_outside_their_text()
    {
        DocumentText text = await Reader.ReadOne(Docx(
            P("Vi vill:", null) + P("bygga ut", null, Numbered(2, 0)) + P("fiber", null, Numbered(2, 1)) + P("mobilnät", null, Numbered(2, 1))
            + P("Vidare:", null) + P("annat", null, Numbered(3, 1)) + P("• skriven punkt", null), ChapterNumbering));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[]
        {
            "Paragraph Vi vill:", "ListItem1 bygga ut", "ListItem2 fiber", "ListItem2 mobilnät", "Paragraph Vidare:", "ListItem2 annat", "ListItem1 skriven punkt",
        }));
        Assert.That(text.Text, Does.Contain("• bygga ut\na) fiber\nb) mobilnät").And.Contain("a) annat"));
    }

    [Test]
    public async Task Leaves_out_deleted_and_hidden_text_and_keeps_what_was_inserted()
    {
        DocumentText text = await Reader.ReadOne(Docx("""
            <w:p><w:r><w:t xml:space="preserve">Kommunen </w:t></w:r><w:del><w:r><w:delText>avstyrker</w:delText></w:r></w:del><w:ins><w:r><w:t>tillstyrker</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> hemligt</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>
            <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Två stycken </w:t></w:r></w:p><w:p><w:r><w:t>blev ett.</w:t></w:r></w:p>
            <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Klicka här för att ange text.</w:t></w:r></w:p></w:sdtContent></w:sdt>
            """));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Paragraph Kommunen tillstyrker.", "Paragraph Två stycken blev ett." }));
    }

    [Test]
    public async Task Reads_tables_cell_by_cell_and_a_frame_of_one_column_as_text()
    {
        const string Table = """
            <w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>
            <w:tr><w:tc><w:p><w:r><w:t>Fråga</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Svar</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>Bra?</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ja.</w:t></w:r></w:p><w:p><w:r><w:t>Mycket.</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>struken rad</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>En ruta.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """;
        DocumentText text = await Reader.ReadOne(Docx(Table));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "TableCell Fråga", "TableCell Svar", "TableCell Bra?", "TableCell Ja.\nMycket.", "Paragraph En ruta." }));
        Assert.That(text.Text, Does.StartWith("Fråga\tSvar\nBra?\tJa."));
    }

    [Test]
    public async Task Puts_footnotes_after_their_paragraph_and_raises_their_sign()
    {
        const string Notes = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"4\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> Se planen 2024.</w:t></w:r></w:p></w:footnote>";
        DocumentText text = await Reader.ReadOne(Docx(
            "<w:p><w:r><w:t>Enligt direktiven,</w:t></w:r><w:r><w:footnoteReference w:id=\"4\"/></w:r><w:r><w:t xml:space=\"preserve\"> ska det ske.</w:t></w:r></w:p>" + P("Nästa."), footnotes: Notes));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Paragraph Enligt direktiven,¹ ska det ske.", "Footnote 1 Se planen 2024.", "Paragraph Nästa." }));
    }

    [Test]
    public async Task Counts_a_page_once_where_Word_marks_its_break_twice()
    {
        DocumentText text = await Reader.ReadOne(Docx("""
            <w:p><w:r><w:t>Ett</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>
            <w:p><w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">Två och </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>tre</w:t></w:r></w:p>
            <w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>Fyra</w:t></w:r></w:p>
            """));
        Assert.That(text.Blocks.Select(b => b.Page), Is.EqualTo(new[] { 1, 2, 4 }));
        Assert.That(text.Pages.PageAt(text.Text.IndexOf("tre", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(text.TextOf(text.Blocks[1]), Is.EqualTo("Två och tre"));
    }

    [Test]
    public async Task Counts_no_pages_where_the_file_does_not_say_where_they_turn()
    {
        DocumentText text = await Reader.ReadOne(Docx("""
            <w:p><w:r><w:t>Omslag</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>
            <w:p><w:r><w:t>Allt det andra</w:t></w:r></w:p>
            """));
        Assert.That(text.Pages.Count, Is.EqualTo(1));
        Assert.That(text.Blocks.Select(b => b.Page), Is.All.EqualTo(1));
    }

    [Test]
    public async Task Recognises_a_table_of_contents_by_style_field_and_gallery()
    {
        DocumentText text = await Reader.ReadOne(Docx(
            P("Inledning\t3", "Innehll1")
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>Mål 4</w:t></w:r></w:p><w:p><w:r><w:t>Slut 5</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Bilaga 9</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            + P("Text.")));
        Assert.That(Reader.Of(text, BlockKind.ContentsEntry), Is.EqualTo(new[] { "Inledning\t3", "Mål 4", "Slut 5", "Bilaga 9" }));
        Assert.That(Reader.Of(text, BlockKind.Paragraph), Is.EqualTo(new[] { "Text." }));
    }

    [Test]
    public async Task Guesses_a_bold_line_to_be_a_heading_below_the_stated_one()
    {
        const string Bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Våra synpunkter</w:t></w:r></w:p>";
        DocumentText text = await Reader.ReadOne(Docx(P("Yttrande", "Rubrik1") + Bold + P("Kommunen instämmer.")));
        Assert.That(Reader.Outline(text)[1], Is.EqualTo("Heading2 Våra synpunkter"));
        Assert.That(text.Blocks[1].Stated, Is.False);
    }

    [Test]
    public async Task Reads_a_text_box_once_though_Word_writes_it_twice()
    {
        DocumentText text = await Reader.ReadOne(Docx("""
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>I rutan.</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>I rutan.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Runt om.</w:t></w:r></w:p>
            """));
        Assert.That(Reader.Of(text, BlockKind.Paragraph), Is.EqualTo(new[] { "I rutan.", "Runt om." }));
    }

    [Test]
    public async Task Keeps_the_letterhead_as_page_furniture()
    {
        DocumentText text = await Reader.ReadOne(Docx(P("Yttrande."), header: "<w:p><w:r><w:t>Dnr KS 2026/17</w:t></w:r></w:p>"));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "PageFurniture Dnr KS 2026/17", "Paragraph Yttrande." }));
    }

    [Test]
    public async Task Refuses_a_document_without_text() =>
        Assert.That(await Reader.Refusal(Docx("<w:p/>")), Does.Contain("ingen text"));

    [Test]
    public async Task Ends_a_chain_of_styles_that_bites_its_tail()
    {
        const string Styles = "<w:style w:styleId=\"A\"><w:name w:val=\"a\"/><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:name w:val=\"b\"/><w:basedOn w:val=\"A\"/></w:style>";
        DocumentText text = await Reader.ReadOne(Docx(P("Text.", "A"), styles: Styles));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Paragraph Text." }));
    }
}
