using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;

namespace Remiss.Application.Documents;

/// <summary>The sections of the consultation's documents as they are now, or of one version.</summary>
public static class GetSections
{
    private const string FindVersion = """
        SELECT v.title FROM document_version v JOIN document d ON d.document_id = v.document_id
        WHERE v.document_version_id = @version AND d.consultation_id = @consultation
        """;

    /// <summary>Whose; <paramref name="Version"/> null is all documents in their newest versions, joined.</summary>
    public sealed record Query(ConsultationId Consultation, DocumentVersionId? Version = null) : IQuery<DocumentSections>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Handler(DbSession session, StoredDocuments documents) : IRequestHandler<Query, Result<DocumentSections>>
    {
        public async Task<Result<DocumentSections>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (query.Version is not { } version)
            {
                return await documents.CurrentAsync(query.Consultation, cancellationToken).ConfigureAwait(false) is { } current
                    ? new DocumentSections(current.Tree, [.. current.Tree.Sections.Select(s => current.IdOf(s.Id))])
                    : NoDocument;
            }
            string? title = await session.FindAsync<string>(FindVersion, new { version, consultation = query.Consultation }, cancellationToken).ConfigureAwait(false);
            if (title is null) return Refusals.NotThere;
            StoredVersion found = await documents.VersionAsync(version, title, cancellationToken).ConfigureAwait(false);
            return new DocumentSections(found.Tree, found.Ids);
        }
    }

    /// <summary>What is said where no document is imported yet.</summary>
    internal static Failure NoDocument { get; } = new NotFound(new Phrase(
        "Remissen har ingen remisshandling än. Läs in den först.",
        "The consultation has no document yet. Import it first."));
}

/// <summary>Sections with their stable ids.</summary>
/// <param name="Tree">The sections, with their points.</param>
/// <param name="Ids">Their ids, in the tree's order.</param>
public sealed record DocumentSections(SectionTree Tree, ImmutableArray<StoredSectionId> Ids);
