using Remiss.Domain.Sections;

namespace Remiss.Domain.Responses;

/// <summary>
/// Whose the consultation is, as far as the consulted document tells: the region or municipality that it names far more
/// often than any other. That body asks; no reply may be put in its mouth because its name stands in the letterhead.
/// </summary>
internal static class ConsultingBody
{
    private const int Fewest = 3;
    private const int MostCharacters = 400_000;

    public static string? Of(SectionTree tree)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(tree.Title, Fewest, counts);
        int read = 0;
        foreach (Section section in tree.Sections)
        {
            if (read > MostCharacters) break;
            read += section.Text.Length;
            Count(section.Text.Replace('\n', ' '), 1, counts);
        }
        var ranked = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(2).ToList();
        if (ranked.Count == 0 || ranked[0].Value < Fewest) return null;
        return ranked.Count == 1 || ranked[0].Value >= 2 * ranked[1].Value ? ranked[0].Key : null;
    }

    private static void Count(string words, int weight, Dictionary<string, int> counts)
    {
        foreach ((int _, string name) in OrganisationNames.All(words))
        {
            bool governs = name.StartsWith("Region ", StringComparison.Ordinal) || name.EndsWith(" kommun", StringComparison.Ordinal)
                || name.EndsWith(" stad", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Länsstyrelsen i ", StringComparison.Ordinal);
            if (governs) counts[name] = counts.GetValueOrDefault(name) + weight;
        }
    }
}
