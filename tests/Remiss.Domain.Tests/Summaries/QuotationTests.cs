using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Responses;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries.Quoting;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Summaries;

public sealed class QuotationTests
{
    [TestCase("Vi stödjer\nförslaget.", "Vi stödjer förslaget.", TestName = "Joins_lines")]
    [TestCase("genom-\nförandet av planen", "genomförandet av planen", TestName = "Joins_a_word_cut_at_a_lines_end")]
    [TestCase("hård-\noch mjukvara", "hård- och mjukvara", TestName = "Keeps_a_suspended_hyphen")]
    [TestCase("e-\ntjänster", "e-tjänster", TestName = "Keeps_the_hyphen_after_a_single_letter")]
    [TestCase("it-\nstöd", "it-stöd", TestName = "Keeps_the_hyphen_after_it")]
    [TestCase("IT-\nstöd", "IT-stöd", TestName = "Keeps_the_hyphen_after_capitals")]
    [TestCase("2027-\n2031", "2027-2031", TestName = "Keeps_the_hyphen_between_years")]
    [TestCase("Norrvik-\nSjöbacka", "Norrvik-Sjöbacka", TestName = "Keeps_the_hyphen_between_names")]
    [TestCase("  två   mellanslag \t här ", "två mellanslag här", TestName = "Joins_runs_of_blanks")]
    [TestCase("gemensamma lösningar \n\noch plattformar", "gemensamma lösningar och plattformar", TestName = "Joins_over_a_blank_line_when_the_sentence_goes_on")]
    [TestCase("• en punkt", "en punkt", TestName = "Drops_the_mark_of_a_lone_point")]
    [TestCase("\uF0B7 en punkt", "en punkt", TestName = "Drops_a_symbol_fonts_mark")]
    [TestCase("– en punkt", "en punkt", TestName = "Drops_a_dash_as_mark")]
    [TestCase("-20 procent", "-20 procent", TestName = "Keeps_a_minus")]
    public void Quotes_on_one_line(string written, string quoted) => Assert.That(Quote(written), Is.EqualTo(new[] { quoted }));

    [Test]
    public void Keeps_paragraphs_apart() =>
        Assert.That(Quote("Första stycket.\n\nAndra stycket\nfortsätter."), Is.EqualTo(new[] { "Första stycket.", "Andra stycket fortsätter." }));

    [Test]
    public void Makes_each_point_a_paragraph() =>
        Assert.That(Quote("Vi vill se:\n• stöd till\nföretag\n\uF0B7 bredband"), Is.EqualTo(new[] { "Vi vill se:", "• stöd till företag", "• bredband" }));

    [Test]
    public void Leaves_out_page_furniture_inside_a_quotation()
    {
        const string text = "Kommunen anser att\nSida 1 av 2\nplanen är bra.";
        int at = text.IndexOf("Sida", StringComparison.Ordinal);
        var span = new TextSpan(at, "Sida 1 av 2".Length);
        SplitResponse split = Split(text) with
        {
            Ledger = [new(new TextSpan(0, at), LedgerKind.Comment), new(span, LedgerKind.PageFurniture), new(TextSpan.FromBounds(span.End, text.Length), LedgerKind.Comment)],
        };
        Assert.That(Quotation.Paragraphs(split, new TextSpan(0, text.Length)), Is.EqualTo(new[] { "Kommunen anser att planen är bra." }));
    }

    [Test]
    public void Starts_a_paragraph_where_the_source_has_a_block()
    {
        const string text = "Första stycket. Andra stycket.";
        SplitResponse split = Split(text) with
        {
            Document = Split(text).Document with
            {
                Blocks = [new(new TextSpan(0, 15), BlockKind.Paragraph, 0, 1), new(new TextSpan(16, 14), BlockKind.Paragraph, 0, 1)],
            },
        };
        Assert.That(Quotation.Paragraphs(split, new TextSpan(0, text.Length)), Is.EqualTo(new[] { "Första stycket.", "Andra stycket." }));
    }

    [TestCase(-5, 3)]
    [TestCase(2, 900)]
    [TestCase(40, 1)]
    public void Cuts_off_a_run_that_leaves_the_text(int start, int length) =>
        Assert.That(() => Quotation.Paragraphs(Split("Kort text."), new TextSpan(start, length)), Throws.Nothing);

    [Test]
    public void Keeps_every_letter_and_digit_of_any_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), raw =>
        {
            string text = TextNormaliser.Normalise(raw ?? "");
            static string letters(string s) => string.Concat(s.Where(char.IsLetterOrDigit));
            return letters(string.Concat(Quote(text))) == letters(text);
        }).QuickCheckThrowOnFailure();

    private static string[] Quote(string text) => [.. Quotation.Paragraphs(Split(text), new TextSpan(0, text.Length))];

    private static SplitResponse Split(string text) => new()
    {
        Document = new DocumentText { Text = text, Blocks = [], Pages = PageMap.SinglePage, Format = SourceFormat.Text },
        OverallStance = StanceReading.None,
        Comments = [],
        Ledger = [],
    };
}
