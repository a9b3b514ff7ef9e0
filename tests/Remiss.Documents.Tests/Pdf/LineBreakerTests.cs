using FsCheck;
using FsCheck.Fluent;
using Remiss.Documents.Pdf.Text;

namespace Remiss.Documents.Tests.Pdf;

/// <summary>Breaking of lines, measured with characters that are all one wide.</summary>
public sealed class LineBreakerTests
{
    [TestCase("en kort rad", 20, "en kort rad")]
    [TestCase("två ord eller tre", 10, "två ord|eller tre")]
    [TestCase("precis tio", 10, "precis tio")]
    [TestCase("", 10, "")]
    [TestCase("   blanka   först", 20, "blanka   först")]
    [TestCase("ett  två", 4, "ett|två")]
    [TestCase("första\nandra raden", 20, "första|andra raden")]
    public void Fills_lines_word_by_word(string text, int width, string expected) => Assert.That(Break(text, width), Is.EqualTo(expected));

    [TestCase("det är samverkansfunktionen", 20, "det är samverkans-|funktionen")]
    [TestCase("den som läser raden ser att den är lång nog utan regionstyrelsen", 57, "den som läser raden ser att den är lång nog utan|regionstyrelsen", TestName = "Leaves a line alone that is full enough")]
    public void Hyphenates_where_a_line_would_be_too_loose(string text, int width, string expected) => Assert.That(Break(text, width), Is.EqualTo(expected));

    [Test]
    public void Does_not_hyphenate_a_heading_while_there_is_a_blank_to_break_at() =>
        Assert.That(Break("det är samverkansfunktionen", 20, mayHyphenate: false), Is.EqualTo("det är|samverkansfunktionen"));

    [TestCase("it-strategin", 9, "it-|strategin")]
    [TestCase("e-tjänsterna i hamnen", 14, "e-tjänsterna i|hamnen")]
    [TestCase("åren 2027-2031", 9, "åren|2027-2031")]
    [TestCase("x https://a.example/hamn/farled", 24, "x https://a.example/|hamn/farled")]
    public void Breaks_after_a_hyphen_or_slash_only_where_it_looks_right(string text, int width, string expected) =>
        Assert.That(Break(text, width), Is.EqualTo(expected));

    [Test]
    public void Never_breaks_at_a_blank_that_holds_words_together() => Assert.That(Break("se s.\u00A012", 6), Is.EqualTo("se|s.\u00A012"));

    [Test]
    public void Breaks_a_word_wider_than_the_line_between_syllables() => Assert.That(Break("kommunerna", 7), Is.EqualTo("kommu-|nerna"));

    [Test]
    public void Breaks_a_run_of_signs_wherever_the_line_is_full() => Assert.That(Break("0123456789", 4), Is.EqualTo("0123|4567|89"));

    [Test]
    public void Never_cuts_a_pair_of_surrogates() => Assert.That(Break("a😀😀", 2), Does.Not.Match("[\uD800-\uDBFF]\\|"));

    [Test]
    public void Takes_a_text_of_one_endless_word_in_linear_time()
    {
        var text = new string('a', 400_000);
        Assert.That(Lines(text, 50, true), Has.Count.EqualTo(8_000));
    }

    [Test]
    public void No_line_is_wider_than_the_column_and_no_character_is_lost() => Prop.ForAll<string, int>((raw, size) =>
    {
        var text = TextCleaner.Clean(raw ?? "");
        var width = 3 + Math.Abs(size % 40);
        var lines = Lines(text, width, true);
        var kept = string.Concat(lines.Select(line => text[line.Start..line.End]));
        return lines.All(line => line.Width <= width + 0.01 || line.End - line.Start <= 2) &&
            kept.Replace(" ", "", StringComparison.Ordinal) == text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    private static List<TextLine> Lines(string text, int width, bool mayHyphenate) =>
        LineBreaker.Break(text, Enumerable.Repeat(1f, text.Length).ToArray(), width, 1, mayHyphenate);

    private static string Break(string text, int width, bool mayHyphenate = true) =>
        string.Join('|', Lines(text, width, mayHyphenate).Select(line => text[line.Start..line.End] + (line.Hyphenated ? "-" : "")));
}
