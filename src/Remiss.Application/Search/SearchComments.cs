using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Search;

/// <summary>
/// Searches the comments of one consultation. Every word must be there, in any inflection; what stands in quotation marks
/// must stand so. Only current comments of the newest versions of replies; the best matches first.
/// </summary>
public static class SearchComments
{
    private const string FindNumber = "SELECT consultation_no FROM consultation WHERE consultation_id = @consultation";

    /// <summary>Where, and what was typed.</summary>
    public sealed record Query(ConsultationId Consultation, string Words) : IQuery<CommentPage>, IPagedQuery
    {
        /// <summary>What else must hold.</summary>
        public CommentCriteria Criteria { get; init; } = new();

        /// <summary>Whether the last word is only how a word begins: <c>bredbandsut</c> finds <c>bredbandsutbyggnad</c>.</summary>
        public bool LastWordGoesOn { get; init; }

        /// <inheritdoc/>
        public int Page { get; init; } = 1;

        /// <inheritdoc/>
        public int PageSize { get; init; } = 50;

        /// <inheritdoc/>
        public Access Access => Access.Reading(Resource.Consultation, Consultation.Value);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.IsPaged();
            RuleFor(q => q.Words).IsSearch();
            RuleFor(q => q.Criteria).SetValidator(new CommentCriteria.Validator());
        }
    }

    internal sealed class Handler(DbSession session, StoredDocuments documents) : IRequestHandler<Query, Result<CommentPage>>
    {
        public async Task<Result<CommentPage>> Handle(Query query, CancellationToken cancellationToken)
        {
            var words = SearchWords.Read(query.Words, query.LastWordGoesOn);
            if (!words.IsOk) return words.Failure;
            var document = query.Criteria.Section is null ? null : await documents.CurrentAsync(query.Consultation, cancellationToken).ConfigureAwait(false);
            var sections = CommentConditions.SectionsUnder(document, query.Criteria.Section);
            if (query.Criteria.Section is not null && sections.IsEmpty) return CommentPage.Empty;
            var conditions = new CommentConditions(query.Criteria, "= @consultation", sections);
            conditions.Values.Add("consultation", query.Consultation);
            conditions.Values.Add("number", await session.FindAsync<long>(FindNumber, new { consultation = query.Consultation }, cancellationToken).ConfigureAwait(false));
            return await new CommentSearch(session)
                .FindAsync(words.Value, new SearchScope("= @number", "= @consultation"), conditions, query, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The rule for what is searched for.</summary>
    internal static IRuleBuilderOptions<T, string> IsSearch<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(words => !string.IsNullOrWhiteSpace(words)).Says("Skriv ett eller flera ord att söka på.", "Write one or more words to search for.")
        .Must(words => words is null || words.Length <= SearchWords.Longest)
        .Says($"Sök på högst {SearchWords.Longest} tecken. Korta ner texten.", $"Search for at most {SearchWords.Longest} characters. Shorten the text.");
}
