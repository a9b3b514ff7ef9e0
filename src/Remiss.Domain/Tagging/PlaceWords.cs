using Remiss.Domain.Sections;

namespace Remiss.Domain.Tagging;

/// <summary>The words of each place that can be suggested, with the weight of where they stand.</summary>
internal sealed class PlaceWords
{
    private const float TitleWeight = 2;
    private const float ScopeTitleWeight = 0.7f;
    private const float ItemWeight = 1.5f;
    private const int MostLevels = 8;

    private readonly List<IReadOnlyList<(string Word, float Weight)>> _places = [];
    private readonly List<double> _lengths = [];
    private readonly HashSet<string> _vocabulary = new(StringComparer.Ordinal);
    private readonly HashSet<string> _formulas = new(StringComparer.Ordinal);

    public PlaceWords(SectionTree document, SuggestedPlaces places)
    {
        for (int place = 0; place < places.All.Length; place++)
        {
            Section section = places.All[place];
            var words = new List<(string Word, float Weight)>();
            double length = 0;
            foreach (Section scope in document.SelfAndAncestors(section).Skip(1).Take(MostLevels)) Add(words, scope.Title, ScopeTitleWeight);
            foreach (Section part in places.PartsOf[place].Prepend(section))
            {
                length += TitleWeight * Add(words, part.Title, TitleWeight);
                length += Add(words, part.Text, 1);
                foreach (string formula in SwedishWords.FormulasIn(part.Text))
                {
                    _formulas.Add(formula);
                    words.Add((formula, 1));
                }
                foreach (SectionItem item in part.Items) Add(words, item.Text, ItemWeight);
            }
            _places.Add(words);
            _lengths.Add(length);
        }
    }

    /// <summary>Per place its words and turns of phrase; the latter hold a space.</summary>
    public IReadOnlyList<IReadOnlyList<(string Word, float Weight)>> OfPlaces => _places;

    /// <summary>Per place its length in words, points left out.</summary>
    public IReadOnlyList<double> Lengths => _lengths;

    /// <summary>The document's different words, function words left out.</summary>
    public IReadOnlyCollection<string> Vocabulary => _vocabulary;

    /// <summary>Its different turns of phrase, see <see cref="SwedishWords.FormulasIn"/>.</summary>
    public IReadOnlyCollection<string> Formulas => _formulas;

    private int Add(List<(string Word, float Weight)> words, string text, float weight)
    {
        int before = words.Count;
        foreach (string word in SwedishWords.In(text))
        {
            if (SwedishWords.IsFunctionWord(word)) continue;
            _vocabulary.Add(word);
            words.Add((word, weight));
        }
        return words.Count - before;
    }
}
