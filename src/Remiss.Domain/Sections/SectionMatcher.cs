using System.Collections.Immutable;

namespace Remiss.Domain.Sections;

/// <summary>
/// Tells for two versions of a document which section continues which. Text and title decide; a number only where they
/// leave it open, for one inserted section shifts all numbers after it. Total: any two trees give an account in which each
/// older and each newer section stands exactly once as what continues or is continued.
/// </summary>
public static class SectionMatcher
{
    // What is worth what when several sections could be the continuation.
    private const double TitleWeight = 0.8;
    private const double ParentWeight = 0.25;
    private const double NumberWeight = 0.15;

    // From here on a text is the same text, changed.
    private const double SameText = 0.5;
    private const double AkinText = 0.3;
    private const double AkinTitle = 0.6;

    // A word in more titles than this (Åtgärder, below every chapter) leads to those nearest in place only.
    private const int MostByWord = 40;

    /// <summary>What became of each older section, in its order, and then the new ones, in theirs.</summary>
    public static ImmutableArray<SectionChange> Match(SectionTree older, SectionTree newer)
    {
        var likeness = new SectionLikeness(older, newer);
        var pairs = new Pairing(older, newer);
        foreach ((int before, int after, _) in Candidates(older, newer, likeness).OrderByDescending(c => c.Score).ThenBy(c => Math.Abs(c.Before - c.After)).ThenBy(c => c.Before))
            pairs.Join(before, after);
        Dictionary<int, int> merged = Merge(older, newer, likeness, pairs);

        var changes = ImmutableArray.CreateBuilder<SectionChange>(older.Sections.Length + newer.Sections.Length);
        for (int i = 0; i < older.Sections.Length; i++)
        {
            if (pairs.After(i) is { } after) changes.Add(Continued(i, after));
            else if (merged.TryGetValue(i, out int into)) changes.Add(new SectionChange(i, into, SectionFate.Merged, Math.Round(likeness.Held(i, into), 3)));
            else changes.Add(new SectionChange(i, null, SectionFate.Removed, 0));
        }
        for (int j = 0; j < newer.Sections.Length; j++)
        {
            if (!pairs.IsTaken(j)) changes.Add(new SectionChange(null, j, SectionFate.New, 0));
        }
        return changes.ToImmutable();

        SectionChange Continued(int i, int j)
        {
            double titles = likeness.OfTitles(i, j);
            double? texts = likeness.OfTexts(i, j);
            bool sameNumber = SameNumber(older.Sections[i], newer.Sections[j]);
            SectionFate fate = texts < SameText && titles >= AkinTitle ? SectionFate.Rewritten
                : titles < 1 ? SectionFate.Renamed
                : sameNumber ? SectionFate.Same : SectionFate.Renumbered;
            return new SectionChange(i, j, fate, Math.Round(texts ?? titles, 3));
        }
    }

    private static List<(int Before, int After, double Score)> Candidates(SectionTree older, SectionTree newer, SectionLikeness likeness)
    {
        ILookup<string, int> byWord = newer.Sections.SelectMany((s, j) => TitleWords(s).Select(word => (word, j))).ToLookup(w => w.word, w => w.j, StringComparer.Ordinal);
        HashSet<string> repeated = [.. Repeated(older), .. Repeated(newer)];
        var candidates = new List<(int, int, double)>();
        for (int i = 0; i < older.Sections.Length; i++)
        {
            Section before = older.Sections[i];
            bool isRepeated = repeated.Contains(SectionKeys.Of(before.Title));
            foreach (int j in likeness.Touched(i).Concat(TitleWords(before).SelectMany(word => Nearest(byWord[word], i))).Distinct())
            {
                Section after = newer.Sections[j];
                double titles = likeness.OfTitles(i, j), parents = likeness.OfParents(i, j);
                double? texts = likeness.OfTexts(i, j);
                bool sameNumber = SameNumber(before, after);
                bool continues = titles >= 1
                    // ”Uppföljning” below every chapter: the title alone tells nothing.
                    ? !isRepeated || texts >= AkinText || parents >= AkinTitle
                    : titles >= AkinTitle
                        ? texts >= AkinText || (texts is null && sameNumber)
                        : texts >= SameText;
                if (continues) candidates.Add((i, j, (texts ?? 0) + TitleWeight * titles + ParentWeight * parents + (sameNumber ? NumberWeight : 0)));
            }
        }
        return candidates;
    }

    /// <summary>Where what is left over went: into the section that holds its words, or, for a mere heading, to where most of its parts went.</summary>
    private static Dictionary<int, int> Merge(SectionTree older, SectionTree newer, SectionLikeness likeness, Pairing pairs)
    {
        var merged = new Dictionary<int, int>();
        // From the end, so that parts are decided before what they are parts of.
        for (int i = older.Sections.Length - 1; i >= 0; i--)
        {
            if (pairs.After(i) is not null) continue;
            if (likeness.HasText(i))
            {
                int holds = likeness.Touched(i).OrderByDescending(j => likeness.Held(i, j)).ThenBy(j => j).FirstOrDefault(-1);
                if (holds >= 0 && likeness.Held(i, holds) >= SameText) merged[i] = holds;
                continue;
            }
            if (HomeOfParts(i) is not { } home) continue;
            if (!pairs.IsTaken(home)) pairs.Join(i, home);
            else merged[i] = home;
        }
        return merged;

        int? HomeOfParts(int i)
        {
            Section heading = older.Sections[i];
            var homes = new List<int>();
            int parts = 0;
            foreach (Section part in older.Descendants(heading).Where(d => older.Parent(d) == heading))
            {
                parts++;
                int at = older.IndexOf(part.Id);
                if (pairs.After(at) is { } after && newer.Parent(newer.Sections[after]) is { } parent) homes.Add(newer.IndexOf(parent.Id));
                else if (merged.TryGetValue(at, out int into)) homes.Add(into);
            }
            var most = homes.CountBy(home => home).OrderByDescending(count => count.Value).ThenBy(count => count.Key).FirstOrDefault();
            return most.Value * 2 > parts ? most.Key : null;
        }
    }

    private static IEnumerable<int> Nearest(IEnumerable<int> places, int to) => places.OrderBy(place => Math.Abs(place - to)).Take(MostByWord);

    private static IEnumerable<string> TitleWords(Section section) => SectionKeys.Of(section.Title).Split(' ').Where(w => w.Length > 2).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Repeated(SectionTree tree) =>
        tree.Sections.CountBy(s => SectionKeys.Of(s.Title)).Where(count => count.Value > 1).Select(count => count.Key);

    private static bool SameNumber(Section a, Section b) =>
        string.Equals(a.Number?.Replace(" ", string.Empty, StringComparison.Ordinal), b.Number?.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    /// <summary>Which section continues which; each at most once.</summary>
    private sealed class Pairing(SectionTree older, SectionTree newer)
    {
        private readonly int?[] _after = new int?[older.Sections.Length];
        private readonly bool[] _taken = new bool[newer.Sections.Length];

        public int? After(int before) => _after[before];

        public bool IsTaken(int after) => _taken[after];

        public void Join(int before, int after)
        {
            if (_after[before] is not null || _taken[after]) return;
            _after[before] = after;
            _taken[after] = true;
        }
    }
}
