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
        return Stale(await ReadAsync(session, row.Id, cancellationToken).ConfigureAwait(false), []);
    }

    /// <summary>
    /// The refusal to write over someone else's change: names what the two versions say differently.
    /// </summary>
    /// <param name="now">What is kept.</param>
    /// <param name="facts">What the person wanted, beside what is kept; equal ones are left out.</param>
    public static Conflict Stale(ConsultationRow now, IEnumerable<Fact> facts)
    {
        List<Fact> differing = [.. facts.Where(f => f.Kept != f.Wanted)];
        string swedish = string.Concat(differing.Select(f => $" {f.Name.Swedish} är nu {Shown(f.Kept, "tomt")}; du skrev {Shown(f.Wanted, "inget")}."));
        string english = string.Concat(differing.Select(f => $" {f.Name.English} is now {Shown(f.Kept, "empty")}; you wrote {Shown(f.Wanted, "nothing")}."));
        return new Conflict(new Phrase(
            $"Någon annan har ändrat remissen sedan du öppnade den (den är nu {now.State.Name().Swedish}, version {now.Version}). Inget har skrivits över.{swedish} Läs om sidan och gör din ändring igen om den fortfarande behövs.",
            $"Someone else has changed the consultation since you opened it (it is now {now.State.Name().English}, version {now.Version}). Nothing was overwritten.{english} Reload the page and make your change again if it is still needed."));
    }

    /// <summary>The refusal of a step that the state does not allow.</summary>
    public static Conflict WrongState(ConsultationRow now, Phrase step) => new(new Phrase(
        $"Remissen är {now.State.Name().Swedish} och kan därför inte {step.Swedish}.",
        $"The consultation is {now.State.Name().English} and can therefore not be {step.English}."));

    private static string Shown(string? value, string none) =>
        string.IsNullOrEmpty(value) ? none : value.Length <= 80 ? $"”{value}”" : $"”{value[..77]}…”";

    /// <summary>One fact in two versions.</summary>
    internal sealed record Fact(Phrase Name, string? Kept, string? Wanted);
}
