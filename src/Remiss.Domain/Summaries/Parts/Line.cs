using System.Collections.Immutable;
using Remiss.Domain.Stances;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>Sets the runs of one paragraph, item or cell.</summary>
internal sealed class Line
{
    public const string Dot = " \u00B7 ";

    private readonly ImmutableArray<Inline>.Builder _inlines = ImmutableArray.CreateBuilder<Inline>(4);

    public bool IsEmpty => _inlines.Count == 0;

    public ImmutableArray<Inline> Inlines => _inlines.ToImmutable();

    public Line Text(string text)
    {
        if (text.Length > 0) _inlines.Add(new TextInline(text));
        return this;
    }

    public Line Bold(string text)
    {
        if (text.Length > 0) _inlines.Add(new TextInline(text, Bold: true));
        return this;
    }

    /// <summary>A link, or the same words where there is nothing to link to.</summary>
    public Line Link(string text, Anchor? target)
    {
        _inlines.Add(target is { } anchor ? new LinkInline(text, anchor) : new TextInline(text));
        return this;
    }

    /// <summary>The page of a target between blank and full stop or comma; nothing where there is no target.</summary>
    public Line Page(string before, Anchor? target, string after = "")
    {
        if (target is not { } anchor) return this;
        Text(before);
        _inlines.Add(new PageReferenceInline(anchor));
        return Text(after);
    }

    public Line Stance(StanceLegendEntry entry, bool withLabel)
    {
        _inlines.Add(new StanceInline(entry.Stance, entry.Mark, entry.Letter, withLabel ? entry.Label : null));
        return this;
    }

    /// <summary>A sentence of its own that sends the reader to a part; nothing where the part is not in.</summary>
    public Line See(PartWriter writer, SummaryPart part, Words.Word name) => writer.Model.AnchorOf(part) is { } anchor
        ? Text($" {writer.Words[Words.FrontWords.See]} ").Link(writer.Words[name], anchor).Page(" (", anchor, ").")
        : this;

    /// <summary>The separator, unless nothing stands before it.</summary>
    public Line Next() => IsEmpty ? this : Text(Dot);

    public TableCell Cell(Stance? tint = null) => new(Inlines) { Tint = tint };
}
