using System.Collections.Immutable;
using Remiss.Application;
using Remiss.Application.Search;
using Remiss.Domain.Stances;

namespace Remiss.Cli.Json;

/// <summary>What a search found, for machines.</summary>
/// <param name="Total">How many comments match, or were counted before counting stopped.</param>
/// <param name="IsAtLeast">Whether counting stopped.</param>
/// <param name="Comments">The best ones.</param>
internal sealed record SearchJson(int Total, bool IsAtLeast, ImmutableArray<FoundCommentJson> Comments)
{
    public static SearchJson Of(CommentPage page, IReadOnlyDictionary<StoredSectionId, string> names) => new(page.Total, page.IsAtLeast, [.. page.Rows.Select(line => new FoundCommentJson(
        line.Id.Value, line.Response.Value, line.ResponseNumber, line.Senders, line.Page, line.Stance,
        [.. line.Tags.Where(t => t.IsSettled).Select(t => names.GetValueOrDefault(t.Section)).OfType<string>().Distinct()],
        line.Quote, [.. line.Marks.Select(m => new MarkJson(m.Start, m.Length))]))]);
}

/// <summary>A comment that was found; the marks count UTF-16 units of the quote.</summary>
internal sealed record FoundCommentJson(
    Guid Id, Guid Reply, int ReplyNumber, ImmutableArray<string> Senders, int Page, Stance Stance, ImmutableArray<string> Sections, string Quote, ImmutableArray<MarkJson> Marks);

/// <summary>Where a hit stands.</summary>
internal sealed record MarkJson(int Start, int Length);
