using Remiss.Cli.Terminal;

namespace Remiss.Cli.Tests.Support;

/// <summary>What one run of the program gave.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the program in this process, in Swedish unless the arguments or the environment say otherwise.</summary>
    public static Task<CliRun> OfAsync(params string[] args) => InAsync([], args);

    /// <summary>Runs the program with environment variables.</summary>
    public static Task<CliRun> InAsync(Dictionary<string, string> environment, params string[] args) =>
        InAsync(environment, CancellationToken.None, args);

    /// <summary>Runs the program and may stop it.</summary>
    public static async Task<CliRun> InAsync(Dictionary<string, string> environment, CancellationToken stop, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exit = await CliApp.RunAsync(args, new Surroundings
        {
            Out = output,
            Error = error,
            Environment = name => environment.GetValueOrDefault(name),
            EnvironmentNames = environment.Keys,
            Clock = new FixedClock(),
        }, stop);
        return new CliRun(exit, output.ToString(), error.ToString());
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
