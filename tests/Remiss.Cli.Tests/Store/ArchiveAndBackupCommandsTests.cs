using System.Text.Json;
using Microsoft.Data.Sqlite;
using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Store;

/// <summary>What leaves the store and comes back, and how damage to it is found.</summary>
public sealed class ArchiveAndBackupCommandsTests
{
    private const string Name = StoreFolder.Consultation;

    [Test]
    public async Task An_archive_moves_a_consultation_to_another_store_once()
    {
        using StoreFolder store = await StoreFolder.MakeAsync();
        await store.ImportAsync();
        string archive = store["remiss.zip"], other = store["annan/remiss.db"];

        CliRun exported = await store.DoAsync("archive", "export", "--consultation", Name, "--out", archive);
        CliRun again = await store.RunAsync("archive", "export", "--consultation", Name, "--out", archive);
        await CliRun.OfAsync("organisation", "add", "Region Nordby", "--database", other);
        CliRun imported = await CliRun.OfAsync("archive", "import", archive, "--database", other);
        CliRun twice = await CliRun.OfAsync("archive", "import", archive, "--database", other);
        CliRun found = await CliRun.OfAsync("search", "byalag", "--consultation", Name, "--database", other);
        CliRun audit = await CliRun.OfAsync("audit", "verify", "--database", other);

        Assert.Multiple(() =>
        {
            Assert.That(exported.Out, Does.Contain("är arkiverad i"));
            Assert.That((again.ExitCode, imported.ExitCode, twice.ExitCode, audit.ExitCode), Is.EqualTo((2, 0, 1, 0)), imported.Error);
            Assert.That(again.Error, Does.Contain("finns redan och skrivs inte över"));
            Assert.That(twice.Error, Does.Contain("finns redan här"));
            Assert.That(found.Out, Does.Contain("Norrviks kommun"));
        });
    }

    [Test]
    public async Task A_backup_restores_to_the_same_and_never_over_a_store()
    {
        using StoreFolder store = await StoreFolder.MakeAsync();
        await store.ImportAsync("--set", "Files:LargestInDatabase=10");
        string other = store["annan/remiss.db"];

        await store.DoAsync("backup", "--out", store["kopia"]);
        CliRun over = await store.RunAsync("restore", store["kopia"]);
        CliRun restored = await CliRun.OfAsync("restore", store["kopia"], "--database", other);
        CliRun doctor = await CliRun.OfAsync("doctor", "--database", other, "--json");
        CliRun audit = await CliRun.OfAsync("audit", "verify", "--database", other);

        Assert.Multiple(async () =>
        {
            Assert.That((over.ExitCode, restored.ExitCode, doctor.ExitCode), Is.EqualTo((1, 0, 0)), restored.Error + doctor.Out);
            Assert.That(audit.Out, Is.EqualTo((await store.DoAsync("audit", "verify")).Out));
            Assert.That(Store(doctor).GetProperty("files").GetInt32(), Is.EqualTo(3));
        });
    }

    [TestCase("missing", "saknas i lagret")]
    [TestCase("altered", "är ändrad i lagret")]
    public async Task The_doctor_finds_a_file_that_is(string damage, string said)
    {
        using StoreFolder store = await StoreFolder.MakeAsync();
        await store.ImportAsync("--set", "Files:LargestInDatabase=10");
        CliRun whole = await store.DoAsync("doctor");
        string kept = Directory.EnumerateFiles(store["remiss.db.files"], "*", SearchOption.AllDirectories).First();
        if (damage == "missing") File.Delete(kept);
        else await File.AppendAllTextAsync(kept, "!");

        CliRun hurt = await store.RunAsync("doctor");
        CliRun json = await store.RunAsync("doctor", "--json");

        Assert.Multiple(() =>
        {
            Assert.That(whole.Out, Does.Contain("3 filer lästa.").And.Contain("Inga fel i inställningar eller databas."));
            Assert.That((hurt.ExitCode, json.ExitCode), Is.EqualTo((1, 1)));
            Assert.That(hurt.Error, Does.Contain(said));
            Assert.That(Store(json).GetProperty("damage").EnumerateArray().Single().GetString(), Does.Contain(said));
        });
    }

    [Test]
    public async Task The_doctor_makes_no_store_and_names_what_is_wrong_with_the_settings()
    {
        using var folder = new TemporaryFolder();
        string noTheme = folder["finns-inte.json"];

        CliRun none = await CliRun.OfAsync("doctor", "--database", folder["remiss.db"]);
        CliRun wrong = await CliRun.OfAsync("doctor", "--set", "Work:Parallel=noll");
        CliRun theme = await CliRun.OfAsync("doctor", "--database", folder["remiss.db"], "--set", $"Summary:Theme={noTheme}");
        CliRun templates = await CliRun.OfAsync("doctor", "--database", folder["remiss.db"], "--set", $"Mail:Templates={noTheme}");
        CliRun noDatabase = await CliRun.OfAsync("doctor", "--database", folder.Write("text.txt", "ingen databas"));

        Assert.Multiple(() =>
        {
            Assert.That((none.ExitCode, File.Exists(folder["remiss.db"])), Is.EqualTo((0, false)));
            Assert.That(none.Out, Does.Contain("finns inte än"));
            Assert.That(wrong.Error, Does.Contain("Work:Parallel ska vara ett heltal"));
            Assert.That(theme.Error, Does.Contain(noTheme));
            Assert.That(templates.Error, Does.StartWith("Fel: "));
            Assert.That(noDatabase.Error, Does.Contain("är ingen databas"));
            Assert.That(new[] { wrong, theme, templates, noDatabase }.Select(r => r.ExitCode), Is.All.EqualTo(1));
        });
    }

    [Test]
    public async Task The_audit_log_is_whole_until_someone_changes_it()
    {
        using StoreFolder store = await StoreFolder.MakeAsync();
        CliRun whole = await store.DoAsync("audit", "verify");
        string hash = whole.Out.Split("Senaste kontrollsumma: ")[1].Trim();
        CliRun expected = await store.RunAsync("audit", "verify", "--expect", hash);
        SqliteConnection.ClearAllPools();
        await using (var connection = new SqliteConnection($"Data Source={store.Database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "UPDATE audit_entry SET actor_name = 'någon annan' WHERE sequence = 2";
            Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1));
        }

        CliRun changed = await store.RunAsync("audit", "verify");

        Assert.That((expected.ExitCode, changed.ExitCode), Is.EqualTo((0, 1)), expected.Error);
        Assert.That(changed.Error, Does.StartWith("Fel: "));
    }

    private static JsonElement Store(CliRun run) => JsonDocument.Parse(run.Out).RootElement.GetProperty("store");
}
