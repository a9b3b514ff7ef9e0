using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Commands;

public sealed class UsageTests
{
    [TestCase("trolla")]
    [TestCase("compile")]
    [TestCase("compile", "--document", "a.pdf", "--out", "b.pdf")]
    [TestCase("split")]
    [TestCase("sections")]
    [TestCase("sections", "a.pdf", "--trolla")]
    [TestCase("evaluate")]
    [TestCase("evaluate", "--gold", "x")]
    [TestCase("demo", "--replies", "noll")]
    [TestCase("demo", "--replies", "4001")]
    [TestCase("demo", "--replies", "0")]
    [TestCase("demo", "--seed", "x")]
    [TestCase("--lang", "de", "doctor")]
    public async Task Wrong_usage_exits_with_2_and_says_why_on_the_error_side(params string[] args)
    {
        CliRun run = await CliRun.OfAsync(args);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Out, Is.Empty);
            Assert.That(run.Error, Does.StartWith("Fel: "));
        });
    }

    [TestCase("Valet --document måste anges.", "compile")]
    [TestCase("Kommandot eller ordet ”trolla” är okänt.", "trolla")]
    [TestCase("Kommandot remiss split behöver FIL.", "split")]
    [TestCase("Kommandot remiss organisation add behöver NAMN.", "organisation", "add")]
    [TestCase("Kör ”remiss archive export --help”", "archive", "export")]
    [TestCase("--deadline ska vara en dag som 2027-05-14. ”2027-13-01” är inte det.", "consultation", "add", "X", "--deadline", "2027-13-01")]
    [TestCase("Valet --out behöver ett värde.", "demo", "--out")]
    public async Task The_parsers_errors_are_said_in_Swedish(string sentence, params string[] args)
    {
        Assert.That((await CliRun.OfAsync(args)).Error, Does.Contain(sentence));
    }

    [TestCase("Option '--document' is required.", "compile")]
    [TestCase("Unrecognized command or argument 'trolla'.", "trolla")]
    public async Task The_parsers_errors_are_said_in_English_when_asked(string sentence, params string[] args)
    {
        CliRun run = await CliRun.OfAsync([.. args, "--lang", "en"]);

        Assert.That(run.Error, Does.StartWith("Error: ").And.Contain(sentence));
    }

    [TestCase("sections", "/finns/inte.pdf")]
    [TestCase("split", "/finns/inte.pdf")]
    [TestCase("compile", "--document", "/finns/inte.pdf", "--replies", "x", "--out", "y.pdf")]
    [TestCase("evaluate", "--topic", "/finns/inte.pdf")]
    public async Task A_path_that_does_not_exist_is_wrong_usage(params string[] args)
    {
        CliRun run = await CliRun.OfAsync(args);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("/finns/inte.pdf finns inte."));
        });
    }

    [Test]
    public async Task No_command_shows_the_help_and_exits_with_2()
    {
        CliRun run = await CliRun.OfAsync();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("Inget kommando angavs.").And.Contain("compile"));
        });
    }

    [Test]
    public async Task A_folder_is_not_a_document()
    {
        using var folder = new TemporaryFolder();

        CliRun run = await CliRun.OfAsync("sections", folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("är en mapp, men här behövs en fil."));
        });
    }

    [TestCase("sv", "Ställer samman remissvaren till en PDF.")]
    [TestCase("en", "Compiles the replies to a PDF.")]
    public async Task Help_is_in_the_language_asked_for(string language, string sentence)
    {
        CliRun run = await CliRun.OfAsync("compile", "--help", "--lang", language);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(run.Out, Does.Contain(sentence).And.Contain("--registration-number"));
            Assert.That(run.Error, Is.Empty);
        });
    }

    [TestCase("compile", "--document", "--replies", "--out", "--title", "--registration-number", "--organisation", "--theme", "--accept", "--json", "--lang")]
    [TestCase("sections", "--json", "--yaml")]
    [TestCase("split", "--document", "--json", "--text")]
    [TestCase("demo", "--out", "--replies", "--seed")]
    [TestCase("evaluate", "--replies", "--gold", "--topic", "--json")]
    [TestCase("doctor", "--json", "--database", "--set")]
    [TestCase("invite", "--consultation", "--body", "--list", "--all-municipalities", "--send", "--message")]
    [TestCase("remind", "--consultation", "--preview", "--again", "--message")]
    [TestCase("extend", "--consultation", "--until", "--all", "--body", "--reason")]
    [TestCase("search", "--consultation", "--most", "--json")]
    public async Task Each_command_has_the_options_that_it_promises(string command, params string[] options)
    {
        string help = (await CliRun.OfAsync(command, "--help")).Out;

        Assert.That(options.Where(option => !help.Contains("  " + option, StringComparison.Ordinal)), Is.Empty);
    }
}
