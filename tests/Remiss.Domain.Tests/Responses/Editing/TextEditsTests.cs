using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Domain.Tests.Responses.Editing;

public sealed class TextEditsTests
{
    private const string Text = "Tack.\nVi tillstyrker mål 1. Vi avstyrker mål 2.\n2(9)\nHamnen 🦌 saknas.";
    private static readonly Guid First = new(1, 0, 0, new byte[8]);
    private static readonly Guid Second = new(2, 0, 0, new byte[8]);
    private static readonly Guid Harbour = new(9, 0, 0, new byte[8]);

    [Test]
    public void A_split_gives_each_part_its_own_stance_and_the_white_space_to_the_page()
    {
        CommentChange change = TextEdits.Split(Reply(), First, [At("Vi avstyrker")], () => new Guid(3, 0, 0, new byte[8])).Value;

        Assert.Multiple(() =>
        {
            Assert.That(change.After.Comments.Select(c => c.Span.In(Text)), Is.EqualTo(new[] { "Vi tillstyrker mål 1.", "Vi avstyrker mål 2." }));
            Assert.That(change.After.Comments.Select(c => c.Stance), Is.EqualTo(new[] { Stance.Supports, Stance.Opposes }));
            Assert.That(change.After.Comments[0].Id, Is.EqualTo(First));
            Assert.That(change.After.Runs.Single(), Is.EqualTo(new KeptRun(new TextSpan(At(" Vi avstyrker"), 1), LedgerKind.PageFurniture)));
            Assert.That(Reply().With(change).IsWhole());
        });
    }

    [Test]
    public void A_split_keeps_the_stance_that_a_person_set()
    {
        ReplyState reply = Reply();
        KeptComment set = MarkEdits.WithStance(reply.Find(First)!, Stance.Doubtful, new EditStamp(Second, DateTimeOffset.UnixEpoch));
        reply = reply.With(CommentChange.Of([(reply.Find(First)!, set)]));

        CommentChange change = TextEdits.Split(reply, First, [At("Vi avstyrker")], Guid.NewGuid).Value;

        Assert.That(change.After.Comments.Select(c => c.Stance), Is.All.EqualTo(Stance.Doubtful));
    }

    [TestCase("Hamnen 🦌 saknas.", 8, "mitt i ett tecken")]
    [TestCase("Hamnen 🦌 saknas.", 0, "inne i synpunkten")]
    [TestCase("Hamnen 🦌 saknas.", 17, "inne i synpunkten")]
    [TestCase("Hamnen 🦌 saknas.", -500, "inne i synpunkten")]
    public void Refuses_a_cut_that_makes_no_sense(string comment, int position, string says)
    {
        var result = TextEdits.Split(Reply(), Second, [At(comment) + position], Guid.NewGuid);

        Assert.That(result.Failure, Is.TypeOf<Invalid>());
        Assert.That(result.Failure!.Message.Swedish, Does.Contain(says));
    }

    [Test]
    public void A_merge_takes_in_the_page_mark_between_and_the_sections_of_both()
    {
        CommentChange change = TextEdits.Merge(Reply(), [Second, First]).Value;

        ReplyState after = Reply().With(change);
        Assert.Multiple(() =>
        {
            Assert.That(after.Current.Single().Id, Is.EqualTo(First));
            Assert.That(after.Current.Single().Span.In(Text), Is.EqualTo(Text[6..]));
            Assert.That(after.Current.Single().Settled().Select(t => t.Section), Is.EqualTo(new[] { First, Harbour }));
            Assert.That(after.Runs, Has.Length.EqualTo(1));
            Assert.That(after.IsWhole());
        });
    }

    [Test]
    public void A_comment_of_a_part_of_a_run_leaves_the_rest_what_it_was()
    {
        CommentChange change = TextEdits.Make(Reply(), new TextSpan(0, 6), () => Harbour).Value;

        ReplyState after = Reply().With(change);
        Assert.That(after.Find(Harbour)!.Span.In(Text), Is.EqualTo("Tack."));
        Assert.That(after.Runs[0], Is.EqualTo(new KeptRun(new TextSpan(5, 1), LedgerKind.Courtesy)));
        Assert.That(after.IsWhole());
    }

    [Test]
    public void Text_of_a_comment_cannot_be_made_one_again() =>
        Assert.That(TextEdits.Make(Reply(), new TextSpan(3, 10), Guid.NewGuid).Failure, Is.TypeOf<Conflict>());

    [Test]
    public void A_dismissed_comment_comes_back_with_its_id_and_tags()
    {
        ReplyState reply = Reply();
        CommentChange change = TextEdits.Dismiss(reply, Second, LedgerKind.Background).Value;
        ReplyState without = reply.With(change);

        ReplyState back = without.With(without.Undo(change)!);

        Assert.That(without.Current.Select(c => c.Id), Is.EqualTo(new[] { First }));
        Assert.That(back.Find(Second), Is.EqualTo(reply.Find(Second)));
        Assert.That(back.Runs, Is.EqualTo(reply.Runs));
    }

    [Test]
    public void What_a_person_takes_away_is_refused_and_stays_so()
    {
        KeptComment comment = Reply().Find(Second)!;

        KeptComment retagged = MarkEdits.Sections(comment, SectionsMode.Replace, [new ChosenSection(First, 0)], new EditStamp(null, DateTimeOffset.UnixEpoch));

        Assert.That(retagged.Settled().Select(t => (t.Section, t.Source)), Is.EqualTo(new[] { (First, TagSource.Person) }));
        Assert.That(retagged.Tags.Single(t => t.Section == Harbour).Status, Is.EqualTo(TagStatus.Refused));
    }

    [Test]
    public void New_suggestions_do_not_stand_in_the_way_of_an_undo()
    {
        ReplyState reply = Reply();
        KeptComment comment = reply.Find(First)!;
        CommentChange change = CommentChange.Of([(comment, MarkEdits.General(comment, true, new EditStamp(null, DateTimeOffset.UnixEpoch)))]);
        KeptComment suggested = change.After.Comments[0].WithTags(
            [.. change.After.Comments[0].Tags, new KeptTag(Second, 0, TagSource.Suggested, TagStatus.Suggested, 0.7, null, null)]);

        ReplyState now = reply.With(change).With(CommentChange.Of([(change.After.Comments[0], suggested)]));

        Assert.That(now.Undo(change), Is.Not.Null);
    }

    private static int At(string words) => Text.IndexOf(words, StringComparison.Ordinal);

    private static ReplyState Reply()
    {
        int mark = At("\n2(9)"), harbour = At("Hamnen");
        return new ReplyState
        {
            Text = Text,
            Pages = PageMap.SinglePage,
            Comments =
            [
                Comment(First, TextSpan.FromBounds(6, mark), First),
                Comment(Second, TextSpan.FromBounds(harbour, Text.Length), Harbour),
            ],
            Runs = [new KeptRun(new TextSpan(0, 6), LedgerKind.Courtesy), new KeptRun(TextSpan.FromBounds(mark, harbour), LedgerKind.PageFurniture)],
        };
    }

    private static KeptComment Comment(Guid id, TextSpan span, Guid section) => new()
    {
        Id = id,
        Span = span,
        Page = 1,
        Tags = [new KeptTag(section, 0, TagSource.Heading, TagStatus.Settled, 1, null, null)],
    };
}
