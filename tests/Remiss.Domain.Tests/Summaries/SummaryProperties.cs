using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;
using Remiss.Domain.Summaries.Privacy;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Summaries;

/// <summary>What holds for every summary, whatever the replies are like.</summary>
public sealed partial class SummaryProperties
{
    [Test]
    public void Quotes_each_comment_exactly_once() => ForAny((input, document) =>
    {
        List<string> quoted = input.Order == SummaryOrder.AsTable
            ? [.. document.Blocks.OfType<TableBlock>().Where(t => t.Columns.Any(c => c.Header == "Synpunkt")).SelectMany(t => t.Rows).Select(r => SummaryText.Of(r[0].Inlines))]
            : QuotedIds(document);
        IEnumerable<string> wanted = input.Responses.SelectMany(r => Enumerable.Range(1, r.Split.Comments.Length).Select(i => $"{r.Key}.{i}"));
        Assert.That(quoted, Is.EquivalentTo(wanted));
    });

    [Test]
    public void Counts_add_up() => ForAny((input, document) =>
    {
        int comments = input.Responses.Sum(r => r.Split.Comments.Length);
        foreach (StanceChartBlock chart in document.Blocks.OfType<StanceChartBlock>().Where(c => c.Bars[0].Label == "Alla svarande"))
            Assert.That(chart.Bars[0].Counts.Sum(c => c.Count), Is.EqualTo(input.Responses.Length));
        List<TableBlock> matrix = [.. document.Blocks.OfType<TableBlock>().Where(t => t.Caption.StartsWith("Ställningstaganden och antal", StringComparison.Ordinal))];
        if (matrix.Count > 0)
            Assert.That(matrix[^1].Rows.Sum(r => int.Parse(SummaryText.Of(r[^1].Inlines), System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(comments));
        foreach (TableBlock shares in document.Blocks.OfType<TableBlock>().Where(t => t.Caption.StartsWith("Texten i alla svar", StringComparison.Ordinal)))
            Assert.That(shares.Rows.Sum(r => int.Parse(SummaryText.Of(r[^1].Inlines).TrimEnd('%', '\u00A0'), System.Globalization.CultureInfo.InvariantCulture)), Is.AnyOf(0, 100));
    });

    [Test]
    public void Each_row_of_the_ledger_sums_to_the_whole_text_of_its_reply() => ForAny((input, document) =>
    {
        foreach (TableBlock ledger in document.Blocks.OfType<TableBlock>().Where(t => t.Caption.StartsWith("Antal tecken av varje sort", StringComparison.Ordinal)))
        {
            Assert.That(ledger.Rows, Has.Length.EqualTo(input.Responses.Length));
            foreach (ImmutableArray<TableCell> row in ledger.Rows)
            {
                long[] numbers = [.. row.Skip(1).Take(row.Length - 2).Select(c => long.Parse(
                    SummaryText.Of(c.Inlines).Replace("\u00A0", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))];
                Assert.That(numbers[..^1].Sum(), Is.EqualTo(numbers[^1]));
            }
        }
    });

    [Test]
    public void Anchors_are_unique_and_every_link_has_its_target() => ForAny((_, document) =>
    {
        List<string> anchors = SummaryText.Anchors(document);
        Assert.That(anchors, Is.Unique);
        Assert.That(SummaryText.Targets(document).Except(anchors), Is.Empty);
    });

    [Test]
    public void Heading_levels_start_at_one_and_never_skip() => ForAny((_, document) =>
    {
        int before = 0;
        foreach (HeadingBlock heading in document.Blocks.OfType<HeadingBlock>())
        {
            Assert.That(heading.Level, Is.InRange(1, Math.Min(6, before + 1)), heading.Text);
            before = heading.Level;
        }
    });

    [Test]
    public void Prints_no_personal_identity_number_anywhere() => ForAny((_, document) =>
    {
        foreach (string text in SummaryText.Strings(document)) Assert.That(PersonalNumbers.Remove(text), Is.EqualTo(text));
    });

    [Test]
    public void Prints_no_private_persons_name_anywhere() => ForAny((_, document) =>
        Assert.That(SummaryText.Strings(document).Where(s => s.Contains("Backlund", StringComparison.OrdinalIgnoreCase)), Is.Empty));

    [Test]
    public void Rows_are_as_wide_as_their_tables_and_no_block_is_empty() => ForAny((_, document) =>
    {
        foreach (SummaryBlock block in document.Blocks)
        {
            switch (block)
            {
                case TableBlock table:
                    Assert.That(table.Rows.Select(r => r.Length), Is.All.EqualTo(table.Columns.Length));
                    break;
                case QuoteBlock quote:
                    Assert.That(quote.Paragraphs, Is.Not.Empty.And.All.Not.Empty);
                    break;
                case ParagraphBlock paragraph:
                    Assert.That(SummaryText.Of(paragraph.Inlines), Is.Not.Empty);
                    break;
                case HeadingBlock heading:
                    Assert.That(heading.Text, Is.Not.Empty);
                    break;
                case ListBlock list:
                    Assert.That(list.Items, Is.Not.Empty);
                    break;
            }
        }
    });

    private static List<string> QuotedIds(SummaryDocument document)
    {
        var ids = new List<string>();
        string? open = null;
        foreach (SummaryBlock block in document.Blocks)
        {
            if (block is ParagraphBlock { Style: ParagraphStyle.Label } label) open = CommentId().Match(SummaryText.Of(label.Inlines)).Groups[1].Value;
            if (block is not QuoteBlock) continue;
            Assert.That(open, Is.Not.Null, "a quotation without a label");
            ids.Add(open!);
            open = null;
        }
        return ids;
    }

    private static void ForAny(Action<SummaryInput, SummaryDocument> holds) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            SummaryInput input = Any(new Random(seed));
            holds(input, SummaryComposer.Compose(input, SampleData.Theme));
        }).QuickCheckThrowOnFailure();

    private static SummaryInput Any(Random random)
    {
        SectionTree tree = random.Next(4) == 0 ? new SectionTree("", []) : AnyTree(random);
        var replies = ImmutableArray.CreateBuilder<SummarisedResponse>();
        int count = random.Next(7);
        for (int i = 0; i < count; i++) replies.Add(AnyReply(random, tree, i + 1));
        SummaryInput input = SampleData.Input([.. replies]);
        return input with
        {
            Document = tree,
            Order = (SummaryOrder)random.Next(3),
            AcceptThreshold = random.Next(2) == 0 ? null : random.NextDouble(),
            Consultation = input.Consultation with { Title = Pick(random, "Strategi", "", "121212-1212"), Silent = random.Next(2) == 0 ? [] : ["Ekhamra hamn AB"] },
        };
    }

    private static SectionTree AnyTree(Random random)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        int count = random.Next(1, 18);
        for (int i = 0; i < count; i++)
        {
            // Levels jump as badly read documents do.
            string? number = random.Next(3) == 0 ? null : $"{i + 1}";
            Section section = SampleData.Section(number, Pick(random, "Mål", "", "Mål 121212-1212", "Ö") + " del", random.Next(1, 9), i + 1, Pick(random, "", "En mening. En till.", "Ring 19121212-1212."));
            sections.Add(section with { Id = new SectionId(Pick(random, "å", "ä", "3") + i) });
        }
        return new SectionTree("Dokument", sections.ToImmutable(), random.Next(2) == 0 ? null : PageMap.SinglePage);
    }

