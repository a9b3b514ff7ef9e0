using System.CommandLine;
using Remiss.Application.Settings;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss settings</c>: each setting, its value, where that comes from, and its default. Secrets are never shown.</summary>
internal static class SettingsCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("settings", screen.In(
            "Visar inställningarna, varifrån de kommer och vad som gäller annars.",
            "Shows the settings, where they come from, and what holds otherwise."));
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction(parsed => Run(screen, store.Of(parsed)));
        return command;
    }

    private static int Run(Screen screen, StoreOptions options)
    {
        Result<RemissSettings> settings = SettingSources.Read(screen, options);
        if (!settings.IsOk) return CommandOptions.Refused(screen, settings.Failure);
        foreach (SettingValue value in settings.Value.Values)
        {
            string otherwise = value.Source == SettingSource.Default || value.Setting.Default is not { } standard ? string.Empty : screen.In($"; annars {standard}", $"; otherwise {standard}");
            screen.Line($"{value.Setting.Key} = {value.Shown ?? "–"}  ({screen.In(value.Source.Name)}{otherwise})");
        }
        string files = string.Join(", ", SettingSources.Files(screen).Select(file => file.Path));
        screen.Line(files.Length > 0 ? screen.In($"Lästa inställningsfiler: {files}", $"Settings files read: {files}") : screen.In("Ingen inställningsfil finns.", "There is no settings file."));
        return ExitCodes.Done;
    }
}
