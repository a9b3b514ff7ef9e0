using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Health;
using Remiss.Application.Tests.Archives;

namespace Remiss.Application.Tests.Health;

public sealed class CheckStoreTests(TestDatabase database) : FilledConsultation(database)
{
    [Test]
    public async Task A_whole_store_has_nothing_to_say()
    {
        await using ServiceProvider node = await AStoreAsync(largestInDatabase: 1000);

        Assert.That((await SendAsync(new CheckStore.Query(), node: node)).Value, Has.Property("Files").EqualTo(1).And.Property("Damage").Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Finds_a_file_that_is_missing_or_altered_beside_the_database(bool missing)
    {
        await using ServiceProvider node = await AStoreAsync(largestInDatabase: 1);
        string path = Directory.GetFiles(node.GetRequiredService<RemissDatabase>().Settings.FilesFolder, "*", SearchOption.AllDirectories).Single();
        if (missing) File.Delete(path);
        else await File.WriteAllTextAsync(path, "annat");

        var damage = (await SendAsync(new CheckStore.Query(), node: node)).Value.Damage;

        Assert.That(damage.Single().Swedish, Does.Contain(missing ? "saknas" : "ändrad"));
    }

    [Test]
    public async Task Finds_a_file_altered_in_the_database_and_a_reply_that_lost_a_sentence()
    {
        await AFilledConsultationAsync();
        Assert.That((await DoAsync(new CheckStore.Query())).Damage, Is.Empty);
        await using (AsyncServiceScope scope = Services.CreateAsyncScope())
        {
            var session = scope.ServiceProvider.GetRequiredService<DbSession>();
            await session.ExecuteAsync("UPDATE file_content SET content = @bytes WHERE sha256 = (SELECT MIN(sha256) FROM response_file)", new { bytes = new byte[] { 1, 2, 3 } }, default);
            await session.ExecuteAsync("UPDATE comment SET is_current = 0 WHERE comment_no = (SELECT MAX(comment_no) FROM comment)", null, default);
        }

        var damage = (await DoAsync(new CheckStore.Query())).Damage.Select(d => d.Swedish).ToList();

        Assert.That(damage, Has.Count.EqualTo(2));
        Assert.That(damage, Has.Some.Contains("ändrad").And.Some.Contains("inte längre hela texten"));
    }

    private async Task<ServiceProvider> AStoreAsync(long largestInDatabase)
    {
        ServiceProvider node = Provider(DatabaseSettings.ForSqlite(Path.Combine(Folder, $"{Guid.NewGuid():N}.db")) with { LargestInDatabase = largestInDatabase });
        await node.GetRequiredService<Migrator>().RunAsync(dryRun: false, default);
        await using AsyncServiceScope scope = node.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.BeginAsync(default);
        await scope.ServiceProvider.GetRequiredService<FileStore>().PutAsync(new byte[] { 7, 7, 7 }, default);
        await session.CommitAsync(default);
        return node;
    }
}
