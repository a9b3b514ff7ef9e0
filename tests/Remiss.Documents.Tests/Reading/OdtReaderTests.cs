using Remiss.Documents.Tests.Reading.Making;
using Remiss.Domain.Texts;
using static Remiss.Documents.Tests.Reading.Making.PackageMaker;

namespace Remiss.Documents.Tests.Reading;

internal sealed class OdtReaderTests
{
    private const string Chapters = """
        <office:styles>
          <text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>
          <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>
        </office:styles>
        """;

    [Test]
    public async Task Writes_the_chapter_numbers_before_headings()
    {
        DocumentText text = await Reader.ReadOne(Odt(
            "<text:h text:outline-level=\"1\">Mål</text:h><text:h text:outline-level=\"2\">Vägar</text:h><text:p>Text.</text:p><text:h text:outline-level=\"1\">Slut</text:h><text:h text:outline-level=\"1\" text:is-list-header=\"true\">Bilaga</text:h>", styles: Chapters));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Heading1 1 Mål", "Heading2 1.1 Vägar", "Paragraph Text.", "Heading1 2 Slut", "Heading1 Bilaga" }));
    }

    [Test]
    public async Task Takes_headings_and_the_title_from_styles()
    {
        const string Automatic = "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Heading_20_1\"/><style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>";
        DocumentText text = await Reader.ReadOne(Odt("<text:p text:style-name=\"P2\">Yttrande</text:p><text:p text:style-name=\"P1\">Inledning</text:p><text:p>Text.</text:p>", Automatic,
            "<office:styles><style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\"/><style:style style:name=\"Title\"/></office:styles>"));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Heading1 Yttrande", "Heading1 Inledning", "Paragraph Text." }));
        Assert.That(text.Title, Is.EqualTo("Yttrande"));
    }

    [Test]
    public async Task Counts_and_nests_points_and_starts_again_in_a_new_list()
    {
        const string Lists = "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/><text:list-level-style-bullet text:level=\"2\"/></text:list-style>";
        const string List = "<text:list text:style-name=\"L1\"><text:list-item><text:p>ett</text:p><text:p>mer om ett</text:p><text:list><text:list-item><text:p>under</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>två</text:p></text:list-item></text:list>";
        DocumentText text = await Reader.ReadOne(Odt(List + "<text:p>Mellan.</text:p>" + List, Lists));
        Assert.That(Reader.Outline(text).Take(5), Is.EqualTo(new[] { "ListItem1 ett", "Paragraph mer om ett", "ListItem2 under", "ListItem1 två", "Paragraph Mellan." }));
        Assert.That(text.Text, Does.StartWith("1. ett").And.Contain("• under\n2. två").And.Contain("Mellan.\n\n1. ett"));
    }

    [Test]
    public async Task Counts_the_notes_that_a_converter_left_at_naught()
    {
        const string Note = """<text:note text:note-class="footnote"><text:note-citation>0</text:note-citation><text:note-body><text:p>Se planen.</text:p></text:note-body></text:note>""";
        DocumentText text = await Reader.ReadOne(Odt($"<text:p>Ett{Note} och två{Note}.</text:p>"));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Paragraph Ett¹ och två².", "Footnote 1 Se planen.", "Footnote 2 Se planen." }));
    }

    [Test]
    public async Task Reads_spaces_tabs_breaks_notes_and_pages()
    {
        DocumentText text = await Reader.ReadOne(Odt("""
            <text:p>Två<text:s text:c="2"/>blanka   fällda<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Se planen.</text:p></text:note-body></text:note><text:tab/>tab<text:line-break/>rad</text:p>
            <text:soft-page-break/><text:p>Sida <text:soft-page-break/>tre</text:p>
            """));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Paragraph Två  blanka fällda¹\ttab\nrad", "Footnote 1 Se planen.", "Paragraph Sida tre" }));
        Assert.That(text.Blocks[2].Page, Is.EqualTo(2));
        Assert.That(text.Pages.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task Leaves_out_what_was_deleted_hidden_or_annotated()
    {
        const string Automatic = "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";
        DocumentText text = await Reader.ReadOne(Odt("""
            <text:tracked-changes><text:changed-region><text:deletion><text:p>struket</text:p></text:deletion></text:changed-region></text:tracked-changes>
            <text:p>Kvar<office:annotation><dc:creator>Anna</dc:creator><text:p>kommentar</text:p></office:annotation><text:span text:style-name="T1"> dolt</text:span>.</text:p>
            """, Automatic));
        Assert.That(text.Text, Is.EqualTo("Kvar."));
    }

    [Test]
    public async Task Reads_tables_and_contents()
    {
        DocumentText text = await Reader.ReadOne(Odt("""
            <text:table-of-content><text:table-of-content-source><text:index-title-template>Mall</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Mål<text:tab/>3</text:p></text:index-body></text:table-of-content>
            <table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>Fråga</text:p></table:table-cell><table:table-cell><text:p>Svar</text:p><text:p>mer</text:p></table:table-cell></table:table-row></table:table>
            """));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "ContentsEntry Mål\t3", "TableCell Fråga", "TableCell Svar\nmer" }));
    }

    [Test]
    public async Task Guesses_bold_lines_to_be_headings_of_the_level_of_their_size()
    {
        const string Automatic = "<style:style style:name=\"S\"><style:text-properties fo:font-weight=\"bold\" fo:font-size=\"12pt\"/></style:style><style:style style:name=\"B\"><style:text-properties fo:font-weight=\"bold\" fo:font-size=\"16pt\"/></style:style>";
        DocumentText text = await Reader.ReadOne(Odt("<text:p><text:span text:style-name=\"B\">Yttrande</text:span></text:p><text:p><text:span text:style-name=\"S\">Mål</text:span></text:p><text:p>Text.</text:p>", Automatic));
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Heading1 Yttrande", "Heading2 Mål", "Paragraph Text." }));
    }

    [Test]
    public async Task Refuses_an_encrypted_document() =>
        Assert.That(
            await Reader.Refusal(Odt("<text:p>x</text:p>", manifest: "<manifest><file-entry><encryption-data/></file-entry></manifest>")),
            Does.Contain("lösenord"));
}
