namespace Remiss.Domain.Tagging;

/// <summary>
/// What persons have confirmed in this consultation, and how like a new text is to it. Replies to one
/// document return to the same points in much the same words, so a text that is like a confirmed one
/// most likely concerns the same section; one that is like none is left to the document's own words.
/// </summary>
internal sealed class ConfirmedTexts
{
    // Fewer shared words, or a smaller share, are met by chance in texts on quite other matters.
    private const int FewestShared = 3;
    private const double LeastLikeness = 0.2;

    private readonly List<(int Place, double Weight)> _texts = [];
    private readonly Dictionary<string, List<int>> _textsWith = new(StringComparer.Ordinal);

    /// <param name="texts">Each text's subjects by their stems, with what they count for, and the place it was confirmed to concern.</param>
    public ConfirmedTexts(IEnumerable<(Dictionary<string, double> Subjects, int Place)> texts)
    {
        foreach ((Dictionary<string, double> subjects, int place) in texts)
        {
            foreach (string stem in subjects.Keys)
            {
                if (!_textsWith.TryGetValue(stem, out List<int>? with)) _textsWith[stem] = with = [];
                with.Add(_texts.Count);
            }
            _texts.Add((place, subjects.Values.Sum()));
        }
    }

    /// <summary>
    /// Per place the likeness of the text to the confirmed text nearest to it: what the subjects in both count
    /// for as a share, 0 to 1, of what those of each do on average, 0 where that is no more than chance; and how many they are.
    /// </summary>
    /// <param name="subjects">The text's subjects by their stems, with what they count for.</param>
    /// <param name="places">How many places the document has.</param>
    public (double Likeness, int Shared)[] LikenessTo(Dictionary<string, double> subjects, int places)
    {
        var nearest = new (double Likeness, int Shared)[places];
        if (_texts.Count == 0) return nearest;
        var shared = new Dictionary<int, (double Weight, int Count)>();
        foreach ((string stem, double weight) in subjects)
        {
            foreach (int text in _textsWith.GetValueOrDefault(stem, []))
            {
                (double soFar, int count) = shared.GetValueOrDefault(text);
                shared[text] = (soFar + weight, count + 1);
            }
        }
        double whole = subjects.Values.Sum();
        foreach ((int text, (double weight, int count)) in shared)
        {
            double likeness = 2 * weight / (whole + _texts[text].Weight);
            int place = _texts[text].Place;
            if (count >= FewestShared && likeness >= LeastLikeness && likeness > nearest[place].Likeness) nearest[place] = (likeness, count);
        }
        return nearest;
    }
}