    private static SummarisedResponse AnyReply(Random random, SectionTree tree, int key)
    {
        string name = Pick(random, "Norrviks kommun", "Siv Backlund", "Ekhamra hamn AB");
        var builder = new ReplyBuilder($"{key}", name) { Overall = AnyStance(random) };
        int count = random.Next(6);
        TextSpan? leadIn = null;
        for (int i = 0; i < count; i++)
        {
            SectionTag[] tags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => AnyTag(random, tree))];
            string text = Pick(random, "Bra.", "Kort\n\noch gott", "\u2022 a\n\u2022 b", "  ", "", "Mitt nummer är 19121212-1212 och jag heter " + name + ", så det så.", "Ett längre stycke som flera svar har gemensamt med varandra.");
            if (leadIn is { } lead && random.Next(2) == 0) builder.Point(text, lead, tags);
            else if (random.Next(3) == 0) builder.General(text, AnyStance(random));
            else builder.Comment(text, AnyStance(random), tags);
            leadIn = builder.Last;
            if (random.Next(3) == 0) builder.Skip((LedgerKind)random.Next(1, 6), Pick(random, "Hej 121212\u00A01212", "Vänliga hälsningar " + name));
            if (random.Next(4) == 0) builder.NewPage();
        }
        if (random.Next(3) == 0) builder.Unresolved(Pick(random, "3.9", "121212-1212"));
        return builder.Build();
    }

    private static SectionTag AnyTag(Random random, SectionTree tree)
    {
        var how = (TagSource)random.Next(6);
        double confidence = how == TagSource.Suggested ? random.NextDouble() : 1;
        int? item = random.Next(4) == 0 ? random.Next(1, 9) : null;
        if (tree.Sections.IsEmpty || random.Next(8) == 0) return new SectionTag(random.Next(2) == 0 ? null : new SectionId("borta"), Pick(random, "17.3", "a", "p146"), "", how, confidence) { Item = item };
        Section section = tree.Sections[random.Next(tree.Sections.Length)];
        return new SectionTag(section.Id, section.Number, section.Title, how, confidence) { Item = item };
    }

    private static Stance AnyStance(Random random) => (Stance)random.Next(7);

    private static string Pick(Random random, params string[] of) => of[random.Next(of.Length)];

    [GeneratedRegex("ynpunkt ([^ ]+)( |$)")]
    private static partial Regex CommentId();
}
