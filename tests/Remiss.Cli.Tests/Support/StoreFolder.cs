using Microsoft.Data.Sqlite;

namespace Remiss.Cli.Tests.Support;

/// <summary>A folder with a store of a test's own, worked on by commands only.</summary>
internal sealed class StoreFolder : IDisposable
{
    public const string Consultation = "RM 2026/114";

    private readonly TemporaryFolder _folder = new();

    public string this[string name] => _folder[name];

    public string Database => _folder["remiss.db"];

    public string Write(string name, string text) => _folder.Write(name, text);

    public string Write(string name, byte[] bytes) => _folder.Write(name, bytes);

    /// <summary>Runs a command on this store.</summary>
    public Task<CliRun> RunAsync(params string[] args) => CliRun.OfAsync([.. args, "--database", Database]);

    /// <summary>Runs a command on this store; it must succeed.</summary>
    public async Task<CliRun> DoAsync(params string[] args)
    {
        CliRun run = await RunAsync(args);
        Assert.That(run.ExitCode, Is.Zero, $"{string.Join(' ', args)}: {run.Error}");
        return run;
    }

    /// <summary>An organisation with a draft, a register of three, and a document and two replies not yet imported.</summary>
    public static async Task<StoreFolder> MakeAsync()
    {
        var store = new StoreFolder();
        await store.DoAsync("organisation", "add", "Region Mittsund");
        await store.DoAsync("consultation", "add", "Bredbandsplan", "--number", Consultation, "--deadline", "2026-12-01");
        await store.DoAsync("register", "import", "--csv", store.Write("register.csv", """
            namn;typ;kod;e-post
            Norrviks kommun;kommun;;norrvik@norrvik.example
            Sjöbacka kommun;kommun;;sjobacka@sjobacka.example
            Byalaget i Norrvik;förening;;

            """));
        store.Write("plan.txt", Samples.Document);
        store.Write(Path.Combine("svar", "1-norrvik.txt"), Samples.Reply);
        store.Write(Path.Combine("svar", "2-sjobacka.txt"), Samples.OtherReply);
        return store;
    }

    /// <summary>The same with the document imported and the consultation open.</summary>
    public static async Task<StoreFolder> MakeOpenAsync()
    {
        StoreFolder store = await MakeAsync();
        await store.DoAsync("import", "--consultation", Consultation, "--document", store["plan.txt"]);
        await store.DoAsync("consultation", "open", Consultation);
        return store;
    }

    /// <summary>Imports the document and the replies.</summary>
    public Task<CliRun> ImportAsync(params string[] more) =>
        RunAsync(["import", "--consultation", Consultation, "--document", this["plan.txt"], "--replies", this["svar"], .. more]);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
