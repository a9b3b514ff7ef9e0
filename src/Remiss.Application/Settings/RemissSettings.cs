using System.Collections.Immutable;
using System.Globalization;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Work;
using Remiss.Domain.Results;

namespace Remiss.Application.Settings;

/// <summary>A setting with the value that counts.</summary>
/// <param name="Setting">Which.</param>
/// <param name="Text">The value, or null where there is none. May be a secret: show <see cref="Shown"/>.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record SettingValue(Setting Setting, string? Text, SettingSource Source)
{
    /// <summary>The value as anyone may see it.</summary>
    public string? Shown => Text is not null && Setting.IsSecret ? "••••" : Text;

    /// <inheritdoc/>
    public override string ToString() => $"{Setting.Key} = {Shown}";
}

/// <summary>All settings of an installation, checked.</summary>
public sealed record RemissSettings
{
    private const string DataFolder = "remiss-data";

    /// <summary>Which database, and where.</summary>
    public required DatabaseSettings Database { get; init; }

    /// <summary>How background work is carried out.</summary>
    public required WorkSettings Work { get; init; }

    /// <summary>How mail leaves.</summary>
    public required MailSettings Mail { get; init; }

    /// <summary>The file with the summary's theme, or null for the one that ships.</summary>
    public string? SummaryTheme { get; init; }

    /// <summary>Each setting with its value and where that comes from.</summary>
    public ImmutableArray<SettingValue> Values { get; init; } = [];

    /// <summary>
    /// The settings of what was given, later ones before earlier ones. An unknown name or a bad value is refused, with
    /// where it comes from; all that is wrong is told at once. No secret is ever part of a message.
    /// </summary>
    public static Result<RemissSettings> Of(IEnumerable<GivenSetting> given)
    {
        var wrong = new List<Invalid>();
        var values = KnownSettings.All.ToDictionary(s => s.Key, s => new SettingValue(s, Standard(s), SettingSource.Default), StringComparer.OrdinalIgnoreCase);
        foreach (GivenSetting one in given)
        {
            if (KnownSettings.Find(one.Key) is not { } setting)
                wrong.Add(At(one, new Phrase($"Inställningen {Named(one.Key)} finns inte.", $"There is no setting {Named(one.Key)}.")));
            else if (setting.IsSecret && one.IsOpenToAll)
            {
                wrong.Add(At(one, new Phrase(
                    $"{setting.Key} är en hemlighet, och kommandoraden kan läsas av andra på datorn. Ange den i miljön ({setting.Variable}) eller i inställningsfilen.",
                    $"{setting.Key} is a secret, and others on the machine can read the command line. Give it in the environment ({setting.Variable}) or in the settings file.")));
            }
            // Said to be empty: as if nothing before had said anything.
            else if (one.Text.Length == 0) values[setting.Key] = new SettingValue(setting, Standard(setting), one.Source);
            else if (setting.Wrong(one.Text) is { } why) wrong.Add(At(one, why));
            else values[setting.Key] = new SettingValue(setting, Normal(setting, one), one.Source);
        }
        if (wrong.Count == 0) return Bind(values);
        return wrong[0] with { More = [.. wrong.Skip(1)] };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Database}, {Mail}";

