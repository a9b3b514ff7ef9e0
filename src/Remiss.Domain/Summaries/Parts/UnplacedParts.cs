using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>Comments on the document as a whole, and comments whose section nobody has decided.</summary>
internal static class UnplacedParts
{
    public static void General(PartWriter writer)
    {
        writer.PartHeading(SummaryPart.General, SectionWords.General);
        List<CommentView> comments = [.. writer.Model.General];
        int bodies = writer.Model.Replies.Count(r => r.General is not null);
        writer.Paragraph(writer.Words.Count(SectionWords.GeneralIntro, comments.Count, Swedish.Number(bodies), Swedish.Number(writer.ReplyCount)));
        CommentBlocks.WriteAll(writer, comments);
    }

    public static void Undecided(PartWriter writer)
    {
        writer.PartHeading(SummaryPart.Undecided, SectionWords.Undecided);
        List<CommentView> comments = [.. writer.Model.Undecided];
        writer.Paragraph(writer.Words.Count(SectionWords.UndecidedIntro, comments.Count));
        var shown = new LeadInSight();
        foreach (CommentView comment in comments)
        {
            CommentBlocks.WriteAll(writer, [comment], shown);
            CommentBlocks.Suggestion(writer, comment);
        }
    }
}
