using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Remiss.Domain.Tagging;

/// <summary>
/// Splits compounds into words that the document itself uses: <c>bredbandsutbyggnad</c> is
/// <c>bredband</c> and <c>utbyggnad</c> where the document has both. A part before the last may carry a linking
/// letter (<c>bredband-s-</c>) or have changed its last vowel (<c>skada</c> in <c>skadeersättning</c>, <c>kyrka</c> in <c>kyrkoråd</c>, <c>gata</c>
/// in <c>gatubelysning</c>). Fewest parts win, then the longest last part, which bears the meaning.
/// </summary>
public sealed class CompoundSplitter
{
    private const int ShortestPart = 3;
    private const int ShortestEnds = 4;
    private const int MostParts = 5;

    // Surface forms and stems, each with the form to hand out.
    private readonly FrozenDictionary<string, string> _words;
    private readonly FrozenDictionary<string, string> _stems;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _wordAt;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _stemAt;

    /// <param name="vocabulary">The document's words in lower case; function words and short words are left out.</param>
    public CompoundSplitter(IEnumerable<string> vocabulary)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string word in vocabulary)
        {
            if (word.Length < ShortestPart || word.Length > SwedishWords.LongestWord) continue;
            if (SwedishWords.IsFunctionWord(word) || char.IsAsciiDigit(word[0])) continue;
            words[word] = word;
            string stem = SwedishStemmer.Stem(word);
            if (stem.Length < ShortestPart) continue;
            // The shortest form stands for the stem; ties go by letter, so that the order of words does not matter.
            if (!stems.TryGetValue(stem, out string? known) || IsSimpler(word, known)) stems[stem] = word;
        }
        _words = words.ToFrozenDictionary(StringComparer.Ordinal);
        _stems = stems.ToFrozenDictionary(StringComparer.Ordinal);
        _wordAt = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _stemAt = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The parts of a compound, first to last, at least two; empty where the word is none that the document explains.</summary>
    public ImmutableArray<string> Split(string word)
    {
        int length = word.Length;
        if (length < 2 * ShortestPart + 1 || length > SwedishWords.LongestWord) return [];

        // best[i]: the fewest parts that cover word[i..], with the start of the part after the first.
        var parts = new byte[length + 1];
        var next = new byte[length + 1];
        for (int start = length - ShortestPart; start >= 0; start--)
        {
            for (int end = length; end >= start + ShortestPart; end--)
            {
                if (start == 0 && end == length) continue;
                byte count = end == length ? (byte)1 : parts[end] == 0 ? (byte)0 : (byte)(parts[end] + 1);
                if (count == 0 || count > MostParts || (parts[start] != 0 && count >= parts[start])) continue;
                if (Part(word.AsSpan(start, end - start), end == length) is null) continue;
                parts[start] = count;
                next[start] = (byte)end;
            }
        }
        if (parts[0] < 2) return [];
        var found = ImmutableArray.CreateBuilder<string>(parts[0]);
        for (int at = 0; at < length; at = next[at])
            found.Add(Part(word.AsSpan(at, next[at] - at), next[at] == length)!);
        return found.MoveToImmutable();
    }

    // The word of the document that this piece is, or null.
    private string? Part(ReadOnlySpan<char> piece, bool last)
    {
        if (last)
        {
            if (piece.Length < ShortestEnds) return null;
            if (_wordAt.TryGetValue(piece, out string? form)) return form;
            string stem = SwedishStemmer.Stem(piece);
            // The rules take -ad off "utbyggnad" but only -en off "utbyggnaden": a stem may be a word as it stands.
            return stem.Length >= ShortestPart && (_stems.TryGetValue(stem, out form) || _words.TryGetValue(stem, out form)) ? form : null;
        }
        if (_wordAt.TryGetValue(piece, out string? word)) return word;
        ReadOnlySpan<char> unlinked = piece[..^1];
        if (unlinked.Length < ShortestPart) return null;
        return piece[^1] switch
        {
            's' => _wordAt.TryGetValue(unlinked, out word) ? word : _stemAt.TryGetValue(unlinked, out word) ? word : null,
            'e' or 'o' or 'u' or 'a' => _stemAt.TryGetValue(unlinked, out word) ? word : null,
            _ => _stemAt.TryGetValue(piece, out word) ? word : null,
        };
    }

    private static bool IsSimpler(string word, string known) =>
        word.Length < known.Length || (word.Length == known.Length && string.CompareOrdinal(word, known) < 0);
}
