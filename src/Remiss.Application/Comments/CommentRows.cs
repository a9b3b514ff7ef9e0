using System.Collections.Immutable;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Comments;

/// <summary>A reply's rows as loaded for an edit: the state to decide from, and what only the store knows.</summary>
/// <param name="Reply">Which reply.</param>
/// <param name="State">Its comments, runs and text; text and runs are empty where only marks are edited.</param>
/// <param name="Keys">The number and version of each comment of the state.</param>
internal sealed record LoadedReply(ReplyRow Reply, ReplyState State, IReadOnlyDictionary<Guid, CommentKey> Keys);

/// <summary>What the store calls a comment, and its version.</summary>
internal readonly record struct CommentKey(long No, int Version);

/// <summary>The facts of a reply's version that decide whether it can be edited.</summary>
internal sealed record ReplyRow
{
    public ResponseVersionId ResponseVersionId { get; init; }

    public ResponseId ResponseId { get; init; }

    public ConsultationId ConsultationId { get; init; }

    public string State { get; init; } = string.Empty;

    public int Number { get; init; }

    public int CurrentVersion { get; init; }

    public int TextLength { get; init; }

    public int Version { get; init; }
}

/// <summary>Loads what edits are decided from.</summary>
internal sealed class CommentRows(DbSession session)
{
    /// <summary>So many ids at a time stand in one statement.</summary>
    public const int Chunk = 1_000;

    // One writer at a time per reply: on SQL Server others wait here until the commit, and then see what it wrote.
    private const string LockReplies = "UPDATE response SET version = version WHERE response_id IN @ids";

    private const string ListReplies = """
        SELECT v.response_version_id, v.response_id, v.consultation_id, v.state, v.number, r.current_version, v.text_length, v.version
        FROM response_version v JOIN response r ON r.response_id = v.response_id
        WHERE v.response_version_id IN @ids
        """;

    private const string FindText = """
        SELECT text_json, overall_stance, overall_evidence_json, overall_set_by, overall_set_at
        FROM response_version WHERE response_version_id = @version
        """;

    private const string SelectComments = """
        SELECT comment_no, comment_id, response_version_id, start_at, length, page, lead_in_start, lead_in_length, is_general, stance, stance_evidence_json,
            stance_set_by, stance_set_at, reviewed_by, reviewed_at, is_current, version
        FROM comment
        """;

    private const string SelectTags = "SELECT t.comment_no, t.section_id, t.item, t.source, t.status, t.confidence, t.set_by, t.set_at FROM comment_tag t";
    private const string ListRuns = "SELECT start_at, length, kind, reviewed_by, reviewed_at FROM ledger_run WHERE response_version_id = @version ORDER BY start_at";
    private const string OfVersion = "JOIN comment k ON k.comment_no = t.comment_no WHERE k.response_version_id = @version";

    /// <summary>Locks the replies for the rest of the transaction, always in the same order, and reads their facts.</summary>
    public async Task<IReadOnlyList<ReplyRow>> LockAsync(IEnumerable<(ResponseId Response, ResponseVersionId Version)> replies, CancellationToken cancellationToken)
    {
        var rows = new List<ReplyRow>();
        foreach (var chunk in replies.Distinct().OrderBy(r => r.Response.Value).Chunk(Chunk))
        {
            await session.ExecuteAsync(LockReplies, new { ids = chunk.Select(c => c.Response.Value).Distinct() }, cancellationToken).ConfigureAwait(false);
            rows.AddRange(await session.ListAsync<ReplyRow>(ListReplies, new { ids = chunk.Select(c => c.Version.Value) }, cancellationToken).ConfigureAwait(false));
        }
        return rows;
    }

    /// <summary>All of a reply's version: text, comments (those out of sight too), runs.</summary>
    public async Task<LoadedReply> LoadAsync(ReplyRow reply, CancellationToken cancellationToken)
    {
        var parameters = new { version = reply.ResponseVersionId };
        TextRow text = (await session.FindAsync<TextRow>(FindText, parameters, cancellationToken).ConfigureAwait(false))!;
        DocumentText document = StoredText.Read(text.TextJson);
        var comments = await session.ListAsync<CommentRow>($"{SelectComments} WHERE response_version_id = @version", parameters, cancellationToken).ConfigureAwait(false);
        var tags = await session.ListAsync<TagRow>($"{SelectTags} {OfVersion}", parameters, cancellationToken).ConfigureAwait(false);
        var runs = await session.ListAsync<RunRow>(ListRuns, parameters, cancellationToken).ConfigureAwait(false);
        LoadedReply loaded = Joined(reply, comments, tags.ToLookup(t => t.CommentNo));
        return loaded with
        {
            State = loaded.State with
            {
                Text = document.Text,
                Pages = document.Pages,
                Runs = [.. runs.Select(r => new KeptRun(new TextSpan(r.StartAt, r.Length), r.Kind, r.ReviewedBy, r.ReviewedAt))],
                Overall = new KeptOverall(text.OverallStance, StoredSpan.Read(text.OverallEvidenceJson), text.OverallSetBy, text.OverallSetAt),
            },
        };
    }

