using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Remiss.Application;
using Remiss.Application.Consultations;
using Remiss.Application.Organisations;
using Remiss.Application.Responses;
using Remiss.Application.Tests.Summaries;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Cli.Tests.Support;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Tests.Store;

public sealed class CompileFromStoreTests
{
    [Test]
    public async Task Says_the_same_as_from_the_bare_files()
    {
        using var folder = new TemporaryFolder();
        await MakeStoreAsync(folder);

        CliRun bare = await CliRun.OfAsync(
            "compile", "--document", folder["plan.txt"], "--replies", folder["svar"], "--out", folder["filer.pdf"],
            "--title", "Bredbandsplan", "--organisation", "Region Mittsund", "--registration-number", "RM 2026/114");
        CliRun stored = await CliRun.OfAsync("compile", "--consultation", "RM 2026/114", "--database", folder["remiss.db"], "--out", folder["lager.pdf"]);

        Assert.Multiple(async () =>
        {
            Assert.That(bare.ExitCode, Is.Zero, bare.Error);
            Assert.That(stored.ExitCode, Is.Zero, stored.Error);
            Assert.That(stored.Out, Does.StartWith("Sammanställning 1 av ”Bredbandsplan”: "));
            Assert.That(await TextAsync(folder["lager.pdf"]), Is.EqualTo(await TextAsync(folder["filer.pdf"])).And.Contain("byalagens nät"));
        });
    }

    [Test]
    public async Task Tells_machines_which_summary_it_made_and_writes_over_nothing_where_it_fails()
    {
        using var folder = new TemporaryFolder();
        await MakeStoreAsync(folder);
        string output = folder.Write("lager.pdf", "kvar");

        CliRun unknown = await CliRun.OfAsync("compile", "--consultation", "Finns inte", "--database", folder["remiss.db"], "--out", output);
        Assert.That((unknown.ExitCode, await File.ReadAllTextAsync(output)), Is.EqualTo((ExitCodes.Refused, "kvar")));
        CliRun made = await CliRun.OfAsync("compile", "--consultation", "Bredbandsplan", "--database", folder["remiss.db"], "--out", output, "--json", "--final");

        using JsonDocument json = JsonDocument.Parse(made.Out);
        Assert.That(json.RootElement.GetProperty("number").GetInt32(), Is.EqualTo(1));
        Assert.That(await TextAsync(output), Does.Not.Contain("UTKAST"));
    }

    [Test]
    public async Task Wears_the_theme_of_the_settings()
    {
        using var folder = new TemporaryFolder();
        await MakeStoreAsync(folder);
        string theme = folder.Write("tema.json", """{ "words": { "cover.kind": "Samlade svar" } }"""), broken = folder.Write("trasigt.json", "{");
        string[] compile = ["compile", "--consultation", "RM 2026/114", "--database", folder["remiss.db"], "--out"];

        CliRun own = await CliRun.OfAsync([.. compile, folder["eget.pdf"], "--set", $"Summary:Theme={theme}"]);
        CliRun wrong = await CliRun.OfAsync([.. compile, folder["fel.pdf"], "--set", $"Summary:Theme={broken}"]);

        Assert.That((own.ExitCode, wrong.ExitCode), Is.EqualTo((0, 1)), own.Error);
        Assert.That(await TextAsync(folder["eget.pdf"]), Does.Contain("Samlade svar"));
        Assert.That(wrong.Error, Does.Contain("trasigt.json är inte giltig JSON"));
    }

    [TestCase("--replies går inte att förena med --consultation: det står i lagret.", "--consultation", "X", "--replies", "Y", "--out", "z.pdf")]
    [TestCase("Valet --replies måste anges.", "--document", "X", "--out", "z.pdf")]
    [TestCase("--out ska vara en fil som slutar på .pdf.", "--consultation", "X", "--out", "z.txt")]
    public async Task Takes_either_files_or_the_store(string sentence, params string[] args)
    {
        CliRun run = await CliRun.OfAsync(["compile", .. args]);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(run.Error, Does.Contain(sentence));
    }

    private static async Task MakeStoreAsync(TemporaryFolder folder)
    {
        folder.Write("plan.txt", StoredReplies.Plan);
        var screen = new Screen(Surroundings.OfProcess() with { Out = TextWriter.Null, Error = TextWriter.Null }, Language.English);
        await using StoreHost host = (await StoreHost.OpenAsync(screen, new StoreOptions(folder["remiss.db"], []), default)).Value;
        OrganisationId organisation = (await host.SendAsync(new CreateOrganisation.Command("Region Mittsund"), default)).Value;
        ConsultationId consultation = (await host.SendAsync(new CreateConsultation.Command(organisation, "Bredbandsplan") { RegistrationNumber = "RM 2026/114" }, default)).Value;
        await new StoredReplies(host.Services, consultation).DocumentAsync();
        foreach (var (name, text) in new[] { ("1-norrvik.txt", StoredReplies.Norrvik), ("2-sjobacka.txt", StoredReplies.Sjobacka) })
        {
            folder.Write(Path.Combine("svar", name), text);
            var file = new SourceFile(name, Encoding.UTF8.GetBytes(text));
            Assert.That((await host.SendAsync(new RegisterResponse.Command(consultation, file, ResponseChannel.File), default)).Failure, Is.Null);
        }
    }

    private static async Task<string> TextAsync(string pdf)
    {
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardOutput = true };
        foreach (string argument in new[] { "-layout", "-enc", "UTF-8", pdf, "-" }) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }
}
