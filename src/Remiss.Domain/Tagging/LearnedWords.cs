using System.Collections.Immutable;

namespace Remiss.Domain.Tagging;

/// <summary>
/// What the words that a document lacks have come to mean in its consultation (everyday words, places, names of
/// services): per word the places that texts with it were confirmed to concern. How much one use of a word tells is not
/// assumed but learned: where words that two texts share seldom concern the same place, words count for little.
/// Immutable; adding a text costs a few steps per word and leaves the rest shared.
/// </summary>
internal sealed class LearnedWords
{
    /// <summary>Nothing learned.</summary>
    public static readonly LearnedWords None = new([], ImmutableDictionary.Create<string, ImmutableArray<Use>>(StringComparer.Ordinal), 0, 0);

    // How much a shared word binds two texts to one place until the consultation itself tells, and how many
    // such words it takes to be believed as much as this.
    private const double UsualBinding = 0.13;
    private const double UsualCount = 20;
    private const double MostBinding = 0.9;

    // Added to the texts of each place, so that the first one does not make its place the usual one.
    private const double PlaceSmoothing = 3;

    // Less than this is no reason to count a word as one that speaks for the place.
    private const double LeastEvidence = 0.5;

    private readonly record struct Use(int Place, int Texts);

    private readonly ImmutableArray<Use> _textsOf;
    private readonly ImmutableDictionary<string, ImmutableArray<Use>> _uses;
    private readonly int _inTwoTexts;
    private readonly int _ofThemInOnePlace;

    private LearnedWords(ImmutableArray<Use> textsOf, ImmutableDictionary<string, ImmutableArray<Use>> uses, int inTwoTexts, int ofThemInOnePlace)
    {
        _textsOf = textsOf;
        _uses = uses;
        _inTwoTexts = inTwoTexts;
        _ofThemInOnePlace = ofThemInOnePlace;
    }

    /// <summary>These and more texts: of each its different words that the document lacks, by their stems, and its place.</summary>
    public LearnedWords With(IEnumerable<(IReadOnlySet<string> Words, int Place)> texts)
    {
        ImmutableArray<Use> textsOf = _textsOf;
        var uses = _uses.ToBuilder();
        int inTwo = _inTwoTexts;
        int inOnePlace = _ofThemInOnePlace;
        foreach ((IReadOnlySet<string> words, int place) in texts)
        {
            textsOf = OneMore(textsOf, place);
            foreach (string word in words)
            {
                ImmutableArray<Use> before = uses.TryGetValue(word, out ImmutableArray<Use> known) ? known : [];
                ImmutableArray<Use> after = OneMore(before, place);
                inTwo += InTwo(after) - InTwo(before);
                inOnePlace += (InTwo(after) * InOne(after)) - (InTwo(before) * InOne(before));
                uses[word] = after;
            }
        }
        return new LearnedWords(textsOf, uses.ToImmutable(), inTwo, inOnePlace);

        static int InTwo(ImmutableArray<Use> uses) => uses.Sum(u => u.Texts) == 2 ? 1 : 0;
        static int InOne(ImmutableArray<Use> uses) => uses.Length == 1 ? 1 : 0;
    }

    /// <summary>
    /// Per place how much the words speak for it (the sum of logarithms of likelihood ratios, none below 0), and how
    /// many of them do. A word that is confirmed all over the document speaks for no place.
    /// </summary>
    /// <param name="words">The different words of a text that the document lacks, by their stems.</param>
    /// <param name="places">How many places the document has.</param>
    public (double Evidence, int Words)[] About(IEnumerable<string> words, int places)
    {
        var about = new (double Evidence, int Words)[places];
        if (_textsOf.IsEmpty) return about;
        double[] share = SharesOf(places);
        double binding = BindingAmong(share);
        if (binding <= 0) return about;
        // The weight of the shares beside the uses counted: the mean of a Dirichlet distribution (Pólya's urn).
        double weight = (1 - binding) / binding;
        foreach (string word in words)
        {
            if (!_uses.TryGetValue(word, out ImmutableArray<Use> uses)) continue;
            int texts = uses.Sum(u => u.Texts);
            foreach ((int place, int inPlace) in uses)
            {
                double evidence = Math.Log((inPlace + (weight * share[place])) / ((texts + weight) * share[place]));
                if (evidence > 0) about[place].Evidence += evidence;
                if (evidence >= LeastEvidence) about[place].Words++;
            }
        }
        return about;
    }

    private double[] SharesOf(int places)
    {
        var share = new double[places];
        Array.Fill(share, PlaceSmoothing);
        foreach ((int place, int texts) in _textsOf) share[place] += texts;
        double whole = share.Sum();
        for (int i = 0; i < places; i++) share[i] /= whole;
        return share;
    }

    // 0 where two texts that share a word concern one place no oftener than any two, 1 where they always do. It is
    // counted over words in just two texts: there are always many of them, and they are what the next word will be like.
    private double BindingAmong(double[] share)
    {
        double byChance = share.Sum(s => s * s);
        double room = 1 - byChance;
        if (room <= 0) return 0;
        double binding = ((_ofThemInOnePlace - (byChance * _inTwoTexts)) + (UsualCount * UsualBinding * room)) / ((_inTwoTexts + UsualCount) * room);
        return Math.Clamp(binding, 0, MostBinding);
    }

    private static ImmutableArray<Use> OneMore(ImmutableArray<Use> uses, int place)
    {
        for (int i = 0; i < uses.Length; i++)
        {
            if (uses[i].Place == place) return uses.SetItem(i, new Use(place, uses[i].Texts + 1));
        }
        return uses.Add(new Use(place, 1));
    }
}
