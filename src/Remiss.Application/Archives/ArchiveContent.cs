using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Remiss.Application.Json;
using Remiss.Domain.Results;

namespace Remiss.Application.Archives;

/// <summary>
/// An archive that has been opened and checked: every file is there, is named by the manifest, and is what its checksum
/// says. Opening trusts nothing in it: sizes are counted while reading, and names never become paths on the disk.
/// </summary>
internal sealed class ArchiveContent
{
    private const long LongestTable = 1L << 30;
    private const long LongestManifest = 64L << 20;
    private const int MostFiles = 200_000;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ArchiveFile> _files;

    private ArchiveContent(ZipArchive zip, ArchiveManifest manifest)
    {
        (_zip, Manifest) = (zip, manifest);
        _files = manifest.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    /// <summary>What it says of itself.</summary>
    public ArchiveManifest Manifest { get; }

    /// <summary>The names of the original files in it.</summary>
    public IEnumerable<string> StoredFiles => _files.Keys.Where(p => p.StartsWith("files/", StringComparison.Ordinal)).Select(p => p["files/".Length..]);

    /// <summary>Opens it, or says why it cannot be used.</summary>
    public static async Task<Result<ArchiveContent>> OpenAsync(ZipArchive zip, int schema, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(ArchiveManifest.Path) is not { } entry)
            return Broken("manifest.json saknas. Filen är avkortad eller inget arkiv från Remiss", "manifest.json is missing. The file was cut off or is no archive of Remiss");
        Result<byte[]> bytes = await ReadAsync(entry, LongestManifest, cancellationToken).ConfigureAwait(false);
        if (!bytes.IsOk) return bytes.Failure;
        ArchiveManifest manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<ArchiveManifest>(bytes.Value, StoreJson.Options)!;
        }
        catch (JsonException)
        {
            return Broken("manifest.json går inte att tolka", "manifest.json cannot be understood");
        }
        if (manifest is not { Format: ArchiveManifest.FormatName } || manifest.Files.IsDefault)
            return Broken("manifest.json är inte från Remiss", "manifest.json is not of Remiss");
        if (manifest.Version > ArchiveManifest.FormatVersion || manifest.Schema > schema)
        {
            return new Conflict(new Phrase(
                "Arkivet är skrivet av en nyare version av Remiss. Uppdatera programmet och läs in arkivet igen.",
                "The archive was written by a newer version of Remiss. Update the program and import the archive again."));
        }
        if (manifest.Files.Length > MostFiles || manifest.Files.Select(f => f.Path).Distinct(StringComparer.Ordinal).Count() != manifest.Files.Length)
            return Broken("manifest.json räknar upp samma fil flera gånger eller orimligt många", "manifest.json lists a file twice or an absurd number of files");
        var unlisted = zip.Entries.Select(e => e.FullName).Except(manifest.Files.Select(f => f.Path).Append(ArchiveManifest.Path), StringComparer.Ordinal).FirstOrDefault();
        if (unlisted is not null) return Broken("det innehåller filer som manifest.json inte nämner", "it holds files that manifest.json does not name");
        return new ArchiveContent(zip, manifest);
    }

    /// <summary>A file's bytes, checked against the manifest.</summary>
    public async Task<Result<byte[]>> FileAsync(string path, CancellationToken cancellationToken)
    {
        if (!_files.TryGetValue(path, out ArchiveFile? listed) || _zip.GetEntry(path) is not { } entry) return Broken($"{path} saknas", $"{path} is missing");
        Result<byte[]> bytes = await ReadAsync(entry, Math.Min(listed.Length, LongestTable), cancellationToken).ConfigureAwait(false);
        if (!bytes.IsOk) return bytes.Failure;
        bool same = bytes.Value.Length == listed.Length && Convert.ToHexStringLower(SHA256.HashData(bytes.Value)) == listed.Sha256;
        return same ? bytes.Value : Broken($"{path} stämmer inte med sin kontrollsumma", $"{path} does not match its checksum");
    }

    /// <summary>A table's rows, each as the columns' values; a row with other columns than the table's is refused.</summary>
    public async Task<Result<ImmutableArray<Dictionary<string, object?>>>> RowsAsync(ArchiveTable table, CancellationToken cancellationToken)
    {
        Result<byte[]> bytes = await FileAsync($"data/{table.Name}.json", cancellationToken).ConfigureAwait(false);
        if (!bytes.IsOk) return bytes.Failure;
        try
        {
            var rows = ImmutableArray.CreateBuilder<Dictionary<string, object?>>();
            foreach (JsonNode? node in JsonNode.Parse(bytes.Value)!.AsArray())
            {
                JsonObject json = node!.AsObject();
                // An archive of an older version lacks columns that came later; they are empty then.
                if (json.Any(p => table.Columns.All(c => c.Name != p.Key))) return Broken($"data/{table.Name}.json har okända fält", $"data/{table.Name}.json has unknown fields");
                rows.Add(table.Columns.ToDictionary(c => c.Name, c => ArchiveValues.FromJson(json[c.Name], c.Kind), StringComparer.Ordinal));
            }
            return rows.ToImmutable();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            return Broken($"data/{table.Name}.json går inte att tolka", $"data/{table.Name}.json cannot be understood");
        }
    }

    /// <summary>The refusal of an archive that is not whole.</summary>
    internal static Invalid Broken(string swedish, string english) => new(new Phrase(
        $"Arkivet kan inte läsas in: {swedish}. Inget har lästs in.", $"The archive cannot be imported: {english}. Nothing was imported."));

    private static async Task<Result<byte[]>> ReadAsync(ZipArchiveEntry entry, long most, CancellationToken cancellationToken)
    {
        try
        {
            await using Stream stream = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                // What an entry says of its own length is not believed.
                if (bytes.Length + read > most) return Broken($"{entry.FullName} är större än det ska vara", $"{entry.FullName} is larger than it should be");
                bytes.Write(buffer, 0, read);
            }
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            return Broken($"{entry.FullName} är skadad", $"{entry.FullName} is damaged");
        }
    }
}
