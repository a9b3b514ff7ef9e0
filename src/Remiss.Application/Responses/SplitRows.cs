using System.Collections.Immutable;
using Remiss.Application.Comments;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Json;
using Remiss.Application.Search;
using Remiss.Application.Work;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>
/// A split reply as rows and back. What is saved and then loaded is equal, and the runs of the ledger are the whole
/// text; afterwards persons change the rows, and loading gives what holds now.
/// </summary>
public sealed partial class SplitRows
{
    private const int LongestWords = 300;
    private static readonly string[] CommentColumns =
    [
        "comment_id", "response_version_id", "consultation_id", "start_at", "length", "page", "quote", "lead_in_start", "lead_in_length",
        "is_general", "stance", "stance_evidence_json", "is_current", "version",
    ];

    private static readonly string[] TagColumns = ["comment_no", "section_id", "item", "source", "status", "confidence"];
    private static readonly string[] RunColumns = ["response_version_id", "start_at", "length", "kind"];
    private static readonly string[] UnresolvedColumns = ["response_version_id", "ordinal", "start_at", "length", "words"];

    // Whoever is changing a comment now is waited for, and seen.
    private const string TakeComments = "UPDATE comment SET version = version WHERE response_version_id = @version";

    private const string CountWork = """
        SELECT (SELECT COUNT(*) FROM comment_change h WHERE h.response_version_id = @version)
            + (SELECT COUNT(*) FROM ledger_run l WHERE l.response_version_id = @version AND l.reviewed_at IS NOT NULL)
            + (SELECT COUNT(*) FROM comment k WHERE k.response_version_id = @version AND (k.reviewed_at IS NOT NULL OR k.stance_set_at IS NOT NULL))
            + (SELECT COUNT(*) FROM disposition d JOIN comment k ON k.comment_no = d.comment_no WHERE k.response_version_id = @version)
        """;

    private static readonly string[] Clear =
    [
        "DELETE FROM comment_term WHERE comment_no IN (SELECT comment_no FROM comment WHERE response_version_id = @version)",
        "DELETE FROM comment_tag WHERE comment_no IN (SELECT comment_no FROM comment WHERE response_version_id = @version)",
        "DELETE FROM comment WHERE response_version_id = @version",
        "DELETE FROM ledger_run WHERE response_version_id = @version",
        "DELETE FROM unresolved_reference WHERE response_version_id = @version",
    ];

    private const string SaveVersion = """
        UPDATE response_version SET state = 'Split', text_json = @text, text_length = @length, split_json = @split, failure_json = NULL,
            overall_stance = CASE WHEN overall_set_at IS NULL THEN @stance ELSE overall_stance END,
            overall_evidence_json = CASE WHEN overall_set_at IS NULL THEN @evidence ELSE overall_evidence_json END,
            registration_number = COALESCE(registration_number, @registrationNumber), decision_board = COALESCE(decision_board, @board),
            decision_paragraph = COALESCE(decision_paragraph, @paragraph), decision_on = COALESCE(decision_on, @decided),
            version = version + 1
        WHERE response_version_id = @version
        """;

    private const string ListNumbers = "SELECT comment_no, comment_id FROM comment WHERE response_version_id = @version";

    private readonly DbSession _session;
    private readonly CommentTerms _terms;
    private readonly WorkItems _work;

    internal SplitRows(DbSession session, CommentTerms terms, WorkItems work) => (_session, _terms, _work) = (session, terms, work);

