using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Remiss.Domain.Summaries;

namespace Remiss.Domain.Tests.Summaries;

/// <summary>Reads a summary as its writers and readers meet it: every text, anchor and link of every block, or the whole as plain text.</summary>
internal static class SummaryText
{
    /// <summary>Every string anywhere in the document, found by walking the records, so that no new block can hide one.</summary>
    public static List<string> Strings(SummaryDocument document)
    {
        var found = new List<string>();
        Walk(document, found);
        return found;
    }

    public static List<string> Anchors(SummaryDocument document) =>
        [.. document.Blocks.SelectMany(b => b switch
        {
            HeadingBlock h => new[] { h.Anchor.Name },
            ParagraphBlock { Anchor: { } anchor } => [anchor.Name],
            _ => [],
        })];

    public static List<string> Targets(SummaryDocument document) =>
        [.. Inlines(document).Select(i => i switch
        {
            LinkInline l => l.Target.Name,
            PageReferenceInline p => p.Target.Name,
            _ => null,
        }).OfType<string>(),
        .. document.Blocks.OfType<TableBlock>().SelectMany(t => t.Columns).Select(c => c.Link?.Name).OfType<string>()];

    public static IEnumerable<Inline> Inlines(SummaryDocument document) => document.Blocks.SelectMany(b => b switch
    {
        ParagraphBlock p => p.Inlines,
        ListBlock l => l.Items.SelectMany(i => i),
        TableBlock t => t.Rows.SelectMany(r => r).SelectMany(c => c.Inlines),
        _ => Enumerable.Empty<Inline>(),
    });

    public static string Of(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(i => i switch
    {
        TextInline t => t.Text,
        LinkInline l => l.Text,
        PageReferenceInline => "s. ##",
        StanceInline s => s.Mark + s.Letter + (s.Label is null ? "" : " " + s.Label),
        _ => "",
    }));

    /// <summary>The summary as plain text, for reading and for assertions on sentences.</summary>
    public static string Flatten(SummaryDocument document)
    {
        var text = new StringBuilder();
        foreach (SummaryBlock block in document.Blocks) Flatten(block, text);
        return text.ToString();
    }

    private static void Flatten(SummaryBlock block, StringBuilder text)
    {
        switch (block)
        {
            case CoverBlock c:
                text.AppendLine(CultureInfo.InvariantCulture, $"[{c.Mark}] {c.Kind}\n{c.Title}\n{c.Subtitle}\n{c.Organisation}");
                foreach (CoverFact fact in c.Facts) text.AppendLine(CultureInfo.InvariantCulture, $"  {fact.Label}: {fact.Value}");
                break;
            case HeadingBlock h:
                text.AppendLine(CultureInfo.InvariantCulture, $"\n{new string('#', h.Level)} {h.Text}");
                break;
            case ContentsBlock:
                text.AppendLine("(innehåll)");
                break;
            case ParagraphBlock p:
                text.AppendLine(CultureInfo.InvariantCulture, $"{(p.Style == ParagraphStyle.Label ? "\n" : "")}{Of(p.Inlines)}");
                break;
            case QuoteBlock q:
                foreach (string paragraph in q.Paragraphs) text.AppendLine(CultureInfo.InvariantCulture, $"    > {paragraph}");
                break;
            case ListBlock l:
                foreach (ImmutableArray<Inline> item in l.Items) text.AppendLine(CultureInfo.InvariantCulture, $"  * {Of(item)}");
                break;
            case StanceChartBlock s:
                text.AppendLine(CultureInfo.InvariantCulture, $"(diagram: {s.AlternativeText})\n{s.Caption}");
                break;
            case TableBlock t:
                text.AppendLine(CultureInfo.InvariantCulture, $"[{t.Caption}]\n  | {string.Join(" | ", t.Columns.Select(c => c.Header))}");
                foreach (ImmutableArray<TableCell> row in t.Rows) text.AppendLine(CultureInfo.InvariantCulture, $"  | {string.Join(" | ", row.Select(c => Of(c.Inlines)))}");
                break;
        }
    }

    private static void Walk(object? value, List<string> found)
    {
        switch (value)
        {
            case null: return;
            case string s:
                found.Add(s);
                return;
            case IEnumerable many:
                foreach (object? one in many) Walk(one, found);
                return;
        }
        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true) return;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0) Walk(property.GetValue(value), found);
        }
    }
}
