using System.Globalization;
using Remiss.Domain.Results;

namespace Remiss.Documents.Sections;

/// <summary>A point as the file gives it.</summary>
internal sealed record FileItem(string? Label, string Text, int? Page);

/// <summary>A section as the file gives it; what is null is for the document to say.</summary>
internal sealed record FileSection(long Line, string? Number, string Title, int Level)
{
    public (int From, int To)? Pages { get; init; }

    public string? Text { get; init; }

    public List<FileItem>? Items { get; init; }
}

/// <summary>What the file says: the title, and the sections in order with their levels.</summary>
internal sealed record SectionFileContents(string? Title, List<FileSection> Sections);

/// <summary>Turns the file's values into sections, and tells by line what it does not understand.</summary>
internal sealed class SectionFileReader(string name)
{
    private const int DeepestLevel = 12;
    private const int LongestTitle = 500;
    private const int LastPage = 20_000;

    /// <summary>Swedish and English names of the same key.</summary>
    private static readonly Dictionary<string, string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title",
        ["titel"] = "title",
        ["sections"] = "sections",
        ["avsnitt"] = "sections",
        ["number"] = "number",
        ["nummer"] = "number",
        ["level"] = "level",
        ["nivå"] = "level",
        ["pages"] = "pages",
        ["sidor"] = "pages",
        ["page"] = "page",
        ["sida"] = "page",
        ["text"] = "text",
        ["items"] = "items",
        ["punkter"] = "items",
        ["label"] = "label",
        ["etikett"] = "label",
    };

    private readonly List<FileSection> _sections = [];
    private Failure? _failure;

    public Result<SectionFileContents> Read(YamlValue root)
    {
        string? title = null;
        if (root is YamlMap map)
        {
            foreach ((YamlScalar key, YamlValue value) in map.Entries)
            {
                switch (Known(key, "title", "sections"))
                {
                    case "title": title = Words(value, LongestTitle); break;
                    case "sections": Sections(value, 1); break;
                }
            }
        }
        else Refuse(root.Line, "filen ska börja med title och sections", "the file must begin with title and sections");
        if (_failure is null && _sections.Count == 0) Refuse(root.Line, "filen har inga avsnitt (sections)", "the file has no sections");
        return _failure is null ? new SectionFileContents(title, _sections) : _failure;
    }

    private void Sections(YamlValue value, int level)
    {
        if (value is not YamlList list)
        {
            Refuse(value.Line, "sections ska vara en lista där varje avsnitt börjar med ett streck", "sections must be a list in which each section begins with a dash");
            return;
        }
        foreach (YamlValue entry in list.Values)
        {
            if (_failure is not null) return;
            Section(entry, level);
        }
    }

    private void Section(YamlValue value, int level)
    {
        if (value is not YamlMap map)
        {
            Refuse(value.Line, "ett avsnitt ska ha minst en titel: - title: Inledning", "a section must have a title at least: - title: Inledning");
            return;
        }
        string? number = null;
        string? title = null;
        var section = new FileSection(map.Line, null, string.Empty, level);
        YamlValue? parts = null;
        foreach ((YamlScalar key, YamlValue entry) in map.Entries)
        {
            switch (Known(key, "number", "title", "level", "pages", "page", "text", "items", "sections"))
            {
                case "number": number = Words(entry, 40); break;
                case "title": title = Words(entry, LongestTitle); break;
                case "level": section = section with { Level = Whole(entry, 1, DeepestLevel) }; break;
                case "pages" or "page": section = section with { Pages = Pages(entry) }; break;
                case "text": section = section with { Text = Words(entry, int.MaxValue) ?? string.Empty }; break;
                case "items": section = section with { Items = Items(entry) }; break;
                case "sections": parts = entry is YamlScalar { IsNull: true } ? null : entry; break;
            }
        }
        if (string.IsNullOrWhiteSpace(title)) Refuse(map.Line, "avsnittet saknar titel (title)", "the section has no title");
        if (section.Level > DeepestLevel) Refuse(map.Line, "avsnitten är för djupt nästlade", "the sections are nested too deeply");
        if (_failure is not null) return;
        _sections.Add(section with { Number = string.IsNullOrWhiteSpace(number) ? null : number, Title = title! });
        if (parts is not null) Sections(parts, section.Level + 1);
    }

    private List<FileItem> Items(YamlValue value)
    {
        var items = new List<FileItem>();
        if (value is YamlScalar { IsNull: true }) return items;
        if (value is not YamlList list)
        {
            Refuse(value.Line, "items ska vara en lista", "items must be a list");
            return items;
        }
        foreach (YamlValue entry in list.Values)
        {
            if (Item(entry) is { } item) items.Add(item);
        }
        return items;
    }

    private FileItem? Item(YamlValue value)
    {
        if (value is YamlScalar) return Words(value, int.MaxValue) is { Length: > 0 } words ? new FileItem(null, words, null) : null;
        if (value is not YamlMap map)
        {
            Refuse(value.Line, "en punkt ska vara en text, eller ha text, label och page", "a point must be a text, or have text, label and page");
            return null;
        }
        string? label = null;
        string? text = null;
        int? page = null;
        foreach ((YamlScalar key, YamlValue entry) in map.Entries)
        {
            switch (Known(key, "label", "text", "page"))
            {
                case "label": label = Words(entry, LongestTitle); break;
                case "text": text = Words(entry, int.MaxValue); break;
                case "page": page = Whole(entry, 1, LastPage); break;
            }
        }
        if (string.IsNullOrWhiteSpace(text)) Refuse(map.Line, "punkten saknar text", "the point has no text");
        return new FileItem(label, text ?? string.Empty, page);
    }

    private (int From, int To)? Pages(YamlValue value)
    {
        string words = Words(value, 40) ?? string.Empty;
        string[] ends = words.Split('-', '–');
        if (ends.Length is 1 or 2
            && int.TryParse(ends[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int from)
            && int.TryParse(ends[^1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int to)
            && from is >= 1 and <= LastPage && to >= from && to <= LastPage) return (from, to);
        Refuse(value.Line, $"”{words}” är inga sidor; skriv 3 eller 3-5", $"“{words}” is no pages; write 3 or 3-5");
        return null;
    }

    private int Whole(YamlValue value, int least, int most)
    {
        string words = Words(value, 40) ?? string.Empty;
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most) return number;
        Refuse(value.Line, $"”{words}” ska vara ett heltal från {least} till {most}", $"“{words}” must be a whole number from {least} to {most}");
        return least;
    }

    private string? Words(YamlValue value, int longest)
    {
        if (value is YamlScalar { IsNull: true }) return null;
        if (value is YamlScalar scalar)
        {
            string words = Domain.Texts.TextNormaliser.Normalise(scalar.Text).Trim();
            if (words.Length <= longest) return words;
            Refuse(value.Line, $"texten är längre än {longest} tecken", $"the text is longer than {longest} characters");
            return null;
        }
        Refuse(value.Line, "här ska det stå en text, inte en lista", "a text must stand here, not a list");
        return null;
    }

    private string? Known(YamlScalar key, params ReadOnlySpan<string> allowed)
    {
        if (Keys.TryGetValue(key.Text.Trim(), out string? known) && allowed.Contains(known)) return known;
        string names = string.Join(", ", allowed!);
        Refuse(key.Line, $"”{key.Text}” är okänt här; här kan stå {names}", $"“{key.Text}” is unknown here; allowed are {names}");
        return null;
    }

    private void Refuse(long line, string swedish, string english) => _failure ??= YamlTree.At(name, line, swedish, english);
}
