using System.Collections.Immutable;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Sections;

/// <summary>
/// A person's own account of a document's sections, in a YAML or JSON file that overrides what
/// <see cref="SectionTreeBuilder"/> found. The format is described in <c>docs/section-tree.md</c>.
/// </summary>
public static class SectionTreeFile
{
    /// <summary>
    /// Reads the file. With <paramref name="document"/> each entry is located by its heading, and what the file
    /// does not say (text, pages, points) is filled in from there; without it the file's own words are all there is.
    /// Refused, naming file and line: what is no YAML or JSON, an unknown or repeated key, a section without title, a
    /// heading that the document does not have and for which the file gives no text.
    /// </summary>
    public static Result<SectionTree> Load(SourceFile file, DocumentText? document)
    {
        Result<YamlValue> value = YamlTree.Read(file.Name, file.Bytes);
        if (!value.IsOk) return value.Failure;
        Result<SectionFileContents> contents = new SectionFileReader(file.Name).Read(value.Value);
        return contents.IsOk ? Join(file.Name, contents.Value, document) : contents.Failure;
    }

    /// <summary>The tree as a file that a person can edit: titles, numbers, pages and points; the text stays in the document.</summary>
    public static string ToYaml(SectionTree tree) => SectionFileWriter.Write(tree);

    private static Result<SectionTree> Join(string name, SectionFileContents contents, DocumentText? document)
    {
        List<SectionOutline> outline = contents.Sections.ConvertAll(s => new SectionOutline(s.Number, s.Title, s.Level));
        ImmutableArray<Section?> found = document is null ? [.. outline.Select(_ => (Section?)null)] : SectionLocator.Fill(document, outline);
        ImmutableArray<SectionId> ids = SectionLocator.Ids(outline);
        var sections = ImmutableArray.CreateBuilder<Section>(outline.Count);
        int page = 1;
        for (int i = 0; i < outline.Count; i++)
        {
            FileSection entry = contents.Sections[i];
            if (document is not null && found[i] is null && entry.Text is null)
            {
                string heading = entry.Number is null ? entry.Title : $"{entry.Number} {entry.Title}";
                return YamlTree.At(name, entry.Line,
                    $"rubriken ”{heading}” finns inte i dokumentet efter rubriken före. Skriv den som den står där, eller ange text (text: \"\" för en rubrik utan egen text)",
                    $"the document has no heading “{heading}” after the one before. Write it as it stands there, or give text (text: \"\" for a heading without text of its own)");
            }
            Section section = Make(entry, ids[i], found[i], page);
            page = section.PageFrom;
            sections.Add(section);
        }
        return new SectionTree(contents.Title ?? document?.Title ?? string.Empty, Reach(sections), document?.Pages);
    }

    private static Section Make(FileSection entry, SectionId id, Section? found, int page)
    {
        int from = entry.Pages?.From ?? found?.PageFrom ?? page;
        return new Section
        {
            Id = id,
            Number = entry.Number,
            Title = entry.Title,
            Level = entry.Level,
            PageFrom = from,
            PageTo = Math.Max(from, entry.Pages?.To ?? found?.PageTo ?? from),
            Text = entry.Text ?? found?.Text ?? string.Empty,
            Items = entry.Items is { } items
                ? [.. items.Select((item, n) => new SectionItem(n + 1, item.Label, item.Text, item.Page ?? from))]
                : found?.Items ?? [],
        };
    }

    /// <summary>A section reaches as far as its subsections.</summary>
    private static ImmutableArray<Section> Reach(ImmutableArray<Section>.Builder sections)
    {
        var open = new Stack<int>();
        for (int i = 0; i <= sections.Count; i++)
        {
            int level = i < sections.Count ? sections[i].Level : 0;
            while (open.Count > 0 && sections[open.Peek()].Level >= level)
            {
                int left = open.Pop();
                if (open.Count > 0 && sections[open.Peek()].PageTo < sections[left].PageTo)
                {
                    sections[open.Peek()] = sections[open.Peek()] with { PageTo = sections[left].PageTo };
                }
            }
            open.Push(i);
        }
        return sections.ToImmutable();
    }
}
