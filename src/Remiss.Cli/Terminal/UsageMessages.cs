using Remiss.Domain.Results;

namespace Remiss.Cli.Terminal;

/// <summary>
/// Says the parser's own errors in Swedish. The library knows no Swedish; its English sentences have a
/// fixed form each, with what the user wrote between quotation marks. One that is not known here is
/// passed on as it is, which is better than hiding it.
/// </summary>
internal static class UsageMessages
{
    private const string MissingCommand = "Required command was not provided.";

    private static readonly (string Before, string After, string Swedish)[] Forms =
    [
        ("Unrecognized command or argument '", "'.", "Kommandot eller ordet ”{0}” är okänt."),
        (MissingCommand, "", "Inget kommando angavs."),
        ("Required argument missing for option: '", "'.", "Valet {0} behöver ett värde."),
        ("Option '", "' is required.", "Valet {0} måste anges."),
        ("Option '", "' expects a single argument but 2 were provided.", "Valet {0} tar bara ett värde."),
        ("Option '", "' expects a single argument but 3 were provided.", "Valet {0} tar bara ett värde."),
        ("", " option cannot be combined with other arguments.", "Valet {0} kan inte förenas med något annat."),
    ];

    // The parser names the last word of the command only, and the argument by its help name.
    private const string MissingArgument = "Required argument '";

    /// <summary>Whether the parser only misses a command.</summary>
    public static bool IsMissingCommand(string english) => english == MissingCommand;

    /// <summary>The sentence in the language asked for.</summary>
    /// <param name="english">The parser's.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="command">The whole command: <c>remiss archive import</c>.</param>
    public static string Say(string english, Language language, string command)
    {
        if (english.StartsWith(MissingArgument, StringComparison.Ordinal) && english.IndexOf('\'', MissingArgument.Length) is > 0 and int end
            && english[end..].StartsWith("' missing for command: '", StringComparison.Ordinal))
        {
            string argument = english[MissingArgument.Length..end];
            return language == Language.English ? $"The command {command} needs {argument}." : $"Kommandot {command} behöver {argument}.";
        }
        if (language == Language.English) return english;
        foreach (var (before, after, swedish) in Forms)
        {
            if (english.Length >= before.Length + after.Length
                && english.StartsWith(before, StringComparison.Ordinal)
                && english.EndsWith(after, StringComparison.Ordinal))
            {
                return swedish.Replace("{0}", english[before.Length..^after.Length], StringComparison.Ordinal);
            }
        }
        return english;
    }
}
