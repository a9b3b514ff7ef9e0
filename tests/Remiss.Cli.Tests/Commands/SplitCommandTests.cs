using System.Text.Json;
using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Commands;

public sealed class SplitCommandTests
{
    [Test]
    public async Task Writes_the_reply_in_the_promised_shape()
    {
        using var folder = new TemporaryFolder();
        using JsonDocument json = await SplitAsync(folder);
        JsonElement root = json.RootElement;
        JsonElement comment = root.GetProperty("comments").EnumerateArray().First(c => c.GetProperty("sections").GetArrayLength() > 0);

        Assert.Multiple(() =>
        {
            Assert.That(Names(root), Is.EqualTo(new[] { "organisation", "registrationNumber", "date", "overallStance", "comments", "ledger", "textLength" }));
            Assert.That(Names(comment), Is.EqualTo(new[] { "start", "length", "page", "text", "sections", "stance", "evidence" }));
            Assert.That(Names(comment.GetProperty("sections")[0]), Is.EqualTo(new[] { "number", "title", "how", "confidence" }));
            Assert.That(Names(root.GetProperty("ledger")[0]), Is.EqualTo(new[] { "start", "length", "kind" }));
        });
    }

    [Test]
    public async Task Tells_who_and_when_and_binds_comments_to_sections()
    {
        using var folder = new TemporaryFolder();
        using JsonDocument json = await SplitAsync(folder);
        JsonElement root = json.RootElement;
        JsonElement mobile = root.GetProperty("comments").EnumerateArray()
            .First(c => c.GetProperty("text").GetString()!.Contains("enskilda vägar", StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That(root.GetProperty("organisation").GetString(), Is.EqualTo("Norrviks kommun"));
            Assert.That(root.GetProperty("registrationNumber").GetString(), Is.EqualTo("KS 2026/118"));
            Assert.That(root.GetProperty("date").GetString(), Is.EqualTo("2026-09-04"));
            Assert.That(mobile.GetProperty("sections")[0].GetProperty("number").GetString(), Is.EqualTo("2.2"));
            Assert.That(mobile.GetProperty("sections")[0].GetProperty("title").GetString(), Is.EqualTo("Mobiltäckning"));
            Assert.That(mobile.GetProperty("sections")[0].GetProperty("how").GetString(), Is.EqualTo("heading"));
            Assert.That(mobile.GetProperty("stance").GetString(), Is.EqualTo("opposes"));
            Assert.That(mobile.GetProperty("evidence").GetString(), Does.Contain("avstyrker"));
        });
    }

    [Test]
    public async Task Offsets_count_in_the_text_that_it_prints_and_the_ledger_sums_to_it()
    {
        using var folder = new TemporaryFolder();
        using JsonDocument json = await SplitAsync(folder);
        string text = (await CliRun.OfAsync("split", folder["svar.txt"], "--text")).Out;

        Assert.Multiple(() =>
        {
            Assert.That(json.RootElement.GetProperty("textLength").GetInt32(), Is.EqualTo(text.Length));
            Assert.That(json.RootElement.GetProperty("ledger").EnumerateArray().Sum(entry => entry.GetProperty("length").GetInt32()), Is.EqualTo(text.Length));
            foreach (JsonElement comment in json.RootElement.GetProperty("comments").EnumerateArray())
                Assert.That(text.Substring(comment.GetProperty("start").GetInt32(), comment.GetProperty("length").GetInt32()), Is.EqualTo(comment.GetProperty("text").GetString()));
        });
    }

    [Test]
    public async Task Without_the_document_numbers_stand_as_written()
    {
        using var folder = new TemporaryFolder();

        CliRun run = await CliRun.OfAsync("split", folder.Write("svar.txt", Samples.Reply), "--json");

        Assert.That(run.Out, Does.Contain("\"number\": \"2.2\""));
    }

    [Test]
    public async Task Shows_a_person_sender_sections_and_stance()
    {
        using var folder = new TemporaryFolder();
        string document = folder.Write("plan.txt", Samples.Document);

        CliRun run = await CliRun.OfAsync("split", folder.Write("svar.txt", Samples.Reply), "--document", document, "--lang", "en");

        Assert.That(run.Out, Does.Contain("Sender: Norrviks kommun").And.Contain("2.2 (heading)").And.Contain("opposes"));
    }

    [Test]
    public async Task Corrected_sections_without_a_document_is_wrong_usage()
    {
        using var folder = new TemporaryFolder();
        string reply = folder.Write("svar.txt", Samples.Reply);

        CliRun run = await CliRun.OfAsync("split", reply, "--sections", reply);

        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    private static async Task<JsonDocument> SplitAsync(TemporaryFolder folder)
    {
        string document = folder.Write("plan.txt", Samples.Document);
        CliRun run = await CliRun.OfAsync("split", folder.Write("svar.txt", Samples.Reply), "--document", document, "--json");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return JsonDocument.Parse(run.Out);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
