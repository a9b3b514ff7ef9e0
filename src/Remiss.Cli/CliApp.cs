using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Remiss.Cli.Commands;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli;

/// <summary>The program: from arguments to an exit code. Holds no state, so that tests run it in their own process.</summary>
internal static class CliApp
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The arguments without the program's name.</param>
    /// <param name="surroundings">Where it runs.</param>
    /// <param name="stop">Stops it; Ctrl-C does so too.</param>
    /// <returns>See <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings surroundings, CancellationToken stop)
    {
        var screen = new Screen(surroundings, Languages.Choose(args, surroundings.Environment));
        // The parser's sentences are translated from their English form, so they must be in it.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        RootCommand root = Root(screen);
        // No response files: a reply may well be called @brev.txt.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpPage) return WrongUsage(screen, parsed);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = surroundings.Out,
                Error = surroundings.Error,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
            }, stop);
        }
        catch (OperationCanceledException)
        {
            screen.Remark(screen.In("Avbrutet. Ingen ny fil har skrivits.", "Stopped. No new file has been written."));
            return ExitCodes.Stopped;
        }
        catch (OutputClosedException)
        {
            screen.Fail(new Phrase(
                "Resultatet kunde inte skrivas ut. Kontrollera vart utskriften skickas: disken kan vara full eller mottagaren stängd.",
                "The result could not be written. Check where the output is sent: the disk may be full or the receiver closed."));
            return ExitCodes.Refused;
        }
        catch (Exception bug)
        {
            screen.Fail(new Phrase(
                $"Ett fel i programmet, inte i dina filer: {bug.GetType().Name}: {bug.Message} Anmäl det gärna, med raderna nedan.",
                $"A fault in the program, not in your files: {bug.GetType().Name}: {bug.Message} Please report it, with the lines below."));
            screen.Remark(bug.StackTrace ?? string.Empty);
            return ExitCodes.Refused;
        }
    }

    private static RootCommand Root(Screen screen)
    {
        var root = new RootCommand(screen.In(
            "Remiss ställer samman remissvar till en tillgänglig PDF.",
            "Remiss compiles replies to a consultation into an accessible PDF."));
        var language = new Option<string>("--lang")
        {
            Description = screen.In("Språk: sv eller en. Annars enligt REMISS_LANG, LC_ALL eller LANG.", "Language: sv or en. Otherwise by REMISS_LANG, LC_ALL or LANG."),
            HelpName = "sv|en",
            Recursive = true,
        };
        language.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } value && value is not ("sv" or "en"))
                result.AddError(screen.In($"--lang ska vara sv eller en. ”{value}” är inte det.", $"--lang must be sv or en. '{value}' is not."));
        });
        root.Options.Add(language);
        foreach (Option option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Description = screen.In("Visa hjälp.", "Show help.");
                help.Action = new HelpPage(screen);
            }
            else if (option is VersionOption version) version.Description = screen.In("Visa version.", "Show the version.");
        }
        root.Subcommands.Add(CompileCommand.Create(screen));
        root.Subcommands.Add(SectionsCommand.Create(screen));
        root.Subcommands.Add(SplitCommand.Create(screen));
        root.Subcommands.Add(DemoCommand.Create(screen));
        root.Subcommands.Add(EvaluateCommand.Create(screen));
        root.Subcommands.Add(OrganisationCommand.Create(screen));
        root.Subcommands.Add(RegisterCommand.Create(screen));
        root.Subcommands.Add(ConsultationCommand.Create(screen));
        root.Subcommands.Add(ImportCommand.Create(screen));
        root.Subcommands.Add(InviteCommand.Create(screen));
        root.Subcommands.Add(RemindCommand.Create(screen));
        root.Subcommands.Add(ExtendCommand.Create(screen));
        root.Subcommands.Add(MailCommand.Create(screen));
        root.Subcommands.Add(SearchCommand.Create(screen));
        root.Subcommands.Add(MigrateCommand.Create(screen));
        root.Subcommands.Add(SettingsCommand.Create(screen));
        root.Subcommands.Add(WorkCommand.Create(screen));
        root.Subcommands.Add(AuditCommand.Create(screen));
        root.Subcommands.Add(ArchiveCommand.Create(screen));
        root.Subcommands.Add(BackupCommand.CreateBackup(screen));
        root.Subcommands.Add(BackupCommand.CreateRestore(screen));
        root.Subcommands.Add(DoctorCommand.Create(screen));
        return root;
    }

    private static int WrongUsage(Screen screen, ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        // That a command is missing says nothing new once a word was not understood.
        var messages = parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal).ToList();
        if (messages.Count > 1) messages.RemoveAll(UsageMessages.IsMissingCommand);
        string name = HelpPage.FullName(command);
        foreach (string message in messages)
            screen.Remark($"{screen.In("Fel", "Error")}: {UsageMessages.Say(message, screen.Language, name)}");
        screen.Remark(screen.In($"Kör ”{name} --help” för att se hur kommandot används.", $"Run '{name} --help' to see how the command is used."));
        if (command is RootCommand && parsed.Tokens.Count == 0)
        {
            screen.Remark(string.Empty);
            new HelpPage(screen).Write(command, screen.Remark);
        }
        return ExitCodes.WrongUsage;
    }
}
