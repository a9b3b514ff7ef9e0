using System.Collections.Immutable;
using System.Globalization;
using Remiss.Domain.Results;

namespace Remiss.Application.Settings;

/// <summary>What a setting's value is.</summary>
public enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>One of <see cref="Setting.Choices"/>.</summary>
    Choice,

    /// <summary>A whole number between <see cref="Setting.Least"/> and <see cref="Setting.Most"/>.</summary>
    Whole,

    /// <summary>A file or folder. One that is not absolute counts from the folder of the settings file that names it, otherwise from the working folder.</summary>
    Path,
}

/// <summary>A setting that the program knows.</summary>
/// <param name="Key">Its name, with a colon between its parts: <c>Mail:Host</c>.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Default">Its value where nothing says otherwise; null where there is none or where <paramref name="Meaning"/> tells how it follows from others.</param>
/// <param name="Meaning">What it does.</param>
public sealed record Setting(string Key, SettingKind Kind, string? Default, Phrase Meaning)
{
    private const string Prefix = "REMISS__";

    /// <summary>The values of a choice.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The smallest number.</summary>
    public long Least { get; init; }

    /// <summary>The largest number.</summary>
    public long Most { get; init; } = long.MaxValue;

    /// <summary>Whether the value must never be shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>How the environment spells it: <c>REMISS__Mail__Host</c>.</summary>
    public string Variable => Prefix + Key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The key that a variable of the environment names, or null where it is no setting.</summary>
    public static string? KeyOf(string variable) =>
        variable.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? variable[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal) : null;

    /// <summary>Why the text is no value of this setting, or null. Says what was given only where that is no secret.</summary>
    internal Phrase? Wrong(string text)
    {
        string given = IsSecret ? string.Empty : $" ({(text.Length <= 60 ? text : text[..60] + "…")})";
        if (text.Any(char.IsControl)) return new Phrase($"{Key} har ett otillåtet tecken.", $"{Key} has a character that is not allowed.");
        if (Kind == SettingKind.Choice && !Choices.Contains(text, StringComparer.OrdinalIgnoreCase))
            return new Phrase($"{Key} ska vara ett av {string.Join(", ", Choices)}{given}.", $"{Key} must be one of {string.Join(", ", Choices)}{given}.");
        bool isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number);
        if (Kind == SettingKind.Whole && (!isNumber || number < Least || number > Most))
        {
            return new Phrase(
                string.Create(CultureInfo.InvariantCulture, $"{Key} ska vara ett heltal mellan {Least} och {Most}{given}."),
                string.Create(CultureInfo.InvariantCulture, $"{Key} must be a whole number between {Least} and {Most}{given}."));
        }
        // Such a text holds a password, and would be shown as the name of a file.
        return Kind == SettingKind.Path && text.Contains('=', StringComparison.Ordinal) && (text.Contains(';', StringComparison.Ordinal) || text.Contains("password", StringComparison.OrdinalIgnoreCase))
            ? new Phrase($"{Key} ska vara en fil eller mapp, inte en anslutningssträng. Den hör till ConnectionStrings:SqlServer.", $"{Key} must be a file or folder, not a connection string. That belongs in ConnectionStrings:SqlServer.")
            : null;
    }
}

/// <summary>Where a value comes from.</summary>
/// <param name="Name">As a person knows it: a file's path, a variable, an option; for a default what stands in its place.</param>
public sealed record SettingSource(Phrase Name)
{
    /// <summary>The program itself.</summary>
    public static SettingSource Default { get; } = new(new Phrase("standardvärde", "default"));

    /// <summary>A settings file.</summary>
    public static SettingSource File(string path) => new(new Phrase($"filen {path}", $"the file {path}"));

    /// <summary>A variable of the environment.</summary>
    public static SettingSource Variable(string name) => new(new Phrase($"miljövariabeln {name}", $"the environment variable {name}"));

    /// <summary>An option of the command line.</summary>
    public static SettingSource Option(string name) => new(new Phrase($"kommandoraden ({name})", $"the command line ({name})"));
}

/// <summary>A value that something gave.</summary>
/// <param name="Key">The setting's name as it was written.</param>
/// <param name="Text">The value. May be a secret.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record GivenSetting(string Key, string Text, SettingSource Source)
{
    /// <summary>The folder that a path counts from, or null for the working folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether anyone on the machine can read it while the program runs, as they can a command line.</summary>
    public bool IsOpenToAll { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
