using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Remiss.Application.Responses;
using Remiss.Cli.Demo;
using Remiss.Documents.Letters;
using Remiss.Domain.Texts;

namespace Remiss.Benchmarks.Store;

/// <summary>
/// Measures receiving replies on SQLite. <c>receipts</c>: a reply of 20 pages, from its file to tagged comments in the
/// store, and 100 replies that 20 clients send at once; then the rows are counted.
/// </summary>
internal static class ReceiptLoad
{
    private const int Pages = 20;
    private const int CharactersToAPage = 2400;
    private const int Clients = 20;
    private const int Replies = 100;

    private const string Counts = """
        SELECT (SELECT COUNT(*) FROM response) AS responses, (SELECT COUNT(DISTINCT number) FROM response) AS numbers,
            (SELECT COUNT(*) FROM response_version WHERE state = 'Split') AS split, (SELECT COUNT(*) FROM comment) AS comments,
            (SELECT COUNT(*) FROM response_version v WHERE v.text_length <>
                (SELECT COALESCE(SUM(k.length), 0) FROM comment k WHERE k.response_version_id = v.response_version_id)
                + (SELECT COALESCE(SUM(l.length), 0) FROM ledger_run l WHERE l.response_version_id = v.response_version_id)) AS torn
        """;

    public static async Task<int> RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("remiss-store-").FullName;
        try
        {
            await using LoadHost host = await LoadHost.OpenAsync(Path.Combine(folder, "remiss.db"));
            await LongReplyAsync(host, "docx", LetterDocxWriter.Write);
            await LongReplyAsync(host, "pdf", letter => LetterPdfWriter.Write(letter).Value.Bytes.ToArray());
            var before = await CountAsync(host);
            await AtOnceAsync(host);
            var after = await CountAsync(host);
            bool isWhole = after.Responses - before.Responses == Replies && after.Numbers == after.Responses && after.Split == after.Responses && after.Torn == 0;
            Console.WriteLine($"{after.Responses - before.Responses} replies, {after.Comments - before.Comments} comments more; {after.Torn} torn ledgers; {(isWhole ? "whole" : "NOT WHOLE")}");
            return isWhole ? 0 : 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task LongReplyAsync(LoadHost host, string format, Func<Letter, byte[]> write)
    {
        var times = new List<double>();
        for (int run = 0; run < 8; run++)
        {
            var file = new SourceFile($"svar.{format}", write(LongLetter(run)));
            long start = Stopwatch.GetTimestamp();
            await host.DoAsync(new RegisterResponse.Command(host.Consultation, file, ResponseChannel.File) { SenderNames = [$"Påhittade kommun {format} {run}"] });
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Pages} pages of {format}: first {times[0]:0.00} s, median {times.Order().ElementAt(times.Count / 2):0.00} s"));
    }

    private static async Task AtOnceAsync(LoadHost host)
    {
        SourceFile[] files = [.. DemoReplies.Compose(Replies, 5, new Dictionary<string, int>()).Select((r, i) => new SourceFile($"{i}.docx", LetterDocxWriter.Write(r.Letter)))];
        var times = new double[Replies];
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (int i = client; i < Replies; i += Clients)
            {
                long own = Stopwatch.GetTimestamp();
                await host.DoAsync(new RegisterResponse.Command(host.Consultation, files[i], ResponseChannel.File) { SenderNames = [$"Uppdiktade kommun {i}"] });
                times[i] = Stopwatch.GetElapsedTime(own).TotalSeconds;
            }
        })));
        double all = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Replies} replies from {Clients} clients: {all:0.0} s, each median {times.Order().ElementAt(Replies / 2):0.00} s, longest {times.Max():0.00} s"));
    }

    // Replies of the demonstration, one after the other, until the pages are full.
    private static Letter LongLetter(int seed)
    {
        var blocks = ImmutableArray.CreateBuilder<LetterBlock>();
        Letter? first = null;
        int length = 0;
        foreach (DemoReply reply in DemoReplies.Compose(200, seed, new Dictionary<string, int>()))
        {
            first ??= reply.Letter;
            blocks.AddRange(first == reply.Letter ? reply.Letter.Blocks : reply.Letter.Blocks.Where(b => b is LetterHeading or LetterParagraph or LetterBullets));
            length += LetterTextWriter.Write(reply.Letter).Length;
            if (length > Pages * CharactersToAPage) break;
        }
        return first! with { Blocks = [.. blocks, new LetterParagraph($"Detta är svar nummer {seed} av dem.")] };
    }

    private static Task<CountRow> CountAsync(LoadHost host) => host.InSessionAsync(async s => (await s.FindAsync<CountRow>(Counts, null, default))!);

    private sealed record CountRow
    {
        public int Responses { get; init; }

        public int Numbers { get; init; }

        public int Split { get; init; }

        public int Comments { get; init; }

        public int Torn { get; init; }
    }
}
