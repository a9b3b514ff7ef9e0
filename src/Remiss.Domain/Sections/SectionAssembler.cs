using System.Collections.Immutable;
using System.Text;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>Fills the sections: text, points and pages of the blocks between the headings.</summary>
internal static class SectionAssembler
{
    public static ImmutableArray<Section> Assemble(DocumentText document, List<HeadingCandidate> sections, List<HeadingCandidate> all, ContentsTable contents)
    {
        Dictionary<int, HeadingCandidate> byBlock = all.ToDictionary(c => c.Block);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var counters = new Dictionary<string, int>(StringComparer.Ordinal);
        var built = ImmutableArray.CreateBuilder<Section>(sections.Count);
        var bodies = new List<SectionBody>(sections.Count);
        for (int i = 0; i < sections.Count; i++)
        {
            int end = i + 1 < sections.Count ? sections[i + 1].Block : document.Blocks.Length;
            bodies.Add(new SectionBody(document, sections[i], end, byBlock, contents));
        }
        ImmutableArray<SectionItem>[] items = PlaceItems(sections, bodies);
        int[] lastPages = LastPages(sections, bodies);
        for (int i = 0; i < sections.Count; i++)
        {
            HeadingCandidate c = sections[i];
            built.Add(new Section
            {
                Id = SectionKeys.Id(c.Number, c.Title, taken, counters),
                Number = c.Number,
                Title = c.Title,
                Level = c.Level,
                PageFrom = bodies[i].FirstPage,
                PageTo = lastPages[i],
                Text = bodies[i].Text,
                Items = items[i],
            });
        }
        return built.MoveToImmutable();
    }

    /// <summary>
    /// A point belongs to the section it stands in. Where the document numbers its sections and lets
    /// headings without number divide them, the points count through the numbered one, so that
    /// <c>3.2 p. 4</c> is what a reader counts to.
    /// </summary>
    private static ImmutableArray<SectionItem>[] PlaceItems(List<HeadingCandidate> sections, List<SectionBody> bodies)
    {
        int[] owners = Owners(sections, bodies);
        var collected = new SectionItems[sections.Count];
        for (int i = 0; i < sections.Count; i++)
        {
            collected[i] = new SectionItems();
            foreach ((string? label, string text, int page) in bodies[i].Points) collected[owners[i]].Add(label, text, page);
        }
        return [.. collected.Select(c => c.All)];
    }

    private static int[] Owners(List<HeadingCandidate> sections, List<SectionBody> bodies)
    {
        var owners = new int[sections.Count];
        var dividing = new Dictionary<int, HashSet<int>>();
        int numbered = -1;
        for (int i = 0; i < sections.Count; i++)
        {
            owners[i] = i;
            if (sections[i].Number is not null) numbered = i;
            else if (numbered >= 0 && sections[i].Level <= sections[numbered].Level) numbered = -1;
            if (numbered < 0 || numbered == i || bodies[i].Points.Count == 0) continue;
            owners[i] = numbered;
            int level = sections[numbered].Level;
            if (!dividing.TryGetValue(level, out HashSet<int>? divided)) dividing[level] = divided = [];
            divided.Add(numbered);
        }
        // One numbered chapter with named parts is a frame around them; several make numbering the unit.
        for (int i = 0; i < owners.Length; i++)
        {
            if (owners[i] != i && dividing[sections[owners[i]].Level].Count < 2) owners[i] = i;
        }
        return owners;
    }

    private static int[] LastPages(List<HeadingCandidate> sections, List<SectionBody> bodies)
    {
        var pages = new int[sections.Count];
        var open = new Stack<int>();
        for (int i = 0; i < sections.Count; i++)
        {
            pages[i] = bodies[i].LastPage;
            while (open.Count > 0 && sections[open.Peek()].Level >= sections[i].Level) Leave(open, pages);
            open.Push(i);
        }
        while (open.Count > 0) Leave(open, pages);
        return pages;
    }

    private static void Leave(Stack<int> open, int[] pages)
    {
        int left = open.Pop();
        if (open.Count > 0) pages[open.Peek()] = Math.Max(pages[open.Peek()], pages[left]);
    }
}

/// <summary>What stands under one heading, without its subsections.</summary>
internal sealed class SectionBody
{
    private readonly StringBuilder _text = new();
    private readonly DocumentText _document;
    private string? _label;
    private string? _listed;
    private string _before = string.Empty;

    public SectionBody(DocumentText document, HeadingCandidate heading, int end, Dictionary<int, HeadingCandidate> candidates, ContentsTable contents)
    {
        _document = document;
        TextBlock head = document.Blocks[heading.Block];
        FirstPage = document.Pages.PageAt(head.Span.Start);
        LastPage = document.Pages.PageAt(Math.Max(head.Span.Start, head.Span.End - 1));
        if (heading.GluedLength > 0) AddParagraph(Line(head.Span.Start + heading.GluedLength, head.Span.End));
        for (int b = heading.Block + 1; b < end; b++)
        {
            TextBlock block = document.Blocks[b];
            if (block.Kind is BlockKind.PageFurniture or BlockKind.ContentsEntry || contents.Blocks.Contains(b)) continue;
            LastPage = Math.Max(LastPage, document.Pages.PageAt(Math.Max(block.Span.Start, block.Span.End - 1)));
            HeadingCandidate? candidate = candidates.GetValueOrDefault(b);
            if (block.Kind == BlockKind.Footnote || candidate is { IsRepeat: true }) continue;
            Add(block, candidate);
        }
        Text = _text.ToString();
    }

    public int FirstPage { get; }

    public int LastPage { get; }

    public string Text { get; }

    public List<(string? Label, string Text, int Page)> Points { get; } = [];

    private void Add(TextBlock block, HeadingCandidate? candidate)
    {
        string line = Line(block.Span.Start, block.Span.End);
        if (block.Kind == BlockKind.ListItem) AddPoint(line, block, SectionItems.WithoutMark(line) is { Length: > 0 } point ? point : line);
        else if (candidate is { IsLabel: true })
        {
            AddLine(line);
            _label = line.TrimEnd(':', ' ');
        }
        // A numbered heading that the sequence refused is a point of a list.
        else if (block.Kind == BlockKind.Heading && candidate is { Accepted: false, Prefix: not null })
        {
            // Text stands between such points, and their lead-in still holds.
            _label ??= _listed;
            AddPoint(line, block, candidate.Title);
            _listed = _label;
        }
        else AddParagraph(line);
    }

    private void AddPoint(string line, TextBlock block, string point)
    {
        _label ??= Points.Count == 0 || _before.Length > 0 ? SectionItems.LeadIn(_before) : null;
        Points.Add((_label, point, block.Page));
        AddLine(line);
        _before = string.Empty;
    }

    private void AddParagraph(string line)
    {
        if (line.Length == 0) return;
        _label = null;
        // A page break or footnote cut the sentence in two.
        bool goesOn = _before.Length > 0 && !LineForm.EndsSentence(_before) && LineForm.BeginsSmall(line);
        if (goesOn) _text.Append(' ').Append(line);
        else AddLine(line);
        _before = line;
    }

    private void AddLine(string line)
    {
        if (_text.Length > 0) _text.Append('\n');
        _text.Append(line);
    }

    private string Line(int start, int end) => BlockText.OnOneLine(_document.Text.AsSpan(start, end - start)).Trim();
}
