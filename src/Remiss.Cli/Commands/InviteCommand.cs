using System.Collections.Immutable;
using System.CommandLine;
using Remiss.Application;
using Remiss.Application.Consultations;
using Remiss.Application.Invitations;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss invite</c>: chooses who is asked, and with <c>--send</c> asks them.</summary>
internal static class InviteCommand
{
    /// <summary>What the user asked for, as written.</summary>
    private sealed record Asked(string[] Bodies, string[] Lists, bool AllMunicipalities, bool Send, string? Message)
    {
        public bool ChoosesSomeone => AllMunicipalities || Bodies.Length + Lists.Length > 0;
    }

    public static Command Create(Screen screen)
    {
        Option<string?> consultation = CommandOptions.Consultation(screen);
        Option<string[]> bodies = CommandOptions.Bodies(screen);
        var lists = new Option<string[]>("--list")
        {
            Description = screen.In("En sändlista. Går att upprepa.", "A distribution list. Can be repeated."),
            HelpName = screen.In("NAMN", "NAME"),
            Arity = ArgumentArity.OneOrMore,
        };
        var all = CommandOptions.Switch(screen, "--all-municipalities", "Alla kommuner i registret.", "All municipalities of the register.");
        var send = CommandOptions.Switch(
            screen, "--send", "Skicka också inbjudan till alla som är valda och inte har fått den.", "Also send the invitation to all who are chosen and have not got it.");
        var message = CommandOptions.Text(screen, "--message", "TEXT", "TEXT", "Egna rader i brevet.", "Lines of your own in the mail.");
        var command = new Command("invite", screen.In(
            "Väljer vilka som ska få remissen, och skickar inbjudan med --send. Den som redan är inbjuden får inget nytt brev.",
            "Chooses who gets the consultation, and sends the invitation with --send. Whoever is invited already gets no new mail."))
        {
            consultation, bodies, lists, all, send, message,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.Validators.Add(result =>
        {
            if (result.GetResult(bodies) is null && result.GetResult(lists) is null && result.GetResult(all) is null && result.GetResult(send) is null)
                result.AddError(screen.In("Ange vilka: --all-municipalities, --list eller --body; eller --send för dem som redan är valda.", "Say whom: --all-municipalities, --list or --body; or --send for those chosen already."));
        });
        command.SetAction((parsed, stop) =>
        {
            var asked = new Asked(
                parsed.GetValue(bodies) ?? [], parsed.GetValue(lists) ?? [], parsed.GetValue(all), parsed.GetValue(send), parsed.GetValue(message));
            return StoreAction.RunAsync(screen, store.Of(parsed), parsed.GetValue(consultation)!, (host, row, cancel) => RunAsync(screen, host, row, asked, cancel), stop);
        });
        return command;
    }

    private static async Task<Result<List<string>>> RunAsync(Screen screen, StoreHost host, ConsultationRow consultation, Asked asked, CancellationToken stop)
    {
        if (asked.ChoosesSomeone)
        {
            Result<Invite.Report> planned = await PlanAsync(host, consultation, asked, stop);
            if (!planned.IsOk) return planned.Failure;
            // Said at once: what was chosen stays chosen, also where it cannot be sent yet.
            foreach (string line in Lines(screen, planned.Value, asked.Send)) screen.Line(line);
        }
        if (!asked.Send) return new List<string> { screen.In("Inget brev är skickat än. Skicka med --send.", "No mail has been sent yet. Send with --send.") };
        Result<SendInvitations.Report> sent = await host.SendAsync(new SendInvitations.Command(consultation.Id) { Message = asked.Message }, stop);
        return sent.Map(report => new List<string>
        {
            screen.In($"I utkorgen: {Words.Invitations(screen, report.Sent.Length)}.", $"In the outbox: {Words.Invitations(screen, report.Sent.Length)}.")
                + (report.Sent.IsEmpty ? string.Empty : " " + StoreAction.HowMailLeaves(screen, host)),
        }.Concat(StoreAction.Named(screen, "Utan e-postadress, har inte fått inbjudan", "Without an e-mail address, not invited", report.WithoutAddress)).ToList());
    }

    private static async Task<Result<Invite.Report>> PlanAsync(StoreHost host, ConsultationRow consultation, Asked asked, CancellationToken stop)
    {
        Result<ImmutableArray<BodyId>> named = await RegisterNames.BodiesAsync(host, consultation.OrganisationId, asked.Bodies, stop);
        if (!named.IsOk) return named.Failure;
        Result<ImmutableArray<DistributionListId>> lists = await RegisterNames.ListsAsync(host, consultation.OrganisationId, asked.Lists, stop);
        if (!lists.IsOk) return lists.Failure;
        Result<ImmutableArray<BodyId>> all = asked.AllMunicipalities
            ? await RegisterNames.MunicipalitiesAsync(host, consultation.OrganisationId, stop) : ImmutableArray<BodyId>.Empty;
        if (!all.IsOk) return all.Failure;
        return await host.SendAsync(new Invite.Command(consultation.Id, [.. named.Value.Union(all.Value)]) { Lists = lists.Value }, stop);
    }

    private static IEnumerable<string> Lines(Screen screen, Invite.Report report, bool sends)
    {
        yield return screen.In(
            $"Valda: {Words.Bodies(screen, report.Planned.Length)}. Redan valda: {report.AlreadyInvited.Length}.", $"Chosen: {Words.Bodies(screen, report.Planned.Length)}. Chosen already: {report.AlreadyInvited.Length}.");
        foreach (string line in StoreAction.Named(screen, "Har redan svarat, får ingen inbjudan", "Have answered already, get no invitation", report.Answered)) yield return line;
        foreach (string line in StoreAction.Named(screen, "Inte valda, eftersom de inte tillfrågas längre", "Not chosen, because they are no longer asked", report.Retired)) yield return line;
        // Sending names them too.
        if (sends) yield break;
        foreach (string line in StoreAction.Named(screen, "Utan e-postadress", "Without an e-mail address", report.WithoutAddress)) yield return line;
    }
}
