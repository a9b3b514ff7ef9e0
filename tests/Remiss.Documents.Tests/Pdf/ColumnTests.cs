using FsCheck;
using FsCheck.Fluent;
using Remiss.Documents.Pdf.Tables;

namespace Remiss.Documents.Tests.Pdf;

public sealed class ColumnTests
{
    [Test]
    public void Columns_share_the_width_by_weight() =>
        Assert.That(ColumnWidths.Share([new(10, 500, 1, false), new(10, 500, 3, false)], 400), Is.EqualTo(new[] { 100.0, 300 }).Within(0.01));

    [Test]
    public void A_narrow_column_takes_no_more_than_its_content() =>
        Assert.That(ColumnWidths.Share([new(10, 50, 1, true), new(10, 500, 1, false)], 400), Is.EqualTo(new[] { 50.0, 350 }).Within(0.01));

    [Test]
    public void A_column_never_gets_less_than_its_longest_word_while_there_is_room() =>
        Assert.That(ColumnWidths.Share([new(200, 300, 1, false), new(10, 500, 9, false)], 400), Is.EqualTo(new[] { 200.0, 200 }).Within(0.01));

    [Test]
    public void Too_little_room_is_shared_by_need() =>
        Assert.That(ColumnWidths.Share([new(300, 300, 1, false), new(100, 100, 1, true)], 200), Is.EqualTo(new[] { 150.0, 50 }).Within(0.01));

    [Test]
    public void The_widths_never_exceed_the_room() => Prop.ForAll<(byte Least, byte More, byte Weight, bool Fits)[]>(raw =>
    {
        var wishes = (raw ?? []).Select(wish => new ColumnWish(wish.Least + 1, wish.Least + 1 + wish.More, wish.Weight, wish.Fits)).ToArray();
        return wishes.Length == 0 || ColumnWidths.Share(wishes, 443).Sum() <= 443.01;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_table_that_fits_is_one_group() => Assert.That(ColumnGroups.Split(100, [50, 50, 50], 300), Is.EqualTo(new[] { 0..3 }));

    [Test]
    public void A_wide_table_becomes_groups_of_about_the_same_width() =>
        Assert.That(ColumnGroups.Split(100, Enumerable.Repeat(30.0, 12).ToArray(), 400), Is.EqualTo(new[] { 0..6, 6..12 }));

    [Test]
    public void Every_column_is_in_just_one_group_in_its_order() => Prop.ForAll<byte[], byte>((raw, header) =>
    {
        var least = (raw ?? []).Select(width => width + 1.0).ToArray();
        var groups = ColumnGroups.Split(header, least, 443);
        return groups.SelectMany(group => Enumerable.Range(group.Start.Value, group.End.Value - group.Start.Value)).SequenceEqual(Enumerable.Range(0, least.Length));
    }).QuickCheckThrowOnFailure();
}
