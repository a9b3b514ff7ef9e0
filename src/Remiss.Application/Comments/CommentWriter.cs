using System.Collections.Immutable;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Search;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Texts;

namespace Remiss.Application.Comments;

/// <summary>A change of one reply, with the rows it was decided from.</summary>
internal sealed record ReplyChange(CommentChangeId Id, LoadedReply Reply, CommentChange Change)
{
    /// <summary>Whether it moves the edges of comments, and not only what is said of them.</summary>
    public bool MovesText => !Change.Before.Runs.Select(r => r.Span).SequenceEqual(Change.After.Runs.Select(r => r.Span)) || Pairs.Any(p => Moved(p.Before, p.After));

    /// <summary>Each comment as it was and as it is to be.</summary>
    public IEnumerable<(KeptComment Before, KeptComment After)> Pairs => Change.Before.Comments.Zip(Change.After.Comments);

    public static bool Moved(KeptComment before, KeptComment after) => before.Span != after.Span || before.IsCurrent != after.IsCurrent;
}

/// <summary>Writes changes to comments, tags, runs and the index of words, in the open transaction: many rows in few statements.</summary>
internal sealed class CommentWriter(DbSession session, CommentTerms terms)
{
    private const string Bump = "UPDATE comment SET version = version + 1 WHERE comment_no IN @nos";
    private const string SetGeneral = "UPDATE comment SET is_general = @IsGeneral WHERE comment_no IN @nos";
    private const string SetReview = "UPDATE comment SET reviewed_by = @ReviewedBy, reviewed_at = @ReviewedAt WHERE comment_no IN @nos";

    private const string SetStance =
        "UPDATE comment SET stance = @stance, stance_evidence_json = @evidence, stance_set_by = @StanceSetBy, stance_set_at = @StanceSetAt WHERE comment_no IN @nos";

    private const string DeleteTags = "DELETE FROM comment_tag WHERE comment_no IN @nos";
    private const string DeleteRun = "DELETE FROM ledger_run WHERE response_version_id = @version AND start_at = @start AND length = @length";
    private const string ListNumbers = "SELECT comment_no, comment_id FROM comment WHERE response_version_id = @version AND comment_id IN @ids";

    private const string Update = """
        UPDATE comment SET start_at = @start, length = @length, page = @Page, quote = COALESCE(@quote, quote), lead_in_start = @leadInStart, lead_in_length = @leadInLength,
            is_general = @IsGeneral, stance = @stance, stance_evidence_json = @evidence, stance_set_by = @StanceSetBy, stance_set_at = @StanceSetAt,
            reviewed_by = @ReviewedBy, reviewed_at = @ReviewedAt, is_current = @IsCurrent, version = version + 1
        WHERE comment_no = @no AND version = @version
        """;

    private const string SetOverall = """
        UPDATE response_version SET overall_stance = @stance, overall_evidence_json = @evidence, overall_set_by = @SetBy, overall_set_at = @SetAt, version = version + 1
        WHERE response_version_id = @version
        """;

    private const string ListSpans = """
        SELECT start_at, length FROM comment WHERE response_version_id = @version AND is_current = 1
        UNION ALL SELECT start_at, length FROM ledger_run WHERE response_version_id = @version
        """;

    private static readonly string[] CommentColumns =
    [
        "comment_id", "response_version_id", "consultation_id", "start_at", "length", "page", "quote", "lead_in_start", "lead_in_length", "is_general",
        "stance", "stance_evidence_json", "stance_set_by", "stance_set_at", "reviewed_by", "reviewed_at", "is_current", "version",
    ];

    private static readonly string[] TagColumns = ["comment_no", "section_id", "item", "source", "status", "confidence", "set_by", "set_at"];
    private static readonly string[] RunColumns = ["response_version_id", "start_at", "length", "kind", "reviewed_by", "reviewed_at"];

