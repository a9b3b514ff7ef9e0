using System.Text.Json;
using Remiss.Cli.Demo;
using Remiss.Cli.Terminal;
using Remiss.Cli.Tests.Support;
using Remiss.Documents.Letters;

namespace Remiss.Cli.Tests.Demo;

public sealed class DemoTests
{
    private static readonly Dictionary<string, int> NoPages = [];

    [Test]
    public async Task Shows_the_whole_job_and_says_where_the_summary_is()
    {
        using var folder = new TemporaryFolder();
        CliRun run = await CliRun.OfAsync("demo", "--out", folder["visning"]);
        string[] files = folder.Files();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Out, Does.Contain(folder["visning/remissammanställning.pdf"]).And.Contain("13 svar lästa"));
            Assert.That(run.Out, Does.Contain("skadlig med avsikt"));
            Assert.That(files.Count(file => file.StartsWith("visning/svar/", StringComparison.Ordinal)), Is.EqualTo(14));
            Assert.That(files.Select(Path.GetExtension), Is.SupersetOf(new[] { ".pdf", ".docx", ".eml", ".txt" }));
            Assert.That(files, Does.Contain("visning/digitaliseringsstrategi.pdf").And.Contain("visning/digitaliseringsstrategi.docx"));
        });
    }

    [TestCase("digitaliseringsstrategi.pdf")]
    [TestCase("digitaliseringsstrategi.docx")]
    public async Task The_strategy_is_read_with_the_sections_that_it_has(string name)
    {
        using var folder = new TemporaryFolder();
        await CliRun.OfAsync("demo", "--out", folder["visning"], "--replies", "1");

        CliRun run = await CliRun.OfAsync("sections", folder["visning/" + name], "--json");

        using JsonDocument json = JsonDocument.Parse(run.Out);
        var numbers = json.RootElement.GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("number").GetString());
        Assert.That(numbers, Is.EqualTo(new[] { "1", "1.1", "1.2", "2", "2.1", "2.2", "2.3", "2.4", "3", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "4.1", "4.2", "4.3", "5" }));
    }

    [Test]
    public void The_same_seed_gives_the_same_replies_and_another_seed_others()
    {
        List<string> first = Texts(30, 7);
        List<string> again = Texts(30, 7);
        Assert.Multiple(() =>
        {
            Assert.That(again, Is.EqualTo(first));
            Assert.That(Texts(30, 8), Is.Not.EqualTo(first));
            Assert.That(Texts(10, 7), Is.EqualTo(first[..10]), "a larger demonstration only adds replies");
        });
    }

    [Test]
    public void A_reply_as_Word_or_mail_is_the_same_to_the_byte()
    {
        foreach (DemoReply reply in DemoReplies.Compose(13, 1, NoPages).Where(reply => reply.Format is DemoFormat.Docx or DemoFormat.Mail or DemoFormat.Text))
        {
            byte[] first = DemoFiles.Of(reply).Value.Bytes;
            Assert.That(DemoFiles.Of(reply).Value.Bytes, Is.EqualTo(first), reply.Sender.Name);
        }
    }

    [Test]
    public void Four_thousand_replies_have_four_thousand_senders()
    {
        var senders = DemoReplies.Compose(4000, 1, NoPages).Select(reply => reply.Sender.Name).ToList();

        Assert.That(senders, Is.Unique);
    }

    [Test]
    public void No_slot_is_left_unfilled()
    {
        Assert.That(Texts(400, 3).Where(text => text.Contains('{', StringComparison.Ordinal) || text.Contains('}', StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_habit_and_format_is_shown_by_the_first_replies()
    {
        var replies = DemoReplies.Compose(13, 1, NoPages).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(replies.Select(reply => reply.Habit), Is.SupersetOf(Enum.GetValues<DemoHabit>()));
            Assert.That(replies.Select(reply => reply.Format), Is.SupersetOf(Enum.GetValues<DemoFormat>()));
            Assert.That(replies.Count(reply => reply.Sender.Members.Count > 1), Is.EqualTo(1));
        });
    }

    [Test]
    public void The_bank_has_words_for_each_section_that_replies_speak_of()
    {
        var titles = DemoStrategy.SectionTitles();

        Assert.Multiple(() =>
        {
            Assert.That(DemoBank.Shared.All.Select(topic => topic.Number), Is.SubsetOf(titles.Keys));
            foreach (DemoTopic topic in DemoBank.Shared.Focus)
                Assert.That(Enum.GetValues<DemoStance>().Select(stance => topic.Bodies(stance).Length), Is.All.GreaterThanOrEqualTo(6), topic.Number);
        });
    }

    [Test]
    public async Task Never_touches_a_folder_that_holds_other_things()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mitt/viktigt.txt", "rör inte");

        CliRun run = await CliRun.OfAsync("demo", "--out", folder["mitt"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(folder.Files(), Is.EqualTo(new[] { "mitt/viktigt.txt" }));
        });
    }

    [Test]
    public async Task Run_again_it_replaces_its_own_files_and_keeps_those_of_others()
    {
        using var folder = new TemporaryFolder();
        await CliRun.OfAsync("demo", "--out", folder["v"], "--replies", "6");
        folder.Write("v/mitt.txt", "kvar");

        CliRun run = await CliRun.OfAsync("demo", "--out", folder["v"], "--replies", "2");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(Directory.GetFiles(folder["v/svar"]), Has.Length.EqualTo(2));
            Assert.That(File.ReadAllText(folder["v/mitt.txt"]), Is.EqualTo("kvar"));
        });
    }

    [Test]
    public async Task Stopped_half_way_it_can_be_run_again()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => DemoFolder.Write(folder["v"], 9, 1, new StopAt(stop), stop.Token));

        CliRun run = await CliRun.OfAsync("demo", "--out", folder["v"], "--replies", "2");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    private sealed class StopAt(CancellationTokenSource source) : IProgress<StageStep>
    {
        public void Report(StageStep value) => source.Cancel();
    }

    private static List<string> Texts(int count, int seed) =>
        [.. DemoReplies.Compose(count, seed, NoPages).Select(reply => LetterTextWriter.Write(reply.Letter))];
}
