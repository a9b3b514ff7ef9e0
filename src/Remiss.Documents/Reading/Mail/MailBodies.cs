using System.Text;

namespace Remiss.Documents.Reading.Mail;

/// <summary>The text of a part that is text, whatever its form.</summary>
internal static class MailBodies
{
    public static string Read(MimePart part)
    {
        string text = part.Text();
        if (part.MediaType == "text/html") return HtmlText.Read(text);
        return string.Equals(part.Type["format"], "flowed", StringComparison.OrdinalIgnoreCase)
            ? Unflow(text, string.Equals(part.Type["delsp"], "yes", StringComparison.OrdinalIgnoreCase))
            : text;
    }

    /// <summary>Joins the lines that the sender's program broke (RFC 3676): those that end in a blank.</summary>
    private static string Unflow(string text, bool dropsSpace)
    {
        var joined = new StringBuilder(text.Length);
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.TrimEnd('\r');
            bool isSignatureMark = line == "-- ";
            bool flows = line.EndsWith(' ') && !isSignatureMark;
            // A blank put before the line, so that it is not taken for a quotation, goes again.
            if (line.StartsWith(' ')) line = line[1..];
            if (flows && dropsSpace) line = line[..^1];
            joined.Append(line);
            if (!flows) joined.Append('\n');
        }
        return joined.ToString();
    }
}
