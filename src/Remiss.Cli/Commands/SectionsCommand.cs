using System.CommandLine;
using System.Globalization;
using Remiss.Cli.Json;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Terminal;
using Remiss.Documents.Reading;
using Remiss.Documents.Sections;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Spectre.Console;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss sections FILE</c>: what the program takes for the sections of a consulted document.</summary>
internal static class SectionsCommand
{
    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("file")
        {
            Description = screen.In("Remisshandlingen: PDF, DOCX, ODT, EML eller TXT.", "The consulted document: PDF, DOCX, ODT, EML or TXT."),
            HelpName = screen.In("FIL", "FILE"),
        };
        var json = CommandOptions.Json(screen);
        var yaml = new Option<bool>("--yaml")
        {
            Description = screen.In("Skriv avsnitten som YAML att rätta för hand och ge tillbaka med --sections.", "Write the sections as YAML, to be corrected by hand and given back with --sections."),
        };
        var sections = CommandOptions.Sections(screen);
        var command = new Command("sections", screen.In("Visar avsnitten i en remisshandling.", "Shows the sections of a consulted document."))
        {
            file, json, yaml, sections,
        };
        command.SetAction((parsed, stop) => RunAsync(
            screen, parsed.GetRequiredValue(file), parsed.GetValue(sections), parsed.GetValue(json), parsed.GetValue(yaml), stop));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string file, string? sections, bool json, bool yaml, CancellationToken stop)
    {
        if (json && yaml)
            return CommandOptions.WrongUsage(screen, new Invalid(new Phrase("Välj --json eller --yaml, inte båda.", "Choose --json or --yaml, not both.")));
        if (CommandOptions.FirstMissing(file, sections) is { } missing) return CommandOptions.WrongUsage(screen, missing);
        Result<ConsultedDocument> document = await ConsultedDocument.ReadAsync(new DocumentReader(), file, sections, stop);
        if (!document.IsOk) return CommandOptions.Refused(screen, document.Failure);
        SectionTree tree = document.Value.Tree;
        foreach (Phrase remark in document.Value.Text.Remarks) screen.Remark(screen.In(remark));
        if (json) screen.Line(JsonOut.Write(SectionsJson.Of(tree)));
        else if (yaml) screen.Raw(SectionTreeFile.ToYaml(tree));
        else Show(screen, tree);
        return ExitCodes.Done;
    }

    private static void Show(Screen screen, SectionTree tree)
    {
        screen.Line(tree.Title.Length > 0 ? tree.Title : screen.In("(dokumentet anger ingen titel)", "(the document states no title)"));
        screen.Line();
        var table = new Table().Border(TableBorder.None).HideHeaders();
        table.AddColumn(new TableColumn(string.Empty)).AddColumn(new TableColumn(string.Empty).RightAligned().NoWrap()).AddColumn(new TableColumn(string.Empty).NoWrap());
        foreach (Section section in tree.Sections)
        {
            string pages = section.PageFrom == section.PageTo
                ? section.PageFrom.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{section.PageFrom}–{section.PageTo}");
            string points = section.Items.Length switch
            {
                0 => string.Empty,
                1 => screen.In("1 punkt", "1 point"),
                int count => string.Create(CultureInfo.InvariantCulture, $"{count} {screen.In("punkter", "points")}"),
            };
            table.AddRow(new Padder(Screen.Cell(section.Label), new Padding((section.Level - 1) * 2, 0, 0, 0)), new Text(tree.Pages is { Count: > 1 } ? $"{screen.In("s.", "p.")} {pages}" : string.Empty), new Text(points));
        }
        screen.Draw(table);
    }
}
