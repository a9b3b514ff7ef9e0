using Remiss.Application.Comments;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Comments;

public sealed class EditSequenceTests(TestDatabase database) : CommentTest(database)
{
    private const string Letter = """
        Tack för remissen. 🦌

        Avsnitt 1

        Vi tillstyrker fibern. Vi avstyrker mätningen. Norrvik vill ha mer.

        • Första punkten 🛥 är viktig.
        • Andra punkten är viktigare.

        Avsnitt 3.1

        Lärarna behöver tid. Sjöbacka håller med om det mesta men saknar pengar.

        Med vänlig hälsning
        """;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Any_sequence_of_edits_keeps_the_ledger_whole_and_undoing_all_restores_everything(int seed)
    {
        Scene scene = await ASceneAsync();
        ResponseVersionId reply = await AReplyAsync(scene, Letter);
        string whole = await WholeAsync(reply), start = await SaidAsync(reply);
        var random = new Random(seed);
        int made = 0;
        for (int i = 0; i < 40; i++)
        {
            Result<EditReceipt> edit = await AnyEditAsync(random, scene, reply);
            if (!edit.IsOk) Assert.That(edit.Failure, Is.TypeOf<Invalid>().Or.TypeOf<Conflict>().Or.TypeOf<NotFound>());
            else if (edit.Value.Changes.Length > 0) made++;
            await WholeAsync(reply);
        }
        Assert.That(made, Is.GreaterThan(10));

        int undone = 0;
        while ((await SendAsync(new UndoLast.Command(reply), scene.Anna)).IsOk)
        {
            undone++;
            await WholeAsync(reply);
        }
        Assert.That(undone, Is.GreaterThan(0));
        Assert.That(await WholeAsync(reply), Is.EqualTo(whole));
        Assert.That(await SaidAsync(reply), Is.EqualTo(start));
        // The index of words follows.
        Assert.That(await RowsAsync<long>("SELECT DISTINCT t.comment_no FROM comment_term t JOIN comment k ON k.comment_no = t.comment_no WHERE k.response_version_id = @reply AND k.is_current = 0", new { reply }), Is.Empty);
    }

    private async Task<Result<EditReceipt>> AnyEditAsync(Random random, Scene scene, ResponseVersionId reply)
    {
        IReadOnlyList<Row> comments = await CommentsAsync(reply);
        if (comments.Count == 0) return await SendAsync(new MakeComment.Command(reply, new TextSpan(random.Next(50), 30)), scene.Anna);
        int at = random.Next(comments.Count);
        Row one = comments[at];
        CommentSelection which = CommentSelection.Of(one.Seen);
        return random.Next(10) switch
        {
            0 => await SendAsync(new MakeComment.Command(reply, new TextSpan(random.Next(-5, 300), random.Next(60))), scene.Anna),
            1 => await SendAsync(new DismissComment.Command(reply, one.Seen, (LedgerKind)random.Next(7)), scene.Anna),
            2 or 3 => await SendAsync(new SplitComment.Command(reply, one.Seen, [one.StartAt + random.Next(one.Length + 1), one.StartAt + random.Next(one.Length + 1)]), scene.Anna),
            4 or 5 => await SendAsync(new MergeComments.Command(reply, [.. comments.Skip(at).Take(random.Next(2, 4)).Select(c => c.Seen)]), scene.Anna),
            6 => await SendAsync(new SetSections.Command(scene.Consultation, which, (SectionsMode)random.Next(3)) { Typed = Plan[random.Next(Plan.Length)].Number }, scene.Anna),
            7 => await SendAsync(new SetStance.Command(scene.Consultation, which, (Stance)random.Next(7)), scene.Anna),
            8 => await SendAsync(new MarkReviewed.Command(scene.Consultation, CommentSelection.Of([.. comments.Select(c => c.Seen)]), random.Next(2) == 0), scene.Anna),
            _ => await SendAsync(new UndoLast.Command(reply), scene.Anna),
        };
    }

    private async Task<string> SaidAsync(ResponseVersionId reply)
    {
        var said = new List<string>();
        foreach (Row row in await CommentsAsync(reply))
            said.Add($"{row with { Version = 0 }} {string.Join(';', (await TagsAsync(row.Id)).OrderBy(t => t.SectionId.Value))}");
        return string.Join('\n', said);
    }
}
