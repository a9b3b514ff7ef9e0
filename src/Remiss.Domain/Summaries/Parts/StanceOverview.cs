using System.Collections.Immutable;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>A bar of stances with its data in a table beside it.</summary>
internal static class StanceOverview
{
    /// <summary>With fewer bodies than this a line of names says it all.</summary>
    private const int FewestForTable = 3;

    /// <summary>With fewer bodies on a section than this a bar shows less than the table says.</summary>
    private const int FewestForBar = 6;
    private const int MostNamesInCell = 40;
    private const int MostNamesInBrief = 5;

    /// <summary>The replies as wholes: chart, and table with each share as a reader would compute it.</summary>
    public static void OfReplies(PartWriter writer)
    {
        StanceTally tally = writer.Model.Overall;
        string basis = writer.Respondents(tally.Total);
        if (tally.Total >= FewestForTable)
        {
            writer.Add(new StanceChartBlock(
                writer.Words.Say(OverviewWords.ChartAlternative, basis, writer.InWords(tally)),
                writer.Words.Say(OverviewWords.ChartCaption, basis),
                [new StanceBar(writer.Words[OverviewWords.ChartBar], tally.Counts)],
                writer.Legend(tally.Present))
            { IsExplainedByTable = true });
        }
        ImmutableArray<Stance> present = [.. tally.Present];
        ILookup<Stance, string> names = writer.Model.Replies.ToLookup(r => r.Split.OverallStance.Stance, r => r.Name);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TableCell>>();
        for (int i = 0; i < present.Length; i++)
        {
            rows.Add([Mark(writer, present[i]), TableCell.Of(Swedish.Number(tally[present[i]])), TableCell.Of(Swedish.Percent(tally[present[i]], tally.Total)),
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
        if (!Swedish.SharesSumTo100([.. present.Select(s => (long)tally[s])])) writer.Paragraph(writer.Words[OverviewWords.SharesRounded], ParagraphStyle.Note);
    }

    /// <summary>The bodies that comment on a section: chart where it tells something, and who thinks what.</summary>
    public static void OfSection(PartWriter writer, ChapterView chapter, string name)
    {
        StanceTally tally = chapter.Tally;
        string basis = writer.Respondents(tally.Total);
        ILookup<Stance, string> names = chapter.Bodies.ToLookup(b => b.Stance, b => b.Reply.Name);
        if (tally.Total < FewestForTable)
        {
            var line = new Line();
            foreach (Stance stance in tally.Present) line.Next().Stance(writer.Entry(stance), withLabel: true).Text($": {writer.Names(names[stance])}");
            writer.Paragraph(line);
            return;
        }
        if (tally.Total >= FewestForBar)
        {
            writer.Add(new StanceChartBlock(
                writer.Words.Say(OverviewWords.SectionChartAlternative, name, basis, writer.InWords(tally)),
                writer.Words.Say(OverviewWords.SectionChartCaption, name, basis),
                [new StanceBar(chapter.Number is null ? chapter.Title : Swedish.Capitalised(name), tally.Counts)],
                writer.Legend(tally.Present))
            { IsExplainedByTable = true });
        }
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
