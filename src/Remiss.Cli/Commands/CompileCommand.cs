using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Remiss.Application.Summaries;
using Remiss.Cli.Json;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Documents;
using Remiss.Documents.Reading;
using Remiss.Documents.Themes;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss compile</c>: from the consulted document and the replies to the compiled summary.</summary>
internal static class CompileCommand
{
    /// <summary>What the user asked for, as written.</summary>
    private sealed record Asked(
        string Document, string[] Replies, string Out, string? Title, string? RegistrationNumber, string? Organisation,
        string? Theme, string? Accept, string? Sections, string? Order, string? Engine, bool Final, bool PrivateNames, bool Json);

    /// <summary>What the user asked for of the store, as written.</summary>
    private sealed record FromStore(string Consultation, string Out, string? Accept, string? Order, bool Final, bool PrivateNames, bool Json);

    public static Command Create(Screen screen)
    {
        var document = CommandOptions.Text(screen, "--document", "FIL", "FILE", "Remisshandlingen: PDF, DOCX, ODT, EML eller TXT.", "The consulted document: PDF, DOCX, ODT, EML or TXT.");
        var replies = new Option<string[]>("--replies")
        {
            Description = screen.In(
                "Svaren: en mapp (med undermappar; dolda filer hoppas över) eller flera filer och mappar.",
                "The replies: a folder (with its subfolders; hidden files are passed over), or several files and folders."),
            HelpName = screen.In("MAPP|FIL…", "DIR|FILE…"),
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
        };
        var output = CommandOptions.Text(screen, "--out", "FIL.pdf", "FILE.pdf", "Den färdiga sammanställningen.", "The finished summary.", required: true);
        var title = CommandOptions.Text(screen, "--title", "TEXT", "TEXT", "Vad remissen gäller; annars dokumentets titel.", "What the consultation is about; otherwise the document's title.");
        var number = CommandOptions.Text(screen, "--registration-number", "DNR", "NUMBER", "Remissens diarienummer.", "The consultation's registration number.");
        var organisation = CommandOptions.Text(screen, "--organisation", "NAMN", "NAME", "Den som remitterar.", "The organisation that consults.");
        var theme = CommandOptions.Text(screen, "--theme", "FIL", "FILE", "Tema med färger, typsnitt, logotyp och ord.", "Theme with colours, fonts, logo and words.");
        var accept = CommandOptions.Text(screen, "--accept", "0,8", "0.8", "Räkna förslag av minst denna säkerhet (0–1) som taggar. Utan valet räknas inga.", "Count suggestions of at least this confidence (0–1) as tags. Without it none count.");
        var sections = CommandOptions.Sections(screen);
        var order = CommandOptions.Text(screen, "--order", "section|body|table", "section|body|table", "Ordning: per avsnitt (standard), per remissinstans eller som tabell.", "Order: by section (default), by body, or as a table.");
        var engine = CommandOptions.Text(screen, "--engine", "pdfsharp|questpdf", "pdfsharp|questpdf", "Ritmotor (standard: pdfsharp). questpdf kräver ett eget bygge och en licens, angiven i REMISS_QUESTPDF_LICENCE.", "Drawing engine (default: pdfsharp). questpdf needs a build of its own and a licence, stated in REMISS_QUESTPDF_LICENCE.");
        var final = new Option<bool>("--final") { Description = screen.In("Lämna bort utkastmarkeringen.", "Leave out the draft mark.") };
        var names = new Option<bool>("--private-names") { Description = screen.In("Skriv ut namn på privatpersoner som svarat.", "Print the names of private persons who replied.") };
        var json = CommandOptions.Json(screen);
        var consultation = CommandOptions.Text(
            screen, "--consultation", "REMISS", "NAME", "Remissen i lagret, i stället för filer: rubrik, diarienummer eller id.", "The consultation in the store, instead of files: title, registration number or id.");
        var command = new Command("compile", screen.In(
            "Ställer samman remissvaren till en PDF. Ur filer: --document och --replies. Ur lagret: --consultation.",
            "Compiles the replies to a PDF. From files: --document and --replies. From the store: --consultation."))
        {
            consultation, document, replies, output, title, number, organisation, theme, accept, sections, order, engine, final, names, json,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        Option[] ofFiles = [document, replies, title, number, organisation, theme, sections, engine];
        command.Validators.Add(result => CheckSource(screen, result, consultation, ofFiles));
        command.SetAction((parsed, stop) => parsed.GetValue(consultation) is { } name ? FromStoreAsync(screen, store.Of(parsed), new FromStore(
            name, parsed.GetRequiredValue(output)!, parsed.GetValue(accept), parsed.GetValue(order), parsed.GetValue(final), parsed.GetValue(names), parsed.GetValue(json)), stop)
            : RunAsync(screen, new Asked(
            parsed.GetRequiredValue(document)!, parsed.GetRequiredValue(replies), parsed.GetRequiredValue(output)!, parsed.GetValue(title),
            parsed.GetValue(number), parsed.GetValue(organisation), parsed.GetValue(theme), parsed.GetValue(accept), parsed.GetValue(sections),
            parsed.GetValue(order), parsed.GetValue(engine), parsed.GetValue(final), parsed.GetValue(names), parsed.GetValue(json)), stop));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, Asked asked, CancellationToken stop)
    {
        Result<CompileRequest> request = Understand(asked, screen.Clock.GetLocalNow());
        if (!request.IsOk) return CommandOptions.WrongUsage(screen, request.Failure);
        Result<ISummaryWriter> writer = SummaryWriters.Named(asked.Engine, screen.Environment("REMISS_QUESTPDF_LICENCE"));
        if (!writer.IsOk) return CommandOptions.WrongUsage(screen, writer.Failure);
        var pipeline = new CompilePipeline(new DocumentReader(), writer.Value);
        Result<CompileReport> report = await StageProgress.RunAsync(screen, progress => pipeline.RunAsync(request.Value, progress, stop));
        if (!report.IsOk) return CommandOptions.Refused(screen, report.Failure);
        if (asked.Json) screen.Line(JsonOut.Write(CompileJson.Of(report.Value, screen.Language)));
        else CompileAccount.Write(screen, report.Value);
        return report.Value.Refused.IsEmpty ? ExitCodes.Done : ExitCodes.Refused;
    }

    // In the parser's own words, so that they are said as all its errors are.
    private static void CheckSource(Screen screen, CommandResult result, Option consultation, Option[] ofFiles)
    {
        if (result.GetResult(consultation) is null)
        {
            foreach (Option needed in ofFiles[..2].Where(option => result.GetResult(option) is null)) result.AddError($"Option '{needed.Name}' is required.");
            return;
        }
        foreach (Option other in ofFiles.Where(option => result.GetResult(option) is not null))
        {
            result.AddError(screen.In(
                $"{other.Name} går inte att förena med --consultation: det står i lagret.", $"{other.Name} cannot be combined with --consultation: the store knows it."));
        }
    }

    private static async Task<int> FromStoreAsync(Screen screen, StoreOptions store, FromStore asked, CancellationToken stop)
    {
        Result<double?> accept = CommandOptions.Confidence(asked.Accept);
        if (!accept.IsOk) return CommandOptions.WrongUsage(screen, accept.Failure);
        Result<SummaryOrder> order = OrderOf(asked.Order);
        if (!order.IsOk) return CommandOptions.WrongUsage(screen, order.Failure);
        if (WhyNoPdf(asked.Out) is { } wrong) return CommandOptions.WrongUsage(screen, wrong);
        var options = new SummaryOptions { Order = order.Value, AcceptThreshold = accept.Value, IsDraft = !asked.Final, PrintPrivateNames = asked.PrivateNames };
        return await CompileFromStore.RunAsync(screen, store, new CompileFromStore.Asked(asked.Consultation, asked.Out, options, asked.Json), stop);
    }

    private static Invalid? WhyNoPdf(string output) => output.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || Directory.Exists(output) ? null
        : new Invalid(new Phrase($"--out ska vara en fil som slutar på .pdf. ”{output}” gör inte det.", $"--out must be a file that ends in .pdf. '{output}' does not."));

    private static Result<CompileRequest> Understand(Asked asked, DateTimeOffset now)
    {
        if (CommandOptions.FirstMissing(asked.Document, asked.Theme, asked.Sections) is { } missing) return missing;
        Result<double?> accept = CommandOptions.Confidence(asked.Accept);
        if (!accept.IsOk) return accept.Failure;
        Result<SummaryOrder> order = OrderOf(asked.Order);
        if (!order.IsOk) return order.Failure;
        if (WhyNoPdf(asked.Out) is { } wrong) return wrong;
        Result<ImmutableArray<ReplyPath>> replies = ReplyFiles.Find(asked.Replies, [asked.Document]);
        if (!replies.IsOk) return replies.Failure;
        if (WouldOverwrite(asked, replies.Value) is { } overwritten) return overwritten;
        if (AtomicFile.WhyNotWritable(asked.Out) is { } unwritable) return unwritable;
        Result<SummaryTheme> theme = asked.Theme is null ? SummaryThemeFile.Default : SummaryThemeFile.Load(asked.Theme);
        if (!theme.IsOk) return theme.Failure;
        return new CompileRequest
        {
            Document = asked.Document,
            Replies = replies.Value,
            Out = asked.Out,
            Facts = new ConsultationFacts
            {
                Title = asked.Title?.Trim() ?? string.Empty,
                Organisation = NullIfBlank(asked.Organisation),
                RegistrationNumber = NullIfBlank(asked.RegistrationNumber),
            },
            Theme = theme.Value,
            Sections = asked.Sections,
            Accept = accept.Value,
            Order = order.Value,
            Final = asked.Final,
            PrintPrivateNames = asked.PrivateNames,
            Compiled = now,
        };
    }

    private static Result<SummaryOrder> OrderOf(string? order) => order switch
    {
        null or "section" => SummaryOrder.BySection,
        "body" => SummaryOrder.ByBody,
        "table" => SummaryOrder.AsTable,
        _ => new Invalid(new Phrase($"--order ska vara section, body eller table. ”{order}” är inte det.", $"--order must be section, body or table. '{order}' is not.")),
    };

    // A summary from an earlier run that lies among the replies would be read as a reply, or a reply be lost under it.
    private static Invalid? WouldOverwrite(Asked asked, ImmutableArray<ReplyPath> replies)
    {
        string output = RealPath.Of(asked.Out);
        bool isInput = replies.Select(reply => reply.Path).Append(asked.Document).Concat(new[] { asked.Theme, asked.Sections }.OfType<string>())
            .Any(path => RealPath.AreSame(RealPath.Of(path), output));
        return isInput
            ? new Invalid(new Phrase(
                $"{asked.Out} är en av filerna som ska läsas och skulle skrivas över. Välj ett annat namn eller en annan mapp med --out.",
                $"{asked.Out} is one of the files to be read and would be overwritten. Choose another name or folder with --out."))
            : null;
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
