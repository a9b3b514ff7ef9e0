using System.Collections.Immutable;
using System.Text;
using Remiss.Domain.References;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Responses;

/// <summary>
/// Joins the texts of one file (a mail's body and its attachments) to the one reply that they are. Nothing is lost:
/// what is left out, the consulted document sent back or the same text twice, is said in a remark.
/// </summary>
public static class ReplyAssembler
{
    private const string Between = "\n\n";

    /// <summary>A shorter text may well be a passage quoted from the document, and is a reply.</summary>
    private const int FewestWords = 150;

    /// <summary>The share of an attachment's word runs that the consulted document has, from where on it is that document.</summary>
    private const double SameDocument = 0.9;

    private const int RunLength = 5;

    /// <summary>The file's texts as one, the mail's body first; pages go on counting.</summary>
    /// <param name="file">The file as it was read; it has at least one text.</param>
    /// <param name="consultedText">The consulted document's text, to know it again, or null.</param>
    public static DocumentText Join(ReadFile file, string? consultedText)
    {
        var parts = file.Texts.OrderByDescending(t => t.IsMailBody)
            .Select(t => t.IsMailBody ? t with { Text = QuotedMail.SetAside(t.Text, hasAttachments: file.Texts.Length > 1) } : t).ToList();
        var remarks = ImmutableArray.CreateBuilder<Phrase>();
        var kept = Kept(parts, consultedText, remarks);
        if (kept.Count == 1 && remarks.Count == 0) return kept[0].Text;
        return Joined(file, kept, remarks);
    }

    private static List<ReadText> Kept(List<ReadText> parts, string? consultedText, ImmutableArray<Phrase>.Builder remarks)
    {
        var kept = new List<ReadText>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        HashSet<int>? consulted = consultedText is null ? null : Runs(consultedText).Runs;
        foreach (ReadText part in parts)
        {
            string letters = TitleIndex.Squeeze(part.Text.Text);
            if (letters.Length > 0 && seen.TryGetValue(letters, out string? twin))
            {
                remarks.Add(new Phrase(
                    $"Bilagan {part.Name} har samma text som {twin} och räknas en gång.",
                    $"The attachment {part.Name} has the same text as {twin} and counts once."));
            }
            else if (consulted is not null && !part.IsMailBody && parts.Count > 1 && IsSame(part.Text.Text, consulted))
            {
                remarks.Add(new Phrase(
                    $"Bilagan {part.Name} är remissversionen själv och räknas inte till svaret.",
                    $"The attachment {part.Name} is the consulted document itself and is not counted as part of the reply."));
            }
            else
            {
                seen[letters] = part.Name;
                kept.Add(part);
            }
        }
        // A file that holds nothing but the consulted document is still what the sender sent.
        return kept.Count > 0 ? kept : parts;
    }

    private static DocumentText Joined(ReadFile file, List<ReadText> parts, ImmutableArray<Phrase>.Builder remarks)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        var pages = ImmutableArray.CreateBuilder<int>();
        foreach (DocumentText part in parts.Select(p => p.Text))
        {
            if (text.Length > 0) text.Append(Between);
            int shift = text.Length;
            int pageShift = pages.Count;
            foreach (int start in part.Pages.Starts) pages.Add(pages.Count == 0 ? 0 : start + shift);
            foreach (TextBlock block in part.Blocks)
                blocks.Add(block with { Span = new TextSpan(block.Span.Start + shift, block.Span.Length), Page = block.Page + pageShift });
            text.Append(part.Text);
            remarks.AddRange(part.Remarks);
        }
        return new DocumentText
        {
            Text = text.ToString(),
            Blocks = blocks.ToImmutable(),
            Pages = new PageMap(pages.ToImmutable(), parts.Count == 1 ? parts[0].Text.Pages.PrintedOffset : 0),
            Format = file.Format,
            Title = parts.Select(p => p.Text.Title).FirstOrDefault(t => t is not null),
            MachineRead = parts.Any(p => p.Text.MachineRead),
            Remarks = remarks.ToImmutable(),
        };
    }

    private static bool IsSame(string text, HashSet<int> consulted)
    {
        (HashSet<int> runs, int words) = Runs(text);
        return words >= FewestWords && runs.Count(consulted.Contains) >= SameDocument * runs.Count;
    }

    /// <summary>Hashes of all runs of a few words: what a text shares with another whatever its lines and pages.</summary>
    private static (HashSet<int> Runs, int Words) Runs(string text)
    {
        var runs = new HashSet<int>();
        Span<int> window = stackalloc int[RunLength];
        int words = 0;
        for (int i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }
            uint word = 2166136261;
            for (; i < text.Length && char.IsLetter(text[i]); i++) word = (word ^ char.ToLowerInvariant(text[i])) * 16777619;
            window[words++ % RunLength] = (int)word;
            if (words < RunLength) continue;
            int hash = 17;
            for (int k = 0; k < RunLength; k++) hash = unchecked((hash * 31) + window[(words + k) % RunLength]);
            runs.Add(hash);
        }
        return (runs, words);
    }
}
