namespace Remiss.Domain.Tagging;

/// <summary>
/// What persons have confirmed in this consultation, and how like a new text is to it. Replies to one
/// document return to the same points in much the same words, so a text that is like a confirmed one
/// most likely concerns the same section; one that is like none is left to the document's own words.
/// </summary>
internal sealed class ConfirmedTexts
{
    private const int FewestShared = 2;

    private readonly int[] _sections;
    private readonly SectionIndex _index;

    /// <param name="features">The feature space, which knows the words of these texts.</param>
    /// <param name="texts">Each text's words that carry a subject, and the place of its section in the document.</param>
    public ConfirmedTexts(FeatureSpace features, IReadOnlyList<(int Section, IReadOnlyList<string> Words)> texts)
    {
        _sections = [.. texts.Select(t => t.Section)];
        _index = new SectionIndex(
            features, [.. texts.Select(t => (IReadOnlyList<(string, float)>)[.. t.Words.Select(w => (w, 1f))])], [.. texts.Select(t => (double)t.Words.Count)]);
    }

    /// <summary>What is kept of a confirmed text: its words that carry a subject.</summary>
    public static IReadOnlyList<string> WordsOf(string text) =>
    [
        .. SwedishWords.Read(text)
            .Where(w => !w.IsName && !SwedishWords.IsFunctionWord(w.Word) && !SwedishWords.IsReplyWord(SwedishStemmer.Stem(w.Word)))
            .Select(w => w.Word),
    ];

    /// <summary>
    /// Per section the likeness of the text to the confirmed text nearest to it, 0 to 1 (the share of the text's
    /// weight in whole words that stands there too), and how many subjects both have.
    /// </summary>
    public (double Likeness, int Shared)[] LikenessTo(TextQuery query, int sectionCount)
    {
        var nearest = new (double Likeness, int Shared)[sectionCount];
        if (_sections.Length == 0 || query.Subjects.Count == 0) return nearest;
        var shared = new double[_sections.Length];
        double whole = 0;
        foreach (int[] proofs in query.Subjects.Values)
        {
            // A word that no one has used says as much against a likeness as a rare word says for it.
            double rarity = proofs.Length == 0 ? _index.GreatestRarity : proofs.Max(_index.RarityOf);
            whole += rarity;
            foreach (int text in proofs.SelectMany(_index.Holders).Distinct()) shared[text] += rarity;
        }
        for (int text = 0; text < shared.Length; text++)
        {
            double likeness = whole > 0 ? shared[text] / whole : 0;
            int section = _sections[text];
            if (likeness <= nearest[section].Likeness) continue;
            int subjects = query.SubjectsIn(_index, text);
            // One shared word is no likeness.
            if (subjects >= FewestShared) nearest[section] = (likeness, subjects);
        }
        return nearest;
    }
}
