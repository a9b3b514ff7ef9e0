using System.Text.Json;
using Remiss.Cli.Evaluation;
using Remiss.Domain.Results;

namespace Remiss.Cli.Tests.Evaluation;

[TestFixture]
internal sealed class TopicEvaluationTests
{
    private const string Document = """
        "document": { "title": "Strategi för Region Mittsund", "sections": [
            { "number": "1", "title": "Inledning", "text": "Strategin gäller i sex år och följs upp varje år av regionstyrelsen." },
            { "number": "2", "title": "Bredband i hela länet", "text": "Fiber ska byggas ut på landsbygden. Regionen söker statligt stöd för de hushåll där marknaden inte bygger nät." },
            { "number": "3", "title": "Kollektivtrafik", "text": "Bussar och tåg ska gå oftare. Biljetter ska kunna köpas över länsgränsen med samma app, och hållplatser byggas om." },
            { "number": "4", "title": "Skog och klimat", "text": "Skogens kolförråd ska öka. Markägare får rådgivning om hyggesfritt skogsbruk och återvätning av torvmark." } ] }
        """;

    private static TopicReport Report(string comments, double accept = TopicEvaluation.DefaultAccept)
    {
        Result<TopicReport> result = TopicEvaluation.Run($"{{ {Document}, \"comments\": [ {comments} ] }}", accept);
        Assert.That(result.Failure, Is.Null);
        return result.Value;
    }

    [Test]
    public void Counts_first_places_and_the_first_three()
    {
        TopicReport report = Report("""
            { "text": "Utbyggnaden av fiber på landsbygden måste få statligt stöd.", "section": "2" },
            { "text": "Biljetter till bussar och tåg borde gälla över länsgränsen.", "section": "3" },
            { "text": "Rådgivning till markägare om hyggesfritt skogsbruk är bra.", "section": "2" },
            { "text": "Återvätning av torvmark bör prioriteras.", "section": "9" }
            """);
        Assert.Multiple(() =>
        {
            Assert.That(report.All.Count, Is.EqualTo(4));
            Assert.That(report.All.Top1, Is.EqualTo(0.5));
            Assert.That(report.All.Top3, Is.InRange(0.5, 0.75));
            Assert.That(report.Comments[0].Ranked.Select(s => s.Number), Is.EquivalentTo(["1", "2", "3", "4"]));
            Assert.That(report.Comments[0].Ranked[0].Number, Is.EqualTo("2"));
        });
    }

    [Test]
    public void Counts_long_comments_apart()
    {
        TopicReport report = Report("""
            { "text": "Fiber på landsbygden.", "section": "2" },
            { "text": "Vi vill att biljetter till bussar och tåg ska gälla över länsgränsen så att arbetspendling blir enkel för alla.", "section": "3" }
            """);
        Assert.Multiple(() =>
        {
            Assert.That(report.All.Count, Is.EqualTo(2));
            Assert.That(report.Long.Count, Is.EqualTo(1));
            Assert.That(report.Long.Top1, Is.EqualTo(1));
        });
    }

    [Test]
    public void Precision_is_over_the_accepted_ones_only()
    {
        const string comments = """
            { "text": "Biljetter till bussar och tåg borde gälla över länsgränsen med samma app.", "section": "3" },
            { "text": "Vi har inga synpunkter.", "section": "4" }
            """;
        TopicReport strict = Report(comments, accept: 0.3);
        TopicReport lax = Report(comments, accept: 0);
        Assert.Multiple(() =>
        {
            Assert.That(strict.All.Coverage, Is.EqualTo(0.5));
            Assert.That(strict.All.Precision, Is.EqualTo(1));
            Assert.That(lax.All.Coverage, Is.EqualTo(1));
            Assert.That(lax.All.Precision, Is.EqualTo(0.5));
        });
    }

    [Test]
    public void An_empty_group_has_only_zeros()
    {
        TopicReport report = Report("""{ "text": "Fiber på landsbygden.", "section": "2" }""");
        Assert.That(report.Long, Is.EqualTo(new TopicFigures(0, 0, 0, 0, 0)));
    }

