using System.Collections.Immutable;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>The comments in the other two orders: one chapter per body, or one comment a row.</summary>
internal static class OtherOrders
{
    public static void ByBody(PartWriter writer)
    {
        writer.PartHeading(SummaryPart.Sections, SectionWords.ByBody);
        foreach (ReplyView reply in writer.Model.Replies)
        {
            writer.Heading(2, $"{reply.Key} {reply.Name}", writer.Model.Anchors.Take("svar", reply.Key));
            writer.Paragraph(new Line().Text(writer.Words[SectionWords.BodyOverall] + " ").Stance(writer.Entry(reply.Split.OverallStance.Stance), withLabel: true));
            if (reply.Comments.Count == 0) writer.Paragraph(writer.Words[SectionWords.BodyNone]);
            var shown = new LeadInSight();
            foreach (CommentView comment in reply.Comments)
            {
                Line label = new Line().Bold(Swedish.Capitalised(writer.Words.Say(SectionWords.Comment, comment.Id))).Next().Text(Where(writer, comment));
                CommentBlocks.Write(writer, comment, label, shown);
                if (comment.Place == Place.Undecided) CommentBlocks.Suggestion(writer, comment);
            }
        }
    }

    public static void AsTable(PartWriter writer)
    {
        writer.PartHeading(SummaryPart.Sections, SectionWords.Table);
        WordBook words = writer.Words;
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TableCell>>(writer.Model.Comments.Length);
        foreach (CommentView comment in writer.Model.Comments)
        {
            Line stance = new Line().Stance(writer.Entry(comment.Comment.Stance.Stance), withLabel: true);
            string evidence = CommentBlocks.Evidence(comment);
            if (evidence.Length > 0) stance.Text($" ({evidence})");
            rows.Add(
            [
                TableCell.Of(comment.Id),
                TableCell.Of(comment.Reply.Name),
                TableCell.Of(Join(Where(writer, comment), CommentBlocks.Items(writer, comment), CommentBlocks.Origin(writer, comment), Suggested(writer, comment))),
                TableCell.Of(Join(Swedish.Quote(string.Join(' ', comment.Paragraphs)), CommentBlocks.Page(writer, comment), CommentBlocks.Under(writer, comment))),
                stance.Cell(comment.Comment.Stance.Stance),
            ]);
        }
        writer.Add(new TableBlock(
            words.Count(SectionWords.TableCaption, rows.Count, writer.Replies(writer.ReplyCount)),
            [
                new TableColumn(words[SectionWords.TableNumber], FitsContent: true),
                new TableColumn(words[SectionWords.TableBody], 2),
                new TableColumn(words[SectionWords.TableSection], 2),
                new TableColumn(words[SectionWords.TableComment], 6),
                new TableColumn(words[SectionWords.TableStance], 2),
            ],
            rows.MoveToImmutable()));
    }

    private static string Suggested(PartWriter writer, CommentView comment) =>
        comment.Place == Place.Undecided ? CommentBlocks.BestSuggestion(writer, comment) : "";

    // A cell is one run of text: what else there is to say of it follows in brackets.
    private static string Join(string text, params ReadOnlySpan<string> remarks)
    {
        var said = new List<string>();
        foreach (string remark in remarks)
        {
            if (remark.Length > 0) said.Add(remark);
        }
        return said.Count == 0 ? text : $"{text} ({string.Join("; ", said)})";
    }

    private static string Where(PartWriter writer, CommentView comment) => comment.Place switch
    {
        Place.Section => writer.Model.Range(comment),
        Place.General => writer.Words[SectionWords.WholeDocument],
        _ => writer.Words[SectionWords.NotDecided],
    };
}
