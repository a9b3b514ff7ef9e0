using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Tagging;

namespace Remiss.Domain.Tests.Tagging;

/// <summary>What confirming tags does for the suggestions of the same consultation.</summary>
[TestFixture]
internal sealed class LearningTests
{
    private const int Splits = 20;

    // From where a suggestion may be accepted, and from where it is shown at all.
    private const double Accepted = 0.8;
    private const double Shown = 0.4;

    private static readonly SectionRanker Untaught = new(LearningSample.Strategy);

    private static readonly ImmutableArray<(string Text, SectionId Section)> Tagged =
        [.. LearningSample.Remarks.Where(r => r.Section is not null).Select(r => (r.Text, new SectionId(r.Section!)))];

    private static string? First(SectionRanker ranker, string text) => ranker.Rank(text)[0].Section.Number;

    private static IEnumerable<string?> Suggested(SectionRanker ranker, string text) => ranker.Suggest(text).Select(t => t.Number);

    /// <summary>Half of the confirmed tags are hidden, in twenty ways, and what is hidden is ranked with and without the rest.</summary>
    [Test]
    public void Half_of_the_confirmed_tags_improve_the_suggestions_for_the_other_half()
    {
        var without = new Tally();
        var with = new Tally();
        for (int seed = 1; seed <= Splits; seed++)
        {
            (string Text, SectionId Section)[] shuffled = [.. Tagged];
            new Random(seed).Shuffle(shuffled);
            SectionRanker taught = Untaught.WithConfirmed(shuffled[..(shuffled.Length / 2)]);
            var hidden = shuffled[(shuffled.Length / 2)..].Select(r => (r.Text, Section: (string?)r.Section.Value));
            // A remark on the whole document has no section; whatever is suggested for it is wrong.
            foreach ((string text, string? section) in hidden.Concat(LearningSample.Remarks.Where(r => r.Section is null).Select(r => (r.Text, r.Section))))
            {
                without.Add(Untaught.Rank(text), section);
                with.Add(taught.Rank(text), section);
            }
        }
        TestContext.Out.WriteLine($"untaught {without}");
        TestContext.Out.WriteLine($"taught   {with}");
        Assert.Multiple(() =>
        {
            Assert.That(with.Top1, Is.GreaterThan(without.Top1 + 0.08), "right first");
            Assert.That(with.Top3, Is.GreaterThan(without.Top3 + 0.06), "among the first three");
            Assert.That(with.Precision(Accepted), Is.GreaterThanOrEqualTo(without.Precision(Accepted)), "precision of those accepted");
            Assert.That(with.Coverage(Accepted), Is.GreaterThanOrEqualTo(without.Coverage(Accepted)), "how many are accepted");
            Assert.That(with.Precision(Shown), Is.GreaterThan(without.Precision(Shown) + 0.1), "precision of those shown");
            Assert.That(with.Coverage(Shown), Is.GreaterThan(without.Coverage(Shown)), "how many are shown");
        });
    }

    [Test]
    public void Every_further_half_helps()
    {
        (string Text, SectionId Section)[] shuffled = [.. Tagged];
        new Random(7).Shuffle(shuffled);
        var hidden = shuffled[^30..];
        int Right(int known)
        {
            SectionRanker taught = Untaught.WithConfirmed(shuffled[..known]);
            return hidden.Count(r => First(taught, r.Text) == r.Section.Value);
        }
        int[] right = [Right(0), Right(28), Right(56)];
        Assert.That(right, Is.Ordered.Ascending);
        Assert.That(right[^1], Is.GreaterThanOrEqualTo(right[0] + 4));
    }

    // Words of which the document has none.
    [TestCase("Ringbilen går inte att boka samma dag.", "Det måste gå att boka Ringbilen till samma dag.", "2")]
    [TestCase("Vindsnurror på vinterbetet avvisas av samebyn.", "Samebyn vill inte ha vindsnurror nära vinterbetet.", "5")]
    [TestCase("Bokbussen till Tallåsen drogs in.", "Låt bokbussen rulla till Tallåsen igen, den drogs in för tidigt.", "4")]
    public void One_confirmed_remark_is_enough_for_the_next_one_like_it(string confirmed, string next, string section)
    {
        Assert.That(Suggested(Untaught, next), Does.Not.Contain(section));
        SectionRanker taught = Untaught.WithConfirmed([(confirmed, new SectionId(section))]);
        Assert.That(First(taught, next), Is.EqualTo(section));
        Assert.That(Suggested(taught, next), Does.Contain(section));
    }

