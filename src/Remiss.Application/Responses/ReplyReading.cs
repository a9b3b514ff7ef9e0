using System.Collections.Immutable;
using Remiss.Application.Documents;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

/// <summary>What a file says as a reply.</summary>
/// <param name="Split">The reply.</param>
/// <param name="Unread">Attachments that could not be read.</param>
/// <param name="MailSent">The day a mail was sent, as its header says; null for other files.</param>
internal sealed record ReadReply(SplitResponse Split, ImmutableArray<UnreadAttachment> Unread, DateOnly? MailSent);

/// <summary>From a file's bytes to a split reply, the way the command line goes on bare files. Needs no transaction, and must not hold one.</summary>
internal sealed class ReplyReading(IDocumentReader reader)
{
    /// <summary>The reply, or why the file cannot be read.</summary>
    /// <param name="file">The file as it came.</param>
    /// <param name="document">The consulted document, or null while there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<ReadReply>> ReadAsync(SourceFile file, StoredDocument? document, CancellationToken cancellationToken)
    {
        Result<ReadFile> read = await reader.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        if (!read.IsOk) return read.Failure;
        DocumentText text = ReplyAssembler.Join(read.Value, document?.Text.Text);
        SplitResponse split = EnvelopeSender.Complete(ResponseSplitter.Split(text, document?.Context), read.Value.Mail);
        DateOnly? sent = read.Value.Mail?.Sent is { } at ? SwedishDay.Of(at) : null;
        return new ReadReply(split, [.. read.Value.Unread.Select(u => new UnreadAttachment(u.Name, u.Reason.Message))], sent);
    }
}
