using System.Text;
using Remiss.Documents.Reading.Plain;
using Remiss.Documents.Tests.Reading.Making;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Tests.Reading;

internal sealed class TextDecoderTests
{
    private const string Sample = "Ekhamra kommun är positiv till målen – ”i huvudsak”.\nVi önskar förtydliganden på sidan åtta.";

    private static IEnumerable<TestCaseData> Encodings()
    {
        yield return new TestCaseData(new UTF8Encoding(false)).SetArgDisplayNames("UTF-8");
        yield return new TestCaseData(new UTF8Encoding(true)).SetArgDisplayNames("UTF-8 with its mark");
        yield return new TestCaseData(new UnicodeEncoding(false, true)).SetArgDisplayNames("UTF-16 LE");
        yield return new TestCaseData(new UnicodeEncoding(true, true)).SetArgDisplayNames("UTF-16 BE");
        yield return new TestCaseData(new UnicodeEncoding(false, false)).SetArgDisplayNames("UTF-16 LE without its mark");
        yield return new TestCaseData(new UnicodeEncoding(true, false)).SetArgDisplayNames("UTF-16 BE without its mark");
        yield return new TestCaseData(new UTF32Encoding(false, true)).SetArgDisplayNames("UTF-32 LE");
        yield return new TestCaseData(TextDecoder.Windows1252).SetArgDisplayNames("Windows-1252");
    }

    [TestCaseSource(nameof(Encodings))]
    public async Task Tells_encodings_apart(Encoding encoding)
    {
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)];
        DocumentText text = await Reader.ReadOne(bytes);
        Assert.That(text.Text, Is.EqualTo(Sample));
        Assert.That(text.Remarks, Is.Empty);
    }

    [Test]
    public async Task Reads_a_UTF8_text_that_is_cut_off_inside_a_letter_and_says_so()
    {
        byte[] bytes = Reader.Utf8("Åtgärderna är bra, säger vi på Ö");
        DocumentText text = await Reader.ReadOne(bytes[..^1]);
        Assert.That(text.Text, Does.StartWith("Åtgärderna är bra, säger vi på"));
        Assert.That(text.Remarks, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Refuses_bytes_of_no_encoding()
    {
        byte[] bytes = new byte[400];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 37 % 253 + 1);
        Assert.That(await Reader.Refusal(bytes, "svar.txt"), Does.Contain("känd kodning"));
    }

    [TestCase(new byte[] { 0x81, 0x8D, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47 })]
    [TestCase(new byte[] { 0x41, 0xD8, 0xD7, 0xF7, 0xB2, 0xB3, 0xB9, 0xBE, 0xA4, 0xA6 })]
    public void Does_not_take_bytes_for_Windows1252_that_no_one_writes(byte[] bytes) =>
        Assert.That(TextDecoder.Guess(bytes), Is.Null);

    [Test]
    public async Task Starts_a_page_at_a_form_feed()
    {
        DocumentText text = await Reader.ReadOne(Reader.Utf8("Första sidan.\n\fAndra sidan."));
        Assert.That(text.Pages.Count, Is.EqualTo(2));
        Assert.That(text.Blocks.Select(b => b.Page), Is.EqualTo(new[] { 1, 2 }));
    }
}