    /// <summary>Writes the changes; the versions of all touched comments go up by one.</summary>
    /// <exception cref="InvalidOperationException">A row is not as it was loaded, or a ledger would not be whole: a bug, and nothing is kept.</exception>
    public async Task WriteAsync(IReadOnlyList<ReplyChange> changes, CancellationToken cancellationToken)
    {
        foreach (ReplyChange change in changes)
        {
            await WriteRowsAsync(change, cancellationToken).ConfigureAwait(false);
            if (change.MovesText) await VerifyAsync(change.Reply.Reply, cancellationToken).ConfigureAwait(false);
        }
        await WriteMarksAsync(changes, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteRowsAsync(ReplyChange change, CancellationToken cancellationToken)
    {
        LoadedReply reply = change.Reply;
        ResponseVersionId version = reply.Reply.ResponseVersionId;
        foreach (KeptRun run in change.Change.Before.Runs)
            await session.ExecuteAsync(DeleteRun, new { version, start = run.Span.Start, length = run.Span.Length }, cancellationToken).ConfigureAwait(false);
        await session.InsertAsync(
            "ledger_run", RunColumns,
            [.. change.Change.After.Runs.Select(r => new object?[] { version.Value, r.Span.Start, r.Span.Length, r.Kind, r.ReviewedBy, r.ReviewedAt })],
            cancellationToken).ConfigureAwait(false);
        if (change.Change.After.Overall is { } overall)
        {
            await session.ExecuteAsync(
                SetOverall, new { stance = overall.Stance.ToString(), evidence = StoredSpan.Write(overall.Evidence), overall.SetBy, overall.SetAt, version }, cancellationToken)
                .ConfigureAwait(false);
        }
        foreach (var (before, after) in change.Pairs)
        {
            if (!reply.Keys.TryGetValue(after.Id, out CommentKey key) || !ReplyChange.Moved(before, after)) continue;
            if (await session.ExecuteAsync(Update, UpdateOf(key, reply.State.Text, before, after), cancellationToken).ConfigureAwait(false) != 1)
                throw new InvalidOperationException("A comment changed while its reply was locked.");
        }
        await AddNewAsync(change, cancellationToken).ConfigureAwait(false);
        var moved = change.Pairs.Where(p => reply.Keys.ContainsKey(p.After.Id) && ReplyChange.Moved(p.Before, p.After)).Select(p => p.After).ToList();
        await terms.RemoveAsync(moved.Select(c => reply.Keys[c.Id].No), cancellationToken).ConfigureAwait(false);
        await terms.AddAsync(moved.Where(c => c.IsCurrent).Select(c => (reply.Keys[c.Id].No, c.Span.In(reply.State.Text))), cancellationToken).ConfigureAwait(false);
    }

    private async Task AddNewAsync(ReplyChange change, CancellationToken cancellationToken)
    {
        LoadedReply reply = change.Reply;
        List<KeptComment> added = [.. change.Change.After.Comments.Where(c => !reply.Keys.ContainsKey(c.Id))];
        if (added.Count == 0) return;
        await session.InsertAsync(
            "comment", CommentColumns,
            [
                .. added.Select(c => new object?[]
                {
                    c.Id, reply.Reply.ResponseVersionId.Value, reply.Reply.ConsultationId.Value, c.Span.Start, c.Span.Length, c.Page, c.Span.In(reply.State.Text),
                    c.LeadIn?.Start, c.LeadIn?.Length, c.IsGeneral, c.Stance, StoredSpan.Write(c.Evidence), c.StanceSetBy, c.StanceSetAt, c.ReviewedBy, c.ReviewedAt, c.IsCurrent, 1,
                }),
            ],
            cancellationToken).ConfigureAwait(false);
        var numbers = await session.ListAsync<NumberRow>(
            ListNumbers, new { version = reply.Reply.ResponseVersionId, ids = added.Select(c => c.Id) }, cancellationToken).ConfigureAwait(false);
        Dictionary<Guid, long> noOf = numbers.ToDictionary(n => n.CommentId.Value, n => n.CommentNo);
        await session.InsertAsync("comment_tag", TagColumns, [.. added.SelectMany(c => c.Tags.Select(t => TagOf(noOf[c.Id], t)))], cancellationToken).ConfigureAwait(false);
        await terms.AddAsync(added.Where(c => c.IsCurrent).Select(c => (noOf[c.Id], c.Span.In(reply.State.Text))), cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteMarksAsync(IReadOnlyList<ReplyChange> changes, CancellationToken cancellationToken)
    {
        List<MarkedRow> pairs = [.. changes.SelectMany(c => c.Pairs.Where(p => c.Reply.Keys.ContainsKey(p.After.Id)).Select(p => new MarkedRow(c.Reply.Keys[p.After.Id].No, p.Before, p.After)))];
        // What rows share is written to all of them at once. Those whose text moved have all of it written already.
        List<MarkedRow> marked = pairs.FindAll(p => !ReplyChange.Moved(p.Before, p.After));
        await WriteEachAsync(marked, c => c.IsGeneral, (c, nos) => (SetGeneral, new { c.IsGeneral, nos }), cancellationToken).ConfigureAwait(false);
        await WriteEachAsync(
            marked, c => (c.Stance, c.Evidence, c.StanceSetBy, c.StanceSetAt),
            (c, nos) => (SetStance, new { stance = c.Stance.ToString(), evidence = StoredSpan.Write(c.Evidence), c.StanceSetBy, c.StanceSetAt, nos }), cancellationToken).ConfigureAwait(false);
        await WriteEachAsync(marked, c => (c.ReviewedBy, c.ReviewedAt), (c, nos) => (SetReview, new { c.ReviewedBy, c.ReviewedAt, nos }), cancellationToken).ConfigureAwait(false);
        foreach (MarkedRow[] chunk in marked.Chunk(CommentRows.Chunk))
            await session.ExecuteAsync(Bump, new { nos = chunk.Select(p => p.No) }, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in pairs.Where(p => !p.Before.Tags.SequenceEqual(p.After.Tags)).Chunk(CommentRows.Chunk))
        {
            await session.ExecuteAsync(DeleteTags, new { nos = chunk.Select(p => p.No) }, cancellationToken).ConfigureAwait(false);
            await session.InsertAsync("comment_tag", TagColumns, [.. chunk.SelectMany(p => p.After.Tags.Select(t => TagOf(p.No, t)))], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes one part of the marks where it changed: one statement for all rows that get the same.</summary>
    private async Task WriteEachAsync<T>(
        List<MarkedRow> rows, Func<KeptComment, T> part, Func<KeptComment, IEnumerable<long>, (string Sql, object Parameters)> write, CancellationToken cancellationToken)
    {
        foreach (var same in rows.Where(r => !Equals(part(r.Before), part(r.After))).GroupBy(r => part(r.After)))
        {
            foreach (MarkedRow[] chunk in same.Chunk(CommentRows.Chunk))
            {
                var (sql, parameters) = write(chunk[0].After, chunk.Select(r => r.No));
                await session.ExecuteAsync(sql, parameters, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What stands in the database, and not what we think we wrote, must be the whole text.</summary>
    private async Task VerifyAsync(ReplyRow reply, CancellationToken cancellationToken)
    {
        var spans = await session.ListAsync<SpanRow>(ListSpans, new { version = reply.ResponseVersionId }, cancellationToken).ConfigureAwait(false);
        int done = 0;
        foreach (SpanRow span in spans.OrderBy(s => s.StartAt))
        {
            if (span.StartAt != done) throw new InvalidOperationException($"The ledger of {reply.ResponseVersionId} would have a gap or an overlap at {done}.");
            done += span.Length;
        }
        if (done != reply.TextLength) throw new InvalidOperationException($"The ledger of {reply.ResponseVersionId} would end at {done} of {reply.TextLength}.");
    }

    private static object?[] TagOf(long no, KeptTag tag) => [no, tag.Section, tag.Item, tag.Source, tag.Status, tag.Confidence, tag.SetBy, tag.SetAt];

    private static object UpdateOf(CommentKey key, string text, KeptComment before, KeptComment after) => new
    {
        no = key.No,
        version = key.Version,
        start = after.Span.Start,
        length = after.Span.Length,
        after.Page,
        quote = before.Span == after.Span ? null : after.Span.In(text),
        leadInStart = after.LeadIn?.Start,
        leadInLength = after.LeadIn?.Length,
        after.IsGeneral,
        stance = after.Stance.ToString(),
        evidence = StoredSpan.Write(after.Evidence),
        after.StanceSetBy,
        after.StanceSetAt,
        after.ReviewedBy,
        after.ReviewedAt,
        after.IsCurrent,
    };

    private readonly record struct MarkedRow(long No, KeptComment Before, KeptComment After);

    private sealed record NumberRow
    {
        public long CommentNo { get; init; }

        public CommentId CommentId { get; init; }
    }

    private sealed record SpanRow
    {
        public int StartAt { get; init; }

        public int Length { get; init; }
    }
}
