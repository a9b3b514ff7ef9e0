using System.Globalization;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;
using Spectre.Console;
using TableColumn = Spectre.Console.TableColumn;

namespace Remiss.Cli.Commands;

/// <summary>Tells a person what became of a compilation: short, and with everything that needs an eye.</summary>
internal static class CompileAccount
{
    public static void Write(Screen screen, CompileReport report)
    {
        TagCounts counts = report.Counts;
        screen.Line(screen.In(
            $"{report.Title}: {Count(report.Responses.Length, "svar läst", "svar lästa")}, {Count(counts.Total, "synpunkt", "synpunkter")}.",
            $"{report.Title}: {Count(report.Responses.Length, "reply", "replies")} read, {Count(counts.Total, "comment", "comments")}."));
        screen.Line();
        Tags(screen, counts);
        Refused(screen, report);
        foreach (DuplicateFile twice in report.Duplicates)
            screen.Line(screen.In($"{twice.Name} är samma fil som {twice.SameAs} och räknas en gång.", $"{twice.Name} is the same file as {twice.SameAs} and counts once."));
        foreach (Phrase remark in report.Remarks) screen.Line(screen.In(remark));
        if (report.Duplicates.Length + report.Remarks.Length > 0) screen.Line();
        screen.Line(screen.In(
            $"Sammanställningen: {report.Out} ({Count(report.Pages, "sida", "sidor")})",
            $"The summary: {report.Out} ({Count(report.Pages, "page", "pages")})"));
    }

    private static void Tags(Screen screen, TagCounts counts)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders();
        table.AddColumn(new TableColumn(string.Empty).RightAligned().NoWrap()).AddColumn(new TableColumn(string.Empty));
        Row(counts.ByHeading, "med avsnitt efter svarets rubrik", "with a section by the reply's heading");
        Row(counts.ByReference, "med avsnitt efter hänvisning i texten", "with a section by a reference in the text");
        Row(counts.ByTitle, "med avsnitt efter avsnittets titel", "with a section by the section's title");
        Row(counts.ByPage, "med avsnitt efter sidhänvisning", "with a section by a page reference");
        Row(counts.ByPerson, "med avsnitt satt av en person", "with a section set by a person");
        Row(counts.Accepted, "med avsnitt efter ordval, över gränsen i --accept", "with a section by wording, over the --accept threshold");
        Row(counts.General, "om dokumentet som helhet", "on the document as a whole");
        Row(counts.Suggested, "med ett förslag på avsnitt som väntar på en person", "with a suggested section that waits for a person");
        Row(counts.Undecided, "utan känt avsnitt", "without a known section");
        screen.Draw(table);
        screen.Line();

        void Row(int count, string swedish, string english)
        {
            if (count > 0) table.AddRow(new Text(Number(count)), new Text(screen.In(swedish, english)));
        }
    }

    private static void Refused(Screen screen, CompileReport report)
    {
        if (report.Refused.IsEmpty) return;
        screen.Line(screen.In(
            $"{Count(report.Refused.Length, "fil", "filer")} kunde inte läsas, vilket framgår av bilaga A:",
            $"{Count(report.Refused.Length, "file", "files")} could not be read, as annex A tells:"));
        var table = new Table().Border(TableBorder.Square);
        table.AddColumn(screen.In("Fil", "File")).AddColumn(screen.In("Skäl", "Reason"));
        foreach (RefusedFile file in report.Refused) table.AddRow(Screen.Cell(file.Name), Screen.Cell(screen.In(file.Reason)));
        screen.Draw(table);
        screen.Line();
    }

    private static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00A0');
}
