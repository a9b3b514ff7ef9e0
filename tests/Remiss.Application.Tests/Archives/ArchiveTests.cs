using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Archives;
using Remiss.Application.Auditing;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Organisations;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Archives;

public sealed class ArchiveTests(TestDatabase database) : FilledConsultation(database)
{
    [Test]
    public async Task What_is_imported_elsewhere_and_exported_again_is_the_same_byte_for_byte()
    {
        var (_, consultation, _) = await AFilledConsultationAsync();
        byte[] first = await ExportAsync(consultation);
        await using ServiceProvider elsewhere = await AnotherStoreAsync();
        OrganisationId other = (await SendAsync(new CreateOrganisation.Command("Region Södersund"), node: elsewhere)).Value;

        Result<ConsultationId> imported = await SendAsync(new ImportConsultation.Command(other, new MemoryStream(first)), node: elsewhere);

        Assert.That(imported.Failure, Is.Null);
        byte[] second = await ExportAsync(consultation, elsewhere);
        var before = FilesOf(first).Where(f => f.Key is not ("manifest.json" or "data/audit.json" or "data/account.json")).ToDictionary();
        var after = FilesOf(second);
        Assert.That(before.Keys, Has.Some.StartsWith("files/").And.Some.EqualTo("data/comment_tag.json").And.Some.EqualTo("data/comment_change.json"));
        Assert.Multiple(() =>
        {
            foreach (string path in before.Keys) Assert.That(after[path], Is.EqualTo(before[path]), path);
        });
    }

    [Test]
    public async Task What_is_imported_can_be_worked_with()
    {
        var (_, consultation, _) = await AFilledConsultationAsync();
        byte[] archive = await ExportAsync(consultation);
        await using ServiceProvider elsewhere = await AnotherStoreAsync();
        OrganisationId other = (await SendAsync(new CreateOrganisation.Command("Region Södersund"), node: elsewhere)).Value;
        await SendAsync(new ImportConsultation.Command(other, new MemoryStream(archive)), node: elsewhere);

        var row = await SendAsync(new GetConsultation.Query(consultation), node: elsewhere);
        var log = await SendAsync(new VerifyAudit.Query(other), node: elsewhere);

        Assert.That(row.Value.Title, Is.EqualTo("Digital strategi för Mittsund 2032–2040"));
        Assert.That(log.Value.Faults, Is.Empty);
        await using AsyncServiceScope scope = elsewhere.CreateAsyncScope();
        var terms = await scope.ServiceProvider.GetRequiredService<DbSession>().ListAsync<string>("SELECT DISTINCT term FROM comment_term", null, default);
        Assert.That(terms, Has.Some.EqualTo("bredband"));
    }

    [Test]
    public async Task Refuses_what_is_here_already()
    {
        var (organisation, consultation, _) = await AFilledConsultationAsync();

        var again = await SendAsync(new ImportConsultation.Command(organisation, new MemoryStream(await ExportAsync(consultation))));

        Assert.That(again.Failure, Is.TypeOf<Conflict>());
    }

    public static IEnumerable<TestCaseData> Damages()
    {
        yield return Damage("cut off", bytes => bytes[..(bytes.Length / 2)]);
        yield return Damage("no ZIP", _ => Encoding.UTF8.GetBytes("hej"));
        yield return Damage("empty", _ => []);
        yield return Damage("without manifest", bytes => Edited(bytes, zip => zip.GetEntry("manifest.json")!.Delete()));
        yield return Damage("a table replaced", bytes => Edited(bytes, zip => Put(zip, "data/response.json", "[]")));
        yield return Damage("a file nobody named", bytes => Edited(bytes, zip => Put(zip, "../../etc/passwd", "x")));
        yield return Damage("a table missing", bytes => Edited(bytes, zip => zip.GetEntry("data/comment.json")!.Delete()));
    }

