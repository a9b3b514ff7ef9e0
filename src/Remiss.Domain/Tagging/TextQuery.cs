namespace Remiss.Domain.Tagging;

/// <summary>A text as it is looked for in a document.</summary>
/// <param name="Features">Its features with their weight.</param>
/// <param name="Subjects">Per word that carries a subject the features that show it; none where the document has nothing like it.</param>
/// <param name="Unknown">The stems of the words, names of places and services among them, that the document has nothing like.</param>
/// <param name="OfProposal">It speaks of a proposal (<c>förslaget</c>).</param>
/// <param name="OfAssessment">It speaks of an assessment (<c>bedömningen</c>).</param>
internal sealed record TextQuery(
    Dictionary<int, double> Features, Dictionary<string, int[]> Subjects, IReadOnlySet<string> Unknown, bool OfProposal, bool OfAssessment)
{
    private const double NameWeight = 0.2;

    /// <summary>Reads a text into the features of a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="space">The document's features.</param>
    /// <param name="general">Stems that say nothing of where in the document it is, such as those of its own title.</param>
    public static TextQuery Of(string text, FeatureSpace space, IReadOnlySet<string> general)
    {
        var features = new Dictionary<int, double>();
        var subjects = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
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
            if (SwedishWords.IsReplyWord(stem) || general.Contains(stem)) continue;
            int[] proofs = Proofs(found);
            if (proofs.Length == 0) unknown.Add(stem);
            if (!isName) subjects[stem] = proofs;
        }
        foreach ((string formula, int times) in SwedishWords.FormulasIn(text).CountBy(f => f)) Add(space.OfDocument(formula), times);
        return new TextQuery(features, subjects, unknown, ofProposal, ofAssessment);

        void Add(ReadOnlySpan<Feature> found, double weight)
        {
            foreach (Feature feature in found)
            {
                features[feature.Id] = features.GetValueOrDefault(feature.Id) + (weight * feature.Weight);
            }
        }
    }

    // A word the document has stands for itself; only one it lacks may be shown by its parts or its like.
    private static int[] Proofs(Feature[] found)
    {
        FeatureKind kind = Array.Exists(found, f => f.Kind == FeatureKind.WholeWord) ? FeatureKind.WholeWord : FeatureKind.Near;
        return [.. found.Where(f => f.Kind == kind).Select(f => f.Id)];
    }
}
