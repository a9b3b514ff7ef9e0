using System.Collections.Immutable;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;

namespace Remiss.Application.Responses;

/// <summary>One version's text with its comments and ledger, and how much of it no person has looked at.</summary>
public static class GetResponseVersion
{
    private const string FindConsultation = "SELECT consultation_id FROM response_version WHERE response_version_id = @Version";
    private const string ListReviewedRuns = "SELECT start_at FROM ledger_run WHERE response_version_id = @Version AND reviewed_at IS NOT NULL";

    /// <summary>Which.</summary>
    public sealed record Query(ResponseVersionId Version) : IQuery<View>
    {
        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.ResponseVersion, Version.Value);
    }

    /// <summary>A version as it is now.</summary>
    /// <param name="Stored">Text, comments, tags, ledger.</param>
    /// <param name="Coverage">How much of the text each kind of run is, in UTF-16 units, and how much of it is reviewed.</param>
    public sealed record View(StoredSplit Stored, ImmutableArray<Covered> Coverage)
    {
        /// <summary>The share of the text that no person has looked at, 0 to 1; white space is counted with the run it stands in.</summary>
        public double NotReviewed => Coverage.Sum(c => c.Length) is var length and > 0 ? (double)Coverage.Sum(c => c.Length - c.Reviewed) / length : 0;
    }

    /// <summary>What one kind of run comes to.</summary>
    /// <param name="Kind">The kind.</param>
    /// <param name="Length">How much of the text, in UTF-16 units.</param>
    /// <param name="Reviewed">How much of that a person has looked at.</param>
    public sealed record Covered(LedgerKind Kind, int Length, int Reviewed);

    internal sealed class Handler(DbSession session, SplitRows splits, StoredDocuments documents) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken cancellationToken)
        {
            ConsultationId consultation = await session.FindAsync<ConsultationId>(FindConsultation, new { query.Version }, cancellationToken).ConfigureAwait(false);
            StoredDocument? document = await documents.CurrentAsync(consultation, cancellationToken).ConfigureAwait(false);
            StoredSplit? stored = await splits.LoadAsync(query.Version, document, cancellationToken).ConfigureAwait(false);
            if (stored is null)
            {
                return new Conflict(new Phrase(
                    "Svaret har ingen text att visa: det är inte uppdelat än, går inte att läsa, eller består av ett besked utan text.",
                    "The reply has no text to show: it is not split yet, cannot be read, or is an answer without a text."));
            }
            var reviewed = (await session.ListAsync<int>(ListReviewedRuns, new { query.Version }, cancellationToken).ConfigureAwait(false)).ToHashSet();
            for (int i = 0; i < stored.Comments.Length; i++)
            {
                if (stored.Comments[i].IsReviewed) reviewed.Add(stored.Split.Comments[i].Span.Start);
            }
            return new View(stored,
            [
                .. stored.Split.Ledger.GroupBy(e => e.Kind).OrderBy(g => g.Key)
                    .Select(g => new Covered(g.Key, g.Sum(e => e.Span.Length), g.Where(e => reviewed.Contains(e.Span.Start)).Sum(e => e.Span.Length))),
            ]);
        }
    }
}
