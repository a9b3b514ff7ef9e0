using System.Collections.Immutable;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Quoting;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>Bodies down, sections across: the sections that anyone comments on, cut into tables that a page can hold.</summary>
internal static class MatrixPart
{
    private const int MostSections = 14;
    private const int HeaderLimit = 42;

    public static void Write(PartWriter writer)
    {
        SummaryModel model = writer.Model;
        writer.PartHeading(SummaryPart.Matrix, OverviewWords.Matrix);
        ImmutableArray<ChapterView> chapters = [.. model.Chapters.Where(c => c.CommentCount > 0)];
        writer.Paragraph(writer.Words[chapters.IsEmpty ? OverviewWords.MatrixNoSections : OverviewWords.MatrixIntro]);
        Legend(writer, chapters);
        int tables = Math.Max(1, (chapters.Length + MostSections - 1) / MostSections);
        // Tables of about the same width, rather than full ones and a last one of a single column.
        int width = (chapters.Length + tables - 1) / tables;
        for (int i = 0; i < tables; i++)
        {
            string caption = tables == 1
                ? writer.Words[OverviewWords.MatrixCaption]
                : writer.Words.Say(OverviewWords.MatrixCaptionPart, Swedish.Number(i + 1), Swedish.Number(tables));
            ImmutableArray<ChapterView> across = [.. chapters.Skip(i * width).Take(width)];
            writer.Add(Table(writer, caption, across, isFirst: i == 0, isLast: i == tables - 1));
        }
    }

    private static void Legend(PartWriter writer, ImmutableArray<ChapterView> chapters)
    {
        var line = new Line().Bold(writer.Words[OverviewWords.MatrixLegend]);
        HashSet<Stance> present = [.. writer.Model.Overall.Present, .. chapters.SelectMany(c => c.Tally.Present), .. writer.Model.Comments.Select(c => c.Comment.Stance.Stance)];
        foreach (Stance stance in StanceTally.Order.Where(present.Contains)) line.Text("  ").Stance(writer.Entry(stance), withLabel: true);
        writer.Paragraph(line, ParagraphStyle.Note);
    }

    private static TableBlock Table(PartWriter writer, string caption, ImmutableArray<ChapterView> across, bool isFirst, bool isLast)
    {
        SummaryModel model = writer.Model;
        bool general = isLast && model.Replies.Any(r => r.General is not null);
        var columns = ImmutableArray.CreateBuilder<TableColumn>();
        columns.Add(new TableColumn(writer.Words[OverviewWords.MatrixBody], 4));
        if (isFirst) columns.Add(Narrow(writer.Words[OverviewWords.MatrixOverall]));
        foreach (ChapterView chapter in across) columns.Add(Narrow(Excerpt.Beginning(chapter.Label, HeaderLimit)) with { Link = model.AnchorOf(chapter) });
        if (general) columns.Add(Narrow(writer.Words[OverviewWords.MatrixGeneral]) with { Link = model.AnchorOf(SummaryPart.General) });
        if (isLast) columns.Add(Narrow(writer.Words[OverviewWords.MatrixTotal]));
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TableCell>>(model.Replies.Length);
        foreach (ReplyView reply in model.Replies)
        {
            var row = ImmutableArray.CreateBuilder<TableCell>(columns.Count);
            row.Add(TableCell.Of(reply.Name));
            if (isFirst) row.Add(new Line().Stance(writer.Entry(reply.Split.OverallStance.Stance), withLabel: false).Cell(reply.Split.OverallStance.Stance));
            foreach (ChapterView chapter in across) row.Add(reply.Cells.TryGetValue(chapter.Index, out Cell cell) ? Of(writer, cell) : TableCell.Empty);
            if (general) row.Add(reply.General is { } whole ? Of(writer, whole) : TableCell.Empty);
            if (isLast) row.Add(TableCell.Of(Swedish.Number(reply.Comments.Count)));
            rows.Add(row.MoveToImmutable());
        }
        return new TableBlock(caption, columns.DrainToImmutable(), rows.MoveToImmutable()) { UprightHeaders = true };
    }

    private static TableColumn Narrow(string header) => new(header, 1, CellAlignment.Centre);

    private static TableCell Of(PartWriter writer, Cell cell) =>
        new Line().Stance(writer.Entry(cell.Stance), withLabel: false).Text($"{Swedish.NoBreakSpace}{Swedish.Number(cell.Count)}").Cell(cell.Stance);
}
