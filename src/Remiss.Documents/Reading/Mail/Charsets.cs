using System.Text;
using Remiss.Documents.Reading.Plain;

namespace Remiss.Documents.Reading.Mail;

/// <summary>Finds encodings by the names that mail gives them.</summary>
internal static class Charsets
{
    /// <summary>The encoding of that name; Windows-1252 for its subsets, UTF-8 for a name no one knows.</summary>
    public static Encoding Find(string? name) => TryFind(name) ?? Encoding.UTF8;

    /// <summary>The text of the bytes: as the name says, unless it says nothing or the bytes contradict it.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? name)
    {
        Encoding? stated = TryFind(name);
        // Programs state ASCII or Latin-1 out of habit, and UTF-8 for what is not: valid UTF-8 is never anything else by chance.
        bool isUtf8 = System.Text.Unicode.Utf8.IsValid(bytes);
        if (stated is null || stated.CodePage == Encoding.UTF8.CodePage && !isUtf8) return TextDecoder.Decode(bytes) ?? TextDecoder.Windows1252.GetString(bytes);
        if (stated.CodePage == TextDecoder.Windows1252.CodePage && isUtf8) return Encoding.UTF8.GetString(bytes);
        string text = stated.GetString(bytes);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    private static Encoding? TryFind(string? name)
    {
        string plain = (name ?? "").Trim().Trim('"').ToLowerInvariant();
        switch (plain)
        {
            case "": return null;
            case "utf-8" or "utf8": return Encoding.UTF8;
            // What is labelled Latin-1 or ASCII holds the quotation marks of Windows-1252 as often as not.
            case "us-ascii" or "ascii" or "iso-8859-1" or "latin1" or "iso_8859-1" or "windows-1252" or "cp1252" or "ansi_x3.4-1968": return TextDecoder.Windows1252;
            // UTF-7 hides what it says from every filter, and no one sends it.
            case "utf-7" or "unicode-1-1-utf-7": return null;
        }
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
