using Remiss.Application.Database;
using Remiss.Domain.Tagging;

namespace Remiss.Application.Search;

/// <summary>The inverted index of the comments' stemmed words: the same stems that tagging uses.</summary>
internal sealed class CommentTerms(DbSession session)
{
    private const int LongestTerm = 80;
    private const string Delete = "DELETE FROM comment_term WHERE comment_no = @commentNo";
    private static readonly string[] Columns = ["term", "comment_no", "occurrences"];

    /// <summary>Indexes new comments, in the open transaction.</summary>
    public Task AddAsync(IEnumerable<(long CommentNo, string Quote)> comments, CancellationToken cancellationToken) =>
        session.InsertAsync(
            "comment_term", Columns, [.. comments.SelectMany(c => TermsOf(c.Quote).Select(t => new object?[] { t.Term, c.CommentNo, t.Occurrences }))], cancellationToken);

    /// <summary>Takes comments out that are no longer current, in the open transaction.</summary>
    public Task RemoveAsync(IEnumerable<long> comments, CancellationToken cancellationToken) =>
        session.ExecuteAsync(Delete, comments.Select(commentNo => new { commentNo }).ToList(), cancellationToken);

    /// <summary>The stems of a text with how often each stands there.</summary>
    public static IEnumerable<(string Term, int Occurrences)> TermsOf(string text) => SwedishWords.In(text)
        .Select(SwedishStemmer.Stem)
        .Where(term => term.Length is > 0 and <= LongestTerm)
        .GroupBy(term => term, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count()));
}
