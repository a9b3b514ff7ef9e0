using System.Globalization;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Tests.Summaries;

public sealed class SwedishTests
{
    [TestCase(0, "0")]
    [TestCase(7, "7")]
    [TestCase(999, "999")]
    [TestCase(1200, "1\u00A0200")]
    [TestCase(40000, "40\u00A0000")]
    [TestCase(1234567, "1\u00A0234\u00A0567")]
    [TestCase(-1200, "\u22121\u00A0200")]
    [TestCase(long.MinValue, "\u22129\u00A0223\u00A0372\u00A0036\u00A0854\u00A0775\u00A0808")]
    public void Parts_thousands_with_a_no_break_space(long value, string expected) => Assert.That(Swedish.Number(value), Is.EqualTo(expected));

    [TestCase("2026-03-13", "13\u00A0mars 2026")]
    [TestCase("2026-01-01", "1\u00A0januari 2026")]
    [TestCase("2027-12-31", "31\u00A0december 2027")]
    public void Writes_a_day_in_words(string day, string expected) => Assert.That(Swedish.Date(Day(day)), Is.EqualTo(expected));

    [TestCase("2026-03-10", "2026-03-24", "10–24\u00A0mars 2026")]
    [TestCase("2026-01-10", "2026-03-13", "10\u00A0januari–13\u00A0mars 2026")]
    [TestCase("2025-12-01", "2026-02-28", "1\u00A0december 2025–28\u00A0februari 2026")]
    [TestCase("2026-03-13", "2026-03-13", "13\u00A0mars 2026")]
    public void Says_once_what_two_days_share(string first, string last, string expected) =>
        Assert.That(Swedish.Period(Day(first), Day(last)), Is.EqualTo(expected));

    [TestCase(3, 7, "43\u00A0%")]
    [TestCase(1, 8, "13\u00A0%")]
    [TestCase(0, 8, "0\u00A0%")]
    [TestCase(1, 1000, "under 1\u00A0%")]
    [TestCase(5, 5, "100\u00A0%")]
    [TestCase(5, 0, "0\u00A0%")]
    public void Writes_a_share_in_whole_percent(long part, long whole, string expected) => Assert.That(Swedish.Percent(part, whole), Is.EqualTo(expected));

    [TestCase(0.8, "80\u00A0%")]
    [TestCase(0.855, "86\u00A0%")]
    [TestCase(double.NaN, "0\u00A0%")]
    [TestCase(7.0, "100\u00A0%")]
    public void Writes_a_confidence_in_whole_percent(double share, string expected) => Assert.That(Swedish.Percent(share), Is.EqualTo(expected));

    [TestCase(new long[] { 1, 1, 1 }, new[] { 34, 33, 33 })]
    [TestCase(new long[] { 2, 1 }, new[] { 67, 33 })]
    [TestCase(new long[] { 0, 5 }, new[] { 0, 100 })]
    [TestCase(new long[] { 0, 0 }, new[] { 0, 0 })]
    [TestCase(new long[0], new int[0])]
    public void Gives_percentages_that_sum_to_a_hundred(long[] parts, int[] expected) => Assert.That(Swedish.Percentages(parts), Is.EqualTo(expected));

    [TestCase(new string[0], "")]
    [TestCase(new[] { "Norrvik" }, "Norrvik")]
    [TestCase(new[] { "Norrvik", "Ekhamra" }, "Norrvik och Ekhamra")]
    [TestCase(new[] { "Norrvik", "Ekhamra", "Sjöbacka" }, "Norrvik, Ekhamra och Sjöbacka")]
    public void Lists_without_a_comma_before_och(string[] items, string expected) => Assert.That(Swedish.List(items), Is.EqualTo(expected));

    [TestCase("Norrviks kommun", "Norrviks kommuns")]
    [TestCase("Ekhamra", "Ekhamras")]
    [TestCase("Björknäs", "Björknäs")]
    [TestCase("Fredrika Bremertz", "Fredrika Bremertz")]
    [TestCase("Max", "Max")]
    [TestCase("NKF", "NKF:s")]
    [TestCase("Förbundet NKF", "Förbundet NKF:s")]
    [TestCase("", "")]
    public void Makes_the_genitive(string name, string expected) => Assert.That(Swedish.Genitive(name), Is.EqualTo(expected));

    [Test]
    public void Quotes_with_the_same_mark_on_both_sides() => Assert.That(Swedish.Quote("ja"), Is.EqualTo("”ja”"));

    [Test]
    public void Does_not_read_the_culture_of_the_thread()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.That(Swedish.Date(new DateOnly(2026, 3, 13)) + Swedish.Number(1200), Is.EqualTo("13\u00A0mars 20261\u00A0200"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Test]
    public void Parts_names_that_hold_och_so_that_they_do_not_read_as_two()
    {
        Assert.That(Swedish.Names(["Ekhamra kommun", "Norrviks kommun"]), Is.EqualTo("Ekhamra kommun och Norrviks kommun"));
        Assert.That(
            Swedish.Names(["Ekhamra kommun", "Sjöbacka kommun och Norrviks kommun"]), Is.EqualTo("Ekhamra kommun samt Sjöbacka kommun och Norrviks kommun"));
        Assert.That(Swedish.Names(["a", "b och c", "d"]), Is.EqualTo("a; b och c samt d"));
    }

    [Test]
    public void Knows_when_rounded_shares_do_not_sum_to_100()
    {
        Assert.That(Swedish.SharesSumTo100([11, 1, 1]), Is.False);
        Assert.That(Swedish.SharesSumTo100([3, 1]), Is.True);
        Assert.That(Swedish.SharesSumTo100([]), Is.True);
    }
}
