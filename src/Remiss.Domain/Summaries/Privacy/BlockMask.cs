using System.Collections.Immutable;

namespace Remiss.Domain.Summaries.Privacy;

/// <summary>
/// The last gate: every text of every block passes here, so that no part, present or future, can print
/// a personal identity number by forgetting to look for one. What holds none is passed on as it is.
/// </summary>
internal static class BlockMask
{
    public static SummaryBlock Apply(SummaryBlock block) => block switch
    {
        ParagraphBlock p => With(p.Inlines, Run) is var inlines && inlines == p.Inlines ? p : p with { Inlines = inlines },
        QuoteBlock q => With(q.Paragraphs, Text) is var paragraphs && paragraphs == q.Paragraphs ? q : q with { Paragraphs = paragraphs },
        HeadingBlock h => h with { Text = Text(h.Text) },
        ListBlock l => l with { Items = With(l.Items, i => With(i, Run)) },
        TableBlock t => t with
        {
            Caption = Text(t.Caption),
            Columns = With(t.Columns, c => c with { Header = Text(c.Header) }),
            Rows = With(t.Rows, r => With(r, Cell)),
        },
        CoverBlock c => c with
        {
            Kind = Text(c.Kind),
            Title = Text(c.Title),
            Subtitle = c.Subtitle is null ? null : Text(c.Subtitle),
            Organisation = Text(c.Organisation),
            Facts = [.. c.Facts.Select(f => new CoverFact(Text(f.Label), Text(f.Value)))],
            Mark = c.Mark is null ? null : Text(c.Mark),
        },
        StanceChartBlock c => c with
        {
            AlternativeText = Text(c.AlternativeText),
            Caption = Text(c.Caption),
            Bars = With(c.Bars, b => b with { Label = Text(b.Label) }),
            Legend = [.. c.Legend.Select(l => l with { Label = Text(l.Label) })],
        },
        _ => block,
    };

    public static string Text(string text) => PersonalNumbers.Remove(text);

    private static TableCell Cell(TableCell cell)
    {
        ImmutableArray<Inline> inlines = With(cell.Inlines, Run);
        return inlines == cell.Inlines ? cell : cell with { Inlines = inlines };
    }

    private static Inline Run(Inline inline) => inline switch
    {
        TextInline t => Text(t.Text) is var text && ReferenceEquals(text, t.Text) ? t : t with { Text = text },
        LinkInline l => Text(l.Text) is var text && ReferenceEquals(text, l.Text) ? l : l with { Text = text },
        StanceInline { Label: { } label } s => Text(label) is var text && ReferenceEquals(text, label) ? s : s with { Label = text },
        _ => inline,
    };

    // The same array when nothing in it changed: most of a summary is passed on without a copy.
    private static ImmutableArray<T> With<T>(ImmutableArray<T> items, Func<T, T> map)
    {
        ImmutableArray<T>.Builder? changed = null;
        for (int i = 0; i < items.Length; i++)
        {
            T mapped = map(items[i]);
            if (changed is null && !EqualityComparer<T>.Default.Equals(mapped, items[i]))
            {
                changed = items.ToBuilder();
            }
            if (changed is not null) changed[i] = mapped;
        }
        return changed is null ? items : changed.MoveToImmutable();
    }
}
