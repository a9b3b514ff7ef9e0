using Remiss.Domain.Results;

namespace Remiss.Cli.Terminal;

/// <summary>Finds the language to speak: what the command line says, else the environment, else Swedish.</summary>
internal static class Languages
{
    // In the order of POSIX; ours first, so that one can be set for Remiss alone.
    private static readonly string[] Variables = ["REMISS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>
    /// The language. Read before the command line is parsed, because even its errors and help are said
    /// in it. A variable of another language than ours (<c>C</c>, <c>de_DE</c>) is passed over.
    /// </summary>
    public static Language Choose(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        for (int i = 0; i < args.Count && args[i] != "--"; i++)
        {
            string? value = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) || args[i].StartsWith("--lang:", StringComparison.Ordinal) ? args[i][7..]
                : null;
            if (value is not null && Of(value) is { } asked) return asked;
        }
        foreach (string variable in Variables)
        {
            if (environment(variable) is { Length: > 0 } value && Of(value) is { } set) return set;
        }
        return Language.Swedish;
    }

    private static Language? Of(string value) =>
        value.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? Language.Swedish
        : value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : null;
}
