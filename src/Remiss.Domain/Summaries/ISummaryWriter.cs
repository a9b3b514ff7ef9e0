using Remiss.Domain.Results;

namespace Remiss.Domain.Summaries;

/// <summary>Draws a summary in one file format.</summary>
public interface ISummaryWriter
{
    /// <summary>The file name extension without dot: <c>pdf</c>.</summary>
    string Extension { get; }

    /// <summary>
    /// Draws the summary into <paramref name="output"/>, which need not seek. Fails with a clear
    /// message where something is missing on the machine (a font), never with half a file that looks whole.
    /// </summary>
    /// <param name="document">The content.</param>
    /// <param name="theme">Its look.</param>
    /// <param name="output">Where the file goes; left open.</param>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <returns>The number of pages, or why there are none.</returns>
    Result<int> Write(SummaryDocument document, SummaryTheme theme, Stream output, IProgress<double>? progress, CancellationToken cancellationToken);
}
