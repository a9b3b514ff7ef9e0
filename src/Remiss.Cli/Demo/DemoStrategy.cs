using System.Collections.Immutable;
using Remiss.Documents.Letters;

namespace Remiss.Cli.Demo;

/// <summary>The strategy of the invented region, from <c>Data/strategi.md</c>: <c>#</c> headings, <c>-</c> points, text.</summary>
internal static class DemoStrategy
{
    public const string Region = "Region Mittsund";
    public const string Title = "Digitaliseringsstrategi 2027–2031";
    public const string RegistrationNumber = "RM 2026/00418";
    public static readonly DateOnly Opened = new(2026, 5, 18);
    public static readonly DateOnly Deadline = new(2026, 9, 30);

    /// <summary>The strategy with cover and contents.</summary>
    public static Letter Letter() => new()
    {
        Title = Title,
        Author = Region,
        Written = new DateTimeOffset(2026, 5, 11, 9, 0, 0, TimeSpan.FromHours(2)),
        Footer = $"{Region} – {Title} – remissversion",
        PageMark = PageMark.Words,
        Blocks =
        [
            new LetterLines([Region, "Regionala utvecklingsnämnden"]),
            new LetterTitle(Title),
            new LetterParagraph("Remissversion 2026-05-11"),
            new LetterLines([$"Dnr {RegistrationNumber}", "Svar senast den 30 september 2026 till remiss@mittsund.example"]),
            new LetterContents("Innehåll"),
            new LetterPageBreak(),
            .. Body(DemoBank.Text("strategi.md")),
        ],
    };

    /// <summary>The titles of the sections by number.</summary>
    public static ImmutableSortedDictionary<string, string> SectionTitles() => Letter().Blocks
        .OfType<LetterHeading>()
        .Select(heading => heading.Text.Split(' ', 2))
        .ToImmutableSortedDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static IEnumerable<LetterBlock> Body(string source)
    {
        string[] lines = source.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.StartsWith('#'))
            {
                int level = line.IndexOf(' ', StringComparison.Ordinal);
                yield return new LetterHeading(level, line[(level + 1)..]);
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                var items = lines.Skip(i).TakeWhile(IsPoint).Select(point => point[2..]).ToImmutableArray();
                yield return new LetterBullets(items);
                i += items.Length - 1;
            }
            else if (i + 1 < lines.Length && IsPoint(lines[i + 1])) yield return new LetterLead(line);
            else yield return new LetterParagraph(line);
        }
    }

    private static bool IsPoint(string line) => line.StartsWith("- ", StringComparison.Ordinal);
}
