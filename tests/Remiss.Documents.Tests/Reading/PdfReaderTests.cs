using System.Globalization;
using System.Text;
using Remiss.Documents.Reading;
using Remiss.Documents.Tests.Reading.Making;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Tests.Reading;

internal sealed class PdfReaderTests
{
    private const string Long = "Norrviks kommun har getts tillfälle att yttra sig över förslaget till strategi för Region Mittsund. Kommunen anser att hälso- och sjukvården ska samordnas bättre, och att kommunerna ska få mer tid att genomföra målen.";
    private const string Other = "Utbyggnaden av bredband måste fortsätta på landsbygden. Frågan om finansiering behöver klargöras i den överenskommelse som ska träffas mellan kommunerna och regionen under det kommande året.";

    [Test]
    public async Task Joins_lines_into_paragraphs_and_mends_divided_words()
    {
        var pdf = new PdfMaker { Title = "Yttrande över strategi" }.Page();
        double y = pdf.Paragraph(70, 90, 450, "Kommunen ser positivt på de kompetens|utvecklingsinsatser som föreslås för hälso- och sjuk|vården, liksom på IT|stödet för e|hälsa och på planen för äldre| och barnomsorg i hela länet under perioden.");
        pdf.Paragraph(70, y + 14.3, 450, Other);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Outline(text), Is.EqualTo(new[]
        {
            "Paragraph Kommunen ser positivt på de kompetensutvecklingsinsatser som föreslås för hälso- och sjukvården, liksom på IT-stödet för e-hälsa och på planen för äldre- och barnomsorg i hela länet under perioden.",
            "Paragraph " + Other,
        }));
        Assert.That(text.Title, Is.EqualTo("Yttrande över strategi"));
        Assert.That(text.Format, Is.EqualTo(SourceFormat.Pdf));
    }

    [Test]
    public async Task Tells_headings_by_size_and_by_weight()
    {
        var pdf = new PdfMaker().Page().At(70, 80, "Yttrande över strategin", 18, bold: true);
        double y = pdf.Paragraph(70, 110, 450, Long);
        pdf.At(70, y + 28, "3.1 Digital kompetens", 14).At(70, y + 50, "Våra synpunkter", 11, bold: true);
        pdf.Paragraph(70, y + 64.3, 450, Other);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Heading1 Yttrande över strategin", "Paragraph " + Long, "Heading2 3.1 Digital kompetens", "Heading3 Våra synpunkter", "Paragraph " + Other }));
        Assert.That(text.Blocks[0].Stated, Is.False);
    }

    [Test]
    public async Task Reads_points_of_every_kind_with_their_nesting()
    {
        var pdf = new PdfMaker().Page().At(70, 80, "Kommunen ser särskilt behov av:");
        pdf.At(76, 100, "•").At(94, 100, "gemensamma standarder");
        pdf.At(76, 114.3, "•");
        double y = pdf.Paragraph(94, 114.3, 400, "riktade insatser för små företag i landsbygdsmiljöer samt att regionens roll som möjliggörare för näringslivet konkretiseras") + 14.3;
        pdf.At(94, y, "–").At(110, y, "en underpunkt").At(76, y + 14.3, "•").At(94, y + 14.3, "stöd");
        pdf.At(70, y + 50, "1)").At(90, y + 50, "numrerad ett").At(70, y + 64.3, "2)").At(90, y + 64.3, "numrerad två");
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Outline(text), Is.EqualTo(new[]
        {
            "Paragraph Kommunen ser särskilt behov av:",
            "ListItem1 gemensamma standarder",
            "ListItem1 riktade insatser för små företag i landsbygdsmiljöer samt att regionens roll som möjliggörare för näringslivet konkretiseras",
            "ListItem2 en underpunkt", "ListItem1 stöd", "ListItem1 1) numrerad ett", "ListItem1 2) numrerad två",
        }));
        Assert.That(text.Text, Does.Contain("• gemensamma standarder\n• riktade"));
    }

    [Test]
    public async Task Tells_running_headers_and_page_numbers_from_the_text()
    {
        var pdf = new PdfMaker();
        for (int page = 1; page <= 3; page++)
        {
            pdf.Page().At(70, 40, "Norrviks kommun", 9).At(480, 40, $"Sida {page} av 3", 9).At(70, 810, "Storgatan 1, Norrvik", 8);
            pdf.At(70, 90, $"3.{page} Mål {(char)('A' + page)}", 14, bold: true);
            pdf.Paragraph(70, 120, 450, page == 2 ? Other : Long);
        }
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Of(text, BlockKind.PageFurniture), Has.Length.EqualTo(9));
        Assert.That(Reader.Of(text, BlockKind.Heading), Is.EqualTo(new[] { "3.1 Mål B", "3.2 Mål C", "3.3 Mål D" }));
        Assert.That(text.Pages.Count, Is.EqualTo(3));
        Assert.That(text.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Page), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Does_not_take_two_pages_that_start_alike_for_furniture()
    {
        var pdf = new PdfMaker();
        for (int page = 1; page <= 2; page++) pdf.Page().Paragraph(70, 80, 450, Long);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "Paragraph " + Long, "Paragraph " + Long }));
    }

    [TestCase("2(9)")]
    [TestCase("Sida 2 av 9")]
    [TestCase("Sid 2 (9)")]
    [TestCase("2/9")]
    public async Task Knows_a_page_mark_on_a_single_page(string mark)
    {
        var pdf = new PdfMaker().Page().At(500, 40, mark, 9);
        pdf.Paragraph(70, 120, 450, Long);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Outline(text), Is.EqualTo(new[] { "PageFurniture " + mark, "Paragraph " + Long }));
    }

    [Test]
    public async Task Tells_the_printed_page_numbers_from_the_file_s()
    {
        var pdf = new PdfMaker().Page().At(200, 300, "Strategi", 24);
        for (int page = 2; page <= 5; page++)
        {
            pdf.Page().At(297, 800, $"{page - 1}", 9);
            pdf.Paragraph(70, 90, 450, page % 2 == 0 ? Long : Other);
        }
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(text.Pages.PrintedOffset, Is.EqualTo(-1));
        Assert.That(Reader.Of(text, BlockKind.PageFurniture), Is.EqualTo(new[] { "1", "2", "3", "4" }));
    }

    [Test]
    public async Task Joins_a_paragraph_over_a_page_break_and_knows_where_it_turns()
    {
        var pdf = new PdfMaker().Page().At(500, 40, "1(2)", 9).At(70, 780, "Här börjar ett stycke som inte är slut och som därför går vidare till", 11);
        pdf.Page().At(500, 40, "2(2)", 9).At(70, 90, "nästa sida i handlingen.").At(70, 130, "Ett nytt stycke.");
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Outline(text), Is.EqualTo(new[]
        {
            "PageFurniture 1(2)", "Paragraph Här börjar ett stycke som inte är slut och som därför går vidare till nästa sida i handlingen.", "PageFurniture 2(2)", "Paragraph Ett nytt stycke.",
        }));
        Assert.That(text.Pages.PageAt(text.Text.IndexOf("till", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(text.Pages.PageAt(text.Text.IndexOf("nästa", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task Reads_the_left_column_before_the_right()
    {
        var pdf = new PdfMaker().Page().At(60, 60, "En rubrik som går över hela sidans bredd", 18, bold: true);
        double left = pdf.Paragraph(60, 100, 225, Long), right = pdf.Paragraph(310, 103, 225, Other);
        pdf.At(60, Math.Max(left, right) + 40, "Avslutning", 14, bold: true);
        pdf.Paragraph(60, Math.Max(left, right) + 60, 475, "Detta stycke går åter över hela sidans bredd, från den ena marginalen till den andra, i två rader.");
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Outline(text), Is.EqualTo(new[]
        {
            "Heading1 En rubrik som går över hela sidans bredd", "Paragraph " + Long, "Paragraph " + Other, "Heading2 Avslutning",
            "Paragraph Detta stycke går åter över hela sidans bredd, från den ena marginalen till den andra, i två rader.",
        }));
    }

    [Test]
    public async Task Reads_a_table_row_by_row()
    {
        var pdf = new PdfMaker().Page().At(70, 90, "Fråga", bold: true).At(260, 90, "Svar", bold: true).At(420, 90, "Ansvarig", bold: true);
        pdf.At(70, 108, "Ska planen antas?").At(260, 108, "Ja, med ändringar").At(420, 108, "KS");
        pdf.At(70, 126, "Ska den följas upp?").At(260, 126, "Ja, varje år enligt").At(420, 126, "Regionen").At(260, 139, "den modell som finns");
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Of(text, BlockKind.TableCell), Is.EqualTo(new[]
        {
            "Fråga", "Svar", "Ansvarig", "Ska planen antas?", "Ja, med ändringar", "KS", "Ska den följas upp?", "Ja, varje år enligt den modell som finns", "Regionen",
        }));
    }

    [Test]
    public async Task Recognises_contents_with_and_without_leaders()
    {
        var pdf = new PdfMaker().Page().At(70, 90, "Innehåll", 16, bold: true);
        pdf.At(70, 120, "1 Inledning " + new string('.', 90) + " 3").At(70, 136, "2 Mål " + string.Concat(Enumerable.Repeat(". ", 60)) + "5").At(70, 152, "2.1 Digital kompetens").At(520, 152, "7").At(70, 168, "2.2 Bredband").At(515, 168, "12");
        pdf.Paragraph(70, 240, 450, Long);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Of(text, BlockKind.ContentsEntry), Is.EqualTo(new[] { "1 Inledning\t3", "2 Mål\t5", "2.1 Digital kompetens\t7", "2.2 Bredband\t12" }));
        Assert.That(Reader.Of(text, BlockKind.Paragraph), Is.EqualTo(new[] { Long }));
    }

    [Test]
    public async Task Sets_footnotes_apart_and_raises_their_sign()
    {
        var pdf = new PdfMaker().Page();
        double y = pdf.Paragraph(70, 90, 450, Long);
        double end = 70 + PdfMaker.WidthOf("Så säger direktiven,", 11);
        pdf.At(70, y + 28, "Så säger direktiven,").At(end + 0.3, y + 24, "1", 6.5);
        pdf.At(70, 747, "1", 5.5).At(75, 750, "Se planen från 2024.", 8.5).At(70, 758, "2", 5.5).At(75, 761, "Se beslutet.", 8.5);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Outline(text).Skip(1), Is.EqualTo(new[] { "Paragraph Så säger direktiven,¹", "Footnote 1 Se planen från 2024.", "Footnote 2 Se beslutet." }));
    }

    [Test]
    public async Task Parts_a_note_from_its_number_and_from_the_footer_right_below()
    {
        var pdf = new PdfMaker();
        foreach (string body in new[] { Long, Other })
        {
            pdf.Page().Paragraph(70, 90, 450, body);
            pdf.At(70, 752, "1Se planen från år " + body.Length, 9);
            pdf.At(70, 764, "Norrviks kommun, Storgatan 3, 861 00 Norrvik, org.nr 212000-0000, bankgiro 000-0000, kommun@norrvik.example", 8);
        }
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Of(text, BlockKind.Footnote), Is.EqualTo(new[] { $"1 Se planen från år {Long.Length}", $"1 Se planen från år {Other.Length}" }));
        Assert.That(Reader.Of(text, BlockKind.PageFurniture), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Takes_the_date_that_a_browser_prints_on_every_page_for_furniture()
    {
        var pdf = new PdfMaker();
        foreach (string body in new[] { Long, Other })
        {
            pdf.Page().At(30, 24, "11/21/26, 3:51 AM", 8);
            pdf.Paragraph(70, 90, 450, body);
        }
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Of(text, BlockKind.PageFurniture), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Parts_cells_that_stand_close_and_keeps_what_goes_on_below_a_number()
    {
        const string Mid = "Kommunen ser svårigheter med förslaget i mindre";
        var pdf = new PdfMaker().Page();
        string[] heads = ["Avsnitt", "Synpunkt", "Ställningstagande"];
        double[] places = [60, 394.5 - PdfMaker.WidthOf(Mid, 11), 400];
        for (int i = 0; i < 3; i++) pdf.At(places[i], 80, heads[i], bold: true);
        double y = 104;
        foreach ((string number, string stance) in new[] { ("2 Nuläge", "Tillstyrker"), ("3.1", "Avstyrker"), ("3.2", "Tveksam") })
        {
            pdf.At(60, y, number).At(400, y, stance);
            // Ends right before the last cell, a little wider than a space from it.
            pdf.At(places[1], y, number == "3.1" ? Mid : "Kommunen ser").At(places[1], y + 13, "Kommunen vill se ett förtydligande om ansvaret.");
            y += 36;
        }
        pdf.Page();
        for (int i = 0; i < 3; i++) pdf.At(places[i] + 4 * i, 280, heads[i], bold: true);
        pdf.Paragraph(60, 310, 450, Long);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        const string End = " Kommunen vill se ett förtydligande om ansvaret.";
        Assert.That(Reader.Of(text, BlockKind.TableCell), Is.EqualTo(new[]
        {
            "Avsnitt", "Synpunkt", "Ställningstagande",
            "2 Nuläge", "Kommunen ser" + End, "Tillstyrker", "3.1", Mid + End, "Avstyrker", "3.2", "Kommunen ser" + End, "Tveksam",
        }));
        Assert.That(Reader.Of(text, BlockKind.PageFurniture), Is.EqualTo(heads), "the table's headings, once more where it goes on");
    }

    [Test]
    public async Task Takes_a_line_stretched_to_the_edges_for_no_table()
    {
        var pdf = new PdfMaker().Page();
        double y = pdf.Paragraph(70, 90, 300, "Kommunen anser att skolan, vården, omsorgen, biblioteken och alla");
        foreach (string _ in new[] { "", "" })
        {
            y += 14.3;
            double x = 70;
            foreach (string word in new[] { "tillgängliga", "och", "informationssäkra", "tjänster" })
            {
                pdf.At(x, y, word);
                x += PdfMaker.WidthOf(word, 11) + 22;
            }
        }
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Of(text, BlockKind.TableCell), Is.Empty);
    }

    /// <summary>Found by strewing words at random: the mark of a point among footnotes was lost.</summary>
    [Test]
    public async Task Keeps_the_mark_of_a_point_in_a_footnote()
    {
        var pdf = new PdfMaker().Page();
        pdf.Paragraph(70, 90, 450, Long);
        pdf.At(70, 747, "1", 5.5).At(75, 750, "Se planen:", 8.5).At(75, 761, "o", 8.5).At(90, 761, "kapitel två", 8.5);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Of(text, BlockKind.Footnote), Is.EqualTo(new[] { "1 Se planen:", "kapitel två" }));
        Assert.That(text.Text, Does.EndWith("o kapitel två"));
    }

    /// <summary>Found by strewing words at random: a note that ends as a contents line does swallowed the line after it.</summary>
    [Test]
    public async Task Keeps_all_of_a_footnote_that_looks_like_a_contents_line()
    {
        var pdf = new PdfMaker().Page();
        pdf.Paragraph(70, 90, 450, Long);
        pdf.At(70, 747, "1", 5.5).At(75, 750, "Se planen ............ 12", 8.5).At(75, 760, "och dess bilaga", 8.5);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Of(text, BlockKind.Footnote), Is.EqualTo(new[] { "1 Se planen ............ 12 och dess bilaga" }));
    }

    /// <summary>Found by strewing words at random: what stood below the number was lost.</summary>
    [Test]
    public async Task Keeps_what_stands_below_a_number_in_a_table_after_the_contents()
    {
        var pdf = new PdfMaker().Page().At(70, 90, "Innehåll", 16, bold: true);
        pdf.At(70, 120, "1 Inledning").At(300, 120, "3").At(300, 133, "och bilaga").At(70, 160, "2 Mål").At(300, 160, "5");
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(text.Text, Does.Contain("och bilaga"));
    }

    [Test]
    public async Task Reads_500_pages()
    {
        var pdf = new PdfMaker();
        for (int page = 1; page <= 500; page++) pdf.Page().At(297, 800, $"{page}", 9).At(70, 90, $"Stycke nummer {page * 7} står här.");
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(text.Pages.Count, Is.EqualTo(500));
        Assert.That(text.Blocks[^1].Page, Is.EqualTo(500));
        Assert.That(text.TextOf(text.Blocks[^1]), Is.EqualTo("Stycke nummer 3500 står här."));
        Assert.That(await Reader.Refusal(pdf.Bytes(), limits: new ReadLimits { MaxPages = 499 }), Does.Contain("499 sidor"));
    }

    [Test]
    public async Task Refuses_a_damaged_or_cut_off_file()
    {
        byte[] whole = new PdfMaker().Page().At(70, 90, "Text.").Page().At(70, 90, "Mer text.").Bytes();
        Assert.That(await Reader.Refusal(whole[..(whole.Length * 2 / 3)]), Does.Contain("avklippt"));
        // A file made for the web has its directory first, so that poppler opens what is left of it.
        byte[] web = await Qpdf(whole, "--linearize");
        Assert.That(await Reader.Refusal(web[..(web.Length / 2)]), Does.Contain("avklippt"));
        Assert.That(await Reader.Refusal("%PDF-1.7\nskräp och inget annat"u8.ToArray()), Does.Contain("skadad"));
    }

    [Test]
    public async Task Reads_a_file_that_only_lacks_its_end_mark_and_says_so()
    {
        byte[] whole = new PdfMaker().Page().At(70, 90, "Text.").Bytes();
        DocumentText text = await Reader.ReadOne(whole[..whole.AsSpan().IndexOf("startxref"u8)]);
        Assert.That(text.Text, Is.EqualTo("Text."));
        Assert.That(text.Remarks.Single().Swedish, Does.Contain("slutmarkering"));
    }

    [Test]
    public async Task Refuses_an_encrypted_file_and_reads_one_that_only_limits_printing()
    {
        byte[] plain = new PdfMaker().Page().At(70, 90, "Hemligt.").Bytes();
        Assert.That(await Reader.Refusal(await Qpdf(plain, "--encrypt", "user", "owner", "256", "--")), Does.Contain("lösenord"));
        Assert.That((await Reader.ReadOne(await Qpdf(plain, "--encrypt", "", "owner", "256", "--print=none", "--"))).Text, Is.EqualTo("Hemligt."));
    }

    [Test]
    public async Task Says_what_to_do_when_time_runs_out()
    {
        byte[] pdf = new PdfMaker().Page().At(70, 90, "Text.").Bytes();
        Assert.That(await Reader.Refusal(pdf, limits: new ReadLimits { ToolTimeout = TimeSpan.FromTicks(1) }), Does.Contain("längre tid"));
    }

    [Test]
    public async Task Remarks_on_pages_without_text()
    {
        DocumentText text = await Reader.ReadOne(new PdfMaker().Page().At(70, 90, "Text.").Page().Page().Page().At(70, 90, "Slut.").Bytes());
        Assert.That(text.Remarks.Single().Swedish, Does.Contain("2–3"));
        Assert.That(text.Blocks[1].Page, Is.EqualTo(4));
    }

    [Test]
    public async Task Reads_a_scanned_page_by_OCR_and_marks_it_so()
    {
        DocumentText text = await Reader.ReadOne(await Scanned());
        Assert.That(text.MachineRead, Is.True);
        Assert.That(text.Remarks[0].Swedish, Does.Contain("OCR"));
        Assert.That(text.Text, Does.Contain("Norrviks kommun").And.Contain("yttra sig"));
    }

    [Test]
    public async Task Reads_a_scanned_page_behind_a_written_letter()
    {
        byte[] letter = new PdfMaker().Page().At(70, 90, "Norrviks yttrande följer.").Page().Bytes();
        DocumentText text = await Reader.ReadOne(await Bound(letter, await Scanned()));
        Assert.That(text.MachineRead, Is.True);
        Assert.That(text.TextOf(text.Blocks[0]), Is.EqualTo("Norrviks yttrande följer."));
        int scanned = text.Text.IndexOf("getts tillfälle", StringComparison.Ordinal);
        Assert.That(text.Pages.PageAt(scanned), Is.EqualTo(3));
        Assert.That(text.Remarks.Select(r => r.Swedish), Has.One.Contains("sidan 3").And.One.Contains("sidan 2"));
    }

    [Test]
    public async Task Takes_small_print_at_the_foot_of_a_single_page_for_the_sender_s_address()
    {
        var pdf = new PdfMaker().Page().At(70, 790, "Norrviks kommun, 123 45 Norrvik", 7.5).At(300, 790, "Telefon 0123-45 67 89", 7.5).At(70, 800, "kommun@norrvik.example", 7.5);
        pdf.Paragraph(70, 90, 450, Long);
        DocumentText text = await Reader.ReadOne(pdf.Bytes());
        Assert.That(Reader.Of(text, BlockKind.PageFurniture), Has.Length.EqualTo(3));
        Assert.That(Reader.Of(text, BlockKind.Paragraph), Is.EqualTo(new[] { Long }));
    }

    /// <summary>A page drawn, and put back into a PDF as a picture.</summary>
    private static async Task<byte[]> Scanned()
    {
        var pdf = new PdfMaker().Page();
        pdf.Paragraph(70, 90, 450, Long, 14);
        string folder = Directory.CreateTempSubdirectory("remiss-test-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "in.pdf"), pdf.Bytes());
            await Tool.Run("pdftoppm", "-r", "150", "-gray", "-singlefile", Path.Combine(folder, "in.pdf"), Path.Combine(folder, "page"));
            return Picture(await File.ReadAllBytesAsync(Path.Combine(folder, "page.pgm")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A PDF of one page that is only the picture, given as a binary PGM: three words of header, then the grey of each point.</summary>
    private static byte[] Picture(byte[] pgm)
    {
        string[] head = Encoding.ASCII.GetString(pgm, 0, 40).Split((char[]?)null, 5);
        (int width, int height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        byte[] points = pgm[^(width * height)..];
        const string Content = "q 595 0 0 842 0 0 cm /I Do Q\n";
        string start = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>\nendobj\n"
            + $"4 0 obj\n<< /Length {Content.Length} >>\nstream\n{Content}endstream\nendobj\n"
            + $"5 0 obj\n<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length {points.Length} >>\nstream\n";
        return [.. Encoding.Latin1.GetBytes(start), .. points, .. "\nendstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"u8];
    }

    private static async Task<byte[]> Qpdf(byte[] pdf, params string[] options)
    {
        string folder = Directory.CreateTempSubdirectory("remiss-test-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "in.pdf"), pdf);
            await Tool.Run("qpdf", [.. options, Path.Combine(folder, "in.pdf"), Path.Combine(folder, "out.pdf")]);
            return await File.ReadAllBytesAsync(Path.Combine(folder, "out.pdf"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<byte[]> Bound(byte[] first, byte[] second)
    {
        string folder = Directory.CreateTempSubdirectory("remiss-test-").FullName;
        try
        {
            string one = Path.Combine(folder, "1.pdf"), two = Path.Combine(folder, "2.pdf"), both = Path.Combine(folder, "both.pdf");
            await File.WriteAllBytesAsync(one, first);
            await File.WriteAllBytesAsync(two, second);
            await Tool.Run("qpdf", "--empty", "--pages", one, two, "--", both);
            return await File.ReadAllBytesAsync(both);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
