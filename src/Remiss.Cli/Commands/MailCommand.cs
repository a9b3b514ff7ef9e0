using System.CommandLine;
using Remiss.Application;
using Remiss.Application.Consultations;
using Remiss.Application.Mail;
using Remiss.Application.Organisations;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss mail …</c>: looks at mails before and after they are sent, and takes care of those that did not arrive.</summary>
internal static class MailCommand
{
    private const int PageSize = 1000;

    public static Command Create(Screen screen) => new("mail", screen.In("Breven: förhandsgranska, följa upp, skicka igen.", "The mails: preview, follow up, send again."))
    {
        Preview(screen), List(screen), Resend(screen), Bounce(screen), Report(screen),
    };

    private static Command Preview(Screen screen)
    {
        Option<string?> consultation = CommandOptions.Consultation(screen);
        MailKind[] kinds = Enum.GetValues<MailKind>();
        string names = string.Join(", ", kinds.Select(MailFields.NameOf));
        var kind = CommandOptions.Text(screen, "--kind", "TYP", "KIND", $"Vilket brev: {names}. Annars invitation.", $"Which mail: {names}. Otherwise invitation.");
        kind.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !kinds.Any(k => MailFields.NameOf(k) == name))
                result.AddError(screen.In($"--kind ska vara ett av {names}. ”{name}” är inte det.", $"--kind must be one of {names}. '{name}' is not."));
        });
        var message = CommandOptions.Text(screen, "--message", "TEXT", "TEXT", "Egna rader i brevet.", "Lines of your own in the mail.");
        var command = new Command("preview", screen.In(
            "Visar ett brev som det skulle skickas, på språket som --lang anger.", "Shows a mail as it would be sent, in the language that --lang says.")) { consultation, kind, message };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), parsed.GetValue(consultation)!, async (host, row, cancel) =>
        {
            MailKind which = parsed.GetValue(kind) is { } name ? kinds.First(k => MailFields.NameOf(k) == name) : MailKind.Invitation;
            var mail = await host.SendAsync(new PreviewMail.Query(row.Id, which) { Language = screen.Language, Message = parsed.GetValue(message) }, cancel);
            return mail.Map(m => new List<string> { screen.In($"Ämne: {m.Subject}", $"Subject: {m.Subject}"), string.Empty }.Concat(m.Plain.ReplaceLineEndings("\n").TrimEnd().Split('\n')).ToList());
        }, stop));
        return command;
    }

    private static Command List(Screen screen)
    {
        Option<string?> consultation = CommandOptions.Consultation(screen);
        var command = new Command("list", screen.In("Visar breven, de som behöver en person först.", "Shows the mails, those that need a person first.")) { consultation };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), parsed.GetValue(consultation)!, async (host, row, cancel) =>
        {
            var page = await host.SendAsync(new ListMail.Query(row.Id) { PageSize = PageSize }, cancel);
            return page.Map(list =>
            {
                var lines = list.Rows.SelectMany(mail => Lines(screen, mail)).ToList();
                if (list.Total > list.Rows.Count) lines.Add(screen.In($"… och {list.Total - list.Rows.Count} till.", $"… and {list.Total - list.Rows.Count} more."));
                return lines.Count > 0 ? lines : [screen.In("Inga brev.", "No mails.")];
            });
        }, stop));
        return command;
    }

    private static Command Resend(Screen screen)
    {
        Option<string?> consultation = CommandOptions.Consultation(screen);
        Argument<string> which = Which(screen);
        var address = CommandOptions.Text(screen, "--to", "ADRESS", "ADDRESS", "En rättad adress.", "A corrected address.");
        var command = new Command("resend", screen.In(
            "Skickar ett brev igen som inte tagits emot, kommit tillbaka eller kanske inte gick iväg.", "Sends a mail again that was refused, came back or may not have gone.")) { which, consultation, address };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), parsed.GetValue(consultation)!, async (host, row, cancel) =>
        {
            Result<MailRow> mail = await FindAsync(host, row, parsed.GetValue(which)!, cancel);
            if (!mail.IsOk) return mail.Failure;
            Result<Done> done = await host.SendAsync(new ResendMail.Command(mail.Value.Id, mail.Value.Version) { ToAddress = parsed.GetValue(address) }, cancel);
            return done.Map(_ => new List<string> { screen.In("Brevet ligger i utkorgen igen. ”remiss work” skickar det.", "The mail is in the outbox again. 'remiss work' sends it.") });
        }, stop));
        return command;
    }

    private static Command Bounce(Screen screen)
    {
        Option<string?> consultation = CommandOptions.Consultation(screen);
        Argument<string> which = Which(screen);
        var reason = CommandOptions.Text(screen, "--reason", "TEXT", "TEXT", "Vad det returnerade brevet säger.", "What the returned mail says.", required: true);
        var command = new Command("bounce", screen.In("Antecknar att ett brev kom tillbaka.", "Records that a mail came back.")) { which, consultation, reason };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), parsed.GetValue(consultation)!, async (host, row, cancel) =>
        {
            Result<MailRow> mail = await FindAsync(host, row, parsed.GetValue(which)!, cancel);
            if (!mail.IsOk) return mail.Failure;
            Result<Done> done = await host.SendAsync(new RecordBounce.Command(mail.Value.Id, mail.Value.Version, parsed.GetValue(reason)!), cancel);
            return done.Map(_ => new List<string> { screen.In($"Antecknat: brevet till {mail.Value.ToAddress} kom tillbaka.", $"Recorded: the mail to {mail.Value.ToAddress} came back.") });
        }, stop));
        return command;
    }

    private static Command Report(Screen screen)
    {
        var file = new Argument<string>("file") { Description = screen.In("Leveransrapporten, ett sparat mejl.", "The delivery report, a saved mail."), HelpName = screen.In("FIL.eml", "FILE.eml") };
        var organisation = CommandOptions.Text(screen, "--organisation", "NAMN", "NAME", "Vems brev. Behövs bara där det finns flera.", "Whose mail. Needed only where there are several.");
        var command = new Command("report", screen.In("Läser en leveransrapport och antecknar vad den säger.", "Reads a delivery report and records what it says.")) { file, organisation };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) =>
        {
            string path = parsed.GetValue(file)!;
            if (CommandOptions.FirstMissing(path) is { } missing) return Task.FromResult(CommandOptions.WrongUsage(screen, missing));
            return StoreAction.RunAsync(screen, store.Of(parsed), async (host, cancel) =>
            {
                Result<OrganisationRow> whose = await host.SendAsync(new FindOrganisation.Query(parsed.GetValue(organisation)), cancel);
                if (!whose.IsOk) return whose.Failure;
                var source = await Pipeline.Inputs.LoadAsync(path, Path.GetFileName(path), cancel);
                if (!source.IsOk) return source.Failure;
                var report = await host.SendAsync(new ImportDeliveryReport.Command(whose.Value.Id, source.Value.Bytes), cancel);
                return report.Map(r => new List<string>
                {
                    r.Changed ? screen.In($"Antecknat: brevet {screen.In(Words.Of(r.State))}.", $"Recorded: the mail {screen.In(Words.Of(r.State))}.")
                        : screen.In($"Rapporten ändrar inget: brevet {screen.In(Words.Of(r.State))}.", $"The report changes nothing: the mail {screen.In(Words.Of(r.State))}."),
                });
            }, stop);
        });
        return command;
    }

    private static Argument<string> Which(Screen screen) => new("mail")
    {
        Description = screen.In("Brevet: dess id, eller mottagarens adress.", "The mail: its id, or the recipient's address."),
        HelpName = screen.In("BREV", "MAIL"),
    };

    /// <summary>The mail of that id or, where there is only one to it, that address.</summary>
    private static async Task<Result<MailRow>> FindAsync(StoreHost host, ConsultationRow consultation, string words, CancellationToken stop)
    {
        for (int page = 1; ; page++)
        {
            var some = await host.SendAsync(new ListMail.Query(consultation.Id) { Page = page, PageSize = PageSize }, stop);
            if (!some.IsOk) return some.Failure;
            var found = some.Value.Rows.Where(m => m.Id.ToString() == words || m.ToAddress.Equals(words, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found.Count == 1) return found[0];
            if (found.Count > 1)
                return new Invalid(new Phrase($"Flera brev har gått till {words}. Ange brevets id, som ”remiss mail list” visar.", $"Several mails went to {words}. Give the mail's id, which 'remiss mail list' shows."));
            if (some.Value.Rows.Count < PageSize)
                return new NotFound(new Phrase($"Remissen har inget brev {words}. ”remiss mail list” visar dem som finns.", $"The consultation has no mail {words}. 'remiss mail list' shows those there are."));
        }
    }

    private static IEnumerable<string> Lines(Screen screen, MailRow mail)
    {
        string to = mail.ToName is { } name ? $"{name} <{mail.ToAddress}>" : mail.ToAddress;
        yield return $"{mail.Id}  {mail.Kind}  {to}: {screen.In(Words.Of(mail.State))}";
        if (mail.LastError is { } error) yield return "  " + screen.In(error);
    }
}
