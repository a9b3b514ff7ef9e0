using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Files;

namespace Remiss.Application.Tests.Storing;

public sealed class FileStoreTests(TestDatabase database) : StoreTest(database)
{
    [TestCase(1_000)]
    [TestCase(5_000_000)]
    public async Task The_same_bytes_put_by_many_at_once_are_kept_once_and_no_one_meets_a_key(int length)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Guid.NewGuid().ToString("N").PadRight(length, 'å'))[..length];
        async Task<string> PutAsync(bool asStream)
        {
            await using AsyncServiceScope scope = Services.CreateAsyncScope();
            var session = scope.ServiceProvider.GetRequiredService<DbSession>();
            await session.BeginAsync(default);
            var files = scope.ServiceProvider.GetRequiredService<FileStore>();
            string name = asStream ? await files.PutAsync(new MemoryStream(bytes), default) : await files.PutAsync(bytes, default);
            // What came after the key was met must go on in the same transaction.
            Assert.That((await files.GetAsync(name, default)).Value.Length, Is.EqualTo(length));
            await session.CommitAsync(default);
            return name;
        }

        string[] names = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => PutAsync(i % 2 == 0))));

        Assert.That(names, Is.All.EqualTo(FileStore.NameOf(bytes)));
        Assert.That(await RowsAsync<long>("SELECT byte_length FROM stored_file WHERE sha256 = @name", new { name = names[0] }), Is.EqualTo(new[] { (long)length }));
    }
}
