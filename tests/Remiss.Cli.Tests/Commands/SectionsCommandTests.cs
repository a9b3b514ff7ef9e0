using System.Text.Json;
using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Commands;

public sealed class SectionsCommandTests
{
    [Test]
    public async Task Writes_the_sections_in_the_promised_shape()
    {
        using var folder = new TemporaryFolder();
        CliRun run = await CliRun.OfAsync("sections", folder.Write("plan.txt", Samples.Document), "--json");

        using JsonDocument json = JsonDocument.Parse(run.Out);
        JsonElement first = json.RootElement.GetProperty("sections")[0];

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(Names(json.RootElement), Is.EqualTo(new[] { "title", "sections" }));
            Assert.That(Names(first), Is.EqualTo(new[] { "id", "number", "title", "level", "pageFrom", "pageTo", "items" }));
            Assert.That(Numbers(json), Is.EqualTo(new[] { "1", "2", "2.1", "2.2", "3" }));
        });
    }

    [Test]
    public async Task Writes_Swedish_letters_as_they_are()
    {
        using var folder = new TemporaryFolder();

        CliRun run = await CliRun.OfAsync("sections", folder.Write("plan.txt", Samples.Document), "--json");

        Assert.That(run.Out, Does.Contain("\"title\": \"Mobiltäckning\""));
    }

    [Test]
    public async Task Shows_a_person_the_sections_with_their_pages()
    {
        using var folder = new TemporaryFolder();

        CliRun run = await CliRun.OfAsync("sections", folder.Write("plan.txt", Samples.Document.Replace("2.2 Mobil", "\f2.2 Mobil", StringComparison.Ordinal)));

        Assert.That(run.Out, Does.Match("2\\.1 Fiber +s\\. 1").And.Match("2\\.2 Mobiltäckning +s\\. 2"));
    }

    [Test]
    public async Task Says_no_page_where_the_document_has_none()
    {
        using var folder = new TemporaryFolder();

        CliRun run = await CliRun.OfAsync("sections", folder.Write("plan.txt", Samples.Document));

        Assert.That(run.Out, Does.Contain("2.2 Mobiltäckning").And.Not.Contain("s. "));
    }

    [Test]
    public async Task What_it_writes_as_YAML_can_be_corrected_and_given_back()
    {
        using var folder = new TemporaryFolder();
        string document = folder.Write("plan.txt", Samples.Document);
        string yaml = (await CliRun.OfAsync("sections", document, "--yaml")).Out;
        string corrected = folder.Write("avsnitt.yaml", yaml.Replace("Uppföljning", "Uppföljning", StringComparison.Ordinal));

        CliRun run = await CliRun.OfAsync("sections", document, "--sections", corrected, "--json");

        using JsonDocument json = JsonDocument.Parse(run.Out);
        Assert.That(Numbers(json), Is.EqualTo(new[] { "1", "2", "2.1", "2.2", "3" }));
    }

    [Test]
    public async Task Refuses_a_corrections_file_that_is_none()
    {
        using var folder = new TemporaryFolder();
        string document = folder.Write("plan.txt", Samples.Document);

        CliRun run = await CliRun.OfAsync("sections", document, "--sections", folder.Write("avsnitt.yaml", "trolla: [1"));

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("avsnitt.yaml"));
        });
    }

    [Test]
    public async Task Json_and_YAML_at_once_is_wrong_usage()
    {
        using var folder = new TemporaryFolder();

        CliRun run = await CliRun.OfAsync("sections", folder.Write("plan.txt", Samples.Document), "--json", "--yaml");

        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task A_document_without_sections_is_refused_with_its_name()
    {
        using var folder = new TemporaryFolder();

        CliRun run = await CliRun.OfAsync("sections", folder.Write("lapp.txt", "Hej. Vi ses i morgon klockan tio.\n"));

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("lapp.txt"));
        });
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static string?[] Numbers(JsonDocument json) =>
        [.. json.RootElement.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("number").GetString())];
}