    [Test]
    public void Hides_half_of_the_sections_and_teaches_by_the_rest()
    {
        TeachingFigures teaching = Report("""
            { "text": "Sista skjutsen med Ringbilen går för tidigt.", "section": "3" },
            { "text": "Ringbilen måste gå att boka samma dag.", "section": "3" },
            { "text": "Vi kan inte boka Ringbilen på helgen.", "section": "3" },
            { "text": "Skjutsen med Ringbilen vägrar ta barnvagn.", "section": "3" },
            { "text": "Ringbilen bör ha samma taxa överallt.", "section": "finns inte" },
            { "text": "Återvätning av torvmark bör prioriteras.", "section": "4" }
            """).Teaching!;
        Assert.Multiple(() =>
        {
            Assert.That(teaching.Splits, Is.EqualTo(TopicEvaluation.Splits));
            Assert.That(teaching.Untaught.Count, Is.EqualTo(3 * TopicEvaluation.Splits));
            Assert.That(teaching.Taught.Count, Is.EqualTo(teaching.Untaught.Count));
            Assert.That(teaching.Taught.Top1, Is.GreaterThan(teaching.Untaught.Top1 + 0.3));
        });
    }

    [Test]
    public void One_comment_teaches_nothing() =>
        Assert.That(Report("""{ "text": "Fiber på landsbygden.", "section": "2" }""").Teaching, Is.Null);

    [Test]
    public void Becomes_the_agreed_json_in_camel_case()
    {
        string json = JsonSerializer.Serialize(Report("""{ "text": "Fiber på landsbygden.", "section": "2" }"""), JsonSerializerOptions.Web);
        JsonElement root = JsonDocument.Parse(json).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(root.GetProperty("all").GetProperty("top1").GetDouble(), Is.EqualTo(1));
            Assert.That(root.GetProperty("long").GetProperty("coverage").GetDouble(), Is.Zero);
            Assert.That(root.GetProperty("comments")[0].GetProperty("gold").GetString(), Is.EqualTo("2"));
            Assert.That(root.GetProperty("comments")[0].GetProperty("ranked")[0].GetProperty("number").GetString(), Is.EqualTo("2"));
            Assert.That(root.GetProperty("comments")[0].GetProperty("ranked")[0].GetProperty("confidence").GetDouble(), Is.InRange(0, 1));
        });
    }

    [TestCase("", "JSON")]
    [TestCase("{", "JSON")]
    [TestCase("null", "tom")]
    [TestCase("[1, 2]", "JSON")]
    [TestCase("{}", "avsnitt")]
    [TestCase("{\"document\": {\"sections\": []}, \"comments\": []}", "avsnitt")]
    [TestCase("{\"document\": {\"sections\": [{\"number\": \"1\"}]}}", "synpunkter")]
    [TestCase("{\"document\": {\"sections\": [{\"number\": \"1\"}]}, \"comments\": [{\"text\": \"x\"}]}", "nummer 1")]
    [TestCase("{\"document\": {\"sections\": [{\"number\": 1}]}, \"comments\": [null]}", "JSON")]
    public void Refuses_what_is_not_of_the_form(string json, string named)
    {
        Result<TopicReport> result = TopicEvaluation.Run(json);
        Assert.That(result.Failure, Is.TypeOf<Invalid>());
        Assert.That(result.Failure!.Message.Swedish, Does.Contain(named));
    }

    [Test]
    public void Takes_sections_without_title_or_text_and_numbers_that_stand_twice()
    {
        Result<TopicReport> result = TopicEvaluation.Run(
            """{"document": {"sections": [{"number": "1"}, null, {"number": "1", "text": "Fiber byggs på landsbygden"}]}, "comments": [{"text": "Fiber på landsbygden", "section": "1"}]}""");
        Assert.That(result.Value.All.Top1, Is.EqualTo(1));
    }
}
