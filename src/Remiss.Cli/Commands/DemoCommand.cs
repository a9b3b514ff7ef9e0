using System.Collections.Immutable;
using System.CommandLine;
using Remiss.Cli.Demo;
using Remiss.Cli.Json;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Terminal;
using Remiss.Documents.Pdf;
using Remiss.Documents.Reading;
using Remiss.Documents.Themes;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss demo</c>: an invented region's consultation, its replies, and the summary of them.</summary>
internal static class DemoCommand
{
    private const int StandardReplies = 14;
    private const int MostReplies = 4000;

    public static Command Create(Screen screen)
    {
        var output = CommandOptions.Text(screen, "--out", "MAPP", "DIR", "Mappen att skriva till (standard: demo).", "The folder to write to (default: demo).");
        var replies = CommandOptions.Text(screen, "--replies", "ANTAL", "COUNT", "Antal svar, 1–4000 (standard: 14).", "Number of replies, 1–4000 (default: 14).");
        var seed = CommandOptions.Text(screen, "--seed", "TAL", "NUMBER", "Samma tal ger samma svar (standard: 1).", "The same number gives the same replies (default: 1).");
        var json = CommandOptions.Json(screen);
        var command = new Command("demo", screen.In(
            "Visar allt på en påhittad region: skriver en strategi och svar på den, och ställer samman dem.",
            "Shows everything on an invented region: writes a strategy and replies to it, and compiles them."))
        {
            output, replies, seed, json,
        };
        command.SetAction((parsed, stop) => RunAsync(
            screen, parsed.GetValue(output) ?? "demo", parsed.GetValue(replies), parsed.GetValue(seed), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string folder, string? replies, string? seedText, bool json, CancellationToken stop)
    {
        Result<int> count = CommandOptions.Whole("--replies", replies, StandardReplies, 1, MostReplies);
        if (!count.IsOk) return CommandOptions.WrongUsage(screen, count.Failure);
        Result<int> seed = CommandOptions.Whole("--seed", seedText, 1, int.MinValue, int.MaxValue);
        if (!seed.IsOk) return CommandOptions.WrongUsage(screen, seed.Failure);
        if (DemoFolder.WhyNot(folder) is { } unusable) return CommandOptions.WrongUsage(screen, unusable);

        Result<(DemoPlaces Places, CompileReport Report)> done = await StageProgress.RunAsync(
            screen, progress => WorkAsync(screen, folder, count.Value, seed.Value, progress, stop));
        if (!done.IsOk) return CommandOptions.Refused(screen, done.Failure);
        var (places, report) = done.Value;
        if (json) screen.Line(JsonOut.Write(CompileJson.Of(report, screen.Language)));
        else Tell(screen, places, report);
        // The hostile file is meant to be refused; anything else that is, is a fault.
        return report.Refused.All(file => file.Name == DemoHostileFile.Name) ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static async Task<Result<(DemoPlaces, CompileReport)>> WorkAsync(
        Screen screen, string folder, int count, int seed, IProgress<StageStep> progress, CancellationToken stop)
    {
        Result<DemoPlaces> places = await Task.Run(() => DemoFolder.Write(folder, count, seed, progress, stop), stop);
        if (!places.IsOk) return places.Failure;
        Result<ImmutableArray<ReplyPath>> files = ReplyFiles.Find([places.Value.Replies], []);
        if (!files.IsOk) return files.Failure;
        var pipeline = new CompilePipeline(new DocumentReader(), new PdfSummaryWriter());
        ImmutableArray<string> silent = ["Fjällmarks kommun", "Myrtjärns kommun"];
        Result<CompileReport> report = await pipeline.RunAsync(new CompileRequest
        {
            Document = places.Value.Document,
            Replies = files.Value,
            Out = places.Value.Summary,
            Facts = new ConsultationFacts
            {
                Title = DemoStrategy.Title,
                Organisation = DemoStrategy.Region,
                RegistrationNumber = DemoStrategy.RegistrationNumber,
                Opened = DemoStrategy.Opened,
                Deadline = DemoStrategy.Deadline,
                InvitedCount = count + silent.Length,
                Silent = silent,
            },
            Theme = SummaryThemeFile.Default,
            Compiled = screen.Clock.GetLocalNow(),
        }, progress, stop);
        return report.Map(value => (places.Value, value));
    }

    private static void Tell(Screen screen, DemoPlaces places, CompileReport report)
    {
        screen.Line(screen.In(
            $"{DemoStrategy.Region} är påhittad. Strategin: {places.Document}. Svaren: {places.Replies}.",
            $"{DemoStrategy.Region} is invented. The strategy: {places.Document}. The replies: {places.Replies}."));
        screen.Line();
        CompileAccount.Write(screen, report);
        if (report.Refused.Any(file => file.Name == DemoHostileFile.Name))
        {
            screen.Line(screen.In(
                $"Filen {DemoHostileFile.Name} är skadlig med avsikt: den visar att en dålig fil avvisas utan att stoppa de andra.",
                $"The file {DemoHostileFile.Name} is harmful on purpose: it shows that a bad file is refused without stopping the others."));
        }
    }
}
