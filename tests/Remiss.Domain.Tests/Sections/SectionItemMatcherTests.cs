using System.Collections.Immutable;
using Remiss.Domain.Sections;

namespace Remiss.Domain.Tests.Sections;

public sealed class SectionItemMatcherTests
{
    // What the newer points continue, by number from 1; “+” is new.
    [TestCase("samma", new[] { "Bygg fiber.", "Resa master." }, new[] { "Bygg fiber.", "Resa master." }, "1,2")]
    [TestCase("en punkt skjuts in", new[] { "Bygg fiber.", "Resa master." }, new[] { "Utbilda lärare i länet.", "Bygg fiber.", "Resa master." }, "+,1,2")]
    [TestCase("en punkt utgår", new[] { "Bygg fiber.", "Resa master.", "Utbilda lärare." }, new[] { "Bygg fiber.", "Utbilda lärare." }, "1,3")]
    [TestCase("byter plats", new[] { "Bygg fiber.", "Resa master." }, new[] { "Resa master.", "Bygg fiber." }, "2,1")]
    [TestCase("omformuleras", new[] { "Bygg fiber i hela länet före 2029.", "Resa master." }, new[] { "Resa master.", "Bygg ut fiber i hela länet före 2030." }, "2,1")]
    [TestCase("samma nummer, allt annat nytt", new[] { "Bygg fiber." }, new[] { "Utbilda lärare." }, "+")]
    [TestCase("samma ord två gånger", new[] { "Följ upp.", "Resa master.", "Följ upp." }, new[] { "Följ upp.", "Följ upp." }, "1,3")]
    [TestCase("samma ord under olika ledtexter", new[] { "Mål|Följ upp.", "Åtgärd|Följ upp." }, new[] { "Åtgärd|Följ upp.", "Mål|Följ upp." }, "2,1")]
    [TestCase("inga punkter", new string[0], new[] { "Bygg fiber." }, "+")]
    [TestCase("bara tecken", new[] { "–", "…" }, new[] { "…" }, "1")]
    public void The_words_tell_which_point_continues_which(string what, string[] older, string[] newer, string expected)
    {
        ImmutableArray<int?> found = SectionItemMatcher.Match(Items(older), Items(newer));

        Assert.That(string.Join(',', found.Select(f => f is { } i ? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "+")), Is.EqualTo(expected), what);
    }

    [Test]
    public void Many_points_all_reworded_are_matched_in_place()
    {
        ImmutableArray<SectionItem> older = Items([.. Enumerable.Range(0, 3_000).Select(i => $"Åtgärd nummer{i} gäller kommun{i}")]);
        ImmutableArray<SectionItem> newer = Items([.. Enumerable.Range(0, 3_000).Select(i => $"Åtgärd nummer{i} avser kommun{i}")]);

        Assert.That(SectionItemMatcher.Match(older, newer), Is.EqualTo(Enumerable.Range(0, 3_000).Select(i => (int?)i)));
    }

    private static ImmutableArray<SectionItem> Items(string[] texts) =>
        [.. texts.Select((t, i) => t.Split('|') is [var label, var text] ? new SectionItem(i + 1, label, text, 1) : new SectionItem(i + 1, null, t, 1))];
}
