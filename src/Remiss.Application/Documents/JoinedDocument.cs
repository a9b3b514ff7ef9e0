using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Application.Documents;

/// <summary>A version as it is kept.</summary>
/// <param name="Id">Which.</param>
/// <param name="Text">Its text.</param>
/// <param name="Tree">Its sections.</param>
/// <param name="Ids">Their stable ids, in the tree's order.</param>
/// <param name="Becomes">What each id that the document ever had has become in this version; null is removed.</param>
internal sealed record StoredVersion(
    DocumentVersionId Id, DocumentText Text, SectionTree Tree, ImmutableArray<StoredSectionId> Ids, ImmutableDictionary<StoredSectionId, StoredSectionId?> Becomes)
{
    /// <summary>For each section in the tree's order what tags call its points, in theirs.</summary>
    public required ImmutableArray<ImmutableArray<int>> ItemKeys { get; init; }
}

/// <summary>One document of a consultation in the version that counts.</summary>
internal sealed record DocumentPart(DocumentId Id, int Ordinal, string Title, StoredVersion Version);

/// <summary>Joins the documents of a consultation into one.</summary>
internal static class JoinedDocument
{
    public static StoredDocument Of(ImmutableArray<DocumentPart> parts)
    {
        StoredVersion first = parts[0].Version;
        var sections = ImmutableArray.CreateBuilder<Section>();
        var ids = new Dictionary<SectionId, StoredSectionId>();
        var keys = new Dictionary<StoredSectionId, SectionId?>();
        var itemKeys = new Dictionary<(SectionId, int), int>();
        int nowhere = Math.Min(0, -first.Text.Pages.PrintedOffset);
        foreach (DocumentPart part in parts)
        {
            bool further = part.Version != first;
            if (further) Add(Heading(part, nowhere), new StoredSectionId(part.Id.Value));
            for (int i = 0; i < part.Version.Ids.Length; i++)
            {
                Section section = part.Version.Tree.Sections[i];
                if (further) section = Below(section, part, nowhere);
                Add(section, part.Version.Ids[i]);
                foreach ((SectionItem item, int key) in section.Items.Zip(part.Version.ItemKeys[i]))
                {
                    if (key != item.Number) itemKeys.Add((section.Id, item.Number), key);
                }
            }
            foreach ((StoredSectionId id, StoredSectionId? becomes) in part.Version.Becomes)
                keys[id] = becomes is { } now && keys.TryGetValue(now, out SectionId? key) ? key : null;
        }
        return new StoredDocument
        {
            Version = first.Id,
            Text = TextOf(parts),
            Tree = new SectionTree(first.Tree.Title, sections.ToImmutable(), first.Tree.Pages),
            Ids = ids,
            Keys = keys,
            ItemKeys = itemKeys,
        };

        void Add(Section section, StoredSectionId id)
        {
            sections.Add(section);
            ids.Add(section.Id, id);
            keys[id] = section.Id;
        }
    }

    // No section of the first document has such a name: numbers and slugs hold no underline.
    private static SectionId KeyIn(DocumentPart part, string key) => new(string.Create(CultureInfo.InvariantCulture, $"dok{part.Ordinal}_{key}"));

    /// <summary>The section that stands for the document itself; its stable id is the document's own.</summary>
    private static Section Heading(DocumentPart part, int page) => new()
    {
        Id = KeyIn(part, string.Empty),
        Number = null,
        Title = part.Title,
        Level = 1,
        PageFrom = page,
        PageTo = page,
        Text = string.Empty,
    };

    /// <summary>A reply that names a page means the first document's: no page may lead here.</summary>
    private static Section Below(Section section, DocumentPart part, int page) => section with
    {
        Id = KeyIn(part, section.Id.Value),
        Level = section.Level + 1,
        PageFrom = page,
        PageTo = page,
        Items = [.. section.Items.Select(i => i with { Page = page })],
    };

    private static DocumentText TextOf(ImmutableArray<DocumentPart> parts)
    {
        if (parts.Length == 1) return parts[0].Version.Text;
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        var starts = ImmutableArray.CreateBuilder<int>();
        foreach (DocumentText part in parts.Select(p => p.Version.Text))
        {
            if (text.Length > 0) text.Append("\n\n");
            int shift = text.Length, pages = starts.Count;
            text.Append(part.Text);
            blocks.AddRange(part.Blocks.Select(b => b with { Span = b.Span with { Start = b.Span.Start + shift }, Page = b.Page + pages }));
            starts.AddRange(part.Pages.Starts.Select(start => start + shift));
        }
        DocumentText first = parts[0].Version.Text;
        return first with
        {
            Text = text.ToString(),
            Blocks = blocks.ToImmutable(),
            Pages = new PageMap(starts.ToImmutable(), first.Pages.PrintedOffset),
            Remarks = [.. parts.SelectMany(p => p.Version.Text.Remarks)],
        };
    }
}
