using System.CommandLine;
using Remiss.Application;
using Remiss.Application.Archives;
using Remiss.Application.Consultations;
using Remiss.Application.Organisations;
using Remiss.Cli.Store;
using Remiss.Cli.Terminal;
using Remiss.Domain.Results;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss archive export</c> and <c>import</c>: all of a consultation in one open file, and back.</summary>
internal static class ArchiveCommand
{
    public static Command Create(Screen screen) => new("archive", screen.In("Öppna arkiv av hela remisser.", "Open archives of whole consultations."))
    {
        Export(screen), Import(screen),
    };

    private static Command Export(Screen screen)
    {
        var consultation = CommandOptions.Text(
            screen, "--consultation", "REMISS", "NAME", "Remissen: rubrik, diarienummer eller id.", "The consultation: title, registration number or id.", required: true);
        var output = CommandOptions.Text(screen, "--out", "FIL", "FILE", "Filen som skrivs. Finns den redan skrivs den inte över.", "The file to write. One that exists is not overwritten.", required: true);
        var command = new Command("export", screen.In(
            "Skriver allt som hör till en remiss till ett arkiv: JSON, originalfiler och kontrollsummor.", "Writes all of a consultation into an archive: JSON, original files and checksums."))
        {
            consultation, output,
        };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => ExportAsync(screen, store.Of(parsed), parsed.GetValue(consultation)!, parsed.GetValue(output)!, stop));
        return command;
    }

    private static Command Import(Screen screen)
    {
        var file = new Argument<string>("file") { Description = screen.In("Arkivet.", "The archive."), HelpName = screen.In("FIL", "FILE") };
        var organisation = CommandOptions.Text(
            screen, "--organisation", "NAMN", "NAME", "Vem som ska ha remissen. Behövs bara där det finns flera.", "Who shall have the consultation. Needed only where there are several.");
        var command = new Command("import", screen.In("Läser in ett arkiv, helt eller inte alls.", "Imports an archive, whole or not at all.")) { file, organisation };
        StoreOptions.Options store = StoreOptions.Add(command, screen);
        command.SetAction((parsed, stop) => ImportAsync(screen, store.Of(parsed), parsed.GetValue(file)!, parsed.GetValue(organisation), stop));
        return command;
    }

    private static async Task<int> ExportAsync(Screen screen, StoreOptions options, string words, string output, CancellationToken stop)
    {
        if (File.Exists(output) || Directory.Exists(output))
            return CommandOptions.WrongUsage(screen, new Invalid(new Phrase($"{output} finns redan och skrivs inte över. Ange ett annat namn.", $"{output} exists already and is not overwritten. Give another name.")));
        Result<StoreHost> opened = await StoreHost.OpenAsync(screen, options, stop);
        if (!opened.IsOk) return CommandOptions.Refused(screen, opened.Failure);
        await using StoreHost host = opened.Value;
        Result<ConsultationRow> consultation = await host.SendAsync(new FindConsultation.Query(words), stop);
        if (!consultation.IsOk) return CommandOptions.Refused(screen, consultation.Failure);
        string unfinished = $"{output}.part-{Guid.NewGuid():N}";
        try
        {
            Result<ArchiveManifest> manifest;
            await using (FileStream file = new(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                manifest = await host.SendAsync(new ExportConsultation.Query(consultation.Value.Id, file), stop);
                file.Flush(flushToDisk: true);
            }
            if (!manifest.IsOk) return CommandOptions.Refused(screen, manifest.Failure);
            File.Move(unfinished, output, overwrite: false);
            screen.Line(screen.In(
                $"”{consultation.Value.Title}” är arkiverad i {output}: {Words.Files(screen, manifest.Value.Files.Length)}.", $"'{consultation.Value.Title}' is archived in {output}: {Words.Files(screen, manifest.Value.Files.Length)}."));
            return ExitCodes.Done;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return CommandOptions.Refused(screen, new Invalid(new Phrase(
                $"Arkivet kunde inte skrivas till {output}: plats eller rättigheter saknas ({broken.Message})",
                $"The archive could not be written to {output}: space or rights are missing ({broken.Message})")));
        }
        finally
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
        }
    }

    private static async Task<int> ImportAsync(Screen screen, StoreOptions options, string path, string? name, CancellationToken stop)
    {
        if (CommandOptions.FirstMissing(path) is { } missing) return CommandOptions.WrongUsage(screen, missing);
        Result<StoreHost> opened = await StoreHost.OpenAsync(screen, options, stop);
        if (!opened.IsOk) return CommandOptions.Refused(screen, opened.Failure);
        await using StoreHost host = opened.Value;
        Result<OrganisationRow> organisation = await host.SendAsync(new FindOrganisation.Query(name), stop);
        if (!organisation.IsOk) return CommandOptions.Refused(screen, organisation.Failure);
        await using FileStream file = File.OpenRead(path);
        Result<ConsultationId> imported = await host.SendAsync(new ImportConsultation.Command(organisation.Value.Id, file), stop);
        if (!imported.IsOk) return CommandOptions.Refused(screen, imported.Failure);
        screen.Line(screen.In($"Arkivet är inläst hos {organisation.Value.Name}. Remissens id: {imported.Value}", $"The archive is imported at {organisation.Value.Name}. The consultation's id: {imported.Value}"));
        return ExitCodes.Done;
    }
}
