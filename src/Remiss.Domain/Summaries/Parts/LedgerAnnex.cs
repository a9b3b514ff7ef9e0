using System.Collections.Immutable;
using Remiss.Domain.Responses;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries.Model;
using Remiss.Domain.Summaries.Privacy;
using Remiss.Domain.Summaries.Quoting;
using Remiss.Domain.Summaries.Words;

namespace Remiss.Domain.Summaries.Parts;

/// <summary>Annex B: where every character of every reply went, with the first words of what was left out.</summary>
internal static class LedgerAnnex
{
    private const int ExcerptLimit = 160;

    public static void Write(PartWriter writer)
    {
        WordBook words = writer.Words;
        writer.PartHeading(SummaryPart.Ledger, AnnexWords.Ledger);
        writer.Paragraph(words[AnnexWords.LedgerIntro]);
        ImmutableArray<LedgerCount> counts = [.. writer.Model.Replies.Select(r => LedgerCount.Of(r.Split))];
        Sum(writer, counts);
        Low(writer, counts);
        if (writer.ReplyCount == 0) return;
        PerReply(writer, counts);
        LeftOut(writer);
    }

    private static void Sum(PartWriter writer, ImmutableArray<LedgerCount> counts)
    {
        var sum = new LedgerCount();
        foreach (LedgerCount count in counts) sum.Add(count);
        List<(string Name, string Why, long Characters)> lines =
            [.. LedgerCount.Kinds.Select(k => (writer.Words[AnnexWords.Kind(k)], writer.Words[AnnexWords.Why(k)], sum[k]))];
        if (sum.Unsorted > 0) lines.Add((writer.Words[AnnexWords.Unsorted], writer.Words[AnnexWords.UnsortedWhy], sum.Unsorted));
        ImmutableArray<int> shares = Swedish.Percentages([.. lines.Select(l => l.Characters)]);
        writer.Add(new TableBlock(
            writer.Words.Say(AnnexWords.LedgerCaption, Swedish.Number(sum.Total), writer.Replies(counts.Length)),
            [
                new TableColumn(writer.Words[AnnexWords.LedgerColumnKind], 3),
                new TableColumn(writer.Words[AnnexWords.LedgerWhy], 4),
                new TableColumn(writer.Words[AnnexWords.LedgerCharacters], 1.5, CellAlignment.End),
                new TableColumn(writer.Words[AnnexWords.LedgerShare], 1, CellAlignment.End),
            ],
            [
                .. lines.Select((l, i) => ImmutableArray.Create(
                    TableCell.Of(Swedish.Capitalised(l.Name)), TableCell.Of(Swedish.Capitalised(l.Why)), TableCell.Of(Swedish.Number(l.Characters)),
                    TableCell.Of($"{shares[i]}{Swedish.NoBreakSpace}%"))),
            ]));
    }

    // Where little of a text was taken for comments, something may have been missed: a place to look first.
    private static void Low(PartWriter writer, ImmutableArray<LedgerCount> counts)
    {
        List<string> low =
        [
            .. writer.Model.Replies.Zip(counts).Where(p => p.Second.Total > 0 && p.Second[LedgerKind.Comment] * 3 < p.Second.Total)
                .Where(p => p.First.Split.OverallStance.Stance is not (Stance.NoObjection or Stance.Abstains))
                .Select(p => $"{p.First.Name} ({Swedish.Percent(p.Second[LedgerKind.Comment], p.Second.Total)})"),
        ];
        if (low.Count > 0) writer.Paragraph(writer.Words.Say(AnnexWords.LedgerLow, writer.Names(low, 20)));
    }

