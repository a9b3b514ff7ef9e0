namespace Remiss.Domain.Tagging;

/// <summary>
/// The words of each section, weighted by the place they stand in, found by their features and scored by BM25
/// (Robertson's weighting with fields folded into one frequency, BM25F). Immutable once built.
/// </summary>
internal sealed class SectionIndex
{
    // Saturation of a repeated word, and how much a long section is held back; tuned on bills.
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.5;

    private readonly record struct Posting(int Section, float Frequency);

    private readonly Posting[][] _postings;
    private readonly double[] _lengthFactor;

    /// <param name="features">What the words are found by.</param>
    /// <param name="sections">Per section its words with the weight of their place.</param>
    /// <param name="lengths">Per section its length in words.</param>
    public SectionIndex(FeatureSpace features, IReadOnlyList<IReadOnlyList<(string Word, float Weight)>> sections, IReadOnlyList<double> lengths)
    {
        var postings = new List<Posting>[features.Count];
        var frequency = new float[features.Count];
        var touched = new List<int>();
        for (int section = 0; section < sections.Count; section++)
        {
            foreach ((string word, float weight) in sections[section])
            {
                foreach (Feature feature in features.OfDocument(word))
                {
                    if (frequency[feature.Id] == 0) touched.Add(feature.Id);
                    frequency[feature.Id] += weight * feature.Weight;
                }
            }
            foreach (int id in touched)
            {
                (postings[id] ??= []).Add(new Posting(section, frequency[id]));
                frequency[id] = 0;
            }
            touched.Clear();
        }
        _postings = [.. postings.Select(p => p is null ? [] : p.ToArray())];

        double average = lengths.Where(l => l > 0).DefaultIfEmpty(1).Average();
        _lengthFactor = [.. lengths.Select(l => Saturation * (1 - LengthWeight + (LengthWeight * l / average)))];
    }

    /// <summary>Adds one to each entry that has any of the features.</summary>
    public void CountHolders(int[] features, int[] counts)
    {
        foreach (int entry in features.SelectMany(f => _postings[f]).Select(p => p.Section).Distinct()) counts[entry]++;
    }

    /// <summary>How many entries have the commonest of the features.</summary>
    public int Spread(int[] features) => features.Length == 0 ? 0 : features.Max(f => _postings[f].Length);

    /// <summary>How much the commonest of the features tells one entry from the others; greatest where none is given; at least 0.</summary>
    public double RarityOf(int[] features) => Rarity(features.Length == 0 ? 0 : features.Max(f => _postings[f].Length));

    private double Rarity(int holders) => Math.Log(1 + ((_lengthFactor.Length - holders + 0.5) / (holders + 0.5)));

    /// <summary>Scores all entries for a set of features with their weights; ids outside the index are not allowed.</summary>
    public double[] Score(IReadOnlyDictionary<int, double> query)
    {
        var scores = new double[_lengthFactor.Length];
        foreach ((int feature, double weight) in query)
        {
            Posting[] postings = _postings[feature];
            double worth = Dampened(weight) * Rarity(postings.Length);
            foreach (Posting posting in postings)
                scores[posting.Section] += worth * posting.Frequency * (Saturation + 1) / (posting.Frequency + _lengthFactor[posting.Section]);
        }
        return scores;
    }

    // A word said twice is not twice the subject.
    private static double Dampened(double weight) => weight <= 1 ? weight : 1 + Math.Log(weight);
}
