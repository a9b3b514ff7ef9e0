using System.CommandLine;
using System.Globalization;
using Remiss.Cli.Json;
using Remiss.Cli.Pipeline;
using Remiss.Cli.Terminal;
using Remiss.Documents.Reading;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Commands;

/// <summary><c>remiss split FILE</c>: how one reply is read and cut into comments.</summary>
internal static class SplitCommand
{
    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("file")
        {
            Description = screen.In("Remissvaret: PDF, DOCX, ODT, EML eller TXT.", "The reply: PDF, DOCX, ODT, EML or TXT."),
            HelpName = screen.In("FIL", "FILE"),
        };
        var document = CommandOptions.Text(
            screen, "--document", "FIL", "FILE",
            "Remisshandlingen, så att hänvisningar kan bindas till dess avsnitt.", "The consulted document, so that references can be bound to its sections.");
        var sections = CommandOptions.Sections(screen);
        var json = CommandOptions.Json(screen);
        var text = new Option<bool>("--text")
        {
            Description = screen.In("Skriv den normaliserade texten, som alla positioner räknas i.", "Write the normalised text, in which all offsets count."),
        };
        var command = new Command("split", screen.In("Visar hur ett remissvar delas i synpunkter.", "Shows how a reply is split into comments."))
        {
            file, document, sections, json, text,
        };
        command.SetAction((parsed, stop) => RunAsync(
            screen, parsed.GetRequiredValue(file), parsed.GetValue(document), parsed.GetValue(sections), parsed.GetValue(json), parsed.GetValue(text), stop));
        return command;
    }

    private static async Task<int> RunAsync(
        Screen screen, string file, string? documentPath, string? sections, bool json, bool text, CancellationToken stop)
    {
        if (json && text)
            return CommandOptions.WrongUsage(screen, new Invalid(new Phrase("Välj --json eller --text, inte båda.", "Choose --json or --text, not both.")));
        if (sections is not null && documentPath is null)
            return CommandOptions.WrongUsage(screen, new Invalid(new Phrase("--sections rättar remisshandlingens avsnitt och behöver --document.", "--sections corrects the sections of the consulted document and needs --document.")));
        if (CommandOptions.FirstMissing(file, documentPath, sections) is { } missing) return CommandOptions.WrongUsage(screen, missing);

        var reader = new DocumentReader();
        ConsultedDocument? document = null;
        if (documentPath is not null)
        {
            Result<ConsultedDocument> read = await ConsultedDocument.ReadAsync(reader, documentPath, sections, stop);
            if (!read.IsOk) return CommandOptions.Refused(screen, read.Failure);
            document = read.Value;
        }
        Result<ReadFile> reply = await Inputs.ReadAsync(reader, file, Path.GetFileName(file), stop);
        if (!reply.IsOk) return CommandOptions.Refused(screen, reply.Failure);

        DocumentText joined = ReplyAssembler.Join(reply.Value, document?.Text.Text);
        foreach (Phrase remark in joined.Remarks) screen.Remark(screen.In(remark));
        foreach (UnreadPart part in reply.Value.Unread) screen.Fail(part.Reason.Message);
        int exit = reply.Value.Unread.IsEmpty ? ExitCodes.Done : ExitCodes.Refused;
        if (text)
        {
            screen.Raw(joined.Text);
            return exit;
        }
        SplitResponse split = EnvelopeSender.Complete(ResponseSplitter.Split(joined, document?.Context()), reply.Value.Mail);
        if (json) screen.Line(JsonOut.Write(SplitJson.Of(split)));
        else Show(screen, split);
        return exit;
    }

    private static void Show(Screen screen, SplitResponse split)
    {
        string unknown = screen.In("okänt", "unknown");
        screen.Line($"{screen.In("Avsändare", "Sender")}: {(split.Senders.IsEmpty ? unknown : string.Join(", ", split.Senders))}");
        screen.Line($"{screen.In("Diarienummer", "Registration number")}: {split.RegistrationNumber ?? unknown}");
        screen.Line($"{screen.In("Datum", "Date")}: {split.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? unknown}");
        screen.Line($"{screen.In("Hållning i stort", "Overall stance")}: {screen.In(Words.Of(split.OverallStance.Stance))}");
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"{screen.In("Synpunkter", "Comments")}: {split.Comments.Length}"));
        int number = 0;
        foreach (Comment comment in split.Comments)
        {
            screen.Line();
            string where = comment.Tags.IsEmpty
                ? comment.IsGeneral ? screen.In("hela dokumentet", "the document as a whole") : screen.In("avsnitt inte avgjort", "section not decided")
                : string.Join(", ", comment.Tags.Select(tag => $"{tag.Number ?? tag.Title} ({screen.In(Words.Of(tag))})"));
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{++number}. {screen.In("s.", "p.")} {comment.Page} | {where} | {screen.In(Words.Of(comment.Stance.Stance))}"));
            screen.Line(split.TextOf(comment));
        }
        foreach (UnresolvedReference lost in split.Unresolved)
            screen.Remark(screen.In($"Hänvisningen ”{lost.Words}” finns inte i remisshandlingen.", $"The reference '{lost.Words}' is not in the consulted document."));
    }
}
