using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Consultations;
using Remiss.Application.Mail;
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
        return CommandOptions.Refused(screen, lines.Failure);
    }

    /// <summary>The same on one consultation, which the words name.</summary>
    public static Task<int> RunAsync(
        Screen screen, StoreOptions options, string consultation, Func<StoreHost, ConsultationRow, CancellationToken, Task<Result<List<string>>>> action, CancellationToken stop) =>
        RunAsync(screen, options, async (host, cancel) =>
        {
            Result<ConsultationRow> found = await host.SendAsync(new FindConsultation.Query(consultation), cancel);
            return found.IsOk ? await action(host, found.Value, cancel) : found.Failure;
        }, stop);

    /// <summary>How what is in the outbox leaves.</summary>
    public static string HowMailLeaves(Screen screen, StoreHost host)
    {
        var mail = host.Services.GetRequiredService<MailSettings>();
        return mail.UsesServer
            ? screen.In("”remiss work” skickar dem.", "'remiss work' sends them.")
            : screen.In(
                $"Ingen e-postserver är inställd: ”remiss work” skriver dem som filer i {mail.Folder}.", $"No mail server is set: 'remiss work' writes them as files in {mail.Folder}.");
    }

    /// <summary>A heading with names below it; nothing where there are no names.</summary>
    public static IEnumerable<string> Named(Screen screen, string swedish, string english, IReadOnlyCollection<string> names) =>
        names.Count == 0 ? [] : [$"{screen.In(swedish, english)} ({names.Count}):", .. names.Select(name => "  " + name)];
}
