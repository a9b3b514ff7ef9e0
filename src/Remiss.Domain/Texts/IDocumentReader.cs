using System.Collections.Immutable;
using Remiss.Domain.Results;

namespace Remiss.Domain.Texts;

/// <summary>A file as it came: its name and its bytes. The name is for people and never decides the format.</summary>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>One text found in a file: the file itself, a mail's body, or one of its attachments.</summary>
/// <param name="Name">The file's or attachment's name; for a mail's body its subject.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsMailBody">Whether it is the body of a mail (and so perhaps only a covering note).</param>
public sealed record ReadText(string Name, DocumentText Text, bool IsMailBody = false);

/// <summary>Something inside a file that could not be read, and why.</summary>
public sealed record UnreadPart(string Name, Failure Reason);

/// <summary>Who sent a mail and when, as its header says; a fact to show, never to trust.</summary>
public sealed record MailEnvelope(string? FromName, string? FromAddress, string? Subject, DateTimeOffset? Sent);

/// <summary>All that was found in one file: at least one text.</summary>
public sealed record ReadFile(string Name, SourceFormat Format, ImmutableArray<ReadText> Texts)
{
    /// <summary>Attachments that could not be read. Never dropped in silence: shown, and listed in the summary's annex.</summary>
    public ImmutableArray<UnreadPart> Unread { get; init; } = [];

    /// <summary>The mail's header where the file is a mail.</summary>
    public MailEnvelope? Mail { get; init; }
}

/// <summary>Reads a file of any supported format. What a file is, is decided by its bytes.</summary>
public interface IDocumentReader
{
    /// <summary>
    /// The texts of the file, or why there are none: empty, encrypted, damaged, too large, of an
    /// unsupported kind. The message names the file. Never throws on any bytes.
    /// </summary>
    Task<Result<ReadFile>> ReadAsync(SourceFile file, CancellationToken cancellationToken);
}
