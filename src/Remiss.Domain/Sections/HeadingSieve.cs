using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>Tells sections' headings from what only looks like them: running heads, overview lists, labels over points, words without text.</summary>
internal static class HeadingSieve
{
    private const int FewestListed = 2;
    private const int ScantText = 40;
    private const int MostLabelWords = 8;
    private const int CoverText = 200;

    /// <summary>Run-in headings that strategies and plans put over their points.</summary>
    private static readonly HashSet<string> KnownLabels = new(StringComparer.Ordinal)
    {
        "mätbar uppföljning", "åtgärder och inriktningar", "åtgärder", "insatser", "aktiviteter", "indikatorer", "delmål", "mätetal",
        "prioriterade åtgärder", "prioriterade insatser", "förslag till åtgärder", "förslag till insatser", "inriktningar", "mått",
        "uppföljningsmått", "så gör vi", "vi ska", "detta ska vi göra", "strategier", "målsättningar", "målsättning", "exempel på insatser",
        "exempel på åtgärder", "uppföljning och mått", "nyckeltal", "effektmål", "resultatmål",
    };

    /// <summary>Leaves out the same heading once more where its section is still open.</summary>
    public static void MarkRepeats(List<HeadingCandidate> candidates, int[] text)
    {
        var announced = new HashSet<string>(StringComparer.Ordinal);
        string last = string.Empty;
        var open = new List<(int Depth, string Title)>();
        for (int i = 0; i < candidates.Count; i++)
        {
            HeadingCandidate c = candidates[i];
            if (!c.Accepted) continue;
            string key = c.Key;
            string title = SectionKeys.Of(c.Title);
            bool again = key == last
                || (c.Prefix is null && open.Exists(o => o.Title == title))
                || (c.InContents && text[i] < ScantText && announced.Contains(key));
            if (again)
            {
                c.IsRepeat = true;
                c.Accepted = false;
                continue;
            }
            if (c.InContents) announced.Add(key);
            last = key;
            if (c.Prefix is not { } prefix) continue;
            open.RemoveAll(o => o.Depth >= prefix.Depth);
            open.Add((prefix.Depth, title));
        }
    }

