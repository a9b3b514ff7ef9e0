using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Dispositions;
using Remiss.Application.Documents;
using Remiss.Application.Json;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Comments;

/// <summary>One comment with all that is known of it: sections and how they came to be, stance and its words, disposition, history.</summary>
public static class GetComment
{
    private const string Find = """
        SELECT k.comment_no, k.comment_id AS id, k.response_version_id AS reply, v.response_id AS response, k.consultation_id AS consultation, k.start_at, k.length, k.page, k.quote, k.is_general,
            k.stance, k.stance_evidence_json, k.stance_set_at, s.name AS stance_set_by, k.reviewed_at, r.name AS reviewed_by, k.is_current, k.version
        FROM comment k JOIN response_version v ON v.response_version_id = k.response_version_id
            LEFT JOIN account s ON s.account_id = k.stance_set_by LEFT JOIN account r ON r.account_id = k.reviewed_by
        WHERE k.comment_id = @id
        """;

    private const string ListTags = """
        SELECT t.section_id, t.item, t.source, t.status, t.confidence, t.set_at, a.name AS set_by
        FROM comment_tag t LEFT JOIN account a ON a.account_id = t.set_by WHERE t.comment_no = @no
        """;

    private const string FindText = "SELECT text_json FROM response_version WHERE response_version_id = @reply";

    /// <summary>Which.</summary>
    public sealed record Query(CommentId Id) : IQuery<CommentView>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Comment, Id.Value);
    }

    internal sealed class Handler(DbSession session, StoredDocuments documents, CommentHistory history) : IRequestHandler<Query, Result<CommentView>>
    {
        public async Task<Result<CommentView>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await session.FindAsync<CommentRow>(Find, new { id = query.Id }, cancellationToken).ConfigureAwait(false) is not { } row) return Refusals.NotThere;
            StoredDocument? document = await documents.CurrentAsync(row.Consultation, cancellationToken).ConfigureAwait(false);
            var tags = await session.ListAsync<TagRow>(ListTags, new { no = row.CommentNo }, cancellationToken).ConfigureAwait(false);
            var changes = await history.ListAsync(row.Reply, row.Id.Value, cancellationToken).ConfigureAwait(false);
            return new CommentView
            {
                Id = row.Id,
                Version = row.Version,
                Consultation = row.Consultation,
                Response = row.Response,
                Reply = row.Reply,
                Span = new TextSpan(row.StartAt, row.Length),
                Page = row.Page,
                Quote = row.Quote,
                IsGeneral = row.IsGeneral,
                IsCurrent = row.IsCurrent,
                Stance = row.Stance,
                StanceEvidence = await EvidenceAsync(row, cancellationToken).ConfigureAwait(false),
                StanceSetBy = row.StanceSetBy,
                StanceSetAt = row.StanceSetAt,
                ReviewedBy = row.ReviewedBy,
                ReviewedAt = row.ReviewedAt,
                Tags = [.. tags.Select(t => t.View(document)).OrderBy(t => t.Status).ThenBy(t => t.Place).ThenBy(t => t.Item).Select(t => t.View)],
                Disposition = await DispositionRows.FindAsync(session, row.CommentNo, cancellationToken).ConfigureAwait(false),
                Changes = changes.Count,
            };
        }

        /// <summary>The words may stand outside the comment, in its lead-in or heading.</summary>
        private async Task<string?> EvidenceAsync(CommentRow row, CancellationToken cancellationToken)
        {
            if (StoredSpan.Read(row.StanceEvidenceJson) is not { } span) return null;
            if (span.Start >= row.StartAt && span.End <= row.StartAt + row.Quote.Length) return row.Quote.Substring(span.Start - row.StartAt, span.Length);
            string? json = await session.FindAsync<string>(FindText, new { row.Reply }, cancellationToken).ConfigureAwait(false);
            return json is not null && StoredText.Read(json).Text is { } text && span.End <= text.Length ? span.In(text) : null;
        }
    }

    private sealed record CommentRow
    {
        public long CommentNo { get; init; }

        public CommentId Id { get; init; }

        public ResponseVersionId Reply { get; init; }

        public ResponseId Response { get; init; }

        public ConsultationId Consultation { get; init; }

        public int StartAt { get; init; }

        public int Length { get; init; }

        public int Page { get; init; }

        public string Quote { get; init; } = string.Empty;

        public bool IsGeneral { get; init; }

        public Stance Stance { get; init; }

        public string? StanceEvidenceJson { get; init; }

        public DateTimeOffset? StanceSetAt { get; init; }

        public string? StanceSetBy { get; init; }

        public DateTimeOffset? ReviewedAt { get; init; }

        public string? ReviewedBy { get; init; }

        public bool IsCurrent { get; init; }

        public int Version { get; init; }
    }

    private sealed record TagRow
    {
        public StoredSectionId SectionId { get; init; }

        public int Item { get; init; }

        public TagSource Source { get; init; }

        public TagStatus Status { get; init; }

        public double Confidence { get; init; }

        public DateTimeOffset? SetAt { get; init; }

        public string? SetBy { get; init; }

        public (TagStatus Status, int Place, int Item, TagView View) View(StoredDocument? document)
        {
            var key = document?.KeyOf(SectionId);
            string? label = key is { } found ? document!.Tree.Find(found)?.Label : null;
            int item = key is null ? Item : document!.ItemOf(SectionId, Item);
            return (Status, key is { } k ? document!.Tree.IndexOf(k) : int.MaxValue, item, new TagView(SectionId, label, item, Source, Status, Confidence, SetBy, SetAt));
        }
    }
}

