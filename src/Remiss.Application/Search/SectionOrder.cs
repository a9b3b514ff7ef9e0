using System.Collections.Immutable;
using Dapper;
using Remiss.Application.Database;
using Remiss.Application.Documents;

namespace Remiss.Application.Search;

/// <summary>
/// Comments in the order of the document. A comment belongs to the first section among its tags that count; where
/// versions merged or renamed sections, to what they are now. Comments without one come last, as they were registered.
/// </summary>
/// <param name="session">Where to read.</param>
/// <param name="document">Whose order.</param>
/// <param name="sections">The sections that count; null is all.</param>
internal sealed class SectionOrder(DbSession session, StoredDocument document, IReadOnlySet<Guid>? sections)
{
    private const string ListTags = "SELECT comment_no, section_id FROM comment_tag WHERE comment_no IN @nos AND status = 'Settled'";

    private const string InSection = """
        FROM comment_tag p CROSS JOIN comment k
        WHERE p.section_id IN @here AND p.status = 'Settled' AND k.comment_no = p.comment_no AND k.consultation_id = @consultation
        """;

    private const string Tagged = "SELECT 1 FROM comment_tag e WHERE e.comment_no = k.comment_no AND e.status = 'Settled' AND e.section_id IN";

    /// <summary>The numbers of one page's comments.</summary>
    /// <param name="few">All that are wanted where they are few; null has them read section by section.</param>
    public Task<IReadOnlyList<long>> PageAsync(
        IReadOnlyList<long>? few, CommentConditions conditions, IPagedQuery page, CancellationToken cancellationToken) =>
        few is null ? WalkAsync(conditions, page, cancellationToken) : SortAsync(few, page, cancellationToken);

    private async Task<IReadOnlyList<long>> SortAsync(IReadOnlyList<long> nos, IPagedQuery page, CancellationToken cancellationToken)
    {
        if (nos.Count == 0) return [];
        var tags = (await session.ListAsync<TagRow>(ListTags, new { nos }, cancellationToken).ConfigureAwait(false)).ToLookup(t => t.CommentNo, t => t.SectionId);
        return [.. nos.OrderBy(no => tags[no].Select(PlaceOf).DefaultIfEmpty(int.MaxValue).Min()).ThenBy(no => no).Skip(page.Skip()).Take(page.PageSize)];
    }

    private int PlaceOf(StoredSectionId id) => sections?.Contains(id.Value) != false && document.KeyOf(id) is { } key ? document.Tree.IndexOf(key) : int.MaxValue;

    private async Task<IReadOnlyList<long>> WalkAsync(CommentConditions conditions, IPagedQuery page, CancellationToken cancellationToken)
    {
        var found = new List<long>();
        int skip = page.Skip();
        var earlier = new List<Guid>();
        foreach (var section in document.Keys.Keys.GroupBy(PlaceOf, id => id.Value).Where(g => g.Key < int.MaxValue).OrderBy(g => g.Key))
        {
            Guid[] here = [.. section];
            string from = $"{InSection} AND {conditions.Sql}{(earlier.Count == 0 ? string.Empty : $" AND NOT EXISTS ({Tagged} @earlier)")}";
            skip = await TakeAsync(from, conditions.Values, here, earlier, skip, found, page.PageSize, cancellationToken).ConfigureAwait(false);
            if (found.Count == page.PageSize) return found;
            earlier.AddRange(here);
        }
        string rest = $"{conditions.Wanted}{(earlier.Count == 0 ? string.Empty : $" AND NOT EXISTS ({Tagged} @earlier)")}";
        await TakeAsync(rest, conditions.Values, [], earlier, skip, found, page.PageSize, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>Adds what of the page stands here, and tells how many rows before the page are left to skip.</summary>
    private async Task<int> TakeAsync(
        string from, DynamicParameters conditions, Guid[] here, List<Guid> earlier, int skip, List<long> found, int size, CancellationToken cancellationToken)
    {
        var values = new DynamicParameters(conditions);
        values.Add("here", here);
        values.Add("earlier", earlier);
        values.Add("skip", skip);
        values.Add("take", size - found.Count);
        string select = $"SELECT DISTINCT k.comment_no {from} ORDER BY k.comment_no {session.Dialect.Page}";
        var nos = await session.ListAsync<long>(select, values, cancellationToken).ConfigureAwait(false);
        found.AddRange(nos);
        if (nos.Count > 0 || skip == 0) return 0;
        return skip - await session.FindAsync<int>($"SELECT COUNT(DISTINCT k.comment_no) {from}", values, cancellationToken).ConfigureAwait(false);
    }

    private sealed record TagRow
    {
        public long CommentNo { get; init; }

        public StoredSectionId SectionId { get; init; }
    }
}
