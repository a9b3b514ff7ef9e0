using System.Globalization;
using Remiss.Application;
using Remiss.Application.Database;
using Remiss.Application.Search;
using Remiss.Domain.Sections;

namespace Remiss.Benchmarks.Store;

/// <summary>Fills the consultation with comments by direct inserts, 25 to a reply: 70 in 100 tagged, 20 suggested, 10 neither; one reply in 50 came twice.</summary>
internal static class StoreFill
{
    private const int ToAReply = 25;
    private static readonly string[] Response = ["response_id", "consultation_id", "number", "kind", "channel", "current_version", "created_at", "version"];
    private static readonly string[] Sender = ["response_id", "ordinal", "name", "is_private_person"];

    private static readonly string[] Version =
    [
        "response_version_id", "response_id", "consultation_id", "number", "receipt_key", "state", "received_on", "registered_at", "text_json", "text_length",
        "split_json", "overall_stance", "version",
    ];

    private static readonly string[] Comment =
    [
        "comment_no", "comment_id", "response_version_id", "consultation_id", "start_at", "length", "page", "quote", "is_general", "stance", "reviewed_at", "is_current", "version",
    ];

    private static readonly string[] Tag = ["comment_no", "section_id", "item", "source", "status", "confidence"];
    private static readonly string[] Disposition = ["comment_no", "kind", "state", "set_at", "version"];
    private static readonly string[] Term = ["consultation_no", "term", "comment_no", "weight"];

    public static async Task<int> RunAsync(LoadHost host, int comments)
    {
        int there = await host.InSessionAsync(s => s.FindAsync<int>("SELECT COUNT(*) FROM comment", null, default));
        if (there >= comments) return there;
        var document = await host.DocumentAsync();
        Guid[] sections = [.. document.Tree.Sections.Select(s => document.IdOf(s.Id).Value)];
        var postings = new List<object?[]>();
        await host.InSessionAsync(async session =>
        {
            await session.BeginAsync(default);
            for (int reply = 0; reply * ToAReply < comments; reply++) await AddReplyAsync(session, host, reply, sections, postings);
            // In the order of the index, as a table is that has grown for years.
            await session.InsertAsync("comment_term", Term, [.. postings.OrderBy(p => (string)p[1]!, StringComparer.Ordinal).ThenBy(p => (long)p[2]!)], default);
            await session.CommitAsync(default);
            return 0;
        });
        return comments;
    }

    private static async Task AddReplyAsync(DbSession session, LoadHost host, int reply, Guid[] sections, List<object?[]> postings)
    {
        var now = new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
        Guid id = Guid.CreateVersion7(), consultation = host.Consultation.Value;
        bool twice = reply % 50 == 49;
        await session.InsertAsync("response", Response, [[id, consultation, reply + 1, "Reply", "File", twice ? 2 : 1, now, 1]], default);
        await session.InsertAsync("response_sender", Sender, [[id, 0, $"Påhittade kommun nr {reply + 1}", false]], default);
        string[] quotes = [.. Enumerable.Range(reply * ToAReply, ToAReply).Select(SyntheticComments.Quote)];
        string text = string.Join("\n\n", quotes);
        for (int number = twice ? 1 : 2; number <= 2; number++)
        {
            Guid version = Guid.CreateVersion7();
            string key = string.Create(CultureInfo.InvariantCulture, $"{reply}-{number}");
            await session.InsertAsync(
                "response_version", Version,
                [[version, id, consultation, twice ? number : 1, key, "Split", new DateOnly(2026, 8, 1).AddDays(reply % 60), now, text, text.Length, "{}", "NotStated", 1]], default);
            if (number == 2) await AddCommentsAsync(session, version, consultation, reply, quotes, sections, postings);
        }
    }

    private static async Task AddCommentsAsync(
        DbSession session, Guid version, Guid consultation, int reply, string[] quotes, Guid[] sections, List<object?[]> postings)
    {
        var now = new DateTimeOffset(2026, 11, 3, 8, 0, 0, TimeSpan.Zero);
        for (int i = 0, start = 0; i < quotes.Length; start += quotes[i++].Length + 2)
        {
            int number = reply * ToAReply + i;
            var random = new Random(number + 1_000_000);
            long no = number + 1;
            bool isReviewed = random.Next(3) == 0, isGeneral = random.Next(8) == 0;
            await session.InsertAsync(
                "comment", Comment,
                [
                    [
                        no, Guid.CreateVersion7(), version, consultation, start, quotes[i].Length, 1 + start / 2500, quotes[i], isGeneral, SyntheticComments.StanceOf(number),
                        isReviewed ? now : null, true, 1,
                    ],
                ],
                default);
            int kind = random.Next(10);
            if (kind < 9)
            {
                bool isSettled = kind < 7;
                Guid[] chosen = [.. Enumerable.Range(0, random.Next(5) == 0 ? 2 : 1).Select(_ => sections[random.Next(sections.Length)]).Distinct()];
                await session.InsertAsync(
                    "comment_tag", Tag, [.. chosen.Select(s => new object?[] { no, s, 0, SyntheticComments.SourceOf(isSettled), isSettled ? "Settled" : "Suggested", 0.8 })], default);
            }
            if (random.Next(4) == 0) await session.InsertAsync("disposition", Disposition, [[no, "Accepted", random.Next(2) == 0 ? "Drafted" : "Approved", now, 1]], default);
            postings.AddRange(CommentTerms.TermsOf(quotes[i]).Select(t => new object?[] { 1L, t.Term, no, t.Weight }));
        }
    }
}
