using Dapper;
using Remiss.Application.Database;

namespace Remiss.Application.Search;

/// <summary>Where to search.</summary>
/// <param name="Numbers">What <c>consultation_no</c> must be: <c>= @…</c>, or <c>IN</c> and a select.</param>
/// <param name="Ids">The same for <c>consultation_id</c>.</param>
internal sealed record SearchScope(string Numbers, string Ids);

/// <summary>Finds comments by their words: walks the list of the rarest one and asks the others for each of its comments.</summary>
internal sealed class CommentSearch(DbSession session)
{
    /// <summary>One page of what is found.</summary>
    public async Task<CommentPage> FindAsync(
        SearchWords words, SearchScope scope, CommentConditions conditions, IPagedQuery page, CancellationToken cancellationToken)
    {
        DynamicParameters values = conditions.Values;
        values.Add("most", CommentPage.MostCounted + 1);
        var terms = await CountedAsync(words, scope, values, cancellationToken).ConfigureAwait(false);
        if (terms is null) return CommentPage.Empty;
        for (int i = 0; i < terms.Count; i++) values.Add($"w{terms[i].Number}", Math.Log(1 + CommentPage.MostCounted / (double)terms[i].Comments));

        string from = From(terms, scope, conditions, !words.Phrases.IsEmpty);
        string score = string.Join(" + ", terms.Select(t => t.Score));
        string columns = $"t{terms[0].Number}.comment_no, {score} AS score{(words.Phrases.IsEmpty ? string.Empty : ", k.quote")}";
        var found = await session.ListAsync<Candidate>(session.Dialect.AtMost(columns, from), values, cancellationToken).ConfigureAwait(false);
        bool isCut = found.Count > CommentPage.MostCounted;
        if (isCut && words.Phrases.IsEmpty) return await InPlaceAsync(words, $"t{terms[0].Number}.comment_no", from, values, page, cancellationToken).ConfigureAwait(false);

        IEnumerable<Candidate> kept = words.Phrases.IsEmpty ? found : found.Where(c => words.Phrases.All(Squashed(c.Quote).Has));
        List<Candidate> ranked = [.. kept.OrderByDescending(c => c.Score).ThenBy(c => c.CommentNo)];
        var nos = ranked.Skip(page.Skip()).Take(page.PageSize).Select(c => c.CommentNo).ToList();
        var rows = await CommentLines.LoadAsync(session, nos, words, cancellationToken).ConfigureAwait(false);
        return new CommentPage(rows, ranked.Count, isCut) { IsRanked = true };
    }

    private static PhraseText Squashed(string? quote) => PhraseText.Of(quote ?? string.Empty);

    // So many comments have the words that none of them stands out.
    private async Task<CommentPage> InPlaceAsync(SearchWords words, string no, string from, DynamicParameters values, IPagedQuery page, CancellationToken cancellationToken)
    {
        values.Add("skip", page.Skip());
        values.Add("take", page.PageSize);
        var nos = await session.ListAsync<long>($"SELECT {no} {from} ORDER BY {no} {session.Dialect.Page}", values, cancellationToken).ConfigureAwait(false);
        return new CommentPage(await CommentLines.LoadAsync(session, nos, words, cancellationToken).ConfigureAwait(false), CommentPage.MostCounted, IsAtLeast: true);
    }

    /// <summary>The terms with how many comments have each, the rarest first; null where one is in none.</summary>
    private async Task<List<Term>?> CountedAsync(SearchWords words, SearchScope scope, DynamicParameters values, CancellationToken cancellationToken)
    {
        var terms = words.Terms.Select((_, i) => new Term(i, IsWhole: true)).ToList();
        for (int i = 0; i < words.Terms.Length; i++) values.Add($"t{i}", words.Terms[i]);
        if (words.Start is not null)
        {
            int last = terms.Count;
            terms.Add(new Term(last, IsWhole: false));
            values.Add($"t{last}", words.Start);
            // Behind every word that begins so, in either database's order of code units.
            values.Add($"e{last}", words.Start + '\uFFFD');
        }
        foreach (Term term in terms)
        {
            string few = session.Dialect.AtMost("1 AS one", $"FROM comment_term WHERE {term.Where(scope)}");
            term.Comments = await session.FindAsync<int>($"SELECT COUNT(*) FROM ({few}) f", values, cancellationToken).ConfigureAwait(false);
            if (term.Comments == 0) return null;
        }
        return [.. terms.OrderBy(t => t.Comments)];
    }

    // CROSS JOIN holds SQLite to this order; to SQL Server it is a join like any other. The comments themselves, rows as long
    // as their texts, are read only where something of them is asked for: the index has current comments only.
    private static string From(List<Term> terms, SearchScope scope, CommentConditions conditions, bool needsQuotes)
    {
        int first = terms[0].Number;
        var tables = terms.Select(t => t.IsWhole
            ? $"comment_term t{t.Number}"
            : $"(SELECT comment_no, SUM(weight) AS weight FROM comment_term WHERE {t.Where(scope)} GROUP BY comment_no) t{t.Number}").ToList();
        var where = new List<string>();
        foreach (Term term in terms)
        {
            // A whole word behind the beginning of one has no number to be held to but the scope's.
            string number = terms[0].IsWhole && term.Number != first ? $"= t{first}.consultation_no" : scope.Numbers;
            if (term.IsWhole) where.Add($"t{term.Number}.consultation_no {number} AND t{term.Number}.term = @t{term.Number}");
            if (term.Number != first) where.Add($"t{term.Number}.comment_no = t{first}.comment_no");
        }
        if (needsQuotes || conditions.AsksOfComment)
        {
            tables.Add("comment k");
            where.Add($"k.comment_no = t{first}.comment_no");
        }
        where.Add(conditions.OfNumber($"t{first}.comment_no", onlyIndexed: true));
        return $"FROM {string.Join(" CROSS JOIN ", tables)} WHERE {string.Join(" AND ", where)}";
    }

    /// <summary>A word that is searched for, or the beginning of one; how many comments have it is counted only up to the limit.</summary>
    private sealed record Term(int Number, bool IsWhole)
    {
        public int Comments { get; set; }

        public string Score => $"@w{Number} * t{Number}.weight";

        public string Where(SearchScope scope) =>
            $"consultation_no {scope.Numbers} AND {(IsWhole ? $"term = @t{Number}" : $"term >= @t{Number} AND term < @e{Number}")}";
    }

    private sealed record Candidate
    {
        public long CommentNo { get; init; }

        public double Score { get; init; }

        public string? Quote { get; init; }
    }
}
