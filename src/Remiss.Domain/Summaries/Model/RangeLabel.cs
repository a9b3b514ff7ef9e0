using System.Collections.Immutable;
using Remiss.Domain.Summaries.Quoting;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Model;

/// <summary>Says a set of sections in few words: <c>avsnitt 3.1–3.4 och 5</c>.</summary>
internal static class RangeLabel
{
    private const int TitleLimit = 60;

    /// <summary>The sections in words, with the word avsnitt before numbers and quotation marks around titles.</summary>
    public static string Of(ImmutableArray<int> chapters, ImmutableArray<ChapterView> all)
    {
        var numbers = new List<string>();
        var titles = new List<string>();
        int i = 0;
        while (i < chapters.Length)
        {
            int last = i;
            while (last + 1 < chapters.Length && Follows(all[chapters[last]], all[chapters[last + 1]])) last++;
            if (last - i >= 2)
            {
                numbers.Add($"{all[chapters[i]].Number}\u2013{all[chapters[last]].Number}");
                i = last + 1;
                continue;
            }
            ChapterView chapter = all[chapters[i++]];
            if (chapter.Number is { } number) numbers.Add(number);
            else titles.Add(Swedish.Quote(Excerpt.Beginning(chapter.Title, TitleLimit)));
        }
        if (numbers.Count == 0) return Swedish.List(titles);
        string said = "avsnitt " + Swedish.List(numbers);
        return titles.Count == 0 ? said : $"{said} samt {Swedish.List(titles)}";
    }

    private static bool Follows(ChapterView one, ChapterView other) =>
        one.Number is not null && other.Number is not null && ReferenceEquals(one.Parent, other.Parent) && other.Ordinal == one.Ordinal + 1
        && (one.Section is null) == (other.Section is null);
}
