using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Work;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss work</c>: carries out what waits: mails, imports, summaries.</summary>
internal static class WorkCommand
{
    public static Command Create(Screen screen)
    {
        var untilEmpty = new Option<bool>("--until-empty")
        {
            Description = screen.In("Sluta när inget mer går att göra nu.", "Stop when nothing more can be done now."),
        };
        var command = new Command("work", screen.In(
            "Utför det som väntar: brev, inläsning, sammanställning. Går tills du trycker Ctrl-C. Flera kan köras samtidigt, på flera datorer.",
            "Carries out what waits: mails, imports, summaries. Runs until you press Ctrl-C. Several can run at once, on several machines."))
        {
            untilEmpty,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => RunAsync(screen, store.Of(parsed), parsed.GetValue(untilEmpty), stop));
        WorkListCommand.AddTo(command, screen);
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, StoreOptions options, bool untilEmpty, CancellationToken stop)
    {
        Result<StoreHost> opened = await StoreHost.OpenAsync(screen, options, stop);
        if (!opened.IsOk) return CommandOptions.Refused(screen, opened.Failure);
        await using StoreHost host = opened.Value;
        var worker = host.Services.GetRequiredService<Worker>();
        try
        {
            if (untilEmpty)
            {
                int ran = await worker.RunUntilEmptyAsync(stop);
                screen.Line(ran == 1 ? screen.In("Ett arbete har körts.", "One piece of work was run.") : screen.In($"{ran} arbeten har körts.", $"{ran} pieces of work were run."));
            }
            else
            {
                screen.Remark(screen.In("Väntar på arbete. Tryck Ctrl-C för att sluta.", "Waiting for work. Press Ctrl-C to stop."));
                await worker.RunAsync(stop);
            }
            await TellRestAsync(screen, worker);
            return ExitCodes.Done;
        }
        catch (DbException broken) when (host.Services.GetRequiredService<RemissDatabase>().Dialect.IsOutOfOrder(broken))
        {
            return CommandOptions.Refused(screen, OutOfOrder.Of(broken));
        }
    }

    // Also after Ctrl-C: whoever stops a worker wants to know what it leaves behind.
    private static async Task TellRestAsync(Screen screen, Worker worker)
    {
        WorkCounts counts = await worker.CountAsync(CancellationToken.None);
        int waiting = counts.Due + counts.Running + counts.Later;
        if (waiting > 0) screen.Line(screen.In($"Väntar: {waiting}.", $"Waiting: {waiting}."));
        if (counts.Parked > 0)
            screen.Line(screen.In($"Åt sidan, i väntan på en person: {counts.Parked}. Se ”remiss work list”.", $"Set aside, waiting for a person: {counts.Parked}. See 'remiss work list'."));
    }
}
