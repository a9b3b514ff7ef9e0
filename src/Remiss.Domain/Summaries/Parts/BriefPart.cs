using Remiss.Domain.Stances;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Privacy;
using Remiss.Domain.Summaries.Quoting;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>The page for the one who reads a single page: how many, for or against, about what, and what must be checked.</summary>
internal static class BriefPart
{
    private const int TopSections = 3;
    private const int FewestSharing = 3;
    private const int SharedLimit = 120;

    public static void Write(PartWriter writer)
    {
        writer.PartHeading(SummaryPart.Brief, FrontWords.Brief);
        if (writer.ReplyCount == 0)
        {
            writer.Paragraph(writer.Words[FrontWords.BriefNone], ParagraphStyle.Lead);
            BriefChecks.Write(writer);
            return;
        }
        writer.Paragraph(
            writer.Words.Say(FrontWords.BriefLead, Swedish.Capitalised(writer.Replies(writer.ReplyCount)), writer.Comments(writer.Model.Comments.Length)),
            ParagraphStyle.Lead);
        Answered(writer);
        MostShared(writer);
        Stances(writer);
        MostComments(writer);
        MostOpposition(writer);
        BriefChecks.Write(writer);
    }

    private static void Answered(PartWriter writer)
    {
        ConsultationFacts facts = writer.Model.Input.Consultation;
        var sentences = new List<string>();
        if (facts.InvitedCount is { } invited) sentences.Add(writer.Words.Count(FrontWords.BriefAsked, invited));
        if (!facts.Silent.IsDefaultOrEmpty)
        {
            string names = writer.Names(facts.Silent);
            sentences.Add(facts.InvitedCount is { } all
                ? writer.Words.Say(FrontWords.BriefSilent, Swedish.Number(facts.Silent.Length), Swedish.Number(all), names)
                : writer.Words.Say(FrontWords.BriefSilentNamed, names));
        }
        int joint = writer.Model.Replies.Count(r => r.Split.Senders.Length > 1);
        if (joint > 0) sentences.Add(writer.Words.Count(FrontWords.BriefJoint, joint));
        if (facts.Deadline is { } deadline)
        {
            List<string> late = [.. writer.Model.Replies.Where(r => r.Split.Date > deadline).Select(r => r.Name)];
            if (late.Count > 0) sentences.Add(writer.Words.Count(FrontWords.BriefLate, late.Count, writer.Names(late)));
        }
        writer.Paragraph(string.Join(' ', sentences));
    }

    // The same words in many replies are often somebody's campaign; a reader should weigh them as such.
    private static void MostShared(PartWriter writer)
    {
        if (!writer.Model.Has(SummaryPart.SharedPassages)) return;
        (SharedView Passage, int Replies) most = writer.Model.Shared
            .Select(s => (s, s.Comments.Select(c => c.Reply).Distinct().Count())).MaxBy(p => p.Item2);
        if (most.Replies < FewestSharing || most.Replies * 10 < writer.ReplyCount) return;
        string words = Swedish.Quote(Excerpt.Beginning(PersonalNumbers.Remove(most.Passage.Text), SharedLimit));
        writer.Paragraph(new Line()
            .Text(writer.Words.Say(FrontWords.BriefShared, Swedish.Number(most.Replies), Swedish.Number(writer.ReplyCount), words))
            .See(writer, SummaryPart.SharedPassages, AnnexWords.SharedShort));
    }

    private static void Stances(PartWriter writer)
    {
        writer.SubHeading(writer.Words[OverviewWords.Heading], "helheten");
        StanceTally tally = writer.Model.Overall;
        string[] counted = [.. tally.Present.Select(s => writer.Words.Count(OverviewWords.Sentence(s), tally[s], Swedish.Number(tally.Total)))];
        writer.Paragraph(writer.Words.Say(OverviewWords.Sentences, Swedish.List(counted)));
        StanceOverview.OfReplies(writer);
    }

    private static void MostComments(PartWriter writer)
    {
        List<ChapterView> top = [.. writer.Model.Chapters.Where(c => c.CommentCount > 0)
            .OrderByDescending(c => c.CommentCount).ThenByDescending(c => c.Tally.Total).ThenBy(c => c.Index).Take(TopSections)];
        if (top.Count == 0) return;
        writer.SubHeading(writer.Words[FrontWords.MostComments], "flest-synpunkter");
        writer.Bullets(top.Select(c => Item(writer, c, writer.Words.Say(
            FrontWords.MostCommentsItem, writer.Comments(c.CommentCount), Swedish.Number(c.Tally.Total), Swedish.Number(writer.ReplyCount)))));
    }

    private static void MostOpposition(PartWriter writer)
    {
        if (writer.Model.Chapters.All(c => c.CommentCount == 0)) return;
        List<ChapterView> top = [.. writer.Model.Chapters.Where(c => c.Tally[Stance.Opposes] + c.Tally[Stance.Doubtful] > 0)
            .OrderByDescending(c => c.Tally[Stance.Opposes]).ThenByDescending(c => c.Tally[Stance.Doubtful]).ThenBy(c => c.Index).Take(TopSections)];
        writer.SubHeading(writer.Words[FrontWords.MostOpposition], "storst-motstand");
        if (top.Count == 0) writer.Paragraph(writer.Words[FrontWords.MostOppositionNone]);
        else writer.Bullets(top.Select(c => Item(writer, c, Opposition(writer, c.Tally))));
    }

    private static string Opposition(PartWriter writer, StanceTally tally)
    {
        int against = tally[Stance.Opposes], doubtful = tally[Stance.Doubtful];
        string all = Swedish.Number(tally.Total);
        if (doubtful == 0) return writer.Words.Say(FrontWords.Opposition, Swedish.Number(against), all);
        if (against == 0) return writer.Words.Say(doubtful == 1 ? FrontWords.OnlyDoubt : FrontWords.OnlyDoubts, Swedish.Number(doubtful), all);
        return writer.Words.Say(
            doubtful == 1 ? FrontWords.OppositionAndDoubt : FrontWords.OppositionAndDoubts, Swedish.Number(against), all, Swedish.Number(doubtful));
    }

    private static Line Item(PartWriter writer, ChapterView chapter, string text)
    {
        Anchor? anchor = writer.Model.AnchorOf(chapter);
        return new Line().Link(chapter.Label, anchor).Text($": {text}").Page(", ", anchor);
    }
}
