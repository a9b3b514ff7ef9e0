using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Remiss.Documents.Pdf;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Documents.Pdf.Layout;
using Remiss.Documents.Themes;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Documents.Tests.Pdf;

/// <summary>What stands where, read out of drawn files.</summary>
public sealed class PdfLayoutTests
{
    [Test]
    public void Prints_the_page_on_which_a_target_stands()
    {
        SummaryBlock[] filler = [.. Enumerable.Range(0, 30).Select(_ => Summaries.Body(Summaries.Sentences(12)))];
        using var pdf = DrawnPdf.Of(Summaries.Of(
            [new ContentsBlock(1), new ParagraphBlock([new TextInline("Målen står på "), new PageReferenceInline(Summaries.Goals), new TextInline(".")]), .. filler, new HeadingBlock(1, "Mål", Summaries.Goals)]));
        var page = 1 + Array.FindIndex(pdf.Text().Split('\f'), 1, text => Regex.IsMatch(text, "^Mål$", RegexOptions.Multiline));
        Assert.That(page, Is.GreaterThan(2));
        Assert.That(pdf.Text("-l", "1"), Does.Contain(Summaries.Text($"Målen står på s. {page}.")).And.Match(Summaries.Text($@"Mål[\s.]+{page}\b")));
    }

    [Test]
    public void A_link_to_nowhere_stays_plain_text()
    {
        using var pdf = DrawnPdf.Of(Summaries.Of(new ParagraphBlock([new LinkInline("borta", new Anchor("nowhere"))])));
        Assert.That(pdf.Text(), Does.Contain("borta"));
        Assert.That(pdf.Objects(), Does.Not.Contain("/Subtype /Link"));
    }

    [Test]
    public void A_heading_is_never_last_on_its_page()
    {
        var pages = new HashSet<int>();
        for (var lines = 30; lines < 60; lines++)
        {
            var above = Enumerable.Range(0, lines).Select(SummaryBlock (n) => new ParagraphBlock([new TextInline(Summaries.Text($"rad {n}"))], ParagraphStyle.Note));
            var places = Measure([.. above, new HeadingBlock(1, "Hamnarna", Summaries.Goals), new ParagraphBlock([new TextInline(Summaries.Sentences(8))]) { Anchor = new Anchor("after") }]);
            Assert.That(places["after"].Page, Is.EqualTo(places[Summaries.Goals.Name].Page), Summaries.Text($"{lines} lines above"));
            pages.Add(places["after"].Page);
        }

        Assert.That(pages, Is.EquivalentTo(new[] { 0, 1 }), "the heading has met the foot of the page");
    }

    [Test]
    public void A_table_over_pages_repeats_its_header_as_an_artifact()
    {
        using var pdf = DrawnPdf.Of(Summaries.Of(new TableBlock("Svarslista", [new("Instans"), new("Yttrande", 3)],
            [.. Enumerable.Range(1, 120).Select(n => ImmutableArray.Create(TableCell.Of(Summaries.Text($"Ort {n}")), TableCell.Of("Ett yttrande om farleden.")))])));
        Assert.That(pdf.Pages, Is.GreaterThan(2));
        Assert.That(Regex.Count(pdf.Text(), "Yttrande"), Is.EqualTo(pdf.Pages));
        Assert.That(Regex.Count(pdf.Structure(), "\"Yttrande\""), Is.EqualTo(1));
        Assert.That(Regex.Count(pdf.Text(), @"Svarslista \(forts\.\)"), Is.EqualTo(pdf.Pages - 1));
        Assert.That(Regex.Count(pdf.Structure(), @"^\s+TR\b", RegexOptions.Multiline), Is.EqualTo(121));
    }

    [Test]
    public void A_row_higher_than_a_page_goes_on_over_the_next_as_one_row()
    {
        using var pdf = DrawnPdf.Of(Summaries.Of(new TableBlock("Långt", [new("Instans"), new("Yttrande", 4)], [[TableCell.Of("Ekhamra"), TableCell.Of(Summaries.Sentences(150))]])));
        Assert.That(pdf.Pages, Is.GreaterThan(1));
        Assert.That(Regex.Count(pdf.Structure(), @"^\s+TD\b", RegexOptions.Multiline), Is.EqualTo(1));
        var text = Regex.Replace(pdf.Text(), @"[\s\u00AD]+", " ");
        for (var n = 1; n <= 150; n++) Assert.That(text, Does.Contain(Summaries.Text($"Mening {n} handlar")));
    }

