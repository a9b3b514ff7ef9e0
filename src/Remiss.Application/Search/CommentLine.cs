using System.Collections.Immutable;
using Remiss.Application.Database;
using Remiss.Application.Dispositions;
using Remiss.Application.Responses;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Search;

/// <summary>Some comments of a longer list.</summary>
/// <param name="Rows">Those of this page.</param>
/// <param name="Total">How many there are on all pages, or were counted before counting stopped.</param>
/// <param name="IsAtLeast">Whether counting stopped: then there are <paramref name="Total"/> or more.</param>
public sealed record CommentPage(ImmutableArray<CommentLine> Rows, int Total, bool IsAtLeast)
{
    /// <summary>Counting stops here. A consultation with more comments is searched or filtered, not counted.</summary>
    public const int MostCounted = 10_000;

    /// <summary>No comments.</summary>
    public static CommentPage Empty { get; } = new([], 0, IsAtLeast: false);

    /// <summary>Whether the best matches come first. Where more than <see cref="MostCounted"/> comments match, they come in the order in which they were registered.</summary>
    public bool IsRanked { get; init; }
}

/// <summary>A comment as lists show it.</summary>
public sealed record CommentLine
{
    /// <summary>Which.</summary>
    public CommentId Id { get; init; }

    /// <summary>Its version; edits must name it.</summary>
    public int Version { get; init; }

    /// <summary>The consultation it belongs to.</summary>
    public ConsultationId Consultation { get; init; }

    /// <summary>That consultation's title.</summary>
    public string ConsultationTitle { get; init; } = string.Empty;

    /// <summary>The reply it stands in.</summary>
    public ResponseId Response { get; init; }

    /// <summary>The version of the reply; edits must name it.</summary>
    public ResponseVersionId ResponseVersion { get; init; }

    /// <summary>Where it begins in that version's text, in UTF-16 units.</summary>
    public int Start { get; init; }

    /// <summary>That reply's number in the consultation.</summary>
    public int ResponseNumber { get; init; }

    /// <summary>When the reply was received.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>Who sent it, in order.</summary>
    public ImmutableArray<string> Senders { get; init; } = [];

    /// <summary>The page of the reply, from 1.</summary>
    public int Page { get; init; }

    /// <summary>The comment's text.</summary>
    public string Quote { get; init; } = string.Empty;

    /// <summary>Where the words that were searched for stand in <see cref="Quote"/>, in UTF-16 units.</summary>
    public ImmutableArray<TextSpan> Marks { get; init; } = [];

    /// <summary>Its stance.</summary>
    public Stance Stance { get; init; }

    /// <summary>Whether it is on the document as a whole.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>Whether a person has reviewed it.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>Its sections, suggested ones too, not refused ones.</summary>
    public ImmutableArray<CommentLineTag> Tags { get; init; } = [];

    /// <summary>How far its disposition has come; null where no one has begun.</summary>
    public DispositionState? DispositionState { get; init; }

    /// <summary>The kind of its disposition, or null.</summary>
    public DispositionKind? DispositionKind { get; init; }
}

/// <summary>A tag as lists show it.</summary>
/// <param name="Section">The section, as it was called when the tag was set.</param>
/// <param name="Item">Its numbered point as tags call it (<see cref="Documents.StoredDocument.ItemOf"/> tells its number now); null is the section as a whole.</param>
/// <param name="Source">How it came to be.</param>
/// <param name="IsSettled">Whether it counts; a suggestion does not.</param>
/// <param name="Confidence">How sure, 0 to 1.</param>
public sealed record CommentLineTag(StoredSectionId Section, int? Item, TagSource Source, bool IsSettled, double Confidence);

