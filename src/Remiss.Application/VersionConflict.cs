using System.Globalization;
using Remiss.Domain.Results;

namespace Remiss.Application;

/// <summary>The refusal to write over someone else's change: it names what the two versions say differently.</summary>
internal static class VersionConflict
{
    private const int Longest = 80;

    /// <summary>The refusal.</summary>
    /// <param name="thing">What was changed meanwhile, as the sentence's object (<c>remissen</c>).</param>
    /// <param name="facts">What the person wanted beside what is kept; equal ones are left out.</param>
    public static Conflict Of(Phrase thing, params IEnumerable<Fact> facts)
    {
        List<Fact> differing = [.. facts.Where(f => f.Kept != f.Wanted)];
        string swedish = string.Concat(differing.Select(f => $" {f.Name.Swedish} är nu {Shown(f.Kept, "tomt")}; du skrev {Shown(f.Wanted, "inget")}."));
        string english = string.Concat(differing.Select(f => $" {f.Name.English} is now {Shown(f.Kept, "empty")}; you wrote {Shown(f.Wanted, "nothing")}."));
        return new Conflict(new Phrase(
            $"Någon annan har ändrat {thing.Swedish} sedan du öppnade den. Inget har skrivits över.{swedish} Läs om och gör din ändring igen om den fortfarande behövs.",
            $"Someone else has changed {thing.English} since you opened it. Nothing was overwritten.{english} Reload and make your change again if it is still needed."));
    }

    /// <summary>A day as it is shown in such a sentence.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shown(string? value, string none) =>
        string.IsNullOrEmpty(value) ? none : value.Length <= Longest ? $"”{value}”" : $"”{value[..(Longest - 1)]}…”";

    /// <summary>One fact in two versions.</summary>
    /// <param name="Name">What it is called, at the beginning of a sentence.</param>
    /// <param name="Kept">What the store holds.</param>
    /// <param name="Wanted">What the person wanted.</param>
    internal sealed record Fact(Phrase Name, string? Kept, string? Wanted);
}