    private static Result<RemissSettings> Bind(Dictionary<string, SettingValue> values)
    {
        string? Text(string key) => values[key].Text;
        int Whole(string key) => int.Parse(Text(key)!, CultureInfo.InvariantCulture);
        TimeSpan Seconds(string key) => TimeSpan.FromSeconds(Whole(key));

        string sqlite = Text("Sqlite:File")!;
        bool server = Text("Database")!.Equals("SqlServer", StringComparison.OrdinalIgnoreCase);
        Derive("Files:Folder", server ? System.IO.Path.GetFullPath(System.IO.Path.Combine(DataFolder, "files")) : sqlite + ".files");
        Derive("Mail:Folder", server ? System.IO.Path.GetFullPath(System.IO.Path.Combine(DataFolder, "mail")) : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(sqlite)!, "mail"));
        if (server && Text("ConnectionStrings:SqlServer") is null)
        {
            return new Invalid(new Phrase(
                "Database är SqlServer men ConnectionStrings:SqlServer saknas. Ange den i miljön (REMISS__ConnectionStrings__SqlServer) eller i inställningsfilen.",
                "Database is SqlServer but ConnectionStrings:SqlServer is missing. Give it in the environment (REMISS__ConnectionStrings__SqlServer) or in the settings file."), "ConnectionStrings:SqlServer");
        }
        Result<DatabaseSettings> database = server
            ? DatabaseSettings.ForSqlServer(Text("ConnectionStrings:SqlServer")!, Text("Files:Folder")!)
            : DatabaseSettings.ForSqlite(sqlite, Text("Files:Folder"));
        if (!database.IsOk) return database.Failure;
        var mail = new MailSettings
        {
            Host = Text("Mail:Host"),
            Port = Whole("Mail:Port"),
            Security = Enum.Parse<MailSecurity>(Text("Mail:Security")!, ignoreCase: true),
            TrustedCertificate = Text("Mail:TrustedCertificate"),
            User = Text("Mail:User"),
            Password = Text("Mail:Password"),
            FromAddress = Text("Mail:FromAddress")!,
            FromName = Text("Mail:FromName"),
            ReplyTo = Text("Mail:ReplyTo"),
            Folder = Text("Mail:Folder")!,
            Templates = Text("Mail:Templates"),
            TimeoutSeconds = Whole("Mail:TimeoutSeconds"),
            LastAnswerSeconds = Whole("Mail:LastAnswerSeconds"),
            MostAttempts = Whole("Mail:MostAttempts"),
        };
        var wrong = mail.Check();
        if (!wrong.IsEmpty) return new Invalid(wrong[0], "Mail") { More = [.. wrong.Skip(1).Select(w => new Invalid(w, "Mail"))] };
        return new RemissSettings
        {
            Database = database.Value with { LargestInDatabase = Whole("Files:LargestInDatabase") },
            Work = new WorkSettings
            {
                Lease = Seconds("Work:LeaseSeconds"),
                Poll = Seconds("Work:PollSeconds"),
                Parallel = Whole("Work:Parallel"),
                MostAttempts = Whole("Work:MostAttempts"),
                FirstWait = Seconds("Work:FirstWaitSeconds"),
                LongestWait = Seconds("Work:LongestWaitSeconds"),
            },
            Mail = mail,
            SummaryTheme = Text("Summary:Theme"),
            Values = [.. KnownSettings.All.Select(s => values[s.Key])],
        };

        void Derive(string key, string value)
        {
            if (values[key].Text is null) values[key] = values[key] with { Text = value };
        }
    }

    private static string? Standard(Setting setting) =>
        setting is { Kind: SettingKind.Path, Default: { } path } ? System.IO.Path.GetFullPath(path) : setting.Default;

    private static string Normal(Setting setting, GivenSetting given) => setting.Kind switch
    {
        SettingKind.Path => System.IO.Path.GetFullPath(given.Text, given.Folder is { } folder ? System.IO.Path.GetFullPath(folder) : Directory.GetCurrentDirectory()),
        SettingKind.Choice => setting.Choices.First(c => c.Equals(given.Text, StringComparison.OrdinalIgnoreCase)),
        _ => given.Text,
    };

    // A name may be anything, a password among them.
    private static string Named(string key) => key.Length <= 60 && key.All(c => char.IsLetterOrDigit(c) || c is ':' or '_' or '-' or '.') ? key : "…";

    private static Invalid At(GivenSetting given, Phrase why) => new(
        new Phrase($"{why.Swedish} Källa: {given.Source.Name.Swedish}.", $"{why.English} Source: {given.Source.Name.English}."), Named(given.Key));
}
