namespace Remiss.Application.Security;

/// <summary>What kind of someone acts.</summary>
public enum ActorKind
{
    /// <summary>No one who is known.</summary>
    Nobody,

    /// <summary>A person with an account.</summary>
    Account,

    /// <summary>Whoever runs the command line on the machine: has the database's file or password already.</summary>
    Operator,

    /// <summary>The system itself, carrying out work that someone ordered.</summary>
    System,
}

/// <summary>Who acts.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Name">The name that history shows.</param>
/// <param name="Account">The account of a person.</param>
/// <param name="Organisation">The organisation the account belongs to.</param>
public sealed record Actor(ActorKind Kind, string Name, AccountId? Account = null, OrganisationId? Organisation = null)
{
    /// <summary>No one.</summary>
    public static Actor Nobody { get; } = new(ActorKind.Nobody, string.Empty);

    /// <summary>The system.</summary>
    public static Actor System { get; } = new(ActorKind.System, "Remiss");
}

/// <summary>Who acts in this scope; set once by the host (sign-in, command line, worker) before the first request.</summary>
public sealed class CurrentActor
{
    /// <summary>Who acts; no one until it is set, and no one may do nothing.</summary>
    public Actor Actor { get; set; } = Actor.Nobody;
}

/// <summary>A person's part in one consultation.</summary>
public enum Role
{
    /// <summary>Creates and runs it (samordnare).</summary>
    Coordinator,

    /// <summary>Registers, reviews, answers and compiles (handläggare, sekretariat).</summary>
    Analyst,

    /// <summary>Reads.</summary>
    Reader,
}
