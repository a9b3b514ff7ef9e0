using System.Globalization;
using System.Text;

namespace Remiss.Documents.Reading.Mail;

/// <summary>
/// A structured header value such as <c>text/plain; charset=utf-8</c>, its parameters joined and decoded
/// as RFC 2231 says, and as RFC 2047 does not allow but many programs write.
/// </summary>
internal sealed class HeaderValue
{
    private const int MaxParameters = 100;

    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    private HeaderValue(string value) => Value = value;

    /// <summary>What stands before the parameters, in small letters.</summary>
    public string Value { get; }

    public string? this[string name] => _parameters.GetValueOrDefault(name);

    public static HeaderValue Parse(string? raw)
    {
        string text = raw ?? "";
        int end = text.IndexOf(';', StringComparison.Ordinal);
        var header = new HeaderValue((end < 0 ? text : text[..end]).Trim().ToLowerInvariant());
        if (end < 0) return header;
        var pieces = new List<Piece>();
        int at = end + 1;
        while (at < text.Length && pieces.Count < MaxParameters)
        {
            if (ReadPiece(text, ref at) is { } piece) pieces.Add(piece);
        }
        foreach (IGrouping<string, Piece> parameter in pieces.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase))
            header._parameters[parameter.Key] = Join([.. parameter.OrderBy(p => p.Index)]);
        return header;
    }

    /// <summary>One <c>name=value</c>, <c>name*=charset'language'value</c> or <c>name*2*=value</c>.</summary>
    private static Piece? ReadPiece(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is not ('=' or ';')) at++;
        string name = text[start..at].Trim();
        if (at >= text.Length || text[at] == ';')
        {
            at++;
            return null;
        }
        at++;
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        string value = at < text.Length && text[at] == '"' ? Quoted(text, ref at) : Token(text, ref at);
        while (at < text.Length && text[at] != ';') at++;
        at++;
        bool isEncoded = name.EndsWith('*');
        if (isEncoded) name = name[..^1];
        int star = name.IndexOf('*', StringComparison.Ordinal);
        int index = -1;
        if (star >= 0)
        {
            if (!int.TryParse(name.AsSpan(star + 1), NumberStyles.None, CultureInfo.InvariantCulture, out index)) index = 0;
            name = name[..star];
        }
        return name.Length == 0 ? null : new Piece(name, index, isEncoded, value);
    }

    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            value.Append(text[at]);
        }
        if (at < text.Length) at++;
        return value.ToString();
    }

    private static string Token(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] != ';') at++;
        return text[start..at].Trim();
    }

    private static string Join(List<Piece> pieces)
    {
        // The whole value in a plain and an encoded form: the encoded one is meant.
        if (pieces.Find(p => p.Index < 0 && p.IsEncoded) is { } whole) pieces = [whole];
        else if (pieces.Exists(p => p.Index >= 0)) pieces.RemoveAll(p => p.Index < 0);
        else return EncodedWords.Decode(pieces[0].Value);

        var bytes = new List<byte>();
        string charset = "utf-8";
        for (int i = 0; i < pieces.Count; i++)
        {
            string value = pieces[i].Value;
            if (pieces[i].IsEncoded && i == 0)
            {
                int first = value.IndexOf('\'', StringComparison.Ordinal);
                int second = first < 0 ? -1 : value.IndexOf('\'', first + 1);
                if (second > 0)
                {
                    if (first > 0) charset = value[..first];
                    value = value[(second + 1)..];
                }
            }
            if (pieces[i].IsEncoded) PercentDecode(value, bytes);
            else bytes.AddRange(Charsets.Find(charset).GetBytes(value));
        }
        return Charsets.Find(charset).GetString([.. bytes]);
    }

    private static void PercentDecode(string value, List<byte> into)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'%' && i + 2 < bytes.Length && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte b))
            {
                into.Add(b);
                i += 2;
            }
            else into.Add(bytes[i]);
        }
    }

    private sealed record Piece(string Name, int Index, bool IsEncoded, string Value);
}
