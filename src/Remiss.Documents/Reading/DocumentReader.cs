using Remiss.Documents.Reading.Docx;
using Remiss.Documents.Reading.Mail;
using Remiss.Documents.Reading.Odt;
using Remiss.Documents.Reading.Pdf;
using Remiss.Documents.Reading.Plain;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading;

/// <summary>
/// Reads PDF, DOCX, ODT, EML and plain text. Safe to use from many threads at once: it holds nothing
/// but its limits.
/// </summary>
public sealed class DocumentReader : IDocumentReader
{
    private readonly ReadLimits _limits;

    /// <summary>A reader with the given limits, or the defaults.</summary>
    public DocumentReader(ReadLimits? limits = null) => _limits = limits ?? new ReadLimits();

    /// <summary>Told of what a parser stumbled over, so that tests can tell damage in a file from a fault of ours.</summary>
    internal Action<Exception>? Stumbled { get; init; }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The caller cancelled; nothing else is thrown.</exception>
    public async Task<Result<ReadFile>> ReadAsync(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Bytes.Length > _limits.MaxFileBytes) return Refusals.TooLarge(file.Name, _limits.MaxFileBytes);
        try
        {
            FileKind kind = FormatDetector.Detect(file.Bytes, _limits);
            if (kind == FileKind.Email) return await new MailReader(this, _limits).ReadAsync(file, cancellationToken).ConfigureAwait(false);
            Result<DocumentText> text = await ReadTextAsync(kind, file, cancellationToken).ConfigureAwait(false);
            return text.Map(t => new ReadFile(file.Name, t.Format, [new ReadText(file.Name, t)]));
        }
        catch (ReadRefusedException refused)
        {
            return refused.Failure;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever a parser stumbles over in untrusted bytes, the file is what is wrong with it.
            Stumbled?.Invoke(e);
            return Refusals.Damaged(file.Name);
        }
    }

    /// <summary>The text of a file that is one document; a mail is not one.</summary>
    internal async Task<Result<DocumentText>> ReadTextAsync(FileKind kind, SourceFile file, CancellationToken cancellationToken)
    {
        try
        {
            return kind switch
            {
                FileKind.Pdf => await PdfReader.ReadAsync(file, _limits, cancellationToken).ConfigureAwait(false),
                FileKind.Docx => DocxReader.Read(file, _limits),
                FileKind.Odt => OdtReader.Read(file, _limits),
                FileKind.Text => PlainTextReader.Read(file, _limits),
                _ => Refusals.Of(kind, file.Name),
            };
        }
        catch (ReadRefusedException refused)
        {
            return refused.Failure;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Stumbled?.Invoke(e);
            return Refusals.Damaged(file.Name);
        }
    }
}
