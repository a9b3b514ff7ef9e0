using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Consultations;

/// <summary>What the use cases that change one consultation have in common: read it, see that it is the version the person saw, set it.</summary>
internal static class ConsultationChange
{
    /// <summary>The consultation as it is now. Authorization has found it already.</summary>
    public static async Task<ConsultationRow> ReadAsync(DbSession session, ConsultationId id, CancellationToken cancellationToken) =>
        (await session.FindAsync<ConsultationRow>(GetConsultation.Select, new { id }, cancellationToken).ConfigureAwait(false))!;

    /// <summary>
    /// Sets columns if the version is still the one that was read, and counts it up. A refusal where someone else was faster.
    /// </summary>
    /// <param name="session">The command's session.</param>
    /// <param name="set">The assignments, with parameters of <paramref name="values"/>.</param>
    /// <param name="row">The consultation as it was read in this transaction.</param>
    /// <param name="values">What the parameters stand for; <c>@id</c> and <c>@version</c> among them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Failure?> SetAsync(DbSession session, string set, ConsultationRow row, object values, CancellationToken cancellationToken)
    {
        int changed = await session.ExecuteAsync(
            $"UPDATE consultation SET {set}, version = version + 1 WHERE consultation_id = @id AND version = @version", values, cancellationToken).ConfigureAwait(false);
        if (changed == 1) return null;
        return Stale(await ReadAsync(session, row.Id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The refusal to write over someone else's change; <paramref name="facts"/> are what the person wanted.</summary>
    public static Conflict Stale(ConsultationRow now, params IEnumerable<VersionConflict.Fact> facts) => VersionConflict.Of(
        new($"remissen (den är nu {now.State.Name().Swedish})", $"the consultation (it is now {now.State.Name().English})"), facts);

    /// <summary>The refusal of a step that the state does not allow.</summary>
    public static Conflict WrongState(ConsultationRow now, Phrase step) => new(new Phrase(
        $"Remissen är {now.State.Name().Swedish} och kan därför inte {step.Swedish}.",
        $"The consultation is {now.State.Name().English} and can therefore not be {step.English}."));
}