    [Test]
    public void A_matrix_wider_than_the_page_comes_in_groups_with_the_bodies_repeated()
    {
        using var pdf = DrawnPdf.Of(Summaries.Of(Summaries.Matrix(bodies: 5, sections: 40)));
        var structure = pdf.Structure();
        var tables = Regex.Count(structure, @"^\s+Table\b", RegexOptions.Multiline);
        Assert.That(tables, Is.GreaterThan(1));
        Assert.That(Regex.Count(structure, "\"Instans 3\""), Is.EqualTo(tables));
        for (var n = 1; n <= 40; n++) Assert.That(Regex.Count(structure, Summaries.Text($"\"Avsnitt nummer {n}\"")), Is.EqualTo(1));
        Assert.That(Regex.Count(structure, @"^\s+TD\b", RegexOptions.Multiline), Is.EqualTo(5 * 40));
    }

    [Test]
    public void No_word_leaves_the_column()
    {
        var longest = new string('w', 300);
        using var pdf = DrawnPdf.Of(Summaries.Of(
            new HeadingBlock(1, longest, Summaries.Goals), Summaries.Body("https://www.ekhamra.example/" + longest), new QuoteBlock([longest]), new ListBlock([[new TextInline(longest)]]),
            new TableBlock(longest, [new(longest), new(longest), new("x", FitsContent: true)], [[TableCell.Of(longest), TableCell.Of(longest), TableCell.Of(longest)]]), Summaries.Stances()));
        foreach (Match word in Regex.Matches(pdf.Text("-bbox"), @"<word xMin=""([\d.]+)"" yMin=""[\d.]+"" xMax=""([\d.]+)"""))
        {
            Assert.That(double.Parse(word.Groups[1].Value, CultureInfo.InvariantCulture), Is.GreaterThan(Sheet.Left - 1));
            Assert.That(double.Parse(word.Groups[2].Value, CultureInfo.InvariantCulture), Is.LessThan(Sheet.Right + 1));
        }
    }

    // DejaVu has a glyph for U+EF00, which means nothing outside it.
    [Test]
    public void Characters_that_the_font_lacks_come_from_a_second_font_or_are_replaced_in_sight()
    {
        using var pdf = DrawnPdf.Of(Summaries.Of(Summaries.Body("Pil ➜ och tecken \U0001F9ED och \uEF00 slut")));
        Assert.That(pdf.Text(), Does.Contain("Pil ➜ och tecken □ och □ slut"));
        Assert.That(pdf.Fonts(), Does.Contain("DejaVu"));
    }

    [Test]
    public void A_chart_of_more_bars_than_a_page_goes_on_as_more_figures()
    {
        var bars = Enumerable.Range(1, 70).Select(n => new StanceBar(Summaries.Text($"Stapel {n}"), [new(Stance.Supports, n)])).ToImmutableArray();
        using var pdf = DrawnPdf.Of(Summaries.Of(Summaries.Stances() with { Bars = bars }));
        Assert.That(Regex.Count(pdf.Structure(), @"^\s*Figure\b", RegexOptions.Multiline), Is.EqualTo(pdf.Pages).And.GreaterThan(1));
        Assert.That(Regex.Count(pdf.Objects(), @"/Alt <feff"), Is.EqualTo(pdf.Pages));
    }

    [Test]
    public void An_empty_summary_is_one_page()
    {
        using var pdf = DrawnPdf.Of(Summaries.Of());
        Assert.That(pdf.Pages, Is.EqualTo(1));
        Assert.That(pdf.Info(), Does.Match(@"Pages:\s+1\b"));
    }

    [Test]
    public void The_logo_of_a_theme_stands_on_the_cover_with_its_text()
    {
        var theme = SummaryThemeFile.Default with { Logo = Images.Png(), LogoAlternativeText = "Region Mittsunds vapen" };
        using var pdf = DrawnPdf.Of(Summaries.Everything(), theme);
        Assert.That(Regex.Replace(pdf.Structure(), @"\s+", " "), Does.StartWith("Document Sect Figure"));
        Assert.That(pdf.Objects(), Does.Contain("/Alt (Region Mittsunds vapen)").And.Contain("/Subtype /Image").And.Not.Contain("/Interpolate true"));
    }

