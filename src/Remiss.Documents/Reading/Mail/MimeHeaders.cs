using System.Text;
using Remiss.Documents.Reading.Plain;

namespace Remiss.Documents.Reading.Mail;

/// <summary>The header fields of a mail or of one of its parts (RFC 5322, RFC 2045).</summary>
internal sealed class MimeHeaders
{
    private const int MaxFields = 1000;
    private const int LookWindow = 32 * 1024;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Cc", "Subject", "Date", "Received", "MIME-Version", "Message-ID", "Content-Type",
        "Return-Path", "Delivered-To", "Reply-To", "Sender", "X-Mailer", "Content-Transfer-Encoding", "Thread-Topic", "In-Reply-To", "References",
    };

    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Received", "MIME-Version", "Message-ID", "Return-Path",
    };

    private readonly List<(string Name, string Value)> _fields = [];

    /// <summary>The field's value with its folding undone, as it stands otherwise; null where there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach ((string field, string value) in _fields)
            {
                if (field.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
            }
            return null;
        }
    }

    /// <summary>Whether the bytes start with the header of a mail: only header lines, and among them what every mail has.</summary>
    public static bool LooksLikeMail(ReadOnlySpan<byte> bytes)
    {
        MimeHeaders headers = Parse(bytes[..Math.Min(bytes.Length, LookWindow)], out _, out bool isWhole);
        if (!isWhole) return false;
        int known = headers._fields.Count(f => Known.Contains(f.Name));
        return known >= 2 && headers._fields.Exists(f => Telling.Contains(f.Name));
    }

    /// <summary>The fields, and where the body starts.</summary>
    /// <param name="isWhole">Every line up to the empty one had the form of a header.</param>
    public static MimeHeaders Parse(ReadOnlySpan<byte> bytes, out int bodyStart, out bool isWhole)
    {
        var headers = new MimeHeaders();
        isWhole = true;
        int at = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        bool isFirst = true;
        var value = new StringBuilder();
        string? name = null;
        while (at < bytes.Length)
        {
            int length = bytes[at..].IndexOf((byte)'\n');
            int next = length < 0 ? bytes.Length : at + length + 1;
            ReadOnlySpan<byte> line = bytes[at..next].TrimEnd("\r\n"u8);
            if (line.IsEmpty)
            {
                at = next;
                break;
            }
            bool isMailboxMark = isFirst && line.StartsWith("From "u8);
            isFirst = false;
            if (isMailboxMark)
            {
                at = next;
                continue;
            }
            if (line[0] is (byte)' ' or (byte)'\t')
            {
                if (name is null) isWhole = false;
                else value.Append(' ').Append(Decode(line).Trim());
            }
            else
            {
                int colon = NameLength(line);
                if (colon == 0)
                {
                    // The header ends here without its empty line: what follows is the body.
                    isWhole = false;
                    break;
                }
                Close();
                name = Encoding.ASCII.GetString(line[..colon]);
                value.Append(Decode(line[(colon + 1)..]).Trim());
            }
            at = next;
        }
        Close();
        bodyStart = at;
        return headers;

        void Close()
        {
            if (name is not null && headers._fields.Count < MaxFields) headers._fields.Add((name, value.ToString()));
            name = null;
            value.Clear();
        }
    }

    /// <summary>Length of the field name before its colon; 0 where the line is no header.</summary>
    private static int NameLength(ReadOnlySpan<byte> line)
    {
        for (int i = 0; i < line.Length && i < 80; i++)
        {
            if (line[i] == (byte)':') return i;
            if (line[i] is < 33 or > 126) return 0;
        }
        return 0;
    }

    private static string Decode(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : TextDecoder.Windows1252.GetString(bytes);
}
