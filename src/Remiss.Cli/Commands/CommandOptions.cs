using System.CommandLine;
using System.Globalization;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary>Options that several commands have, and the checks that several commands make.</summary>
internal static class CommandOptions
{
    /// <summary>The result for machines.</summary>
    public static Option<bool> Json(Screen screen) => new("--json")
    {
        Description = screen.In("Skriv resultatet som JSON.", "Write the result as JSON."),
    };

    /// <summary>An option with a value.</summary>
    public static Option<string?> Text(Screen screen, string name, string valueSwedish, string valueEnglish, string swedish, string english, bool required = false) => new(name)
    {
        Description = screen.In(swedish, english),
        HelpName = screen.In(valueSwedish, valueEnglish),
        Required = required,
    };

    /// <summary>An option that is a day; another text is wrong usage. <see cref="DayOf"/> reads it.</summary>
    public static Option<string?> Day(Screen screen, string name, string swedish, string english, bool required = false)
    {
        Option<string?> option = Text(screen, name, "ÅÅÅÅ-MM-DD", "YYYY-MM-DD", swedish, english, required);
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } value && !TryDay(value, out _))
                result.AddError(screen.In($"{name} ska vara en dag som 2027-05-14. ”{value}” är inte det.", $"{name} must be a day such as 2027-05-14. '{value}' is not."));
        });
        return option;
    }

    /// <summary>The day that was given, or null.</summary>
    public static DateOnly? DayOf(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } value && TryDay(value, out DateOnly day) ? day : null;

    /// <summary>The consultation that a command is about.</summary>
    public static Option<string?> Consultation(Screen screen) => Text(
        screen, "--consultation", "REMISS", "NAME", "Remissen: rubrik, diarienummer eller id.", "The consultation: title, registration number or id.", required: true);

    /// <summary>Several bodies, by name or code.</summary>
    public static Option<string[]> Bodies(Screen screen) => new("--body")
    {
        Description = screen.In("En instans, med namn eller kod ur registret. Går att upprepa.", "A body, by its name or code in the register. Can be repeated."),
        HelpName = screen.In("INSTANS", "BODY"),
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(Screen screen, string name, string swedish, string english) => new(name) { Description = screen.In(swedish, english) };

    /// <summary>A file that corrects the sections.</summary>
    public static Option<string?> Sections(Screen screen) => Text(
        screen, "--sections", "FIL", "FILE",
        "YAML- eller JSON-fil som rättar avsnitten (utgå från ”remiss sections FIL --yaml”).",
        "YAML or JSON file that corrects the sections (start from 'remiss sections FILE --yaml').");

    /// <summary>The failure when one of the paths is no file, or null.</summary>
    public static Failure? FirstMissing(params string?[] paths)
    {
        foreach (string? path in paths)
        {
            if (path is null || File.Exists(path)) continue;
            if (!Directory.Exists(path)) return Pipeline.ReplyFiles.Missing(path);
            return new Invalid(new Phrase($"{path} är en mapp, men här behövs en fil.", $"{path} is a folder, but a file is needed here."));
        }
        return null;
    }

    /// <summary>A confidence between 0 and 1, with decimal point or comma.</summary>
    public static Result<double?> Confidence(string? value)
    {
        if (value is null) return (double?)null;
        return double.TryParse(value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 1
            ? number
            : new Invalid(new Phrase($"--accept ska vara ett tal mellan 0 och 1, till exempel 0,8. ”{value}” är inte det.", $"--accept must be a number between 0 and 1, for example 0.8. '{value}' is not."));
    }

    /// <summary>A whole number of a range.</summary>
    public static Result<int> Whole(string option, string? value, int standard, int low, int high)
    {
        if (value is null) return standard;
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= low && number <= high
            ? number
            : new Invalid(new Phrase($"{option} ska vara ett heltal mellan {low} och {high}. ”{value}” är inte det.", $"{option} must be a whole number between {low} and {high}. '{value}' is not."));
    }

    /// <summary>Says the failure and gives the exit code for wrong usage.</summary>
    public static int WrongUsage(Screen screen, Failure failure)
    {
        Say(screen, failure);
        return ExitCodes.WrongUsage;
    }

    /// <summary>Says the failure and gives the exit code for refused input.</summary>
    public static int Refused(Screen screen, Failure failure)
    {
        Say(screen, failure);
        return ExitCodes.Refused;
    }

    private static bool TryDay(string value, out DateOnly day) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static void Say(Screen screen, Failure failure)
    {
        screen.Fail(failure.Message);
        if (failure is not Invalid invalid) return;
        foreach (Invalid more in invalid.More) screen.Fail(more.Message);
    }
}
