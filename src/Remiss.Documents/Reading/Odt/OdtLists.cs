using Remiss.Documents.Reading.Packages;

namespace Remiss.Documents.Reading.Odt;

/// <summary>Follows the lists that are open, and counts their items and the chapters.</summary>
internal sealed class OdtLists(OdtStyles styles)
{
    private readonly Stack<OpenList> _open = new();
    private readonly Dictionary<string, OdtCounter> _counters = new(StringComparer.Ordinal);

    public void Open(string? style, bool goesOn)
    {
        style ??= _open.TryPeek(out OpenList? outer) ? outer.Style : null;
        var list = new OpenList(style);
        if (_open.Count == 0 && !goesOn && style is not null && _counters.TryGetValue(style, out OdtCounter? counter)) counter.Restart();
        _open.Push(list);
    }

    public void Close() => _open.TryPop(out _);

    public void StartItem(bool isHeader, int? start)
    {
        if (!_open.TryPeek(out OpenList? list)) return;
        (list.IsFresh, list.Start) = (!isHeader, start);
    }

    /// <summary>The number or bullet of a paragraph that starts, or null where it has none.</summary>
    public (string Label, NumberStyle Style, int Level)? NumberOf(OdtParagraph paragraph)
    {
        if (_open.TryPeek(out OpenList? list))
        {
            // Only the first paragraph of an item bears its number.
            if (!list.IsFresh) return null;
            list.IsFresh = false;
            int level = _open.Count - 1;
            string? style = list.Style ?? StyleOf(paragraph);
            if (Count(style, level, list.Start) is { } number) return (number.Label, number.Style, level);
            return paragraph.OutlineLevel is null ? ("•", NumberStyle.Bullet, level) : null;
        }
        if (paragraph.OutlineLevel is not { } outline || paragraph.IsUnnumbered) return null;
        return Count(OdtStyles.Outline, outline - 1, paragraph.Start) is { } chapter ? (chapter.Label, chapter.Style, outline - 1) : null;
    }

    private string? StyleOf(OdtParagraph paragraph) =>
        styles.Chain(paragraph.Style).Select(s => s.Style.ListStyle).FirstOrDefault(s => !string.IsNullOrEmpty(s));

    private (string Label, NumberStyle Style)? Count(string? style, int level, int? start)
    {
        if (style is null) return null;
        if (!_counters.TryGetValue(style, out OdtCounter? counter))
        {
            if (styles.List(style) is not { } levels) return null;
            _counters[style] = counter = new OdtCounter(levels);
        }
        return counter.Next(level, start);
    }

    private sealed class OpenList(string? style)
    {
        public string? Style { get; } = style;

        public bool IsFresh { get; set; }

        public int? Start { get; set; }
    }
}
