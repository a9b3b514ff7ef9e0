using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Health;
using Remiss.Application.Mail;
using Remiss.Application.Settings;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary>What the doctor found of settings and store.</summary>
/// <param name="Database">Which database; null where the settings do not even tell that.</param>
/// <param name="Exists">Whether there is a store.</param>
/// <param name="Files">How many stored files were read.</param>
/// <param name="Damage">What is wrong, in settings, texts, theme or store; empty where all is well.</param>
/// <param name="Waiting">What waits for a person.</param>
internal sealed record DoctorStore(string? Database, bool Exists, int Files, ImmutableArray<Phrase> Damage, ImmutableArray<Phrase> Waiting)
{
    /// <summary>Looks at the settings, and at the store that they name where there is one. Makes and changes nothing.</summary>
    public static async Task<DoctorStore> LookAsync(Screen screen, StoreOptions options, CancellationToken stop)
    {
        Result<RemissSettings> settings = SettingSources.Read(screen, options);
        if (!settings.IsOk) return new DoctorStore(null, false, 0, All(settings.Failure), []);
        var wrong = MailTemplates.Check(settings.Value.Mail.Templates);
        if (StoreHost.Theme(settings.Value) is { IsOk: false } theme) wrong = wrong.AddRange(All(theme.Failure));
        Result<StoreHost> made = StoreHost.Make(screen, options);
        // All that stops it has been said.
        if (!made.IsOk) return new DoctorStore(null, false, 0, wrong, []);
        await using StoreHost host = made.Value;
        if (!host.Exists) return new DoctorStore(host.Name, false, 0, wrong, []);
        Result<CheckStore.Report> report = await CheckAsync(host, stop);
        return report.IsOk
            ? new DoctorStore(host.Name, true, report.Value.Files, wrong.AddRange(report.Value.Damage), report.Value.Waiting)
            : new DoctorStore(host.Name, true, 0, wrong.AddRange(All(report.Failure)), []);
    }

    /// <summary>Says it, after the table of what is installed.</summary>
    public void Show(Screen screen)
    {
        screen.Line();
        if (Database is not null)
        {
            screen.Line(Exists
                ? screen.In($"Databasen {Database}: {Words.Files(screen, Files)} lästa.", $"The database {Database}: {Words.Files(screen, Files)} read.")
                : screen.In($"Databasen {Database} finns inte än. Det första kommandot som behöver den skapar den.", $"The database {Database} does not exist yet. The first command that needs it makes it."));
        }
        foreach (Phrase waits in Waiting) screen.Line(screen.In($"Väntar: {waits.Swedish}", $"Waiting: {waits.English}"));
        foreach (Phrase wrong in Damage) screen.Fail(wrong);
        if (Damage.IsEmpty) screen.Line(screen.In("Inga fel i inställningar eller databas.", "No faults in settings or database."));
    }

    private static async Task<Result<CheckStore.Report>> CheckAsync(StoreHost host, CancellationToken stop)
    {
        Result<MigrationReport> state = await host.MigrateAsync(dryRun: true, stop);
        if (!state.IsOk) return state.Failure;
        if (!state.Value.Applied.IsEmpty)
            return new Conflict(new Phrase("Databasen är äldre än programmet. Kör ”remiss migrate”.", "The database is older than the program. Run 'remiss migrate'."));
        try
        {
            return await host.SendAsync(new CheckStore.Query(), stop);
        }
        catch (DbException broken) when (host.Services.GetRequiredService<RemissDatabase>().Dialect.IsOutOfOrder(broken))
        {
            return OutOfOrder.Of(broken);
        }
    }

    private static ImmutableArray<Phrase> All(Failure failure) =>
        failure is Invalid invalid ? [invalid.Message, .. invalid.More.Select(m => m.Message)] : [failure.Message];
}
