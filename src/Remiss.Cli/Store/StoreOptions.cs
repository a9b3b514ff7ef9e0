using System.CommandLine;
using Remiss.Cli.Commands;
using Remiss.Cli.Terminal;

namespace Remiss.Cli.Store;

/// <summary>What the command line says of where the store is; the rest is in the settings.</summary>
/// <param name="Database">The SQLite file, or null for what the settings say.</param>
/// <param name="Set">Settings given as <c>Key=Value</c>.</param>
internal sealed record StoreOptions(string? Database, IReadOnlyList<string> Set)
{
    /// <summary>The options that every command on the store has; <see cref="Add"/> puts them on a command.</summary>
    /// <param name="Database">The SQLite file.</param>
    /// <param name="Set">Any setting.</param>
    internal sealed record Options(Option<string?> Database, Option<string[]> Set)
    {
        /// <summary>What was given.</summary>
        public StoreOptions Of(ParseResult parsed) => new(parsed.GetValue(Database), parsed.GetValue(Set) ?? []);
    }

    /// <summary>Gives a command the options <c>--database</c> and <c>--set</c>.</summary>
    public static Options Add(Command command, Screen screen)
    {
        var database = CommandOptions.Text(
            screen, "--database", "FIL", "FILE",
            "SQLite-databasens fil. Annars enligt inställningarna (”remiss settings”).", "The SQLite database's file. Otherwise as the settings say ('remiss settings').");
        var set = new Option<string[]>("--set")
        {
            Description = screen.In("En inställning, till exempel --set Work:Parallel=2. Går att upprepa.", "A setting, for example --set Work:Parallel=2. Can be repeated."),
            HelpName = screen.In("NAMN=VÄRDE", "NAME=VALUE"),
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        command.Options.Add(database);
        command.Options.Add(set);
        return new Options(database, set);
    }
}
