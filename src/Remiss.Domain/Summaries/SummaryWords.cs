using System.Collections.Immutable;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries;

/// <summary>
/// Every fixed word of the summary, by key. A theme may replace any of them (<see cref="SummaryTheme.Words"/>);
/// a loader refuses keys that are not here and texts whose slots do not fit.
/// </summary>
public static class SummaryWords
{
    /// <summary>All keys with what they say by default, in the order of the catalogue.</summary>
    public static ImmutableArray<Word> All { get; } =
        [.. FrontWords.All, .. OverviewWords.All, .. AboutWords.All, .. SectionWords.All, .. AnnexWords.All];

    /// <summary>Keys and default texts, as a theme holds them.</summary>
    public static ImmutableDictionary<string, string> Defaults => All.ToImmutableDictionary(w => w.Key, w => w.Swedish);

    /// <summary>Mark, letter and label of each stance where a theme says nothing else; the two that take no side have a mark alone.</summary>
    public static ImmutableDictionary<Stance, StanceLegendEntry> DefaultStanceLabels { get; } = new[]
    {
        new StanceLegendEntry(Stance.Supports, "▲", "T", "tillstyrker"),
        new StanceLegendEntry(Stance.SupportsWithComments, "△", "S", "tillstyrker med synpunkter"),
        new StanceLegendEntry(Stance.Doubtful, "◆", "?", "tveksam"),
        new StanceLegendEntry(Stance.Opposes, "▼", "A", "avstyrker"),
        new StanceLegendEntry(Stance.NoObjection, "=", "I", "ingen erinran"),
        new StanceLegendEntry(Stance.Abstains, "–", "", "avstår"),
        new StanceLegendEntry(Stance.NotStated, "○", "", "ej angivet"),
    }.ToImmutableDictionary(e => e.Stance);

    /// <summary>The keys among <paramref name="keys"/> that no part of the summary uses, in their order.</summary>
    public static ImmutableArray<string> Unknown(IEnumerable<string> keys)
    {
        var known = All.Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        return [.. keys.Where(k => !known.Contains(k))];
    }

    /// <summary>The keys whose text does not have the slots ({0}, {1} …) that the default has; their numbers or names would be lost.</summary>
    public static ImmutableArray<string> WithWrongSlots(IEnumerable<KeyValuePair<string, string>> words)
    {
        var byKey = All.ToDictionary(w => w.Key, StringComparer.Ordinal);
        return [.. words.Where(w => byKey.TryGetValue(w.Key, out Word? word) && !HasSlots(w.Value, word.Slots)).Select(w => w.Key)];
    }

    private static bool HasSlots(string text, int slots)
    {
        for (int i = 0; i < 10; i++)
        {
            if (text.Contains($"{{{i}}}", StringComparison.Ordinal) != (i < slots)) return false;
        }
        return true;
    }
}
