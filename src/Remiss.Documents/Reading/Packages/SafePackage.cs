using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Remiss.Documents.Reading.Packages;

/// <summary>
/// A DOCX or ODT package (a zip file) that is not trusted: the number of entries and the unpacked
/// size are checked as the directory states them, and once more as the bytes come, since a directory
/// can lie. Nothing is ever written to disk, so paths inside the package cannot lead anywhere.
/// </summary>
internal sealed class SafePackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpackedLeft;

    private SafePackage(ZipArchive zip, string fileName, ReadLimits limits)
    {
        (_zip, FileName, Limits) = (zip, fileName, limits);
        _unpackedLeft = limits.MaxUnpackedBytes;
    }

    public string FileName { get; }

    public ReadLimits Limits { get; }

    public IEnumerable<string> Names => _entries.Keys;

    /// <exception cref="InvalidDataException">It is no whole zip file.</exception>
    /// <exception cref="ReadRefusedException">It asks for more than the limits give.</exception>
    public static SafePackage Open(ReadOnlyMemory<byte> bytes, string fileName, ReadLimits limits)
    {
        var package = new SafePackage(OpenArchive(bytes, limits), fileName, limits);
        long declared = 0;
        foreach (ZipArchiveEntry entry in package._zip.Entries)
        {
            declared = Math.Min(long.MaxValue / 2, declared) + Math.Max(0, Math.Min(entry.Length, long.MaxValue / 4));
            package._entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
        if (declared > limits.MaxUnpackedBytes || package._zip.Entries.Count > limits.MaxPackageEntries)
        {
            package.Dispose();
            throw new ReadRefusedException(Refusals.UnpacksTooLarge(fileName));
        }
        return package;
    }

    /// <summary>The bare archive, once its end record is seen to promise a sane number of entries.</summary>
    /// <exception cref="InvalidDataException">It is no whole zip file, or promises too many entries.</exception>
    public static ZipArchive OpenArchive(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        // ZipArchive reads the whole directory before it can be asked how long it is.
        ReadOnlySpan<byte> span = bytes.Span;
        int end = span.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > span.Length) throw new InvalidDataException("No end record.");
        uint directoryBytes = BinaryPrimitives.ReadUInt32LittleEndian(span[(end + 12)..]);
        const int SmallestEntry = 46;
        if (directoryBytes != uint.MaxValue && directoryBytes / SmallestEntry > (uint)limits.MaxPackageEntries * 8)
            throw new InvalidDataException("Too many entries.");
        var zip = new ZipArchive(AsStream(bytes), ZipArchiveMode.Read);
        try
        {
            _ = zip.Entries.Count;
            return zip;
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>A reader of one part's XML, or null when the package has no such part.</summary>
    public PartReader? OpenXml(string name)
    {
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry)) return null;
        return new PartReader(Guarded(entry), this);
    }

    public void Dispose() => _zip.Dispose();

    private CountingStream Guarded(ZipArchiveEntry entry)
    {
        long packed = Math.Max(1, entry.CompressedLength);
        long byRatio = Math.Max(Limits.RatioFreeBytes, packed > long.MaxValue / Limits.MaxUnpackRatio ? long.MaxValue : packed * Limits.MaxUnpackRatio);
        if (entry.Length > byRatio) throw new ReadRefusedException(Refusals.UnpacksTooLarge(FileName));
        return new CountingStream(entry.Open(), byRatio, this);
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>Counts what truly comes out of one part and out of the package as a whole.</summary>
    private sealed class CountingStream(Stream inner, long left, SafePackage package) : Stream
    {
        private long _left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = inner.Read(buffer);
            _left -= read;
            package._unpackedLeft -= read;
            if (_left < 0 || package._unpackedLeft < 0)
                throw new ReadRefusedException(Refusals.UnpacksTooLarge(package.FileName));
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
