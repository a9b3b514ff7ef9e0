using Remiss.Cli.Tests.Support;

namespace Remiss.Cli.Tests.Store;

public sealed class ImportCommandTests
{
    [Test]
    public async Task Takes_in_document_and_replies_and_repeated_does_nothing_more()
    {
        using StoreFolder store = await StoreFolder.MakeAsync();

        CliRun first = await store.ImportAsync();
        CliRun again = await store.ImportAsync();

        Assert.Multiple(() =>
        {
            Assert.That((first.ExitCode, again.ExitCode), Is.EqualTo((0, 0)), first.Error);
            Assert.That(first.Out, Does.Contain("Remisshandlingen är inläst: version 1").And.Contain("2 svar registrerade").And.Contain("0 fanns redan"));
            Assert.That(again.Out, Does.Contain("Remisshandlingen är redan inläst (version 1)").And.Contain("0 svar registrerade (0 synpunkter), 2 fanns redan"));
        });
    }

    [Test]
    public async Task A_bad_file_is_named_and_stops_none_of_the_others()
    {
        using StoreFolder store = await StoreFolder.MakeAsync();
        store.Write(Path.Combine("svar", "0-trasig.pdf"), "%PDF-1.7 men inget mer"u8.ToArray());
        store.Write(Path.Combine("svar", "9-tom.txt"), Array.Empty<byte>());

        CliRun run = await store.ImportAsync();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Out + run.Error, Does.Contain("0-trasig.pdf: ").And.Contain("9-tom.txt: "));
            Assert.That(run.Out, Does.Not.Contain("1-norrvik.txt"));
        });
        Assert.That((await store.DoAsync("search", "byalag", "--consultation", StoreFolder.Consultation)).Out, Does.Contain("Norrviks kommun"));
    }

    [Test]
    public async Task A_document_that_cannot_be_read_leaves_the_store_as_it_was()
    {
        using StoreFolder store = await StoreFolder.MakeAsync();

        CliRun run = await store.RunAsync("import", "--consultation", StoreFolder.Consultation, "--document", store.Write("plan.pdf", "%PDF-1.7 men inget mer"));

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.StartWith("Fel: "));
        Assert.That((await store.ImportAsync()).Out, Does.Contain("version 1"));
    }

    [TestCase("Ange antingen --consultation eller --create-title.", "--replies", "x")]
    [TestCase("--received ska vara en dag", "--consultation", "x", "--replies", "x", "--received", "i går")]
    [TestCase("finns inte", "--consultation", "x", "--replies", "/finns/inte")]
    public async Task Wrong_usage_is_told_before_anything_is_opened(string sentence, params string[] args)
    {
        using var folder = new TemporaryFolder();

        CliRun run = await CliRun.OfAsync(["import", .. args, "--database", folder["remiss.db"]]);

        Assert.That((run.ExitCode, folder.Files()), Is.EqualTo((2, Array.Empty<string>())));
        Assert.That(run.Error, Does.Contain(sentence));
    }
}
