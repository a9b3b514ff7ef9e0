using System.Collections.Immutable;
using System.CommandLine;
using Remiss.Application;
using Remiss.Application.Consultations;
using Remiss.Application.Organisations;
using Remiss.Cli.Import;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss import</c>: takes a consulted document and replies into the store. Repeated, it does what is left.</summary>
internal static class ImportCommand
{
    /// <summary>What the user asked for, as written.</summary>
    private sealed record Asked(
        string? Consultation, string? CreateTitle, string? Organisation, string? RegistrationNumber, string? Document, string? Sections, string[] Replies, DateOnly? Received, DateOnly? Deadline);

    public static Command Create(Screen screen)
    {
        var consultation = CommandOptions.Text(screen, "--consultation", "REMISS", "NAME", "Remissen: rubrik, diarienummer eller id.", "The consultation: title, registration number or id.");
        var title = CommandOptions.Text(
            screen, "--create-title", "TEXT", "TEXT", "Skapar en remiss med den rubriken, om det inte redan finns en.", "Creates a consultation with that title, unless there is one.");
        var organisation = CommandOptions.Text(
            screen, "--organisation", "NAMN", "NAME", "Vem som remitterar. Behövs bara där det finns flera, eller ingen än.", "Who consults. Needed only where there are several, or none yet.");
        var number = CommandOptions.Text(screen, "--registration-number", "DNR", "NUMBER", "Diarienummer för en remiss som skapas.", "Registration number of a consultation that is created.");
        var deadline = CommandOptions.Day(screen, "--deadline", "Sista svarsdag för en remiss som skapas.", "Last day to answer of a consultation that is created.");
        var document = CommandOptions.Text(screen, "--document", "FIL", "FILE", "Remisshandlingen: PDF, DOCX, ODT, EML eller TXT.", "The consulted document: PDF, DOCX, ODT, EML or TXT.");
        var sections = CommandOptions.Sections(screen);
        var replies = new Option<string[]>("--replies")
        {
            Description = screen.In(
                "Svaren: en mapp (med undermappar; dolda filer hoppas över) eller flera filer och mappar.",
                "The replies: a folder (with its subfolders; hidden files are passed over), or several files and folders."),
            HelpName = screen.In("MAPP|FIL…", "DIR|FILE…"),
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
        };
        var received = CommandOptions.Day(
            screen, "--received", "Dagen då svaren kom in. Annars dagen då ett mejl skickades, och i dag för andra filer.",
            "The day on which the replies were received. Otherwise the day a mail was sent, and today for other files.");
        var command = new Command("import", screen.In(
            "Läser in remisshandling och svar i databasen. Går att upprepa: det som redan finns läses inte in igen.",
            "Imports the consulted document and replies into the database. Can be repeated: what is there already is not imported again."))
        {
            consultation, title, organisation, number, deadline, document, sections, replies, received,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => RunAsync(screen, store.Of(parsed), new Asked(
            parsed.GetValue(consultation), parsed.GetValue(title), parsed.GetValue(organisation), parsed.GetValue(number), parsed.GetValue(document),
            parsed.GetValue(sections), parsed.GetValue(replies) ?? [], CommandOptions.DayOf(parsed, received), CommandOptions.DayOf(parsed, deadline)), stop));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, StoreOptions options, Asked asked, CancellationToken stop)
    {
        Result<ImmutableArray<ReplyPath>> replies = Understand(asked);
        if (!replies.IsOk) return CommandOptions.WrongUsage(screen, replies.Failure);
        Result<StoreHost> opened = await StoreHost.OpenAsync(screen, options, stop);
        if (!opened.IsOk) return CommandOptions.Refused(screen, opened.Failure);
        await using StoreHost host = opened.Value;
        Result<ConsultationRow> consultation = await ConsultationAsync(host, asked, stop);
        if (!consultation.IsOk) return CommandOptions.Refused(screen, consultation.Failure);
        if (asked.Document is { } document)
        {
            Result<Phrase> imported = await DocumentImport.RunAsync(host, consultation.Value.Id, document, asked.Sections, stop);
            if (!imported.IsOk) return CommandOptions.Refused(screen, imported.Failure);
            screen.Line(screen.In(imported.Value));
        }
        if (replies.Value.IsEmpty) return ExitCodes.Done;
        var import = new ReplyImport(host, consultation.Value.Id, asked.Received);
        Result<ReplyImportReport> report = await StageProgress.RunAsync(screen, progress => import.RunAsync(replies.Value, progress, stop));
        if (!report.IsOk) return CommandOptions.Refused(screen, report.Failure);
        report.Value.Write(screen, consultation.Value.Title);
        return report.Value.IsWhole ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static Result<ImmutableArray<ReplyPath>> Understand(Asked asked)
    {
        if ((asked.Consultation is null) == (asked.CreateTitle is null))
            return new Invalid(new Phrase("Ange antingen --consultation eller --create-title.", "Give either --consultation or --create-title."));
        if (asked.Document is null && asked.Replies.Length == 0)
            return new Invalid(new Phrase("Ange vad som ska läsas in: --document, --replies eller båda.", "Say what to import: --document, --replies or both."));
        if (asked.Sections is not null && asked.Document is null)
            return new Invalid(new Phrase("--sections hör till --document. Ange båda.", "--sections belongs to --document. Give both."));
        if (CommandOptions.FirstMissing(asked.Document, asked.Sections) is { } missing) return missing;
        return ReplyFiles.Find(asked.Replies, asked.Document is { } document ? [document] : []);
    }

    private static async Task<Result<ConsultationRow>> ConsultationAsync(StoreHost host, Asked asked, CancellationToken stop)
    {
        Result<ConsultationRow> found = await host.SendAsync(new FindConsultation.Query((asked.Consultation ?? asked.CreateTitle)!), stop);
        if (asked.CreateTitle is not { } title) return found;
        // A run that was cut short has created it already; one that only has the words in its title is another.
        if (found.IsOk && string.Equals(found.Value.Title, title.Trim(), StringComparison.OrdinalIgnoreCase)) return found;
        if (!found.IsOk && found.Failure is not NotFound) return found;
        Result<OrganisationRow> organisation = await OrganisationAsync(host, asked.Organisation, stop);
        if (!organisation.IsOk) return organisation.Failure;
        Result<ConsultationId> created = await host.SendAsync(
            new CreateConsultation.Command(organisation.Value.Id, asked.CreateTitle) { RegistrationNumber = asked.RegistrationNumber, Deadline = asked.Deadline }, stop);
        return created.IsOk ? await host.SendAsync(new GetConsultation.Query(created.Value), stop) : created.Failure;
    }

    /// <summary>The organisation of that name; the very first one is made.</summary>
    private static async Task<Result<OrganisationRow>> OrganisationAsync(StoreHost host, string? name, CancellationToken stop)
    {
        Result<OrganisationRow> found = await host.SendAsync(new FindOrganisation.Query(name), stop);
        if (found.IsOk || name is null || (await host.SendAsync(new FindOrganisation.Query(null), stop)).Failure is not NotFound) return found;
        Result<OrganisationId> made = await host.SendAsync(new CreateOrganisation.Command(name), stop);
        return made.IsOk ? await host.SendAsync(new FindOrganisation.Query(name), stop) : made.Failure;
    }
}
