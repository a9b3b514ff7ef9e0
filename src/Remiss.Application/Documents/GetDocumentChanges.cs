using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;

namespace Remiss.Application.Documents;

/// <summary>
/// What a version of a document did to each section that the document ever had, and how many tags hang on it. Those on a
/// section that is gone are for a person to move.
/// </summary>
public static class GetDocumentChanges
{
    private const string FindVersion = """
        SELECT v.document_version_id AS id, v.document_id AS document, v.number FROM document_version v JOIN document d ON d.document_id = v.document_id
        WHERE v.document_version_id = @version AND d.consultation_id = @consultation
        """;

    private const string ListMappings =
        "SELECT section_id, becomes_section_id, how, similarity FROM section_mapping WHERE document_version_id = @version";

    // Each section as the newest version up to this one had it: of the sections themselves only what a line of the account says.
    private const string ListSections = """
        SELECT s.section_id, s.number, s.title, v.number AS version, s.ordinal
        FROM section s JOIN document_version v ON v.document_version_id = s.document_version_id
        WHERE v.document_id = @document AND v.number <= @number
        ORDER BY v.number, s.ordinal
        """;

    private const string CountTags = """
        SELECT t.section_id, COUNT(*) AS tags, SUM(CASE WHEN t.status = 'Settled' THEN 1 ELSE 0 END) AS settled
        FROM comment_tag t JOIN comment k ON k.comment_no = t.comment_no
        WHERE k.consultation_id = @consultation AND k.is_current = 1 AND t.status <> 'Refused'
        GROUP BY t.section_id
        """;

    /// <summary>Which version of the consultation's documents.</summary>
    public sealed record Query(ConsultationId Consultation, DocumentVersionId Version) : IQuery<ImmutableArray<SectionHistory>>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<ImmutableArray<SectionHistory>>>
    {
        public async Task<Result<ImmutableArray<SectionHistory>>> Handle(Query query, CancellationToken cancellationToken)
        {
            VersionRow? version = await session.FindAsync<VersionRow>(FindVersion, new { version = query.Version, consultation = query.Consultation }, cancellationToken).ConfigureAwait(false);
            if (version is null) return Refusals.NotThere;
            var mappings = await session.ListAsync<MappingRow>(ListMappings, new { version = version.Id }, cancellationToken).ConfigureAwait(false);
            var sections = await session.ListAsync<SectionRow>(ListSections, new { document = version.Document, number = version.Number }, cancellationToken).ConfigureAwait(false);
            var tags = (await session.ListAsync<TagRow>(CountTags, new { consultation = query.Consultation }, cancellationToken).ConfigureAwait(false)).ToDictionary(t => t.SectionId);
            var seen = sections.ToLookup(s => s.SectionId);
            return mappings
                .Select(m => (Mapping: m, Last: seen[m.SectionId].Last(), Before: seen[m.SectionId].LastOrDefault(s => s.Version < version.Number)))
                // As the version has them; what is gone comes where it stood, after the rest.
                .OrderBy(m => m.Last.Version == version.Number ? 0 : 1).ThenBy(m => m.Last.Ordinal)
                .Select(m => new SectionHistory(
                    m.Mapping.SectionId,
                    m.Before is { } before ? new SectionName(before.Number, before.Title) : null,
                    m.Mapping.BecomesSectionId is { } now ? NameOf(seen[now].Last()) : null,
                    m.Mapping.BecomesSectionId, m.Mapping.How, m.Mapping.Similarity,
                    tags.GetValueOrDefault(m.Mapping.SectionId)?.Settled ?? 0,
                    tags.GetValueOrDefault(m.Mapping.SectionId) is { } t ? t.Tags - t.Settled : 0))
                .ToImmutableArray();
        }

        private static SectionName NameOf(SectionRow row) => new(row.Number, row.Title);
    }

    private sealed record VersionRow
    {
        public DocumentVersionId Id { get; init; }

        public DocumentId Document { get; init; }

        public int Number { get; init; }
    }

    private sealed record MappingRow
    {
        public StoredSectionId SectionId { get; init; }

        public StoredSectionId? BecomesSectionId { get; init; }

        public SectionFate How { get; init; }

        public double Similarity { get; init; }
    }

    private sealed record SectionRow
    {
        public StoredSectionId SectionId { get; init; }

        public string? Number { get; init; }

        public string Title { get; init; } = string.Empty;

        public int Version { get; init; }

        public int Ordinal { get; init; }
    }

    private sealed record TagRow
    {
        public StoredSectionId SectionId { get; init; }

        public int Tags { get; init; }

        public int Settled { get; init; }
    }
}

/// <summary>A section's number and title.</summary>
public sealed record SectionName(string? Number, string Title);

/// <summary>What a version did to one section.</summary>
/// <param name="Id">The section's stable id.</param>
/// <param name="Before">What it was called before this version, or null where it is new.</param>
/// <param name="After">What it is called now, or null where it is gone.</param>
/// <param name="Becomes">What it is now: itself, another one, or null where it is gone.</param>
/// <param name="Fate">What happened. The first version has new sections only.</param>
/// <param name="Similarity">How much of its words is the same, 0 to 1.</param>
/// <param name="Tags">How many settled tags of current comments were set on it by this id.</param>
/// <param name="Suggestions">How many suggestions.</param>
public sealed record SectionHistory(
    StoredSectionId Id, SectionName? Before, SectionName? After, StoredSectionId? Becomes, SectionFate Fate, double Similarity, int Tags, int Suggestions)
{
    /// <summary>Whether tags hang in the air: a person should move them.</summary>
    public bool NeedsAttention => Becomes is null && Tags > 0;
}
