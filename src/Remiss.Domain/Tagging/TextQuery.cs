namespace Remiss.Domain.Tagging;

/// <summary>A text as it is looked for in a document.</summary>
/// <param name="Features">Its features with their weight, all together and as whole words.</param>
/// <param name="Subjects">Per word that carries a subject the features that show it; none where the document has nothing like it.</param>
/// <param name="OfProposal">It speaks of a proposal (<c>förslaget</c>).</param>
/// <param name="OfAssessment">It speaks of an assessment (<c>bedömningen</c>).</param>
internal sealed record TextQuery(
    Dictionary<int, (double All, double WholeWord)> Features, Dictionary<string, int[]> Subjects, bool OfProposal, bool OfAssessment)
{
    private const double NameWeight = 0.2;

    /// <summary>Reads a text into the features of a document.</summary>
    public static TextQuery Of(string text, FeatureSpace space)
    {
        var features = new Dictionary<int, (double All, double WholeWord)>();
        var subjects = new Dictionary<string, int[]>(StringComparer.Ordinal);
        bool ofProposal = false;
        bool ofAssessment = false;
        foreach (((string word, bool isName), int times) in SwedishWords.Read(text).Where(w => !SwedishWords.IsFunctionWord(w.Word)).CountBy(w => w))
        {
            ofProposal |= word.StartsWith("förslag", StringComparison.Ordinal);
            ofAssessment |= word.StartsWith("bedömning", StringComparison.Ordinal);
            Feature[] found = [.. space.OfAny(word)];
            // Who speaks is not what is spoken of; yet the document may answer that very body in the section.
            Add(found, times * (isName ? NameWeight : 1));
            string stem = SwedishStemmer.Stem(word);
            if (!isName && !SwedishWords.IsReplyWord(stem)) subjects[stem] = Proofs(found);
        }
        foreach ((string formula, int times) in SwedishWords.FormulasIn(text).CountBy(f => f)) Add(space.OfDocument(formula), times);
        return new TextQuery(features, subjects, ofProposal, ofAssessment);

        void Add(ReadOnlySpan<Feature> found, double weight)
        {
            foreach (Feature feature in found)
            {
                (double all, double whole) = features.GetValueOrDefault(feature.Id);
                double added = weight * feature.Weight;
                features[feature.Id] = (all + added, feature.Kind == FeatureKind.WholeWord ? whole + added : whole);
            }
        }
    }

    /// <summary>How many of its subjects the entry of the index has.</summary>
    public int SubjectsIn(SectionIndex index, int entry) =>
        Subjects.Values.Count(proofs => Array.Exists(proofs, id => index.Has(entry, id)));

    // A word the document has stands for itself; only one it lacks may be shown by its parts or its like.
    private static int[] Proofs(Feature[] found)
    {
        FeatureKind kind = Array.Exists(found, f => f.Kind == FeatureKind.WholeWord) ? FeatureKind.WholeWord : FeatureKind.Near;
        return [.. found.Where(f => f.Kind == kind).Select(f => f.Id)];
    }
}
