namespace Remiss.Domain.Tagging;

/// <summary>
/// What persons have confirmed in this consultation, and how like a new text is to it. Replies to one
/// document return to the same points in much the same words, so a text that is like a confirmed one
/// most likely concerns the same section; one that is like none is left to the document's own words.
/// </summary>
internal sealed class ConfirmedTexts
{
    // Fewer shared words, or a smaller share, are met by chance in texts on quite other matters.
    public static int FewestShared = 2;
    public static double LeastLikeness = 0.25;

    private readonly List<int> _places = [];
    private readonly Dictionary<string, List<int>> _textsWith = new(StringComparer.Ordinal);

    /// <param name="texts">Each text, and the place it was confirmed to concern.</param>
    public ConfirmedTexts(IEnumerable<(string Text, int Place)> texts)
    {
        foreach ((string text, int place) in texts)
        {
            foreach (string stem in StemsOf(text))
            {
                if (!_textsWith.TryGetValue(stem, out List<int>? with)) _textsWith[stem] = with = [];
                with.Add(_places.Count);
            }
            _places.Add(place);
        }
    }

    /// <summary>How many texts there are.</summary>
    public int Count => _places.Count;

    /// <summary>
    /// Per place the likeness of the text to the confirmed text nearest to it: the share, 0 to 1, of its subjects
    /// that stand there too, each counted by its rarity, 0 where that is no more than chance; and how many they are.
    /// </summary>
    /// <param name="query">The text.</param>
    /// <param name="places">How many places the document has.</param>
    /// <param name="rarity">What each subject of the text counts for.</param>
    public (double Likeness, int Shared)[] LikenessTo(TextQuery query, int places, Func<int[], double> rarity)
    {
        var nearest = new (double Likeness, int Shared)[places];
        var shared = new Dictionary<int, (double Weight, int Count)>();
        double whole = 0;
        foreach ((string stem, int[] proofs) in query.Subjects)
        {
            double weight = rarity(proofs);
            whole += weight;
            foreach (int text in _textsWith.GetValueOrDefault(stem, []))
            {
                (double soFar, int count) = shared.GetValueOrDefault(text);
                shared[text] = (soFar + weight, count + 1);
            }
        }
        foreach ((int text, (double weight, int count)) in shared)
        {
            double likeness = weight / whole;
            if (count < FewestShared || !(likeness >= LeastLikeness) || likeness <= nearest[_places[text]].Likeness) continue;
            nearest[_places[text]] = (likeness, count);
        }
        return nearest;
    }

    private static HashSet<string> StemsOf(string text) =>
    [
        .. SwedishWords.Read(text)
            .Where(w => !w.IsName && !SwedishWords.IsFunctionWord(w.Word))
            .Select(w => SwedishStemmer.Stem(w.Word))
            .Where(s => !SwedishWords.IsReplyWord(s)),
    ];
}
