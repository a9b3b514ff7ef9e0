using Remiss.Cli.Evaluation;

namespace Remiss.Cli.Tests.Evaluation;

internal sealed class GoldEvaluationTests
{
    private const string Header = "# source: uppdiktat\n# organisation: Norrviks kommun 🌲\n# ---\n";
    private const string Body = "Avsnitt 3.1–3.2 Vård\n\nNorrviks kommun tillstyrker förslaget.\n\nKommunen avstyrker avgiften i avsnitt 4.\n\nAllmänt\n\nPlanen är bra.\n";

    [Test]
    public void A_reply_read_as_the_gold_has_it_scores_full()
    {
        var report = Run(Body, Gold(
            "support_with_comments",
            ("Norrviks kommun tillstyrker förslaget.", """["3.1","3.2"]""", "support", "explicit heading"),
            ("Kommunen avstyrker avgiften i avsnitt 4.", """["3.1","3.2","4","avgifter","p12"]""", "oppose", "inline reference"),
            ("Planen är bra.", """["general"]""", "support", "topic only"))).Value;
        Assert.That(report.Segmentation.F1, Is.EqualTo(1));
        Assert.That(report.Explicit, Is.EqualTo(Score.Of(5, 0, 0)));
        Assert.That(report.All, Is.EqualTo(Score.Of(6, 0, 0)));
        Assert.That(report.Stance.Value, Is.EqualTo(1));
        Assert.That(report.LedgerHoles, Is.Zero);
    }

    [Test]
    public void Missed_extra_and_wrong_are_counted_and_shown()
    {
        var report = Run(Body, Gold(
            "oppose",
            ("Norrviks kommun tillstyrker förslaget.", """["3.1","7"]""", "oppose", "explicit heading"),
            ("Avsnitt 3.1–3.2 Vård", """["5"]""", "neutral", "inline reference"))).Value;
        Assert.That((report.Segmentation.TruePositives, report.Segmentation.FalsePositives, report.Segmentation.FalseNegatives), Is.EqualTo((1, 2, 1)));
        Assert.That(report.Explicit, Is.EqualTo(Score.Of(1, 1, 2)));
        Assert.That(report.Stance, Is.EqualTo(Accuracy.From(0, 2)));
        Assert.That(report.OverallStance.Right, Is.Zero);
        Assert.That(report.Differences.Select(d => d.What), Does.Contain("missed").And.Contain("extra").And.Contain("sections").And.Contain("stance").And.Contain("overallStance"));
    }

    [Test]
    public void Topics_and_pages_count_as_general_among_all()
    {
        var report = Run("Planen är bra.\n", Gold("Planen är bra.\n", "support", ("Planen är bra.", """["planen","p12","2 kap. 3 § TF"]""", "support", "topic only"))).Value;
        Assert.That(report.All, Is.EqualTo(Score.Of(1, 0, 0)));
    }

    [TestCase("{")]
    [TestCase("""{"file":"svar.txt"}""")]
    [TestCase("""{"file":"svar.txt","comments":[{"start":9,"end":3}]}""")]
    [TestCase("""{"file":"svar.txt","comments":[null]}""")]
    public void A_damaged_gold_file_is_refused_by_name(string json)
    {
        var result = GoldEvaluation.Run([("svar.txt", Header + Body)], [("facit.json", json)]);
        Assert.That(result.Failure?.Message.Swedish, Does.StartWith("facit.json"));
    }

    [Test]
    public void A_gold_file_without_its_reply_is_refused() =>
        Assert.That(GoldEvaluation.Run([], [("facit.json", """{"file":"svar.txt","comments":[]}""")]).Failure?.Message.English, Does.Contain("svar.txt"));

    [Test]
    public void Offsets_count_code_points_of_the_raw_file()
    {
        string body = Body.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("Planen", "🌲 Pla\u00ADnen", StringComparison.Ordinal);
        string raw = Header + body;
        int start = raw.IndexOf("🌲 Pla", StringComparison.Ordinal);
        // One tree stands in the header, which is one character less than units.
        string json = $$"""{"file":"svar.txt","overall":"support","comments":[{"start":{{start - 1}},"end":{{start - 1 + 16}},"sections":["general"],"stance":"support","evidence":"topic only"}]}""";
        var report = GoldEvaluation.Run([("svar.txt", raw)], [("facit.json", json)]).Value;
        Assert.That(report.Segmentation.TruePositives, Is.EqualTo(1));
    }

    private static Domain.Results.Result<GoldReport> Run(string body, string gold) =>
        GoldEvaluation.Run([("dir/svar.txt", Header + body)], [("facit.json", gold)]);

    private static string Gold(string overall, params (string Words, string Sections, string Stance, string Evidence)[] comments) => Gold(Body, overall, comments);

    private static string Gold(string body, string overall, params (string Words, string Sections, string Stance, string Evidence)[] comments)
    {
        string raw = Header + body;
        var items = comments.Select(c =>
        {
            int units = raw.IndexOf(c.Words, StringComparison.Ordinal);
            int start = units < 0 ? new System.Globalization.StringInfo(Header).LengthInTextElements : units - 1;
            return $$"""{"start":{{start}},"end":{{start + c.Words.Length}},"sections":{{c.Sections}},"stance":"{{c.Stance}}","evidence":"{{c.Evidence}}"}""";
        });
        return $$"""{"file":"svar.txt","overall":"{{overall}}","comments":[{{string.Join(',', items)}}]}""";
    }
}