/// <summary>Loads the comments of a page.</summary>
internal static class CommentLines
{
    private const string ListComments = """
        SELECT k.comment_no, k.comment_id AS id, k.version, k.consultation_id AS consultation, c.title AS consultation_title, v.response_id AS response, k.response_version_id AS response_version, k.start_at AS start,
            r.number AS response_number, v.received_on, k.page, k.quote, k.stance, k.is_general, k.reviewed_at, d.state AS disposition_state, d.kind AS disposition_kind
        FROM comment k JOIN response_version v ON v.response_version_id = k.response_version_id JOIN response r ON r.response_id = v.response_id
            JOIN consultation c ON c.consultation_id = k.consultation_id LEFT JOIN disposition d ON d.comment_no = k.comment_no
        WHERE k.comment_no IN @nos
        """;

    private const string ListTags =
        "SELECT comment_no, section_id, item, source, status, confidence FROM comment_tag WHERE comment_no IN @nos AND status <> 'Refused' ORDER BY comment_no, status, section_id, item";

    private const string ListSenders = """
        SELECT k.comment_no, s.name FROM comment k JOIN response_version v ON v.response_version_id = k.response_version_id
            JOIN response_sender s ON s.response_id = v.response_id
        WHERE k.comment_no IN @nos ORDER BY k.comment_no, s.ordinal
        """;

    /// <summary>The comments in the order of their numbers here, with marks where something was searched for.</summary>
    public static async Task<ImmutableArray<CommentLine>> LoadAsync(DbSession session, IReadOnlyList<long> nos, SearchWords? words, CancellationToken cancellationToken)
    {
        if (nos.Count == 0) return [];
        var rows = (await session.ListAsync<LineRow>(ListComments, new { nos }, cancellationToken).ConfigureAwait(false)).ToDictionary(r => r.CommentNo);
        var tags = (await session.ListAsync<TagRow>(ListTags, new { nos }, cancellationToken).ConfigureAwait(false)).ToLookup(t => t.CommentNo);
        var senders = (await session.ListAsync<SenderRow>(ListSenders, new { nos }, cancellationToken).ConfigureAwait(false)).ToLookup(s => s.CommentNo);
        // One that was merged away since the search began is not there any more.
        return [.. nos.Where(rows.ContainsKey).Select(no => rows[no].ToLine([.. senders[no].Select(s => s.Name)], tags[no], words))];
    }

    private sealed record SenderRow
    {
        public long CommentNo { get; init; }

        public string Name { get; init; } = string.Empty;
    }

    private sealed record LineRow
    {
        public long CommentNo { get; init; }

        public CommentId Id { get; init; }

        public int Version { get; init; }

        public ConsultationId Consultation { get; init; }

        public string ConsultationTitle { get; init; } = string.Empty;

        public ResponseId Response { get; init; }

        public ResponseVersionId ResponseVersion { get; init; }

        public int Start { get; init; }

        public int ResponseNumber { get; init; }

        public DateOnly ReceivedOn { get; init; }

        public int Page { get; init; }

        public string Quote { get; init; } = string.Empty;

        public Stance Stance { get; init; }

        public bool IsGeneral { get; init; }

        public DateTimeOffset? ReviewedAt { get; init; }

        public DispositionState? DispositionState { get; init; }

        public DispositionKind? DispositionKind { get; init; }

        public CommentLine ToLine(ImmutableArray<string> senders, IEnumerable<TagRow> tags, SearchWords? words) => new()
        {
            Id = Id,
            Version = Version,
            Consultation = Consultation,
            ConsultationTitle = ConsultationTitle,
            Response = Response,
            ResponseVersion = ResponseVersion,
            Start = Start,
            ResponseNumber = ResponseNumber,
            ReceivedOn = ReceivedOn,
            Senders = senders,
            Page = Page,
            Quote = Quote,
            Marks = words?.MarksIn(Quote) ?? [],
            Stance = Stance,
            IsGeneral = IsGeneral,
            IsReviewed = ReviewedAt is not null,
            Tags = [.. tags.Select(t => new CommentLineTag(t.SectionId, t.Item == 0 ? null : t.Item, t.Source, t.Status == TagStatus.Settled, t.Confidence))],
            DispositionState = DispositionState,
            DispositionKind = DispositionKind,
        };
    }
}
