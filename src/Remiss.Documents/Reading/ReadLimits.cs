namespace Remiss.Documents.Reading;

/// <summary>
/// How much a file may ask of the machine. A file over a limit is refused with a sentence that says
/// which; the defaults are far above every real consultation and far below what harms a server.
/// </summary>
public sealed record ReadLimits
{
    /// <summary>Largest file, in bytes. Default 100 MB.</summary>
    public long MaxFileBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Longest text taken out of one document, in UTF-16 units. Default 20 million.</summary>
    public int MaxTextLength { get; init; } = 20_000_000;

    /// <summary>Most pages of a PDF. Default 3,000.</summary>
    public int MaxPages { get; init; } = 3_000;

    /// <summary>Longest run of a program on a whole file (pdftotext), wall clock. Default 120 s.</summary>
    public TimeSpan ToolTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Most address space of such a program, in bytes; kept where <c>prlimit</c> is installed. Default 2 GB.</summary>
    public long ToolMemoryBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Most output of such a program, in bytes. Default 600 MB: it is read as it comes, and never held whole.</summary>
    public long MaxToolOutputBytes { get; init; } = 600L * 1024 * 1024;

    /// <summary>Most pages read by OCR; the rest is left out with a remark. Default 60.</summary>
    public int MaxOcrPages { get; init; } = 60;

    /// <summary>Longest OCR of one page, wall clock. Default 60 s.</summary>
    public TimeSpan OcrPageTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest OCR of one file, wall clock; what is not read by then is left out with a remark. Default 15 min.</summary>
    public TimeSpan OcrTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Most entries of a DOCX or ODT package. Default 10,000.</summary>
    public int MaxPackageEntries { get; init; } = 10_000;

    /// <summary>Most unpacked bytes of a whole package, as it says itself and as they come. Default 500 MB.</summary>
    public long MaxUnpackedBytes { get; init; } = 500L * 1024 * 1024;

    /// <summary>Most unpacked bytes per packed byte of one part, counted from <see cref="RatioFreeBytes"/> on. Default 250; running text reaches about 20.</summary>
    public int MaxUnpackRatio { get; init; } = 250;

    /// <summary>Unpacked size below which the ratio does not matter, in bytes. Default 8 MB.</summary>
    public long RatioFreeBytes { get; init; } = 8L * 1024 * 1024;

    /// <summary>Deepest nesting of XML elements. Default 512.</summary>
    public int MaxXmlDepth { get; init; } = 512;

    /// <summary>Most parts of one mail, attached mails' parts counted in. Default 300.</summary>
    public int MaxMailParts { get; init; } = 300;

    /// <summary>Deepest nesting of a mail's parts. Default 12.</summary>
    public int MaxMailDepth { get; init; } = 12;
}
