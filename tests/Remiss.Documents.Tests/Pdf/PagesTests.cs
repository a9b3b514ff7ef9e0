using Remiss.Documents.Pdf.Layout;
using Remiss.Documents.Pdf.Tables;

namespace Remiss.Documents.Tests.Pdf;

/// <summary>Where text and rows break over pages; every line is ten high.</summary>
public sealed class PagesTests
{
    [TestCase(5, 60, 5, TestName = "All of it where it fits")]
    [TestCase(6, 40, 4, TestName = "As much as fits")]
    [TestCase(5, 40, 3, TestName = "No single line is carried over")]
    [TestCase(5, 15, 0, TestName = "No single line is left behind")]
    [TestCase(3, 25, 0, TestName = "Three lines stay together")]
    public void Breaks_a_paragraph(int lines, double room, int expected) =>
        Assert.That(Pages.Fit(Paragraph(lines), 0, room, isTop: false), Is.EqualTo(expected));

    [Test]
    public void At_the_top_of_a_page_something_is_always_placed() =>
        Assert.That(Pages.Fit(Paragraph(3), 0, 5, isTop: true), Is.EqualTo(1));

    [Test]
    public void A_page_may_begin_with_a_new_paragraph_of_one_line()
    {
        List<Strip> strips = [.. Paragraph(1), new Strip(1, 0, 1, 10, 0)];
        Assert.That(Pages.Fit(strips, 0, 15, isTop: false), Is.EqualTo(1));
    }

    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(3, 3)]
    [TestCase(4, 2)]
    [TestCase(9, 2)]
    public void Knows_how_many_lines_must_stand_together(int lines, int expected) =>
        Assert.That(Pages.Orphans(Paragraph(lines), 0), Is.EqualTo(expected));

    [TestCase(4, 10, false, 4)]
    [TestCase(10, 4, false, 4)]
    [TestCase(5, 4, false, 3, TestName = "A cell carries no single line over")]
    [TestCase(5, 1, false, 0, TestName = "A cell leaves no single line behind")]
    [TestCase(5, 0, true, 1, TestName = "A cell always goes on at the top of a page")]
    public void Breaks_a_cell(int lines, int room, bool isTop, int expected) => Assert.That(RowBreak.Take(lines, room, isTop), Is.EqualTo(expected));

    [TestCase(3, 2, false)]
    [TestCase(20, 2, false)]
    [TestCase(20, 10, true)]
    [TestCase(11, 10, false)]
    public void Breaks_a_row_only_where_it_is_worth_it(int lines, int room, bool expected) => Assert.That(RowBreak.IsWorthwhile(lines, room), Is.EqualTo(expected));

    private static List<Strip> Paragraph(int lines) => [.. Enumerable.Range(0, lines).Select(line => new Strip(0, line, lines, 10, 0))];
}