    /// <summary>Only these comments of these replies, without text and runs: enough to edit what is said of them.</summary>
    public async Task<ImmutableArray<LoadedReply>> LoadMarksAsync(IReadOnlyList<ReplyRow> replies, IEnumerable<long> comments, CancellationToken cancellationToken)
    {
        var rows = new List<CommentRow>();
        var tags = new List<TagRow>();
        foreach (long[] nos in comments.Chunk(Chunk))
        {
            rows.AddRange(await session.ListAsync<CommentRow>($"{SelectComments} WHERE comment_no IN @nos", new { nos }, cancellationToken).ConfigureAwait(false));
            tags.AddRange(await session.ListAsync<TagRow>($"{SelectTags} WHERE t.comment_no IN @nos", new { nos }, cancellationToken).ConfigureAwait(false));
        }
        var ofReply = rows.ToLookup(r => r.ResponseVersionId);
        var ofComment = tags.ToLookup(t => t.CommentNo);
        return [.. replies.Select(r => Joined(r, [.. ofReply[r.ResponseVersionId]], ofComment))];
    }

    private static LoadedReply Joined(ReplyRow reply, IReadOnlyList<CommentRow> rows, ILookup<long, TagRow> tags) => new(
        reply,
        new ReplyState
        {
            Text = string.Empty,
            Pages = PageMap.SinglePage,
            Runs = [],
            Comments = [.. rows.Select(r => r.Kept().WithTags(tags[r.CommentNo].Select(t => t.Kept()))).OrderBy(c => c.Span.Start).ThenBy(c => c.Id)],
        },
        rows.ToDictionary(r => r.CommentId.Value, r => new CommentKey(r.CommentNo, r.Version)));

    private sealed record TextRow
    {
        public string TextJson { get; init; } = string.Empty;

        public Stance OverallStance { get; init; }

        public string? OverallEvidenceJson { get; init; }

        public Guid? OverallSetBy { get; init; }

        public DateTimeOffset? OverallSetAt { get; init; }
    }

    private sealed record RunRow
    {
        public int StartAt { get; init; }

        public int Length { get; init; }

        public LedgerKind Kind { get; init; }

        public Guid? ReviewedBy { get; init; }

        public DateTimeOffset? ReviewedAt { get; init; }
    }

    private sealed record TagRow
    {
        public long CommentNo { get; init; }

        public Guid SectionId { get; init; }

        public int Item { get; init; }

        public TagSource Source { get; init; }

        public TagStatus Status { get; init; }

        public double Confidence { get; init; }

        public Guid? SetBy { get; init; }

        public DateTimeOffset? SetAt { get; init; }

        public KeptTag Kept() => new(SectionId, Item, Source, Status, Confidence, SetBy, SetAt);
    }

    private sealed record CommentRow
    {
        public long CommentNo { get; init; }

        public CommentId CommentId { get; init; }

        public ResponseVersionId ResponseVersionId { get; init; }

        public int StartAt { get; init; }

        public int Length { get; init; }

        public int Page { get; init; }

        public int? LeadInStart { get; init; }

        public int? LeadInLength { get; init; }

        public bool IsGeneral { get; init; }

        public Stance Stance { get; init; }

        public string? StanceEvidenceJson { get; init; }

        public Guid? StanceSetBy { get; init; }

        public DateTimeOffset? StanceSetAt { get; init; }

        public Guid? ReviewedBy { get; init; }

        public DateTimeOffset? ReviewedAt { get; init; }

        public bool IsCurrent { get; init; }

        public int Version { get; init; }

        public KeptComment Kept() => new()
        {
            Id = CommentId.Value,
            Span = new TextSpan(StartAt, Length),
            Page = Page,
            LeadIn = LeadInStart is { } start && LeadInLength is { } length ? new TextSpan(start, length) : null,
            IsGeneral = IsGeneral,
            Stance = Stance,
            Evidence = StoredSpan.Read(StanceEvidenceJson),
            StanceSetBy = StanceSetBy,
            StanceSetAt = StanceSetAt,
            ReviewedBy = ReviewedBy,
            ReviewedAt = ReviewedAt,
            IsCurrent = IsCurrent,
        };
    }
}
