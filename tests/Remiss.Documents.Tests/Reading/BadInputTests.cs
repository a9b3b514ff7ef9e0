using System.Text;
using Remiss.Documents.Reading;
using Remiss.Documents.Reading.Pdf;
using Remiss.Documents.Reading.Tools;
using Remiss.Documents.Tests.Reading.Making;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Tests.Reading;

internal sealed class BadInputTests
{
    private static readonly byte[] GoodDocx = PackageMaker.Docx(PackageMaker.P("Norrviks kommun tillstyrker förslaget."));

    [Test]
    public async Task Refuses_an_empty_file() => Assert.That(await Reader.Refusal([]), Does.Contain("tom"));

    [TestCase(126, "går inte att starta")]
    [TestCase(127, "går inte att starta")]
    [TestCase(1, "skadad")]
    public void Blames_the_machine_and_not_the_sender_where_the_program_does_not_start(int exitCode, string said)
    {
        var run = new ToolRun<BboxDocument>(ToolEnd.Failed, null, "", exitCode);
        Assert.That(PdfReader.Refused(run, new SourceFile("svar.pdf", GoodDocx), new ReadLimits())!.Message.Swedish, Does.Contain(said).And.Contain("svar.pdf"));
    }

    [Test]
    [NonParallelizable]
    public async Task Says_that_the_folder_for_temporary_files_cannot_be_written_to()
    {
        byte[] pdf = new PdfMaker().Page().At(70, 90, "Norrviks kommun tillstyrker förslaget.").Bytes();
        string? before = Environment.GetEnvironmentVariable("TMPDIR");
        Environment.SetEnvironmentVariable("TMPDIR", "/dev/null/finns-inte");
        try
        {
            Assert.That(await Reader.Refusal(pdf), Does.Contain("tillfälliga filer (/dev/null/finns-inte"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", before);
        }
    }

    [Test]
    public async Task Refuses_a_package_that_is_cut_off() =>
        Assert.That(await Reader.Refusal(GoodDocx[..(GoodDocx.Length / 2)]), Does.Contain("avklippt"));

    [Test]
    public async Task Refuses_a_zip_bomb_by_its_ratio()
    {
        byte[] bomb = PackageMaker.Docx("<w:p><w:r><w:t>" + new string('a', 40_000_000) + "</w:t></w:r></w:p>");
        Assert.That(bomb, Has.Length.LessThan(100_000));
        Assert.That(await Reader.Refusal(bomb), Does.Contain("zip-bomb"));
    }

    [Test]
    public async Task Refuses_a_zip_bomb_by_its_stated_size()
    {
        Assert.That(await Reader.Refusal(GoodDocx, limits: new ReadLimits { MaxUnpackedBytes = 300 }), Does.Contain("zip-bomb"));
    }

    [Test]
    public async Task Refuses_a_zip_bomb_that_lies_about_its_size()
    {
        byte[] bomb = PackageMaker.Docx("<w:p><w:r><w:t>" + new string('a', 40_000_000) + "</w:t></w:r></w:p>");
        // In the directory, the unpacked size of each entry stands 24 bytes after its mark.
        for (int at = 0; (at = IndexOf(bomb, "PK\u0001\u0002"u8, at)) >= 0; at += 4) BitConverter.GetBytes(1000u).CopyTo(bomb, at + 24);
        Result<ReadFile> result = await Reader.TryRead(bomb, "bomb.docx");
        Assert.That(result.IsOk, Is.False, "what comes out is not more than the directory says, or is refused");
    }

    [Test]
    public async Task Refuses_a_package_of_too_many_entries()
    {
        var entries = Enumerable.Range(0, 60).Select(i => ($"word/{i}.xml", "x")).ToArray();
        Assert.That(await Reader.Refusal(PackageMaker.Zip(entries), limits: new ReadLimits { MaxPackageEntries = 50 }), Does.Contain("zip-bomb"));
    }

    [TestCase("<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><w:document xmlns:w=\"x\"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>")]
    [TestCase("<!DOCTYPE w:document SYSTEM \"file:///etc/hostname\"><w:document xmlns:w=\"x\"/>")]
    [TestCase("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><x>&f;</x>")]
    public async Task Refuses_an_XML_bomb_in_every_package(string xml)
    {
        Assert.That(await Reader.Refusal(PackageMaker.Zip(("word/document.xml", xml))), Does.Contain("XML-bomb"));
        Assert.That(await Reader.Refusal(PackageMaker.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", xml))), Does.Contain("XML-bomb"));
    }

    [Test]
    public async Task Refuses_XML_that_is_nested_without_end()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:p>", 100_000));
        Assert.That(await Reader.Refusal(PackageMaker.Docx(deep)), Does.Contain("djupt"));
        string lists = string.Concat(Enumerable.Repeat("<text:list><text:list-item>", 100_000));
        Assert.That(await Reader.Refusal(PackageMaker.Odt(lists)), Does.Contain("djupt"));
    }

    [Test]
    public async Task Refuses_XML_that_is_not_whole() =>
        Assert.That(await Reader.Refusal(PackageMaker.Docx("<w:p><w:r><w:t>Hej")), Does.Contain("skadad"));

    [Test]
    public async Task Refuses_a_file_over_the_limit() =>
        Assert.That(await Reader.Refusal(Reader.Utf8("För lång fil."), limits: new ReadLimits { MaxFileBytes = 5 }), Does.Contain("större"));

    [Test]
    public async Task Refuses_more_text_than_the_limit_in_every_format()
    {
        var limits = new ReadLimits { MaxTextLength = 20 };
        string text = "Detta är en text på mer än tjugo tecken.";
        foreach (byte[] bytes in new[] { Reader.Utf8(text), PackageMaker.Docx(PackageMaker.P(text)), PackageMaker.Odt($"<text:p>{text}</text:p>"), Reader.Utf8("From: a@b.example\nSubject: c\n\n" + text) })
            Assert.That(await Reader.Refusal(bytes, limits: limits), Does.Contain("mer text"));
    }

    [Test]
    public async Task Reads_a_text_of_10_MB_in_one_line()
    {
        string line = string.Concat(Enumerable.Repeat("ord och åter ord, ", 10_000_000 / 18));
        DocumentText text = await Reader.ReadOne(Reader.Utf8(line));
        Assert.That(text.Text, Has.Length.GreaterThan(9_900_000));
        string xml = line[..1_000_000];
        Assert.That((await Reader.ReadOne(PackageMaker.Docx(PackageMaker.P(xml)))).Text, Has.Length.GreaterThan(900_000));
    }

    [Test]
    public async Task Knows_a_DOCX_that_is_an_encrypted_wrapping()
    {
        byte[] wrapped = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100], .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        Assert.That(await Reader.Refusal(wrapped, "svar.docx"), Does.Contain("lösenord"));
    }

    [Test]
    public void Stops_when_the_caller_cancels()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        byte[] pdf = new PdfMaker().Page().At(70, 90, "Text").Bytes();
        Assert.That(async () => await new DocumentReader().ReadAsync(new SourceFile("svar.pdf", pdf), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static int IndexOf(byte[] bytes, ReadOnlySpan<byte> mark, int from)
    {
        int index = bytes.AsSpan(from).IndexOf(mark);
        return index < 0 ? -1 : from + index;
    }
}
