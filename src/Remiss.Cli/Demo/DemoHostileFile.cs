using System.IO.Compression;
using System.Text;

namespace Remiss.Cli.Demo;

/// <summary>
/// A file that means harm, harmless to who refuses it: named as a Word document, it would unpack to
/// half a gigabyte. Shows that a bad file is refused with a reason and stops nothing.
/// </summary>
internal static class DemoHostileFile
{
    public const string Name = "Klarsjö kommun - remissvar.docx";
    private const int Chunk = 1 << 20;
    private const int Chunks = 512;

    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes()
    {
        using var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>", 0);
            Write(zip, "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>", Chunks);
        }
        return result.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string start, int chunks)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
        using Stream stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(start));
        byte[] spaces = new byte[Chunk];
        Array.Fill(spaces, (byte)' ');
        for (int i = 0; i < chunks; i++) stream.Write(spaces);
    }
}
