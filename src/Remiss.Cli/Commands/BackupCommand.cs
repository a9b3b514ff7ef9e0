using System.CommandLine;
using System.Globalization;
using Remiss.Application.Backups;
using Remiss.Application.Database;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss backup</c> and <c>remiss restore</c>.</summary>
internal static class BackupCommand
{
    public static Command CreateBackup(Screen screen)
    {
        var output = CommandOptions.Text(screen, "--out", "MAPP", "FOLDER", "En ny mapp för säkerhetskopian.", "A new folder for the backup.", required: true);
        var command = new Command("backup", screen.In(
            "Säkerhetskopierar hela databasen och alla filer medan programmet används.", "Backs up the whole database and all files while the program is in use.")) { output };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction(async (parsed, stop) =>
        {
            Result<StoreHost> opened = await StoreHost.OpenAsync(screen, store.Of(parsed), stop);
            if (!opened.IsOk) return CommandOptions.Refused(screen, opened.Failure);
            await using StoreHost host = opened.Value;
            string folder = parsed.GetValue(output)!;
            Result<BackupManifest> manifest = await host.SendAsync(new BackUpStore.Query(folder), stop);
            if (!manifest.IsOk) return CommandOptions.Refused(screen, manifest.Failure);
            Say(screen, manifest.Value, $"Säkerhetskopian ligger i {folder}", $"The backup is in {folder}");
            return ExitCodes.Done;
        });
        return command;
    }

    public static Command CreateRestore(Screen screen)
    {
        var folder = new Argument<string>("folder") { Description = screen.In("Säkerhetskopians mapp.", "The backup's folder."), HelpName = screen.In("MAPP", "FOLDER") };
        var command = new Command("restore", screen.In(
            "Återställer en säkerhetskopia. En databas som redan finns skrivs aldrig över.", "Restores a backup. A database that exists is never overwritten.")) { folder };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction(async (parsed, stop) =>
        {
            Result<StoreHost> made = StoreHost.Make(screen, store.Of(parsed));
            if (!made.IsOk) return CommandOptions.WrongUsage(screen, made.Failure);
            await using StoreHost host = made.Value;
            DatabaseSettings settings = host.Services.GetRequiredService<RemissDatabase>().Settings;
            Result<BackupManifest> manifest = await StoreRestore.RunAsync(parsed.GetValue(folder)!, settings, stop);
            if (!manifest.IsOk) return CommandOptions.Refused(screen, manifest.Failure);
            Say(screen, manifest.Value, "Säkerhetskopian är återställd", "The backup is restored");
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Say(Screen screen, BackupManifest manifest, string swedish, string english)
    {
        string megabytes = (manifest.Files.Sum(f => f.Length) / 1e6).ToString("0.0", screen.Language == Language.English ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo("sv-SE"));
        screen.Line(screen.In($"{swedish}: {Words.Files(screen, manifest.Files.Length)}, {megabytes} MB, varje fil kontrollerad.", $"{english}: {Words.Files(screen, manifest.Files.Length)}, {megabytes} MB, each file checked."));
    }
}
