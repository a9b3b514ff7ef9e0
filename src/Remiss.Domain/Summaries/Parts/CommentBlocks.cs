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
        string suggestion = BestSuggestion(writer, comment);
        if (suggestion.Length > 0) writer.Paragraph(Swedish.Capitalised(suggestion), ParagraphStyle.Note);
    }

    /// <summary>The same in words; empty where there is none.</summary>
    public static string BestSuggestion(PartWriter writer, CommentView comment) =>
        comment.Comment.Tags.Where(t => t.How == TagSource.Suggested).MaxBy(t => t.Confidence) is { } first
            ? writer.Words.Say(SectionWords.Suggestion, NameOf(first), Sureness(writer, first.Confidence), Swedish.Percent(first.Confidence))
            : "";

    /// <summary>The page in the reply; empty where it has no pages to name.</summary>
    public static string Page(PartWriter writer, CommentView comment) => comment.Reply.HasPages
        ? writer.Words.Say(SectionWords.PageInReply, Swedish.Number(comment.Reply.PrintedPage(comment.Comment.Page)))
        : "";

    /// <summary>How the section came to be, where neither heading nor text of the reply says it; else empty.</summary>
    public static string Origin(PartWriter writer, CommentView comment)
    {
        if (comment.Tags.Any(t => t.How == TagSource.Suggested))
        {
            double least = comment.Tags.Where(t => t.How == TagSource.Suggested).Min(t => t.Confidence);
            return writer.Words.Say(SectionWords.Accepted, Sureness(writer, least), Swedish.Percent(least));
        }
        return comment.Tags.Any(t => t.How == TagSource.Person) ? writer.Words[SectionWords.ByPerson] : "";
    }

    /// <summary>The sentence that a point stands under, in full; empty for what is no point.</summary>
    public static string Under(PartWriter writer, CommentView comment)
    {
        if (comment.Comment.LeadIn is not { } leadIn) return "";
        string words = QuotedText.Beginning(comment.Reply, leadIn, LeadInLimit);
        return words.Length == 0 ? "" : writer.Words.Say(SectionWords.LeadIn, Swedish.Quote(words));
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
        string page = Page(writer, comment);
        if (page.Length > 0) label.Next().Text(page);
        label.Next().Stance(writer.Entry(comment.Comment.Stance.Stance), withLabel: true);
        string evidence = Evidence(comment);
        if (evidence.Length > 0) label.Text($" ({evidence})");
        string items = Items(writer, comment);
        if (items.Length > 0) label.Next().Text(writer.Words.Say(SectionWords.Concerns, items));
        string origin = Origin(writer, comment);
        if (origin.Length > 0) label.Next().Text(origin);
    }

    private static void LeadIn(PartWriter writer, CommentView comment, LeadInSight shown)
    {
        (CommentView Comment, bool IsQuoted)? holder = shown.Holder(comment);
        shown.Show(comment);
        var line = new Line();
        if (holder is { } seen)
        {
            Word words = seen.IsQuoted ? SectionWords.UnderComment : SectionWords.SameLeadIn;
            line.Text(writer.Words[words] + " ").Link(seen.Comment.Id, writer.Model.AnchorOf(seen.Comment)).Text(".");
        }
        else line.Text(Swedish.Capitalised(Under(writer, comment)));
        if (line.IsEmpty) return;
        writer.Add(new ParagraphBlock(line.Inlines, ParagraphStyle.Note) { KeepWithNext = true });
    }

    private static ImmutableArray<string> InQuotationMarks(ImmutableArray<string> paragraphs) => paragraphs.Length == 1
        ? [Swedish.Quote(paragraphs[0])]
        : [.. paragraphs.Select((p, i) => i == 0 ? "\u201D" + p : i == paragraphs.Length - 1 ? p + "\u201D" : p)];
}
