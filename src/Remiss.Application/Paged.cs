using FluentValidation;
using Remiss.Application.Pipeline;

namespace Remiss.Application;

/// <summary>Some rows of a longer list.</summary>
/// <param name="Rows">Those of this page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total);

/// <summary>A query that hands out its list page by page.</summary>
public interface IPagedQuery
{
    /// <summary>The page, from 1.</summary>
    int Page { get; }

    /// <summary>How many rows a page has, 1 to 1,000.</summary>
    int PageSize { get; }
}

/// <summary>What holds for every page.</summary>
internal static class Paging
{
    /// <summary>A list's last reachable row: deeper than that one searches instead of turning pages.</summary>
    private const int Deepest = 10_000_000;

    /// <summary>How many rows stand before the page.</summary>
    public static int Skip(this IPagedQuery query) => (query.Page - 1) * query.PageSize;

    /// <summary>The rules of page and size.</summary>
    public static void IsPaged<T>(this AbstractValidator<T> validator)
        where T : IPagedQuery
    {
        validator.RuleFor(q => q.PageSize).Must(size => size is >= 1 and <= 1000)
            .Says("En sida visar mellan 1 och 1 000 rader.", "A page shows between 1 and 1,000 rows.");
        validator.RuleFor(q => q.Page).Must((q, page) => page >= 1 && (long)page * Math.Max(1, q.PageSize) <= Deepest)
            .Says("Sidan finns inte. Den första heter 1.", "There is no such page. The first one is 1.");
    }
}
