using System.Collections.Immutable;
using Remiss.Application.Settings;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Store;

/// <summary>
/// Gathers the settings, weakest first: <c>appsettings.json</c> beside the program, then the one that REMISS_SETTINGS names or
/// else that of the working folder, then the environment, then the command line.
/// </summary>
internal static class SettingSources
{
    private const string FileName = "appsettings.json";
    private const string FileVariable = "REMISS_SETTINGS";

    /// <summary>The settings that count, or all that is wrong with them.</summary>
    public static Result<RemissSettings> Read(Screen screen, StoreOptions options)
    {
        var given = ImmutableArray.CreateBuilder<GivenSetting>();
        foreach ((string path, bool required) in Files(screen))
        {
            Result<ImmutableArray<GivenSetting>> file = SettingsFile.Read(path, required);
            if (!file.IsOk) return file.Failure;
            given.AddRange(file.Value);
        }
        foreach (string name in screen.EnvironmentNames.Order(StringComparer.Ordinal))
        {
            if (Setting.KeyOf(name) is { } key) given.Add(new GivenSetting(key, screen.Environment(name) ?? string.Empty, SettingSource.Variable(name)));
        }
        foreach (string one in options.Set)
        {
            int equals = one.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                return new Invalid(new Phrase("--set ska ha formen Namn=Värde, till exempel --set Work:Parallel=2.", "--set must have the form Name=Value, for example --set Work:Parallel=2."), "--set");
            given.Add(new GivenSetting(one[..equals].Replace("__", ":", StringComparison.Ordinal), one[(equals + 1)..], SettingSource.Option("--set")) { IsOpenToAll = true });
        }
        if (options.Database is { } database)
        {
            given.Add(new GivenSetting("Database", "Sqlite", SettingSource.Option("--database")));
            given.Add(new GivenSetting("Sqlite:File", database, SettingSource.Option("--database")) { IsOpenToAll = true });
        }
        return RemissSettings.Of(given);
    }

    /// <summary>The settings files that are read, the stronger one last.</summary>
    public static IEnumerable<(string Path, bool Required)> Files(Screen screen)
    {
        string beside = Path.Combine(AppContext.BaseDirectory, FileName);
        string here = Path.GetFullPath(FileName);
        if (File.Exists(beside)) yield return (beside, false);
        if (screen.Environment(FileVariable) is { Length: > 0 } named) yield return (Path.GetFullPath(named), true);
        else if (here != beside && File.Exists(here)) yield return (here, false);
    }
}
