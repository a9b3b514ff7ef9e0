using System.Collections.Immutable;
using Remiss.Application.Comments;
using Remiss.Application.Dispositions;
using Remiss.Application.Json;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Comments;

public sealed class GetCommentTests(TestDatabase database) : CommentTest(database)
{
    [Test]
    public async Task Tells_sections_stance_disposition_and_history_with_names()
    {
        Scene scene = await ASceneAsync();
        Row row = (await CommentsAsync(await AReplyAsync(scene, "Avsnitt 1\n\nVi avstyrker att mobiltäckningen mäts.")))[0];
        EditReceipt edit = await DoAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(row.Seen), SectionsMode.Replace) { Typed = "3.1" }, scene.Anna);
        await DoAsync(new UndoLast.Command((await DoAsync(new GetComment.Query(row.Id), scene.Anna)).Reply), scene.Anna);
        await DoAsync(new SetSections.Command(scene.Consultation, CommentSelection.Of(new SeenComment(row.Id, 3)), SectionsMode.Add) { Sections = [new SectionChoice(scene.Section("5"))] }, scene.Bertil);
        await DoAsync(new SetDisposition.Command(scene.Consultation, CommentSelection.Of(new SeenComment(row.Id, 0))) { Kind = new(DispositionKind.Noted), Reply = new("Tack.") }, scene.Anna);

        CommentView view = await DoAsync(new GetComment.Query(row.Id), scene.Bertil);
        ImmutableArray<HistoryEntry> history = await DoAsync(new GetCommentHistory.Query(row.Id), scene.Bertil);

        Assert.Multiple(() =>
        {
            Assert.That(view.Quote, Is.EqualTo("Vi avstyrker att mobiltäckningen mäts."));
            Assert.That(view.Tags.Select(t => (t.Label, t.Source, t.SetBy)), Is.EqualTo(new[] { ("1 Bredband och fiber", TagSource.Heading, null), ("5 Öppna data", TagSource.Person, scene.Bertil.Name) }));
            Assert.That((view.Stance, view.StanceEvidence, view.StanceSetBy), Is.EqualTo((Stance.Opposes, "avstyrker", (string?)null)));
            Assert.That((view.Disposition!.Kind, view.Disposition.Reply, view.Disposition.SetBy), Is.EqualTo(((DispositionKind?)DispositionKind.Noted, "Tack.", scene.Anna.Name)));
            Assert.That((view.Version, view.Changes), Is.EqualTo((4, 3)));
            Assert.That(history.Select(h => (h.What.Swedish, h.Who)), Is.EqualTo(new[] { ("valde avsnitt", scene.Bertil.Name), ("ångrade en ändring", scene.Anna.Name), ("valde avsnitt", scene.Anna.Name) }));
            Assert.That(history[2].UndoneBy, Is.EqualTo(history[1].Change));
            Assert.That(history[1].Undoes, Is.EqualTo(edit.Changes.Single()));
            Assert.That(history[2].After.Swedish, Is.EqualTo("3.1 Lärarnas fortbildning; avstyrker"));
        });
    }

    [Test]
    public void Rows_of_the_history_come_back_as_they_were_written()
    {
        var tag = new KeptTag(Guid.NewGuid(), 4, TagSource.Page, TagStatus.Refused, 1 / 3.0, Guid.NewGuid(), Clock.GetUtcNow());
        var rows = new EditRows
        {
            Comments =
            [
                new KeptComment
                {
                    Id = Guid.NewGuid(), Span = new TextSpan(3, 9), Page = 2, LeadIn = new TextSpan(0, 2), IsGeneral = true, Stance = Stance.Doubtful, Evidence = new TextSpan(4, 1),
                    StanceSetBy = Guid.NewGuid(), StanceSetAt = Clock.GetUtcNow(), ReviewedBy = Guid.NewGuid(), ReviewedAt = Clock.GetUtcNow(), IsCurrent = false, Tags = [tag],
                },
            ],
            Runs = [new KeptRun(new TextSpan(0, 3), LedgerKind.Courtesy, Guid.NewGuid(), Clock.GetUtcNow())],
            Overall = new KeptOverall(Stance.Abstains, new TextSpan(1, 1), null, null),
        };

        EditRows read = StoreJson.Read<EditRows>(StoreJson.Write(rows));

        Assert.That(read.Comments.Single().IsAsLeft(rows.Comments.Single()));
        Assert.That(read.Comments.Single().Tags.Single(), Is.EqualTo(tag));
        Assert.That(read.Runs, Is.EqualTo(rows.Runs));
        Assert.That(read.Overall, Is.EqualTo(rows.Overall));
    }
}
