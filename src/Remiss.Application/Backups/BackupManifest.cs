using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Remiss.Application.Json;
using Remiss.Domain.Results;

namespace Remiss.Application.Backups;

/// <summary>What a backup folder holds, <c>manifest.json</c> in it: written last, so a backup that was cut off has none.</summary>
/// <param name="Schema">The number of the database scripts.</param>
/// <param name="TakenAt">When it was begun.</param>
/// <param name="Files">Every file, by its path in the folder with <c>/</c>.</param>
public sealed record BackupManifest(int Schema, DateTimeOffset TakenAt, ImmutableArray<BackupFile> Files)
{
    internal const string FileName = "manifest.json";
    internal const string DatabaseName = "remiss.db";
    internal const string FilesFolder = "files";

    /// <summary>Reads the manifest of a folder and checks every file against it.</summary>
    internal static async Task<Result<BackupManifest>> CheckAsync(string folder, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return Broken("manifest.json saknas i mappen; säkerhetskopian blev aldrig klar, eller så är det fel mapp", "manifest.json is missing in the folder; the backup was never finished, or it is the wrong folder");
        BackupManifest manifest;
        try
        {
            manifest = StoreJson.Read<BackupManifest>(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (JsonException)
        {
            return Broken("manifest.json går inte att tolka", "manifest.json cannot be understood");
        }
        foreach (BackupFile file in manifest.Files)
        {
            string own = Path.GetFullPath(Path.Combine(folder, file.Path));
            if (!own.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return Broken($"{file.Path} ligger utanför mappen", $"{file.Path} lies outside the folder");
            if (!File.Exists(own)) return Broken($"{file.Path} saknas", $"{file.Path} is missing");
            if (await ChecksumAsync(own, cancellationToken).ConfigureAwait(false) != file.Sha256) return Broken($"{file.Path} är ändrad eller skadad", $"{file.Path} has been altered or is damaged");
        }
        return manifest;
    }

    /// <summary>SHA-256 of a file, read as a stream.</summary>
    internal static async Task<string> ChecksumAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    private static Invalid Broken(string swedish, string english) => new(new Phrase(
        $"Säkerhetskopian kan inte användas: {swedish}. Inget har ändrats.", $"The backup cannot be used: {english}. Nothing was changed."));
}

/// <summary>One file of a backup.</summary>
/// <param name="Path">Its path in the folder.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
public sealed record BackupFile(string Path, long Length, string Sha256);
