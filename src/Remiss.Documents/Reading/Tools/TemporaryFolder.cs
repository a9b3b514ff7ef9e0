namespace Remiss.Documents.Reading.Tools;

/// <summary>A folder of our own that only this user may enter, and that goes away with what it holds.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly string _readFile;

    /// <param name="readFile">The name of the file that is read, for what is said where nothing can be written.</param>
    public TemporaryFolder(string readFile)
    {
        _readFile = readFile;
        try
        {
            _folder = Directory.CreateTempSubdirectory("remiss-");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReadRefusedException(Refusals.NoTemporaryFolder(readFile, Path.GetTempPath()));
        }
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes the bytes under a name of our choosing: the sender's name never touches the disk.</summary>
    public async Task<string> WriteAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        string path = PathOf(name);
        try
        {
            await File.WriteAllBytesAsync(path, bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReadRefusedException(Refusals.NoTemporaryFolder(_readFile, Path.GetTempPath()));
        }
        return path;
    }

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file held open by a scanner stays behind for the system's own cleaning; the reading itself went well.
            System.Diagnostics.Debug.WriteLine(e.Message);
        }
    }
}
