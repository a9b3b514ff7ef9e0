using System.Collections.Immutable;
using System.CommandLine;
using Remiss.Application;
using Remiss.Application.Invitations;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss extend</c>: a later last day, for some or for all.</summary>
internal static class ExtendCommand
{
    public static Command Create(Screen screen)
    {
        Option<string?> consultation = CommandOptions.Consultation(screen);
        Option<string?> until = CommandOptions.Day(screen, "--until", "Den nya sista svarsdagen.", "The new last day to answer.", required: true);
        var all = CommandOptions.Switch(screen, "--all", "För alla: remissens egen sista svarsdag flyttas.", "For all: the consultation's own deadline moves.");
        Option<string[]> bodies = CommandOptions.Bodies(screen);
        var reason = CommandOptions.Text(screen, "--reason", "TEXT", "TEXT", "Varför. Står i historiken och i brevet.", "Why. Stands in the history and in the mail.");
        var command = new Command("extend", screen.In(
            "Ger en, flera eller alla längre tid att svara, och meddelar dem.", "Gives one, several or all more time to answer, and tells them."))
        {
            consultation, until, all, bodies, reason,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.Validators.Add(result =>
        {
            if ((result.GetResult(all) is null) == (result.GetResult(bodies) is null))
                result.AddError(screen.In("Ange antingen --all eller --body.", "Give either --all or --body."));
        });
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), parsed.GetValue(consultation)!, async (host, row, cancel) =>
        {
            ImmutableArray<BodyId>? chosen = null;
            if (!parsed.GetValue(all))
            {
                Result<ImmutableArray<BodyId>> named = await RegisterNames.BodiesAsync(host, row.OrganisationId, parsed.GetValue(bodies) ?? [], cancel);
                if (!named.IsOk) return named.Failure;
                chosen = named.Value;
            }
            DateOnly day = CommandOptions.DayOf(parsed, until)!.Value;
            Result<ExtendDeadline.Report> report = await host.SendAsync(
                new ExtendDeadline.Command(row.Id, day) { Bodies = chosen, Reason = parsed.GetValue(reason) }, cancel);
            return report.Map(r => new List<string>
            {
                screen.In(
                    $"Ny sista svarsdag är {parsed.GetValue(until)} för {Words.Bodies(screen, r.Extended.Length)}. Brev till dem som väntas svara ligger i utkorgen. {StoreAction.HowMailLeaves(screen, host)}",
                    $"The new deadline is {parsed.GetValue(until)} for {Words.Bodies(screen, r.Extended.Length)}. Mails to those awaited are in the outbox. {StoreAction.HowMailLeaves(screen, host)}"),
            }.Concat(StoreAction.Named(screen, "Utan e-postadress, får inget brev", "Without an e-mail address, get no mail", r.WithoutAddress)).ToList());
        }, stop));
        return command;
    }
}
