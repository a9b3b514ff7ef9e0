using System.Collections.Immutable;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>A bar of stances with its data in a table beside it.</summary>
internal static class StanceOverview
{
    /// <summary>With fewer bodies than this a bar shows less than the table says.</summary>
    private const int FewestForBar = 3;
    private const int MostNamesInCell = 40;
    private const int MostNamesInBrief = 5;

    /// <summary>The replies as wholes: chart, and table with shares that sum to 100.</summary>
    public static void OfReplies(PartWriter writer)
    {
        StanceTally tally = writer.Model.Overall;
        string basis = writer.Respondents(tally.Total);
        if (tally.Total >= FewestForBar)
        {
            writer.Add(new StanceChartBlock(
                writer.Words.Say(OverviewWords.ChartAlternative, basis, writer.InWords(tally)),
                writer.Words.Say(OverviewWords.ChartCaption, basis),
                [new StanceBar(writer.Words[OverviewWords.ChartBar], tally.Counts)],
                writer.Legend(tally.Present)));
        }
        ImmutableArray<Stance> present = [.. tally.Present];
        ILookup<Stance, string> names = writer.Model.Replies.ToLookup(r => r.Split.OverallStance.Stance, r => r.Name);
        ImmutableArray<int> shares = Swedish.Percentages([.. present.Select(s => (long)tally[s])]);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TableCell>>();
        for (int i = 0; i < present.Length; i++)
        {
            rows.Add([Mark(writer, present[i]), TableCell.Of(Swedish.Number(tally[present[i]])), TableCell.Of($"{shares[i]}{Swedish.NoBreakSpace}%"),
                TableCell.Of(writer.Names(names[present[i]], MostNamesInBrief))]);
        }
        rows.Add([TableCell.Of(writer.Words[OverviewWords.Sum]), TableCell.Of(Swedish.Number(tally.Total)), TableCell.Of($"100{Swedish.NoBreakSpace}%"), TableCell.Empty]);
        writer.Add(new TableBlock(
            writer.Words.Say(OverviewWords.TableCaption, basis),
            [
                new TableColumn(writer.Words[OverviewWords.ColumnStance], 3),
                new TableColumn(writer.Words[OverviewWords.ColumnCount], 1, CellAlignment.End, FitsContent: true),
                new TableColumn(writer.Words[OverviewWords.ColumnShare], 1, CellAlignment.End, FitsContent: true),
                new TableColumn(writer.Words[OverviewWords.ColumnBodies], 5),
            ],
            rows.DrainToImmutable()));
    }

    /// <summary>The bodies that comment on a section: chart where it tells something, and who thinks what.</summary>
    public static void OfSection(PartWriter writer, ChapterView chapter, string name)
    {
        StanceTally tally = chapter.Tally;
        string basis = writer.Respondents(tally.Total);
        ILookup<Stance, string> names = chapter.Bodies.ToLookup(b => b.Stance, b => b.Reply.Name);
        if (tally.Total < FewestForBar)
        {
            var line = new Line();
            foreach (Stance stance in tally.Present) line.Next().Stance(writer.Entry(stance), withLabel: true).Text($": {writer.Names(names[stance])}");
            writer.Paragraph(line);
            return;
        }
        writer.Add(new StanceChartBlock(
            writer.Words.Say(OverviewWords.SectionChartAlternative, name, basis, writer.InWords(tally)),
            writer.Words.Say(OverviewWords.SectionChartCaption, name, basis),
            [new StanceBar(chapter.Number ?? chapter.Title, tally.Counts)],
            writer.Legend(tally.Present)));
        writer.Add(new TableBlock(
            writer.Words.Say(OverviewWords.SectionTableCaption, name, basis),
            [
                new TableColumn(writer.Words[OverviewWords.ColumnStance], 3),
                new TableColumn(writer.Words[OverviewWords.ColumnCount], 1, CellAlignment.End, FitsContent: true),
                new TableColumn(writer.Words[OverviewWords.ColumnBodies], 5),
            ],
            [
                .. tally.Present.Select(s => ImmutableArray.Create(
                    Mark(writer, s), TableCell.Of(Swedish.Number(tally[s])), TableCell.Of(writer.Names(names[s], MostNamesInCell)))),
            ]));
    }

    private static TableCell Mark(PartWriter writer, Stance stance) => new Line().Stance(writer.Entry(stance), withLabel: true).Cell(stance);
}
