using System.Collections.Immutable;
using System.Text;
using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Summaries.Quoting;

/// <summary>
/// A run of a reply as it is quoted: the words exactly as written, on as many lines as the page
/// needs. Only what the old page put in goes: line breaks, hyphens at line ends, runs of blanks,
/// page furniture that lies in the run, and the mark of a point that is quoted alone.
/// </summary>
public static class Quotation
{
    // After these a hyphen at a line's end belongs to the word ("hård- och mjukvara").
    private static readonly ImmutableArray<string> SuspendedBefore = ["och", "eller", "samt", "respektive", "resp", "till", "men"];

    /// <summary>The paragraphs and points of a run, in order; empty when it holds no visible character.</summary>
    /// <param name="response">The reply.</param>
    /// <param name="span">The run; what lies outside the text is cut off.</param>
    public static ImmutableArray<string> Paragraphs(SplitResponse response, TextSpan span)
    {
        string text = response.Document.Text;
        int start = Math.Clamp(span.Start, 0, text.Length);
        int end = Math.Clamp(span.End, start, text.Length);
        var flow = new QuotationFlow();
        int at = start;
        foreach (TextSpan furniture in FurnitureIn(response, start, end))
        {
            Feed(flow, response, at, Math.Max(at, furniture.Start));
            flow.Gap();
            at = Math.Max(at, Math.Min(end, furniture.End));
        }
        Feed(flow, response, at, end);
        return flow.Finish();
    }

    /// <summary>The same on one line.</summary>
    public static string OnOneLine(SplitResponse response, TextSpan span) => string.Join(' ', Paragraphs(response, span));

    /// <summary>The paragraphs and points of a text that has no reply around it (a section of the consulted document), joined the same way.</summary>
    public static ImmutableArray<string> Paragraphs(string text)
    {
        var flow = new QuotationFlow();
        flow.Lines(text.AsSpan());
        return flow.Finish();
    }

    /// <summary>Whether a word that follows a hyphen at a line's end shows that the hyphen is the writer's own.</summary>
    internal static bool KeepsHyphenBefore(ReadOnlySpan<char> next)
    {
        int length = 0;
        while (length < next.Length && char.IsLetter(next[length])) length++;
        foreach (string word in SuspendedBefore)
        {
            if (next[..length].SequenceEqual(word)) return true;
        }
        return false;
    }

    private static void Feed(QuotationFlow flow, SplitResponse response, int start, int end)
    {
        if (start >= end) return;
        string text = response.Document.Text;
        ImmutableArray<TextBlock> blocks = response.Document.Blocks;
        int at = start;
        for (int i = FirstBlockFrom(blocks, start); i < blocks.Length && blocks[i].Span.Start < end; i++)
        {
            TextBlock block = blocks[i];
            if (block.Span.Start > at)
            {
                flow.Lines(text.AsSpan(at, block.Span.Start - at));
                flow.Break(block.Kind == BlockKind.ListItem);
                at = block.Span.Start;
            }
        }
        flow.Lines(text.AsSpan(at, end - at));
    }

    private static int FirstBlockFrom(ImmutableArray<TextBlock> blocks, int position)
    {
        int low = 0, high = blocks.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (blocks[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static IEnumerable<TextSpan> FurnitureIn(SplitResponse response, int start, int end)
    {
        ImmutableArray<LedgerEntry> ledger = response.Ledger;
        int low = 0, high = ledger.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ledger[middle].Span.End <= start) low = middle + 1;
            else high = middle;
        }
        for (int i = low; i < ledger.Length && ledger[i].Span.Start < end; i++)
        {
            if (ledger[i].Kind == LedgerKind.PageFurniture) yield return ledger[i].Span;
        }
    }
}
