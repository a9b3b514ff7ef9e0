using System.Diagnostics;
using System.Globalization;
using Remiss.Application;
using Remiss.Application.Dispositions;
using Remiss.Application.Search;
using Remiss.Domain.Stances;

namespace Remiss.Benchmarks.Store;

/// <summary>
/// Measures the store on SQLite. <c>store [N [FILE]]</c> fills a file with N comments in one consultation (100,000) and
/// asks for pages of 50: searches and lists, each through the whole pipeline as a person with a role. A named file is
/// kept, and only asked the next time.
/// </summary>
internal static class StoreLoad
{
    private const int Runs = 60;

    public static async Task<int> RunAsync(string[] args)
    {
        int size = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        string folder = Directory.CreateTempSubdirectory("remiss-store-").FullName;
        string file = args.ElementAtOrDefault(1) ?? Path.Combine(folder, "remiss.db");
        try
        {
            await using LoadHost host = await LoadHost.OpenAsync(file);
            var clock = Stopwatch.StartNew();
            int comments = await StoreFill.RunAsync(host, size);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{comments} comments, {new FileInfo(file).Length >> 20} MB, filled in {clock.Elapsed.TotalSeconds:0} s"));
            await AskAsync(host);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static async Task AskAsync(LoadHost host)
    {
        var document = await host.DocumentAsync();
        StoredSectionId[] sections = [.. document.Tree.Sections.Select(s => document.IdOf(s.Id))];
        ConsultationId all = host.Consultation;
        Func<Random, CommentCriteria> none = _ => new(), section = r => new() { Section = sections[r.Next(sections.Length)] };
        Func<Random, CommentCriteria> stance = r => new() { Stance = (Stance)r.Next(5), IsReviewed = r.Next(2) == 0 };
        Func<Random, string> word = SyntheticComments.Word, two = r => $"{word(r)} {word(r)}";

        await GroupAsync("search", host,
        [
            ("one word", r => Search(word(r), none(r))),
            ("two words", r => Search(two(r), none(r))),
            ("three words", r => Search($"{two(r)} {word(r)}", none(r))),
            ("the two most common words", r => Search("kommunen regionen", none(r))),
            ("quoted phrase", r => Search($"\"{string.Join(' ', SyntheticComments.Quote(r.Next(100_000)).Split(' ')[3..5])}\" {word(r)}", none(r))),
            ("beginning of a word", r => Search(word(r)[..5], none(r)) with { LastWordGoesOn = true }),
            ("one word in a section", r => Search(word(r), section(r))),
            ("two words, stance and review", r => Search(two(r), stance(r))),
        ]);
        await GroupAsync("search in all consultations", host, [("two words", r => new SearchAllComments.Query(host.Person.Organisation!.Value, two(r)))]);
        await GroupAsync("filtered list", host,
        [
            ("section, by section", r => List(section(r), CommentOrder.Section)),
            ("section, by reply", r => List(section(r), CommentOrder.Reply)),
            ("stance and review, by section", r => List(stance(r), CommentOrder.Section)),
            ("stance and review, newest", r => List(stance(r), CommentOrder.Newest)),
            ("suggested, by section", r => List(new() { Tagging = Tagging.Suggested }, CommentOrder.Section)),
            ("untagged, by reply", r => List(new() { Tagging = Tagging.Untagged }, CommentOrder.Reply)),
            ("without disposition, section", r => List(section(r) with { DispositionState = DispositionState.Open }, CommentOrder.Section)),
            ("one sender", r => List(new() { Sender = $"kommun nr {1 + r.Next(4000)}" }, CommentOrder.Reply)),
            ("one week, stance", r => List(stance(r) with { ReceivedFrom = new DateOnly(2026, 8, 1 + r.Next(20)), ReceivedTo = new DateOnly(2026, 8, 27) }, CommentOrder.Reply)),
        ]);
        await GroupAsync("whole list", host,
        [
            ("by section", r => List(none(r), CommentOrder.Section)),
            ("by reply", r => List(none(r), CommentOrder.Reply)),
            ("newest", r => List(none(r), CommentOrder.Newest)),
            ("page 200, by section", r => List(none(r), CommentOrder.Section) with { Page = 200 }),
            ("page 200, by reply", r => List(none(r), CommentOrder.Reply) with { Page = 200 }),
        ]);

        SearchComments.Query Search(string words, CommentCriteria criteria) => new(all, words) { Criteria = criteria };
        ListComments.Query List(CommentCriteria criteria, CommentOrder order) => new(all) { Criteria = criteria, Order = order };
    }

    private static async Task GroupAsync(
        string name, LoadHost host, (string Name, Func<Random, MediatR.IRequest<Domain.Results.Result<CommentPage>>> Make)[] kinds)
    {
        Console.WriteLine($"{name,-34}{"median ms",10}{"p99 ms",10}{"found",10}");
        var whole = new List<double>();
        foreach (var (kind, make) in kinds)
        {
            var random = new Random(17);
            var times = new List<double>();
            var totals = new List<double>();
            for (int run = -5; run < Runs; run++)
            {
                var request = make(random);
                long before = Stopwatch.GetTimestamp();
                CommentPage page = await host.DoAsync(request);
                if (run < 0) continue;
                times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
                totals.Add(page.Total);
            }
            whole.AddRange(times);
            Line($"  {kind}", times, At(totals, 0.5));
        }
        Line("  all of them", whole, null);
    }

    private static void Line(string name, List<double> times, double? found) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34}{At(times, 0.5),10:0.0}{At(times, 0.99),10:0.0}{found,10:0}"));

    private static double At(List<double> values, double part) => values.Order().ElementAt((int)(part * (values.Count - 1)));
}
