using System.Collections.Immutable;
using System.Text.Json;
using Remiss.Cli.Commands;
using Remiss.Cli.Tests.Support;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Tests.Store;

public sealed class SearchCommandTests
{
    [Test]
    public async Task Finds_words_in_any_inflection_and_marks_them()
    {
        using StoreFolder store = await StoreFolder.MakeAsync();
        await store.ImportAsync();

        CliRun text = await store.DoAsync("search", "vägarna", "--consultation", StoreFolder.Consultation);
        CliRun json = await store.DoAsync("search", "vägarna", "--consultation", StoreFolder.Consultation, "--json");
        CliRun none = await store.DoAsync("search", "järnväg", "--consultation", StoreFolder.Consultation);

        JsonElement comment = JsonDocument.Parse(json.Out).RootElement.GetProperty("comments").EnumerateArray().Single();
        JsonElement mark = comment.GetProperty("marks").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(text.Out, Does.Contain("Träffar: 1.").And.Contain("Norrviks kommun").And.Contain("[2.2 Mobiltäckning]").And.Contain("enskilda *vägar* inte"));
            Assert.That(comment.GetProperty("quote").GetString()!.Substring(mark.GetProperty("start").GetInt32(), mark.GetProperty("length").GetInt32()), Is.EqualTo("vägar"));
            Assert.That(none.Out, Does.StartWith("Träffar: 0."));
        });
    }

    [Test]
    public async Task Says_when_there_is_nothing_to_search_for()
    {
        using StoreFolder store = await StoreFolder.MakeAsync();

        CliRun run = await store.RunAsync("search", "och", "--consultation", StoreFolder.Consultation);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("Skriv minst ett ord"));
    }

    [Test]
    public void Shows_a_long_comment_around_its_first_hit()
    {
        string quote = string.Concat(Enumerable.Repeat("ord ", 100)) + "\nträff\n" + string.Concat(Enumerable.Repeat("mer ", 200));

        string shown = SearchCommand.Marked(quote, [new TextSpan(401, 5)]);

        Assert.That(shown, Does.StartWith("… ord ord").And.Contain("ord *träff* mer").And.EndsWith(" …"));
        Assert.That(shown, Has.Length.LessThan(320));
        Assert.That(SearchCommand.Marked("kort", []), Is.EqualTo("kort"));
    }
}
