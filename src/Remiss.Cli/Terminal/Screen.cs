using Remiss.Domain.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Remiss.Cli.Terminal;

/// <summary>Where the program is run: what it writes to, and what it may know of its surroundings.</summary>
internal sealed record Surroundings
{
    /// <summary>Results go here.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Errors, remarks and progress go here.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Environment variables.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The names of all environment variables, for the search after misspelt ones.</summary>
    public IReadOnlyCollection<string> EnvironmentNames { get; init; } = [];

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal that a person looks at.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal that a person looks at.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The real ones of this process.</summary>
    public static Surroundings OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        Environment = System.Environment.GetEnvironmentVariable,
        EnvironmentNames = [.. System.Environment.GetEnvironmentVariables().Keys.Cast<string>()],
        Clock = TimeProvider.System,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };
}

/// <summary>Says things to a person in their language: results on one writer, errors and remarks on the other.</summary>
internal sealed class Screen
{
    private const int WidthWithoutTerminal = 120;
    private readonly Surroundings _surroundings;

    public Screen(Surroundings surroundings, Language language)
    {
        _surroundings = surroundings;
        Language = language;
        Out = ConsoleOn(surroundings.Out, surroundings.OutIsTerminal);
        Error = ConsoleOn(surroundings.Error, surroundings.ErrorIsTerminal);
    }

    public Language Language { get; }

    public TimeProvider Clock => _surroundings.Clock;

    public Func<string, string?> Environment => _surroundings.Environment;

    /// <summary>The names of all environment variables.</summary>
    public IReadOnlyCollection<string> EnvironmentNames => _surroundings.EnvironmentNames;

    /// <summary>Results, with colours where a person looks at them.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Errors, remarks, progress.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>Whether progress can move on the spot.</summary>
    public bool ShowsLiveProgress => _surroundings.ErrorIsTerminal;

    /// <summary>The phrase in the reader's language.</summary>
    public string In(Phrase phrase) => phrase.In(Language);

    /// <summary>The one of two texts that is in the reader's language.</summary>
    public string In(string swedish, string english) => Language == Language.English ? english : swedish;

    /// <summary>A number with its noun, in the singular where there is one: <c>1 instans</c>, <c>2 instanser</c>.</summary>
    public string Counted(int count, Phrase one, Phrase many) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {In(count == 1 ? one : many)}");

    /// <summary>A line of the result: never wrapped, never coloured, and without signs that steer a terminal.</summary>
    public void Line(string text = "") => ToOut(() => _surroundings.Out.WriteLine(ShownText.Of(text)));

    /// <summary>Text of the result for a file or a program, exactly as given, without a line end of its own; where a person looks at it, without signs that steer a terminal.</summary>
    public void Raw(string text) => ToOut(() => _surroundings.Out.Write(_surroundings.OutIsTerminal ? ShownText.Of(text) : text));

    /// <summary>Words from outside (a file's name, a heading) as a part of something drawn.</summary>
    public static Text Cell(string text) => new(ShownText.Of(text));

    /// <summary>Something drawn (a table, a tree) as a part of the result.</summary>
    public void Draw(IRenderable drawing) => ToOut(() => Out.Write(drawing));

    /// <summary>A line on the error side, without signs that steer a terminal.</summary>
    public void Remark(string text)
    {
        try
        {
            _surroundings.Error.WriteLine(ShownText.Of(text));
        }
        catch (Exception closed) when (IsOfTheStream(closed))
        {
            // Nobody listens on the error side: the exit code says the rest.
            return;
        }
    }

    /// <summary>An error: its sentence, marked so that it is found in a long log.</summary>
    public void Fail(Phrase phrase) => Remark($"{In("Fel", "Error")}: {In(phrase)}");

    private static void ToOut(Action write)
    {
        try
        {
            write();
        }
        catch (Exception closed) when (IsOfTheStream(closed))
        {
            throw new OutputClosedException(closed);
        }
    }

    private static bool IsOfTheStream(Exception exception) => exception is IOException or UnauthorizedAccessException or ObjectDisposedException;

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!terminal) console.Profile.Width = WidthWithoutTerminal;
        return console;
    }
}
