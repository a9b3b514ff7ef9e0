using Remiss.Application.Comments;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Comments;

public sealed class SuggestionTests(TestDatabase database) : CommentTest(database)
{
    // Words that the plan has not: only persons' tags can teach what they mean. Each pair is one about the same subject.
    private static readonly (string Taught, string Hidden, string Section)[] Subjects =
    [
        ("Stadsnätets svartfiber och kanalisation behöver delas av operatörerna.", "Operatörerna bör enas om svartfiber och gemensam kanalisation.", "1"),
        ("Sjuksköterskans hembesök med surfplatta avlastar akuten.", "Akuten avlastas när sjuksköterskan gör hembesök med surfplatta.", "2"),
        ("Förskolans pedagoger saknar lärplattor och handledning.", "Handledning och lärplattor behövs för förskolans pedagoger.", "3"),
        ("Cykelparkering vid stationen lockar pendlare från småorterna.", "Pendlare från småorterna väntar på cykelparkering vid stationen.", "4"),
    ];

    [Test]
    public async Task An_accepted_suggestion_is_a_persons_tag_and_a_refused_one_never_comes_back()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, "Patienter i glesbygd har svårt att nå vården och behöver videobesök.\n\nBussar och färjor behöver realtidsinformation för resenärer.");
        IReadOnlyList<Row> comments = await CommentsAsync(reply);
        Assert.That((await TagsAsync(comments[0].Id)).Single().Status, Is.EqualTo("Suggested"));
        Tag suggested = (await TagsAsync(comments[1].Id)).Single();

        await DoAsync(new AcceptSuggestions.Command(scene.Consultation, CommentSelection.Of(comments[0].Seen)) { Section = scene.Section("2") }, scene.Anna);
        EditReceipt refusal = await DoAsync(new RefuseSuggestions.Command(scene.Consultation, CommentSelection.Of(comments[1].Seen)), scene.Anna);
        await WorkAsync();
        Assert.That(
            await RowsAsync<string>("SELECT state FROM work_item WHERE kind = 'refresh-suggestions' AND payload_json LIKE @like", new { like = $"%{scene.Consultation}%" }),
            Is.EqualTo(new[] { "Done" }));

        Tag accepted = (await TagsAsync(comments[0].Id)).Single();
        Assert.That((accepted.SectionId, accepted.Source, accepted.Status, accepted.SetBy), Is.EqualTo((scene.Section("2"), "Person", "Settled", scene.Anna.Account?.Value)));
        Assert.That((await TagsAsync(comments[1].Id)).Single(t => t.SectionId == suggested.SectionId).Status, Is.EqualTo("Refused"));
        Assert.That((await SendAsync(new AcceptSuggestions.Command(scene.Consultation, CommentSelection.Of(refusal.Comments.Single())), scene.Anna)).Failure, Is.TypeOf<Conflict>());

        await DoAsync(new UndoChange.Command(refusal.Changes.Single()), scene.Anna);
        Assert.That((await TagsAsync(comments[1].Id)).Single(), Is.EqualTo(suggested));
    }

    [Test]
    public async Task In_bulk_says_how_many_were_accepted_and_which_were_not_and_why()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId one = await AReplyAsync(scene, "Patienter i glesbygd har svårt att nå vården och behöver videobesök.\n\nDet regnade hela sommaren i Sjöbacka.");
        ResponseVersionId two = await AReplyAsync(scene, "Avsnitt 4\n\nBussar och färjor behöver realtidsinformation för resenärer.", 2);
        Row sure = (await CommentsAsync(one))[0];

        EditReceipt receipt = await DoAsync(
            new AcceptSuggestions.Command(scene.Consultation, CommentSelection.Of(CommentFilter.All)) { LeastConfidence = 0.3 }, scene.Anna);

        Assert.Multiple(async () =>
        {
            Assert.That(receipt.Comments, Is.EqualTo(new[] { new SeenComment(sure.Id, 2) }));
            Assert.That(receipt.Skipped, Has.Length.EqualTo((await CommentsAsync(one)).Count - 1 + (await CommentsAsync(two)).Count));
            Assert.That(receipt.Skipped.Select(s => s.Why.Swedish), Is.All.Contains("förslag"));
            Assert.That(await SettledAsync(sure.Id), Is.EqualTo(new[] { scene.Section("2") }));
        });
        await DoAsync(new UndoChange.Command(receipt.Changes.Single()), scene.Bertil);
        Assert.That(await SettledAsync(sure.Id), Is.Empty);
    }

    [Test]
    public async Task A_stale_one_among_many_is_left_and_told_of()
    {
        Scene scene = await ASceneAsync();
        IReadOnlyList<Row> comments = await CommentsAsync(await AReplyAsync(scene, "Avsnitt 1\n\nFibern saknas i Norrvik.\n\nAvsnitt 4\n\nFärjorna är sena."));
        await DoAsync(new MarkGeneral.Command(scene.Consultation, CommentSelection.Of(comments[0].Seen), true), scene.Anna);

        EditReceipt receipt = await DoAsync(
            new MarkReviewed.Command(scene.Consultation, CommentSelection.Of([.. comments.Select(c => c.Seen), new SeenComment(CommentId.New(), 1)]), true), scene.Bertil);

        Assert.That(receipt.Comments.Single().Id, Is.EqualTo(comments[1].Id));
        Assert.That(receipt.Skipped, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task What_persons_confirm_teaches_the_rest_of_the_consultation()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId taught = await AReplyAsync(scene, string.Join("\n\n", Subjects.Select(s => s.Taught)));
        ResponseVersionId hidden = await AReplyAsync(scene, string.Join("\n\n", Subjects.Select(s => s.Hidden)), 2);
        int before = await RightAsync(scene, hidden);
        Dictionary<CommentId, int> versions = (await CommentsAsync(hidden)).ToDictionary(c => c.Id, c => c.Version);

        foreach (Row comment in await CommentsAsync(taught))
        {
            string section = Subjects.Single(s => s.Taught == comment.Quote).Section;
            await DoAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(comment.Seen), SectionsMode.Replace) { Typed = section }, scene.Anna);
        }
        // However many tags, the work waits once.
        Assert.That(await RowsAsync<string>("SELECT state FROM work_item WHERE kind = 'refresh-suggestions' AND distinct_key = @key", new { key = scene.Consultation.ToString() }), Is.EqualTo(new[] { "Ready" }));
        await WorkAsync();

        int after = await RightAsync(scene, hidden);
        TestContext.Out.WriteLine($"{before} of {Subjects.Length} right before, {after} after");
        Assert.That(before, Is.LessThanOrEqualTo(1));
        Assert.That(after, Is.GreaterThanOrEqualTo(3));
        // A suggestion is the machine's: what others have on their screens is not made stale by it.
        Assert.That((await CommentsAsync(hidden)).ToDictionary(c => c.Id, c => c.Version), Is.EqualTo(versions));
    }

    [Test]
    public async Task A_reply_that_comes_after_the_teaching_gets_taught_suggestions_at_once()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId taught = await AReplyAsync(scene, string.Join("\n\n", Subjects.Select(s => s.Taught)));
        Assert.That(await WaitingAsync(scene), Is.Zero, "no one has taught anything");
        foreach (Row comment in await CommentsAsync(taught))
        {
            string section = Subjects.Single(s => s.Taught == comment.Quote).Section;
            await DoAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(comment.Seen), SectionsMode.Replace) { Typed = section }, scene.Anna);
        }
        await WorkAsync();

        ResponseVersionId hidden = await AReplyAsync(scene, string.Join("\n\n", Subjects.Select(s => s.Hidden)), 2);
        Assert.That(await WaitingAsync(scene), Is.EqualTo(1));
        await WorkAsync();

        Assert.That(await RightAsync(scene, hidden), Is.GreaterThanOrEqualTo(3));
    }

    private async Task<int> WaitingAsync(Scene scene) => (await RowsAsync<int>(
        "SELECT COUNT(*) FROM work_item WHERE kind = 'refresh-suggestions' AND distinct_key = @key AND state = 'Ready'", new { key = scene.Consultation.ToString() }))[0];

    private async Task<int> RightAsync(Scene scene, ResponseVersionId reply)
    {
        int right = 0;
        foreach (Row comment in await CommentsAsync(reply))
        {
            string section = Subjects.Single(s => s.Hidden == comment.Quote).Section;
            Tag? best = (await TagsAsync(comment.Id)).Where(t => t.Status == "Suggested").MaxBy(t => t.Confidence);
            if (best?.SectionId == scene.Section(section)) right++;
        }
        return right;
    }
}
