using System.Collections.Immutable;

namespace Remiss.Domain.Tagging;

/// <summary>
/// What persons have confirmed in this consultation, and how like a new text is to it. Replies to one
/// document return to the same points in much the same words, so a text that is like a confirmed one
/// most likely concerns the same section; one that is like none is left to the document's own words.
/// Immutable; adding a text costs a few steps per word and leaves the rest shared.
/// </summary>
internal sealed class ConfirmedTexts
{
    /// <summary>No texts.</summary>
    public static readonly ConfirmedTexts None = new(ImmutableDictionary.Create<string, Holders>(StringComparer.Ordinal));

    // Fewer shared words, or a smaller share, are met by chance in texts on quite other matters.
    private const int FewestShared = 3;
    private const double LeastLikeness = 0.3;

    // A word in more texts than this likens no two of them, and following it would cost more than all others.
    private const int MostHolders = 200;

    private sealed record ConfirmedText(int Place, double Weight);

    private sealed record Link(ConfirmedText Text, Link? Next);

    // The chain is dropped where it has grown too long.
    private readonly record struct Holders(int Count, Link? First);

    private readonly ImmutableDictionary<string, Holders> _holders;

    private ConfirmedTexts(ImmutableDictionary<string, Holders> holders) => _holders = holders;

    /// <summary>These texts and more.</summary>
    /// <param name="texts">Each text's subjects by their stems, with what they count for, and the place it was confirmed to concern.</param>
    public ConfirmedTexts With(IEnumerable<(Dictionary<string, double> Subjects, int Place)> texts)
    {
        var holders = _holders.ToBuilder();
        foreach ((Dictionary<string, double> subjects, int place) in texts)
        {
            var text = new ConfirmedText(place, subjects.Values.Sum());
            foreach (string stem in subjects.Keys)
            {
                Holders before = holders.GetValueOrDefault(stem);
                holders[stem] = new Holders(before.Count + 1, before.Count < MostHolders ? new Link(text, before.First) : null);
            }
        }
        return new ConfirmedTexts(holders.ToImmutable());
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
        if (_holders.IsEmpty) return nearest;
        var shared = new Dictionary<ConfirmedText, (double Weight, int Count)>(ReferenceEqualityComparer.Instance);
        foreach ((string stem, double weight) in subjects)
        {
            for (Link? link = _holders.GetValueOrDefault(stem).First; link is not null; link = link.Next)
            {
                (double soFar, int count) = shared.GetValueOrDefault(link.Text);
                shared[link.Text] = (soFar + weight, count + 1);
            }
        }
        double whole = subjects.Values.Sum();
        foreach ((ConfirmedText text, (double weight, int count)) in shared)
        {
            double likeness = 2 * weight / (whole + text.Weight);
            // By likeness and then by count, so that the order of confirming does not matter.
            if (count >= FewestShared && likeness >= LeastLikeness && (likeness, count).CompareTo(nearest[text.Place]) > 0) nearest[text.Place] = (likeness, count);
        }
        return nearest;
    }
}
