using System.Text;
using Remiss.Documents.Reading;
using Remiss.Documents.Tests.Reading.Making;

namespace Remiss.Documents.Tests.Reading;

internal sealed class FormatDetectorTests
{
    private static byte[] Compound(string streamName) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[64], .. Encoding.Unicode.GetBytes(streamName)];

    private static IEnumerable<TestCaseData> Kinds()
    {
        yield return new TestCaseData(Array.Empty<byte>(), FileKind.Empty).SetArgDisplayNames("nothing");
        yield return new TestCaseData(" \r\n\t\0"u8.ToArray(), FileKind.Empty).SetArgDisplayNames("blanks");
        yield return new TestCaseData("skräp\n%PDF-1.7 …"u8.ToArray(), FileKind.Pdf).SetArgDisplayNames("PDF after junk");
        yield return new TestCaseData(PackageMaker.Docx("<w:p/>"), FileKind.Docx).SetArgDisplayNames("DOCX");
        yield return new TestCaseData(PackageMaker.Odt(""), FileKind.Odt).SetArgDisplayNames("ODT");
        yield return new TestCaseData(PackageMaker.Zip(("[Content_Types].xml", ""), ("xl/workbook.xml", "")), FileKind.Spreadsheet).SetArgDisplayNames("XLSX");
        yield return new TestCaseData(PackageMaker.Zip(("[Content_Types].xml", ""), ("ppt/presentation.xml", "")), FileKind.Presentation).SetArgDisplayNames("PPTX");
        yield return new TestCaseData(PackageMaker.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), FileKind.Spreadsheet).SetArgDisplayNames("ODS");
        yield return new TestCaseData(PackageMaker.Zip(("svar.pdf", "x")), FileKind.Archive).SetArgDisplayNames("plain zip");
        yield return new TestCaseData("PK\u0003\u0004 avklippt"u8.ToArray(), FileKind.DamagedPackage).SetArgDisplayNames("cut off zip");
        yield return new TestCaseData(Compound("WordDocument"), FileKind.OldWord).SetArgDisplayNames("DOC");
        yield return new TestCaseData(Compound("EncryptedPackage"), FileKind.EncryptedOffice).SetArgDisplayNames("encrypted DOCX");
        yield return new TestCaseData(Compound("__substg1.0_0037001F"), FileKind.OutlookMessage).SetArgDisplayNames("MSG");
        yield return new TestCaseData(Compound("Workbook"), FileKind.Spreadsheet).SetArgDisplayNames("XLS");
        yield return new TestCaseData("{\\rtf1 Hej}"u8.ToArray(), FileKind.Rtf).SetArgDisplayNames("RTF");
        yield return new TestCaseData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 1, 2 }, FileKind.Image).SetArgDisplayNames("JPEG");
        yield return new TestCaseData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10 }, FileKind.Image).SetArgDisplayNames("PNG");
        yield return new TestCaseData(new byte[] { 0x78, 0x9F, 0x3E, 0x22, 0, 1 }, FileKind.OutlookWrapping).SetArgDisplayNames("winmail.dat");
        yield return new TestCaseData(new byte[] { 0x37, 0x7A, 0xBC, 0xAF, 0x27 }, FileKind.Archive).SetArgDisplayNames("7z");
        yield return new TestCaseData("<!DOCTYPE html><p>Hej"u8.ToArray(), FileKind.Html).SetArgDisplayNames("HTML");
        yield return new TestCaseData("<?xml version=\"1.0\"?><a/>"u8.ToArray(), FileKind.Xml).SetArgDisplayNames("XML");
        yield return new TestCaseData("From: a@norrvik.example\nSubject: Svar\n\nHej"u8.ToArray(), FileKind.Email).SetArgDisplayNames("mail");
        yield return new TestCaseData("From - Mon\r\nReceived: by x\r\nDate: y\r\n\r\nHej"u8.ToArray(), FileKind.Email).SetArgDisplayNames("mailbox");
        yield return new TestCaseData("Till: regionen\nÄrende: svar\n\nHej"u8.ToArray(), FileKind.Text).SetArgDisplayNames("a memo with a header of its own");
        yield return new TestCaseData("Sammanfattning: vi instämmer.\n\nFrom: x"u8.ToArray(), FileKind.Text).SetArgDisplayNames("text with a colon");
        yield return new TestCaseData(new byte[] { 1, 2, 3, 0, 5, 0, 0, 9, 200, 201 }, FileKind.Binary).SetArgDisplayNames("bytes of no kind");
    }

    [TestCaseSource(nameof(Kinds))]
    public void Tells_what_a_file_is_by_its_bytes(byte[] bytes, object kind) =>
        Assert.That(FormatDetector.Detect(bytes, new ReadLimits()), Is.EqualTo((FileKind)kind));

    [Test]
    public void Has_a_sentence_of_its_own_for_every_kind_that_is_not_read()
    {
        FileKind[] refused = [.. Enum.GetValues<FileKind>().Where(k => k > FileKind.Text)];
        string[] sentences = [.. refused.Select(k => Refusals.Of(k, "svar.bin").Message.Swedish)];
        Assert.That(sentences, Is.Unique);
        Assert.That(sentences, Has.All.StartsWith("Filen ”svar.bin” ").And.All.EndsWith("."));
    }

    [Test]
    public async Task Reads_a_text_that_is_named_as_a_PDF() =>
        Assert.That((await Reader.Read(Reader.Utf8("Norrviks kommun tillstyrker."), "svar.pdf")).Format, Is.EqualTo(Domain.Texts.SourceFormat.Text));

    [Test]
    public void Shows_a_hostile_file_name_tamed() =>
        Assert.That(Refusals.Shown("a\u0007b\r\n" + new string('x', 500)), Does.StartWith("a b  x").And.Length.LessThan(130));
}