    /// <summary>
    /// A numbered list of titles that come back without numbers is an overview of what follows; where
    /// the numbered ones have the text, the others are running heads.
    /// </summary>
    public static void MarkOverviews(List<HeadingCandidate> candidates, int[] text)
    {
        var plain = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < candidates.Count; i++)
        {
            if (candidates[i] is { Accepted: true, Prefix: null, Weak: false }) plain[SectionKeys.Of(candidates[i].Title)] = i;
        }
        for (int i = 0; i < candidates.Count; i++)
        {
            int last = RunOfNumbers(candidates, i);
            if (last < i) continue;
            int found = 0;
            long here = 0;
            long there = 0;
            for (int k = i; k <= last; k++)
            {
                if (!plain.TryGetValue(SectionKeys.Of(candidates[k].Title), out int twin)) continue;
                found++;
                here += text[k];
                there += text[twin];
            }
            if (found >= FewestListed && found * 2 > last - i + 1)
            {
                for (int k = i; k <= last; k++)
                {
                    if (there > here) candidates[k].Accepted = false;
                    else if (plain.TryGetValue(SectionKeys.Of(candidates[k].Title), out int twin)) candidates[twin].Accepted = false;
                }
            }
            i = last;
        }
    }

    /// <summary>Marks run-in headings over points as labels.</summary>
    public static void MarkLabels(DocumentText document, List<HeadingCandidate> candidates)
    {
        bool numbered = candidates.Count(c => c is { Accepted: true, Prefix: not null }) > 2;
        var overPoints = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var points = new bool[candidates.Count];
        for (int i = 0; i < candidates.Count; i++)
        {
            if (candidates[i] is not { Accepted: true, Prefix: null }) continue;
            counts[candidates[i].Key] = counts.GetValueOrDefault(candidates[i].Key) + 1;
            points[i] = IsOverPoints(document, candidates[i].Block);
            if (points[i]) overPoints[candidates[i].Key] = overPoints.GetValueOrDefault(candidates[i].Key) + 1;
        }
        for (int i = 0; i < candidates.Count; i++)
        {
            HeadingCandidate c = candidates[i];
            if (c is not { Accepted: true, Prefix: null }) continue;
            bool colon = c.Words.EndsWith(':') && c.Words.Count(x => x == ' ') < MostLabelWords;
            bool label = points[i] ? colon || KnownLabels.Contains(c.Key) || overPoints[c.Key] > 1 : colon && !c.Stated && !LineForm.IsOuterTitle(c.Words);
            // What comes back under the numbered sections without a number divides them all alike.
            bool recurring = numbered && !c.Stated && !c.InContents && counts[c.Key] > 1 && !LineForm.IsOuterTitle(c.Words);
            if (!label && !recurring) continue;
            c.IsLabel = true;
            c.Accepted = false;
        }
    }

    /// <summary>In a numbered document a guessed heading without number and without text is a word on the page: out of a diagram, a table, a letterhead.</summary>
    public static void RefuseEmpty(List<HeadingCandidate> candidates, int[] text)
    {
        int numbered = candidates.Count(c => c is { Accepted: true, Prefix: not null });
        if (numbered < 3) return;
        for (int i = 0; i < candidates.Count; i++)
        {
            HeadingCandidate c = candidates[i];
            if (c is { Accepted: true, Prefix: null, Stated: false, InContents: false } && text[i] < ScantText
                && !LineForm.IsOuterTitle(c.Words) && !SectionPart.IsAnnex(c.Words)) c.Accepted = false;
        }
    }

    /// <summary>How much running text (sentences, points, cells) stands between each candidate and the next.</summary>
    public static int[] TextLengths(DocumentText document, List<HeadingCandidate> candidates)
    {
        var text = new int[candidates.Count];
        for (int i = 0; i < candidates.Count; i++)
        {
            int end = i + 1 < candidates.Count ? candidates[i + 1].Block : document.Blocks.Length;
            if (candidates[i].GluedLength > 0) text[i] = document.Blocks[candidates[i].Block].Span.Length - candidates[i].GluedLength;
            for (int b = candidates[i].Block + 1; b < end; b++)
            {
                TextBlock block = document.Blocks[b];
                if (block.Kind is BlockKind.ListItem or BlockKind.TableCell || IsProse(document, block)) text[i] += block.Span.Length;
            }
        }
        return text;
    }

    /// <summary>Guessed headings before the table of contents stand on the cover, unless the contents or custom say otherwise.</summary>
    public static void RefuseCover(List<HeadingCandidate> candidates, int[] text, ContentsTable contents)
    {
        if (contents.Entries.Count < 3) return;
        for (int i = 0; i < candidates.Count; i++)
        {
            HeadingCandidate c = candidates[i];
            if (c.Block > contents.FirstBlock) return;
            if (text[i] < CoverText && c is { Prefix: null, InContents: false } && !LineForm.IsOuterTitle(c.Words)) c.Accepted = false;
        }
    }

    /// <summary>Whether a paragraph says something: a sentence or a long line, not a word on a cover.</summary>
    private static bool IsProse(DocumentText document, TextBlock block) =>
        block.Kind == BlockKind.Paragraph
        && (block.Span.Length >= 100 || LineForm.EndsSentence(document.Text.AsSpan(block.Span.Start, block.Span.Length)));

    private static int RunOfNumbers(List<HeadingCandidate> candidates, int from)
    {
        int last = from - 1;
        int expected = 0;
        for (int i = from; i < candidates.Count; i++)
        {
            if (candidates[i] is not { Accepted: true, Prefix: { Depth: 1, Style: NumberStyle.Decimal } prefix }) break;
            int number = NumberPrefix.Parts(prefix.Number)[0];
            if (i > from && number != expected) break;
            expected = number + 1;
            last = i;
        }
        return last;
    }

    private static bool IsOverPoints(DocumentText document, int heading)
    {
        for (int b = heading + 1; b < document.Blocks.Length; b++)
        {
            if (document.Blocks[b].Kind is BlockKind.PageFurniture or BlockKind.Footnote) continue;
            return document.Blocks[b].Kind == BlockKind.ListItem;
        }
        return false;
    }
}
