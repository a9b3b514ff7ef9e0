using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Documents;

/// <summary>The consulted documents of a consultation with all their versions, the newest of each first.</summary>
public static class ListDocuments
{
    private const string Select = """
        SELECT d.document_id, d.ordinal, d.title AS document_title, v.document_version_id AS version_id, v.number, v.title,
            v.file_name, v.sha256, v.reason, v.imported_at, a.name AS imported_by,
            (SELECT COUNT(*) FROM section s WHERE s.document_version_id = v.document_version_id) AS sections
        FROM document d JOIN document_version v ON v.document_id = d.document_id LEFT JOIN account a ON a.account_id = v.imported_by
        WHERE d.consultation_id = @consultation
        ORDER BY d.ordinal, v.number DESC
        """;

    /// <summary>Whose.</summary>
    public sealed record Query(ConsultationId Consultation) : IQuery<ImmutableArray<DocumentVersionRow>>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Handler(DbSession session) : IRequestHandler<Query, Result<ImmutableArray<DocumentVersionRow>>>
    {
        public async Task<Result<ImmutableArray<DocumentVersionRow>>> Handle(Query query, CancellationToken cancellationToken) =>
            (await session.ListAsync<DocumentVersionRow>(Select, new { consultation = query.Consultation }, cancellationToken).ConfigureAwait(false)).ToImmutableArray();
    }
}

/// <summary>A version of a consulted document.</summary>
public sealed record DocumentVersionRow
{
    /// <summary>The document.</summary>
    public DocumentId DocumentId { get; init; }

    /// <summary>The document's place among the consultation's, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>What the document is called.</summary>
    public string DocumentTitle { get; init; } = string.Empty;

    /// <summary>The version.</summary>
    public DocumentVersionId VersionId { get; init; }

    /// <summary>The version's number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The title that the version bears.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>The file's name.</summary>
    public string FileName { get; init; } = string.Empty;

    /// <summary>The file, by the SHA-256 of its bytes.</summary>
    public string Sha256 { get; init; } = string.Empty;

    /// <summary>Why there is this version, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was imported.</summary>
    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>The name of the one who imported it; null for the command line.</summary>
    public string? ImportedBy { get; init; }

    /// <summary>How many sections it has.</summary>
    public int Sections { get; init; }
}
