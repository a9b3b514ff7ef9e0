using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Remiss.Documents.Reading.Mail;
using Remiss.Documents.Reading.Plain;

namespace Remiss.Documents.Reading;

/// <summary>
/// Tells what a file is by its bytes. The name plays no part: a PDF named <c>svar.docx</c> is a PDF.
/// </summary>
internal static class FormatDetector
{
    // Readers accept a PDF whose header stands within the first kilobyte.
    private const int PdfHeaderWindow = 1024;

    // A header block of a real mail is seen within this many bytes.
    private const int TextWindow = 16 * 1024;

    public static FileKind Detect(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.IsEmpty || IsBlank(span)) return FileKind.Empty;
        if (span[..Math.Min(span.Length, PdfHeaderWindow)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (span.StartsWith("PK\u0003\u0004"u8) || span.StartsWith("PK\u0005\u0006"u8)) return DetectPackage(bytes, limits);
        if (BySignature(span) is { } kind) return kind;
        return DetectText(span);
    }

    private static System.Buffers.SearchValues<byte> Blanks { get; } = System.Buffers.SearchValues.Create("\0 \t\r\n\f"u8);

    private static bool IsBlank(ReadOnlySpan<byte> span) => span.IndexOfAnyExcept(Blanks) < 0;

    private static FileKind? BySignature(ReadOnlySpan<byte> span)
    {
        if (span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return DetectCompound(span);
        if (span.StartsWith((ReadOnlySpan<byte>)[0x78, 0x9F, 0x3E, 0x22])) return FileKind.OutlookWrapping;
        if (span.StartsWith("{\\rtf"u8)) return FileKind.Rtf;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || span.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
            || span.StartsWith("GIF8"u8)
            || span.StartsWith("II*\0"u8)
            || span.StartsWith("MM\0*"u8)
            || (span.StartsWith("BM"u8) && span.Length > 14 && span[6..10].IndexOfAnyExcept((byte)0) < 0)
            || (span.Length > 12 && span[4..8].SequenceEqual("ftyp"u8))
            || (span.StartsWith("RIFF"u8) && span.Length > 12 && span[8..12].SequenceEqual("WEBP"u8)))
        {
            return FileKind.Image;
        }
        if (span.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF])
            || span.StartsWith("Rar!"u8)
            || span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08])
            || span.StartsWith("BZh"u8))
        {
            return FileKind.Archive;
        }
        return null;
    }

    /// <summary>OLE compound files: old Word, Outlook messages, and the wrapping that Office gives an encrypted DOCX.</summary>
    private static FileKind DetectCompound(ReadOnlySpan<byte> span)
    {
        if (Has(span, "EncryptedPackage")) return FileKind.EncryptedOffice;
        if (Has(span, "__properties_version1.0") || Has(span, "__substg1.0_")) return FileKind.OutlookMessage;
        if (Has(span, "Workbook")) return FileKind.Spreadsheet;
        if (Has(span, "PowerPoint Document")) return FileKind.Presentation;
        return FileKind.OldWord;

        static bool Has(ReadOnlySpan<byte> span, string name) => span.IndexOf(MemoryMarshal.AsBytes(name.AsSpan())) >= 0;
    }

    private static FileKind DetectPackage(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        try
        {
            using ZipArchive zip = Packages.SafePackage.OpenArchive(bytes, limits);
            string mimetype = Mimetype(zip);
            if (mimetype.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal)) return FileKind.Odt;
            if (mimetype.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal)) return FileKind.Spreadsheet;
            if (mimetype.StartsWith("application/vnd.oasis.opendocument.presentation", StringComparison.Ordinal)) return FileKind.Presentation;

            bool office = false;
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                string name = entry.FullName.Replace('\\', '/');
                if (name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) return FileKind.Docx;
                if (name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) return FileKind.Spreadsheet;
                if (name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) return FileKind.Presentation;
                office |= name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);
            }
            return office ? FileKind.Docx : FileKind.Archive;
        }
        catch (InvalidDataException)
        {
            return FileKind.DamagedPackage;
        }
    }

    private static string Mimetype(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: > 0 and < 200 } entry) return "";
        using Stream stream = entry.Open();
        Span<byte> buffer = stackalloc byte[200];
        int read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Encoding.ASCII.GetString(buffer[..read]);
    }

    private static FileKind DetectText(ReadOnlySpan<byte> span)
    {
        if (TextDecoder.Guess(span) is not { } guess) return FileKind.Binary;
        if (MimeHeaders.LooksLikeMail(span)) return FileKind.Email;
        string head = guess.Encoding.GetString(span[..Math.Min(span.Length, TextWindow)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (StartsWith(head, "<!doctype html") || StartsWith(head, "<html")) return FileKind.Html;
        if (StartsWith(head, "<?xml"))
            return head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.Html : FileKind.Xml;
        return FileKind.Text;

        static bool StartsWith(string head, string mark) => head.StartsWith(mark, StringComparison.OrdinalIgnoreCase);
    }
}