    // One row a reply, with every kind that occurs: each row sums to the reply's length, so that nothing can be missing.
    private static void PerReply(PartWriter writer, ImmutableArray<LedgerCount> counts)
    {
        WordBook words = writer.Words;
        ImmutableArray<LedgerKind> kinds = [.. LedgerCount.Kinds.Where(k => k == LedgerKind.Comment || counts.Any(c => c[k] > 0))];
        bool unsorted = counts.Any(c => c.Unsorted > 0);
        var columns = ImmutableArray.CreateBuilder<TableColumn>();
        columns.Add(new TableColumn(words[AnnexWords.Body], 4));
        foreach (LedgerKind kind in kinds) columns.Add(Characters(words[AnnexWords.KindColumn(kind)]));
        if (unsorted) columns.Add(Characters(words[AnnexWords.Unsorted]));
        columns.Add(Characters(words[AnnexWords.LedgerSum]));
        columns.Add(Characters(words[AnnexWords.LedgerCommentShare]));
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TableCell>>(counts.Length);
        for (int i = 0; i < counts.Length; i++)
        {
            LedgerCount count = counts[i];
            var row = ImmutableArray.CreateBuilder<TableCell>(columns.Count);
            row.Add(TableCell.Of($"{writer.Model.Replies[i].Key} {writer.Model.Replies[i].Name}"));
            foreach (LedgerKind kind in kinds) row.Add(TableCell.Of(Swedish.Number(count[kind])));
            if (unsorted) row.Add(TableCell.Of(Swedish.Number(count.Unsorted)));
            row.Add(TableCell.Of(Swedish.Number(count.Total)));
            row.Add(TableCell.Of(Swedish.Percent(count[LedgerKind.Comment], count.Total)));
            rows.Add(row.MoveToImmutable());
        }
        writer.SubHeading(words[AnnexWords.LedgerPerReply], "text-per-svar");
        writer.Add(new TableBlock(words[AnnexWords.LedgerPerReplyCaption], columns.DrainToImmutable(), rows.MoveToImmutable()) { UprightHeaders = true });
    }

    private static TableColumn Characters(string header) => new(Swedish.Capitalised(header), 1, CellAlignment.End, FitsContent: true);

    private static void LeftOut(PartWriter writer)
    {
        bool isFirst = true;
        foreach (ReplyView reply in writer.Model.Replies)
        {
            List<Line> lines =
            [
                .. LedgerCount.LeftOut(reply.Split).Select(e => Excerpt(writer, reply, e)),
                .. reply.Split.Unresolved.Select(u => Unresolved(writer, reply, u)),
            ];
            if (lines.Count == 0) continue;
            if (isFirst) writer.SubHeading(writer.Words[AnnexWords.LedgerLeftOut], "utanfor");
            isFirst = false;
            writer.Paragraph(new Line().Bold($"{reply.Key} {reply.Name}"), ParagraphStyle.Label, keep: true);
            writer.Bullets(lines);
        }
    }

    // Background and courtesy may end in a greeting with a name and a telephone number: only what stands before it is shown.
    private static Line Excerpt(PartWriter writer, ReplyView reply, LedgerEntry entry)
    {
        string kind = Swedish.Capitalised(writer.Words[AnnexWords.Kind(entry.Kind)]);
        string page = Swedish.Number(reply.PrintedPage(reply.Split.Document.Pages.PageAt(entry.Span.Start)));
        string length = Swedish.Number(entry.Span.Length);
        string text = Contacts.Remove(Contacts.BeforeSignOff(QuotedText.OnOneLine(reply, entry.Span)));
        if (!text.Any(char.IsLetterOrDigit)) return new Line().Text(writer.Words.Say(AnnexWords.LedgerExcerptHidden, kind, page, length));
        string quoted = Swedish.Quote(Quoting.Excerpt.Beginning(PersonalNumbers.Remove(text), ExcerptLimit));
        return new Line().Text(writer.Words.Say(AnnexWords.LedgerExcerpt, kind, page, length, quoted));
    }

    private static Line Unresolved(PartWriter writer, ReplyView reply, UnresolvedReference reference)
    {
        string page = Swedish.Number(reply.PrintedPage(reply.Split.Document.Pages.PageAt(reference.Span.Start)));
        return new Line().Text(writer.Words.Say(AnnexWords.LedgerUnresolved, Swedish.Quote(reference.Words), page));
    }
}
