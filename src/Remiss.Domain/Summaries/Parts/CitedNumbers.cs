using System.Collections.Immutable;
using Remiss.Domain.Summaries.Model;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>The consultation's registration number as the replies cite it: nearly always the same, and then said once.</summary>
/// <param name="Usual">The number of the consultation, or else the one that most replies cite; null where none does.</param>
/// <param name="Agreeing">How many replies cite it.</param>
/// <param name="Deviating">The replies that cite another.</param>
internal sealed record CitedNumbers(string? Usual, int Agreeing, ImmutableArray<ReplyView> Deviating)
{
    /// <summary>A shorter number is not taken for the end of a longer one.</summary>
    private const int FewestForEnd = 6;

    /// <summary>Whether so few deviate that a sentence tells more than a column; at most one in five.</summary>
    public bool IsTold => Usual is not null && Agreeing > 0 && Deviating.Length * 4 <= Agreeing;

    public static CitedNumbers Of(SummaryModel model)
    {
        List<ReplyView> citing = [.. model.Replies.Where(r => !string.IsNullOrWhiteSpace(r.Split.ConsultationRegistrationNumber))];
        string? usual = model.Input.Consultation.RegistrationNumber is { } known && !string.IsNullOrWhiteSpace(known)
            ? known
            : citing.GroupBy(r => Plain(r.Split.ConsultationRegistrationNumber!), StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).FirstOrDefault()?.First().Split.ConsultationRegistrationNumber;
        if (usual is null) return new CitedNumbers(null, 0, []);
        string plain = Plain(usual);
        ImmutableArray<ReplyView> deviating = [.. citing.Where(r => !IsSame(plain, Plain(r.Split.ConsultationRegistrationNumber!)))];
        return new CitedNumbers(usual, citing.Count - deviating.Length, deviating);
    }

    // One office writes RM 2026/00418, another RM2026/00418, and a third leaves the letters out.
    private static bool IsSame(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= FewestForEnd
            && (one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal)));

    private static string Plain(string number) => string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
