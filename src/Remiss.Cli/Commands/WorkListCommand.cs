using System.CommandLine;
using System.Globalization;
using Remiss.Application;
using Remiss.Application.Work;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;
using Spectre.Console;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss work list</c>, <c>retry</c> and <c>drop</c>: what waits and what went wrong, for the one who runs the machine.</summary>
internal static class WorkListCommand
{
    public static void AddTo(Command work, Screen screen)
    {
        work.Subcommands.Add(List(screen));
        work.Subcommands.Add(Retry(screen));
        work.Subcommands.Add(Drop(screen));
    }

    private static Command List(Screen screen)
    {
        var command = new Command("list", screen.In("Visar arbetet, det som står åt sidan först.", "Shows the work, what is set aside first."));
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => OnHostAsync(screen, store.Of(parsed), async host =>
        {
            Result<Paged<WorkRow>> rows = await host.SendAsync(new ListWork.Query(null), stop);
            if (!rows.IsOk) return rows.Failure;
            var table = new Table().Border(TableBorder.Square);
            foreach (string head in new[] { "Id", screen.In("Arbete", "Work"), screen.In("Läge", "State"), screen.In("Försök", "Attempts"), screen.In("Senaste fel", "Last error") })
                table.AddColumn(head);
            foreach (WorkRow row in rows.Value.Rows)
            {
                table.AddRow(
                    Screen.Cell(row.Id.ToString()), Screen.Cell(row.Kind), Screen.Cell(screen.In(StateOf(row))),
                    Screen.Cell(row.Attempts.ToString(CultureInfo.InvariantCulture)), Screen.Cell(row.LastError is { } error ? screen.In(error) : string.Empty));
            }
            screen.Draw(table);
            return null;
        }, stop));
        return command;
    }

    private static Command Retry(Screen screen)
    {
        Argument<Guid> id = Id(screen);
        var command = new Command("retry", screen.In("Försöker igen med något som står åt sidan.", "Tries again what is set aside.")) { id };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => OnHostAsync(screen, store.Of(parsed), async host =>
            (await host.SendAsync(new RetryWork.Command(new WorkItemId(parsed.GetValue(id))), stop)).Failure, stop));
        return command;
    }

    private static Command Drop(Screen screen)
    {
        Argument<Guid> id = Id(screen);
        var reason = CommandOptions.Text(screen, "--reason", "TEXT", "TEXT", "Varför det inte ska göras.", "Why it shall not be done.", required: true);
        var command = new Command("drop", screen.In("Ger upp något som står åt sidan.", "Gives up what is set aside.")) { id, reason };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => OnHostAsync(screen, store.Of(parsed), async host =>
            (await host.SendAsync(new DropWork.Command(new WorkItemId(parsed.GetValue(id)), parsed.GetValue(reason)!), stop)).Failure, stop));
        return command;
    }

    private static Argument<Guid> Id(Screen screen) => new("id") { Description = screen.In("Arbetets id, ur listan.", "The work's id, from the list."), HelpName = "ID" };

    private static Phrase StateOf(WorkRow row) => row.State switch
    {
        WorkState.Ready when row.LeaseUntil is not null => new Phrase("pågår", "running"),
        WorkState.Ready => new Phrase("väntar", "waiting"),
        WorkState.Parked => new Phrase("åt sidan", "set aside"),
        WorkState.Dropped => new Phrase("uppgivet", "given up"),
        _ => new Phrase("klart", "done"),
    };

    private static async Task<int> OnHostAsync(Screen screen, StoreOptions options, Func<StoreHost, Task<Failure?>> act, CancellationToken stop)
    {
        Result<StoreHost> opened = await StoreHost.OpenAsync(screen, options, stop);
        if (!opened.IsOk) return CommandOptions.Refused(screen, opened.Failure);
        await using StoreHost host = opened.Value;
        return await act(host) is { } failure ? CommandOptions.Refused(screen, failure) : ExitCodes.Done;
    }
}
