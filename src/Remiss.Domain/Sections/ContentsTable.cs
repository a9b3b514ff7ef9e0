using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>One line of the table of contents.</summary>
/// <param name="Number">The number, or null.</param>
/// <param name="Title">The title without number and page.</param>
/// <param name="Indent">White space before it, which tells its level where there is no number.</param>
internal sealed record ContentsEntry(string? Number, string Title, int Indent);

/// <summary>What the document's table of contents says there is.</summary>
internal sealed class ContentsTable
{
    // Leaders make entries long.
    private const int LongestEntry = 700;

    private readonly Dictionary<string, ContentsEntry> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentsEntry> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentsEntry> _byTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _titles = new(StringComparer.Ordinal);

    private readonly int _firstBlock;

    private ContentsTable(List<ContentsEntry> entries, HashSet<int> blocks)
    {
        Entries = entries;
        Blocks = blocks;
        _firstBlock = blocks.Count == 0 ? 0 : blocks.Min();
        HasIndents = entries.Exists(e => e.Indent != entries[0].Indent);
        ChapterIndent = entries.Find(e => e.Number is { } n && !n.Contains('.', StringComparison.Ordinal))?.Indent ?? -1;
        foreach (ContentsEntry entry in entries)
        {
            string title = SectionKeys.Of(entry.Title);
            _byKey.TryAdd(SectionKeys.Of($"{entry.Number} {entry.Title}"), entry);
            _titles[title] = _titles.GetValueOrDefault(title) + 1;
            // A title that two numbers share tells neither.
            if (_titles[title] == 1) _byTitle[title] = entry;
            else _byTitle.Remove(title);
            if (entry.Number is { } number) _byNumber.TryAdd(number, entry);
        }
    }

    /// <summary>The entries in order.</summary>
    public List<ContentsEntry> Entries { get; }

    /// <summary>The blocks that belong to the contents.</summary>
    public HashSet<int> Blocks { get; }

    /// <summary>The first block of the contents; the number of blocks where there are none.</summary>
    public int FirstBlock => Blocks.Count == 0 ? int.MaxValue : _firstBlock;

    /// <summary>The entry that names this heading: by number and title, by number alone, or by title alone.</summary>
    public ContentsEntry? Find(HeadingCandidate heading)
    {
        if (_byKey.TryGetValue(heading.Key, out ContentsEntry? entry)) return entry;
        if (heading.Prefix is not { } prefix) return _byTitle.GetValueOrDefault(heading.Key);
        // Extraction changes letters in titles; the number and the title's beginning are enough.
        return _byNumber.TryGetValue(prefix.Number, out entry) && IsAlike(entry.Title, heading.Title) ? entry : null;
    }

    /// <summary>Whether the entries stand at different distances from the margin.</summary>
    public bool HasIndents { get; }

    /// <summary>The distance from the margin at which the numbered chapters stand; -1 where there are none.</summary>
    public int ChapterIndent { get; }

    /// <summary>The entry of that number, if any.</summary>
    public ContentsEntry? WithNumber(string number) => _byNumber.GetValueOrDefault(number);

    /// <summary>How often the contents name the title.</summary>
    public int CountTitle(string title) => _titles.GetValueOrDefault(SectionKeys.Of(title));

    /// <summary>Reads the entries out of the blocks.</summary>
    public static ContentsTable Read(DocumentText document)
    {
        var blocks = new HashSet<int>();
        for (int i = 0; i < document.Blocks.Length; i++)
        {
            if (document.Blocks[i].Kind == BlockKind.ContentsEntry) blocks.Add(i);
        }
        AddUnmarked(document, blocks);
        var entries = new List<ContentsEntry>();
        var order = blocks.ToList();
        order.Sort();
        string carried = string.Empty;
        int last = -2;
        bool paged = false;
        foreach (int i in order)
        {
            // Without any page number each line of a run is an entry; with them an entry goes on until its page.
            if (i != last + 1)
            {
                paged = RunEndsInPages(document, blocks, i);
                carried = string.Empty;
            }
            last = i;
            TextBlock block = document.Blocks[i];
            if (block.Span.Length > LongestEntry) continue;
            string line = BlockText.OnOneLine(document.Text.AsSpan(block.Span.Start, block.Span.Length));
            ReadOnlySpan<char> named = Strip(line, out bool closed);
            string words = carried.Length > 0 && NumberPrefix.Read(line) is null ? $"{carried} {named}" : named.ToString();
            NumberPrefix? prefix = NumberPrefix.Read(words);
            string title = prefix is { } p ? words[p.TitleStart..] : words;
            carried = closed || !paged ? string.Empty : words;
            if (carried.Length > LongestEntry) carried = string.Empty;
            entries.Add(new ContentsEntry(prefix?.Number, title, Indent(document.Text, block.Span.Start)));
        }
        return new ContentsTable(entries, blocks);
    }

    /// <summary>
    /// Blocks after the contents' heading that the reader did not mark: they end in a page number,
    /// until the first that does not.
    /// </summary>
    private static void AddUnmarked(DocumentText document, HashSet<int> blocks)
    {
        int heading = -1;
        for (int i = 0; i < document.Blocks.Length && heading < 0; i++)
        {
            TextBlock block = document.Blocks[i];
            if (block.Span.Length < 40 && ContentsFinder.IsContentsTitle(document.Text.AsSpan(block.Span.Start, block.Span.Length))) heading = i;
        }
        if (heading < 0) return;
        blocks.Add(heading);
        for (int i = heading + 1; i < document.Blocks.Length; i++)
        {
            TextBlock block = document.Blocks[i];
            if (block.Kind is BlockKind.ContentsEntry or BlockKind.PageFurniture) continue;
            if (block.Span.Length > LongestEntry) return;
            ReadOnlySpan<char> line = document.Text.AsSpan(block.Span.Start, block.Span.Length);
            bool paged = ContentsFinder.HasLeader(line) || (ContentsFinder.WithoutPage(line, out int page).Length < line.Length && page > 0
                && (line.Contains('\t') || line.Contains("  ", StringComparison.Ordinal) || i - heading < 40));
            if (!paged) return;
            blocks.Add(i);
        }
    }

    private static bool RunEndsInPages(DocumentText document, HashSet<int> blocks, int from)
    {
        for (int i = from; blocks.Contains(i); i++)
        {
            if (EndsInPage(document, i)) return true;
        }
        return false;
    }

    private static bool EndsInPage(DocumentText document, int i)
    {
        TextSpan span = document.Blocks[i].Span;
        if (span.Length > LongestEntry) return false;
        Strip(BlockText.OnOneLine(document.Text.AsSpan(span.Start, span.Length)), out bool closed);
        return closed;
    }

    private static ReadOnlySpan<char> Strip(string line, out bool closed)
    {
        ReadOnlySpan<char> named = ContentsFinder.WithoutPage(line, out int page);
        closed = page > 0;
        ReadOnlySpan<char> bare = named.TrimEnd(". …_·\t");
        if (!closed && bare.Length + 6 < named.Length) closed = true;
        return bare.IsEmpty ? line : bare;
    }

    private static int Indent(string text, int start)
    {
        int indent = 0;
        for (int at = start - 1; at >= 0 && text[at] is ' ' or '\t'; at--) indent += text[at] == '\t' ? 4 : 1;
        return indent;
    }

    private static bool IsAlike(string one, string other)
    {
        string a = SectionKeys.Of(one);
        string b = SectionKeys.Of(other);
        int n = Math.Min(Math.Min(a.Length, b.Length), 12);
        return n > 0 && string.CompareOrdinal(a, 0, b, 0, n) == 0;
    }
}
