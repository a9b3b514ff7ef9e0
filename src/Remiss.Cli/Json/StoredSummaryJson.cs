namespace Remiss.Cli.Json;

/// <summary>A summary from the store, for machines.</summary>
/// <param name="Summary">Which.</param>
/// <param name="Number">Its number in the consultation.</param>
/// <param name="File">The file that was written.</param>
internal sealed record StoredSummaryJson(Guid Summary, int Number, string File);
