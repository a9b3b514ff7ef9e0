using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>Collects the addressable points of one section in order, each under its lead-in.</summary>
internal sealed class SectionItems
{
    private const int LongestLabel = 300;
    private const int MostLabelWords = 6;

    private readonly ImmutableArray<SectionItem>.Builder _items = ImmutableArray.CreateBuilder<SectionItem>();

    /// <summary>The points so far.</summary>
    public ImmutableArray<SectionItem> All => _items.ToImmutable();

    public int Count => _items.Count;

    public void Add(string? label, string text, int page)
    {
        if (text.Length > 0) _items.Add(new SectionItem(_items.Count + 1, label, text, page));
    }

    /// <summary>The point without its mark.</summary>
    public static string WithoutMark(string point)
    {
        int mark = LineForm.BulletLength(point);
        if (mark == 0) mark = LineForm.OrdinalLength(point, out _);
        return mark < point.Length ? point[mark..] : string.Empty;
    }

    /// <summary>The lead-in that a paragraph right before points is: its last sentence up to the colon, or a few words without full stop; null where it leads nothing in.</summary>
    public static string? LeadIn(string paragraph)
    {
        bool colon = paragraph.EndsWith(':');
        if (!colon && (LineForm.EndsSentence(paragraph) || paragraph.Count(c => c == ' ') >= MostLabelWords)) return null;
        int from = paragraph.LastIndexOf(". ", StringComparison.Ordinal);
        string label = (from < 0 ? paragraph : paragraph[(from + 2)..]).TrimEnd(':', ' ');
        return label.Length is > 0 and <= LongestLabel ? label : null;
    }
}