    [Test]
    public void A_broken_logo_is_refused_and_nothing_is_written()
    {
        using var output = new MemoryStream();
        var theme = SummaryThemeFile.Default with { Logo = new byte[] { 0x89, 0x50, 0x4E, 0x47 }, LogoAlternativeText = "Vapen" };
        var result = new PdfSummaryWriter().Write(Summaries.Everything(), theme, output, null, CancellationToken.None);
        Assert.That(result.Failure, Is.InstanceOf<Invalid>());
        Assert.That(output.Length, Is.Zero);
    }

    [Test]
    public void A_machine_without_the_fonts_gets_the_name_of_the_package()
    {
        using var output = new MemoryStream();
        var result = new PdfSummaryWriter(FontCatalogue.Scan([])).Write(Summaries.Everything(), SummaryThemeFile.Default, output, null, CancellationToken.None);
        Assert.That(result.Failure, Is.InstanceOf<Invalid>());
        Assert.That(result.Failure!.Message.Swedish, Does.Contain("Open Sans").And.Contain("fonts-open-sans"));
        Assert.That(output.Length, Is.Zero);
    }

    [Test]
    public void A_family_that_is_missing_gives_way_to_the_next()
    {
        using var pdf = DrawnPdf.Of(Summaries.Of(Summaries.Body("Hej")), SummaryThemeFile.Default with { Fonts = ["Finns Inte", "DejaVu Sans"] });
        Assert.That(pdf.Fonts(), Does.Contain("DejaVu").And.Not.Contain("Open"));
    }

    [Test]
    public void Stops_between_pages_when_told_to()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(
            () => new PdfSummaryWriter().Write(Summaries.Everything(), SummaryThemeFile.Default, Stream.Null, null, cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Progress_rises_to_one()
    {
        var told = new List<double>();
        new PdfSummaryWriter().Write(Summaries.Everything(), SummaryThemeFile.Default, Stream.Null, new Told(told), CancellationToken.None);
        Assert.That(told, Is.Ordered);
        Assert.That(told[^1], Is.EqualTo(1));
    }

    [Test]
    public void Draws_any_words() => Prop.ForAll<string[]>(words =>
    {
        string Word(int index) => words is { Length: > 0 } ? words[index % words.Length] ?? "" : "";
        var document = Summaries.Of(
            new CoverBlock(Word(0), Word(1), Word(2), Word(3), [new(Word(4), Word(5))], Word(6)), new HeadingBlock(1, Word(7), new Anchor(Word(8))), new ContentsBlock(3), Summaries.Body(Word(9)),
            new ParagraphBlock([new StanceInline(Stance.Doubtful, Word(1), Word(2), Word(3)), new LinkInline(Word(4), new Anchor(Word(8))), new PageReferenceInline(new Anchor(Word(2)))]),
            new QuoteBlock([Word(0), Word(1)]), new ListBlock([[new TextInline(Word(3))]]), new TableBlock(Word(1), [new(Word(2)), new(Word(3), FitsContent: true)], [[TableCell.Of(Word(4)), TableCell.Of(Word(5))], []]))
            with
        { Title = Word(3), RunningHeader = Word(4), Words = new WriterWords(Word(5), Word(6), Word(7)), DraftMark = Word(8) };
        using var output = new MemoryStream();
        return new PdfSummaryWriter().Write(document, SummaryThemeFile.Default, output, null, CancellationToken.None).IsOk && output.Length > 0;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static Dictionary<string, Place> Measure(params SummaryBlock[] blocks)
    {
        var document = Summaries.Of(blocks);
        var fonts = FontSet.Load(SummaryThemeFile.Default.Fonts, FontCatalogue.Installed).Value;
        var typesetter = new Typesetter(fonts, new Look(SummaryThemeFile.Default), document.Words, new PageNumbers(new Dictionary<string, Place>(), 1));
        var flow = new Flow(null, null);
        flow.Run(new BlockLayout(document, typesetter, null, []).Flowables());
        return flow.Places;
    }

    private sealed class Told(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
