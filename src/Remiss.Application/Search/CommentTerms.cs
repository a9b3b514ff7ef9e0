using Remiss.Application.Database;
using Remiss.Domain.Tagging;

namespace Remiss.Application.Search;

/// <summary>The inverted index of the comments' words, by their <see cref="SearchStem"/>, without function words.</summary>
internal sealed class CommentTerms(DbSession session)
{
    private const int LongestTerm = 80;
    private const string Delete = "DELETE FROM comment_term WHERE comment_no = @commentNo";

    private const string FindConsultation =
        "SELECT c.consultation_no FROM comment k JOIN consultation c ON c.consultation_id = k.consultation_id WHERE k.comment_no = @first";

    private static readonly string[] Columns = ["consultation_no", "term", "comment_no", "weight"];

    /// <summary>Indexes new comments of one consultation, in the open transaction.</summary>
    public async Task AddAsync(IEnumerable<(long CommentNo, string Quote)> comments, CancellationToken cancellationToken)
    {
        var all = comments.ToList();
        if (all.Count == 0) return;
        object consultation = await session.FindAsync<long>(FindConsultation, new { first = all[0].CommentNo }, cancellationToken).ConfigureAwait(false);
        await session.InsertAsync(
            "comment_term", Columns,
            [.. all.SelectMany(c => TermsOf(c.Quote).Select(t => new[] { consultation, t.Term, c.CommentNo, t.Weight }))],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes comments out that are no longer current, in the open transaction.</summary>
    public Task RemoveAsync(IEnumerable<long> comments, CancellationToken cancellationToken) =>
        session.ExecuteAsync(Delete, comments.Select(commentNo => new { commentNo }).ToList(), cancellationToken);

    /// <summary>The stems of a text with how much it is about each, 1 to 1000: the more often it says it and the less it says beside.</summary>
    public static IEnumerable<(string Term, int Weight)> TermsOf(string text) => SwedishWords.In(text)
        .Select(TermOf)
        .OfType<string>()
        .GroupBy(term => term, StringComparer.Ordinal)
        .Select(group => (group.Key, WeightOf(group.Count(), text.Length)));

    // BM25's share of a word, with the usual k1 = 1.2 and b = 0.75; a comment is some 300 characters.
    private static int WeightOf(int occurrences, int length) => Math.Max(1, (int)(1000 * occurrences / (occurrences + 0.3 + 0.003 * length)));

    /// <summary>What a word (lower case) is found by; null for one that stands in every comment and is not indexed.</summary>
    public static string? TermOf(string word) =>
        SwedishWords.IsFunctionWord(word) || SearchStem.Of(word) is not { Length: > 0 and <= LongestTerm } term ? null : term;
}
