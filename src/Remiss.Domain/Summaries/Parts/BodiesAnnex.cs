using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Quoting;
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
        ImmutableArray<ReplyView> replies = writer.Model.Replies;
        CitedNumbers cited = CitedNumbers.Of(writer.Model);
        (TableColumn Column, Func<ReplyView, string?> Value, bool IsOptional)[] all =
        [
            (new TableColumn(words[AnnexWords.Number], FitsContent: true), r => r.Key, false),
            (new TableColumn(words[AnnexWords.Body], 4), r => Name(writer, r), false),
            (new TableColumn(words[AnnexWords.Date], FitsContent: true), r => r.Split.Date is { } date ? Swedish.Date(date) : null, true),
            (new TableColumn(words[AnnexWords.OwnNumber], FitsContent: true), r => r.Split.RegistrationNumber, true),
            (new TableColumn(words[AnnexWords.CitedNumber], 2), r => cited.IsTold ? null : r.Split.ConsultationRegistrationNumber, true),
            (new TableColumn(words[AnnexWords.Decision], 3), r => Decision(r.Split.Decision), true),
            (new TableColumn(words[AnnexWords.Read], 2), r => Format(writer, r), false),
        ];
        // A column that no reply fills would only take room from the others.
        var used = all.Where(c => !c.IsOptional || replies.Any(r => !string.IsNullOrWhiteSpace(c.Value(r)))).ToArray();
        string missing = words[AnnexWords.NotTold];
        writer.Paragraph(words[AnnexWords.NotToldNote], ParagraphStyle.Note);
        writer.Add(new TableBlock(
            words[AnnexWords.BodiesCaption],
            [.. used.Select(c => c.Column)],
            [.. replies.Select(r => used.Select(c => TableCell.Of(c.Value(r) is { } value && !string.IsNullOrWhiteSpace(value) ? value : missing)).ToImmutableArray())]));
        if (cited.IsTold) Cited(writer, cited);
    }

    private static void Cited(PartWriter writer, CitedNumbers cited)
    {
        WordBook words = writer.Words;
        string usual = words.Say(AnnexWords.CitedUsual, Swedish.Number(cited.Agreeing), writer.Replies(writer.ReplyCount), cited.Usual!);
        if (cited.Deviating.IsEmpty)
        {
            writer.Paragraph(usual);
            return;
        }
        writer.Paragraph(new Line().Text($"{usual} {words[AnnexWords.CitedOthers]}"), keep: true);
        writer.Bullets(cited.Deviating.Select(r => new Line().Text($"{r.Name} ({r.Key}): {r.Split.ConsultationRegistrationNumber}")));
    }

    private static string Name(PartWriter writer, ReplyView reply)
    {
        ImmutableArray<string> senders = reply.Split.Senders;
        if (senders.Length < 2 || reply.IsHidden) return reply.Name;
        // A name that is made of its senders has said them.
        return senders.All(s => reply.Name.Contains(s, StringComparison.OrdinalIgnoreCase))
            ? writer.Words.Say(AnnexWords.Joint, reply.Name)
            : writer.Words.Say(AnnexWords.JointWith, reply.Name, writer.Names(senders, senders.Length));
    }

    private static string Format(PartWriter writer, ReplyView reply)
    {
        string format = writer.Words[AnnexWords.Format(reply.Split.Document.Format)];
        return reply.Split.Document.MachineRead ? $"{format}, {writer.Words[AnnexWords.MachineRead]}" : format;
    }

    private static string Decision(Decision? decision)
    {
        if (decision is null) return "";
        // The sign and its number are one word to a reader.
        string? paragraph = decision.Paragraph?.Replace("§ ", $"§{Swedish.NoBreakSpace}", StringComparison.Ordinal);
        string?[] parts = [decision.Board, paragraph, decision.Date is { } date ? Swedish.Date(date) : null];
        return string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
    }

    private static void Silent(PartWriter writer)
    {
        ImmutableArray<string> silent = writer.Model.Input.Consultation.Silent;
        if (silent.IsDefaultOrEmpty) return;
        writer.SubHeading(writer.Words[AnnexWords.Silent], "tysta");
        writer.Bullets(silent.Select(s => new Line().Text(s)));
    }

    private static void Refused(PartWriter writer)
    {
        ImmutableArray<RefusedView> refused = writer.Model.Refused;
        if (refused.IsEmpty) return;
        writer.SubHeading(writer.Words[AnnexWords.Refused], "ej-lasta");
        writer.Add(new TableBlock(
            writer.Words[AnnexWords.RefusedCaption],
            [new TableColumn(writer.Words[AnnexWords.RefusedFile], 2), new TableColumn(writer.Words[AnnexWords.RefusedReason], 4)],
            [.. refused.Select(f => ImmutableArray.Create(TableCell.Of(f.Name), TableCell.Of(f.Reason)))]));
    }

    private static void Remarks(PartWriter writer)
    {
        List<Line> lines =
        [
            .. writer.Model.Replies.SelectMany(r => r.Split.Document.Remarks.Select(p =>
                new Line().Bold(r.Name).Text($" ({r.Key}): {QuotedText.Hide(r, p.In(Language.Swedish))}"))),
        ];
        if (lines.Count == 0) return;
        writer.SubHeading(writer.Words[AnnexWords.Remarks], "anmarkningar");
        writer.Bullets(lines);
    }
}
