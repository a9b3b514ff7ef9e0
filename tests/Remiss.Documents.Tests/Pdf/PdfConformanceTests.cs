using System.Text.RegularExpressions;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Tests.Pdf;

/// <summary>The measured facts of PDF/UA-1 and PDF/A-2a, each read out of a file.</summary>
public sealed class PdfConformanceTests
{
    private DrawnPdf _pdf = null!;
    private string _objects = "";
    private string _structure = "";

    [OneTimeSetUp]
    public void Draw()
    {
        _pdf = DrawnPdf.Of(Summaries.Everything());
        _objects = _pdf.Objects();
        _structure = _pdf.Structure();
    }

    [OneTimeTearDown]
    public void Remove() => _pdf.Dispose();

    [Test]
    public void Is_sound_to_qpdf() => Assert.That(_pdf.Check(), Does.Contain("No syntax or stream encoding errors found"));

    [Test]
    public void Declares_both_standards_in_its_metadata()
    {
        var metadata = _pdf.Info("-meta");
        Assert.Multiple(() =>
        {
            Assert.That(metadata, Does.Contain("<pdfaid:part>2</pdfaid:part>"));
            Assert.That(metadata, Does.Contain("<pdfaid:conformance>A</pdfaid:conformance>"));
            Assert.That(metadata, Does.Contain("<pdfuaid:part>1</pdfuaid:part>"));
            Assert.That(metadata, Does.Contain("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
        });
    }

    [Test]
    public void Escapes_the_title_in_its_metadata() =>
        Assert.That(_pdf.Info("-meta"), Does.Contain("Remissvar om hamn &amp; handel &lt;2031&gt;</rdf:li>"));

    [Test]
    public void States_title_organisation_and_the_moment_of_compiling()
    {
        var info = _pdf.Info("-isodates");
        Assert.Multiple(() =>
        {
            Assert.That(info, Does.Match(@"Title:\s+Remissvar om hamn & handel <2031>"));
            Assert.That(info, Does.Match(@"Author:\s+Region Mittsund"));
            Assert.That(info, Does.Match(@"CreationDate:\s+2027-03-15T0?8:30:00Z|CreationDate:\s+2027-03-15T09:30:00\+01"));
            Assert.That(info, Does.Match(@"Tagged:\s+yes"));
        });
    }

    [Test]
    public void Is_in_Swedish_and_shows_its_title()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_objects, Does.Contain("/Lang (sv-SE)"));
            Assert.That(_objects, Does.Contain("/DisplayDocTitle true"));
            Assert.That(_objects, Does.Contain("/Marked true"));
            Assert.That(_objects, Does.Not.Contain("/Lang (en)\n  /MarkInfo"));
        });
    }

    [Test]
    public void Has_the_output_intent_of_PDF_A() => Assert.That(_objects, Does.Contain("/GTS_PDFA1"));

    [Test]
    public void Gives_every_page_the_tab_order_of_the_structure() =>
        Assert.That(Regex.Count(_objects, @"/Tabs /S\b"), Is.EqualTo(_pdf.Pages));

    [Test]
    public void Embeds_every_font_as_a_subset_with_its_characters()
    {
        var lines = _pdf.Fonts().Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.That(lines, Is.Not.Empty);
        Assert.That(lines, Has.All.Match(@"^[A-Z]{6}\+.*\s+yes\s+yes\s+yes\s"));
    }

    [Test]
    public void Has_an_outline_equal_to_its_headings()
    {
        var titles = Regex.Matches(_objects, @"/Title <feff([0-9a-f]+)>").Select(match => Unhex(match.Groups[1].Value)).ToList();
        Assert.That(titles.Order(), Is.EqualTo(new[] { "Innehåll", "Mål och medel", "Synpunkter på målen" }));
        Assert.That(Headings(), Is.EqualTo(new[] { ("H1", "Innehåll"), ("H1", "Mål och medel"), ("H2", "Synpunkter på målen") }));
    }

    [Test]
    public void Gives_every_header_cell_a_scope()
    {
        var headers = Regex.Count(_structure, @"^\s+TH\b", RegexOptions.Multiline);
        var scopes = Regex.Matches(_structure, @"^\s+TH[^\n]*\n\s+/Scope /(Row|Column)", RegexOptions.Multiline);
        Assert.That(headers, Is.EqualTo(1 + 2 + 2), "the cover's, the header row's and the two rows'");
        Assert.That(scopes.Select(match => match.Groups[1].Value), Is.EqualTo(new[] { "Row", "Column", "Column", "Row", "Row" }));
    }

    [Test]
    public void Puts_the_caption_head_and_body_of_a_table_in_their_places() =>
        Assert.That(Squeeze(_structure), Does.Match(@"Table \(block\) Caption ""Svar per instans"" THead TR TH: .*TBody TR TH: /Scope /Row ""Norrviks kommun"" TD ""12"" TR TH: /Scope /Row ""Ekhamra kommun"" TD"));

    [Test]
    public void Tags_lists_with_label_and_body()
    {
        Assert.That(Squeeze(_structure), Does.Contain("L (block): /ListNumbering /Disc LI (block) Lbl (block) \"•\" LBody (block) \"Första punkten\" LI (block)"));
        Assert.That(Squeeze(_structure), Does.Contain("L (block): /ListNumbering /Decimal LI (block) Lbl (block) \"1.\" LBody (block) \"Steg ett\""));
    }

    [Test]
    public void Tags_quotations_as_block_quotes_and_marks_another_language()
    {
        Assert.That(Squeeze(_structure), Does.Contain("BlockQuote P (block) \"”Målen är bra.”\" P (block) \"”Medlen är få.”\" BlockQuote"));
        Assert.That(_objects, Does.Match(@"/Lang \(en\)[^>]*/S /BlockQuote"));
    }

    [Test]
    public void Gives_figures_an_alternative_text_and_a_box()
    {
        Assert.That(_objects, Does.Match(@"/BBox \[[^\]]+\][^>]*/O /Layout"));
        Assert.That(Unhex(Regex.Match(_objects, @"/Alt <feff([0-9a-f]+)>").Groups[1].Value), Is.EqualTo("Tre av fyra tillstyrker målen."));
    }

    [Test]
    public void Says_what_a_stance_letter_is_short_for()
    {
        Assert.That(Regex.Count(_objects, @"/E \(tillstyrker\)"), Is.EqualTo(1));
        Assert.That(Regex.Count(_objects, @"/E \(avstyrker\)"), Is.EqualTo(1), "in the matrix cell");
    }

    [Test]
    public void Links_are_printed_described_and_lead_to_a_page()
    {
        var links = Regex.Matches(_objects, @"<<(?:(?!>>)[\s\S])*?/Subtype /Link(?:(?!>>)[\s\S])*?>>").Select(match => match.Value).ToList();
        Assert.That(links, Has.Count.EqualTo(2 + 2), "two lines of contents, a link and a page reference");
        Assert.That(links, Has.All.Contains("/F 4"));
        Assert.That(links, Has.All.Contains("/Contents"));
        Assert.That(links, Has.All.Contains("/StructParent "));
        Assert.That(links, Has.All.Match(@"/Dest \[\s*\d+ 0 R\s+/XYZ"));
        Assert.That(Regex.Count(_structure, @"^\s+Link", RegexOptions.Multiline), Is.EqualTo(4));
    }

    [Test]
    public void Reads_in_the_order_of_its_content()
    {
        string[] order = ["Hamn- och", "Innehåll", "Strategin prövas", "Sjöbacka", "Målen är bra", "The harbour", "Första punkten", "Steg ett", "Svar per instans", "Ekhamra"];
        foreach (var text in new[] { _pdf.Text(), _structure })
        {
            var at = 0;
            foreach (var words in order)
            {
                var next = text.IndexOf(words, at, StringComparison.Ordinal);
                Assert.That(next, Is.GreaterThanOrEqualTo(0), words);
                at = next;
            }
        }
    }

    [Test]
    public void Keeps_header_footer_and_page_number_out_of_the_structure()
    {
        Assert.That(_pdf.Text(), Does.Contain("Sida 2 av 3").And.Contain("Sammanställning av remissvar"));
        Assert.That(_structure, Does.Not.Contain("Sida 2 av 3"));
        Assert.That(_structure, Does.Not.Contain("Sammanställning av remissvar"));
    }

    [Test]
    public void Draws_nothing_outside_an_element_or_an_artifact()
    {
        foreach (Match content in Regex.Matches(_objects, @"stream\n(/(?:Artifact|P) <<[\s\S]*?)endstream"))
        {
            var depth = 0;
            foreach (var line in content.Groups[1].Value.Split('\n'))
            {
                if (line.EndsWith("BDC", StringComparison.Ordinal)) depth++;
                else if (line == "EMC") depth--;
                else if (Regex.IsMatch(line, @"\b(Tj ET|f|S|Do Q)$")) Assert.That(depth, Is.Positive, line);
            }

            Assert.That(depth, Is.Zero);
        }
    }

    [Test]
    public void Extracts_stance_marks_as_themselves() => Assert.That(_pdf.Text(), Does.Contain("▲ T tillstyrker").And.Contain("▼ A"));

    [Test]
    public void The_same_summary_gives_the_same_bytes()
    {
        using var again = DrawnPdf.Of(Summaries.Everything());
        Assert.That(again.Bytes, Is.EqualTo(_pdf.Bytes));
    }

    [Test]
    public void Levels_of_headings_never_skip()
    {
        using var pdf = DrawnPdf.Of(Summaries.Of(
            new HeadingBlock(2, "Första", new Anchor("a")), new HeadingBlock(5, "Andra", new Anchor("b")), new HeadingBlock(3, "Tredje", new Anchor("c"))));
        Assert.That(Regex.Matches(pdf.Structure(), @"\bH\d").Select(match => match.Value), Is.EqualTo(new[] { "H1", "H2", "H3" }));
    }

    [Test]
    public void The_draft_mark_is_seen_and_not_read_out()
    {
        using var pdf = DrawnPdf.Of(Summaries.Of(Summaries.Body("En rad.")) with { DraftMark = "UTKAST" });
        Assert.That(pdf.Objects(), Does.Contain("/Subtype /Watermark"));
        Assert.That(pdf.Text(), Does.Not.Contain("UT"));
    }

    private IEnumerable<(string, string)> Headings() =>
        Regex.Matches(Squeeze(_structure), @"\b(H\d) \(block\) ""([^""]*)""").Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private static string Squeeze(string text) => Regex.Replace(text, @"\s+", " ");

    private static string Unhex(string hex) => System.Text.Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));
}
