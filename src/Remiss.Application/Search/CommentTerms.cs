using Remiss.Application.Database;
using Remiss.Domain.Tagging;

namespace Remiss.Application.Search;

/// <summary>The inverted index of the comments' stemmed words: the same stems that tagging uses, without function words.</summary>
internal sealed class CommentTerms(DbSession session)
{
    private const int LongestTerm = 80;
    private const string Delete = "DELETE FROM comment_term WHERE comment_no = @commentNo";

    private const string FindConsultation =
        "SELECT c.consultation_no FROM comment k JOIN consultation c ON c.consultation_id = k.consultation_id WHERE k.comment_no = @first";

    private static readonly string[] Columns = ["consultation_no", "term", "comment_no", "occurrences"];

    /// <summary>Indexes new comments of one consultation, in the open transaction.</summary>
    public async Task AddAsync(IEnumerable<(long CommentNo, string Quote)> comments, CancellationToken cancellationToken)
    {
        var all = comments.ToList();
        if (all.Count == 0) return;
        object consultation = await session.FindAsync<long>(FindConsultation, new { first = all[0].CommentNo }, cancellationToken).ConfigureAwait(false);
        await session.InsertAsync(
            "comment_term", Columns,
            [.. all.SelectMany(c => TermsOf(c.Quote).Select(t => new[] { consultation, t.Term, c.CommentNo, t.Occurrences }))],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes comments out that are no longer current, in the open transaction.</summary>
    public Task RemoveAsync(IEnumerable<long> comments, CancellationToken cancellationToken) =>
        session.ExecuteAsync(Delete, comments.Select(commentNo => new { commentNo }).ToList(), cancellationToken);

    /// <summary>The stems of a text with how often each stands there.</summary>
    public static IEnumerable<(string Term, int Occurrences)> TermsOf(string text) => SwedishWords.In(text)
        .Select(TermOf)
        .OfType<string>()
        .GroupBy(term => term, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count()));

    /// <summary>What a word (lower case) is found by; null for one that stands in every comment and is not indexed.</summary>
    public static string? TermOf(string word) =>
        SwedishWords.IsFunctionWord(word) || SwedishStemmer.Stem(word) is not { Length: > 0 and <= LongestTerm } term ? null : term;
}
