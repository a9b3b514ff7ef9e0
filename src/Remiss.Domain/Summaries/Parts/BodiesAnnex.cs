using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>Annex A: every reply with its facts, who is silent, and every file that could not be read.</summary>
internal static class BodiesAnnex
{
    public static void Write(PartWriter writer)
    {
        writer.PartHeading(SummaryPart.Bodies, AnnexWords.Bodies);
        if (writer.ReplyCount == 0) writer.Paragraph(writer.Words[FrontWords.BriefNone]);
        else Replies(writer);
        Silent(writer);
        Refused(writer);
        Remarks(writer);
    }

    private static void Replies(PartWriter writer)
    {
        WordBook words = writer.Words;
        writer.Add(new TableBlock(
            words[AnnexWords.BodiesCaption],
            [
                new TableColumn(words[AnnexWords.Number], FitsContent: true),
                new TableColumn(words[AnnexWords.Body], 4),
                new TableColumn(words[AnnexWords.Date], 2),
                new TableColumn(words[AnnexWords.OwnNumber], 2),
                new TableColumn(words[AnnexWords.CitedNumber], 2),
                new TableColumn(words[AnnexWords.Decision], 3),
                new TableColumn(words[AnnexWords.Read], 2),
            ],
            [.. writer.Model.Replies.Select(r => Row(writer, r))]));
    }

    private static ImmutableArray<TableCell> Row(PartWriter writer, ReplyView reply)
    {
        SplitResponse split = reply.Split;
        string missing = writer.Words[AnnexWords.NotTold];
        string name = split.Senders.Length > 1 && !reply.IsHidden
            ? writer.Words.Say(AnnexWords.JointWith, reply.Name, writer.Names(split.Senders, split.Senders.Length))
            : reply.Name;
        string format = writer.Words[AnnexWords.Format(split.Document.Format)];
        if (split.Document.MachineRead) format += ", " + writer.Words[AnnexWords.MachineRead];
        return
        [
            TableCell.Of(reply.Key),
            TableCell.Of(name),
            TableCell.Of(split.Date is { } date ? Swedish.Date(date) : missing),
            TableCell.Of(split.RegistrationNumber ?? missing),
            TableCell.Of(split.ConsultationRegistrationNumber ?? missing),
            TableCell.Of(Decision(split.Decision) is { Length: > 0 } decision ? decision : missing),
            TableCell.Of(format),
        ];
    }

    private static string Decision(Decision? decision)
    {
        if (decision is null) return "";
        string?[] parts = [decision.Board, decision.Paragraph, decision.Date is { } date ? Swedish.Date(date) : null];
        return string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
    }

    private static void Silent(PartWriter writer)
    {
        ImmutableArray<string> silent = writer.Model.Input.Consultation.Silent;
        if (silent.IsDefaultOrEmpty) return;
        writer.Heading(2, writer.Words[AnnexWords.Silent], "tysta");
        writer.Bullets(silent.Select(s => new Line().Text(s)));
    }

    private static void Refused(PartWriter writer)
    {
        ImmutableArray<RefusedFile> refused = writer.Model.Input.Refused;
        if (refused.IsDefaultOrEmpty) return;
        writer.Heading(2, writer.Words[AnnexWords.Refused], "ej-lasta");
        writer.Add(new TableBlock(
            writer.Words[AnnexWords.RefusedCaption],
            [new TableColumn(writer.Words[AnnexWords.RefusedFile], 2), new TableColumn(writer.Words[AnnexWords.RefusedReason], 4)],
            [.. refused.Select(f => ImmutableArray.Create(TableCell.Of(f.Name), TableCell.Of(f.Reason.In(Language.Swedish))))]));
    }

    private static void Remarks(PartWriter writer)
    {
        List<Line> lines =
        [
            .. writer.Model.Replies.SelectMany(r => r.Split.Document.Remarks.Select(p =>
                new Line().Bold(r.Name).Text($" ({r.Key}): {p.In(Language.Swedish)}"))),
        ];
        if (lines.Count == 0) return;
        writer.Heading(2, writer.Words[AnnexWords.Remarks], "anmarkningar");
        writer.Bullets(lines);
    }
}
