using System.CommandLine;
using System.Globalization;
using Remiss.Cli.Evaluation;
using Remiss.Cli.Json;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;
using Spectre.Console;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss evaluate</c>: measured quality on annotated data.</summary>
internal static class EvaluateCommand
{
    private static readonly Phrase Unreadable = new("kan inte läsas. Kontrollera att du har rätt att läsa filen.", "cannot be read. Check that you may read the file.");

    public static Command Create(Screen screen)
    {
        var replies = CommandOptions.Text(screen, "--replies", "MAPP", "DIR", "Svar som textfiler.", "Replies as text files.");
        var gold = CommandOptions.Text(screen, "--gold", "MAPP", "DIR", "Facit till svaren, som JSON.", "Gold for the replies, as JSON.");
        var topic = CommandOptions.Text(screen, "--topic", "FIL", "FILE", "Synpunkter med facit för avsnitt, som JSON.", "Comments with gold sections, as JSON.");
        var json = CommandOptions.Json(screen);
        var command = new Command("evaluate", screen.In("Mäter kvaliteten på uppmärkta data.", "Measures the quality on annotated data."))
        {
            replies, gold, topic, json,
        };
        command.SetAction((parsed, stop) => RunAsync(
            screen, parsed.GetValue(replies), parsed.GetValue(gold), parsed.GetValue(topic), parsed.GetValue(json), stop));
        return command;
    }

    private static Task<int> RunAsync(Screen screen, string? replies, string? gold, string? topic, bool json, CancellationToken stop)
    {
        bool onReplies = replies is not null && gold is not null && topic is null;
        bool onTopic = topic is not null && replies is null && gold is null;
        if (!onReplies && !onTopic)
        {
            return Task.FromResult(CommandOptions.WrongUsage(screen, new Invalid(new Phrase(
                "Ange antingen --replies och --gold, eller --topic.", "Give either --replies and --gold, or --topic."))));
        }
        return onTopic ? TopicAsync(screen, topic!, json, stop) : GoldAsync(screen, replies!, gold!, json, stop);
    }

    private static async Task<int> GoldAsync(Screen screen, string replies, string gold, bool json, CancellationToken stop)
    {
        foreach (string folder in new[] { replies, gold })
        {
            if (!Directory.Exists(folder)) return CommandOptions.WrongUsage(screen, ReplyFiles.Missing(folder));
        }
        Result<List<(string, string)>> texts = await LoadAsync(Directory.EnumerateFiles(replies, "*.txt"), stop);
        if (!texts.IsOk) return CommandOptions.Refused(screen, texts.Failure);
        Result<List<(string, string)>> golds = await LoadAsync(Directory.EnumerateFiles(gold, "*.json"), stop);
        if (!golds.IsOk) return CommandOptions.Refused(screen, golds.Failure);
        if (golds.Value.Count == 0)
            return CommandOptions.Refused(screen, new Invalid(new Phrase($"Mappen {gold} innehåller inga facitfiler (*.json).", $"The folder {gold} holds no gold files (*.json).")));
        Result<GoldReport> report = GoldEvaluation.Run(texts.Value, golds.Value);
        if (!report.IsOk) return CommandOptions.Refused(screen, report.Failure);
        if (json) screen.Line(JsonOut.Write(GoldJson.Of(report.Value)));
        else Show(screen, report.Value);
        return ExitCodes.Done;
    }

    private static void Show(Screen screen, GoldReport report)
    {
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"{screen.In("Svar", "Replies")}: {report.Replies}"));
        var table = new Table().Border(TableBorder.Square);
        table.AddColumn(string.Empty).AddColumn("precision").AddColumn("recall").AddColumn("f1");
        Row("segmentation", report.Segmentation);
        Row("explicit", report.Explicit);
        Row("all", report.All);
        screen.Draw(table);
        screen.Line($"stance: {Number(report.Stance.Value)}");
        screen.Line($"overallStance: {Number(report.OverallStance.Value)}");
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"ledgerHoles: {report.LedgerHoles}"));

        void Row(string name, Score score) => table.AddRow(name, Number(score.Precision), Number(score.Recall), Number(score.F1));
    }

    private static async Task<int> TopicAsync(Screen screen, string topic, bool json, CancellationToken stop)
    {
        if (CommandOptions.FirstMissing(topic) is { } missing) return CommandOptions.WrongUsage(screen, missing);
        Result<List<(string FileName, string Text)>> file = await LoadAsync([topic], stop);
        if (!file.IsOk) return CommandOptions.Refused(screen, file.Failure);
        Result<TopicReport> report = TopicEvaluation.Run(file.Value[0].Text);
        if (!report.IsOk) return CommandOptions.Refused(screen, report.Failure);
        if (json) screen.Line(JsonOut.Write(report.Value));
        else Show(screen, report.Value);
        return ExitCodes.Done;
    }

    private static void Show(Screen screen, TopicReport report)
    {
        var table = new Table().Border(TableBorder.Square);
        table.AddColumn(string.Empty).AddColumn(screen.In("antal", "count")).AddColumn("top1").AddColumn("top3").AddColumn("coverage").AddColumn("precision");
        Row("all", report.All);
        Row("long", report.Long);
        if (report.Teaching is { } teaching)
        {
            Row("untaught", teaching.Untaught);
            Row("taught", teaching.Taught);
        }
        screen.Draw(table);
        screen.Line($"accept: {Number(report.Accept)}");

        void Row(string name, TopicFigures figures) => table.AddRow(
            name, figures.Count.ToString(CultureInfo.InvariantCulture), Number(figures.Top1), Number(figures.Top3), Number(figures.Coverage), Number(figures.Precision));
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static async Task<Result<List<(string FileName, string Text)>>> LoadAsync(IEnumerable<string> paths, CancellationToken stop)
    {
        var files = new List<(string, string)>();
        foreach (string path in paths.Order(StringComparer.Ordinal))
        {
            try
            {
                files.Add((Path.GetFileName(path), await File.ReadAllTextAsync(path, stop)));
            }
            catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
            {
                return new Invalid(new Phrase($"{path} {Unreadable.Swedish}", $"{path} {Unreadable.English}"));
            }
        }
        return files;
    }
}
