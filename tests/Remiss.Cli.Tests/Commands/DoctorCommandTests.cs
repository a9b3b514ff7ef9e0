using System.Collections.Immutable;
using System.Text.Json;
using Remiss.Cli.Commands;
using Remiss.Cli.Terminal;
using Remiss.Cli.Tests.Support;
using Remiss.Domain.Results;

namespace Remiss.Cli.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Test]
    public async Task Finds_what_the_main_job_needs_on_this_machine()
    {
        CliRun run = await CliRun.OfAsync("doctor", "--json");

        using JsonDocument json = JsonDocument.Parse(run.Out);
        var installed = json.RootElement.GetProperty("parts").EnumerateArray()
            .Where(part => part.GetProperty("installed").GetBoolean()).Select(part => part.GetProperty("name").GetString());
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(json.RootElement.GetProperty("canCompile").GetBoolean(), Is.True);
            Assert.That(installed, Is.SupersetOf(new[] { ".NET", "pdftotext", "Open Sans", "DejaVu Sans" }));
        });
    }

    [TestCase(true, 1, "Något som behövs saknas")]
    [TestCase(false, 0, "Remissvar kan läsas och ställas samman")]
    public void What_is_missing_is_said_with_its_cost_and_its_package(bool needed, int exit, string verdict)
    {
        using var output = new StringWriter();
        var screen = new Screen(
            new Surroundings { Out = output, Error = TextWriter.Null, Environment = _ => null, Clock = TimeProvider.System }, Language.Swedish);
        ImmutableArray<DoctorLine> lines = [new DoctorLine("sax", false, null, null, "saxpaketet", new Phrase("Inget kan klippas.", "Nothing can be cut."), needed)];

        int code = DoctorCommand.Run(screen, lines, new DoctorStore(null, false, 0, [], []), json: false);

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(exit));
            Assert.That(output.ToString(), Does.Contain("Inget kan klippas.").And.Contain("apt-get install saxpaketet").And.Contain(verdict));
        });
    }
}
