using System.Diagnostics;

namespace Remiss.Documents.Tests.Reading.Making;

/// <summary>Runs a program that a test prepares its file with.</summary>
internal static class Tool
{
    public static async Task Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        // qpdf ends with 3 where it only warns.
        Assert.That(process.ExitCode, Is.Zero.Or.EqualTo(3), errors);
    }
}
