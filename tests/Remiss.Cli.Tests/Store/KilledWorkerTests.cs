using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Organisations;
using Remiss.Application.Responses;
using Remiss.Application.Summaries;
using Remiss.Application.Tests.Summaries;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Cli.Tests.Support;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Tests.Store;

/// <summary>
/// Workers as real processes, cut off in the middle as a power cut or <c>kill -9</c> does it. The middle is made certain by
/// work that takes seconds and by looking at its rows: who holds it, how far it is.
/// </summary>
public sealed class KilledWorkerTests
{
    private static readonly string Program = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "remiss.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly List<Process> _started = [];
    private TemporaryFolder _folder = null!;
    private StoreHost _host = null!;
    private ConsultationId _consultation;

    private string Database => _folder["remiss.db"];

    [SetUp]
    public async Task MakeStoreAsync()
    {
        _folder = new TemporaryFolder();
        var screen = new Screen(Surroundings.OfProcess() with { Out = TextWriter.Null, Error = TextWriter.Null }, Language.English);
        _host = (await StoreHost.OpenAsync(screen, new StoreOptions(Database, []), default)).Value;
        OrganisationId organisation = (await _host.SendAsync(new CreateOrganisation.Command("Region Mittsund"), default)).Value;
        _consultation = (await _host.SendAsync(new CreateConsultation.Command(organisation, "Bredbandsplan"), default)).Value;
        await new StoredReplies(_host.Services, _consultation).DocumentAsync();
    }

    [TearDown]
    public async Task CleanAsync()
    {
        foreach (Process process in _started)
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
        _started.Clear();
        await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Test]
    public async Task An_import_that_was_cut_off_is_done_once_by_another_worker()
    {
        await RegisterAsync(comments: 2000, splitNow: false);

        Process first = Work();
        await UntilAsync("SELECT COUNT(*) FROM work_item WHERE kind = 'split-response' AND lease_owner IS NOT NULL", first);
        first.Kill();
        await first.WaitForExitAsync();

        Assert.That(await CountAsync("SELECT COUNT(*) FROM work_item WHERE state = 'Ready' AND lease_owner IS NOT NULL"), Is.EqualTo(1), "it was cut off in the middle");
        Assert.That(await CountAsync("SELECT COUNT(*) FROM response_version WHERE state = 'Received'"), Is.EqualTo(1));
        Assert.That(await CountAsync("SELECT COUNT(*) FROM comment"), Is.Zero, "nothing is half done");

        await WorkUntilEmptyAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await CountAsync("SELECT attempts FROM work_item WHERE state = 'Done'"), Is.EqualTo(2));
            Assert.That(await CountAsync("SELECT COUNT(*) FROM response_version WHERE state = 'Split'"), Is.EqualTo(1));
            Assert.That(await CountAsync("SELECT COUNT(*) FROM comment"), Is.GreaterThan(1000));
            Assert.That(await CountAsync("SELECT (SELECT SUM(length) FROM comment) + (SELECT SUM(length) FROM ledger_run)"), Is.EqualTo(await CountAsync("SELECT text_length FROM response_version")), "each character once");
            Assert.That(await CountAsync("SELECT COUNT(*) FROM audit_entry WHERE action = 'SplitWork'"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_summary_that_was_cut_off_is_made_once_by_another_worker()
    {
        await RegisterAsync(comments: 1000, splitNow: true);
        RequestedSummary requested = (await _host.SendAsync(new RequestSummary.Command(_consultation, new SummaryOptions()), default)).Value;

        Process first = Work();
        await UntilAsync("SELECT COUNT(*) FROM summary WHERE state = 'Running' AND progress > 0", first);
        first.Kill();
        await first.WaitForExitAsync();

        Assert.That((await SummaryAsync(requested)).State, Is.EqualTo(SummaryState.Running), "it was cut off in the middle");
        Assert.That(await CountAsync("SELECT COUNT(*) FROM summary_file"), Is.Zero, "there is no half summary");

        await WorkUntilEmptyAsync();

        ReadOnlyMemory<byte> pdf = (await _host.SendAsync(new GetSummaryFile.Query(requested.Id, "pdf"), default)).Value.Bytes;
        Assert.Multiple(async () =>
        {
            Assert.That((await SummaryAsync(requested)).State, Is.EqualTo(SummaryState.Done));
            Assert.That(await CountAsync("SELECT COUNT(*) FROM summary_file"), Is.EqualTo(2));
            Assert.That(await CountAsync("SELECT COUNT(*) FROM audit_entry WHERE action = 'CompileSummary'"), Is.EqualTo(1));
            Assert.That(await CountAsync("SELECT attempts FROM work_item WHERE kind = 'compile-summary' AND state = 'Done'"), Is.EqualTo(2));
            Assert.That(Encoding.ASCII.GetString(pdf.Span[..5]), Is.EqualTo("%PDF-"));
            Assert.That(Encoding.ASCII.GetString(pdf.Span[^8..]).Trim(), Does.EndWith("%%EOF"));
        });
    }

    private async Task RegisterAsync(int comments, bool splitNow)
    {
        var text = new StringBuilder("Norrviks kommun\nDatum: 2026-11-04\nDnr: KS 2026/118\n\nRemissvar om bredbandsplanen\n\n");
        string[] headings = ["Avsnitt 2.1 Fiber", "Avsnitt 2.2 Mobiltäckning", "Avsnitt 3 Uppföljning"];
        for (int i = 0; i < comments; i++)
        {
            if (i % 100 == 0) text.Append(CultureInfo.InvariantCulture, $"{headings[i / 100 % 3]}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"Kommunen tillstyrker målet för by nummer {i} och anser att bredband ska byggas ut där före år 2030, men vill se en plan för vägarna.\n\n");
        }
        var file = new SourceFile("norrvik.txt", Encoding.UTF8.GetBytes(text.ToString()));
        Result<Registered> registered = await _host.SendAsync(new RegisterResponse.Command(_consultation, file, ResponseChannel.File) { SplitNow = splitNow }, default);
        Assert.That(registered.Failure, Is.Null);
    }

    private async Task<SummaryRow> SummaryAsync(RequestedSummary requested) => (await _host.SendAsync(new GetSummary.Query(requested.Id), default)).Value;

    private Process Work(params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.Path };
        foreach (string argument in (string[])[Program, "work", "--database", Database, "--set", "Work:LeaseSeconds=3", .. more]) start.ArgumentList.Add(argument);
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => TestContext.Out.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _started.Add(process);
        return process;
    }

    private async Task WorkUntilEmptyAsync()
    {
        Process second = Work("--until-empty");
        await second.WaitForExitAsync().WaitAsync(Patience);
        Assert.That(second.ExitCode, Is.Zero);
    }

    private async Task UntilAsync(string count, Process process)
    {
        var waited = Stopwatch.StartNew();
        while (await CountAsync(count) == 0)
        {
            Assert.That(process.HasExited, Is.False, "the worker runs");
            Assert.That(waited.Elapsed, Is.LessThan(Patience), count);
            await Task.Delay(10);
        }
    }

    private async Task<long> CountAsync(string sql)
    {
        await using AsyncServiceScope scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DbSession>().FindAsync<long>(sql, null, default);
    }
}
