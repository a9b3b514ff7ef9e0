using System.Collections.Immutable;
using Remiss.Domain.Sections;

namespace Remiss.Application.Documents;

/// <summary>What an id that the document ever had stands for in a version.</summary>
/// <param name="Id">The id.</param>
/// <param name="Becomes">The section of the version, or null where it is gone.</param>
/// <param name="How">What the newest change to it was.</param>
/// <param name="Similarity">How much of its words is the same.</param>
internal readonly record struct SectionMapping(StoredSectionId Id, StoredSectionId? Becomes, SectionFate How, double Similarity);

/// <summary>Gives the sections of a new version their stable ids, and tells what every id before has become.</summary>
/// <param name="Ids">The sections' ids, in the tree's order.</param>
/// <param name="Mappings">One for every id that the document ever had, the new ones too.</param>
/// <param name="ItemKeys">For each section what tags call its points.</param>
internal sealed record SectionLineage(
    ImmutableArray<StoredSectionId> Ids, ImmutableArray<SectionMapping> Mappings, ImmutableArray<ImmutableArray<int>> ItemKeys)
{
    /// <summary>The first version: all sections are new.</summary>
    public static SectionLineage First(SectionTree tree)
    {
        ImmutableArray<StoredSectionId> ids = [.. tree.Sections.Select(_ => StoredSectionId.New())];
        return new SectionLineage(ids, [.. ids.Select(New)], [.. tree.Sections.Select(NewItems)]);
    }

    /// <summary>A version after another one. A section that continues one bears its id; what was gone before stays gone.</summary>
    /// <param name="older">The newest version until now.</param>
    /// <param name="tree">The sections of the new one.</param>
    /// <param name="lastItems">For each section the highest that a point of it was ever called: names of points that are gone do not come again.</param>
    public static SectionLineage After(StoredVersion older, SectionTree tree, IReadOnlyDictionary<StoredSectionId, int> lastItems)
    {
        ImmutableArray<int>[] items = [.. tree.Sections.Select(NewItems)];
        ImmutableArray<SectionChange> changes = SectionMatcher.Match(older.Tree, tree);
        var ids = new StoredSectionId[tree.Sections.Length];
        foreach (SectionChange change in changes)
        {
            if (change.After is { } after && change.Fate != SectionFate.Merged) ids[after] = change.Before is { } before ? older.Ids[before] : StoredSectionId.New();
        }
        foreach (SectionChange change in changes)
        {
            if (change is { Before: { } from, After: { } to } && change.Fate != SectionFate.Merged)
                items[to] = ItemsOf(older, from, tree.Sections[to], lastItems.GetValueOrDefault(older.Ids[from]));
        }
        var direct = new Dictionary<StoredSectionId, SectionMapping>();
        foreach (SectionChange change in changes)
        {
            SectionMapping mapping = change.Before is { } before
                ? new SectionMapping(older.Ids[before], change.After is { } after ? ids[after] : null, change.Fate, change.Similarity)
                : New(ids[change.After!.Value]);
            direct.Add(mapping.Id, mapping);
        }
        var all = direct.Values.ToList();
        // Those that an earlier version had let go already: on by way of what they had become.
        foreach ((StoredSectionId id, StoredSectionId? became) in older.Becomes)
        {
            if (direct.ContainsKey(id)) continue;
            StoredSectionId? now = became is { } then ? direct[then].Becomes : null;
            all.Add(new SectionMapping(id, now, now is null ? SectionFate.Removed : SectionFate.Merged, now is null ? 0 : direct[became!.Value].Similarity));
        }
        return new SectionLineage([.. ids], [.. all], [.. items]);
    }

    private static ImmutableArray<int> ItemsOf(StoredVersion older, int from, Section section, int last) =>
    [
        .. SectionItemMatcher.Match(older.Tree.Sections[from].Items, section.Items).Select(continues => continues is { } i ? older.ItemKeys[from][i] : ++last),
    ];

    private static ImmutableArray<int> NewItems(Section section) => [.. section.Items.Select(i => i.Number)];

    private static SectionMapping New(StoredSectionId id) => new(id, id, SectionFate.New, 0);
}
