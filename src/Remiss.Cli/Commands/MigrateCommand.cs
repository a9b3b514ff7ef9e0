using System.CommandLine;
using Remiss.Application.Database;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss migrate</c>: brings the database to what the program needs.</summary>
internal static class MigrateCommand
{
    public static Command Create(Screen screen)
    {
        var dry = new Option<bool>("--dry-run")
        {
            Description = screen.In("Visa bara vad som skulle göras.", "Only show what would be done."),
        };
        var command = new Command("migrate", screen.In(
            "Skapar databasen eller uppdaterar den till det som programmet behöver.",
            "Creates the database, or brings it up to what the program needs."))
        {
            dry,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => RunAsync(screen, store.Of(parsed), parsed.GetValue(dry), stop));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, StoreOptions options, bool dry, CancellationToken stop)
    {
        Result<StoreHost> made = StoreHost.Make(screen, options);
        if (!made.IsOk) return CommandOptions.WrongUsage(screen, made.Failure);
        await using StoreHost host = made.Value;
        Result<MigrationReport> report = await host.MigrateAsync(dry, stop);
        if (!report.IsOk) return CommandOptions.Refused(screen, report.Failure);
        foreach (MigrationScript script in report.Value.Applied)
            screen.Line(dry ? screen.In($"Skulle köras: {script.Name}", $"Would be run: {script.Name}") : screen.In($"Kört: {script.Name}", $"Run: {script.Name}"));
        int now = report.Value.Applied.IsEmpty || dry ? report.Value.Before : report.Value.Applied[^1].Number;
        screen.Line(report.Value.Applied.IsEmpty
            ? screen.In($"Databasen är redan uppdaterad: steg {now}.", $"The database is up to date already: step {now}.")
            : dry
                ? screen.In($"Databasen är på steg {now}. Inget har ändrats.", $"The database is at step {now}. Nothing was changed.")
                : screen.In($"Databasen är på steg {now}.", $"The database is at step {now}."));
        return ExitCodes.Done;
    }
}
