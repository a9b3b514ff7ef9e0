using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.InteropServices;
using Remiss.Cli.Json;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Documents.Pdf.Fonts;
using Remiss.Documents.Reading;
using Remiss.Domain.Results;
using Spectre.Console;

namespace Remiss.Cli.Commands;

/// <summary>One thing that the program uses, and what its absence costs.</summary>
internal sealed record DoctorLine(string Name, bool Installed, string? Where, string? Version, string Package, Phrase WithoutIt, bool Needed);

/// <summary><c>remiss doctor</c>: what is installed, what is missing, what it costs.</summary>
internal static class DoctorCommand
{
    private static readonly Phrase NoPdf = new("Ingen PDF kan ritas utan något typsnitt.", "No PDF can be drawn without a font.");

    public static Command Create(Screen screen)
    {
        var json = CommandOptions.Json(screen);
        var command = new Command("doctor", screen.In(
            "Visar vad som är installerat och vad som saknas, och letar fel i inställningar, databas och sparade filer.",
            "Shows what is installed and what is missing, and looks for faults in settings, database and stored files."))
        {
            json,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction(async (parsed, stop) => Run(screen, Look(), await DoctorStore.LookAsync(screen, store.Of(parsed), stop), parsed.GetValue(json)));
        return command;
    }

    /// <summary>Says what was found; the exit code tells whether the main job can run and the store is whole.</summary>
    public static int Run(Screen screen, ImmutableArray<DoctorLine> lines, DoctorStore store, bool json)
    {
        bool able = lines.All(line => line.Installed || !line.Needed);
        if (json) screen.Line(JsonOut.Write(DoctorJson.Of(lines, able, store, screen.Language)));
        else
        {
            Show(screen, lines, able);
            store.Show(screen);
        }
        return able && store.Damage.IsEmpty ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static ImmutableArray<DoctorLine> Look()
    {
        string? openSans = InstalledFonts.PathOf("Open Sans");
        string? dejaVu = InstalledFonts.PathOf("DejaVu Sans");
        // Either font will do; together they also cover rare characters.
        bool anyFont = openSans is not null || dejaVu is not null;
        return
        [
            new DoctorLine(".NET", true, RuntimeInformation.RuntimeIdentifier, Environment.Version.ToString(), "dotnet-sdk-10.0", default, true),
            .. ExternalTools.Find().Select(tool => new DoctorLine(
                tool.Name, tool.IsInstalled, tool.Path, tool.Version, tool.Package, tool.WithoutIt, tool.Name == "pdftotext")),
            new DoctorLine("Open Sans", openSans is not null, openSans, null, "fonts-open-sans",
                anyFont ? new Phrase("Sammanställningen sätts i DejaVu Sans i stället.", "The summary is set in DejaVu Sans instead.") : NoPdf, !anyFont),
            new DoctorLine("DejaVu Sans", dejaVu is not null, dejaVu, null, "fonts-dejavu-core",
                anyFont ? new Phrase("Ovanliga tecken visas som en ruta.", "Rare characters are shown as a box.") : NoPdf, !anyFont),
        ];
    }

    private static void Show(Screen screen, ImmutableArray<DoctorLine> lines, bool able)
    {
        var table = new Table().Border(TableBorder.Square);
        table.AddColumn(string.Empty).AddColumn(screen.In("Del", "Part")).AddColumn(screen.In("Läge", "State"));
        foreach (DoctorLine line in lines)
        {
            string state = line.Installed
                ? string.Join(' ', new[] { screen.In("installerat", "installed"), line.Version, line.Where }.OfType<string>())
                : $"{screen.In("saknas", "missing")}: {screen.In(line.WithoutIt)} {screen.In("Paket", "Package")}: {line.Package}";
            table.AddRow(new Text(line.Installed ? "✓" : "–"), new Text(line.Name), new Text(state));
        }
        screen.Draw(table);
        string missing = string.Join(' ', lines.Where(line => !line.Installed).Select(line => line.Package).Distinct(StringComparer.Ordinal));
        if (missing.Length > 0) screen.Line(screen.In($"Installera det som saknas: apt-get install {missing}", $"Install what is missing: apt-get install {missing}"));
        screen.Line(able
            ? screen.In("Remissvar kan läsas och ställas samman på den här datorn.", "Replies can be read and compiled on this machine.")
            : screen.In("Något som behövs saknas: remissvar kan inte ställas samman på den här datorn än.", "Something needed is missing: replies cannot be compiled on this machine yet."));
    }
}
