using Microsoft.Data.Sqlite;
using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Commands;

public sealed class MigrateCommandTests
{
    [Test]
    public async Task Makes_the_database_once_and_looks_without_making_anything()
    {
        using var folder = new TemporaryFolder();
        string file = folder["ny mapp/remiss.db"];

        CliRun look = await CliRun.OfAsync("migrate", "--dry-run", "--database", file);
        string[] afterLooking = folder.Files();
        CliRun made = await CliRun.OfAsync("migrate", "--database", file);
        CliRun again = await CliRun.OfAsync("migrate", "--database", file, "--lang", "en");
        SqliteConnection.ClearAllPools();

        Assert.Multiple(() =>
        {
            Assert.That(look.Out, Does.Contain("Skulle köras: 0001_initial.sql").And.Contain("Inget har ändrats"));
            Assert.That(afterLooking, Is.Empty);
            Assert.That(made.Out, Does.Contain("Kört: 0001_initial.sql"));
            Assert.That(again.Out, Does.Contain("up to date already"));
            Assert.That((look.ExitCode, made.ExitCode, again.ExitCode), Is.EqualTo((0, 0, 0)));
        });
    }

    [TestCase("INSERT INTO schema_journal VALUES (9999, '9999_framtid.sql', 'x', 'x')", "nyare än programmet")]
    [TestCase("UPDATE schema_journal SET checksum = 'x' WHERE number = 1", "0001_initial.sql är inte det")]
    public async Task Refuses_a_database_that_is_not_this_programs(string change, string said)
    {
        using var folder = new TemporaryFolder();
        string file = folder["remiss.db"];
        await CliRun.OfAsync("migrate", "--database", file);
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
            command.CommandText = change;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }

        CliRun run = await CliRun.OfAsync("migrate", "--database", file);
        SqliteConnection.ClearAllPools();

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((1, string.Empty)));
        Assert.That(run.Error, Does.Contain(said));
    }

    [Test]
    public async Task Refuses_what_is_no_database_and_leaves_it_as_it_was()
    {
        using var folder = new TemporaryFolder();
        string text = folder.Write("anteckning.txt", new string('å', 5000));

        CliRun run = await CliRun.OfAsync("migrate", "--database", text);
        CliRun onFolder = await CliRun.OfAsync("migrate", "--database", folder.Path);
        CliRun belowFile = await CliRun.OfAsync("migrate", "--database", Path.Combine(text, "remiss.db"));
        SqliteConnection.ClearAllPools();

        Assert.Multiple(() =>
        {
            Assert.That(run.Error, Does.Contain("är ingen databas"));
            Assert.That(onFolder.Error, Does.Contain("går inte att öppna"));
            Assert.That(belowFile.Error, Does.Contain("kan inte skapas"));
            Assert.That(new[] { run, onFolder, belowFile }.Select(r => r.ExitCode), Has.None.EqualTo(0));
            Assert.That(File.ReadAllText(text), Is.EqualTo(new string('å', 5000)));
        });
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_said_without_the_password()
    {
        var environment = new Dictionary<string, string>
        {
            ["REMISS__Database"] = "SqlServer",
            ["REMISS__ConnectionStrings__SqlServer"] = "Server=tcp:127.0.0.1,1;User ID=remiss;Password=hemligt-l0senord;Connect Timeout=1;ConnectRetryCount=0",
        };

        CliRun run = await CliRun.InAsync(environment, "migrate");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("Det går inte att ansluta").And.Not.Contain("hemligt-l0senord"));
    }
}
