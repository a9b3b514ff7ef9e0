using System.Collections.Immutable;
using System.Globalization;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries.Passages;
using Remiss.Domain.Summaries.Privacy;
using Remiss.Domain.Summaries.Quoting;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Model;

/// <summary>Counts the input once, in the order of the replies, into what the parts print.</summary>
internal static class ModelBuilder
{
    public static SummaryModel Build(SummaryInput input, SummaryTheme theme)
    {
        var anchors = new AnchorBook();
        var words = new WordBook(theme.Words);
        ImmutableArray<ReplyView> replies = Replies(input, words);
        ChapterTable chapters = ChapterTable.Build(input, anchors);
        var comments = ImmutableArray.CreateBuilder<CommentView>();
        var overall = new StanceTally();
        foreach (ReplyView reply in replies)
        {
            overall.Add(reply.Split.OverallStance.Stance);
            for (int i = 0; i < reply.Split.Comments.Length; i++)
            {
                CommentView comment = View(reply, i, input, chapters, anchors, words);
                reply.Comments.Add(comment);
                reply.Count(comment);
                chapters.Place(comment);
                comments.Add(comment);
            }
            chapters.Count(reply);
        }
        chapters.Finish(anchors);
        ImmutableArray<CommentView> all = comments.DrainToImmutable();
        ImmutableArray<SharedView> shared = Shared(all);
        ImmutableArray<SummaryPart> parts = PartChoice.Of(theme.Parts, input, all, shared);
        return new SummaryModel
        {
            Input = input,
            Theme = theme,
            Words = words,
            Anchors = anchors,
            Parts = parts,
            Replies = replies,
            Comments = all,
            Chapters = chapters.All,
            Shared = shared,
            Refused = [.. (input.Refused.IsDefault ? [] : input.Refused).Select(f => Refused(f, input.PrintPrivateNames))],
            Overall = overall,
            PartAnchors = parts.Where(p => p is not (SummaryPart.Cover or SummaryPart.Contents))
                .ToImmutableDictionary(p => p, p => anchors.Take("del", p.ToString())),
        };
    }

    /// <summary>The tags that count: what the reply or a person says; suggestions only where nothing else is said and they reach the threshold.</summary>
    public static ImmutableArray<SectionTag> CountingTags(Comment comment, double? threshold)
    {
        ImmutableArray<SectionTag> settled = [.. comment.Settled];
        if (!settled.IsEmpty || comment.IsGeneral || threshold is not { } least) return settled;
        return [.. comment.Tags.Where(t => t.Confidence >= least)];
    }

    private static ImmutableArray<ReplyView> Replies(SummaryInput input, WordBook words)
    {
        var replies = ImmutableArray.CreateBuilder<ReplyView>(input.Responses.Length);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        int persons = 0;
        foreach (SummarisedResponse response in input.Responses)
        {
            string key = response.Key;
            for (int again = 2; !keys.Add(key); again++) key = string.Create(CultureInfo.InvariantCulture, $"{response.Key}-{again}");
            bool hidden = !input.PrintPrivateNames && (response.IsPrivatePerson || PrivateSender.IsPrivate(response.Name, response.Split));
            string name = hidden ? words.Say(FrontWords.PrivatePerson, Swedish.Number(++persons)) : response.Name;
            replies.Add(new ReplyView(key, name, hidden, response));
        }
        return replies.DrainToImmutable();
    }

    // A private person's file is often named after them, and so is the reason why it could not be read.
    private static RefusedView Refused(RefusedFile file, bool printNames)
    {
        string reason = file.Reason.In(Language.Swedish);
        if (printNames || !PrivateSender.IsPersonsFile(file.Name)) return new RefusedView(file.Name, reason);
        int dot = file.Name.LastIndexOf('.');
        string name = Contacts.NameMask + (dot > 0 ? file.Name[dot..] : "");
        return new RefusedView(name, reason.Replace(file.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    private static CommentView View(ReplyView reply, int index, SummaryInput input, ChapterTable chapters, AnchorBook anchors, WordBook words)
    {
        Comment comment = reply.Split.Comments[index];
        ImmutableArray<SectionTag> tags = CountingTags(comment, input.AcceptThreshold);
        string id = string.Create(CultureInfo.InvariantCulture, $"{reply.Key}.{index + 1}");
        ImmutableArray<string> paragraphs = QuotedText.Paragraphs(reply, comment.Span);
        return new CommentView
        {
            Id = id,
            Anchor = anchors.Take("synpunkt", id),
            Reply = reply,
            Comment = comment,
            Tags = tags,
            Chapters = chapters.Resolve(tags),
            Place = !tags.IsEmpty ? Place.Section : comment.IsGeneral ? Place.General : Place.Undecided,
            Paragraphs = paragraphs.IsEmpty ? [words[SectionWords.NoText]] : paragraphs,
        };
    }

    private static ImmutableArray<SharedView> Shared(ImmutableArray<CommentView> comments)
    {
        var units = new List<PassageUnit>(comments.Length);
        var owners = new List<CommentView>(comments.Length);
        var senders = new Dictionary<ReplyView, int>();
        foreach (CommentView comment in comments)
        {
            senders.TryAdd(comment.Reply, senders.Count);
            foreach (string paragraph in comment.Paragraphs)
            {
                units.Add(new PassageUnit(senders[comment.Reply], paragraph));
                owners.Add(comment);
            }
        }
        return [.. SharedPassages.Find(units).Select(p => new SharedView(p.Text, p.Verbatim, [.. p.Units.Select(u => owners[u]).Distinct()]))];
    }
}

/// <summary>A file that could not be read, as it may be named, and why.</summary>
internal sealed record RefusedView(string Name, string Reason);

/// <summary>A passage that several replies share, with the comments that it stands in.</summary>
internal sealed record SharedView(string Text, bool Verbatim, ImmutableArray<CommentView> Comments);
