using System.Text;

namespace Remiss.Documents.Reading.Mail;

/// <summary>Decodes the encoded words of header texts: <c>=?utf-8?Q?L=C3=A4n?=</c> (RFC 2047).</summary>
internal static class EncodedWords
{
    // The standard says 75; programs write longer ones, but nothing near this.
    private const int MaxWord = 2000;

    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        string? charset = null;
        int at = 0;
        while (at < text.Length)
        {
            int start = text.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0) break;
            if (Read(text, start) is not { } word)
            {
                Flush();
                result.Append(text, at, start + 2 - at);
                at = start + 2;
                continue;
            }
            ReadOnlySpan<char> between = text.AsSpan(at, start - at);
            // White space between two encoded words belongs to the folding, not to the text.
            bool isAdjacent = charset is not null && between.IsWhiteSpace();
            if (!isAdjacent || !word.Charset.Equals(charset, StringComparison.OrdinalIgnoreCase)) Flush();
            if (!isAdjacent) result.Append(between);
            charset = word.Charset;
            bytes.AddRange(word.Bytes);
            at = word.End;
        }
        Flush();
        return result.Append(text, at, text.Length - at).ToString();

        void Flush()
        {
            if (bytes.Count > 0) result.Append(Charsets.Decode([.. bytes], charset));
            bytes.Clear();
            charset = null;
        }
    }

    private static (string Charset, byte[] Bytes, int End)? Read(string text, int start)
    {
        int limit = Math.Min(text.Length, start + MaxWord);
        int first = IndexOf(text, '?', start + 2, limit);
        int second = first < 0 ? -1 : IndexOf(text, '?', first + 1, limit);
        if (second != first + 2 || first < 0) return null;
        int end = second + 1;
        while (end + 1 < limit && !(text[end] == '?' && text[end + 1] == '=')) end++;
        if (end + 1 >= limit) return null;
        byte[] content = Encoding.UTF8.GetBytes(text[(second + 1)..end]);
        string charset = text[(start + 2)..first];
        int language = charset.IndexOf('*', StringComparison.Ordinal);
        if (language >= 0) charset = charset[..language];
        return text[first + 1] switch
        {
            'B' or 'b' => (charset, TransferDecoding.Base64(content), end + 2),
            'Q' or 'q' => (charset, TransferDecoding.QuotedPrintable(content, underscoreIsSpace: true), end + 2),
            _ => null,
        };
    }

    private static int IndexOf(string text, char c, int from, int limit) => from >= limit ? -1 : text.IndexOf(c, from, limit - from);
}
