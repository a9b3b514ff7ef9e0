using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using Remiss.Documents.Pdf.Fonts;

namespace Remiss.Documents.Pdf.Drawing;

/// <summary>
/// The drawing operators of one page, as bytes. Places are in points from the page's upper left corner,
/// y downwards; the operators are written in the format's own upward direction.
/// </summary>
internal sealed class PageContent(double pageHeight)
{
    private byte[] _bytes = new byte[16 * 1024];
    private int _length;
    private (Face? Face, double Size) _font;
    private Rgb? _fill;
    private Rgb? _stroke;

    /// <summary>The operators so far, deflated.</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream(content.Length / 3);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }

    /// <summary>A copy of the operators so far.</summary>
    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    /// <summary>Starts the page's next marked stretch.</summary>
    public void BeginMarked(string tag, int id)
    {
        Ascii("/");
        Ascii(tag);
        Ascii(" <</MCID ");
        Number(id);
        Ascii(">> BDC\n");
    }

    /// <summary>Starts what is no content: a rule, a ground, a repeated header. <paramref name="kind"/> is the rest of its properties.</summary>
    public void BeginArtifact(string kind)
    {
        Ascii("/Artifact <<");
        Ascii(kind);
        Ascii(">> BDC\n");
    }

    /// <summary>Text drawn from here on is a picture of letters, and is neither read out, found nor copied.</summary>
    public void BeginUnread() => Ascii("/Span <</ActualText <FEFF>>> BDC\n");

    /// <summary>Ends the marked stretch or artifact.</summary>
    public void EndMarked() => Ascii("EMC\n");

    /// <summary>Sets text on a baseline.</summary>
    public void Text(ReadOnlySpan<char> text, Face face, double size, Rgb colour, double x, double y)
    {
        BeginText(face, size, colour);
        Number(x);
        Number(pageHeight - y);
        Ascii("Td ");
        Glyphs(text, face);
        Ascii("Tj ET\n");
    }

    /// <summary>Sets text turned by an angle (radians, anticlockwise) around its start on the baseline.</summary>
    public void TurnedText(ReadOnlySpan<char> text, Face face, double size, Rgb colour, double x, double y, double angle)
    {
        BeginText(face, size, colour);
        var (sin, cos) = Math.SinCos(angle);
        Number(cos, 5);
        Number(sin, 5);
        Number(-sin, 5);
        Number(cos, 5);
        Number(x);
        Number(pageHeight - y);
        Ascii("Tm ");
        Glyphs(text, face);
        Ascii("Tj ET\n");
    }

    /// <summary>A hyphen that only the line's end has put there: drawn, and read out as a soft one.</summary>
    public void SoftHyphen(Face face, double size, Rgb colour, double x, double y, double angle = 0)
    {
        Ascii("/Span <</ActualText <FEFF00AD>>> BDC\n");
        if (angle == 0) Text("-", face, size, colour, x, y);
        else TurnedText("-", face, size, colour, x, y, angle);
        EndMarked();
    }

    /// <summary>A filled rectangle.</summary>
    public void Fill(double x, double y, double width, double height, Rgb colour)
    {
        SetFill(colour);
        Rectangle(x, y, width, height);
        Ascii("f\n");
    }

    /// <summary>A rectangle's outline.</summary>
    public void Outline(double x, double y, double width, double height, Rgb colour, double thickness)
    {
        SetStroke(colour, thickness);
        Rectangle(x, y, width, height);
        Ascii("S\n");
    }

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, Rgb colour, double thickness)
    {
        SetStroke(colour, thickness);
        Number(x1);
        Number(pageHeight - y1);
        Ascii("m ");
        Number(x2);
        Number(pageHeight - y2);
        Ascii("l S\n");
    }

    /// <summary>An image resource, stretched over a rectangle.</summary>
    public void Image(string name, double x, double y, double width, double height)
    {
        Ascii("q ");
        Number(width);
        Ascii("0 0 ");
        Number(height);
        Number(x);
        Number(pageHeight - y - height);
        Ascii("cm /");
        Ascii(name);
        Ascii(" Do Q\n");
    }

    private void BeginText(Face face, double size, Rgb colour)
    {
        SetFill(colour);
        Ascii("BT ");
        if (_font == (face, size)) return;
        _font = (face, size);
        Ascii("/F");
        Number(face.Number);
        Number(size);
        Ascii("Tf ");
    }

    private void Glyphs(ReadOnlySpan<char> text, Face face)
    {
        Ensure((text.Length * 4) + 8);
        _bytes[_length++] = (byte)'(';
        for (var i = 0; i < text.Length; i++)
        {
            var codePoint = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
            var glyph = face.Draw(codePoint);
            Escaped((byte)(glyph >> 8));
            Escaped((byte)glyph);
        }

        _bytes[_length++] = (byte)')';
    }

    // In a string between parentheses these four bytes mean something else.
    private void Escaped(byte value)
    {
        if (value is (byte)'(' or (byte)')' or (byte)'\\') _bytes[_length++] = (byte)'\\';
        if (value == (byte)'\r')
        {
            _bytes[_length++] = (byte)'\\';
            value = (byte)'r';
        }

        _bytes[_length++] = value;
    }

    private void Rectangle(double x, double y, double width, double height)
    {
        Number(x);
        Number(pageHeight - y - height);
        Number(width);
        Number(height);
        Ascii("re ");
    }

    private void SetFill(Rgb colour)
    {
        if (_fill == colour) return;
        _fill = colour;
        Components(colour);
        Ascii("rg\n");
    }

    private void SetStroke(Rgb colour, double thickness)
    {
        if (_stroke != colour)
        {
            _stroke = colour;
            Components(colour);
            Ascii("RG\n");
        }

        Number(thickness);
        Ascii("w ");
    }

    private void Components(Rgb colour)
    {
        Number(colour.Red / 255.0, 3);
        Number(colour.Green / 255.0, 3);
        Number(colour.Blue / 255.0, 3);
    }

    private void Number(int value)
    {
        Ensure(16);
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var written);
        _length += written;
        _bytes[_length++] = (byte)' ';
    }

    private void Number(double value, int decimals = 2)
    {
        Ensure(32);
        var scale = decimals switch { 2 => 100, 3 => 1000, _ => 100_000 };
        var scaled = (long)Math.Round(value * scale);
        if (scaled < 0)
        {
            _bytes[_length++] = (byte)'-';
            scaled = -scaled;
        }

        Utf8Formatter.TryFormat(scaled / scale, _bytes.AsSpan(_length), out var written);
        _length += written;
        var rest = scaled % scale;
        if (rest != 0)
        {
            _bytes[_length++] = (byte)'.';
            for (var unit = scale / 10; rest != 0; unit /= 10)
            {
                _bytes[_length++] = (byte)('0' + (rest / unit));
                rest %= unit;
            }
        }

        _bytes[_length++] = (byte)' ';
    }

    private void Ascii(string text)
    {
        Ensure(text.Length);
        _length += Encoding.ASCII.GetBytes(text, _bytes.AsSpan(_length));
    }

    private void Ensure(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }
}