    [Test]
    public void A_word_comes_to_mean_the_section_that_several_persons_use_it_of()
    {
        const string remark = "Stafetterna är dyra.";
        SectionRanker taught = Untaught.WithConfirmed(
        [
            ("Stafetterna äter upp alla pengar.", new SectionId("6")),
            ("Patienter möter bara stafetter.", new SectionId("6")),
            ("Doktorn stannar aldrig, så det blir stafetter.", new SectionId("6")),
        ]);
        Assert.That(First(Untaught, remark), Is.Not.EqualTo("6"));
        Assert.That(First(taught, remark), Is.EqualTo("6"));
        Assert.That(taught.Rank(remark)[0].Confidence, Is.LessThanOrEqualTo(0.5), "one word alone");
    }

    [Test]
    public void A_word_that_is_confirmed_all_over_speaks_for_no_section()
    {
        const string remark = "Det här blir en hyllvärmare.";
        SectionRanker taught = Untaught.WithConfirmed(LearningSample.Strategy.Sections.Select(s => ("En hyllvärmare till.", s.Id)));
        Assert.That(taught.Rank(remark).Select(s => (s.Section.Number, s.Confidence)), Is.EqualTo(Untaught.Rank(remark).Select(s => (s.Section.Number, s.Confidence))));
    }

    [TestCase("Norrviks kommun tackar för möjligheten att yttra sig och tillstyrker förslaget.")]
    [TestCase("Vi har inga synpunkter.")]
    [TestCase("")]
    public void Does_not_grow_sure_of_what_concerns_no_section(string remark) =>
        Assert.That(Untaught.WithConfirmed(Tagged).Suggest(remark), Is.Empty);

    [Test]
    public void The_order_of_confirming_does_not_matter_nor_whether_it_is_one_by_one()
    {
        SectionRanker atOnce = Untaught.WithConfirmed(Tagged);
        SectionRanker reversed = Untaught.WithConfirmed(Tagged.Reverse());
        SectionRanker oneByOne = Tagged.Aggregate(Untaught, (ranker, tag) => ranker.WithConfirmed([tag]));
        Assert.Multiple(() =>
        {
            foreach ((_, string text) in LearningSample.Remarks)
            {
                Assert.That(reversed.Rank(text), Is.EqualTo(atOnce.Rank(text)));
                Assert.That(oneByOne.Rank(text), Is.EqualTo(atOnce.Rank(text)));
            }
        });
    }

    [Test]
    public void Many_may_ask_and_confirm_at_once()
    {
        SectionRanker taught = Untaught.WithConfirmed(Tagged);
        string[] expected = [.. Tagged.Select(t => First(taught, t.Text)!)];
        string[] found = [.. Tagged.AsParallel().AsOrdered().Select((t, i) =>
        {
            _ = taught.WithConfirmed([Tagged[^(i + 1)]]);
            return First(taught, t.Text)!;
        })];
        Assert.That(found, Is.EqualTo(expected));
    }

    private sealed class Tally
    {
        private readonly List<(bool HasSection, int Place, double Confidence)> _answers = [];

        public double Top1 => Share(a => a.Place == 0);

        public double Top3 => Share(a => a.Place is >= 0 and < 3);

        public void Add(ImmutableArray<SectionSuggestion> ranking, string? section) => _answers.Add(
            (section is not null, section is null ? -1 : ranking.Select(s => s.Section.Number).ToList().IndexOf(section), ranking[0].Confidence));

        public double Coverage(double from) => (double)_answers.Count(a => a.Confidence >= from) / _answers.Count;

        public double Precision(double from) => _answers.Where(a => a.Confidence >= from).Select(a => a.Place == 0 ? 1.0 : 0).DefaultIfEmpty(1).Average();

        public override string ToString() => FormattableString.Invariant(
            $"top1 {Top1:0.000} top3 {Top3:0.000} accepted {Coverage(Accepted):0.000} right {Precision(Accepted):0.000} shown {Coverage(Shown):0.000} right {Precision(Shown):0.000}");

        private double Share(Func<(bool HasSection, int Place, double Confidence), bool> right) =>
            (double)_answers.Count(a => a.HasSection && right(a)) / _answers.Count(a => a.HasSection);
    }
}
