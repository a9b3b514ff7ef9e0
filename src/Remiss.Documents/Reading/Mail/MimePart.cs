namespace Remiss.Documents.Reading.Mail;

/// <summary>One part of a mail: its headers, and either its parts or its body.</summary>
internal sealed class MimePart
{
    private MimePart(MimeHeaders headers, ReadOnlyMemory<byte> body)
    {
        Headers = headers;
        Body = body;
        Type = HeaderValue.Parse(headers["Content-Type"]);
        Disposition = HeaderValue.Parse(headers["Content-Disposition"]);
    }

    public MimeHeaders Headers { get; }

    public HeaderValue Type { get; }

    public HeaderValue Disposition { get; }

    /// <summary>The body as it stands, still encoded.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    public List<MimePart> Parts { get; } = [];

    /// <summary>The media type; plain text where none is stated.</summary>
    public string MediaType => Type.Value.Contains('/', StringComparison.Ordinal) ? Type.Value : "text/plain";

    public bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal) && Parts.Count > 0;

    public bool IsText => MediaType is "text/plain" or "text/html" or "text/enriched";

    public string? FileName
    {
        get
        {
            string? name = Disposition["filename"] ?? Type["name"];
            if (name is null) return null;
            name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
            return name.Length == 0 ? null : name;
        }
    }

    /// <summary>Meant to be a file of its own, not part of what is read first.</summary>
    public bool IsAttachment => Disposition.Value == "attachment" || FileName is not null && Disposition.Value != "inline" && !IsText || FileName is not null && IsText;

    public byte[] Decoded() => TransferDecoding.Decode(Body.Span, Headers["Content-Transfer-Encoding"]);

    /// <summary>The body as text, by its charset.</summary>
    public string Text() => Charsets.Decode(Decoded(), Type["charset"]);

    /// <summary>Takes a mail or a part apart, as deep and into as many parts as the limits give.</summary>
    /// <exception cref="ReadRefusedException">It has more parts, or lies deeper.</exception>
    public static MimePart Parse(ReadOnlyMemory<byte> bytes, string fileName, ReadLimits limits)
    {
        int partsLeft = limits.MaxMailParts;
        return Parse(bytes, fileName, limits, 0, ref partsLeft);
    }

    private static MimePart Parse(ReadOnlyMemory<byte> bytes, string fileName, ReadLimits limits, int depth, ref int partsLeft)
    {
        if (depth > limits.MaxMailDepth) throw new ReadRefusedException(Refusals.TooDeep(fileName));
        if (partsLeft-- <= 0) throw new ReadRefusedException(Refusals.TooManyParts(fileName, limits.MaxMailParts));
        MimeHeaders headers = MimeHeaders.Parse(bytes.Span, out int start, out _);
        var part = new MimePart(headers, bytes[start..]);
        if (part.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && part.Type["boundary"] is { Length: > 0 and <= 200 } boundary)
        {
            foreach (Range range in Split(part.Body.Span, boundary, limits.MaxMailParts))
                part.Parts.Add(Parse(part.Body[range], fileName, limits, depth + 1, ref partsLeft));
        }
        return part;
    }

    /// <summary>The stretches between boundary lines; a mail that is cut off lacks the last one.</summary>
    private static List<Range> Split(ReadOnlySpan<byte> body, string boundary, int maxParts)
    {
        var ranges = new List<Range>();
        byte[] mark = System.Text.Encoding.UTF8.GetBytes("--" + boundary.TrimEnd());
        int start = -1;
        for (int at = 0; at < body.Length;)
        {
            int length = body[at..].IndexOf((byte)'\n');
            int next = length < 0 ? body.Length : at + length + 1;
            ReadOnlySpan<byte> line = body[at..next];
            if (line.StartsWith(mark))
            {
                ReadOnlySpan<byte> rest = line[mark.Length..].TrimEnd(" \t\r\n"u8);
                if (rest.IsEmpty || rest.SequenceEqual("--"u8))
                {
                    if (start >= 0) ranges.Add(start..WithoutLineEnd(body, start, at));
                    start = rest.IsEmpty ? next : -1;
                    if (start < 0 || ranges.Count > maxParts) return ranges;
                }
            }
            at = next;
        }
        if (start >= 0 && start < body.Length) ranges.Add(start..body.Length);
        return ranges;
    }

    /// <summary>The line break before a boundary belongs to the boundary.</summary>
    private static int WithoutLineEnd(ReadOnlySpan<byte> body, int start, int end)
    {
        if (end > start && body[end - 1] == (byte)'\n') end--;
        if (end > start && body[end - 1] == (byte)'\r') end--;
        return end;
    }
}
