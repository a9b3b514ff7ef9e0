using System.Collections.Immutable;
using Remiss.Application.Documents;
using Remiss.Application.Json;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Responses;

internal sealed record VersionRow
{
    public ResponseVersionId ResponseVersionId { get; init; }

    public ResponseId ResponseId { get; init; }

    public int ResponseNumber { get; init; }

    public DateOnly ReceivedOn { get; init; }

    public string TextJson { get; init; } = string.Empty;

    public string SplitJson { get; init; } = string.Empty;

    public string? RegistrationNumber { get; init; }

    public string? DecisionBoard { get; init; }

    public string? DecisionParagraph { get; init; }

    public DateOnly? DecisionOn { get; init; }

    public Stance OverallStance { get; init; }

    public string? OverallEvidenceJson { get; init; }

    public Decision? Decision => DecisionBoard is null && DecisionParagraph is null && DecisionOn is null ? null : new Decision(DecisionBoard, DecisionParagraph, DecisionOn);
}

internal sealed record SenderRow
{
    public ResponseVersionId ResponseVersionId { get; init; }

    public string Name { get; init; } = string.Empty;

    public bool IsPrivatePerson { get; init; }
}

internal sealed record FileRow
{
    public ResponseVersionId ResponseVersionId { get; init; }

    public string Name { get; init; } = string.Empty;
}

internal sealed record RunRow
{
    public ResponseVersionId ResponseVersionId { get; init; }

    public int StartAt { get; init; }

    public int Length { get; init; }

    public LedgerKind Kind { get; init; }
}

internal sealed record UnresolvedRow
{
    public ResponseVersionId ResponseVersionId { get; init; }

    public int StartAt { get; init; }

    public int Length { get; init; }

    public string Words { get; init; } = string.Empty;
}

internal sealed record TagRow
{
    public long CommentNo { get; init; }

    public StoredSectionId SectionId { get; init; }

    public int Item { get; init; }

    public TagSource Source { get; init; }

    public TagStatus Status { get; init; }

    public double Confidence { get; init; }

    // A suggestion that was accepted is a person's word.
    public TagSource How => Status == TagStatus.Settled && Source == TagSource.Suggested ? TagSource.Person : Source;
}

internal sealed record CommentRow
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

    public DateTimeOffset? ReviewedAt { get; init; }

    public int Version { get; init; }

    public TextSpan Span => new(StartAt, Length);

    /// <summary>The comment with its tags in the document's order; where versions merged two of its sections, one tag of the stronger kind.</summary>
    public (Comment Comment, StoredComment Row) Read(IEnumerable<TagRow> tags, IEnumerable<SectionTag> loose, StoredDocument? document)
    {
        var lost = ImmutableArray.CreateBuilder<StoredSectionId>();
        var found = new List<(int Place, SectionTag Tag)>();
        foreach (TagRow tag in tags)
        {
            if (document?.KeyOf(tag.SectionId) is { } key && document.Tree.Find(key) is { } section)
            {
                var bound = new SectionTag(key, section.Number, section.Title, tag.How, tag.Confidence) { Item = document.ItemOf(tag.SectionId, tag.Item) is > 0 and var item ? item : null };
                found.Add((document.Tree.IndexOf(key), bound));
            }
            else if (document is not null && tag.Status == TagStatus.Settled) lost.Add(tag.SectionId);
        }
        ImmutableArray<SectionTag> ordered =
        [
            .. found.OrderBy(f => f.Tag.How == TagSource.Suggested).DistinctBy(f => (f.Place, f.Tag.Item))
                .OrderBy(f => f.Place).ThenBy(f => f.Tag.Item ?? 0).Select(f => f.Tag),
            .. loose,
        ];
        TextSpan? leadIn = LeadInStart is { } start && LeadInLength is { } length ? new TextSpan(start, length) : null;
        var comment = new Comment(Span, Page, ordered, new StanceReading(Stance, StoredSpan.Read(StanceEvidenceJson))) { IsGeneral = IsGeneral, LeadIn = leadIn };
        return (comment, new StoredComment(CommentNo, CommentId, Version, ReviewedAt is not null, lost.ToImmutable()));
    }
}
