using System.Data.Common;
using System.Security.Cryptography;
using Remiss.Application.Database;
using Remiss.Domain.Results;

namespace Remiss.Application.Files;

/// <summary>
/// Original files by the SHA-256 of their bytes: the same bytes are kept once. Small ones lie in the database, larger
/// ones in a folder (see <see cref="DatabaseSettings.LargestInDatabase"/>). What was put is never changed or deleted.
/// </summary>
public sealed class FileStore(DbSession session, TimeProvider clock)
{
    private const string Find = "SELECT place FROM stored_file WHERE sha256 = @sha256";
    private const string FindContent = "SELECT content FROM file_content WHERE sha256 = @sha256";

    private const string Add = """
        INSERT INTO stored_file (sha256, byte_length, place, created_at)
        SELECT @sha256, @length, @place, @now WHERE NOT EXISTS (SELECT 1 FROM stored_file WHERE sha256 = @sha256)
        """;

    private const string AddContent = "INSERT INTO file_content (sha256, content) VALUES (@sha256, @content)";

    /// <summary>The name under which bytes are kept: 64 lower-case hex digits.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Keeps the bytes, in the transaction that is open, and hands back their name.</summary>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        string sha256 = NameOf(bytes.Span);
        if (await session.FindAsync<string>(Find, new { sha256 }, cancellationToken).ConfigureAwait(false) is not null) return sha256;
        bool inDatabase = bytes.Length <= session.Settings.LargestInDatabase;
        // The file first: a row without its file would be a lie, a file without a row is only rubbish.
        if (!inDatabase) await WriteAsync(PathOf(session.Settings, sha256), file => file.WriteAsync(bytes, cancellationToken).AsTask()).ConfigureAwait(false);
        bool added = await AddAsync(sha256, bytes.Length, inDatabase ? "Database" : "Folder", cancellationToken).ConfigureAwait(false);
        if (added && inDatabase) await session.ExecuteAsync(AddContent, new { sha256, content = bytes.ToArray() }, cancellationToken).ConfigureAwait(false);
        return sha256;
    }

    /// <summary>Keeps all that is in the stream, as <see cref="PutAsync(ReadOnlyMemory{byte}, CancellationToken)"/> does; what goes into the folder never stands in memory as a whole.</summary>
    /// <param name="content">Can seek.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        if (content.Length <= session.Settings.LargestInDatabase)
        {
            byte[] bytes = new byte[content.Length];
            await content.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            return await PutAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        string sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false));
        if (await session.FindAsync<string>(Find, new { sha256 }, cancellationToken).ConfigureAwait(false) is not null) return sha256;
        content.Position = 0;
        await WriteAsync(PathOf(session.Settings, sha256), file => content.CopyToAsync(file, cancellationToken)).ConfigureAwait(false);
        await AddAsync(sha256, content.Length, "Folder", cancellationToken).ConfigureAwait(false);
        return sha256;
    }

    /// <summary>The bytes of that name. Fails where they are missing or are not what was put: then the store was damaged.</summary>
    public async Task<Result<ReadOnlyMemory<byte>>> GetAsync(string sha256, CancellationToken cancellationToken)
    {
        byte[]? content = null;
        string? place = await session.FindAsync<string>(Find, new { sha256 }, cancellationToken).ConfigureAwait(false);
        if (place == "Database") content = await session.FindAsync<byte[]>(FindContent, new { sha256 }, cancellationToken).ConfigureAwait(false);
        else if (place == "Folder" && File.Exists(PathOf(session.Settings, sha256)))
            content = await File.ReadAllBytesAsync(PathOf(session.Settings, sha256), cancellationToken).ConfigureAwait(false);
        if (content is null) return new NotFound(new Phrase($"Filen {sha256} finns inte i lagret. Kör ”remiss doctor”.", $"The file {sha256} is not in the store. Run 'remiss doctor'."));
        if (NameOf(content) != sha256) return new Conflict(new Phrase($"Filen {sha256} är ändrad i lagret. Kör ”remiss doctor”.", $"The file {sha256} has been altered in the store. Run 'remiss doctor'."));
        return new ReadOnlyMemory<byte>(content);
    }

    /// <summary>Where a large file lies: in a folder named by its first two digits.</summary>
    internal static string PathOf(DatabaseSettings settings, string sha256) => Path.Combine(settings.FilesFolder, sha256[..2], sha256);

    // False where they are there already. Whoever put them between the look and the insert put the same bytes.
    private async Task<bool> AddAsync(string sha256, long length, string place, CancellationToken cancellationToken)
    {
        try
        {
            return await session.ExecuteAsync(Add, new { sha256, length, place, now = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false) > 0;
        }
        catch (DbException there) when (session.Dialect.IsDuplicateKey(there))
        {
            return false;
        }
    }

    private static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await write(file).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