/// <summary>A comment's tag and how it came to be.</summary>
/// <param name="Section">The section.</param>
/// <param name="Label">Its number and title as the document has them now; null where it no longer has it.</param>
/// <param name="Item">Its numbered point, or 0 for the section as a whole.</param>
/// <param name="Source">How it came to be.</param>
/// <param name="Status">Whether it counts.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="SetBy">The name of the person who set, accepted or refused it, or null.</param>
/// <param name="SetAt">When a person did, or null.</param>
public sealed record TagView(
    StoredSectionId Section, string? Label, int Item, TagSource Source, TagStatus Status, double Confidence, string? SetBy, DateTimeOffset? SetAt);

/// <summary>A comment with all that is known of it.</summary>
public sealed record CommentView
{
    /// <summary>Which.</summary>
    public required CommentId Id { get; init; }

    /// <summary>Its version, to be handed back with a change.</summary>
    public required int Version { get; init; }

    /// <summary>The consultation.</summary>
    public required ConsultationId Consultation { get; init; }

    /// <summary>The reply it is part of.</summary>
    public required ResponseId Response { get; init; }

    /// <summary>The version of the reply.</summary>
    public required ResponseVersionId Reply { get; init; }

    /// <summary>Where it stands in the reply's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The page it starts on.</summary>
    public required int Page { get; init; }

    /// <summary>Its words, exactly.</summary>
    public required string Quote { get; init; }

    /// <summary>It is about the document as a whole.</summary>
    public required bool IsGeneral { get; init; }

    /// <summary>False once it was merged, split away or dismissed.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Its stance.</summary>
    public required Stance Stance { get; init; }

    /// <summary>The words the stance rests on, or null.</summary>
    public required string? StanceEvidence { get; init; }

    /// <summary>Who set the stance; null where it was read by rules.</summary>
    public required string? StanceSetBy { get; init; }

    /// <summary>When a person set it, or null.</summary>
    public required DateTimeOffset? StanceSetAt { get; init; }

    /// <summary>Who reviewed it, or null.</summary>
    public required string? ReviewedBy { get; init; }

    /// <summary>When it was reviewed, or null.</summary>
    public required DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>Its tags: those that count, then suggestions, then what was refused; each in the document's order.</summary>
    public required ImmutableArray<TagView> Tags { get; init; }

    /// <summary>What the region does with it, or null while nothing is said.</summary>
    public required DispositionView? Disposition { get; init; }

    /// <summary>How many changes its history holds.</summary>
    public required int Changes { get; init; }
}
