using System.Globalization;
using Remiss.Application.Bodies;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Mail;

namespace Remiss.Application.Invitations;

/// <summary>An invitation with what is known of its body, as the status board shows it.</summary>
public sealed record InvitationRow
{
    private const string Select = $"""
        SELECT i.invitation_id AS id, i.consultation_id, i.body_id, b.name AS body_name, b.kind AS body_kind, b.email AS body_email, b.is_retired AS body_is_retired,
            {Invitations.DeadlineInForce.Sql} AS deadline_in_force,
            i.state, i.email, i.deadline, i.sent_at, i.reminded_at, i.reminders, i.version
        FROM invitation i JOIN body b ON b.body_id = i.body_id JOIN consultation c ON c.consultation_id = i.consultation_id
        WHERE i.consultation_id = @consultation ORDER BY b.name, i.invitation_id
        """;

    // Changes nothing, but holds the consultation until the commit: of those who invite, send, remind or extend at the
    // same time, each sees what the one before did.
    private const string Take = "UPDATE consultation SET version = version WHERE consultation_id = @id";

    /// <summary>Which.</summary>
    public InvitationId Id { get; init; }

    /// <summary>To what.</summary>
    public ConsultationId ConsultationId { get; init; }

    /// <summary>Whom.</summary>
    public BodyId BodyId { get; init; }

    /// <summary>The body's name.</summary>
    public string BodyName { get; init; } = string.Empty;

    /// <summary>What kind of body it is.</summary>
    public BodyKind BodyKind { get; init; }

    /// <summary>The address that the register has now; the next mail goes there. Null where there is none.</summary>
    public string? BodyEmail { get; init; }

    /// <summary>Whether the body has been retired from the register.</summary>
    public bool BodyIsRetired { get; init; }

    /// <summary>Where it is.</summary>
    public InvitationState State { get; init; }

    /// <summary>The address that was used last, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The last day that this body was given alone (anstånd), or null. It holds where it is later than the consultation's.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>The last day that holds for the body; null while none is decided.</summary>
    public DateOnly? DeadlineInForce { get; init; }

    /// <summary>When it was sent, or null.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the body was reminded last, or null.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>How many times it has been reminded.</summary>
    public int Reminders { get; init; }

    /// <summary>Its version, to be handed back with a change.</summary>
    public int Version { get; init; }

    /// <summary>Whether the register has an address that mail can be sent to.</summary>
    public bool HasAddress => Mailbox.Parse(BodyEmail).IsOk;

    /// <summary>Asked, and nothing has come.</summary>
    public bool IsSilent => State.IsSilent();

    /// <summary>Silent, and the last day has passed.</summary>
    public bool IsLate(DateOnly today) => IsSilent && DeadlineInForce < today;

    internal static Task<IReadOnlyList<InvitationRow>> ListAsync(DbSession session, ConsultationId consultation, CancellationToken cancellationToken) =>
        session.ListAsync<InvitationRow>(Select, new { consultation }, cancellationToken);

    /// <summary>The consultation and its invitations, held until the commit.</summary>
    internal static async Task<(ConsultationRow Consultation, IReadOnlyList<InvitationRow> Invitations)> TakeAsync(
        DbSession session, ConsultationId consultation, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(Take, new { id = consultation }, cancellationToken).ConfigureAwait(false);
        return (await ConsultationChange.ReadAsync(session, consultation, cancellationToken).ConfigureAwait(false),
            await ListAsync(session, consultation, cancellationToken).ConfigureAwait(false));
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
