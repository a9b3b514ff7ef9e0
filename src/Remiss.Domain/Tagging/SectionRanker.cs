using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Tagging;

/// <summary>
/// Ranks the sections of one consulted document by how likely a text concerns them, judged by wording
/// alone, and says how sure it is. Built once per document in time linear in its length; immutable, and
/// safe for many threads. The same input always gives the same ranking.
/// </summary>
public sealed class SectionRanker
{
    private const float TitleWeight = 2;
    private const float ScopeTitleWeight = 0.7f;
    private const float ItemWeight = 1.5f;

    // Replies speak of what is proposed and assessed, and say which of the two.
    private const double AnnouncedBonus = 1.5;
    private const double NamedKindBonus = 1.5;

    private const int MostLevels = 8;
    private const int MostSuggestions = 3;
    private const double LeastConfidence = 0.2;

    // What likeness to a confirmed text is worth beside a section that has all the text's words: little unless it is great.
    private const double LikenessWeight = 1.0;

    // How fast the chance of being meant falls with the score, among the sections that come second and later.
    private const double Falloff = 6;

    private readonly SectionTree _document;
    private readonly ImmutableArray<(string Text, SectionId Section)> _confirmed;
    private readonly FeatureSpace _features;
    private readonly SectionIndex _index;
    private readonly ConfirmedTexts _taught;
    private readonly ImmutableArray<SectionTraits> _traits;

    /// <param name="document">The consulted document; may be empty.</param>
    public SectionRanker(SectionTree document)
        : this(document, [])
    {
    }

