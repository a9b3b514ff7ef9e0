using MediatR;
using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Pipeline;

/// <summary>
/// Lets a request through when the one who acts may send it. Someone else's organisation, or a consultation in which one
/// has no role, looks as if it did not exist. Nothing runs without.
/// </summary>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(DbSession session, CurrentActor current, Scope scope, RefusalLog refusals)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    private const string FindAccount =
        "SELECT is_administrator, is_disabled FROM account WHERE account_id = @account AND organisation_id = @organisation";

    private const string CountRoles =
        "SELECT role FROM consultation_role WHERE consultation_id = @consultation AND account_id = @account";

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // A request that states nothing is a bug, and is let in by no one.
        Access access = request is IGuarded guarded ? guarded.Access : throw new InvalidOperationException($"{typeof(TRequest)} states no access.");
        Failure? refusal = await RefusalOfAsync(access, cancellationToken).ConfigureAwait(false);
        if (refusal is null) return await next().ConfigureAwait(false);
        await refusals.AddAsync(RequestName.Of(typeof(TRequest)), (access as Access.Of)?.Id, cancellationToken).ConfigureAwait(false);
        return TResponse.Fail(refusal);
    }

    private async Task<Failure?> RefusalOfAsync(Access access, CancellationToken cancellationToken)
    {
        Actor actor = current.Actor;
        bool isTrusted = actor.Kind is ActorKind.Operator or ActorKind.System;
        if (access is Access.OfInstallation) return isTrusted ? null : Refusals.NotAllowed;
        var of = (Access.Of)access;
        OwnerRow? owner = await session.FindAsync<OwnerRow>(Owners.SqlOf(of.Resource), new { id = of.Id }, cancellationToken).ConfigureAwait(false);
        if (owner is null) return Refusals.NotThere;
        scope.Organisation = owner.OrganisationId;
        scope.Consultation = owner.ConsultationId;
        if (isTrusted) return null;
        if (actor is not { Kind: ActorKind.Account, Account: { } account } || actor.Organisation != owner.OrganisationId) return Refusals.NotThere;

        AccountRow? row = await session.FindAsync<AccountRow>(FindAccount, new { account, organisation = owner.OrganisationId }, cancellationToken).ConfigureAwait(false);
        if (row is null || row.IsDisabled) return Refusals.NotAllowed;
        if (of.MemberIsEnough || (of.AdministratorIsEnough && row.IsAdministrator)) return null;
        if (owner.ConsultationId is not { } consultation) return Refusals.NotAllowed;
        var roles = await session.ListAsync<string>(CountRoles, new { consultation, account }, cancellationToken).ConfigureAwait(false);
        if (roles.Count == 0) return Refusals.NotThere;
        return of.Roles.Any(role => roles.Contains(role.ToString())) ? null : Refusals.NotAllowed;
    }

    private sealed record AccountRow
    {
        public bool IsAdministrator { get; init; }

        public bool IsDisabled { get; init; }
    }
}

/// <summary>To whom a thing belongs.</summary>
internal sealed record OwnerRow
{
    public OrganisationId OrganisationId { get; init; }

    public ConsultationId? ConsultationId { get; init; }
}

/// <summary>What is said to those who are not let in.</summary>
internal static class Refusals
{
    public static Failure NotAllowed { get; } = new Forbidden(new Phrase(
        "Du har inte behörighet till det här. Be samordnaren eller administratören om den.",
        "You may not do this. Ask the coordinator or the administrator for the right."));

    public static Failure NotThere { get; } = new NotFound(new Phrase(
        "Det du söker finns inte, eller så har du inte tillgång till det.",
        "What you are looking for does not exist, or is not open to you."));
}
