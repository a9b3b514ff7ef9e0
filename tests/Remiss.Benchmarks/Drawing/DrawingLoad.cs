using System.Diagnostics;
using System.Globalization;
using Remiss.Documents.Pdf;
using Remiss.Documents.Themes;

namespace Remiss.Benchmarks.Drawing;

/// <summary>
/// Measures drawing the summary of 100, 1,000 and 4,000 replies of ten comments, each in a process of its own so
/// that the peak of memory is its own. <c>drawing</c> runs all; <c>drawing N [FILE]</c> runs one, and keeps the file.
/// </summary>
internal static class DrawingLoad
{
    private static readonly int[] Sizes = [100, 1000, 4000];

    public static int Run(string[] args)
    {
        if (args.Length > 0) return One(int.Parse(args[0], CultureInfo.InvariantCulture), args.ElementAtOrDefault(1));
        Console.WriteLine("replies  comments  pages  seconds  CPU s  pages/s  peak MB  file MB");
        return Sizes.Max(InOwnProcess);
    }

    private static int One(int replies, string? keep)
    {
        var theme = SummaryThemeFile.Default;
        var document = new SyntheticSummary(replies, theme).Compose();
        var path = keep ?? Path.GetTempFileName();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        int pages;
        using (var output = File.Create(path))
        {
            var result = new PdfSummaryWriter().Write(document, theme, output, null, CancellationToken.None);
            if (!result.IsOk)
            {
                Console.Error.WriteLine(result.Failure.Message.English);
                return 1;
            }

            pages = result.Value;
        }

        var seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{replies,7}  {replies * 10,8}  {pages,5}  {seconds,7:0.00}  {process.TotalProcessorTime.TotalSeconds - before.TotalSeconds,5:0.0}  {pages / seconds,7:0}  {process.PeakWorkingSet64 >> 20,7}  {new FileInfo(path).Length / 1048576.0,7:0.0}"));
        if (keep is null) File.Delete(path);
        return 0;
    }

    private static int InOwnProcess(int replies)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        // The host is either this program itself or the dotnet command with its path as the first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Add(typeof(DrawingLoad).Assembly.Location);
        start.ArgumentList.Add("drawing");
        start.ArgumentList.Add(replies.ToString(CultureInfo.InvariantCulture));
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
