using System.Collections.ObjectModel;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Tagging;
using Remiss.Domain.Texts;

namespace Remiss.Application.Documents;

/// <summary>
/// What a consultation is about, as it is now: its documents in their newest versions, joined into one tree. Immutable,
/// and shared by all who ask: safe for many threads.
/// </summary>
public sealed record StoredDocument
{
    private readonly Lazy<SectionRanker> _ranker;
    private readonly Lazy<SplitContext> _context;

    internal StoredDocument() => (_ranker, _context) = (new(() => new SectionRanker(Tree!)), new(() => new SplitContext(Tree!, Ranker.Suggest)));

    /// <summary>The newest version of the first document.</summary>
    public required DocumentVersionId Version { get; init; }

    /// <summary>The text of all documents, the first one first.</summary>
    public required DocumentText Text { get; init; }

    /// <summary>
    /// The sections: of the first document as they are, of each further one below a section of the outermost level that
    /// bears its title. Pages are the first document's: sections of the others name none (0 or less).
    /// </summary>
    public required SectionTree Tree { get; init; }

    /// <summary>The stable id of each section of the tree.</summary>
    internal IReadOnlyDictionary<SectionId, StoredSectionId> Ids { get; init; } = ReadOnlyDictionary<SectionId, StoredSectionId>.Empty;

    /// <summary>For each id that ever was a section's: the section that it is now, or null where it is none any more.</summary>
    internal IReadOnlyDictionary<StoredSectionId, SectionId?> Keys { get; init; } = ReadOnlyDictionary<StoredSectionId, SectionId?>.Empty;

    /// <summary>For points whose number is no longer what tags call them: what they do.</summary>
    internal IReadOnlyDictionary<(SectionId Section, int Number), int> ItemKeys { get; init; } = ReadOnlyDictionary<(SectionId, int), int>.Empty;

    /// <summary>Ranks its sections by wording; without what persons have confirmed.</summary>
    public SectionRanker Ranker => _ranker.Value;

    /// <summary>What splitting a reply needs of it.</summary>
    public SplitContext Context => _context.Value;

    /// <summary>The stable id of a section of <see cref="Tree"/>.</summary>
    /// <exception cref="KeyNotFoundException">It is not of this tree: a bug in the caller.</exception>
    public StoredSectionId IdOf(SectionId key) => Ids[key];

    /// <summary>
    /// The section that the id stands for now, through what every version made of it: a tag that was set on an older
    /// version is thus found. Null where the section was removed, or where no version ever had it.
    /// </summary>
    public SectionId? KeyOf(StoredSectionId id) => Keys.GetValueOrDefault(id);

    /// <summary>What a tag calls a numbered point (<c>comment_tag.item</c>), which stays the same in all versions; 0, the section as a whole, is 0.</summary>
    public int ItemKeyOf(SectionId section, int number) => ItemKeys.GetValueOrDefault((section, number), number);

    /// <summary>
    /// The number that the point of a tag has now. 0, the section as a whole, where the point is gone or the section has been
    /// merged into another.
    /// </summary>
    public int ItemOf(StoredSectionId id, int itemKey)
    {
        if (itemKey == 0 || KeyOf(id) is not { } key || IdOf(key) != id || Tree.Find(key) is not { } section) return 0;
        return section.Items.FirstOrDefault(i => ItemKeyOf(key, i.Number) == itemKey)?.Number ?? 0;
    }
}
