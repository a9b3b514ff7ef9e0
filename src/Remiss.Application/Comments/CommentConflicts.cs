using System.Collections.Immutable;
using Remiss.Application.Documents;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;

namespace Remiss.Application.Comments;

/// <summary>Tells two people who met on the same comment what stands there now and what was about to be written.</summary>
internal sealed class CommentConflicts(CommentHistory history, StoredDocuments documents)
{
    /// <summary>The conflict of one who decided from an older version.</summary>
    /// <param name="reply">The reply as it is now.</param>
    /// <param name="comment">The comment that has changed.</param>
    /// <param name="wanted">What would have been written; empty where it cannot be any more.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Conflict> OfAsync(LoadedReply reply, Guid comment, ImmutableArray<KeptComment> wanted, CancellationToken cancellationToken)
    {
        var changes = await history.ListAsync(reply.Reply.ResponseVersionId, comment, cancellationToken).ConfigureAwait(false);
        var words = new CommentWords(reply.State.Text, await documents.CurrentAsync(reply.Reply.ConsultationId, cancellationToken).ConfigureAwait(false));
        Phrase now = words.Of([reply.State.Find(comment)!]);
        Phrase wish = words.Of(wanted);
        string? who = changes.Count == 0 ? null : changes[^1].ActorName;
        return new Conflict(new Phrase(
            $"{who ?? "Någon annan"} hann ändra synpunkten. Nu gäller: {now.Swedish}. Du ville spara: {wish.Swedish}. Inget har skrivits över: läs in den igen och gör om din ändring om den behövs.",
            $"{who ?? "Someone else"} changed the comment first. It now says: {now.English}. You wanted to save: {wish.English}. Nothing was overwritten: load it again and redo your change if it is needed."));
    }

    /// <summary>The conflict of an undoing that would write over what someone has done since.</summary>
    public async Task<Conflict> OfUndoAsync(ChangeRow undone, CancellationToken cancellationToken)
    {
        var later = await history.ListAfterAsync(undone.ResponseVersionId, undone.Sequence, cancellationToken).ConfigureAwait(false);
        ChangeRow? since = later.FirstOrDefault(c => c.Touches(undone.Change));
        string who = since?.ActorName ?? string.Empty;
        return new Conflict(since is null
            ? CommentPhrases.ChangedSince
            : new Phrase(
                $"Ändringen går inte att ångra: {who} har sedan dess ändrat samma text ({CommentPhrases.Kind(since.Kind).Swedish}). Ångra den ändringen först.",
                $"The change cannot be undone: {who} has since changed the same text ({CommentPhrases.Kind(since.Kind).English}). Undo that change first."));
    }
}

/// <summary>Puts comments into words, for conflicts and history.</summary>
/// <param name="text">The reply's text; empty where it is not at hand, then no words of it are quoted.</param>
/// <param name="document">The consulted document, or null.</param>
internal sealed class CommentWords(string text, StoredDocument? document)
{
    private const int LongestQuote = 60;

    /// <summary>Several comments, in one line.</summary>
    public Phrase Of(IEnumerable<KeptComment> comments)
    {
        List<Phrase> all = [.. comments.OrderByDescending(c => c.IsCurrent).Select(Of)];
        return all.Count == 0
            ? new Phrase("en ändring som inte längre går att göra", "a change that can no longer be made")
            : new Phrase(string.Join(" | ", all.Select(p => p.Swedish)), string.Join(" | ", all.Select(p => p.English)));
    }

    private Phrase Of(KeptComment comment)
    {
        if (!comment.IsCurrent) return new Phrase($"{Quote(comment)}ingen synpunkt", $"{Quote(comment)}no comment");
        List<Phrase> sections = [.. comment.Settled().Select(Section)];
        Phrase where = comment.IsGeneral ? new Phrase("hela dokumentet", "the whole document")
            : sections.Count == 0 ? new Phrase("inget avsnitt", "no section")
            : new Phrase(string.Join(", ", sections.Select(s => s.Swedish)), string.Join(", ", sections.Select(s => s.English)));
        Phrase stance = CommentPhrases.Stance(comment.Stance);
        return new Phrase($"{Quote(comment)}{where.Swedish}; {stance.Swedish}", $"{Quote(comment)}{where.English}; {stance.English}");
    }

    private Phrase Section(KeptTag tag)
    {
        if (document?.KeyOf(new StoredSectionId(tag.Section)) is not { } key || document.Tree.Find(key) is not { } section)
            return new Phrase("ett avsnitt som inte finns längre", "a section that no longer exists");
        int item = document.ItemOf(new StoredSectionId(tag.Section), tag.Item);
        return item == 0
            ? new Phrase(section.Label, section.Label)
            : new Phrase($"{section.Label}, punkt {item}", $"{section.Label}, item {item}");
    }

    private string Quote(KeptComment comment)
    {
        if (comment.Span.End > text.Length) return string.Empty;
        string words = comment.Span.In(text).ReplaceLineEndings(" ");
        if (words.Length > LongestQuote) words = words[..(char.IsHighSurrogate(words[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "…";
        return $"”{words}”: ";
    }
}
