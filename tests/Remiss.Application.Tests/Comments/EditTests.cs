using Remiss.Application.Comments;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Comments;

public sealed class EditTests(TestDatabase database) : CommentTest(database)
{
    private const string Letter = """
        Norrviks kommun tackar för möjligheten att yttra sig.

        Avsnitt 1

        Vi tillstyrker att fibern når skärgården. Vi avstyrker att mobiltäckningen mäts.

        Avsnitt 4

        Färjorna 🛥 saknar realtidsinformation.

        Med vänlig hälsning
        Norrviks kommun
        """;

    [TestCase("3, 4", "3 4")]
    [TestCase("1–3", "1 2 3")]
    [TestCase("avsnitt 3.1 och 5", "3.1 5")]
    [TestCase("Kollektivtrafik", "4")]
    [TestCase("5;\n2", "2 5")]
    public async Task Sections_are_set_as_they_are_typed(string typed, string numbers)
    {
        Scene scene = await ASceneAsync();
        Row comment = (await CommentsAsync(await AReplyAsync(scene, Letter)))[0];

        EditReceipt receipt = await DoAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(comment.Seen), SectionsMode.Replace) { Typed = typed }, scene.Anna);

        Assert.That(await SettledAsync(comment.Id), Is.EquivalentTo(numbers.Split(' ').Select(scene.Section)));
        Assert.That(receipt.Comments.Single(), Is.EqualTo(new SeenComment(comment.Id, 2)));
    }

    [TestCase("3, 9.4", "9.4")]
    [TestCase("Hamnar och farleder", "Hamnar och farleder")]
    [TestCase("4 blomkål", "4 blomkål")]
    public async Task A_section_that_the_document_lacks_is_named_and_nothing_is_changed(string typed, string named)
    {
        Scene scene = await ASceneAsync();
        Row comment = (await CommentsAsync(await AReplyAsync(scene, Letter)))[0];

        var result = await SendAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(comment.Seen), SectionsMode.Add) { Typed = typed }, scene.Anna);

        Assert.That(result.Failure, Is.TypeOf<Invalid>());
        Assert.That(result.Failure!.Message.Swedish, Does.Contain(named));
        Assert.That(await SettledAsync(comment.Id), Is.EqualTo(new[] { scene.Section("1") }));
    }

    [Test]
    public async Task The_second_of_two_who_change_the_same_comment_sees_both_versions_and_overwrites_nothing()
    {
        Scene scene = await ASceneAsync();
        Row comment = (await CommentsAsync(await AReplyAsync(scene, Letter)))[0];
        await DoAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(comment.Seen), SectionsMode.Replace) { Typed = "2" }, scene.Anna);

        var result = await SendAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(comment.Seen), SectionsMode.Replace) { Typed = "5" }, scene.Bertil);

        Assert.That(result.Failure, Is.TypeOf<Conflict>());
        Assert.That(result.Failure!.Message.Swedish, Does.Contain(scene.Anna.Name).And.Contain("Nu gäller: ").And.Contain("2 Vård på distans").And.Contain("5 Öppna data"));
        Assert.That(await SettledAsync(comment.Id), Is.EqualTo(new[] { scene.Section("2") }));
    }

    [Test]
    public async Task Of_two_at_the_very_same_moment_one_wins_and_one_is_told()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, Letter);
        Row comment = (await CommentsAsync(reply))[0];

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => SendAsync(
            new SetStance.Command(scene.Consultation, CommentSelection.Of(comment.Seen), i % 2 == 0 ? Stance.Opposes : Stance.Doubtful), i % 2 == 0 ? scene.Anna : scene.Bertil))));

        Assert.That(results.Count(r => r.IsOk), Is.EqualTo(1));
        Assert.That(results.Where(r => !r.IsOk).Select(r => r.Failure), Is.All.TypeOf<Conflict>());
        Assert.That((await CommentsAsync(reply))[0].Version, Is.EqualTo(2));
    }

    [Test]
    public async Task A_split_comment_is_two_found_by_their_own_words_and_undone_is_one_again()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, Letter);
        string before = await WholeAsync(reply);
        IReadOnlyList<Row> comments = await CommentsAsync(reply);
        // The splitter has cut where the stance turns; put it together first.
        EditReceipt merged = await DoAsync(new MergeComments.Command(reply, [comments[0].Seen, comments[1].Seen]), scene.Anna);
        Row whole = (await CommentsAsync(reply))[0];
        Assert.That(whole.Quote, Does.StartWith("Vi tillstyrker").And.EndWith("mäts."));

        EditReceipt receipt = await DoAsync(
            new SplitComment.Command(reply, whole.Seen, [whole.StartAt + whole.Quote.IndexOf("Vi avstyrker", StringComparison.Ordinal)]), scene.Anna);

        Assert.That((await CommentsAsync(reply)).Take(2).Select(c => (c.Quote, c.Stance)), Is.EqualTo(new[]
        {
            ("Vi tillstyrker att fibern når skärgården.", "Supports"), ("Vi avstyrker att mobiltäckningen mäts.", "Opposes"),
        }));
        Assert.That(await WordsAsync(whole.Id), Does.Contain("fib").Or.Contain("fibern").And.Not.Contain("mobiltäckning"));
        await WholeAsync(reply);

        await DoAsync(new UndoChange.Command(receipt.Changes.Single()), scene.Bertil);
        Assert.That((await CommentsAsync(reply))[0].Quote, Is.EqualTo(whole.Quote));
        await DoAsync(new UndoChange.Command(merged.Changes.Single()), scene.Bertil);
        Assert.That(await WholeAsync(reply), Is.EqualTo(before));
        Assert.That((await CommentsAsync(reply)).Select(c => c.Id), Is.EqualTo(comments.Select(c => c.Id)));
    }

    [Test]
    public async Task Courtesy_becomes_a_comment_and_a_comment_background_and_both_come_back()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, Letter);
        string before = await WholeAsync(reply);

        EditReceipt made = await DoAsync(new MakeComment.Command(reply, new TextSpan(0, 30)), scene.Anna);
        Row last = (await CommentsAsync(reply))[^1];
        EditReceipt dismissed = await DoAsync(new DismissComment.Command(reply, last.Seen, LedgerKind.Background), scene.Anna);

        Assert.That((await CommentsAsync(reply))[0].Quote, Is.EqualTo("Norrviks kommun tackar för möj"));
        Assert.That(await WordsAsync(last.Id), Is.Empty);
        Assert.That(await WholeAsync(reply), Does.Contain("Background"));
        Assert.That((await SendAsync(new MakeComment.Command(reply, new TextSpan(10, 30)), scene.Bertil)).Failure, Is.TypeOf<Conflict>());

        await DoAsync(new UndoChange.Command(made.Changes.Single()), scene.Anna);
        await DoAsync(new UndoChange.Command(dismissed.Changes.Single()), scene.Anna);
        Assert.That(await WholeAsync(reply), Is.EqualTo(before));
        Assert.That(await WordsAsync(last.Id), Is.Not.Empty);
    }

    [Test]
    public async Task An_undo_under_someone_elses_change_is_refused_with_their_name()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, Letter);
        Row comment = (await CommentsAsync(reply))[0];
        EditReceipt first = await DoAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(comment.Seen), SectionsMode.Replace) { Typed = "2" }, scene.Anna);
        EditReceipt second = await DoAsync(new SetStance.Command(scene.Consultation, CommentSelection.Of(first.Comments.Single()), Stance.Doubtful), scene.Bertil);

        var refused = await SendAsync(new UndoChange.Command(first.Changes.Single()), scene.Anna);
        Assert.That(refused.Failure, Is.TypeOf<Conflict>());
        Assert.That(refused.Failure!.Message.Swedish, Does.Contain(scene.Bertil.Name));

        await DoAsync(new UndoChange.Command(second.Changes.Single()), scene.Bertil);
        await DoAsync(new UndoChange.Command(first.Changes.Single()), scene.Anna);
        Assert.That(await SettledAsync(comment.Id), Is.EqualTo(new[] { scene.Section("1") }));
        Assert.That((await SendAsync(new UndoChange.Command(first.Changes.Single()), scene.Anna)).Failure!.Message.Swedish, Does.Contain("redan ångrad"));
    }

    [Test]
    public async Task Undo_last_steps_back_through_ones_own_changes_and_an_undo_can_be_undone()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, Letter);
        IReadOnlyList<Row> c = await CommentsAsync(reply);
        await DoAsync(new SetStance.Command(scene.Consultation, CommentSelection.Of(c[0].Seen), Stance.Doubtful), scene.Anna);
        await DoAsync(new SetStance.Command(scene.Consultation, CommentSelection.Of(c[1].Seen), Stance.Abstains), scene.Anna);
        await DoAsync(new SetStance.Command(scene.Consultation, CommentSelection.Of(c[2].Seen), Stance.Abstains), scene.Bertil);

        EditReceipt undo = await DoAsync(new UndoLast.Command(reply), scene.Anna);
        Assert.That((await CommentsAsync(reply)).Select(k => k.Stance), Is.EqualTo(new[] { "Doubtful", c[1].Stance, "Abstains" }));
        await DoAsync(new UndoChange.Command(undo.Changes.Single()), scene.Anna);
        Assert.That((await CommentsAsync(reply))[1].Stance, Is.EqualTo("Abstains"));
        await DoAsync(new UndoLast.Command(reply), scene.Anna);
        await DoAsync(new UndoLast.Command(reply), scene.Anna);
        Assert.That((await CommentsAsync(reply)).Select(k => k.Stance), Is.EqualTo(new[] { c[0].Stance, c[1].Stance, "Abstains" }));
        Assert.That((await SendAsync(new UndoLast.Command(reply), scene.Anna)).Failure, Is.TypeOf<NotFound>());
    }

    [Test]
    public async Task The_stance_of_the_whole_reply_is_set_and_undone()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, Letter);
        async Task<Stance> NowAsync() => Enum.Parse<Stance>((await RowsAsync<string>("SELECT overall_stance FROM response_version WHERE response_version_id = @reply", new { reply })).Single());
        Stance read = await NowAsync();

        await DoAsync(new SetOverallStance.Command(reply, read, Stance.Abstains), scene.Anna);
        Assert.That((await SendAsync(new SetOverallStance.Command(reply, read, Stance.Doubtful), scene.Bertil)).Failure, Is.TypeOf<Conflict>());
        Assert.That(await NowAsync(), Is.EqualTo(Stance.Abstains));
        await DoAsync(new UndoLast.Command(reply), scene.Anna);
        Assert.That(await NowAsync(), Is.EqualTo(read));
    }

    [Test]
    public async Task The_audit_tells_what_and_where_but_not_the_words()
    {
        Scene scene = await ASceneAsync();
        Row comment = (await CommentsAsync(await AReplyAsync(scene, Letter)))[0];
        await DoAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(comment.Seen), SectionsMode.Replace) { Typed = "2" }, scene.Anna);

        string line = (await RowsAsync<string>(
            "SELECT before_json || after_json FROM audit_entry WHERE organisation_id = @Organisation AND action = 'SetSections'".Replace("||", Database == TestDatabase.Sqlite ? "||" : "+", StringComparison.Ordinal), scene)).Single();

        Assert.That(line, Does.Contain(comment.Id.ToString()).And.Contain(scene.Section("2").ToString()).And.Not.Contain("skärgården"));
    }

    [Test]
    public async Task A_reader_and_a_stranger_may_not_edit()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, Letter);
        Row comment = (await CommentsAsync(reply))[0];
        var stranger = await APersonAsync(await AnOrganisationAsync(), administrator: true);

        Assert.That((await SendAsync(new DismissComment.Command(reply, comment.Seen, LedgerKind.Courtesy), stranger)).Failure, Is.TypeOf<NotFound>());
        // A comment of one consultation cannot be reached through another one.
        Scene other = await ASceneAsync();
        Assert.That((await SendAsync(new SetStance.Command(other.Consultation, CommentSelection.Of(comment.Seen), Stance.Opposes), other.Anna)).Failure, Is.TypeOf<NotFound>());
    }

    private Task<IReadOnlyList<string>> WordsAsync(CommentId comment) => RowsAsync<string>(
        "SELECT t.term FROM comment_term t JOIN comment k ON k.comment_no = t.comment_no WHERE k.comment_id = @comment", new { comment });
}
