using System.Collections.Immutable;
using System.Text;
using Remiss.Domain.Responses;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses;

/// <summary>Replies that answer in a table: a column of sections, one of comments, one of stances.</summary>
internal sealed class TableRowsTests
{
    private const string Head = "Avsnitt|Synpunkt|Ställningstagande";

    [TestCase("Tillstyrker", Stance.Supports)]
    [TestCase("Tillstyrker med synpunkter", Stance.SupportsWithComments)]
    [TestCase("Tveksam", Stance.Doubtful)]
    [TestCase("Avstyrker.", Stance.Opposes)]
    [TestCase("Ingen erinran", Stance.NoObjection)]
    [TestCase("Inga synpunkter", Stance.NoObjection)]
    [TestCase("Tar inte ställning", Stance.NotStated)]
    public void A_cell_with_a_stance_alone_speaks_for_its_row(string cell, Stance stance)
    {
        var split = Split(Head, "3.1 Trygg digital vård|Kommunen är positiv till vården men målet saknar pengar.|" + cell);
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Kommunen är positiv till vården men målet saknar pengar." }));
        Assert.That((Replies.Numbers(split.Comments[0]), split.Comments[0].Stance.Stance), Is.EqualTo(("3.1", stance)));
        Assert.That(split.Comments[0].Stance.Evidence?.In(split.Document.Text), Is.EqualTo(stance == Stance.NotStated ? null : cell));
    }

    [Test]
    public void A_dash_states_nothing_and_is_no_comment()
    {
        var split = Split(Head, "3.1|Vi avstyrker avgiften på vård.|–");
        Assert.That(split.Comments.Select(c => c.Stance.Stance), Is.EqualTo(new[] { Stance.Opposes }));
    }

    [Test]
    public void A_stance_without_a_comment_beside_it_is_the_comment()
    {
        var split = Split(Head, "3.2||Ingen erinran", "3.3|Fler tjänster behövs i byarna.|Tveksam");
        Assert.That(Replies.Comments(split), Is.EqualTo(new[] { "Ingen erinran", "Fler tjänster behövs i byarna." }));
        Assert.That(split.Comments.Select(c => (Replies.Numbers(c), c.Stance.Stance)), Is.EqualTo(new[] { ("3.2", Stance.NoObjection), ("3.3", Stance.Doubtful) }));
    }

    [TestCase("Hela dokumentet")]
    [TestCase("Generellt")]
    [TestCase("Allmänt")]
    [TestCase("Övergripande")]
    public void The_first_cell_may_say_that_the_row_is_about_the_whole(string label)
    {
        var split = Split(Head, "3.2|Fler verkstäder behövs i byarna.|Tveksam", label + "|Fler mål behöver pengar i länet.|Tillstyrker");
        Assert.That(split.Comments.Select(c => (Replies.Numbers(c), c.IsGeneral)), Is.EqualTo(new[] { ("3.2", false), ("", true) }));
    }

    [Test]
    public void A_bare_number_in_the_column_of_sections_is_a_sections()
    {
        var split = Split(Head, "3.3 Förvaltningens utveckling|Fler tjänster behövs i byarna.|Tveksam", "4|Mer pengar|Tillstyrker");
        Assert.That(split.Comments.Select(c => (Replies.Numbers(c), split.TextOf(c))), Is.EqualTo(new[] { ("3.3", "Fler tjänster behövs i byarna."), ("4", "Mer pengar") }));
        Assert.That(Replies.KindAt(split, "Ställningstagande"), Is.EqualTo(LedgerKind.Heading));
    }

    [Test]
    public void A_list_after_the_table_does_not_take_the_last_rows_stance()
    {
        var split = Split(Head, "3.2|Fler verkstäder behövs i byarna.|Avstyrker", "\n* Fler kajer till länet.");
        Assert.That(split.Comments[^1].Stance.Stance, Is.Not.EqualTo(Stance.Opposes));
    }

    /// <summary>A reply of rows with their cells between bars, as readers hand tables over; a row that begins with a star is a point.</summary>
    private static SplitResponse Split(params string[] rows)
    {
        var text = new StringBuilder("Synpunkter per avsnitt");
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        blocks.Add(new TextBlock(new TextSpan(0, text.Length), BlockKind.Heading, 1, 1) { Stated = true });
        foreach (string row in rows)
        {
            text.Append('\n');
            string[] cells = row.Split('|');
            for (int i = 0; i < cells.Length; i++)
            {
                if (i > 0) text.Append('\t');
                bool point = cells[i].StartsWith("\n* ", StringComparison.Ordinal);
                if (point) text.Append("\n• ");
                string words = point ? cells[i][3..] : cells[i];
                if (words.Length > 0) blocks.Add(new TextBlock(new TextSpan(text.Length, words.Length), point ? BlockKind.ListItem : BlockKind.TableCell, point ? 1 : 0, 1));
                text.Append(words);
            }
        }
        var document = new DocumentText { Text = text.ToString(), Blocks = blocks.ToImmutable(), Pages = new PageMap([0]), Format = SourceFormat.Docx };
        return ResponseSplitter.Split(document, new SplitContext(Replies.Strategy));
    }
}
