using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>What has come in and is to be kept, whichever way it came.</summary>
internal sealed record Receipt
{
    public required ConsultationId Consultation { get; init; }

    /// <summary>The same receipt twice in a consultation is one.</summary>
    public required string Key { get; init; }

    public ResponseKind Kind { get; init; } = ResponseKind.Reply;

    public required ResponseChannel Channel { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public ImmutableArray<ReceivedFile> Files { get; init; } = [];

    /// <summary>Who sends it; null where neither a person nor the reply has told yet.</summary>
    public ImmutableArray<ResponseSender>? Senders { get; init; }

    public string? RegistrationNumber { get; init; }

    public Decision? Decision { get; init; }

    /// <summary>Why there is a new version, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>What it says, once it has been read.</summary>
    public ReadReply? Read { get; init; }

    /// <summary>Why it cannot be read.</summary>
    public Phrase? Unreadable { get; init; }

    public ResponseVersionState State => Unreadable is not null ? ResponseVersionState.Unreadable : Read is not null ? ResponseVersionState.Split : ResponseVersionState.Received;
}

/// <summary>A file to be kept.</summary>
internal sealed record ReceivedFile(string Name, ResponseFileRole Role, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The last part of the name, on one line: what a browser or a mail sends along may be a path.</summary>
    public string ShownName
    {
        get
        {
            string last = string.Concat(Name.Split('/', '\\')[^1].Where(c => !char.IsControl(c))).Trim();
            return last.Length == 0 ? "fil" : Limits.Cut(last, Limits.Name);
        }
    }
}
