using Remiss.Application.Auditing;
using Remiss.Application.Database;
using Remiss.Application.Security;

namespace Remiss.Application.Invitations;

/// <summary>Moves invitations from state to state, each step with its line of history, in the command's transaction.</summary>
public sealed class InvitationStates(DbSession session, CurrentActor current, AuditTrail audit, TimeProvider clock)
{
    private const string Take = """
        UPDATE invitation SET version = version + 1 WHERE consultation_id = @consultation AND body_id = @body AND state IN @mayLeave
        """;

    private const string ReadTaken = "SELECT invitation_id, state FROM invitation WHERE consultation_id = @consultation AND body_id = @body";

    private const string Set = "UPDATE invitation SET state = @state WHERE invitation_id = @id";

    private const string Change = """
        UPDATE invitation SET state = @state, email = @Email, deadline = @Deadline, sent_at = @SentAt, reminded_at = @RemindedAt,
            reminders = @Reminders, version = version + 1
        WHERE invitation_id = @Id AND version = @Version
        """;

    private const string AddEvent = """
        INSERT INTO invitation_event (invitation_id, sequence, kind, from_state, to_state, note, actor_name, at)
        SELECT @id, COALESCE(MAX(e.sequence), 0) + 1, @kind, @from, @to, @note, @actor, @now
        FROM invitation_event e WHERE e.invitation_id = @id
        """;

    /// <summary>
    /// Sets the state of a body's invitation, if the body has one and its state may become that. An answer that comes
    /// again (a new version) leaves a line of its own; an opened link that is opened again does not.
    /// </summary>
    /// <param name="consultation">The consultation.</param>
    /// <param name="body">The body whose invitation it is.</param>
    /// <param name="to">What it becomes.</param>
    /// <param name="kind">What happened, for the history: the use case's name, as <c>RegisterResponse</c>.</param>
    /// <param name="note">What a person gave as reason, or null. Never the content of a draft.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it was moved; false where the body was not invited, or the step leads nowhere.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public async Task<bool> MoveAsync(
        ConsultationId consultation, BodyId body, InvitationState to, string kind, string? note, CancellationToken cancellationToken)
    {
        if (!session.InTransaction) throw new InvalidOperationException("An invitation is moved in a command's transaction.");
        string[] mayLeave = [.. Enum.GetValues<InvitationState>().Where(from => from.MayBecome(to)).Select(from => from.ToString())];
        // Counting up the version takes the row until the commit: whoever moves it at the same time waits and sees this state.
        if (await session.ExecuteAsync(Take, new { consultation, body, mayLeave }, cancellationToken).ConfigureAwait(false) == 0) return false;
        TakenRow row = (await session.FindAsync<TakenRow>(ReadTaken, new { consultation, body }, cancellationToken).ConfigureAwait(false))!;
        await session.ExecuteAsync(Set, new { state = to.ToString(), id = row.InvitationId }, cancellationToken).ConfigureAwait(false);
        await AddEventAsync(row.InvitationId, kind, row.State, to, note, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Writes an invitation that has been read in this transaction as it shall be, with its line of history and its audit
    /// note. False where someone else has changed it since: the body may just have answered.
    /// </summary>
    internal async Task<bool> WriteAsync(InvitationRow before, InvitationRow after, string kind, string? note, CancellationToken cancellationToken)
    {
        var values = new { state = after.State.ToString(), after.Email, after.Deadline, after.SentAt, after.RemindedAt, after.Reminders, before.Id, before.Version };
        if (await session.ExecuteAsync(Change, values, cancellationToken).ConfigureAwait(false) == 0) return false;
        await AddEventAsync(before.Id, kind, before.State, after.State, note, cancellationToken).ConfigureAwait(false);
        audit.Note("invitation", before.Id.Value, new { before.State, before.Deadline, before.Reminders }, new { after.State, after.Deadline, after.Reminders });
        return true;
    }

    /// <summary>Writes a line of history. The caller has changed the invitation's row in the same transaction, and so holds it.</summary>
    internal Task AddEventAsync(
        InvitationId id, string kind, InvitationState? from, InvitationState to, string? note, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            AddEvent,
            new { id, kind, from = from?.ToString(), to = to.ToString(), note, actor = current.Actor.Name, now = clock.GetUtcNow() },
            cancellationToken);

    private sealed record TakenRow
    {
        public InvitationId InvitationId { get; init; }

        public InvitationState State { get; init; }
    }
}
