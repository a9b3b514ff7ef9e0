using System.Collections.Immutable;
using Remiss.Domain.Texts;

namespace Remiss.Documents.Reading;

/// <summary>
/// Headings that a writer made by hand, bold and without a style: their levels follow from their
/// sizes once all are known, below the stated heading they stand under.
/// </summary>
internal sealed class GuessedHeadings
{
    private const int MaxLength = 150;

    private readonly List<(int Block, double Size, int Under)> _headings = [];
    private int _under;

    /// <summary>A heading that the format states was added.</summary>
    public void StatedHeading(int level) => _under = level;

    /// <summary>A guessed heading is about to be added as the block of that index.</summary>
    public void Add(int block, double size) => _headings.Add((block, size, _under));

    /// <summary>Whether a text may be a heading by its form: one short line that does not end as a sentence does.</summary>
    public static bool HasFormOfHeading(string text)
    {
        string line = text.Trim();
        if (line.Length is 0 or > MaxLength || line.Contains('\n', StringComparison.Ordinal)) return false;
        if (line[^1] is '.' or ',' or ';' or ':' or '-' or '–') return false;
        bool hasLetter = false;
        foreach (char c in line) hasLetter |= char.IsLetter(c);
        return hasLetter && !char.IsLower(line[0]);
    }

    public DocumentText Apply(DocumentText text)
    {
        if (_headings.Count == 0) return text;
        double[] sizes = [.. _headings.Select(h => h.Size).Distinct().OrderDescending()];
        ImmutableArray<TextBlock>.Builder blocks = text.Blocks.ToBuilder();
        foreach ((int block, double size, int under) in _headings)
        {
            int level = under > 0 ? under + 1 : Math.Min(Array.IndexOf(sizes, size) + 1, 6);
            blocks[block] = blocks[block] with { Level = level };
        }
        return text with { Blocks = blocks.ToImmutable() };
    }
}
