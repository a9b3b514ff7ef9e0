using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Commands;

public sealed class SettingsCommandTests
{
    [Test]
    public async Task Shows_each_value_with_its_source_and_no_secret()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("mina.json", "{ \"Remiss\": { \"Work\": { \"Parallel\": 3, \"MostAttempts\": 4 } } }");
        var environment = new Dictionary<string, string>
        {
            ["REMISS_SETTINGS"] = file,
            ["REMISS_LANG"] = "sv",
            ["REMISS__Work__Parallel"] = "5",
            ["REMISS__Mail__Password"] = "hemligt-l0senord",
            ["REMISS__Mail__User"] = "u",
        };

        CliRun run = await CliRun.InAsync(environment, "settings", "--set", "Work:PollSeconds=6", "--database", folder["r.db"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.Error, Is.Empty);
            Assert.That(run.Out, Does.Contain("Work:Parallel = 5  (miljövariabeln REMISS__Work__Parallel; annars 2)"));
            Assert.That(run.Out, Does.Contain($"Work:MostAttempts = 4  (filen {file}; annars 12)"));
            Assert.That(run.Out, Does.Contain("Work:PollSeconds = 6  (kommandoraden (--set); annars 1)"));
            Assert.That(run.Out, Does.Contain($"Sqlite:File = {folder["r.db"]}  (kommandoraden (--database)"));
            Assert.That(run.Out, Does.Contain("Mail:Password = ••••").And.Not.Contain("hemligt-l0senord"));
        });
    }

    [TestCase("Work:Parallel", "ska ha formen")]
    [TestCase("Mail:Password=hemligt-l0senord", "Mail:Password är en hemlighet")]
    [TestCase("Mial:Host=hemligt-l0senord", "Mial:Host finns inte")]
    public async Task Refuses_what_it_does_not_know_and_repeats_no_value(string set, string said)
    {
        CliRun run = await CliRun.OfAsync("settings", "--set", set);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(said).And.Not.Contain("hemligt-l0senord"));
    }

    [Test]
    public async Task Finds_a_misspelt_variable_and_a_file_that_is_not_there()
    {
        CliRun misspelt = await CliRun.InAsync(new Dictionary<string, string> { ["REMISS__Work__Paralel"] = "2" }, "settings", "--lang", "en");
        CliRun missing = await CliRun.InAsync(new Dictionary<string, string> { ["REMISS_SETTINGS"] = "/finns/inte.json" }, "settings");

        Assert.That(misspelt.Error, Does.Contain("Work:Paralel").And.Contain("the environment variable REMISS__Work__Paralel"));
        Assert.That(missing.Error, Does.Contain("/finns/inte.json"));
    }
}
