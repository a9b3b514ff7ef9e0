namespace Remiss.Domain.Summaries.Passages;

/// <summary>A passage as the set of its pairs of neighbouring words, case and punctuation aside.</summary>
internal readonly record struct WordPairs(int Words, ulong Whole, ulong[] Sorted)
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Cuts the text into words and hashes their pairs (FNV-1a).</summary>
    public static WordPairs Of(string text)
    {
        var pairs = new List<ulong>(text.Length / 6);
        ulong whole = Offset, word = Offset, before = 0;
        int words = 0;
        bool inWord = false;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                word = (word ^ char.ToLowerInvariant(text[i])) * Prime;
                inWord = true;
                continue;
            }
            if (!inWord) continue;
            word = Mix(word);
            if (words > 0) pairs.Add(Mix((before * 31) + word));
            whole = Mix((whole * 31) + word);
            before = word;
            words++;
            word = Offset;
            inWord = false;
        }
        pairs.Sort();
        return new WordPairs(words, whole, Distinct(pairs));
    }

    /// <summary>How much two passages have in common, 0 to 1 (Dice's coefficient).</summary>
    public static double Alike(ulong[] one, ulong[] other)
    {
        int i = 0, j = 0, shared = 0;
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (one[i] < other[j]) i++;
            else j++;
        }
        return one.Length + other.Length == 0 ? 0 : 2.0 * shared / (one.Length + other.Length);
    }

    /// <summary>Spreads the bits of a hash, so that its low and high ones can serve alone.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
        return value ^ (value >> 33);
    }

    private static ulong[] Distinct(List<ulong> sorted)
    {
        int kept = 0;
        for (int i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || sorted[i] != sorted[kept - 1]) sorted[kept++] = sorted[i];
        }
        return sorted.GetRange(0, kept).ToArray();
    }
}
