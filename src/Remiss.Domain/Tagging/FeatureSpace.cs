namespace Remiss.Domain.Tagging;

/// <summary>One thing that a word may be found by, and how much it says next to the whole word.</summary>
internal readonly record struct Feature(int Id, float Weight, FeatureKind Kind);

/// <summary>How near a feature is to the word itself.</summary>
internal enum FeatureKind
{
    /// <summary>The word's stem.</summary>
    WholeWord,

    /// <summary>A part of the compound, or a stem that the word may be a damaged form of.</summary>
    Near,

    /// <summary>A root, a group of letters, a turn of phrase: adds weight, proves nothing.</summary>
    Faint,
}

/// <summary>
/// What the words of a document are found by: stem, root, parts of a compound, groups of four letters. A
/// part has the same feature as the word it is, so that <c>bredband</c> finds <c>bredbandsutbyggnad</c>. Filled while the
/// document is read; only read afterwards, and then safe for many threads.
/// </summary>
internal sealed class FeatureSpace
{
    private const float RootWeight = 0.3f;
    private const float PartWeight = 0.3f;
    private const float LettersWeight = 0.8f;
    private const float ReplyWordWeight = 0.4f;
    private const float SimilarWeight = 0.4f;
    private const float FormulaWeight = 0.5f;
    private const int LetterGroup = 4;

    private readonly CompoundSplitter _compounds;
    private readonly SimilarStems _similar;
    private readonly HashSet<string> _stemsOfDocument;
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _letters = [];
    private readonly Dictionary<string, Feature[]> _ofWord = new(StringComparer.Ordinal);

    /// <param name="vocabulary">The document's different words, without function words.</param>
    /// <param name="formulas">Its different turns of phrase, see <see cref="SwedishWords.FormulasIn"/>.</param>
    public FeatureSpace(IReadOnlyCollection<string> vocabulary, IReadOnlyCollection<string> formulas)
    {
        _compounds = new CompoundSplitter(vocabulary);
        _stemsOfDocument = new HashSet<string>(vocabulary.Select(SwedishStemmer.Stem), StringComparer.Ordinal);
        _similar = new SimilarStems(_stemsOfDocument);
        foreach (string word in vocabulary) _ofWord[word] = [.. Features(word, adds: true)];
        // A formula holds a space and a word never does, so both can stand in one table.
        foreach (string formula in formulas) _ofWord[formula] = [new Feature(Count++, FormulaWeight, FeatureKind.Faint)];
    }

    /// <summary>The stems of a word and of the parts it is made of.</summary>
    public IEnumerable<string> StemsIn(string word) => _compounds.Split(word).Prepend(word).Select(SwedishStemmer.Stem);

    /// <summary>How many features there are; ids lie below it.</summary>
    public int Count { get; private set; }

    /// <summary>The features of a word or formula of the document; empty for any other.</summary>
    public ReadOnlySpan<Feature> OfDocument(string word) => _ofWord.GetValueOrDefault(word);

    /// <summary>The features of any word, as far as the document has them, and those of words it may be a damaged form of.</summary>
    public IEnumerable<Feature> OfAny(string word)
    {
        foreach (Feature feature in _ofWord.TryGetValue(word, out Feature[]? known) ? known : Features(word, adds: false)) yield return feature;
        string stem = SwedishStemmer.Stem(word);
        // A word that the document knows is probably meant as it stands.
        float doubt = _stemsOfDocument.Contains(stem) ? 0.5f : 1f;
        foreach (string other in _similar.To(stem))
        {
            if (!_stems.TryGetValue(other, out int id)) continue;
            float plain = Math.Min(PlainWeight(stem), PlainWeight(other));
            yield return new Feature(id, SimilarWeight * doubt * plain, FeatureKind.Near);
        }
    }

    private static float PlainWeight(string stem) => SwedishWords.IsReplyWord(stem) ? ReplyWordWeight : 1f;

    private IEnumerable<Feature> Features(string word, bool adds)
    {
        string stem = SwedishStemmer.Stem(word);
        float plain = PlainWeight(stem);
        if (Id(_stems, stem, adds) is >= 0 and int whole) yield return new Feature(whole, plain, FeatureKind.WholeWord);
        if (WordRoots.Of(stem) is { } root && Id(_roots, root, adds) is >= 0 and int rooted) yield return new Feature(rooted, plain * RootWeight, FeatureKind.Faint);
        foreach (string part in _compounds.Split(word))
        {
            string partStem = SwedishStemmer.Stem(part);
            if (Id(_stems, partStem, adds) is >= 0 and int id) yield return new Feature(id, PlainWeight(partStem) * PartWeight, FeatureKind.Near);
        }
        ulong[] groups = [.. LetterGroups(stem)];
        foreach (ulong group in groups)
        {
            // Long words have many groups; together they count for the root of their number.
            if (Id(_letters, group, adds) is >= 0 and int id) yield return new Feature(id, plain * LettersWeight / MathF.Sqrt(groups.Length), FeatureKind.Faint);
        }
    }

    // Four letters of 16 bits each are one key; the word's ends count as letters.
    private static IEnumerable<ulong> LetterGroups(string stem)
    {
        ulong group = '_';
        for (int i = 0; i <= stem.Length; i++)
        {
            group = (group << 16) | (i < stem.Length ? stem[i] : '_');
            if (i + 2 >= LetterGroup) yield return group;
        }
    }

    private int Id<TKey>(Dictionary<TKey, int> ids, TKey key, bool adds)
        where TKey : notnull
    {
        if (ids.TryGetValue(key, out int id)) return id;
        if (!adds) return -1;
        ids[key] = Count;
        return Count++;
    }
}
