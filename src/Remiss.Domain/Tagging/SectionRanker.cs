using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Tagging;

/// <summary>
/// Ranks the sections of one consulted document by how likely a text concerns them, judged by wording
/// alone, and says how sure it is. A part without a number in a numbered chapter counts for the chapter (see
/// <see cref="SuggestedPlaces"/>). Built once per document in time linear in its length; immutable, and
/// safe for many threads. The same input always gives the same ranking.
/// </summary>
public sealed class SectionRanker
{
    // Replies speak of what is proposed and assessed, and say which of the two.
    private const double AnnouncedBonus = 1.5;
    private const double NamedKindBonus = 1.5;

    private const int MostSuggestions = 3;
    private const double LeastConfidence = 0.2;

    // Of first suggestions below it, fewer than one in five was right.
    private const double LeastOfFirst = 0.4;

    // A word that this share of the document has tells no place from another.
    private const double CommonFrom = 0.5;
    private const int FewestForCommon = 4;

    // No surer than this of an overview, or by one word alone.
    private const double MostWhereDoubtful = 0.5;

    // What likeness to a confirmed text is worth beside a section that has all the text's words: little unless it is great.
    private const double LikenessWeight = 1.0;

    // What the evidence of a learned word is worth beside the rarity of a word of the document.
    private const double LearnedWeight = 1.5;

    private readonly SectionTree _document;
    private readonly SuggestedPlaces _places;
    private readonly FeatureSpace _features;
    private readonly SectionIndex _index;
    private readonly ImmutableArray<SectionTraits> _traits;
    private readonly HashSet<int> _withParts;
    private readonly HashSet<string> _general;
    private readonly ConfirmedTexts _confirmed;
    private readonly LearnedWords _learned;

    /// <param name="document">The consulted document; may be empty.</param>
    public SectionRanker(SectionTree document)
    {
        _document = document;
        _places = new SuggestedPlaces(document);
        var words = new PlaceWords(document, _places);
        _features = new FeatureSpace(words.Vocabulary, words.Formulas);
        _index = new SectionIndex(_features, words.OfPlaces, words.Lengths);
        _traits = [.. _places.All.Select(s => SectionTraits.Of(document, s))];
        _withParts = [.. _places.All.Select(document.Parent).OfType<Section>().Select(p => _places.PlaceOf(document.IndexOf(p.Id)))];
        _general = [.. SwedishWords.In(document.Title).SelectMany(_features.StemsIn)];
        _confirmed = ConfirmedTexts.None;
        _learned = LearnedWords.None;
    }

    private SectionRanker(SectionRanker other, ConfirmedTexts confirmed, LearnedWords learned)
    {
        _document = other._document;
        _places = other._places;
        _features = other._features;
        _index = other._index;
        _traits = other._traits;
        _withParts = other._withParts;
        _general = other._general;
        _confirmed = confirmed;
        _learned = learned;
    }

    /// <summary>
    /// The same ranker, taught by tags that persons confirmed in this consultation, besides those it knows
    /// already: a text much like a confirmed one is drawn to its section, and a word that the document lacks comes to
    /// speak for the sections it was confirmed with. Sections the document does not have are passed over. What is known
    /// already is not read again, so one more text costs the same however many there are; to withdraw one, teach anew.
    /// </summary>
    public SectionRanker WithConfirmed(IEnumerable<(string Text, SectionId Section)> confirmed)
    {
        (TextQuery Query, int Place)[] read =
        [
            .. confirmed
                .Select(c => (c.Text, Index: _document.IndexOf(c.Section)))
                .Where(c => c.Index >= 0)
                .Select(c => (TextQuery.Of(c.Text, _features, _general), _places.PlaceOf(c.Index))),
        ];
        return new SectionRanker(
            this,
            _confirmed.With(read.Select(r => (SubjectsOf(r.Query), r.Place))),
            _learned.With(read.Select(r => (r.Query.Unknown, r.Place))));
    }

