using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Comments;
using Remiss.Application.Dispositions;
using Remiss.Application.Tests.Comments;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Dispositions;

public sealed class SetDispositionTests(TestDatabase database) : CommentTest(database)
{
    private const string Letter = "Avsnitt 1\n\nFibern saknas i Norrvik.\n\nAvsnitt 4\n\nFärjorna är sena.\n\nAvsnitt 5\n\nDatamängderna saknar format.";

    [Test]
    public async Task Sets_only_what_is_given_for_all_of_a_selection()
    {
        Scene scene = await ASceneAsync();
        IReadOnlyList<Row> comments = await CommentsAsync(await AReplyAsync(scene, Letter));
        await DoAsync(Set(scene, new SeenComment(comments[0].Id, 0)) with { Reply = new(" Vi bygger ut. "), Kind = new(DispositionKind.AlreadyMet) }, scene.Anna);

        DispositionReceipt receipt = await DoAsync(
            new SetDisposition.Command(scene.Consultation, CommentSelection.Of(CommentFilter.All)) { AssignedTo = new(scene.Bertil.Account), DueOn = new(new DateOnly(2027, 1, 15)) }, scene.Anna);

        DispositionPage page = await DoAsync(new GetDispositions.Query(scene.Consultation) { AssignedTo = scene.Bertil.Account }, scene.Bertil);
        Assert.Multiple(() =>
        {
            Assert.That(receipt.Comments, Has.Length.EqualTo(3));
            Assert.That(receipt.Skipped, Is.Empty);
            Assert.That(page.Total, Is.EqualTo(3));
            Assert.That(page.Rows.Select(r => (r.Kind, r.State, r.Reply, r.Version)), Is.EqualTo(new[]
            {
                ((DispositionKind?)DispositionKind.AlreadyMet, DispositionState.Drafted, "Vi bygger ut.", 2), (null, DispositionState.Open, null, 1), (null, DispositionState.Open, null, 1),
            }));
            Assert.That(page.Rows[0].AssignedName, Is.EqualTo(scene.Bertil.Name));
            Assert.That(page.ByState[DispositionState.Open], Is.EqualTo(2));
        });
    }

    [Test]
    public async Task The_second_of_two_who_answer_the_same_comment_sees_both_answers()
    {
        Scene scene = await ASceneAsync();
        SeenComment seen = new((await CommentsAsync(await AReplyAsync(scene, Letter)))[0].Id, 0);
        await DoAsync(Set(scene, seen) with { Kind = new(DispositionKind.Noted), Reply = new("Annas svar.") }, scene.Anna);

        var result = await SendAsync(Set(scene, seen) with { Kind = new(DispositionKind.Accepted), Reply = new("Bertils svar.") }, scene.Bertil);

        Assert.That(result.Failure, Is.TypeOf<Conflict>());
        Assert.That(result.Failure!.Message.Swedish, Does.Contain("noteras").And.Contain("Annas svar.").And.Contain("tillgodoses").And.Contain("Bertils svar."));
        Assert.That((await DoAsync(new GetDispositions.Query(scene.Consultation), scene.Anna)).Rows[0].Reply, Is.EqualTo("Annas svar."));
    }

    [Test]
    public async Task What_is_approved_has_a_kind_and_becomes_a_draft_again_when_it_is_rewritten()
    {
        Scene scene = await ASceneAsync();
        SeenComment seen = new((await CommentsAsync(await AReplyAsync(scene, Letter)))[0].Id, 0);

        Assert.That((await SendAsync(Set(scene, seen) with { State = DispositionState.Approved }, scene.Anna)).Failure, Is.TypeOf<Invalid>());
        await DoAsync(Set(scene, seen) with { State = DispositionState.Approved, Kind = new(DispositionKind.NotAccepted) }, scene.Anna);
        await DoAsync(Set(scene, seen with { Version = 1 }) with { Reply = new("Ny text.") }, scene.Anna);

        Assert.That((await DoAsync(new GetDispositions.Query(scene.Consultation), scene.Anna)).Rows[0].State, Is.EqualTo(DispositionState.Drafted));
    }

    [Test]
    public async Task Cannot_be_handed_to_one_without_a_part_in_the_consultation()
    {
        Scene scene = await ASceneAsync();
        SeenComment seen = new((await CommentsAsync(await AReplyAsync(scene, Letter)))[0].Id, 0);
        var outsider = await APersonAsync(scene.Organisation);

        Assert.That((await SendAsync(Set(scene, seen) with { AssignedTo = new(outsider.Account) }, scene.Anna)).Failure, Is.TypeOf<Invalid>());
    }