    private SectionRanker(SectionTree document, ImmutableArray<(string Text, SectionId Section)> confirmed)
    {
        _document = document;
        _confirmed = confirmed;
        var words = document.Sections.Select(s => WordsOf(document, s)).ToList();
        var lengths = document.Sections.Select(LengthOf).ToList();
        var taught = confirmed
            .Select(c => (Section: document.IndexOf(c.Section), Words: ConfirmedTexts.WordsOf(c.Text)))
            .Where(c => c.Section >= 0)
            .ToList();
        var vocabulary = new HashSet<string>(StringComparer.Ordinal);
        var formulas = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string word, _) in words.SelectMany(w => w)) (word.Contains(' ', StringComparison.Ordinal) ? formulas : vocabulary).Add(word);
        foreach ((_, IReadOnlyList<string> taughtWords) in taught) vocabulary.UnionWith(taughtWords);
        _features = new FeatureSpace(vocabulary, formulas);
        _index = new SectionIndex(_features, words, lengths);
        _taught = new ConfirmedTexts(_features, taught);
        _traits = [.. document.Sections.Select(s => SectionTraits.Of(document, s))];
    }

    /// <summary>
    /// The same ranker, taught by tags that persons confirmed in this consultation, besides those it knows
    /// already: a text much like a confirmed one is drawn to its section. Sections the document does not have
    /// are passed over.
    /// </summary>
    public SectionRanker WithConfirmed(IEnumerable<(string Text, SectionId Section)> confirmed) =>
        new(_document, _confirmed.AddRange(confirmed));

    /// <summary>
    /// All sections, the likeliest first; equals stand in document order. Confidence falls along the list and sums to
    /// at most 1; it is 0 throughout where the text shares no word with the document.
    /// </summary>
    public ImmutableArray<SectionSuggestion> Rank(string text)
    {
        if (_document.Sections.IsEmpty) return [];
        TextQuery query = TextQuery.Of(text, _features);
        SectionScores scores = _index.Score(query.Features.Select(f => (f.Key, f.Value.All, f.Value.WholeWord)));
        for (int i = 0; i < scores.All.Length; i++) Adjust(scores, i, query);
        (double Likeness, int Shared)[] likeness = _taught.LikenessTo(query, scores.All.Length, _index.RarityOf);
        Learn(scores, likeness, query.Subjects.Values.Sum(_index.RarityOf));

        int[] order = [.. Enumerable.Range(0, scores.All.Length)];
        Array.Sort(order, (a, b) => scores.All[a] != scores.All[b] ? scores.All[b].CompareTo(scores.All[a]) : a.CompareTo(b));
        double confidence = RankingConfidence.Of(EvidenceOf(scores, order, query, likeness[order[0]].Shared));
        return WithConfidence(scores.All, order, confidence);
    }

    /// <summary>
    /// The sections worth showing to a person: at most three, in document order as tags stand; none where
    /// it would be a guess. They are suggestions, and count as tags only when they are accepted.
    /// </summary>
    public ImmutableArray<SectionTag> Suggest(string text) =>
    [
        .. Rank(text)
            .Take(MostSuggestions)
            .Where(s => s.Confidence >= LeastConfidence)
            .OrderBy(s => _document.IndexOf(s.Section.Id))
            .Select(s => new SectionTag(s.Section.Id, s.Section.Number, s.Section.Title, TagSource.Suggested, s.Confidence)),
    ];

    private static bool IsSubject(string word) => !SwedishWords.IsFunctionWord(word);

    private static List<(string Word, float Weight)> WordsOf(SectionTree document, Section section)
    {
        var words = new List<(string Word, float Weight)>();
        Add(section.Title, TitleWeight);
        foreach (Section scope in document.SelfAndAncestors(section).Skip(1).Take(MostLevels)) Add(scope.Title, ScopeTitleWeight);
        Add(section.Text, 1);
        words.AddRange(SwedishWords.FormulasIn(section.Text).Select(f => (f, 1f)));
        foreach (SectionItem item in section.Items) Add(item.Text, ItemWeight);
        return words;

        void Add(string text, float weight)
        {
            foreach (string word in SwedishWords.In(text))
            {
                if (IsSubject(word)) words.Add((word, weight));
            }
        }
    }

    private static double LengthOf(Section section) =>
        SwedishWords.In(section.Text).Count(IsSubject) + (TitleWeight * SwedishWords.In(section.Title).Count(IsSubject));

    private void Adjust(SectionScores scores, int section, TextQuery query)
    {
        SectionTraits traits = _traits[section];
        double bonus = traits.Proposes || traits.Assesses ? AnnouncedBonus : 0;
        bool kindIsNamed = query.OfProposal != query.OfAssessment && (query.OfProposal ? traits.Proposes : traits.Assesses);
        double added = kindIsNamed ? NamedKindBonus : 0;
        scores.All[section] = ((scores.All[section] + bonus) * traits.Weight) + added;
        scores.WholeWords[section] = ((scores.WholeWords[section] + bonus) * traits.Weight) + added;
    }

    private static void Learn(SectionScores scores, (double Likeness, int Shared)[] likeness, double weightOfText)
    {
        for (int i = 0; i < likeness.Length; i++)
        {
            double learned = LikenessWeight * weightOfText * likeness[i].Likeness * likeness[i].Likeness;
            scores.All[i] += learned;
            scores.WholeWords[i] += learned;
        }
    }

    private RankingEvidence EvidenceOf(SectionScores scores, int[] order, TextQuery query, int sharedWithConfirmed)
    {
        int first = order[0];
        double bestOther = 0;
        for (int i = 1; i < order.Length; i++) bestOther = Math.Max(bestOther, scores.WholeWords[order[i]]);
        double own = scores.WholeWords[first];
        double higher = Math.Max(own, bestOther);
        int matched = Math.Max(query.SubjectsIn(_index, first), sharedWithConfirmed);
        return new RankingEvidence(
            scores.All[first], order.Length > 1 ? scores.All[order[1]] : 0, higher > 0 ? (own - bestOther) / higher : 0, matched);
    }

    private ImmutableArray<SectionSuggestion> WithConfidence(double[] scores, int[] order, double confidence)
    {
        double best = scores[order[0]];
        double Share(int section) => best > 0 ? Math.Exp(Falloff * ((scores[section] / best) - 1)) : 0;
        double others = order.Skip(1).Sum(Share);
        var ranking = ImmutableArray.CreateBuilder<SectionSuggestion>(order.Length);
        foreach (int section in order)
        {
            double own = ranking.Count == 0 ? confidence
                : confidence > 0 && others > 0 ? Math.Min(ranking[^1].Confidence, (1 - confidence) * Share(section) / others) : 0;
            ranking.Add(new SectionSuggestion(_document.Sections[section], own));
        }
        return ranking.MoveToImmutable();
    }
}
