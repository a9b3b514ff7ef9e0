namespace Remiss.Cli.Terminal;

/// <summary>The place that results are written to takes no more: a full disk behind a redirection, or a closed stream.</summary>
internal sealed class OutputClosedException(Exception reason) : Exception(reason.Message, reason);