    /// <summary>
    /// Writes the version's text, comments, tags, ledger, terms and what the program read, in the open transaction; what an
    /// earlier splitting wrote is replaced. Own number, decision and overall stance are only filled in where a person has set none.
    /// Where persons have confirmed sections in the consultation, new suggestions are queued, taught by them.
    /// </summary>
    /// <returns>Null, or why it was left as it is: see <see cref="RefusalAsync"/>.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public Task<Conflict?> SaveAsync(
        ResponseVersionId version, ConsultationId consultation, SplitResponse split, StoredDocument? document, CancellationToken cancellationToken) =>
        SaveAsync(version, consultation, split, document, [], cancellationToken);

    /// <summary>Why a version cannot be split again: a person has worked on its comments, and that would be lost. Null where no one has.</summary>
    public async Task<Conflict?> RefusalAsync(ResponseVersionId version, CancellationToken cancellationToken)
    {
        int work = await _session.FindAsync<int>(CountWork, new { version }, cancellationToken).ConfigureAwait(false);
        return work == 0 ? null : new Conflict(new Phrase(
            "Någon har redan arbetat med svarets synpunkter, och det arbetet skulle gå förlorat om svaret delades upp igen. Ändra synpunkterna för hand i stället.",
            "Someone has worked on the reply's comments already, and that work would be lost if the reply were split again. Change the comments by hand instead."));
    }

    /// <summary>The same, with the attachments that could not be read.</summary>
    public async Task<Conflict?> SaveAsync(
        ResponseVersionId version, ConsultationId consultation, SplitResponse split, StoredDocument? document,
        ImmutableArray<UnreadAttachment> unread, CancellationToken cancellationToken)
    {
        if (!_session.InTransaction) throw new InvalidOperationException("A split is saved in its command's own transaction.");
        await _session.ExecuteAsync(TakeComments, new { version }, cancellationToken).ConfigureAwait(false);
        if (await RefusalAsync(version, cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
        await SaveFactsAsync(version, split, SplitFacts.Of(split, document?.Version, unread), cancellationToken).ConfigureAwait(false);
        foreach (string sql in Clear) await _session.ExecuteAsync(sql, new { version }, cancellationToken).ConfigureAwait(false);

        var comments = split.Comments.Select(c => (Id: CommentId.New(), Comment: c, Quote: split.TextOf(c))).ToList();
        await _session.InsertAsync("comment", CommentColumns, [.. comments.Select(c => RowOf(c.Id, version, consultation, c.Comment, c.Quote))], cancellationToken).ConfigureAwait(false);
        var numbers = (await _session.ListAsync<NumberRow>(ListNumbers, new { version }, cancellationToken).ConfigureAwait(false)).ToDictionary(n => n.CommentId, n => n.CommentNo);
        await _session.InsertAsync("comment_tag", TagColumns, [.. comments.SelectMany(c => TagRows(numbers[c.Id], c.Comment, document))], cancellationToken).ConfigureAwait(false);
        await _terms.AddAsync(comments.Select(c => (numbers[c.Id], c.Quote)), cancellationToken).ConfigureAwait(false);

        await _session.InsertAsync(
            "ledger_run", RunColumns,
            [.. split.Ledger.Where(e => e.Kind != LedgerKind.Comment).Select(e => new object?[] { version.Value, e.Span.Start, e.Span.Length, e.Kind })],
            cancellationToken).ConfigureAwait(false);
        await _session.InsertAsync(
            "unresolved_reference", UnresolvedColumns,
            [.. split.Unresolved.Select((u, i) => new object?[] { version.Value, i, u.Span.Start, u.Span.Length, Limits.Cut(u.Words, LongestWords) })],
            cancellationToken).ConfigureAwait(false);
        if (split.Comments.Any(c => !c.IsGeneral && !c.Settled.Any()))
            await RefreshSuggestions.EnqueueIfTaughtAsync(_session, _work, consultation, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private Task<int> SaveFactsAsync(ResponseVersionId version, SplitResponse split, SplitFacts facts, CancellationToken cancellationToken) =>
        _session.ExecuteAsync(
            SaveVersion,
            new
            {
                version,
                text = StoredText.Write(split.Document),
                length = split.Document.Text.Length,
                split = StoreJson.Write(facts),
                stance = split.OverallStance.Stance.ToString(),
                evidence = StoredSpan.Write(split.OverallStance.Evidence),
                registrationNumber = Limits.Cut(split.RegistrationNumber, Limits.RegistrationNumber),
                board = Limits.Cut(split.Decision?.Board, Limits.Board),
                paragraph = Limits.Cut(split.Decision?.Paragraph, Limits.Paragraph),
                decided = split.Decision?.Date,
            },
            cancellationToken);

    private static object?[] RowOf(CommentId id, ResponseVersionId version, ConsultationId consultation, Comment comment, string quote) =>
    [
        id.Value, version.Value, consultation.Value, comment.Span.Start, comment.Span.Length, comment.Page, quote,
        comment.LeadIn?.Start, comment.LeadIn?.Length, comment.IsGeneral, comment.Stance.Stance, StoredSpan.Write(comment.Stance.Evidence), true, 1,
    ];

    private static IEnumerable<object?[]> TagRows(long commentNo, Comment comment, StoredDocument? document)
    {
        if (document is null) return [];
        return comment.Tags
            .Where(t => t.Section is not null)
            .Select(t => new object?[]
            {
                commentNo, document.IdOf(t.Section!.Value).Value, document.ItemKeyOf(t.Section.Value, t.Item ?? 0), t.How, t.How == TagSource.Suggested ? TagStatus.Suggested : TagStatus.Settled, t.Confidence,
            });
    }

    private sealed record NumberRow
    {
        public long CommentNo { get; init; }

        public CommentId CommentId { get; init; }
    }
}
