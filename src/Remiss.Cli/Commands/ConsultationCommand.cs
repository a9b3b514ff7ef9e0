using System.CommandLine;
using System.Globalization;
using MediatR;
using Remiss.Application;
using Remiss.Application.Consultations;
using Remiss.Application.Invitations;
using Remiss.Application.Organisations;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss consultation …</c>: create, list, open, close, reopen and archive consultations, and see who has answered.</summary>
internal static class ConsultationCommand
{
    public static Command Create(Screen screen) => new("consultation", screen.In("Remisser i databasen.", "Consultations in the database."))
    {
        Add(screen),
        List(screen),
        Status(screen),
        Step(screen, "open", "Öppnar ett utkast: instanser kan bjudas in.", "Opens a draft: bodies can be invited.", (c, _) => new OpenConsultation.Command(c.Id, c.Version)),
        Step(screen, "close", "Stänger en öppen remiss.", "Closes an open consultation.", (c, _) => new CloseConsultation.Command(c.Id, c.Version)),
        Step(screen, "reopen", "Öppnar en stängd remiss igen.", "Reopens a closed consultation.", (c, day) => new ReopenConsultation.Command(c.Id, c.Version, day!.Value), needsDeadline: true),
        Step(screen, "archive", "Arkiverar en stängd remiss; sedan går den bara att läsa.", "Archives a closed consultation; then it can only be read.", (c, _) => new ArchiveConsultation.Command(c.Id, c.Version)),
    };

