using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>About the consultation, and how the summary was made: what a reader needs to trust it, or not to.</summary>
internal static class AboutPart
{
    private static readonly ImmutableArray<TagSource> Sources =
        [TagSource.Heading, TagSource.Reference, TagSource.Page, TagSource.Title, TagSource.Suggested, TagSource.Person];

    public static void Write(PartWriter writer)
    {
        writer.PartHeading(SummaryPart.About, AboutWords.Heading);
        Consultation(writer);
        How(writer);
        Tags(writer);
        Limits(writer);
    }

    private static void Consultation(PartWriter writer)
    {
        ConsultationFacts facts = writer.Model.Input.Consultation;
        WordBook words = writer.Words;
        writer.SubHeading(words[AboutWords.Consultation], "remissen");
        string title = Swedish.Quote(facts.Title);
        var sentences = new List<string>
        {
            string.IsNullOrWhiteSpace(facts.Organisation)
                ? words.Say(AboutWords.ConsultationOnly, title)
                : words.Say(AboutWords.ConsultationOf, facts.Organisation, title),
        };
        if (!string.IsNullOrWhiteSpace(facts.RegistrationNumber)) sentences.Add(words.Say(AboutWords.RegistrationNumber, facts.RegistrationNumber));
        if (facts is { Opened: { } first, Deadline: { } last } && first <= last) sentences.Add(words.Say(AboutWords.Period, Swedish.Period(first, last)));
        else
        {
            if (facts.Opened is { } opened) sentences.Add(words.Say(AboutWords.Opened, Swedish.Date(opened)));
            if (facts.Deadline is { } deadline) sentences.Add(words.Say(AboutWords.Deadline, Swedish.Date(deadline)));
        }
        writer.Paragraph(string.Join(' ', sentences));
    }

    private static void How(PartWriter writer)
    {
        WordBook words = writer.Words;
        SummaryModel model = writer.Model;
        writer.SubHeading(words[AboutWords.How], "sa-gjord");
        writer.Paragraph($"{words[AboutWords.HowSplit]} {words[model.Replies.Any(r => r.IsHidden) ? AboutWords.HowPrivate : AboutWords.HowNumbers]}");
        if (model.Comments.LastOrDefault() is { } example)
        {
            string number = example.Id[(example.Reply.Key.Length + 1)..];
            writer.Paragraph(words.Say(AboutWords.HowId, example.Id, number, example.Reply.Key));
        }
        writer.Paragraph(words[AboutWords.HowStance]);
        if (model.Has(SummaryPart.Ledger)) writer.Paragraph(writer.ToPart(words[AboutWords.HowLedger], SummaryPart.Ledger, AnnexWords.LedgerShort));
        if (model.Has(SummaryPart.SharedPassages)) writer.Paragraph(writer.ToPart(words[AboutWords.SomeShared], SummaryPart.SharedPassages, AnnexWords.SharedShort));
        else if (model.Shared.IsEmpty && model.Replies.Length > 1) writer.Paragraph(words[AboutWords.NoShared]);
    }

    private static void Tags(PartWriter writer)
    {
        WordBook words = writer.Words;
        SummaryModel model = writer.Model;
        if (model.Comments.IsEmpty) return;
        writer.SubHeading(words[AboutWords.Tags], "kopplingar");
        int[] byPlace = new int[3];
        int[] bySource = new int[Sources.Length];
        foreach (CommentView comment in model.Comments)
        {
            byPlace[(int)comment.Place]++;
            foreach (SectionTag tag in comment.Tags) bySource[Math.Max(0, Sources.IndexOf(tag.How))]++;
        }
        var sentences = new List<string> { words.Count(AboutWords.TagsIntro, byPlace[(int)Place.Section], Swedish.Number(model.Comments.Length)) };
        if (byPlace[(int)Place.General] is > 0 and var general) sentences.Add(words.Count(AboutWords.General, general));
        if (byPlace[(int)Place.Undecided] is > 0 and var undecided) sentences.Add(words.Count(AboutWords.Undecided, undecided));
        writer.Paragraph(string.Join(' ', sentences));
        if (bySource.Sum() > 0) SourceTable(writer, bySource);
        if (model.Input.AcceptThreshold is { } threshold) writer.Paragraph(words.Say(AboutWords.Threshold, Swedish.Percent(threshold)));
        else if (model.Comments.Any(c => c.Comment.Tags.Any(t => t.How == TagSource.Suggested))) writer.Paragraph(words[AboutWords.NoThreshold]);
    }

    private static void SourceTable(PartWriter writer, int[] bySource)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TableCell>>();
        for (int i = 0; i < Sources.Length; i++)
        {
            if (bySource[i] > 0) rows.Add([TableCell.Of(writer.Words[AboutWords.By(Sources[i])]), TableCell.Of(Swedish.Number(bySource[i]))]);
        }
        rows.Add([TableCell.Of(writer.Words[AboutWords.TagsSum]), TableCell.Of(Swedish.Number(bySource.Sum()))]);
        writer.Add(new TableBlock(
            writer.Words[AboutWords.TagsTable],
            [new TableColumn(writer.Words[AboutWords.TagsHow], 3), new TableColumn(writer.Words[AboutWords.TagsCount], 1, CellAlignment.End)],
            rows.DrainToImmutable()));
    }

    private static void Limits(PartWriter writer)
    {
        WordBook words = writer.Words;
        SummaryModel model = writer.Model;
        // A draft says these things on its first page, where they can still be mended.
        if (model.Input.IsDraft) return;
        var lines = new List<Line>();
        if (model.Refused.Length is > 0 and var refused)
        {
            lines.Add(writer.ToPart(words.Count(AboutWords.Refused, refused), SummaryPart.Bodies, AnnexWords.BodiesShort));
        }
        List<string> machine = [.. model.Replies.Where(r => r.Split.Document.MachineRead).Select(r => r.Name)];
        if (machine.Count > 0) lines.Add(new Line().Text(words.Count(AboutWords.MachineRead, machine.Count, writer.Names(machine))));
        if (lines.Count == 0) return;
        writer.SubHeading(words[AboutWords.Limits], "saknas");
        writer.Bullets(lines);
    }
}