    /// <summary>
    /// All sections that can be suggested, the likeliest first; equals stand in document order. Confidence falls along
    /// the list and sums to at most 1; it is 0 throughout where the text shares no word with the document but such as
    /// stand in its title or all over it.
    /// </summary>
    public ImmutableArray<SectionSuggestion> Rank(string text)
    {
        int count = _places.All.Length;
        if (count == 0) return [];
        TextQuery query = TextQuery.Of(text, _features, _general);
        double[] scores = _index.Score(query.Features);
        Dictionary<string, double> subjects = SubjectsOf(query);
        (double Likeness, int Shared)[] likeness = _confirmed.LikenessTo(subjects, count);
        (double Evidence, int Words)[] learned = _learned.About(query.Unknown, count);
        double all = LikenessWeight * subjects.Values.Sum();
        for (int i = 0; i < count; i++)
        {
            scores[i] = Adjusted(scores[i], _traits[i], query);
            if (likeness[i].Likeness > 0) scores[i] += all * likeness[i].Likeness * likeness[i].Likeness;
            scores[i] += LearnedWeight * learned[i].Evidence;
        }

        int[] matched = Matched(query, likeness, learned);
        double best = scores.Max();
        double[] odds = [.. scores.Select((score, i) => RankingConfidence.Odds(EvidenceOf(i, score, query), best))];
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(order, (a, b) => odds[a] != odds[b] ? odds[b].CompareTo(odds[a]) : a.CompareTo(b));
        double[] chances = RankingConfidence.Chances(odds, matched.Max());
        return WithConfidence(chances, order, matched[order[0]]);
    }

    /// <summary>
    /// The sections worth showing to a person: at most three, in document order as tags stand; none where
    /// it would be a guess. They are suggestions, and count as tags only when they are accepted.
    /// </summary>
    public ImmutableArray<SectionTag> Suggest(string text)
    {
        ImmutableArray<SectionSuggestion> ranking = Rank(text);
        if (ranking.IsEmpty || ranking[0].Confidence < LeastOfFirst) return [];
        return
        [
            .. ranking
                .Take(MostSuggestions)
                .Where(s => s.Confidence >= LeastConfidence)
                .OrderBy(s => _document.IndexOf(s.Section.Id))
                .Select(s => new SectionTag(s.Section.Id, s.Section.Number, s.Section.Title, TagSource.Suggested, s.Confidence)),
        ];
    }

    // What two texts can be alike in: their subjects, and the names that the document lacks.
    private Dictionary<string, double> SubjectsOf(TextQuery query)
    {
        var subjects = query.Subjects.ToDictionary(s => s.Key, s => _index.RarityOf(s.Value), StringComparer.Ordinal);
        foreach (string name in query.Unknown) subjects.TryAdd(name, _index.RarityOf([]));
        return subjects;
    }

    private static bool IsNamedKind(SectionTraits traits, TextQuery query) =>
        query.OfProposal != query.OfAssessment && (query.OfProposal ? traits.Proposes : traits.Assesses);

    private static double Adjusted(double score, SectionTraits traits, TextQuery query)
    {
        double bonus = traits.Proposes || traits.Assesses ? AnnouncedBonus : 0;
        return ((score + bonus) * traits.Weight) + (IsNamedKind(traits, query) ? NamedKindBonus : 0);
    }

    private PlaceEvidence EvidenceOf(int place, double score, TextQuery query)
    {
        SectionTraits traits = _traits[place];
        return new PlaceEvidence(
            score, traits.Proposes || traits.Assesses, IsNamedKind(traits, query), traits.IsBackground, _withParts.Contains(place));
    }

    // Per place how many of the text's subjects it has, common words left out, in itself or by what was confirmed.
    private int[] Matched(TextQuery query, (double Likeness, int Shared)[] likeness, (double Evidence, int Words)[] learned)
    {
        var matched = new int[_places.All.Length];
        double common = matched.Length < FewestForCommon ? matched.Length : CommonFrom * matched.Length;
        foreach (int[] proofs in query.Subjects.Values)
        {
            if (_index.Spread(proofs) <= common) _index.CountHolders(proofs, matched);
        }
        for (int i = 0; i < matched.Length; i++) matched[i] = Math.Max(matched[i] + learned[i].Words, likeness[i].Shared);
        return matched;
    }

    private ImmutableArray<SectionSuggestion> WithConfidence(double[] chances, int[] order, int matched)
    {
        int first = order[0];
        double confidence = RankingConfidence.OfFirst(chances[first]);
        if (matched == 0) confidence = 0;
        else if (matched == 1 || _traits[first].IsOverview) confidence = Math.Min(confidence, MostWhereDoubtful);

        double rest = 1 - chances[first];
        var ranking = ImmutableArray.CreateBuilder<SectionSuggestion>(order.Length);
        foreach (int place in order)
        {
            double own = ranking.Count == 0 ? confidence
                : confidence > 0 && rest > 0 ? Math.Min(ranking[^1].Confidence, (1 - confidence) * chances[place] / rest) : 0;
            ranking.Add(new SectionSuggestion(_places.All[place], own));
        }
        return ranking.MoveToImmutable();
    }
}
