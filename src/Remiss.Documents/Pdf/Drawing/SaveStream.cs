namespace Remiss.Documents.Pdf.Drawing;

/// <summary>
/// Passes writes on, and does something just before the first: the only moment at which what PDFsharp
/// makes up while saving (metadata, dates, names of subsets) is there and not yet written.
/// </summary>
internal sealed class SaveStream(Stream inner, Action beforeFirst, CancellationToken cancellationToken) : Stream
{
    private bool _begun;
    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Write([value]);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!_begun)
        {
            _begun = true;
            beforeFirst();
        }

        cancellationToken.ThrowIfCancellationRequested();
        inner.Write(buffer);
        _written += buffer.Length;
    }
}
