using Remiss.Domain.Texts;

namespace Remiss.Domain.Sections;

/// <summary>
/// Decides which numbered lines are headings by how their numbers follow each other: the heaviest
/// run of rising numbers is the document's own numbering; what falls out of it is a list, a
/// footnote, a date or a quotation.
/// </summary>
internal static class NumberSequence
{
    // What speaks for a candidate besides the sequence.
    private const int StatedWeight = 40;
    private const int ContentsWeight = 20;
    private const int DeepWeight = 6;
    private const int StrongWeight = 4;
    private const int WeakWeight = 1;

    /// <summary>A chapter may be lost in extraction, but not this many in a row.</summary>
    private const int LargestChapterGap = 3;
    private const int LargestPartGap = 10;

    /// <summary>Refuses roman numbers out of sequence, and all of them where there is only one: a letter.</summary>
    public static void DecideRoman(List<HeadingCandidate> candidates)
    {
        List<HeadingCandidate> roman = candidates.FindAll(c => c.Accepted && c.Prefix is { Style: NumberStyle.Roman });
        DecideStyle(roman);
        if (roman.Count(c => c.Accepted) > 1) return;
        foreach (HeadingCandidate c in roman)
        {
            (c.Prefix, c.Title) = (null, c.Words);
            c.Accepted = !c.Weak;
        }
    }

    /// <summary>Refuses the decimal and lettered numbers of one part that are out of sequence.</summary>
    public static void DecideDecimal(List<HeadingCandidate> part) =>
        DecideStyle(part.FindAll(c => c.Accepted && c.Prefix is { } p && p.Style != NumberStyle.Roman));

    private static void DecideStyle(List<HeadingCandidate> numbered)
    {
        numbered = Supported(numbered);
        if (numbered.Count == 0) return;
        List<int[]> values = numbered.ConvertAll(c => Value(c.Prefix!.Value));
        bool[] kept = HeaviestRise(numbered, values);
        for (int i = 0; i < numbered.Count; i++)
        {
            // What the format itself calls a heading is one, whatever its number.
            if (!kept[i] && !numbered[i].Stated) numbered[i].Accepted = false;
        }
        RefuseFarOff(numbered, values, kept);
    }

    /// <summary>
    /// Leaves out and refuses what nothing around asks for: no number shortly below it came before,
    /// none that is its next or its part comes after. One such stray must not outweigh a true heading.
    /// </summary>
    private static List<HeadingCandidate> Supported(List<HeadingCandidate> numbered)
    {
        var later = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (HeadingCandidate c in numbered)
        {
            foreach (string beginning in Beginnings(Value(c.Prefix!.Value))) later[beginning] = later.GetValueOrDefault(beginning) + 1;
        }
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        var supported = new List<HeadingCandidate>();
        foreach (HeadingCandidate c in numbered)
        {
            int[] value = Value(c.Prefix!.Value);
            List<string> beginnings = Beginnings(value);
            foreach (string beginning in beginnings) later[beginning]--;
            bool sure = c.Stated || c.InContents || IsAskedFor(value, earlier, later);
            if (sure)
            {
                supported.Add(c);
                earlier.UnionWith(beginnings);
            }
            else c.Accepted = false;
        }
        return supported;
    }

    private static bool IsAskedFor(int[] value, HashSet<string> earlier, Dictionary<string, int> later)
    {
        int last = value[^1];
        int gap = value.Length == 1 ? LargestChapterGap : LargestPartGap;
        if (last <= gap || later.GetValueOrDefault(Name(value)) > 0) return true;
        int[] near = [.. value];
        for (int step = 1; step <= gap; step++)
        {
            near[^1] = last - step;
            if (earlier.Contains(Name(near))) return true;
        }
        near[^1] = last + 1;
        return later.GetValueOrDefault(Name(near)) > 0;
    }

    private static List<string> Beginnings(int[] value)
    {
        var names = new List<string>(value.Length);
        for (int n = 1; n <= value.Length; n++) names.Add(Name(value.AsSpan(0, n)));
        return names;
    }

    private static string Name(ReadOnlySpan<int> value)
    {
        var name = new System.Text.StringBuilder();
        foreach (int part in value) name.Append(part).Append('.');
        return name.ToString();
    }

