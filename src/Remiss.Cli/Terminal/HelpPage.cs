using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Remiss.Domain.Results;

namespace Remiss.Cli.Terminal;

/// <summary>The help of a command, in the user's language; the library's own is in English whatever is asked.</summary>
internal sealed class HelpPage(Screen screen) : SynchronousCommandLineAction
{
    private const int Column = 34;
    private const int Width = 100;

    public override bool Terminating => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, screen.Line);
        return ExitCodes.Done;
    }

    /// <summary>Writes the help of a command line by line.</summary>
    public void Write(Command command, Action<string> line)
    {
        line(command.Description ?? string.Empty);
        line(string.Empty);
        line(screen.In("Användning:", "Usage:"));
        line("  " + Usage(command));
        Rows(line, screen.In("Kommandon:", "Commands:"), command.Subcommands.Select(c => (c.Name, c.Description)));
        Rows(line, screen.In("Anges först:", "Given first:"), command.Arguments.Select(a => ($"<{a.HelpName ?? a.Name}>", a.Description)));
        Rows(line, screen.In("Val:", "Options:"), Options(command).Select(o => (NameOf(o), o.Description)));
        if (command is not RootCommand) return;
        line(string.Empty);
        line(screen.In(
            "Returkod: 0 klart, 1 indata avvisades helt eller delvis, 2 fel användning.",
            "Exit code: 0 done, 1 the input was refused or partly refused, 2 wrong usage."));
    }

    /// <summary>The command as it is written, with the commands above it: <c>remiss archive export</c>.</summary>
    public static string FullName(Command command)
    {
        var words = new List<string>();
        for (Command? at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
            words.Insert(0, at is RootCommand ? "remiss" : at.Name);
        return string.Join(' ', words);
    }

    private static IEnumerable<Option> Options(Command command)
    {
        IEnumerable<Option> inherited = command.Parents.OfType<Command>().SelectMany(Options).Where(o => o.Recursive);
        return command.Options.Concat(inherited).Where(o => !o.Hidden).DistinctBy(o => o.Name);
    }

    private string Usage(Command command)
    {
        var words = new List<string> { FullName(command) };
        if (command.Subcommands.Count > 0) words.Add(screen.In("<kommando>", "<command>"));
        words.AddRange(command.Arguments.Select(a => $"<{a.HelpName ?? a.Name}>"));
        words.AddRange(command.Options.Where(o => o.Required).Select(NameOf));
        words.Add(screen.In("[val]", "[options]"));
        return string.Join(' ', words);
    }

    private static string NameOf(Option option)
    {
        string name = option is HelpOption ? "-h, --help" : option.Name;
        return option.Arity.MaximumNumberOfValues == 0 || option.HelpName is null ? name : $"{name} {option.HelpName}";
    }

    private static void Rows(Action<string> line, string title, IEnumerable<(string Name, string? Text)> rows)
    {
        bool first = true;
        foreach (var (name, text) in rows)
        {
            if (first)
            {
                line(string.Empty);
                line(title);
                first = false;
            }
            string start = ("  " + name).PadRight(Column);
            if (start.Length > Column)
            {
                line(start);
                start = new string(' ', Column);
            }
            foreach (string part in Wrapped(text ?? string.Empty))
            {
                line(start + part);
                start = new string(' ', Column);
            }
        }
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        string row = string.Empty;
        foreach (string word in text.Split(' '))
        {
            if (row.Length > 0 && row.Length + 1 + word.Length > Width - Column)
            {
                yield return row;
                row = word;
            }
            else row = row.Length == 0 ? word : $"{row} {word}";
        }
        yield return row;
    }
}
