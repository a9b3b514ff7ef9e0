using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>What kind of answer it is.</summary>
public enum ResponseKind
{
    /// <summary>A reply with a text.</summary>
    Reply,

    /// <summary>The body has no comments (inga synpunkter).</summary>
    NoComments,

    /// <summary>The body does not answer (avstår).</summary>
    Declined,
}

/// <summary>How it came.</summary>
public enum ResponseChannel
{
    /// <summary>A file that was handed over or fetched.</summary>
    File,

    /// <summary>A mail.</summary>
    Mail,

    /// <summary>The form.</summary>
    Form,

    /// <summary>Paper.</summary>
    Post,
}

/// <summary>How far the program has come with a version.</summary>
public enum ResponseVersionState
{
    /// <summary>Kept; not read yet.</summary>
    Received,

    /// <summary>Read and split.</summary>
    Split,

    /// <summary>Kept, but the program cannot read it; a person must.</summary>
    Unreadable,
}

/// <summary>What a file of a version is.</summary>
public enum ResponseFileRole
{
    /// <summary>What the reply was read from.</summary>
    Original,

    /// <summary>What came with it.</summary>
    Attachment,

    /// <summary>An extract from the minutes (protokollsutdrag).</summary>
    Minutes,
}

/// <summary>One who sends a reply.</summary>
/// <param name="Name">The name that is printed.</param>
/// <param name="Body">The body of the register, or null where it is none, or not decided.</param>
/// <param name="IsPrivatePerson">Whether it is a private person: the name is printed only when that is chosen.</param>
public sealed record ResponseSender(string Name, BodyId? Body, bool IsPrivatePerson = false);

/// <summary>What registering gave.</summary>
/// <param name="Response">The reply.</param>
/// <param name="Version">Its version.</param>
/// <param name="Number">The reply's number in the consultation.</param>
public sealed record Registered(ResponseId Response, ResponseVersionId Version, int Number)
{
    /// <summary>Whether the same had been registered before: then nothing was changed, and this is the first.</summary>
    public bool WasThere { get; init; }

    /// <summary>How far the program has come with it.</summary>
    public ResponseVersionState State { get; init; }

    /// <summary>Why the program cannot read it, or null.</summary>
    public Phrase? Unreadable { get; init; }

    /// <summary>Its senders as they are now.</summary>
    public IReadOnlyList<ResponseSender> Senders { get; init; } = [];

    /// <summary>Whether a person must say whose it is: no sender was found, or one that may be several bodies of the register, or none.</summary>
    public bool IsSenderOpen => Senders.Count == 0 || Senders.Any(s => s.Body is null && !s.IsPrivatePerson);

    /// <summary>How many comments it has.</summary>
    public int Comments { get; init; }
}
