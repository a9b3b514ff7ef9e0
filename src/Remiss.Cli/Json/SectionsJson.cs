using System.Collections.Immutable;
using Remiss.Domain.Sections;

namespace Remiss.Cli.Json;

/// <summary>The sections of a document, for machines.</summary>
internal sealed record SectionsJson(string Title, ImmutableArray<SectionJson> Sections)
{
    public static SectionsJson Of(SectionTree tree) => new(tree.Title, [.. tree.Sections.Select(SectionJson.Of)]);
}

/// <summary>One section.</summary>
internal sealed record SectionJson(
    string Id, string? Number, string Title, int Level, int PageFrom, int PageTo, ImmutableArray<SectionItemJson> Items)
{
    public static SectionJson Of(Section section) => new(
        section.Id.Value, section.Number, section.Title, section.Level, section.PageFrom, section.PageTo,
        [.. section.Items.Select(item => new SectionItemJson(item.Number, item.Label, item.Text, item.Page))]);
}

/// <summary>One addressable point.</summary>
internal sealed record SectionItemJson(int Number, string? Label, string Text, int Page);
