using System.Collections.Immutable;

namespace Remiss.Application.Security;

/// <summary>A kind of thing that belongs to an organisation, most often through a consultation.</summary>
public enum Resource
{
    /// <summary>The organisation itself.</summary>
    Organisation,

    /// <summary>A body of its register.</summary>
    Body,

    /// <summary>A distribution list.</summary>
    DistributionList,

    /// <summary>A consultation.</summary>
    Consultation,

    /// <summary>A consulted document.</summary>
    Document,

    /// <summary>A question.</summary>
    Question,

    /// <summary>An invitation.</summary>
    Invitation,

    /// <summary>A reply.</summary>
    Response,

    /// <summary>A version of a reply.</summary>
    ResponseVersion,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A change of comments.</summary>
    CommentChange,

    /// <summary>A summary.</summary>
    Summary,

    /// <summary>A mail.</summary>
    Mail,

    /// <summary>A piece of work.</summary>
    WorkItem,

    /// <summary>An account.</summary>
    Account,
}

/// <summary>Who may send a request. Closed: what is not one of these is not let in.</summary>
public abstract record Access
{
    private Access()
    {
    }

    /// <summary>Whoever runs the installation: the command line on its machine, and the system's own work.</summary>
    public static Access Installation { get; } = new OfInstallation();

    /// <summary>An administrator of the organisation that owns the thing.</summary>
    public static Access Administrator(Resource resource, Guid id) => new Of(resource, id, [], MemberIsEnough: false, AdministratorIsEnough: true);

    /// <summary>A coordinator of the consultation that the thing belongs to, or an administrator of its organisation.</summary>
    public static Access CoordinatorOrAdministrator(Resource resource, Guid id) =>
        new Of(resource, id, [Role.Coordinator], MemberIsEnough: false, AdministratorIsEnough: true);

    /// <summary>Any account of the organisation that owns the thing.</summary>
    public static Access Member(Resource resource, Guid id) => new Of(resource, id, [], MemberIsEnough: true, AdministratorIsEnough: true);

    /// <summary>One who has at least one of the roles in the consultation that the thing belongs to.</summary>
    public static Access WithRole(Resource resource, Guid id, params Role[] roles) =>
        new Of(resource, id, [.. roles], MemberIsEnough: false, AdministratorIsEnough: false);

    /// <summary>Coordinator or analyst.</summary>
    public static Access Staff(Resource resource, Guid id) => WithRole(resource, id, Role.Coordinator, Role.Analyst);

    /// <summary>Anyone with a role in the consultation.</summary>
    public static Access Reading(Resource resource, Guid id) => WithRole(resource, id, Role.Coordinator, Role.Analyst, Role.Reader);

    internal sealed record OfInstallation : Access;

    internal sealed record Of(Resource Resource, Guid Id, ImmutableArray<Role> Roles, bool MemberIsEnough, bool AdministratorIsEnough) : Access;
}

/// <summary>What the authorization found out about the request's thing, for those who come after it.</summary>
public sealed class Scope
{
    /// <summary>The organisation that owns it; null for the installation's own requests.</summary>
    public OrganisationId? Organisation { get; set; }

    /// <summary>The consultation it belongs to, or null.</summary>
    public ConsultationId? Consultation { get; set; }
}
