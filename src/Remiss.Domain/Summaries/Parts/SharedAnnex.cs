using System.Collections.Immutable;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Passages;
using Remiss.Domain.Summaries.Privacy;
using Remiss.Domain.Summaries.Quoting;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>Annex C: passages that several replies share, and who shares them.</summary>
internal static class SharedAnnex
{
    private const int TextLimit = 400;
    private const int MostNamed = 40;

    public static void Write(PartWriter writer)
    {
        WordBook words = writer.Words;
        ImmutableArray<SharedView> shared = writer.Model.Shared;
        writer.PartHeading(SummaryPart.SharedPassages, AnnexWords.Shared);
        writer.Paragraph(words.Count(
            AnnexWords.SharedIntro, shared.Length, Swedish.Number(SharedPassages.FewestWords), Swedish.Percent(SharedPassages.Threshold)));
        writer.Add(new TableBlock(
            words[AnnexWords.SharedCaption],
            [
                new TableColumn(words[AnnexWords.SharedText], 5),
                new TableColumn(words[AnnexWords.SharedLikeness], 1.5),
                new TableColumn(words[AnnexWords.SharedReplies], 1, CellAlignment.End),
                new TableColumn(words[AnnexWords.SharedBy], 3),
            ],
            [.. shared.Select(s => Row(writer, s))]));
    }

    private static ImmutableArray<TableCell> Row(PartWriter writer, SharedView shared)
    {
        var by = new Line();
        foreach (CommentView comment in shared.Comments.Take(MostNamed))
        {
            if (!by.IsEmpty) by.Text(", ");
            by.Text(comment.Reply.Name + " ").Link(comment.Id, writer.Model.AnchorOf(comment));
        }
        int more = shared.Comments.Length - MostNamed;
        if (more > 0) by.Text(" " + writer.Words.Say(FrontWords.AndMore, Swedish.Number(more)));
        int replies = shared.Comments.Select(c => c.Reply).Distinct().Count();
        return
        [
            TableCell.Of(Swedish.Quote(Excerpt.Beginning(PersonalNumbers.Remove(shared.Text), TextLimit))),
            TableCell.Of(writer.Words[shared.Verbatim ? AnnexWords.Verbatim : AnnexWords.Nearly]),
            TableCell.Of(Swedish.Number(replies)),
            by.Cell(),
        ];
    }
}
