using System.Globalization;
using System.Text;
using System.Xml;

namespace Remiss.Documents.Reading.Pdf;

/// <summary>What <c>pdftotext -bbox-layout</c> says of a file.</summary>
internal sealed record BboxDocument(string? Title, List<PdfPage> Pages);

/// <summary>Reads the XHTML of <c>pdftotext -bbox-layout</c> as it comes, word by word.</summary>
internal static class BboxParser
{
    // More words than this on one page is no page that anyone reads, and would make the layout slow.
    private const int MaxWordsPerPage = 20_000;

    public static BboxDocument Parse(Stream stream, string fileName, ReadLimits limits)
    {
        using XmlReader xml = OpenXml(stream);
        var pages = new List<PdfPage>();
        var words = new List<PdfWord>();
        string? title = null;
        int onPage = 0;
        long characters = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "line") EndLine();
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "title" when pages.Count == 0: title = Content(xml); break;
                case "page":
                    if (pages.Count >= limits.MaxPages) throw new ReadRefusedException(Refusals.TooManyPages(fileName, limits.MaxPages));
                    pages.Add(new PdfPage(pages.Count + 1, Number(xml, "width"), Number(xml, "height")));
                    onPage = 0;
                    break;
                case "line": words = []; break;
                case "word" when pages.Count > 0:
                    PdfWord word = Word(xml);
                    characters += word.Text.Length + 1;
                    if (characters > limits.MaxTextLength) throw new ReadRefusedException(Refusals.TextTooLong(fileName, limits.MaxTextLength));
                    if (word.Text.Length > 0 && ++onPage <= MaxWordsPerPage) words.Add(word);
                    break;
            }
        }
        return new BboxDocument(title, pages);

        void EndLine()
        {
            if (words.Count > 0 && pages.Count > 0) pages[^1].Lines.Add(new PdfLine(words, pages.Count));
            words = [];
        }
    }

    /// <summary>A reader that passes over the document type and takes any character a font may give.</summary>
    public static XmlReader OpenXml(Stream stream) => XmlReader.Create(new CleanReader(stream), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    });

    public static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        int depth = xml.Depth;
        var text = new StringBuilder();
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth <= depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(xml.Value);
        }
        return text.ToString();
    }

    public static double Number(XmlReader xml, string attribute) =>
        double.TryParse(xml.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? Math.Clamp(value, -100_000, 100_000)
            : 0;

    private static PdfWord Word(XmlReader xml)
    {
        double left = Number(xml, "xMin"), top = Number(xml, "yMin"), right = Number(xml, "xMax"), bottom = Number(xml, "yMax");
        return new PdfWord(Math.Min(left, right), Math.Min(top, bottom), Math.Max(left, right), Math.Max(top, bottom), WithoutLigatures(Content(xml).Trim()));
    }

    /// <summary>A ligature is the typesetter's; the writer wrote its letters.</summary>
    private static string WithoutLigatures(string word)
    {
        if (word.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB06') < 0) return word;
        ReadOnlySpan<string> letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
        var expanded = new StringBuilder();
        foreach (char c in word)
        {
            if (c is >= '\uFB00' and <= '\uFB06') expanded.Append(letters[c - '\uFB00']);
            else expanded.Append(c);
        }
        return expanded.ToString();
    }

    /// <summary>UTF-8 text without the characters that XML forbids but fonts may map to; what is not UTF-8 becomes U+FFFD.</summary>
    private sealed class CleanReader(Stream stream) : TextReader
    {
        private readonly StreamReader _reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);

        public override int Peek() => _reader.Peek() is var c && c < 0 ? -1 : Clean((char)c);

        public override int Read() => _reader.Read() is var c && c < 0 ? -1 : Clean((char)c);

        public override int Read(char[] buffer, int index, int count)
        {
            int read = _reader.Read(buffer, index, count);
            for (int i = index; i < index + read; i++) buffer[i] = Clean(buffer[i]);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) _reader.Dispose();
            base.Dispose(disposing);
        }

        private static char Clean(char c) => c < ' ' && c is not ('\t' or '\n' or '\r') || c >= '\uFFFE' ? ' ' : c;
    }
}
