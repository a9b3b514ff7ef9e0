using System.CommandLine;
using Remiss.Application.Auditing;
using Remiss.Application.Organisations;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss audit verify</c>: proves that the audit log is whole, or says where it is not.</summary>
internal static class AuditCommand
{
    public static Command Create(Screen screen)
    {
        var organisation = CommandOptions.Text(
            screen, "--organisation", "NAMN", "NAME", "Vems logg. Behövs bara där det finns flera.", "Whose log. Needed only where there are several.");
        var expect = CommandOptions.Text(
            screen, "--expect", "KONTROLLSUMMA", "HASH",
            "En kontrollsumma som en tidigare kontroll skrev ut; den måste finnas kvar i loggen.", "A hash that an earlier check printed; it must still be in the log.");
        var verify = new Command("verify", screen.In(
            "Går igenom hela loggen och säger om något är ändrat eller saknas.", "Goes through the whole log and says whether anything was changed or is missing."))
        {
            organisation, expect,
        };
        StoreOptions.Options store = StoreOptions.Add(verify, screen);
        verify.SetAction((parsed, stop) => VerifyAsync(screen, store.Of(parsed), parsed.GetValue(organisation), parsed.GetValue(expect), stop));
        return new Command("audit", screen.In("Logg över vem som gjort vad.", "The log of who did what.")) { verify };
    }

    private static async Task<int> VerifyAsync(Screen screen, StoreOptions options, string? name, string? expect, CancellationToken stop)
    {
        Result<StoreHost> opened = await StoreHost.OpenAsync(screen, options, stop);
        if (!opened.IsOk) return CommandOptions.Refused(screen, opened.Failure);
        await using StoreHost host = opened.Value;
        Result<OrganisationRow> organisation = await host.SendAsync(new FindOrganisation.Query(name), stop);
        if (!organisation.IsOk) return CommandOptions.Refused(screen, organisation.Failure);
        Result<VerifyAudit.Report> report = await host.SendAsync(new VerifyAudit.Query(organisation.Value.Id, expect), stop);
        if (!report.IsOk) return CommandOptions.Refused(screen, report.Failure);
        foreach (Phrase fault in report.Value.Faults) screen.Fail(fault);
        if (!report.Value.Faults.IsEmpty) return ExitCodes.Refused;
        screen.Line(screen.In(
            $"Loggen för {organisation.Value.Name} är hel: {report.Value.Entries} rader.", $"The log of {organisation.Value.Name} is whole: {report.Value.Entries} entries."));
        screen.Line(screen.In($"Senaste kontrollsumma: {report.Value.LastHash}", $"Latest hash: {report.Value.LastHash}"));
        screen.Remark(screen.In(
            "Spara kontrollsumman någon annanstans och ange den med --expect nästa gång: då syns också om slutet har klippts bort.",
            "Keep the hash somewhere else and give it with --expect the next time: then it shows as well if the end was cut off."));
        return ExitCodes.Done;
    }
}
