using System.CommandLine;
using Remiss.Application.Bodies;
using Remiss.Application.Organisations;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss register import</c>: Sweden's municipalities, regions and county boards, or a site's own list.</summary>
internal static class RegisterCommand
{
    public static Command Create(Screen screen)
    {
        var csv = CommandOptions.Text(
            screen, "--csv", "FIL", "FILE",
            "Egen lista med rubrikerna namn;typ;kod;e-post. Utan den läses Sveriges kommuner, regioner och länsstyrelser in.",
            "A list of your own with the headings name;kind;code;e-mail. Without it, Sweden's municipalities, regions and county boards are imported.");
        var organisation = CommandOptions.Text(
            screen, "--organisation", "NAMN", "NAME", "Vems register. Behövs bara där det finns flera.", "Whose register. Needed only where there are several.");
        var import = new Command("import", screen.In(
            "Läser in remissinstanser. Går att köra igen: namn följer med, e-postadresser och egna instanser är kvar.",
            "Imports bodies to consult. Can be run again: names follow, addresses and bodies of your own stay."))
        {
            csv, organisation,
        };
        StoreOptions.Options store = StoreOptions.Add(import, screen);
        import.SetAction((parsed, stop) => RunAsync(screen, store.Of(parsed), parsed.GetValue(csv), parsed.GetValue(organisation), stop));
        return new Command("register", screen.In("Registret över remissinstanser.", "The register of bodies to consult.")) { import };
    }

    private static Task<int> RunAsync(Screen screen, StoreOptions options, string? csv, string? organisation, CancellationToken stop)
    {
        if (CommandOptions.FirstMissing(csv) is { } missing) return Task.FromResult(CommandOptions.WrongUsage(screen, missing));
        return StoreAction.RunAsync(screen, options, async (host, cancel) =>
        {
            Result<OrganisationRow> whose = await host.SendAsync(new FindOrganisation.Query(organisation), cancel);
            if (!whose.IsOk) return whose.Failure;
            // One byte more than is taken, so that a larger file is seen to be one without being read.
            Result<BodyImportReport> report = csv is null
                ? await host.SendAsync(new ImportRegister.Command(whose.Value.Id), cancel)
                : await host.SendAsync(new ImportBodies.Command(whose.Value.Id, await FirstBytesAsync(csv, (10 * 1024 * 1024) + 1, cancel)), cancel);
            return report.Map(r => new List<string>
            {
                screen.In($"{r.Added} nya, {r.Changed} ändrade, {r.Unchanged} som förut.", $"{r.Added} added, {r.Changed} changed, {r.Unchanged} as before."),
            });
        }, stop);
    }

    private static async Task<byte[]> FirstBytesAsync(string path, int most, CancellationToken cancel)
    {
        await using FileStream file = File.OpenRead(path);
        byte[] bytes = new byte[Math.Min(most, file.Length)];
        await file.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
