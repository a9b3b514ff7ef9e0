using System.CommandLine;
using Remiss.Application.Invitations;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss remind</c>: reminds those who have been asked and have not answered.</summary>
internal static class RemindCommand
{
    public static Command Create(Screen screen)
    {
        Option<string?> consultation = CommandOptions.Consultation(screen);
        var preview = CommandOptions.Switch(screen, "--preview", "Visa vilka som skulle få en påminnelse, utan att skicka.", "Show who would be reminded, without sending.");
        var again = CommandOptions.Switch(screen, "--again", "Också de som redan har påmints i dag.", "Also those who have been reminded today.");
        var message = CommandOptions.Text(screen, "--message", "TEXT", "TEXT", "Egna rader i brevet.", "Lines of your own in the mail.");
        var command = new Command("remind", screen.In(
            "Påminner dem som är inbjudna och inte har svarat; ingen annan.", "Reminds those who are invited and have not answered; no one else."))
        {
            consultation, preview, again, message,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), parsed.GetValue(consultation)!, async (host, row, cancel) =>
        {
            bool looks = parsed.GetValue(preview);
            Result<RemindSilent.Report> report = looks
                ? await host.SendAsync(new RemindSilent.Preview(row.Id) { Again = parsed.GetValue(again) }, cancel)
                : await host.SendAsync(new RemindSilent.Command(row.Id) { Again = parsed.GetValue(again), Message = parsed.GetValue(message) }, cancel);
            return report.Map(r => Lines(screen, r, looks, StoreAction.HowMailLeaves(screen, host)));
        }, stop));
        return command;
    }

    private static List<string> Lines(Screen screen, RemindSilent.Report report, bool looks, string leaves)
    {
        var lines = new List<string>();
        if (report.Reminded.IsEmpty) lines.Add(screen.In("Ingen att påminna.", "No one to remind."));
        else if (looks) lines.AddRange(StoreAction.Named(screen, "Skulle få en påminnelse", "Would be reminded", report.Reminded));
        else
        {
            string count = Words.Reminders(screen, report.Reminded.Length);
            lines.Add(screen.In($"I utkorgen: {count}. {leaves}", $"In the outbox: {count}. {leaves}"));
        }
        lines.AddRange(StoreAction.Named(screen, "Påmindes redan i dag (--again påminner igen)", "Reminded today already (--again reminds again)", report.RemindedToday));
        lines.AddRange(StoreAction.Named(screen, "Utan e-postadress, kan inte påminnas", "Without an e-mail address, cannot be reminded", report.WithoutAddress));
        return lines;
    }
}
