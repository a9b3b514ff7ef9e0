using System.Text;

namespace Remiss.Documents.Reading.Plain;

/// <summary>An encoding that the bytes were found to be in.</summary>
/// <param name="Encoding">The encoding; it replaces what it cannot decode.</param>
/// <param name="PreambleLength">Bytes of the byte order mark.</param>
/// <param name="IsDamaged">Some bytes do not fit the encoding and become U+FFFD.</param>
internal sealed record EncodingGuess(Encoding Encoding, int PreambleLength, bool IsDamaged = false);

/// <summary>Tells UTF-8, UTF-16, UTF-32 and Windows-1252 apart by the bytes alone, and refuses what is none of them.</summary>
internal static class TextDecoder
{
    private const int SampleBytes = 256 * 1024;

    /// <summary>Windows-1252, which also reads ISO-8859-1 text.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding, or null when the bytes are no text.</summary>
    public static EncodingGuess? Guess(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8(bytes[3..], 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Checked(new UTF32Encoding(false, false), bytes, 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return Checked(new UTF32Encoding(true, false), bytes, 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Checked(new UnicodeEncoding(false, false), bytes, 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Checked(new UnicodeEncoding(true, false), bytes, 2);
        if (bytes.IndexOf((byte)0) >= 0) return Utf16WithoutMark(bytes);
        return Utf8(bytes, 0) ?? AsWindows1252(bytes);
    }

    /// <summary>The text of the bytes, or null when they are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes) =>
        Guess(bytes) is { } guess ? guess.Encoding.GetString(bytes[guess.PreambleLength..]) : null;

    private static EncodingGuess? Utf8(ReadOnlySpan<byte> bytes, int preamble)
    {
        if (HasControls(bytes)) return null;
        int good = 0, bad = 0;
        ReadOnlySpan<byte> rest = bytes;
        while (!rest.IsEmpty)
        {
            int ascii = rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) break;
            rest = rest[ascii..];
            if (Rune.DecodeFromUtf8(rest, out _, out int used) == System.Buffers.OperationStatus.Done) good++;
            else bad++;
            rest = rest[used..];
        }
        if (bad == 0) return new EncodingGuess(Encoding.UTF8, preamble);
        // A file cut off inside a letter, or mended by hand, is UTF-8 still; a text of another encoding hardly ever forms whole sequences.
        return bad == 1 && good > 0 || good >= bad * 8 || preamble > 0 && good >= bad
            ? new EncodingGuess(Encoding.UTF8, preamble, IsDamaged: true)
            : null;
    }

    private static EncodingGuess? AsWindows1252(ReadOnlySpan<byte> bytes)
    {
        if (HasControls(bytes)) return null;
        // Five bytes mean nothing in Windows-1252; in ISO-8859-1 they are control characters that no text holds.
        if (bytes.IndexOfAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]) >= 0) return null;
        int high = 0, letters = 0;
        foreach (byte b in bytes[..Math.Min(bytes.Length, SampleBytes)])
        {
            if (b < 0x80) continue;
            high++;
            if (b is >= 0xC0 and not 0xD7 and not 0xF7 or >= 0x91 and <= 0x97 or 0x85 or 0x80 or 0xA0 or 0xA7 or 0xAB or 0xBB or 0xB0 or 0xB4 or 0xBD) letters++;
        }
        int sample = Math.Min(bytes.Length, SampleBytes);
        bool isText = letters * 2 >= high && (sample < 8 || high * 5L <= sample * 2L);
        return isText ? new EncodingGuess(Windows1252, 0) : null;
    }

    private static EncodingGuess? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length & ~1, SampleBytes)];
        if (sample.Length < 4) return null;
        int even = 0, odd = 0;
        for (int i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        int pairs = sample.Length / 2;
        // Western text in UTF-16 has a zero in nearly every pair, always on the same side.
        if (odd * 10 >= pairs * 7 && even * 50 <= pairs) return Checked(new UnicodeEncoding(false, false), bytes, 0);
        if (even * 10 >= pairs * 7 && odd * 50 <= pairs) return Checked(new UnicodeEncoding(true, false), bytes, 0);
        return null;
    }

    /// <summary>The encoding, unless the text it gives is mostly what no one writes.</summary>
    private static EncodingGuess? Checked(Encoding encoding, ReadOnlySpan<byte> bytes, int preamble)
    {
        string sample = encoding.GetString(bytes[preamble..Math.Min(bytes.Length, preamble + SampleBytes)]);
        int wrong = 0, letters = 0;
        foreach (char c in sample)
        {
            if (c is '\uFFFD' or < ' ' and not ('\t' or '\n' or '\r' or '\f')) wrong++;
            else if (c < '\u0250' || c is >= '\u2010' and <= '\u2040') letters++;
        }
        if (wrong * 50 > sample.Length || letters * 2 < sample.Length) return null;
        return new EncodingGuess(encoding, preamble, wrong > 0);
    }

    /// <summary>More control characters than an old printer file would have: no text.</summary>
    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        int controls = 0;
        foreach (byte b in bytes)
        {
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0D or 0x0C or 0x1A or 0x0B) || b == 0x7F) controls++;
        }
        return controls > bytes.Length / 1000;
    }
}
