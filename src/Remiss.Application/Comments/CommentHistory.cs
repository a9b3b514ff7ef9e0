using System.Collections.Immutable;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;

namespace Remiss.Application.Comments;

/// <summary>The history of replies' comments: what was changed, by whom, with the rows before and after.</summary>
internal sealed class CommentHistory(DbSession session, AuditTrail audit, WorkItems work, Scope scope, CurrentActor current)
{
    private const string ListLast =
        "SELECT response_version_id, MAX(sequence) AS sequence FROM comment_change WHERE response_version_id IN @ids GROUP BY response_version_id";

    private const string Select = """
        SELECT comment_change_id AS id, response_version_id, sequence, kind, before_json, after_json, undoes_change_id, undone_by_change_id, account_id, actor_name, at
        FROM comment_change
        """;

    private const string MarkUndone = "UPDATE comment_change SET undone_by_change_id = @by WHERE comment_change_id = @id";

    private static readonly string[] Columns =
    [
        "comment_change_id", "response_version_id", "sequence", "kind", "before_json", "after_json", "undoes_change_id", "account_id", "actor_name", "at",
    ];

    /// <summary>Writes changes that were made into history and audit, and lets the machine learn from them.</summary>
    public async Task RecordAsync(string kind, IReadOnlyList<ReplyChange> changes, EditStamp stamp, CommentChangeId? undoes, CancellationToken cancellationToken)
    {
        var last = new Dictionary<ResponseVersionId, int>();
        foreach (var chunk in changes.Chunk(CommentRows.Chunk))
        {
            var ids = chunk.Select(c => c.Reply.Reply.ResponseVersionId.Value);
            foreach (LastRow row in await session.ListAsync<LastRow>(ListLast, new { ids }, cancellationToken).ConfigureAwait(false)) last[row.ResponseVersionId] = row.Sequence;
        }
        await session.InsertAsync(
            "comment_change", Columns,
            [
                .. changes.Select(c => new object?[]
                {
                    c.Id.Value, c.Reply.Reply.ResponseVersionId.Value, last.GetValueOrDefault(c.Reply.Reply.ResponseVersionId) + 1, kind,
                    StoreJson.Write(c.Change.Before), StoreJson.Write(c.Change.After), undoes?.Value, stamp.By, current.Actor.Name, stamp.At,
                }),
            ],
            cancellationToken).ConfigureAwait(false);
        foreach (ReplyChange change in changes)
        {
            audit.Note(
                "comment_change", change.Id.Value,
                new { comments = change.Change.Before.Comments.Select(Facts), runs = change.Change.Before.Runs.Select(Facts), overall = change.Change.Before.Overall?.Stance },
                new { reply = change.Reply.Reply.ResponseVersionId, undoes, comments = change.Change.After.Comments.Select(Facts), runs = change.Change.After.Runs.Select(Facts), overall = change.Change.After.Overall?.Stance });
        }
        if (changes.SelectMany(c => c.Pairs).Any(p => Teaches(p.Before, p.After)) && scope.Consultation is { } consultation)
            await work.EnqueueAsync(RefreshSuggestions.WorkKind, consultation, consultation.ToString(), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A change, or null.</summary>
    public Task<ChangeRow?> FindAsync(CommentChangeId id, CancellationToken cancellationToken) =>
        session.FindAsync<ChangeRow>($"{Select} WHERE comment_change_id = @id", new { id }, cancellationToken);

    /// <summary>The changes of a reply that touch a comment, in order.</summary>
    public async Task<IReadOnlyList<ChangeRow>> ListAsync(ResponseVersionId version, Guid comment, CancellationToken cancellationToken)
    {
        // The id stands in the JSON as it is written here; whoever else it matches is sorted out below.
        var like = await session.ListAsync<ChangeRow>(
            $"{Select} WHERE response_version_id = @version AND after_json LIKE @pattern ORDER BY sequence", new { version, pattern = $"%\"{comment}\"%" }, cancellationToken).ConfigureAwait(false);
        return [.. like.Where(c => c.After.Comments.Any(k => k.Id == comment))];
    }

    /// <summary>The changes of a reply after a place in its history, the latest first.</summary>
    public Task<IReadOnlyList<ChangeRow>> ListAfterAsync(ResponseVersionId version, int sequence, CancellationToken cancellationToken) =>
        session.ListAsync<ChangeRow>($"{Select} WHERE response_version_id = @version AND sequence > @sequence ORDER BY sequence DESC", new { version, sequence }, cancellationToken);

    /// <summary>
    /// Notes that <paramref name="undone"/> is undone by <paramref name="by"/>. If it was itself an undoing, what it undid holds
    /// again, and so on down the chain.
    /// </summary>
    public async Task MarkUndoneAsync(ChangeRow undone, CommentChangeId by, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(MarkUndone, new { id = undone.Id, by = (CommentChangeId?)by }, cancellationToken).ConfigureAwait(false);
        bool holds = true;
        ChangeRow child = undone;
        // Backwards within the reply only: a forged archive may name another's change, or itself.
        while (child.UndoesChangeId is { } id && await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } parent
            && parent.ResponseVersionId == child.ResponseVersionId && parent.Sequence < child.Sequence)
        {
            await session.ExecuteAsync(MarkUndone, new { id, by = holds ? (CommentChangeId?)null : child.Id }, cancellationToken).ConfigureAwait(false);
            (holds, child) = (!holds, parent);
        }
    }

    /// <summary>Whether the machine has something to learn, or a comment without sections to look at anew.</summary>
    private static bool Teaches(KeptComment before, KeptComment after) =>
        !Confirmed(before).SequenceEqual(Confirmed(after))
        || (after.IsCurrent && !after.IsGeneral && !after.Settled().Any() && (ReplyChange.Moved(before, after) || before.IsGeneral || before.Settled().Any()));

    private static IEnumerable<(Guid, int)> Confirmed(KeptComment comment) =>
        comment.IsCurrent ? comment.Settled().Where(t => t.Source == TagSource.Person).Select(t => (t.Section, t.Item)) : [];

    /// <summary>What the audit says of a comment: where and what, never its words.</summary>
    private static object Facts(KeptComment comment) => new
    {
        comment.Id,
        comment.IsCurrent,
        comment.IsGeneral,
        comment.Stance,
        start = comment.Span.Start,
        length = comment.Span.Length,
        reviewed = comment.ReviewedAt is not null,
        sections = comment.Tags.Where(t => t.Status != TagStatus.Suggested).Select(t => new { t.Section, t.Item, t.Source, t.Status }),
    };

    private static object Facts(KeptRun run) => new { run.Kind, start = run.Span.Start, length = run.Span.Length, reviewed = run.ReviewedAt is not null };

    private sealed record LastRow
    {
        public ResponseVersionId ResponseVersionId { get; init; }

        public int Sequence { get; init; }
    }
}

/// <summary>A change as its row.</summary>
internal sealed record ChangeRow
{
    private EditRows? _before;
    private EditRows? _after;

    public CommentChangeId Id { get; init; }

    public ResponseVersionId ResponseVersionId { get; init; }

    public int Sequence { get; init; }

    public string Kind { get; init; } = string.Empty;

    public string BeforeJson { get; init; } = string.Empty;

    public string AfterJson { get; init; } = string.Empty;

    public CommentChangeId? UndoesChangeId { get; init; }

    public CommentChangeId? UndoneByChangeId { get; init; }

    public AccountId? AccountId { get; init; }

    public string ActorName { get; init; } = string.Empty;

    public DateTimeOffset At { get; init; }

    public EditRows Before => _before ??= StoreJson.Read<EditRows>(BeforeJson);

    public EditRows After => _after ??= StoreJson.Read<EditRows>(AfterJson);

    public CommentChange Change => new(Before, After);

    /// <summary>Whether it touches a row that the other one touches.</summary>
    public bool Touches(CommentChange other) =>
        After.Comments.Any(c => other.After.Comments.Any(o => o.Id == c.Id))
        || Before.Runs.Concat(After.Runs).Any(r => other.After.Runs.Any(o => o.Span.Overlap(r.Span) > 0))
        || (After.Overall is not null && other.After.Overall is not null);
}
