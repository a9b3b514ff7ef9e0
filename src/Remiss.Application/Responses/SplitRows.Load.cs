using System.Collections.Immutable;
using Remiss.Application.Documents;
using Remiss.Application.Json;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

public sealed partial class SplitRows
{
    private const string OneVersion = "v.response_version_id = @version";

    private const string AllCurrent = """
        v.consultation_id = @consultation AND EXISTS
            (SELECT 1 FROM response c WHERE c.response_id = v.response_id AND c.current_version = v.number AND c.kind = 'Reply')
        """;

    private const string ListVersions = """
        SELECT v.response_version_id, v.response_id, r.number AS response_number, v.received_on, v.text_json, v.split_json, v.registration_number,
            v.decision_board, v.decision_paragraph, v.decision_on, v.overall_stance, v.overall_evidence_json
        FROM response_version v JOIN response r ON r.response_id = v.response_id
        WHERE v.state = 'Split' AND
        """;

    private const string ListSenders =
        "SELECT v.response_version_id, s.name, s.is_private_person FROM response_sender s JOIN response_version v ON v.response_id = s.response_id WHERE ";

    private const string ListFiles =
        "SELECT f.response_version_id, f.name FROM response_file f JOIN response_version v ON v.response_version_id = f.response_version_id WHERE ";

    private const string ListComments = """
        SELECT k.comment_no, k.comment_id, k.response_version_id, k.start_at, k.length, k.page, k.lead_in_start, k.lead_in_length, k.is_general,
            k.stance, k.stance_evidence_json, k.reviewed_at, k.version
        FROM comment k JOIN response_version v ON v.response_version_id = k.response_version_id
        WHERE k.is_current = 1 AND
        """;

    private const string ListTags = """
        SELECT t.comment_no, t.section_id, t.item, t.source, t.status, t.confidence
        FROM comment_tag t JOIN comment k ON k.comment_no = t.comment_no JOIN response_version v ON v.response_version_id = k.response_version_id
        WHERE k.is_current = 1 AND t.status <> 'Refused' AND
        """;

    private const string ListRuns =
        "SELECT l.response_version_id, l.start_at, l.length, l.kind FROM ledger_run l JOIN response_version v ON v.response_version_id = l.response_version_id WHERE ";

    private const string ListUnresolved = """
        SELECT u.response_version_id, u.start_at, u.length, u.words
        FROM unresolved_reference u JOIN response_version v ON v.response_version_id = u.response_version_id
        WHERE
        """;

    /// <summary>The version as it is now; null where it does not exist or is not split.</summary>
    public async Task<StoredSplit?> LoadAsync(ResponseVersionId version, StoredDocument? document, CancellationToken cancellationToken)
    {
        var all = await LoadAsync(OneVersion, new { version }, document, cancellationToken).ConfigureAwait(false);
        return all.SingleOrDefault();
    }

    /// <summary>The current versions of all replies that are split, in the order of their numbers, in as few queries as for one.</summary>
    public Task<ImmutableArray<StoredSplit>> LoadAllAsync(ConsultationId consultation, StoredDocument? document, CancellationToken cancellationToken) =>
        LoadAsync(AllCurrent, new { consultation }, document, cancellationToken);

    private async Task<ImmutableArray<StoredSplit>> LoadAsync(string which, object parameters, StoredDocument? document, CancellationToken cancellationToken)
    {
        async Task<IReadOnlyList<T>> Of<T>(string select, string order) =>
            await _session.ListAsync<T>($"{select} {which} ORDER BY {order}", parameters, cancellationToken).ConfigureAwait(false);

        var versions = await Of<VersionRow>(ListVersions, "r.number").ConfigureAwait(false);
        var senders = (await Of<SenderRow>(ListSenders, "s.ordinal").ConfigureAwait(false)).ToLookup(s => s.ResponseVersionId);
        var files = (await Of<FileRow>(ListFiles, "f.ordinal").ConfigureAwait(false)).ToLookup(f => f.ResponseVersionId);
        var comments = (await Of<CommentRow>(ListComments, "k.start_at").ConfigureAwait(false)).ToLookup(c => c.ResponseVersionId);
        var tags = (await Of<TagRow>(ListTags, "t.comment_no").ConfigureAwait(false)).ToLookup(t => t.CommentNo);
        var runs = (await Of<RunRow>(ListRuns, "l.start_at").ConfigureAwait(false)).ToLookup(l => l.ResponseVersionId);
        var unresolved = (await Of<UnresolvedRow>(ListUnresolved, "u.ordinal").ConfigureAwait(false)).ToLookup(u => u.ResponseVersionId);
        return
        [
            .. versions.Select(v =>
            {
                ResponseVersionId id = v.ResponseVersionId;
                return Joined(v, [.. senders[id]], [.. comments[id]], tags, runs[id], unresolved[id], document) with { Files = [.. files[id].Select(f => f.Name)] };
            }),
        ];
    }

    private static StoredSplit Joined(
        VersionRow version, ImmutableArray<SenderRow> senders, ImmutableArray<CommentRow> rows, ILookup<long, TagRow> tags,
        IEnumerable<RunRow> runs, IEnumerable<UnresolvedRow> unresolved, StoredDocument? document)
    {
        SplitFacts facts = StoreJson.Read<SplitFacts>(version.SplitJson);
        var loose = facts.LooseTags.ToLookup(t => new TextSpan(t.Start, t.Length), t => t.ToTag());
        var read = rows.Select(c => c.Read(tags[c.CommentNo], loose[c.Span], document)).ToList();
        ImmutableArray<string> names = senders.IsEmpty ? facts.Senders : [.. senders.Select(s => s.Name)];
        return new StoredSplit
        {
            Response = version.ResponseId,
            ResponseNumber = version.ResponseNumber,
            Version = version.ResponseVersionId,
            ReceivedOn = version.ReceivedOn,
            IsPrivatePerson = senders.Any(s => s.IsPrivatePerson),
            Facts = facts,
            Comments = [.. read.Select(c => c.Row)],
            Split = new SplitResponse
            {
                Document = StoredText.Read(version.TextJson),
                Organisation = names.IsEmpty ? null : names[0],
                Senders = names,
                RegistrationNumber = version.RegistrationNumber,
                ConsultationRegistrationNumber = facts.ConsultationRegistrationNumber,
                Date = facts.Date,
                Decision = version.Decision,
                OverallStance = new StanceReading(version.OverallStance, StoredSpan.Read(version.OverallEvidenceJson)),
                Comments = [.. read.Select(c => c.Comment)],
                Ledger =
                [
                    .. runs.Select(r => new LedgerEntry(new TextSpan(r.StartAt, r.Length), r.Kind))
                        .Concat(rows.Select(c => new LedgerEntry(c.Span, LedgerKind.Comment))).OrderBy(e => e.Span.Start),
                ],
                Unresolved = [.. unresolved.Select(u => new UnresolvedReference(new TextSpan(u.StartAt, u.Length), u.Words))],
            },
        };
    }
}
