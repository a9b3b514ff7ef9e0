using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Work;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Sections;
using Remiss.Domain.Tagging;

namespace Remiss.Application.Comments;

/// <summary>
/// Learns from what persons confirmed in a consultation, and suggests anew for its comments that have no section yet.
/// <para>
/// A comment's version does not change: it counts what persons do. Otherwise every confirmed tag would turn all that others have on
/// their screens into conflicts. Nothing is lost by it: a suggestion counts for nothing, is accepted by naming its section, and
/// what is refused or settled is left alone.
/// </para>
/// </summary>
[WorkKind(RefreshSuggestions.WorkKind)]
internal sealed class RefreshSuggestions(DbSession session, StoredDocuments documents, TimeProvider clock) : IWorkHandler
{
    /// <summary>The kind of work; its payload is the consultation's id, which is also its distinct key.</summary>
    public const string WorkKind = "refresh-suggestions";

    private const int Chunk = 500;

    private const string Newest = """
        FROM comment k JOIN response_version v ON v.response_version_id = k.response_version_id
            JOIN response r ON r.response_id = v.response_id AND r.current_version = v.number
        """;

    private const string Confirmed = $"""
        {Newest} JOIN comment_tag t ON t.comment_no = k.comment_no
        WHERE k.consultation_id = @consultation AND k.is_current = 1 AND t.status = 'Settled' AND t.source = 'Person'
        """;

    private const string ListConfirmed = $"SELECT k.quote, t.section_id {Confirmed} ORDER BY k.comment_no, t.section_id";
    private const string CountConfirmed = $"SELECT COUNT(*) {Confirmed}";

    private const string IsOpen =
        "k.is_current = 1 AND k.is_general = 0 AND NOT EXISTS (SELECT 1 FROM comment_tag s WHERE s.comment_no = k.comment_no AND s.status = 'Settled')";

    private const string ListOpen = $"SELECT k.comment_no, k.quote, r.response_id {Newest} WHERE k.consultation_id = @consultation AND {IsOpen} ORDER BY r.response_id, k.comment_no";
    private const string ListStillOpen = $"SELECT k.comment_no FROM comment k WHERE k.comment_no IN @nos AND {IsOpen}";
    private const string ListTags = "SELECT comment_no, section_id, item, status, confidence FROM comment_tag WHERE comment_no IN @nos";
    private const string LockReplies = "UPDATE response SET version = version WHERE response_id IN @ids";
    private const string DeleteOpen = "DELETE FROM comment_tag WHERE comment_no IN @nos AND status = 'Suggested'";
    private static readonly string[] Columns = ["comment_no", "section_id", "item", "source", "status", "confidence"];

    /// <summary>Queues the work, in the open transaction, where there is anything to learn from: then new comments are suggested for by it too.</summary>
    public static async Task EnqueueIfTaughtAsync(DbSession session, WorkItems work, ConsultationId consultation, CancellationToken cancellationToken)
    {
        if (await session.FindAsync<int>(CountConfirmed, new { consultation }, cancellationToken).ConfigureAwait(false) > 0)
            await work.EnqueueAsync(WorkKind, consultation, consultation.ToString(), null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var consultation = item.Payload<ConsultationId>();
        StoredDocument? document = await documents.CurrentAsync(consultation, cancellationToken).ConfigureAwait(false);
        if (document is not null)
        {
            var confirmed = await session.ListAsync<ConfirmedRow>(ListConfirmed, new { consultation }, cancellationToken).ConfigureAwait(false);
            SectionRanker ranker = document.Ranker.WithConfirmed(
                confirmed.Select(c => (c.Quote, Key: document.KeyOf(c.SectionId))).Where(c => c.Key is not null).Select(c => (c.Quote, c.Key!.Value)));
            var open = await session.ListAsync<OpenRow>(ListOpen, new { consultation }, cancellationToken).ConfigureAwait(false);
            int done = 0;
            foreach (OpenRow[] chunk in open.Chunk(Chunk))
            {
                // Ranking takes its time, and no transaction is open while it does.
                var suggested = chunk.Select(c => (c.CommentNo, Tags: ranker.Suggest(c.Quote).Select(t => Of(t, document)).ToList())).ToList();
                await SaveAsync([.. chunk.Select(c => c.ResponseId.Value).Distinct()], suggested, document, cancellationToken).ConfigureAwait(false);
                await item.ReportAsync(session, (done += chunk.Length) / (double)open.Count, cancellationToken).ConfigureAwait(false);
            }
        }
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (await item.Finish(session, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)) await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        else await session.RollbackAsync().ConfigureAwait(false);
        return WorkOutcome.Finished;
    }

    private static Suggestion Of(SectionTag tag, StoredDocument document) => new(document.IdOf(tag.Section!.Value).Value, document.ItemKeyOf(tag.Section.Value, tag.Item ?? 0), tag.Confidence);

    private async Task SaveAsync(
        Guid[] replies, List<(long CommentNo, List<Suggestion> Tags)> suggested, StoredDocument document, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(LockReplies, new { ids = replies }, cancellationToken).ConfigureAwait(false);
        // What a person has done meanwhile stands.
        var still = await session.ListAsync<long>(ListStillOpen, new { nos = suggested.Select(s => s.CommentNo) }, cancellationToken).ConfigureAwait(false);
        var tags = (await session.ListAsync<TagRow>(ListTags, new { nos = still }, cancellationToken).ConfigureAwait(false)).ToLookup(t => t.CommentNo);
        HashSet<long> isOpen = [.. still];
        var changed = new List<(long CommentNo, List<Suggestion> Tags)>();
        foreach (var (no, wanted) in suggested.Where(s => isOpen.Contains(s.CommentNo)))
        {
            HashSet<(SectionId?, int)> refused = [.. tags[no].Where(t => t.Status == TagStatus.Refused).Select(t => (document.KeyOf(t.SectionId), t.Item))];
            List<Suggestion> left = [.. wanted.Where(w => !refused.Contains((document.KeyOf(new StoredSectionId(w.Section)), w.Item)))];
            var now = tags[no].Where(t => t.Status == TagStatus.Suggested).Select(t => new Suggestion(t.SectionId.Value, t.Item, t.Confidence));
            if (!now.ToHashSet().SetEquals(left)) changed.Add((no, left));
        }
        if (changed.Count > 0)
        {
            await session.ExecuteAsync(DeleteOpen, new { nos = changed.Select(c => c.CommentNo) }, cancellationToken).ConfigureAwait(false);
            await session.InsertAsync(
                "comment_tag", Columns,
                [.. changed.SelectMany(c => c.Tags.Select(t => new object?[] { c.CommentNo, t.Section, t.Item, TagSource.Suggested, TagStatus.Suggested, t.Confidence }))],
                cancellationToken).ConfigureAwait(false);
        }
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private readonly record struct Suggestion(Guid Section, int Item, double Confidence);

    private sealed record ConfirmedRow
    {
        public string Quote { get; init; } = string.Empty;

        public StoredSectionId SectionId { get; init; }
    }

    private sealed record OpenRow
    {
        public long CommentNo { get; init; }

        public string Quote { get; init; } = string.Empty;

        public ResponseId ResponseId { get; init; }
    }

    private sealed record TagRow
    {
        public long CommentNo { get; init; }

        public StoredSectionId SectionId { get; init; }

        public int Item { get; init; }

        public TagStatus Status { get; init; }

        public double Confidence { get; init; }
    }
}
