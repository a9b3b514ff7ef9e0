using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Commands;

public sealed class CompileCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _folder.Write("plan.txt", Samples.Document);
        _folder.Write("svar/norrvik.txt", Samples.Reply);
        _folder.Write("svar/sjobacka.txt", Samples.OtherReply);
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Compiles_a_folder_of_replies_to_a_PDF_with_the_facts_given()
    {
        CliRun run = await CompileAsync("--title", "Bredband för alla", "--registration-number", "RM 2026/77", "--organisation", "Region Mittsund");
        string text = TextOf(_folder["ut.pdf"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Out, Does.Contain("Bredband för alla: 2 svar lästa").And.Contain(_folder["ut.pdf"]));
            Assert.That(text, Does.Contain("Bredband för alla").And.Contain("RM 2026/77").And.Contain("Region Mittsund"));
            Assert.That(text, Does.Contain("Norrviks kommun").And.Contain("Sjöbacka kommun"));
        });
    }

    [Test]
    public async Task Says_in_English_how_the_comments_came_to_their_sections()
    {
        CliRun run = await CompileAsync("--lang", "en");

        Assert.That(run.Out, Does.Contain("2 replies read").And.Contain("with a section by the reply's heading"));
    }

    [Test]
    public async Task A_bad_reply_is_listed_on_screen_and_in_the_annex_and_stops_no_other()
    {
        _folder.Write("svar/tom.pdf", []);
        CliRun run = await CompileAsync();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Out, Does.Contain("tom.pdf").And.Contain("2 svar lästa"));
            Assert.That(TextOf(_folder["ut.pdf"]), Does.Contain("tom.pdf").And.Contain("Norrviks kommun"));
        });
    }

    [TestCaseSource(nameof(BadFiles))]
    public async Task Each_kind_of_bad_file_is_refused_with_its_name_and_a_reason(string name, byte[] bytes)
    {
        _folder.Write("svar/" + name, bytes);
        CliRun run = await CompileAsync("--json");

        using JsonDocument json = JsonDocument.Parse(run.Out);
        JsonElement refused = json.RootElement.GetProperty("refused")[0];
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(refused.GetProperty("file").GetString(), Is.EqualTo(name));
            Assert.That(refused.GetProperty("reason").GetString(), Does.Contain(name).And.EndWith("."));
            Assert.That(json.RootElement.GetProperty("replies").GetArrayLength(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task The_same_file_twice_counts_once_and_is_said()
    {
        _folder.Write("svar/norrvik (1).txt", Samples.Reply);
        CliRun run = await CompileAsync();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(run.Out, Does.Contain("2 svar lästa").And.Contain("norrvik.txt är samma fil som norrvik (1).txt"));
        });
    }

    [Test]
    public async Task Two_different_replies_of_one_sender_are_both_in_and_remarked_on()
    {
        _folder.Write("svar/norrvik ny.txt", Samples.Reply + "\nAvsnitt 3\n\nKommunen tillstyrker uppföljningen.\n");

        CliRun run = await CompileAsync();

        Assert.That(run.Out, Does.Contain("3 svar lästa").And.Contain("Norrviks kommun har svarat i flera filer"));
    }

    [Test]
    public async Task Takes_files_and_folders_together_and_each_once()
    {
        CliRun run = await CliRun.OfAsync(
            "compile", "--document", _folder["plan.txt"], "--replies", _folder["svar/norrvik.txt"], _folder["svar"], "--out", _folder["ut.pdf"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Out, Does.Contain("2 svar lästa").And.Not.Contain("samma fil"));
        });
    }

    [Test]
    public async Task Nothing_is_written_when_no_reply_can_be_read()
    {
        _folder.Write("tomma/a.pdf", []);
        CliRun run = await CliRun.OfAsync("compile", "--document", _folder["plan.txt"], "--replies", _folder["tomma"], "--out", _folder["ut.pdf"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("a.pdf"));
            Assert.That(File.Exists(_folder["ut.pdf"]), Is.False);
        });
    }

    [Test]
    public async Task An_empty_folder_of_replies_is_refused()
    {
        Directory.CreateDirectory(_folder["inga"]);
        CliRun run = await CliRun.OfAsync("compile", "--document", _folder["plan.txt"], "--replies", _folder["inga"], "--out", _folder["ut.pdf"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("inga svar att ställa samman"));
        });
    }

    [Test]
    public async Task Never_writes_over_a_file_that_it_reads()
    {
        _folder.Write("svar/ekhamra.pdf", "inget");
        CliRun run = await CliRun.OfAsync("compile", "--document", _folder["plan.txt"], "--replies", _folder["svar"], "--out", _folder["svar/ekhamra.pdf"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("skulle skrivas över"));
            Assert.That(File.ReadAllText(_folder["svar/ekhamra.pdf"]), Is.EqualTo("inget"));
        });
    }

    [Test]
    public async Task Never_writes_over_a_file_that_it_reads_though_a_linked_folder_leads_there()
    {
        _folder.Write("svar/ekhamra.pdf", "inget");
        Directory.CreateSymbolicLink(_folder["genväg"], _folder["svar"]);
        CliRun run = await CliRun.OfAsync("compile", "--document", _folder["plan.txt"], "--replies", _folder["svar"], "--out", _folder["genväg/ekhamra.pdf"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(File.ReadAllText(_folder["svar/ekhamra.pdf"]), Is.EqualTo("inget"));
        });
    }

    [Test]
    [Platform("Linux")]
    public async Task A_device_among_the_replies_is_refused_and_not_read_for_ever()
    {
        File.CreateSymbolicLink(_folder["svar/oändlig.txt"], "/dev/zero");
        CliRun run = await CliRun.OfAsync("compile", "--document", _folder["plan.txt"], "--replies", _folder["svar"], "--out", _folder["ut.pdf"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Out, Does.Contain("oändlig.txt").And.Contain("är tom"));
            Assert.That(File.Exists(_folder["ut.pdf"]));
        });
    }

    [Test]
    public async Task Bad_files_that_are_alike_are_each_refused_by_name()
    {
        _folder.Write("svar/tom1.pdf", []);
        _folder.Write("svar/tom2.pdf", []);
        CliRun run = await CliRun.OfAsync("compile", "--document", _folder["plan.txt"], "--replies", _folder["svar"], "--out", _folder["ut.pdf"]);

        Assert.That(run.Out, Does.Contain("tom1.pdf").And.Contain("tom2.pdf").And.Not.Contain("samma fil"));
    }

    [TestCase("ut.docx")]
    [TestCase("svar")]
    [TestCase("plan.txt/ut.pdf")]
    public async Task An_output_that_cannot_be_is_wrong_usage_before_any_work(string output)
    {
        CliRun run = await CliRun.OfAsync("compile", "--document", _folder["plan.txt"], "--replies", _folder["svar"], "--out", _folder[output]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain(output.Split('/')[0]));
        });
    }

    [TestCase("1,5")]
    [TestCase("-0.1")]
    [TestCase("mycket")]
    public async Task A_threshold_outside_0_to_1_is_wrong_usage(string accept)
    {
        CliRun run = await CompileAsync("--accept", accept);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain(accept));
        });
    }

    [TestCase("0.8")]
    [TestCase("0,8")]
    public async Task A_threshold_may_have_point_or_comma(string accept)
    {
        Assert.That((await CompileAsync("--accept", accept)).ExitCode, Is.Zero);
    }

    [TestCase("--order", "bokstav")]
    [TestCase("--engine", "gåspenna")]
    [TestCase("--engine", "questpdf")]
    [TestCase("--theme", "finns-inte.json")]
    [TestCase("--sections", "finns-inte.yaml")]
    public async Task An_impossible_choice_is_wrong_usage(params string[] option)
    {
        Assert.That((await CompileAsync(option)).ExitCode, Is.EqualTo(2));
    }

    [TestCase("section")]
    [TestCase("body")]
    [TestCase("table")]
    public async Task Draws_each_order(string order)
    {
        CliRun run = await CompileAsync("--order", order, "--final");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(TextOf(_folder["ut.pdf"]), Does.Contain("Sjöbacka kommun"));
        });
    }

    [Test]
    public async Task Is_marked_as_a_draft_unless_final()
    {
        await CompileAsync();
        string draft = TextOf(_folder["ut.pdf"]);
        await CompileAsync("--final");

        Assert.Multiple(() =>
        {
            Assert.That(draft, Does.Contain("Utkast"));
            Assert.That(TextOf(_folder["ut.pdf"]), Does.Not.Contain("Utkast"));
        });
    }

    [Test]
    public async Task Leaves_nothing_beside_the_summary_and_makes_its_folder()
    {
        CliRun run = await CliRun.OfAsync("compile", "--document", _folder["plan.txt"], "--replies", _folder["svar"], "--out", _folder["ny/mapp/ut.pdf"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(_folder.Files(), Is.EqualTo(new[] { "ny/mapp/ut.pdf", "plan.txt", "svar/norrvik.txt", "svar/sjobacka.txt" }));
        });
    }

    [Test]
    public async Task Stopped_by_the_user_it_leaves_the_old_summary_as_it_was()
    {
        _folder.Write("ut.pdf", "den gamla");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        CliRun run = await CliRun.InAsync([], stop.Token, "compile", "--document", _folder["plan.txt"], "--replies", _folder["svar"], "--out", _folder["ut.pdf"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(130));
            Assert.That(run.Error, Does.Contain("Avbrutet."));
            Assert.That(File.ReadAllText(_folder["ut.pdf"]), Is.EqualTo("den gamla"));
            Assert.That(_folder.Files(), Has.Length.EqualTo(4));
        });
    }

    [Test]
    public async Task The_same_input_gives_the_same_text()
    {
        await CompileAsync();
        string first = TextOf(_folder["ut.pdf"]);
        await CompileAsync();

        Assert.That(TextOf(_folder["ut.pdf"]), Is.EqualTo(first));
    }

    private static IEnumerable<TestCaseData> BadFiles()
    {
        yield return new TestCaseData("tom.docx", Array.Empty<byte>()).SetArgDisplayNames("empty");
        yield return new TestCaseData("avklippt.docx", Zip("word/document.xml", "<w:document/>")[..40]).SetArgDisplayNames("cut off");
        yield return new TestCaseData("bild.pdf", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 }).SetArgDisplayNames("wrong type under a right name");
        yield return new TestCaseData("last.doc", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0 }).SetArgDisplayNames("old Word");
        yield return new TestCaseData("bomb.docx", Zip("word/document.xml", new string(' ', 600_000_000))).SetArgDisplayNames("zip bomb");
        yield return new TestCaseData("entiteter.docx", Zip("word/document.xml", XmlBomb)).SetArgDisplayNames("XML bomb");
        yield return new TestCaseData("brus.txt", Noise()).SetArgDisplayNames("bytes of no encoding");
    }

    private const string XmlBomb = """
        <?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>
        """;

    private static byte[] Noise() => [.. Enumerable.Range(0, 4000).Select(i => (byte)((i * 2654435761L >> 7) & 0x1F))];

    private static byte[] Zip(string name, string content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = new StreamWriter(zip.CreateEntry("[Content_Types].xml").Open()))
                types.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
            writer.Write(content);
        }
        return stream.ToArray();
    }

    private static string TextOf(string pdf)
    {
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(pdf);
        start.ArgumentList.Add("-");
        using Process process = Process.Start(start)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    private Task<CliRun> CompileAsync(params string[] options) => CliRun.OfAsync(
        ["compile", "--document", _folder["plan.txt"], "--replies", _folder["svar"], "--out", _folder["ut.pdf"], .. options]);
}
