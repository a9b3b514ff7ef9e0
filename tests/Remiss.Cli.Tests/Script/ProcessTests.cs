using System.Diagnostics;
using System.Reflection;
using System.Runtime.Versioning;
using System.Text;
using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Script;

/// <summary>The program and the script as processes of their own, as a user starts them.</summary>
public sealed class ProcessTests
{
    private static readonly string Program = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "remiss.dll");

    [Test]
    public async Task Writes_UTF8_without_a_mark_whatever_the_locale()
    {
        using var folder = new TemporaryFolder();
        var (exit, output, _) = await RunAsync("dotnet", folder.Path, [Program, "sections", folder.Write("plan.txt", Samples.Document), "--json"], ("LC_ALL", "C"));

        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.Zero);
            Assert.That(output[0], Is.EqualTo((byte)'{'));
            Assert.That(Encoding.UTF8.GetString(output), Does.Contain("Mobiltäckning"));
        });
    }

    [Test]
    public async Task Gives_its_exit_code_and_speaks_the_language_of_the_environment()
    {
        using var folder = new TemporaryFolder();
        var (exit, output, error) = await RunAsync("dotnet", folder.Path, [Program, "split", "finns-inte.txt"], ("LC_ALL", "en_GB.UTF-8"));

        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(output, Is.Empty);
            Assert.That(error, Is.EqualTo("Error: finns-inte.txt does not exist. Check the path." + Environment.NewLine));
        });
    }

    [TestCase("remiss")]
    [TestCase(".ci/run")]
    [Platform("Unix")]
    [UnsupportedOSPlatform("windows")]
    public async Task The_script_is_executable_and_is_valid_bash(string script)
    {
        string path = Path.Combine(Root(), script);
        var (exit, _, error) = await RunAsync("bash", Root(), ["-n", path]);

        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.Zero, error);
            Assert.That(File.GetUnixFileMode(path) & UnixFileMode.UserExecute, Is.Not.EqualTo(UnixFileMode.None));
        });
    }

    private static string Root()
    {
        string? folder = Path.GetDirectoryName(Program);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Remiss.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests do not run inside the source tree.");
    }

    private static async Task<(int Exit, byte[] Out, string Error)> RunAsync(
        string program, string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        start.Environment.Remove("REMISS_LANG");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToArray(), await error);
    }
}
