using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Auditing;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Files;
using Remiss.Application.Organisations;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Database;

/// <summary>The machine breaks under a command: a clear sentence, nothing half-written, and the same command works again later.</summary>
public sealed class BrokenMachineTests(TestDatabase database) : StoreTest(database)
{
    [Test]
    public async Task A_file_that_another_program_holds_is_said_to_be_in_use_and_works_when_it_is_let_go()
    {
        OnlySqlite();
        await using ServiceProvider node = await AStoreAsync(Path.Combine(Folder, "låst.db"), lockSeconds: 1);
        await using (SqliteConnection other = new($"Data Source={FileOf(node)};Pooling=False"))
        {
            await other.OpenAsync();
            await using SqliteTransaction held = other.BeginTransaction(deferred: false);

            Assert.That(Said(await CreateAsync(node)), Does.Contain("upptagen av ett annat program"));
        }

        Assert.That(await CreateAsync(node), Has.Property("Failure").Null);
    }

    [Test]
    public async Task A_file_that_is_gone_is_missed_and_works_when_it_is_back()
    {
        OnlySqlite();
        await using ServiceProvider node = await AStoreAsync(Path.Combine(Folder, "borta.db"));
        string file = FileOf(node);
        File.Move(file, file + ".undan");

        Assert.That(Said(await CreateAsync(node)), Does.Contain("går inte att öppna"));
        Assert.That(File.Exists(file), Is.False, "no empty database in its place");

        File.Move(file + ".undan", file);
        Assert.That(await CreateAsync(node), Has.Property("Failure").Null);
    }

    [Test]
    public async Task A_file_that_is_no_database_is_named_so()
    {
        OnlySqlite();
        string file = Path.Combine(Folder, "brev.db");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("Ett brev, inte en databas. ", 500)));
        await using ServiceProvider node = Provider(DatabaseSettings.ForSqlite(file));

        Assert.That(Said(await CreateAsync(node)), Does.Contain("skadad eller är ingen databas"));
    }

    [Test]
    public async Task A_full_disk_is_told_and_nothing_is_half_written()
    {
        OnlySqlite();
        string folder = Directory.CreateDirectory(Path.Combine(Folder, "liten-disk")).FullName;
        if (!await RunAsync("mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", folder)) Assert.Ignore("A small disk could not be mounted here: needs root.");
        try
        {
            ServiceProvider node = await AStoreAsync(Path.Combine(folder, "remiss.db"));
            OrganisationId organisation = (await CreateAsync(node)).Value;
            Result<ConsultationId> last;
            int created = 0;
            // Each is some kilobytes: the disk is full before long.
            while ((last = await SendAsync(new CreateConsultation.Command(organisation, $"Plan {created}") { Description = new string('å', 9_000) }, node: node)).IsOk)
                Assert.That(++created, Is.LessThan(1000), "the disk never filled up");

            Assert.That(Said(last), Does.Contain("Disken"));
            // More space: the same command works, and the log has no gap.
            Assert.That(await RunAsync("mount", "-o", "remount,size=8m", folder), Is.True);
            Assert.That((await SendAsync(new CreateConsultation.Command(organisation, "Plan igen"), node: node)).Failure, Is.Null);
            var log = await SendAsync(new VerifyAudit.Query(organisation), node: node);
            Assert.That(log.Value.Faults, Is.Empty);
            Assert.That(log.Value.Entries, Is.EqualTo(created + 2));
            await node.DisposeAsync();
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            await RunAsync("umount", "-l", folder);
        }
    }

    [Test]
    public async Task A_large_file_on_a_full_disk_leaves_no_row_and_no_half_file()
    {
        OnlySqlite();
        string folder = Directory.CreateDirectory(Path.Combine(Folder, "liten-mapp")).FullName;
        if (!await RunAsync("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder)) Assert.Ignore("A small disk could not be mounted here: needs root.");
        try
        {
            await using ServiceProvider node = await AStoreAsync(Path.Combine(Folder, "stora.db"), filesFolder: folder);
            await using AsyncServiceScope scope = node.CreateAsyncScope();
            var session = scope.ServiceProvider.GetRequiredService<DbSession>();
            await session.BeginAsync(default);

            Assert.That(async () => await scope.ServiceProvider.GetRequiredService<FileStore>().PutAsync(new byte[1_000_000], default), Throws.InstanceOf<IOException>());

            Assert.That(await session.ListAsync<string>("SELECT sha256 FROM stored_file", null, default), Is.Empty);
            Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), Is.Empty);
        }
        finally
        {
            await RunAsync("umount", "-l", folder);
        }
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_told()
    {
        DatabaseSettings nowhere = DatabaseSettings.ForSqlServer("Server=127.0.0.1,1;User ID=x;Password=y;Connect Timeout=1", Folder).Value;
        await using ServiceProvider node = Provider(nowhere);

        Assert.That(Said(await CreateAsync(node)), Does.Contain("Databasen svarar inte"));
    }

    private async Task<ServiceProvider> AStoreAsync(string file, int lockSeconds = 30, string? filesFolder = null)
    {
        ServiceProvider node = Provider(DatabaseSettings.ForSqlite(file, filesFolder) with { LockSeconds = lockSeconds, LargestInDatabase = filesFolder is null ? 1_000_000 : 1 });
        Assert.That((await node.GetRequiredService<Migrator>().RunAsync(dryRun: false, default)).Failure, Is.Null);
        return node;
    }

    private Task<Result<OrganisationId>> CreateAsync(IServiceProvider node) => SendAsync(new CreateOrganisation.Command("Region Mittsund"), node: node);

    private static string Said<T>(Result<T> result) => result.Failure?.Message.Swedish ?? "nothing: it succeeded";

    private static string FileOf(IServiceProvider node) =>
        new SqliteConnectionStringBuilder(node.GetRequiredService<RemissDatabase>().Settings.ConnectionString).DataSource;

    private void OnlySqlite()
    {
        if (Database != TestDatabase.Sqlite) Assert.Ignore("About the embedded database's file.");
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
