using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Evaluation;

/// <summary>
/// Measures splitting, referring and stance against annotated replies (<c>remiss evaluate --replies --gold</c>).
/// The replies are split without a consulted document, as the annotations were made.
/// </summary>
public static class GoldEvaluation
{
    private const string General = "general";
    private const double SameComment = 0.5;

    private static readonly Regex Number = new(@"^\d+(\.\d+)*( ?[a-h])?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Splits each reply that has gold and scores it; a gold file that is damaged or lacks its reply is refused.</summary>
    /// <param name="replies">File name and raw text, header lines included.</param>
    /// <param name="golds">File name and JSON.</param>
    public static Result<GoldReport> Run(IEnumerable<(string FileName, string RawText)> replies, IEnumerable<(string FileName, string Json)> golds)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string raw) in replies) texts[Path.GetFileName(name)] = raw;
        var tally = new Tally();
        foreach ((string name, string json) in golds.OrderBy(g => g.FileName, StringComparer.Ordinal))
        {
            var gold = GoldAnnotation.Read(name, json);
            if (!gold.IsOk) return gold.Failure;
            if (!texts.TryGetValue(Path.GetFileName(gold.Value.File), out string? raw))
            {
                return new NotFound(new Phrase(
                    $"{name}: remissvaret {gold.Value.File} finns inte bland svaren. Lägg det i mappen eller ta bort facitfilen.",
                    $"{name}: the reply {gold.Value.File} is not among the replies. Put it in the folder or take away the gold file."));
            }
            Measure(gold.Value, raw, tally);
        }
        return tally.Report();
    }

    private static void Measure(GoldFile gold, string raw, Tally tally)
    {
        int body = GoldAnnotation.BodyStart(raw);
        SplitResponse split = ResponseSplitter.Split(PlainTextBlocks.Read(raw[body..]));
        var spans = gold.Comments
            .Select(c => TextSpan.FromBounds(GoldAnnotation.Map(raw, body, c.Start), GoldAnnotation.Map(raw, body, c.End)))
            .ToImmutableArray();
        tally.Begin(gold.File, split);
        var pairs = Pairs(spans, split.Comments);
        tally.Segments(pairs, spans, split.Comments);
        for (int g = 0; g < spans.Length; g++) tally.Comment(gold.Comments[g], spans[g], Answering(g, spans, pairs, split.Comments));
        tally.Extra(split.Comments.Where(c => spans.All(s => s.Overlap(c.Span) == 0)));
        tally.Overall(gold.Overall);
    }

    /// <summary>For each gold comment the index of ours that is the same one, or -1; best overlaps first, each once.</summary>
    private static int[] Pairs(ImmutableArray<TextSpan> gold, ImmutableArray<Comment> ours)
    {
        var pairs = Enumerable.Repeat(-1, gold.Length).ToArray();
        var taken = new HashSet<int>();
        var candidates =
            from g in Enumerable.Range(0, gold.Length)
            from o in Enumerable.Range(0, ours.Length)
            let overlap = Overlap(gold[g], ours[o].Span)
            where overlap >= SameComment
            orderby overlap descending
            select (g, o);
        foreach ((int g, int o) in candidates)
        {
            if (pairs[g] < 0 && taken.Add(o)) pairs[g] = o;
        }
        return pairs;
    }

    private static double Overlap(TextSpan a, TextSpan b)
    {
        int shared = a.Overlap(b);
        int union = a.Length + b.Length - shared;
        return union == 0 ? 0 : (double)shared / union;
    }

    /// <summary>
    /// Which of our comments answers for a gold one when sections and stance are scored: its pair; where it has none,
    /// the one that shares most text with it, so that a wrong cut is not counted three times. None means a miss.
    /// </summary>
    private static Comment? Answering(int g, ImmutableArray<TextSpan> spans, int[] pairs, ImmutableArray<Comment> ours)
    {
        if (pairs[g] >= 0) return ours[pairs[g]];
        return ours.Where(c => c.Span.Overlap(spans[g]) > 0).MaxBy(c => c.Span.Overlap(spans[g]));
    }

    /// <summary>The gold's names for stances.</summary>
    internal static string GoldName(Stance stance) => stance switch
    {
        Stance.Supports => "support",
        Stance.SupportsWithComments => "support_with_comments",
        Stance.Doubtful or Stance.Opposes => "oppose",
        Stance.NoObjection or Stance.Abstains => "no_comment",
        _ => "neutral",
    };

    private sealed class Tally
    {
        private readonly int[] _segments = new int[3];
        private readonly int[] _explicit = new int[3];
        private readonly int[] _all = new int[3];
        private readonly List<GoldDifference> _differences = [];
        private (int Right, int Of) _stance, _overall;
        private int _holes, _replies;
        private string _file = "";
        private SplitResponse? _split;

        public void Begin(string file, SplitResponse split)
        {
            (_file, _split) = (file, split);
            _replies++;
            _holes += split.Document.Text.Length - split.Ledger.Sum(l => l.Span.Length);
        }

        public void Segments(int[] pairs, ImmutableArray<TextSpan> gold, ImmutableArray<Comment> ours)
        {
            int same = pairs.Count(p => p >= 0);
            Add(_segments, same, ours.Length - same, gold.Length - same);
            for (int g = 0; g < pairs.Length; g++)
            {
                if (pairs[g] < 0) Differ("missed", "comment", "", gold[g]);
            }
            foreach (int o in Enumerable.Range(0, ours.Length).Except(pairs)) Differ("extra", "", "comment", ours[o].Span);
        }

        public void Comment(GoldComment gold, TextSpan span, Comment? ours)
        {
            var labels = gold.Sections.IsDefault ? [] : gold.Sections;
            var numbers = labels.Where(l => Number.IsMatch(l)).ToHashSet(StringComparer.Ordinal);
            var found = ours is null ? [] : NumbersOf(ours);
            if (gold.Evidence is "explicit heading" or "inline reference") Compare(_explicit, numbers, found);
            if (numbers.Count == 0 || labels.Contains(General)) numbers.Add(General);
            if (ours is not null && found.Count == 0) found = [General];
            Compare(_all, numbers, found);
            if (!numbers.SetEquals(found)) Differ("sections", string.Join(", ", numbers), string.Join(", ", found), span);
            string stance = ours is null ? "" : GoldName(ours.Stance.Stance);
            _stance.Of++;
            if (stance == gold.Stance) _stance.Right++;
            else Differ("stance", gold.Stance ?? "", stance, span);
        }

        /// <summary>A comment of ours where the gold has none claims sections that are wrong.</summary>
        public void Extra(IEnumerable<Comment> comments)
        {
            foreach (Comment comment in comments) _all[1] += Math.Max(1, NumbersOf(comment).Count);
        }

        public void Overall(string? gold)
        {
            if (gold is null) return;
            _overall.Of++;
            string found = GoldName(_split!.OverallStance.Stance);
            if (found == gold) _overall.Right++;
            else Differ("overallStance", gold, found, default);
        }

        public GoldReport Report() => new()
        {
            Replies = _replies,
            Segmentation = Score.Of(_segments[0], _segments[1], _segments[2]),
            Explicit = Score.Of(_explicit[0], _explicit[1], _explicit[2]),
            All = Score.Of(_all[0], _all[1], _all[2]),
            Stance = Accuracy.From(_stance.Right, _stance.Of),
            OverallStance = Accuracy.From(_overall.Right, _overall.Of),
            LedgerHoles = _holes,
            Differences = [.. _differences],
        };

        private static HashSet<string> NumbersOf(Comment comment) =>
            comment.Settled.Select(t => t.Number).OfType<string>().ToHashSet(StringComparer.Ordinal);

        private static void Compare(int[] counts, HashSet<string> gold, HashSet<string> found)
        {
            int shared = gold.Count(found.Contains);
            Add(counts, shared, found.Count - shared, gold.Count - shared);
        }

        private static void Add(int[] counts, int right, int wrong, int missed)
        {
            counts[0] += right;
            counts[1] += wrong;
            counts[2] += missed;
        }

        private void Differ(string what, string gold, string found, TextSpan span)
        {
            string text = _split!.Document.Text;
            int start = Math.Clamp(span.Start, 0, text.Length);
            string words = text.Substring(start, Math.Clamp(span.Length, 0, Math.Min(70, text.Length - start)));
            _differences.Add(new GoldDifference(_file, what, gold, found, words.ReplaceLineEndings(" ")));
        }
    }
}
