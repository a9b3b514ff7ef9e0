using Remiss.Application.Database;
using Remiss.Application.Json;
using Remiss.Application.Security;

namespace Remiss.Application.Auditing;

/// <summary>
/// What a command did, for the audit log: handlers note it, and it is written as links of the organisation's hash
/// chain in the same transaction. Never the content of a draft, and no more of a person than the change needs.
/// </summary>
public sealed class AuditTrail(DbSession session, CurrentActor current, Scope scope, TimeProvider clock)
{
    private const string TakeNumbers = "UPDATE audit_chain SET sequence = sequence + @count WHERE organisation_id = @organisation";
    private const string FindEnd = "SELECT sequence, hash FROM audit_chain WHERE organisation_id = @organisation";

    private const string StartChain = """
        INSERT INTO audit_chain (organisation_id, sequence, hash)
        SELECT @organisation, 0, @hash WHERE NOT EXISTS (SELECT 1 FROM audit_chain WHERE organisation_id = @organisation)
        """;

    private const string EndChain = "UPDATE audit_chain SET hash = @Hash WHERE organisation_id = @OrganisationId";

    private const string AddEntry = """
        INSERT INTO audit_entry (organisation_id, sequence, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
            consultation_id, before_json, after_json, previous_hash, hash)
        VALUES (@OrganisationId, @Sequence, @At, @ActorKind, @ActorId, @ActorName, @Action, @SubjectKind, @SubjectId,
            @ConsultationId, @BeforeJson, @AfterJson, @PreviousHash, @Hash)
        """;

    private readonly List<Noted> _notes = [];

    /// <summary>Notes a change.</summary>
    /// <param name="kind">What was changed: the table's name.</param>
    /// <param name="id">Which one.</param>
    /// <param name="before">The changed facts as they were, or null where it is new.</param>
    /// <param name="after">The changed facts as they are, or null where it is gone.</param>
    public void Note(string kind, Guid id, object? before, object? after) => _notes.Add(new Noted(kind, id.ToString(), before, after));

    /// <summary>Writes what was noted; a command that noted nothing leaves a line with its name.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open, or no organisation is known.</exception>
    internal async Task WriteAsync(string action, CancellationToken cancellationToken)
    {
        if (!session.InTransaction) throw new InvalidOperationException("The audit is written in the command's own transaction.");
        if (scope.Organisation is not { } organisation) throw new InvalidOperationException($"{action} belongs to no organisation: set the scope.");
        if (_notes.Count == 0) _notes.Add(new Noted(null, null, null, null));
        await session.ExecuteAsync(StartChain, new { organisation, hash = AuditEntry.FirstHash }, cancellationToken).ConfigureAwait(false);
        // Taking the numbers locks the chain's end until the commit: the next writer waits and then sees this one's hash. Read
        // by a statement of its own: what OUTPUT hands back on Babelfish is from before the wait.
        await session.ExecuteAsync(TakeNumbers, new { organisation, count = _notes.Count }, cancellationToken).ConfigureAwait(false);
        ChainRow end = (await session.FindAsync<ChainRow>(FindEnd, new { organisation }, cancellationToken).ConfigureAwait(false))!;
        long sequence = end.Sequence - _notes.Count;
        string previous = end.Hash;
        Actor actor = current.Actor;
        DateTimeOffset now = clock.GetUtcNow();
        foreach (Noted note in _notes)
        {
            AuditEntry entry = new AuditEntry
            {
                OrganisationId = organisation,
                Sequence = ++sequence,
                At = now,
                ActorKind = actor.Kind.ToString(),
                ActorId = actor.Account?.Value,
                ActorName = actor.Name,
                Action = action,
                SubjectKind = note.Kind,
                SubjectId = note.Id,
                ConsultationId = scope.Consultation?.Value,
                BeforeJson = note.Before is null ? null : StoreJson.Write(note.Before),
                AfterJson = note.After is null ? null : StoreJson.Write(note.After),
                PreviousHash = previous,
            }.Sealed();
            await session.ExecuteAsync(AddEntry, entry, cancellationToken).ConfigureAwait(false);
            previous = entry.Hash;
        }
        await session.ExecuteAsync(EndChain, new { Hash = previous, OrganisationId = organisation }, cancellationToken).ConfigureAwait(false);
        _notes.Clear();
    }

    internal void Clear() => _notes.Clear();

    private sealed record Noted(string? Kind, string? Id, object? Before, object? After);

    private sealed record ChainRow
    {
        public long Sequence { get; init; }

        public string Hash { get; init; } = string.Empty;
    }
}
