using FluentValidation;
using MediatR;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Search;

/// <summary>Searches the comments of all consultations of an organisation in which the person has a role; otherwise as <see cref="SearchComments"/>.</summary>
public static class SearchAllComments
{
    private const string All = "FROM consultation c WHERE c.organisation_id = @organisation";

    private const string WithRole =
        $"{All} AND EXISTS (SELECT 1 FROM consultation_role o WHERE o.consultation_id = c.consultation_id AND o.account_id = @account)";

    /// <summary>Where, and what was typed.</summary>
    public sealed record Query(OrganisationId Organisation, string Words) : IQuery<CommentPage>, IPagedQuery
    {
        /// <summary>What else must hold. It may not name a section or a reply: those are of one consultation.</summary>
        public CommentCriteria Criteria { get; init; } = new();

        /// <summary>Whether the last word is only how a word begins.</summary>
        public bool LastWordGoesOn { get; init; }

        /// <inheritdoc/>
        public int Page { get; init; } = 1;

        /// <inheritdoc/>
        public int PageSize { get; init; } = 50;

        /// <inheritdoc/>
        public Access Access => Access.Member(Resource.Organisation, Organisation.Value);
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.IsPaged();
            RuleFor(q => q.Words).IsSearch();
            RuleFor(q => q.Criteria).SetValidator(new CommentCriteria.Validator());
            RuleFor(q => q.Criteria).Must(c => c.Section is null && c.Response is null)
                .Says("Sök i en enda remiss för att välja avsnitt eller svar.", "Search in one consultation to choose a section or a reply.");
        }
    }

    internal sealed class Handler(DbSession session, CurrentActor current) : IRequestHandler<Query, Result<CommentPage>>
    {
        public async Task<Result<CommentPage>> Handle(Query query, CancellationToken cancellationToken)
        {
            var words = SearchWords.Read(query.Words, query.LastWordGoesOn);
            if (!words.IsOk) return words.Failure;
            // A person, an administrator too, finds only where a role is.
            string where = current.Actor.Kind == ActorKind.Account ? WithRole : All;
            var scope = new SearchScope($"IN (SELECT c.consultation_no {where})", $"IN (SELECT c.consultation_id {where})");
            var conditions = new CommentConditions(query.Criteria, scope.Ids, []);
            conditions.Values.Add("organisation", query.Organisation);
            conditions.Values.Add("account", current.Actor.Account);
            return await new CommentSearch(session).FindAsync(words.Value, scope, conditions, query, cancellationToken).ConfigureAwait(false);
        }
    }
}
