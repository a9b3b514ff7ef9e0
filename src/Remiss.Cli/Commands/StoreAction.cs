using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary>What the commands on the store have in common: open it, do one thing, say how it went.</summary>
internal static class StoreAction
{
    /// <summary>Opens the store, does the thing, and prints its lines; or says why not, with everything that is wrong.</summary>
    public static async Task<int> RunAsync(
        Screen screen, StoreOptions options, Func<StoreHost, CancellationToken, Task<Result<List<string>>>> action, CancellationToken stop)
    {
        Result<StoreHost> opened = await StoreHost.OpenAsync(screen, options, stop);
        if (!opened.IsOk) return CommandOptions.Refused(screen, opened.Failure);
        await using StoreHost host = opened.Value;
        Result<List<string>> lines = await action(host, stop);
        if (lines.IsOk)
        {
            foreach (string line in lines.Value) screen.Line(line);
            return ExitCodes.Done;
        }
        int code = CommandOptions.Refused(screen, lines.Failure);
        if (lines.Failure is Invalid invalid)
        {
            foreach (Invalid more in invalid.More) screen.Remark(screen.In(more.Message));
        }
        return code;
    }
}
