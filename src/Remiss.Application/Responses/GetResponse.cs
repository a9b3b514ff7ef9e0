using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Responses;

/// <summary>A reply with its senders, versions and files; where a sender is not decided, with those it may be.</summary>
public static class GetResponse
{
    private const string Find = $"""
        SELECT r.response_id AS id, r.consultation_id, r.number, r.kind, r.channel, r.current_version, r.version, {ListResponses.Late} AS is_late
        FROM response r JOIN consultation c ON c.consultation_id = r.consultation_id WHERE r.response_id = @Id
        """;

    private const string ListVersions = """
        SELECT response_version_id AS id, number, state, received_on, registered_at, registration_number, decision_board, decision_paragraph, decision_on,
            reason, text_length, overall_stance, failure_json
        FROM response_version WHERE response_id = @Id ORDER BY number DESC
        """;

    private const string ListFiles = """
        SELECT f.response_version_id, f.ordinal, f.name, f.role, f.sha256, s.byte_length
        FROM response_file f JOIN response_version v ON v.response_version_id = f.response_version_id JOIN stored_file s ON s.sha256 = f.sha256
        WHERE v.response_id = @Id ORDER BY v.number DESC, f.ordinal
        """;

    /// <summary>Which.</summary>
    public sealed record Query(ResponseId Id) : IQuery<ResponseView>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Response, Id.Value);
    }

    internal sealed class Handler(DbSession session, ResponseSenders senders) : IRequestHandler<Query, Result<ResponseView>>
    {
        public async Task<Result<ResponseView>> Handle(Query query, CancellationToken cancellationToken)
        {
            ResponseView view = (await session.FindAsync<ResponseView>(Find, new { query.Id }, cancellationToken).ConfigureAwait(false))!;
            var versions = await session.ListAsync<ResponseVersionFacts>(ListVersions, new { query.Id }, cancellationToken).ConfigureAwait(false);
            var files = (await session.ListAsync<ResponseFile>(ListFiles, new { query.Id }, cancellationToken).ConfigureAwait(false)).ToLookup(f => f.ResponseVersionId);
            var from = await senders.OfAsync(query.Id, cancellationToken).ConfigureAwait(false);
            bool open = from.Any(s => s.Body is null && !s.IsPrivatePerson);
            var register = open ? await senders.RegisterAsync(view.ConsultationId, cancellationToken).ConfigureAwait(false) : [];
            return view with
            {
                Versions = [.. versions.Select(v => v with { Files = [.. files[v.Id]] })],
                Senders = [.. from.Select(s => new SenderView(s, s.Body is null && !s.IsPrivatePerson ? SenderNames.Candidates(s.Name, register) : []))],
            };
        }
    }
}

/// <summary>A sender with those of the register that it may be, while it is not decided.</summary>
public sealed record SenderView(ResponseSender Sender, ImmutableArray<NamedBody> Candidates);

/// <summary>A reply as it is shown.</summary>
public sealed record ResponseView
{
    /// <summary>Which.</summary>
    public ResponseId Id { get; init; }

    /// <summary>The consultation it answers.</summary>
    public ConsultationId ConsultationId { get; init; }

    /// <summary>Its number in the consultation.</summary>
    public int Number { get; init; }

    /// <summary>What kind of answer it is.</summary>
    public ResponseKind Kind { get; init; }

    /// <summary>How it came.</summary>
    public ResponseChannel Channel { get; init; }

    /// <summary>The number of the version that counts.</summary>
    public int CurrentVersion { get; init; }

    /// <summary>Counts the changes of its facts; <see cref="SetResponseFacts"/> asks for it.</summary>
    public int Version { get; init; }

    /// <summary>Whether it came after the deadline.</summary>
    public bool IsLate { get; init; }

    /// <summary>Who sent it.</summary>
    public ImmutableArray<SenderView> Senders { get; init; } = [];

    /// <summary>Its versions, the newest first.</summary>
    public ImmutableArray<ResponseVersionFacts> Versions { get; init; } = [];
}

/// <summary>The facts of one version.</summary>
public sealed record ResponseVersionFacts
{
    /// <summary>Which.</summary>
    public ResponseVersionId Id { get; init; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>How far the program has come with it.</summary>
    public ResponseVersionState State { get; init; }

    /// <summary>The day it was received.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The sender's own registration number, or null.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The board that decided, or null.</summary>
    public string? DecisionBoard { get; init; }

    /// <summary>The paragraph of its minutes, or null.</summary>
    public string? DecisionParagraph { get; init; }

    /// <summary>The day of the decision, or null.</summary>
    public DateOnly? DecisionOn { get; init; }

    /// <summary>Why there is this version, or what was said with an answer without a text; null where nothing was.</summary>
    public string? Reason { get; init; }

    /// <summary>How long its text is, in UTF-16 units.</summary>
    public int TextLength { get; init; }

    /// <summary>The stance on the whole.</summary>
    public Stance OverallStance { get; init; }

    /// <summary>Why it cannot be read, as JSON, or null; see <see cref="Failure"/>.</summary>
    public string? FailureJson { get; init; }

    /// <summary>Why it cannot be read, or null.</summary>
    public Phrase? Failure => FailureJson is null ? null : StoreJson.Read<Phrase>(FailureJson);

    /// <summary>Its files.</summary>
    public ImmutableArray<ResponseFile> Files { get; init; } = [];
}

/// <summary>A file of a version.</summary>
public sealed record ResponseFile
{
    /// <summary>Its version.</summary>
    public ResponseVersionId ResponseVersionId { get; init; }

    /// <summary>Its place among the version's files, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it is.</summary>
    public ResponseFileRole Role { get; init; }

    /// <summary>Its fingerprint.</summary>
    public string Sha256 { get; init; } = string.Empty;

    /// <summary>How many bytes it has.</summary>
    public long ByteLength { get; init; }
}
