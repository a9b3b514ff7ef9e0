namespace Remiss.Documents.Reading.Mail;

/// <summary>Undoes base64 and quoted-printable, forgiving what mail programs and cut-off files do to them.</summary>
internal static class TransferDecoding
{
    public static byte[] Decode(ReadOnlySpan<byte> bytes, string? encoding) => (encoding ?? "").Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(bytes),
        "quoted-printable" => QuotedPrintable(bytes, underscoreIsSpace: false),
        _ => bytes.ToArray(),
    };

    /// <summary>Takes every letter of the alphabet in order and passes over all else, line breaks first of all.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> bytes)
    {
        byte[] result = new byte[bytes.Length / 4 * 3 + 3];
        int length = 0, bits = 0, held = 0;
        foreach (byte b in bytes)
        {
            int value = b switch
            {
                >= (byte)'A' and <= (byte)'Z' => b - 'A',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (b == (byte)'=') (held, bits) = (0, 0);
            if (value < 0) continue;
            held = (held << 6 | value) & 0xFFFFFF;
            bits += 6;
            if (bits < 8) continue;
            bits -= 8;
            result[length++] = (byte)(held >> bits);
        }
        return result.AsSpan(0, length).ToArray();
    }

    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes, bool underscoreIsSpace)
    {
        byte[] result = new byte[bytes.Length];
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            if (b == (byte)'_' && underscoreIsSpace) b = (byte)' ';
            else if (b == (byte)'=')
            {
                if (i + 2 < bytes.Length && Hex(bytes[i + 1]) is >= 0 and var high && Hex(bytes[i + 2]) is >= 0 and var low)
                {
                    b = (byte)(high << 4 | low);
                    i += 2;
                }
                else if (SoftBreak(bytes[(i + 1)..]) is > 0 and var skipped)
                {
                    i += skipped;
                    continue;
                }
            }
            result[length++] = b;
        }
        return result.AsSpan(0, length).ToArray();
    }

    /// <summary>Length of the white space and line end after a "=" that only breaks the line.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> after)
    {
        int i = 0;
        while (i < after.Length && i < 80 && after[i] is (byte)' ' or (byte)'\t') i++;
        if (i < after.Length && after[i] == (byte)'\r') i++;
        return i < after.Length && after[i] == (byte)'\n' ? i + 1 : 0;
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
