using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Archives;
using Remiss.Application.Backups;
using Remiss.Application.Database;
using Remiss.Application.Health;
using Remiss.Application.Tests.Archives;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Backups;

public sealed class BackupTests(TestDatabase database) : FilledConsultation(database)
{
    [Test]
    public async Task What_is_restored_is_what_was_backed_up_row_by_row()
    {
        OnlyEmbedded();
        await AFilledConsultationAsync();
        string folder = Path.Combine(Folder, "kopia");
        DatabaseSettings there = DatabaseSettings.ForSqlite(Path.Combine(Folder, "återställd", "remiss.db"));

        await DoAsync(new BackUpStore.Query(folder));
        var restored = await StoreRestore.RunAsync(folder, there, default);

        Assert.That(restored.Failure, Is.Null);
        await using ServiceProvider node = Provider(there);
        foreach (string table in SchemaShape.Tables.Keys)
        {
            var here = await AllRowsAsync(Services, table);
            var copy = await AllRowsAsync(node, table);
            Assert.That(copy, Is.EqualTo(here), table);
        }
        Assert.That((await SendAsync(new CheckStore.Query(), node: node)).Value.Damage, Is.Empty);
    }

    [Test]
    public async Task Files_beside_the_database_come_along()
    {
        OnlyEmbedded();
        DatabaseSettings small = DatabaseSettings.ForSqlite(Path.Combine(Folder, "liten.db")) with { LargestInDatabase = 10 };
        DatabaseSettings there = DatabaseSettings.ForSqlite(Path.Combine(Folder, "liten2.db"));
        await using ServiceProvider node = Provider(small);
        await node.GetRequiredService<Migrator>().RunAsync(dryRun: false, default);
        byte[] bytes = [.. Enumerable.Range(0, 100).Select(i => (byte)i)];
        string name = await PutAsync(node, bytes);
        string folder = Path.Combine(Folder, "kopia-liten");

        var backup = await SendAsync(new BackUpStore.Query(folder), node: node);
        await StoreRestore.RunAsync(folder, there, default);

        Assert.That(backup.Value.Files.Select(f => f.Path), Has.Some.EndsWith(name));
        await using ServiceProvider restored = Provider(there);
        await using AsyncServiceScope scope = restored.CreateAsyncScope();
        Assert.That((await scope.ServiceProvider.GetRequiredService<Remiss.Application.Files.FileStore>().GetAsync(name, default)).Value.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Never_overwrites_a_backup_or_a_database()
    {
        OnlyEmbedded();
        string folder = Path.Combine(Folder, "kopia-två");
        await DoAsync(new BackUpStore.Query(folder));

        Assert.That((await SendAsync(new BackUpStore.Query(folder))).Failure, Is.TypeOf<Invalid>());
        Assert.That((await StoreRestore.RunAsync(folder, Settings, default)).Failure, Is.TypeOf<Conflict>());
    }

    [TestCase("remiss.db")]
    [TestCase("manifest.json")]
    public async Task Refuses_a_backup_that_was_altered(string file)
    {
        OnlyEmbedded();
        string folder = Path.Combine(Folder, "kopia-" + file);
        await DoAsync(new BackUpStore.Query(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, file), "något annat");
        string there = Path.Combine(Folder, "ny-" + file, "remiss.db");

        var result = await StoreRestore.RunAsync(folder, DatabaseSettings.ForSqlite(there), default);

        Assert.That(result.Failure, Is.TypeOf<Invalid>());
        Assert.That(File.Exists(there), Is.False);
    }

    [Test]
    public async Task On_a_server_each_consultation_becomes_an_archive()
    {
        if (Database != TestDatabase.SqlServer) Assert.Ignore("The embedded database is copied as it is.");
        var (_, consultation, _) = await AFilledConsultationAsync();
        string folder = Path.Combine(Folder, "arkiv");

        var manifest = await DoAsync(new BackUpStore.Query(folder));

        Assert.That(manifest.Files.Select(f => f.Path), Has.Some.EqualTo($"{consultation}.zip"));
    }

    private void OnlyEmbedded()
    {
        if (Database != TestDatabase.Sqlite) Assert.Ignore("A server has its own backup (docs/backup.md).");
    }

    private static async Task<string> PutAsync(IServiceProvider node, byte[] bytes)
    {
        await using AsyncServiceScope scope = node.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.BeginAsync(default);
        string name = await scope.ServiceProvider.GetRequiredService<Remiss.Application.Files.FileStore>().PutAsync(bytes, default);
        await session.CommitAsync(default);
        return name;
    }

    private static async Task<List<string>> AllRowsAsync(IServiceProvider node, string table)
    {
        await using AsyncServiceScope scope = node.CreateAsyncScope();
        var columns = SchemaShape.Tables[table];
        var rows = await scope.ServiceProvider.GetRequiredService<DbSession>().ListAsync<dynamic>($"SELECT {string.Join(", ", columns.Select(c => c.Name))} FROM {table}", null, default);
        return [.. rows.Select(r => string.Join('|', columns.Select(c => ArchiveValues.ToJson(((IDictionary<string, object?>)r)[c.Name], c.Kind)?.ToJsonString()))).Order(StringComparer.Ordinal)];
    }
}
