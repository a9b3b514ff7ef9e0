using System.Collections.Immutable;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Tagging;

/// <summary>
/// Which sections of a document people refer to, and which parts only belong to one of them. A part
/// without a number inside a numbered chapter is spoken of by the chapter's number; in a document without numbers, a
/// part whose title returns in area after area (<c>Åtgärder</c>, <c>Mål</c>) is a form that each area has, and no area.
/// </summary>
internal sealed class SuggestedPlaces
{
    private readonly int[] _placeOf;

    public SuggestedPlaces(SectionTree document)
    {
        ImmutableArray<Section> sections = document.Sections;
        HashSet<string> returning = ReturningTitles(document);
        var home = new int[sections.Length];
        _placeOf = new int[sections.Length];
        var places = ImmutableArray.CreateBuilder<Section>();
        var parts = new List<ImmutableArray<Section>.Builder>();
        for (int i = 0; i < sections.Length; i++)
        {
            Section section = sections[i];
            home[i] = i;
            // A parent stands before its parts, so its own home is known.
            if (section.Number is null && document.Parent(section) is { } parent)
            {
                int outer = home[document.IndexOf(parent.Id)];
                if (sections[outer].Number is not null || returning.Contains(section.Title)) home[i] = outer;
            }
            if (home[i] == i)
            {
                _placeOf[i] = places.Count;
                places.Add(section);
                parts.Add(ImmutableArray.CreateBuilder<Section>());
            }
            else
            {
                _placeOf[i] = _placeOf[home[i]];
                parts[_placeOf[i]].Add(section);
            }
        }
        All = places.ToImmutable();
        PartsOf = [.. parts.Select(p => p.ToImmutable())];
    }

    /// <summary>The sections that can be suggested, in document order.</summary>
    public ImmutableArray<Section> All { get; }

    /// <summary>Per place the parts whose text counts as its own.</summary>
    public ImmutableArray<ImmutableArray<Section>> PartsOf { get; }

    /// <summary>The place of a section of the document by its index there.</summary>
    public int PlaceOf(int section) => _placeOf[section];

    private static HashSet<string> ReturningTitles(SectionTree document) => document.Sections
        .Where(s => s.Number is null && document.Parent(s) is not null)
        .CountBy(s => s.Title, StringComparer.OrdinalIgnoreCase)
        .Where(t => t.Value > 1)
        .Select(t => t.Key)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