    /// <summary>The heaviest strictly rising run, in n log n: a Fenwick tree over the ranks of the numbers holds the best run that ends at or below each.</summary>
    private static bool[] HeaviestRise(List<HeadingCandidate> numbered, List<int[]> values)
    {
        int n = values.Count;
        int[] ranks = Ranks(values);
        var best = new long[n + 2];
        var bestAt = new int[n + 2];
        Array.Fill(bestAt, -1);
        var before = new int[n];
        long heaviest = 0;
        int end = -1;
        for (int i = 0; i < n; i++)
        {
            long sum = 0;
            int from = -1;
            for (int k = ranks[i] - 1; k > 0; k -= k & -k)
            {
                if (best[k] > sum) (sum, from) = (best[k], bestAt[k]);
            }
            before[i] = from;
            sum += Weight(numbered[i]);
            for (int k = ranks[i]; k <= n; k += k & -k)
            {
                if (sum > best[k]) (best[k], bestAt[k]) = (sum, i);
            }
            if (sum > heaviest) (heaviest, end) = (sum, i);
        }
        var kept = new bool[n];
        for (int i = end; i >= 0; i = before[i]) kept[i] = true;
        return kept;
    }

    private static int[] Ranks(List<int[]> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count)];
        Array.Sort(order, (a, b) => Compare(values[a], values[b]) is not 0 and var c ? c : a.CompareTo(b));
        var ranks = new int[values.Count];
        int rank = 0;
        for (int k = 0; k < order.Length; k++)
        {
            if (k == 0 || Compare(values[order[k - 1]], values[order[k]]) != 0) rank++;
            ranks[order[k]] = rank;
        }
        return ranks;
    }

    private static int Weight(HeadingCandidate c)
    {
        int weight = c.Weak ? WeakWeight : StrongWeight;
        if (c.Stated) weight += StatedWeight;
        if (c.InContents) weight += ContentsWeight;
        if (c.Prefix is { Depth: > 1 }) weight += DeepWeight;
        return weight;
    }

    /// <summary>Takes away what rises but leaps: and running text that no neighbour asks for.</summary>
    private static void RefuseFarOff(List<HeadingCandidate> numbered, List<int[]> values, bool[] kept)
    {
        int last = -1;
        for (int i = 0; i < numbered.Count; i++)
        {
            if (!kept[i]) continue;
            HeadingCandidate c = numbered[i];
            bool follows = last < 0 || Follows(values[last], values[i]);
            bool sure = c.Stated || c.InContents || !(c.Weak || !follows);
            if (!sure && c.Weak) sure = last >= 0 && IsNext(values[last], values[i]) && HasSuccessor(values, kept, i);
            // A leap that its own parts bear out is a chapter of an extract, not a stray number.
            if (!sure && !c.Weak) sure = NextKept(kept, i) is >= 0 and var next && IsPartOf(values[next], values[i]);
            if (sure) last = i;
            else c.Accepted = false;
        }
    }

    private static int NextKept(bool[] kept, int i)
    {
        for (int k = i + 1; k < kept.Length; k++)
        {
            if (kept[k]) return k;
        }
        return -1;
    }

    private static bool HasSuccessor(List<int[]> values, bool[] kept, int i) =>
        NextKept(kept, i) is >= 0 and var next && Follows(values[i], values[next]);

    private static bool IsPartOf(int[] part, int[] whole) =>
        part.Length > whole.Length && part.AsSpan(0, whole.Length).SequenceEqual(whole);

    /// <summary>Whether the second number is exactly the next: the first part of the first, or the next on its level or one above.</summary>
    private static bool IsNext(int[] first, int[] second)
    {
        int same = Same(first, second);
        if (same == first.Length) return second.Length == same + 1 && second[same] == 1;
        return second.Length == same + 1 && second[same] == first[same] + 1;
    }

    private static bool Follows(int[] first, int[] second)
    {
        int same = Same(first, second);
        int step = second[same] - (same < first.Length ? first[same] : 0);
        return step <= (same == 0 ? LargestChapterGap : LargestPartGap);
    }

    private static int Same(int[] first, int[] second)
    {
        int same = 0;
        while (same < first.Length && same < second.Length - 1 && first[same] == second[same]) same++;
        return same;
    }

    private static int Compare(int[] a, int[] b)
    {
        for (int i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] != b[i]) return a[i].CompareTo(b[i]);
        }
        return a.Length.CompareTo(b.Length);
    }

    private static int[] Value(NumberPrefix prefix) => prefix.Style switch
    {
        NumberStyle.Roman => [NumberPrefix.RomanValue(prefix.Number)],
        NumberStyle.Lettered => [.. NumberPrefix.Parts(prefix.Number[..^2]), prefix.Number[^1] - 'a' + 1],
        _ => NumberPrefix.Parts(prefix.Number),
    };
}
