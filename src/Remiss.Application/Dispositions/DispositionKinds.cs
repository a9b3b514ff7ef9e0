using Remiss.Application.Database;

namespace Remiss.Application.Dispositions;

/// <summary>What the region does with a comment (hantering).</summary>
public enum DispositionKind
{
    /// <summary>Tillgodoses.</summary>
    Accepted,

    /// <summary>Tillgodoses delvis.</summary>
    PartlyAccepted,

    /// <summary>Redan tillgodosedd: the document says so already.</summary>
    AlreadyMet,

    /// <summary>Noteras.</summary>
    Noted,

    /// <summary>Tillgodoses inte.</summary>
    NotAccepted,

    /// <summary>Utanför remissen.</summary>
    OutOfScope,
}

/// <summary>How far the region's answer has come.</summary>
public enum DispositionState
{
    /// <summary>Nothing is decided; it may be handed to someone.</summary>
    Open,

    /// <summary>There is a proposal.</summary>
    Drafted,

    /// <summary>It is decided, and may stand in the summary.</summary>
    Approved,
}

/// <summary>What the region does with a comment and answers (bemötande).</summary>
public sealed record DispositionView
{
    /// <summary>What it does; null while that is not decided.</summary>
    public DispositionKind? Kind { get; init; }

    /// <summary>How far it has come.</summary>
    public DispositionState State { get; init; }

    /// <summary>The reply to the one who commented, or null.</summary>
    public string? Reply { get; init; }

    /// <summary>What was changed in the document because of it, or null.</summary>
    public string? ChangeMade { get; init; }

    /// <summary>Who is to write it, or null.</summary>
    public AccountId? AssignedTo { get; init; }

    /// <summary>The name of the one who is to write it, or null.</summary>
    public string? AssignedName { get; init; }

    /// <summary>By when, or null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Who changed it last; null for one without an account.</summary>
    public string? SetBy { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset SetAt { get; init; }

    /// <summary>Its version, to be handed back with a change; a comment without one has version 0.</summary>
    public int Version { get; init; }
}

internal static class DispositionRows
{
    public const string Columns = "d.kind, d.state, d.reply, d.change_made, d.assigned_to, a.name AS assigned_name, d.due_on, s.name AS set_by, d.set_at";

    public const string People = "LEFT JOIN account a ON a.account_id = d.assigned_to LEFT JOIN account s ON s.account_id = d.set_by";

    private const string Select = $"SELECT {Columns}, d.version FROM disposition d {People} WHERE d.comment_no = @comment";

    public static Task<DispositionView?> FindAsync(DbSession session, long comment, CancellationToken cancellationToken) =>
        session.FindAsync<DispositionView>(Select, new { comment }, cancellationToken);
}
