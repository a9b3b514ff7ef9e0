using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Remiss.Application.Consultations;
using Remiss.Application.Documents;
using Remiss.Application.Search;
using Remiss.Cli.Json;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss search</c>: finds comments by words in any inflection, with the hits marked.</summary>
internal static class SearchCommand
{
    private const int Before = 80;
    private const int Length = 300;

    public static Command Create(Screen screen)
    {
        var words = new Argument<string[]>("words")
        {
            Description = screen.In("Ord som alla ska finnas, i någon böjning. Det inom \"…\" ska stå just så.", "Words that must all be there, in any inflection. What stands in \"…\" must stand so."),
            HelpName = screen.In("ORD", "WORDS"),
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> consultation = CommandOptions.Consultation(screen);
        var most = CommandOptions.Text(screen, "--most", "ANTAL", "COUNT", "Högst så många träffar, 1–1000 (standard: 20).", "At most so many hits, 1–1000 (default: 20).");
        Option<bool> json = CommandOptions.Json(screen);
        var command = new Command("search", screen.In(
            "Söker bland synpunkterna, de bästa träffarna först. Orden markeras med *stjärnor*.", "Searches the comments, the best matches first. The words are marked with *stars*."))
        {
            words, consultation, most, json,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) =>
        {
            Result<int> count = CommandOptions.Whole("--most", parsed.GetValue(most), 20, 1, 1000);
            if (!count.IsOk) return Task.FromResult(CommandOptions.WrongUsage(screen, count.Failure));
            string sought = string.Join(' ', parsed.GetValue(words) ?? []);
            return StoreAction.RunAsync(
                screen, store.Of(parsed), parsed.GetValue(consultation)!, (host, row, cancel) => RunAsync(screen, host, row, new(sought, count.Value, parsed.GetValue(json)), cancel), stop);
        });
        return command;
    }

    private sealed record Asked(string Words, int Most, bool Json);

    private static async Task<Result<List<string>>> RunAsync(Screen screen, StoreHost host, ConsultationRow consultation, Asked asked, CancellationToken stop)
    {
        Result<CommentPage> found = await host.SendAsync(new SearchComments.Query(consultation.Id, asked.Words) { PageSize = asked.Most }, stop);
        if (!found.IsOk) return found.Failure;
        // Without a document there are no sections to name.
        Result<DocumentSections> sections = await host.SendAsync(new GetSections.Query(consultation.Id), stop);
        var names = sections.IsOk
            ? sections.Value.Ids.Zip(sections.Value.Tree.Sections, (id, s) => (id, Name: $"{s.Number} {s.Title}".Trim())).ToDictionary(s => s.id, s => s.Name)
            : [];
        if (asked.Json) return new List<string> { JsonOut.Write(SearchJson.Of(found.Value, names)) };
        string total = $"{found.Value.Total}{(found.Value.IsAtLeast ? "+" : string.Empty)}";
        var lines = new List<string> { screen.In($"Träffar: {total}. Visas: {found.Value.Rows.Length}.", $"Hits: {total}. Shown: {found.Value.Rows.Length}.") };
        foreach (CommentLine line in found.Value.Rows)
        {
            string tags = string.Join("; ", line.Tags.Where(t => t.IsSettled).Select(t => names.GetValueOrDefault(t.Section)).OfType<string>().Distinct());
            lines.Add(string.Empty);
            lines.Add(screen.In(
                $"Svar {line.ResponseNumber}, {string.Join(", ", line.Senders)}, s. {line.Page}", $"Reply {line.ResponseNumber}, {string.Join(", ", line.Senders)}, p. {line.Page}")
                + (tags.Length > 0 ? $" [{tags}]" : string.Empty));
            lines.Add("  " + Marked(line.Quote, line.Marks));
        }
        return lines;
    }

    /// <summary>The quote around its first hit on one line, each hit between stars.</summary>
    internal static string Marked(string quote, ImmutableArray<TextSpan> marks)
    {
        int from = marks.IsEmpty ? 0 : Start(quote, marks[0].Start - Before);
        int to = Math.Min(quote.Length, from + Length);
        if (to < quote.Length && char.IsLowSurrogate(quote[to])) to--;
        var text = new StringBuilder(from > 0 ? "… " : string.Empty);
        int at = from;
        foreach (TextSpan mark in marks.Where(m => m.Start >= from && m.End <= to))
        {
            text.Append(quote, at, mark.Start - at).Append('*').Append(quote, mark.Start, mark.Length).Append('*');
            at = mark.End;
        }
        text.Append(quote, at, to - at);
        if (to < quote.Length) text.Append(" …");
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // Never in the middle of a word.
    private static int Start(string quote, int wanted)
    {
        if (wanted <= 0) return 0;
        int space = quote.IndexOf(' ', wanted);
        return space < 0 || space > wanted + Before ? wanted : space + 1;
    }
}
