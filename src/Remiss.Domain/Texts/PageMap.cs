using System.Collections.Immutable;

namespace Remiss.Domain.Texts;

/// <summary>
/// Tells which page a position of a text stands on. Pages count from 1 in the file's order; where a
/// document prints its own numbers (a cover that is not counted), <see cref="PrintedOffset"/> tells the difference.
/// </summary>
public sealed class PageMap
{
    private readonly ImmutableArray<int> _starts;

    /// <param name="pageStarts">For each page the position of its first character; ascending, the first 0.</param>
    /// <param name="printedOffset">The printed number of a page minus its number in the file; 0 where they agree.</param>
    public PageMap(ImmutableArray<int> pageStarts, int printedOffset = 0)
    {
        _starts = pageStarts.IsDefaultOrEmpty ? [0] : pageStarts;
        PrintedOffset = printedOffset;
    }

    /// <summary>A text on a single page, or without pages.</summary>
    public static PageMap SinglePage { get; } = new([0]);

    /// <summary>How many pages there are, at least 1.</summary>
    public int Count => _starts.Length;

    /// <summary>The printed number of a page minus its number in the file.</summary>
    public int PrintedOffset { get; }

    /// <summary>Position of each page's first character.</summary>
    public ImmutableArray<int> Starts => _starts;

    /// <summary>The page of a position, from 1; positions outside the text belong to the first or last page.</summary>
    public int PageAt(int position)
    {
        int index = _starts.BinarySearch(position);
        // Several empty pages may start at one position: the last of them holds its character.
        if (index >= 0)
        {
            while (index + 1 < _starts.Length && _starts[index + 1] == position) index++;
            return index + 1;
        }
        return Math.Max(1, ~index);
    }
}
