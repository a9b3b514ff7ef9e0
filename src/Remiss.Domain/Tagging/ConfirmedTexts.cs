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
    /// Per section the likeness of the text to the confirmed text nearest to it: the share, 0 to 1, of its subjects
    /// that stand there too, each counted by its rarity; and how many they are.
    /// </summary>
    /// <param name="query">The text.</param>
    /// <param name="sectionCount">How many sections the document has.</param>
    /// <param name="rarity">What each subject of the text counts for.</param>
    public (double Likeness, int Shared)[] LikenessTo(TextQuery query, int sectionCount, Func<int[], double> rarity)
    {
        var nearest = new (double Likeness, int Shared)[sectionCount];
        if (_sections.Length == 0) return nearest;
        var shared = new double[_sections.Length];
        var subjects = new int[_sections.Length];
        double whole = 0;
        foreach (int[] proofs in query.Subjects.Values)
        {
            double weight = rarity(proofs);
            whole += weight;
            foreach (int text in proofs.SelectMany(_index.Holders).Distinct())
            {
                shared[text] += weight;
                subjects[text]++;
            }
        }
        for (int text = 0; text < shared.Length; text++)
        {
            // One shared word is no likeness.
            if (subjects[text] < FewestShared || !(whole > 0)) continue;
            int section = _sections[text];
            double likeness = shared[text] / whole;
            if (likeness > nearest[section].Likeness) nearest[section] = (likeness, subjects[text]);
        }
        return nearest;
    }
}
