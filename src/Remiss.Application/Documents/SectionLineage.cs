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
internal sealed record SectionLineage(ImmutableArray<StoredSectionId> Ids, ImmutableArray<SectionMapping> Mappings)
{
    /// <summary>The first version: all sections are new.</summary>
    public static SectionLineage First(SectionTree tree)
    {
        ImmutableArray<StoredSectionId> ids = [.. tree.Sections.Select(_ => StoredSectionId.New())];
        return new SectionLineage(ids, [.. ids.Select(New)]);
    }

    /// <summary>A version after another one. A section that continues one bears its id; what was gone before stays gone.</summary>
    public static SectionLineage After(StoredVersion older, SectionTree tree)
    {
        ImmutableArray<SectionChange> changes = SectionMatcher.Match(older.Tree, tree);
        var ids = new StoredSectionId[tree.Sections.Length];
        foreach (SectionChange change in changes)
        {
            if (change.After is { } after && change.Fate != SectionFate.Merged) ids[after] = change.Before is { } before ? older.Ids[before] : StoredSectionId.New();
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
        return new SectionLineage([.. ids], [.. all]);
    }

    private static SectionMapping New(StoredSectionId id) => new(id, id, SectionFate.New, 0);
}
