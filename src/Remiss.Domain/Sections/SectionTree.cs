using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>Names a section inside one consulted document, stable over renderings: its number, or a slug of its title where it has none.</summary>
public readonly record struct SectionId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// A numbered or bulleted point inside a section (åtgärd, mätbar uppföljning), addressable as for
/// example <c>3.2 p. 4</c>.
/// </summary>
/// <param name="Number">Its place among all points of the section, from 1.</param>
/// <param name="Label">The lead-in or run-in heading it stands under (<c>Mätbar uppföljning</c>), or null.</param>
/// <param name="Text">What it says, on one line.</param>
/// <param name="Page">Its page, from 1.</param>
public sealed record SectionItem(int Number, string? Label, string Text, int Page);

/// <summary>One section (avsnitt) of the consulted document.</summary>
public sealed record Section
{
    /// <summary>Its name inside the document.</summary>
    public required SectionId Id { get; init; }

    /// <summary>Its number as the document writes it (<c>3.1</c>, <c>IV</c>, <c>4 c</c>), or null.</summary>
    public required string? Number { get; init; }

    /// <summary>Its heading without the number.</summary>
    public required string Title { get; init; }

    /// <summary>Depth, 1 outermost.</summary>
    public required int Level { get; init; }

    /// <summary>The page its heading stands on.</summary>
    public required int PageFrom { get; init; }

    /// <summary>The last page of its text, subsections included.</summary>
    public required int PageTo { get; init; }

    /// <summary>Its own text without heading and subsections, on as many lines as it has blocks.</summary>
    public required string Text { get; init; }

    /// <summary>Its addressable points.</summary>
    public ImmutableArray<SectionItem> Items { get; init; } = [];

    /// <summary>Number and title as they are said: <c>3.1 Digital välfärd</c>.</summary>
    public string Label => Number is null ? Title : $"{Number} {Title}";
}

/// <summary>
/// The consulted document as its sections in document order. The tree is in the levels: a section's
/// parent is the nearest one before it of a lower level.
/// </summary>
public sealed class SectionTree
{
    private readonly Dictionary<SectionId, int> _byId = [];
    private readonly Dictionary<string, int> _byNumber = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[] _parents;

    /// <param name="title">The document's title.</param>
    /// <param name="sections">The sections in order; ids are unique.</param>
    /// <param name="pages">The document's pages, for references by page; null where it has none.</param>
    public SectionTree(string title, ImmutableArray<Section> sections, PageMap? pages = null)
    {
        Title = title;
        Sections = sections;
        Pages = pages;
        _parents = new int[sections.Length];
        var open = new Stack<int>();
        for (int i = 0; i < sections.Length; i++)
        {
            while (open.Count > 0 && sections[open.Peek()].Level >= sections[i].Level) open.Pop();
            _parents[i] = open.Count > 0 ? open.Peek() : -1;
            open.Push(i);
            _byId.TryAdd(sections[i].Id, i);
            if (sections[i].Number is { } number) _byNumber.TryAdd(number, i);
        }
    }

    /// <summary>The document's title.</summary>
    public string Title { get; }

    /// <summary>All sections in document order.</summary>
    public ImmutableArray<Section> Sections { get; }

    /// <summary>The document's pages, or null.</summary>
    public PageMap? Pages { get; }

    /// <summary>The section of that name, or null.</summary>
    public Section? Find(SectionId id) => _byId.TryGetValue(id, out int index) ? Sections[index] : null;

    /// <summary>The section of that number, or null.</summary>
    public Section? FindNumber(string number) => _byNumber.TryGetValue(number, out int index) ? Sections[index] : null;

    /// <summary>The place of a section in document order, from 0; -1 when it is not of this document.</summary>
    public int IndexOf(SectionId id) => _byId.GetValueOrDefault(id, -1);

    /// <summary>The section that this one is a direct part of, or null.</summary>
    public Section? Parent(Section section)
    {
        int index = IndexOf(section.Id);
        return index < 0 || _parents[index] < 0 ? null : Sections[_parents[index]];
    }

    /// <summary>The section and all that it is a part of, innermost first.</summary>
    public IEnumerable<Section> SelfAndAncestors(Section section)
    {
        for (Section? s = section; s is not null; s = Parent(s)) yield return s;
    }

    /// <summary>All parts of the section at any depth, in order, without itself.</summary>
    public IEnumerable<Section> Descendants(Section section)
    {
        for (int i = IndexOf(section.Id) + 1; i > 0 && i < Sections.Length && Sections[i].Level > section.Level; i++)
            yield return Sections[i];
    }
}