    [Test]
    public async Task What_is_answered_neither_disappears_nor_blocks_a_merge()
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, "Avsnitt 1\n\nVi tillstyrker fibern. Vi avstyrker mätningen.");
        IReadOnlyList<Row> c = await CommentsAsync(reply);
        await DoAsync(Set(scene, new SeenComment(c[1].Id, 0)) with { Kind = new(DispositionKind.Noted) }, scene.Anna);

        Assert.That((await SendAsync(new DismissComment.Command(reply, c[1].Seen, LedgerKind.Background), scene.Bertil)).Failure, Is.TypeOf<Conflict>());
        await DoAsync(new MergeComments.Command(reply, [c[0].Seen, c[1].Seen]), scene.Bertil);

        Assert.That((await CommentsAsync(reply)).Single().Id, Is.EqualTo(c[1].Id));
        await DoAsync(new UndoLast.Command(reply), scene.Bertil);
        Assert.That((await CommentsAsync(reply)).Select(k => k.Id), Is.EqualTo(c.Select(k => k.Id)));
    }

    [Test]
    public async Task The_audit_holds_each_disposition_before_and_what_all_became()
    {
        Scene scene = await ASceneAsync();
        SeenComment seen = new((await CommentsAsync(await AReplyAsync(scene, Letter)))[0].Id, 0);
        await DoAsync(Set(scene, seen) with { Kind = new(DispositionKind.Noted) }, scene.Anna);
        await DoAsync(Set(scene, seen with { Version = 1 }) with { Kind = new(DispositionKind.Accepted) }, scene.Anna);

        string before = (await RowsAsync<string>("SELECT before_json FROM audit_entry WHERE organisation_id = @Organisation AND action = 'SetDisposition' ORDER BY sequence", scene))[^1];

        Assert.That(before, Does.Contain(seen.Id.ToString()).And.Contain("Noted"));
    }

    [Test, Explicit("A measure, not a test: 10,000 comments in bulk.")]
    public async Task Ten_thousand_at_once()
    {
        Scene scene = await ASceneAsync();
        string text = "Avsnitt 1\n\n" + string.Join("\n\n", Enumerable.Range(0, 50).Select(i => $"Patienter i by {i} har svårt att nå vården genom videobesök."));
        for (int i = 1; i <= 200; i++) await AReplyAsync(scene, text, i);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        void Tell(string what, int count) { TestContext.Out.WriteLine($"{what}: {count} in {watch.ElapsedMilliseconds} ms"); watch.Restart(); }
        CommentSelection all = CommentSelection.Of(CommentFilter.All);
        Tell("set", (await DoAsync(new SetDisposition.Command(scene.Consultation, all) { Kind = new(DispositionKind.Noted), Reply = new("Tack för synpunkten.") }, scene.Anna)).Comments.Length);
        Tell("change", (await DoAsync(new SetDisposition.Command(scene.Consultation, all) { State = DispositionState.Approved }, scene.Anna)).Comments.Length);
        Tell("sections", (await DoAsync(new SetSections.Command(scene.Consultation, all, Domain.Responses.Editing.SectionsMode.Add) { Typed = "5" }, scene.Anna)).Comments.Length);
        Tell("reviewed", (await DoAsync(new MarkReviewed.Command(scene.Consultation, all, true), scene.Anna)).Comments.Length);
        Tell("stance", (await DoAsync(new SetStance.Command(scene.Consultation, all, Domain.Stances.Stance.Doubtful), scene.Anna)).Comments.Length);
        Tell("page", (await DoAsync(new GetDispositions.Query(scene.Consultation) { Skip = 5_000 }, scene.Anna)).Rows.Length);
        Tell("general", (await DoAsync(new MarkGeneral.Command(scene.Consultation, all, true), scene.Anna)).Comments.Length);
        Tell("not general", (await DoAsync(new MarkGeneral.Command(scene.Consultation, all, false), scene.Anna)).Comments.Length);
        Tell("work", await WorkAsync());
        Assert.That(Services.GetRequiredService<TimeProvider>(), Is.Not.Null);
    }

    private static SetDisposition.Command Set(Scene scene, SeenComment seen) => new(scene.Consultation, CommentSelection.Of(seen));
}