    private static Command Add(Screen screen)
    {
        var title = new Argument<string>("title") { Description = screen.In("Vad remissen handlar om.", "What the consultation is about."), HelpName = screen.In("RUBRIK", "TITLE") };
        var number = CommandOptions.Text(screen, "--number", "DNR", "NUMBER", "Diarienummer.", "Registration number.");
        Option<string?> opens = CommandOptions.Day(screen, "--opens", "Första dagen.", "The first day."), deadline = CommandOptions.Day(screen, "--deadline", "Sista svarsdag.", "The last day to answer.");
        Option<string?> organisation = Organisation(screen);
        var command = new Command("add", screen.In("Lägger till en remiss som utkast.", "Adds a consultation as a draft.")) { title, number, opens, deadline, organisation };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), async (host, cancel) =>
        {
            Result<OrganisationRow> whose = await host.SendAsync(new FindOrganisation.Query(parsed.GetValue(organisation)), cancel);
            if (!whose.IsOk) return whose.Failure;
            Result<ConsultationId> id = await host.SendAsync(
                new CreateConsultation.Command(whose.Value.Id, parsed.GetValue(title)!) { RegistrationNumber = parsed.GetValue(number), OpensOn = CommandOptions.DayOf(parsed, opens), Deadline = CommandOptions.DayOf(parsed, deadline) }, cancel);
            return id.Map(made => new List<string> { screen.In($"Remissen är tillagd som utkast. Id: {made}", $"The consultation has been added as a draft. Id: {made}") });
        }, stop));
        return command;
    }

    private static Command List(Screen screen)
    {
        var search = CommandOptions.Text(screen, "--search", "ORD", "WORDS", "Bara de med orden i rubrik eller diarienummer.", "Only those with the words in title or registration number.");
        Option<string?> organisation = Organisation(screen);
        var command = new Command("list", screen.In("Visar remisserna, den senaste först.", "Shows the consultations, the latest first.")) { search, organisation };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), async (host, cancel) =>
        {
            Result<OrganisationRow> whose = await host.SendAsync(new FindOrganisation.Query(parsed.GetValue(organisation)), cancel);
            if (!whose.IsOk) return whose.Failure;
            var page = await host.SendAsync(new ListConsultations.Query(whose.Value.Id) { Search = parsed.GetValue(search), PageSize = 1000 }, cancel);
            return page.Map(list => list.Rows.Select(c => screen.In(
                $"{c.Title} ({c.RegistrationNumber ?? c.Id.ToString()}): {c.State.Name().Swedish}, svar senast {Shown(c.Deadline)}, {c.Responses} svar, {c.Invited} inbjudna",
                $"{c.Title} ({c.RegistrationNumber ?? c.Id.ToString()}): {c.State.Name().English}, deadline {Shown(c.Deadline)}, {c.Responses} replies, {c.Invited} invited"))
                .DefaultIfEmpty(screen.In("Inga remisser.", "No consultations.")).ToList());
        }, stop));
        return command;
    }

    private static Command Status(Screen screen)
    {
        Argument<string> which = Which(screen);
        var command = new Command("status", screen.In("Visar vilka som är inbjudna, har svarat, är tysta eller sena.", "Shows who is invited, has answered, is silent or late.")) { which };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), async (host, cancel) =>
        {
            Result<ConsultationRow> row = await host.SendAsync(new FindConsultation.Query(parsed.GetValue(which)!), cancel);
            if (!row.IsOk) return row.Failure;
            var board = await host.SendAsync(new GetInvitations.Query(row.Value.Id), cancel);
            return board.Map(b => new List<string>
            {
                screen.In($"{row.Value.Title}: {row.Value.State.Name().Swedish}, svar senast {Shown(row.Value.Deadline)}", $"{row.Value.Title}: {row.Value.State.Name().English}, deadline {Shown(row.Value.Deadline)}"),
                screen.In($"{b.Rows.Length} valda, {b.Rows.Count(r => r.State.HasAnswered())} har svarat, {b.Silent} tysta, {b.Late} sena, {b.WithoutAddress.Length} utan adress", $"{b.Rows.Length} chosen, {b.Rows.Count(r => r.State.HasAnswered())} have answered, {b.Silent} silent, {b.Late} late, {b.WithoutAddress.Length} without an address"),
            }
            .Concat(StoreAction.Named(screen, "Har svarat", "Have answered", [.. b.Rows.Where(r => r.State.HasAnswered()).Select(r => r.BodyName)]))
            .Concat(StoreAction.Named(screen, "Sena", "Late", [.. b.Rows.Where(r => r.IsLate(b.Today)).Select(r => r.BodyName)]))
            .Concat(StoreAction.Named(screen, "Tysta, men inte sena än", "Silent, but not late yet", [.. b.Rows.Where(r => r.IsSilent && !r.IsLate(b.Today)).Select(r => r.BodyName)])).ToList());
        }, stop));
        return command;
    }

    private static Command Step(
        Screen screen, string name, string swedish, string english, Func<ConsultationRow, DateOnly?, IRequest<Result<Done>>> make, bool needsDeadline = false)
    {
        Argument<string> which = Which(screen);
        Option<string?> deadline = CommandOptions.Day(screen, "--deadline", "Ny sista svarsdag.", "The new last day to answer.", needsDeadline);
        var command = new Command(name, screen.In(swedish, english)) { which };
        if (needsDeadline) command.Options.Add(deadline);
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => StoreAction.RunAsync(screen, store.Of(parsed), async (host, cancel) =>
        {
            Result<ConsultationRow> row = await host.SendAsync(new FindConsultation.Query(parsed.GetValue(which)!), cancel);
            if (!row.IsOk) return row.Failure;
            Result<Done> done = await host.SendAsync(make(row.Value, needsDeadline ? CommandOptions.DayOf(parsed, deadline) : null), cancel);
            if (!done.IsOk) return done.Failure;
            Result<ConsultationRow> now = await host.SendAsync(new GetConsultation.Query(row.Value.Id), cancel);
            return now.Map(c => new List<string> { screen.In($"{c.Title}: {c.State.Name().Swedish}", $"{c.Title}: {c.State.Name().English}") });
        }, stop));
        return command;
    }

    private static Argument<string> Which(Screen screen) => new("consultation")
    {
        Description = screen.In("Remissen: rubrik, diarienummer eller id.", "The consultation: title, registration number or id."),
        HelpName = screen.In("REMISS", "CONSULTATION"),
    };

    private static Option<string?> Organisation(Screen screen) => CommandOptions.Text(
        screen, "--organisation", "NAMN", "NAME", "Vems. Behövs bara där det finns flera.", "Whose. Needed only where there are several.");

    private static string Shown(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";
}
