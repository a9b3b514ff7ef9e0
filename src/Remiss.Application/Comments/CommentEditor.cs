using System.Collections.Immutable;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Comments;

/// <summary>
/// The one way in which a person changes comments. Locks the reply, loads its rows, refuses what was decided from an
/// older version, lets a pure step decide, writes, verifies the ledger, and records the change so that it can be undone:
/// all in the command's transaction.
/// </summary>
internal sealed class CommentEditor(
    DbSession session, CommentRows rows, CommentWriter writer, CommentHistory history, CommentConflicts conflicts, Scope scope, CurrentActor current, TimeProvider clock)
{
    private const string FindReply = "SELECT response_id FROM response_version WHERE response_version_id = @version";

    private const string Find = """
        SELECT k.comment_no, k.comment_id, v.response_version_id, v.response_id
        FROM comment k JOIN response_version v ON v.response_version_id = k.response_version_id JOIN response r ON r.response_id = v.response_id
        WHERE k.consultation_id = @consultation
        """;

    private const string CurrentOnly = "AND k.is_current = 1 AND r.current_version = v.number AND v.state = 'Split'";

    private const string CountAnswered = """
        SELECT COUNT(*) FROM disposition
        WHERE comment_no IN @nos AND (state <> 'Open' OR kind IS NOT NULL OR reply IS NOT NULL OR change_made IS NOT NULL)
        """;

    /// <summary>Who edits and when.</summary>
    public EditStamp Stamp { get; } = new(
        current.Actor.Account?.Value, new DateTimeOffset(clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero));

    /// <summary>Edits one reply with all its rows at hand.</summary>
    /// <param name="kind">The use case, for the history.</param>
    /// <param name="version">The reply's version.</param>
    /// <param name="seen">The comments it was decided from; another version now is a conflict.</param>
    /// <param name="decide">The pure step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<EditReceipt>> EditAsync(
        string kind, ResponseVersionId version, IReadOnlyCollection<SeenComment> seen, Func<ReplyState, Result<CommentChange>> decide, CancellationToken cancellationToken)
    {
        Result<LoadedReply> found = await LoadAsync(version, cancellationToken).ConfigureAwait(false);
        if (!found.IsOk) return found.Failure;
        LoadedReply reply = found.Value;
        foreach (SeenComment one in seen)
        {
            if (!reply.Keys.TryGetValue(one.Id.Value, out CommentKey key)) return Refusals.NotThere;
            if (key.Version == one.Version) continue;
            Result<CommentChange> wanted = decide(reply.State);
            return await conflicts.OfAsync(reply, one.Id.Value, wanted.IsOk ? wanted.Value.After.Comments : [], cancellationToken).ConfigureAwait(false);
        }
        Result<CommentChange> decided = decide(reply.State);
        if (!decided.IsOk) return decided.Failure;
        return await ApplyOneAsync(kind, reply, decided.Value, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Locks a reply and loads all its rows; refuses one that is not to be edited.</summary>
    public async Task<Result<LoadedReply>> LoadAsync(ResponseVersionId version, CancellationToken cancellationToken)
    {
        if (await session.FindAsync<ResponseId?>(FindReply, new { version }, cancellationToken).ConfigureAwait(false) is not { } response) return Refusals.NotThere;
        ReplyRow reply = (await rows.LockAsync([(response, version)], cancellationToken).ConfigureAwait(false)).Single();
        if (reply.State != "Split") return new Conflict(CommentPhrases.NotSplit);
        if (reply.Number != reply.CurrentVersion) return new Conflict(CommentPhrases.OlderVersion);
        return await rows.LoadAsync(reply, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Applies a change that was decided from <paramref name="reply"/>.</summary>
    public async Task<Result<EditReceipt>> ApplyOneAsync(
        string kind, LoadedReply reply, CommentChange change, CommentChangeId? undoes, CancellationToken cancellationToken)
    {
        if (change.IsEmpty) return new EditReceipt([], []);
        var edit = new ReplyChange(CommentChangeId.New(), reply, change);
        if (await ApplyAsync(kind, [edit], undoes, cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
        return ReceiptOf([edit], []);
    }

    /// <summary>
    /// Edits what is said of comments, of any number of replies, in one go: one entry in each reply's history. A single comment that
    /// cannot be edited is a refusal. Of several, or by a filter, those for which <paramref name="mark"/> gives a reason, or that
    /// have changed since they were seen, are left as they are and told of.
    /// </summary>
    public async Task<Result<EditReceipt>> MarkAsync(
        string kind, CommentSelection selection, Func<KeptComment, Result<KeptComment>> mark, CancellationToken cancellationToken)
    {
        if (selection.Seen is [var only]) return await MarkOneAsync(kind, only, mark, cancellationToken).ConfigureAwait(false);
        var (places, replies, skipped) = await SelectAsync(selection, cancellationToken).ConfigureAwait(false);
        Dictionary<CommentId, int> versions = selection.Seen.ToDictionary(s => s.Id, s => s.Version);
        var changes = new List<ReplyChange>();
        foreach (LoadedReply reply in await rows.LoadMarksAsync(replies, places.Select(p => p.CommentNo), cancellationToken).ConfigureAwait(false))
        {
            var pairs = new List<(KeptComment Before, KeptComment After)>();
            foreach (KeptComment comment in reply.State.Comments)
            {
                var id = new CommentId(comment.Id);
                bool isStale = versions.TryGetValue(id, out int version) && version != reply.Keys[comment.Id].Version;
                Result<KeptComment> marked = isStale ? new Conflict(CommentPhrases.ChangedSince) : comment.IsCurrent ? mark(comment) : new Conflict(CommentPhrases.Gone);
                if (!marked.IsOk) skipped.Add(new SkippedComment(id, marked.Failure.Message));
                else if (CommentChange.Of([(comment, marked.Value)]).IsEmpty) skipped.Add(new SkippedComment(id, CommentPhrases.NothingToChange));
                else pairs.Add((comment, marked.Value));
            }
            if (pairs.Count > 0) changes.Add(new ReplyChange(CommentChangeId.New(), reply, CommentChange.Of(pairs)));
        }
        if (changes.Count > 0 && await ApplyAsync(kind, changes, null, cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
        return ReceiptOf(changes, skipped);
    }

    private async Task<Result<EditReceipt>> MarkOneAsync(
        string kind, SeenComment seen, Func<KeptComment, Result<KeptComment>> mark, CancellationToken cancellationToken)
    {
        if (await FindAsync([seen.Id], cancellationToken).ConfigureAwait(false) is not [{ } place]) return Refusals.NotThere;
        return await EditAsync(
            kind, place.ResponseVersionId, [seen],
            state => state.Find(seen.Id.Value) is { IsCurrent: true } comment ? mark(comment).Map(after => CommentChange.Of([(comment, after)])) : new Conflict(CommentPhrases.Gone),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The comments that a selection means, their replies locked; what it names and cannot be edited is skipped.</summary>
    public async Task<(IReadOnlyList<CommentPlace> Places, IReadOnlyList<ReplyRow> Replies, List<SkippedComment> Skipped)> SelectAsync(
        CommentSelection selection, CancellationToken cancellationToken)
    {
        var skipped = new List<SkippedComment>();
        IReadOnlyList<CommentPlace> places = selection.Filter is { } filter
            ? await session.ListAsync<CommentPlace>(
                $"{Find} {CurrentOnly} AND {filter.Sql()}",
                new { consultation = scope.Consultation, filter.Response, filter.Section, stance = filter.Stance?.ToString() }, cancellationToken).ConfigureAwait(false)
            : await FindAsync(selection.Seen.Select(s => s.Id), cancellationToken).ConfigureAwait(false);
        HashSet<CommentId> found = [.. places.Select(p => p.CommentId)];
        skipped.AddRange(selection.Seen.Where(s => !found.Contains(s.Id)).Select(s => new SkippedComment(s.Id, Refusals.NotThere.Message)));
        var replies = await rows.LockAsync(places.Select(p => (p.ResponseId, p.ResponseVersionId)), cancellationToken).ConfigureAwait(false);
        HashSet<ResponseVersionId> old = [.. replies.Where(r => r.Number != r.CurrentVersion || r.State != "Split").Select(r => r.ResponseVersionId)];
        skipped.AddRange(places.Where(p => old.Contains(p.ResponseVersionId)).Select(p => new SkippedComment(p.CommentId, CommentPhrases.OlderVersion)));
        return ([.. places.Where(p => !old.Contains(p.ResponseVersionId))], [.. replies.Where(r => !old.Contains(r.ResponseVersionId))], skipped);
    }

    /// <summary>Where the comments of those ids stand; those of other consultations, and unknown ones, are left out.</summary>
    public async Task<IReadOnlyList<CommentPlace>> FindAsync(IEnumerable<CommentId> ids, CancellationToken cancellationToken)
    {
        var places = new List<CommentPlace>();
        foreach (CommentId[] chunk in ids.Chunk(CommentRows.Chunk))
        {
            var parameters = new { consultation = scope.Consultation, ids = chunk.Select(i => i.Value) };
            places.AddRange(await session.ListAsync<CommentPlace>($"{Find} AND k.comment_id IN @ids", parameters, cancellationToken).ConfigureAwait(false));
        }
        return places;
    }

    private async Task<Failure?> ApplyAsync(string kind, IReadOnlyList<ReplyChange> changes, CommentChangeId? undoes, CancellationToken cancellationToken)
    {
        // What the region has answered does not go out of sight with its comment.
        long[] leaving = [.. changes.SelectMany(c => c.Pairs.Where(p => p.Before.IsCurrent && !p.After.IsCurrent && c.Reply.Keys.ContainsKey(p.After.Id)).Select(p => c.Reply.Keys[p.After.Id].No))];
        foreach (long[] nos in leaving.Chunk(CommentRows.Chunk))
        {
            if (await session.FindAsync<int>(CountAnswered, new { nos }, cancellationToken).ConfigureAwait(false) > 0) return new Conflict(CommentPhrases.Answered);
        }
        await writer.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
        await history.RecordAsync(kind, changes, Stamp, undoes, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static EditReceipt ReceiptOf(IReadOnlyList<ReplyChange> changes, IEnumerable<SkippedComment> skipped) => new(
        [.. changes.Select(c => c.Id)],
        [
            .. changes.SelectMany(c => c.Change.After.Comments.Where(k => k.IsCurrent)
                .Select(k => new SeenComment(new CommentId(k.Id), c.Reply.Keys.TryGetValue(k.Id, out CommentKey key) ? key.Version + 1 : 1))),
        ])
    { Skipped = [.. skipped] };
}

/// <summary>Where a comment stands.</summary>
internal sealed record CommentPlace
{
    public long CommentNo { get; init; }

    public CommentId CommentId { get; init; }

    public ResponseVersionId ResponseVersionId { get; init; }

    public ResponseId ResponseId { get; init; }
}