    [TestCaseSource(nameof(Damages))]
    public async Task Refuses_a_damaged_archive_and_stores_nothing(Func<byte[], byte[]> damage)
    {
        var (_, consultation, _) = await AFilledConsultationAsync();
        byte[] archive = damage(await ExportAsync(consultation));
        await using ServiceProvider elsewhere = await AnotherStoreAsync();
        OrganisationId other = (await SendAsync(new CreateOrganisation.Command("Region Södersund"), node: elsewhere)).Value;

        var result = await SendAsync(new ImportConsultation.Command(other, new MemoryStream(archive)), node: elsewhere);

        Assert.That(result.Failure, Is.TypeOf<Invalid>());
        await using AsyncServiceScope scope = elsewhere.CreateAsyncScope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<DbSession>().ListAsync<string>("SELECT title FROM consultation UNION ALL SELECT sha256 FROM stored_file", null, default), Is.Empty);
    }

    [Test]
    public async Task A_row_that_points_at_someone_elses_reply_is_refused()
    {
        var (_, victim, _) = await AFilledConsultationAsync();
        var (organisation, consultation, _) = await AFilledConsultationAsync();
        byte[] archive = await ExportAsync(consultation);
        Guid others = (await RowsAsync<Guid>("SELECT response_version_id FROM response_version WHERE consultation_id = @victim", new { victim }))[0];
        Guid own = (await RowsAsync<Guid>("SELECT response_version_id FROM response_version WHERE consultation_id = @consultation", new { consultation }))[0];
        // Sealed anew by the attacker, so that every checksum is right.
        byte[] forged = Resealed(archive, "data/response_file.json", text => text.Replace(own.ToString(), others.ToString(), StringComparison.Ordinal));
        await using ServiceProvider elsewhere = await AnotherStoreAsync();
        OrganisationId other = (await SendAsync(new CreateOrganisation.Command("Region Södersund"), node: elsewhere)).Value;

        var result = await SendAsync(new ImportConsultation.Command(other, new MemoryStream(forged)), node: elsewhere);

        Assert.That(result.Failure?.Message.Swedish, Does.Contain("hör till något annat"));
    }

    private async Task<byte[]> ExportAsync(ConsultationId consultation, IServiceProvider? node = null)
    {
        using var output = new MemoryStream();
        Result<ArchiveManifest> manifest = await SendAsync(new ExportConsultation.Query(consultation, output), node: node);
        Assert.That(manifest.Failure, Is.Null);
        return output.ToArray();
    }

    private async Task<ServiceProvider> AnotherStoreAsync()
    {
        ServiceProvider provider = Provider(DatabaseSettings.ForSqlite(Path.Combine(Folder, $"{Guid.NewGuid():N}.db")));
        await provider.GetRequiredService<Migrator>().RunAsync(dryRun: false, default);
        return provider;
    }

    private static Dictionary<string, byte[]> FilesOf(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using Stream stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private static TestCaseData Damage(string name, Func<byte[], byte[]> damage) => new TestCaseData(damage).SetArgDisplayNames(name);

    private static byte[] Edited(byte[] archive, Action<ZipArchive> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) edit(zip);
        return stream.ToArray();
    }

    private static void Put(ZipArchive zip, string path, string text)
    {
        zip.GetEntry(path)?.Delete();
        using Stream entry = zip.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static byte[] Resealed(byte[] archive, string path, Func<string, string> edit)
    {
        var files = FilesOf(archive);
        string text = edit(Encoding.UTF8.GetString(files[path]));
        var manifest = Remiss.Application.Json.StoreJson.Read<ArchiveManifest>(Encoding.UTF8.GetString(files["manifest.json"]));
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string sha256 = Remiss.Application.Files.FileStore.NameOf(bytes);
        manifest = manifest with { Files = [.. manifest.Files.Select(f => f.Path == path ? new ArchiveFile(path, bytes.Length, sha256) : f)] };
        return Edited(archive, zip =>
        {
            Put(zip, path, text);
            Put(zip, "manifest.json", Remiss.Application.Json.StoreJson.Write(manifest));
        });
    }
}
