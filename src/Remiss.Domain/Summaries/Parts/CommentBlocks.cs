using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Quoting;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>One comment: who says it and where, its stance and what that rests on, and the words themselves.</summary>
internal static class CommentBlocks
{
    private const int EvidenceLimit = 80;
    private const int LeadInLimit = 300;

    /// <summary>Comments under a heading, each with its body's name.</summary>
    /// <param name="shown">What lead-ins the reader has in sight already.</param>
    public static void WriteAll(PartWriter writer, IEnumerable<CommentView> comments, LeadInSight? shown = null)
    {
        shown ??= new LeadInSight();
        foreach (CommentView comment in comments)
        {
            Line label = new Line().Bold(comment.Reply.Name).Next().Text(writer.Words.Say(SectionWords.Comment, comment.Id));
            Write(writer, comment, label, shown);
        }
    }

    /// <summary>One comment under a label that says whose it is.</summary>
    public static void Write(PartWriter writer, CommentView comment, Line label, LeadInSight shown)
    {
        AddFacts(writer, comment, label);
        writer.Add(new ParagraphBlock(label.Inlines, ParagraphStyle.Label) { Anchor = comment.Anchor, KeepWithNext = true });
        LeadIn(writer, comment, shown);
        writer.Add(new QuoteBlock(InQuotationMarks(comment.Paragraphs)));
    }

    /// <summary>The best suggestion for a comment that nobody has placed, where there is one; in sight, and never counted.</summary>
    public static void Suggestion(PartWriter writer, CommentView comment)
    {
        SectionTag? first = comment.Comment.Tags.Where(t => t.How == TagSource.Suggested).MaxBy(t => t.Confidence);
        if (first is null) return;
        writer.Paragraph(
            writer.Words.Say(SectionWords.Suggestion, NameOf(first), Sureness(writer, first.Confidence), Swedish.Percent(first.Confidence)), ParagraphStyle.Note);
    }

    /// <summary>The point inside a section that the reply names: <c>3.2 p. 4</c>; empty where it names none.</summary>
    public static string Items(PartWriter writer, CommentView comment) =>
        Swedish.List([.. comment.Tags.Where(t => t.Item is not null)
            .Select(t => writer.Words.Say(SectionWords.Item, t.Number ?? Swedish.Quote(t.Title), Swedish.Number(t.Item!.Value)))]);

    /// <summary>The words that the stance rests on, in quotation marks; empty where there are none to show.</summary>
    public static string Evidence(CommentView comment)
    {
        if (comment.Comment.Stance.Evidence is not { Length: > 0 } evidence) return "";
        string words = QuotedText.Beginning(comment.Reply, evidence, EvidenceLimit);
        return words.Length == 0 ? "" : Swedish.Quote(words);
    }

    /// <summary>A suggestion's confidence in a word: the same three as everywhere in Remiss.</summary>
    public static string Sureness(PartWriter writer, double confidence) => writer.Words[confidence switch
    {
        >= 0.85 => SectionWords.Sure,
        >= 0.6 => SectionWords.Likely,
        _ => SectionWords.Unsure,
    }];

    private static string NameOf(SectionTag tag) =>
        tag.Number is null ? Swedish.Quote(tag.Title) : tag.Title.Length == 0 ? tag.Number : $"{tag.Number} {tag.Title}";

    private static void AddFacts(PartWriter writer, CommentView comment, Line label)
    {
        WordBook words = writer.Words;
        if (comment.Reply.HasPages) label.Next().Text(words.Say(SectionWords.PageInReply, Swedish.Number(comment.Reply.PrintedPage(comment.Comment.Page))));
        label.Next().Stance(writer.Entry(comment.Comment.Stance.Stance), withLabel: true);
        string evidence = Evidence(comment);
        if (evidence.Length > 0) label.Text($" ({evidence})");
        string items = Items(writer, comment);
        if (items.Length > 0) label.Next().Text(words.Say(SectionWords.Concerns, items));
        if (comment.Tags.Any(t => t.How == TagSource.Suggested))
        {
            double least = comment.Tags.Where(t => t.How == TagSource.Suggested).Min(t => t.Confidence);
            label.Next().Text(words.Say(SectionWords.Accepted, Sureness(writer, least), Swedish.Percent(least)));
        }
        else if (comment.Tags.Any(t => t.How == TagSource.Person)) label.Next().Text(words[SectionWords.ByPerson]);
    }

    private static void LeadIn(PartWriter writer, CommentView comment, LeadInSight shown)
    {
        (CommentView Comment, bool IsQuoted)? holder = shown.Holder(comment);
        shown.Show(comment);
        if (comment.Comment.LeadIn is not { } leadIn) return;
        Line line;
        if (holder is { } seen)
        {
            Word words = seen.IsQuoted ? SectionWords.UnderComment : SectionWords.SameLeadIn;
            line = new Line().Text(writer.Words[words] + " ").Link(seen.Comment.Id, writer.Model.AnchorOf(seen.Comment)).Text(".");
        }
        else
        {
            string words = QuotedText.Beginning(comment.Reply, leadIn, LeadInLimit);
            if (words.Length == 0) return;
            line = new Line().Text(writer.Words.Say(SectionWords.LeadIn, Swedish.Quote(words)));
        }
        writer.Add(new ParagraphBlock(line.Inlines, ParagraphStyle.Note) { KeepWithNext = true });
    }

    private static ImmutableArray<string> InQuotationMarks(ImmutableArray<string> paragraphs) => paragraphs.Length == 1
        ? [Swedish.Quote(paragraphs[0])]
        : [.. paragraphs.Select((p, i) => i == 0 ? "\u201D" + p : i == paragraphs.Length - 1 ? p + "\u201D" : p)];
}
