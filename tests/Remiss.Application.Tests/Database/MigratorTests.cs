using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Database;

public sealed class MigratorTests(TestDatabase database) : StoreTest(database)
{
    private RemissDatabase Store => Services.GetRequiredService<RemissDatabase>();

    private ImmutableArray<MigrationScript> Shipped => MigrationScripts.For(Settings.Dialect);

    [Test]
    public async Task A_second_run_finds_nothing_to_do()
    {
        var report = await With(Shipped).RunAsync(dryRun: false, default);

        Assert.That(report.Value.Before, Is.EqualTo(Shipped.Length));
        Assert.That(report.Value.Applied, Is.Empty);
    }

    [Test]
    public async Task A_dry_run_tells_and_changes_nothing()
    {
        var more = Shipped.Add(new MigrationScript(Shipped.Length + 1, "9998_trial.sql", "CREATE TABLE trial_dry (a int NOT NULL);\n"));

        var report = await With(more).RunAsync(dryRun: true, default);

        Assert.That(report.Value.Applied.Select(s => s.Name), Is.EqualTo(new[] { "9998_trial.sql" }));
        Assert.That((await With(Shipped).CheckAsync(default)).IsOk, Is.True);
        Assert.That((await With(more).CheckAsync(default)).Failure, Is.TypeOf<Conflict>());
    }

    [Test]
    public async Task Refuses_when_a_script_that_was_run_has_changed()
    {
        var changed = Shipped.SetItem(0, Shipped[0] with { Sql = Shipped[0].Sql + "-- a word more\n" });

        var report = await With([.. changed.Select(s => new MigrationScript(s.Number, s.Name, s.Sql))]).RunAsync(dryRun: false, default);

        Assert.That(report.Failure, Is.TypeOf<Conflict>());
        Assert.That(report.Failure!.Message.Swedish, Does.Contain(Shipped[0].Name));
    }

    [Test]
    public async Task Refuses_a_database_that_is_newer_than_the_program()
    {
        var report = await With(Shipped.RemoveAt(Shipped.Length - 1)).RunAsync(dryRun: false, default);

        Assert.That(report.Failure!.Message.Swedish, Does.Contain("nyare än programmet"));
    }

    [Test]
    public async Task Line_ends_of_another_system_are_the_same_script()
    {
        var windows = Shipped.Select(s => new MigrationScript(s.Number, s.Name, s.Sql.Replace("\n", "\r\n", StringComparison.Ordinal))).ToImmutableArray();

        Assert.That((await With(windows).RunAsync(dryRun: false, default)).IsOk, Is.True);
    }

    [Test]
    public async Task A_script_that_breaks_leaves_nothing_behind()
    {
        var broken = Shipped.Add(new MigrationScript(Shipped.Length + 1, "9999_broken.sql", "CREATE TABLE half_done (a int NOT NULL);\nCREATE TABLE half_done (a int NOT NULL);\n"));

        Assert.That(async () => await With(broken).RunAsync(dryRun: false, default), Throws.InstanceOf<System.Data.Common.DbException>());

        Assert.That((await With(Shipped).RunAsync(dryRun: false, default)).Value.Applied, Is.Empty);
        Assert.That(async () => await RowsAsync<int>("SELECT a FROM half_done"), Throws.InstanceOf<System.Data.Common.DbException>());
    }

    [Test]
    public async Task Ten_at_once_run_each_script_once()
    {
        Assume.That(Database, Is.EqualTo(TestDatabase.Sqlite), "on a server the fixture's own database is not empty");
        var settings = DatabaseSettings.ForSqlite(Path.Combine(Folder, "many.db"));

        var reports = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => new Migrator(new RemissDatabase(settings), Clock).RunAsync(dryRun: false, default))));

        Assert.That(reports.Sum(r => r.Value.Applied.Length), Is.EqualTo(Shipped.Length));
    }

    [Test]
    public async Task The_tables_of_the_database_are_those_of_the_scripts()
    {
        string sql = Database == TestDatabase.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
            : "SELECT table_name FROM information_schema.tables";

        var tables = await RowsAsync<string>(sql);

        var expected = Shipped.SelectMany(s => s.Statements).Where(s => s.StartsWith("CREATE TABLE ", StringComparison.Ordinal)).Select(s => s.Split(' ')[2]);
        Assert.That(tables, Is.EquivalentTo(expected.Append("schema_journal")));
    }

    private Migrator With(ImmutableArray<MigrationScript> scripts) => new(Store, Clock) { Scripts = scripts };
}
