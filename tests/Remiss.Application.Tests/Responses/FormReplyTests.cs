using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Responses;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;

namespace Remiss.Application.Tests.Responses;

public sealed class FormReplyTests
{
    [Test]
    public void Every_paragraph_is_a_comment_on_its_section_and_the_ledger_is_the_whole_text()
    {
        StoredDocument document = Strategies.Stored();
        StoredSectionId care = document.IdOf(new SectionId("3.1"));

        SplitResponse split = FormReply.Of(
        [
            new FormComment(care, "Journaler bör delas.\n\nVi avstyrker åtgärd 1.") { Stance = Stance.SupportsWithComments },
            new FormComment(null, "Vi tillstyrker strategin."),
            new FormComment(document.IdOf(new SectionId("3.2")), "  \r\n "),
        ], document, null);

        Assert.Multiple(() =>
        {
            Assert.That(split.Document.Text, Is.EqualTo("Allmänna synpunkter\n\nVi tillstyrker strategin.\n\n3.1 Trygg digital vård\n\nJournaler bör delas.\n\nVi avstyrker åtgärd 1."));
            Assert.That(split.Comments.Select(c => (split.TextOf(c), c.Tags.SingleOrDefault()?.Number, c.IsGeneral, c.Stance.Stance)), Is.EqualTo(new[]
            {
                ("Vi tillstyrker strategin.", null, true, Stance.Supports),
                ("Journaler bör delas.", "3.1", false, Stance.SupportsWithComments),
                ("Vi avstyrker åtgärd 1.", "3.1", false, Stance.SupportsWithComments),
            }));
            Assert.That(split.Ledger.Sum(e => e.Span.Length), Is.EqualTo(split.Document.Text.Length));
            Assert.That(split.Ledger.Where(e => e.Kind == LedgerKind.Comment).Select(e => e.Span), Is.EqualTo(split.Comments.Select(c => c.Span)));
        });
    }

    [Test]
    public void A_form_without_comments_is_an_empty_text_with_its_stance()
    {
        SplitResponse split = FormReply.Of([], null, Stance.NoObjection);

        Assert.That((split.Document.Text, split.OverallStance.Stance, split.Ledger.Length), Is.EqualTo(("", Stance.NoObjection, 0)));
    }
}

public sealed class RegisterFormResponseTests(TestDatabase database) : ResponseTest(database)
{
    [Test]
    public async Task The_form_is_kept_once_with_answers_and_reservations()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        BodyId body = await ABodyAsync(organisation, "Norrviks kommun");
        QuestionId question = QuestionId.New();
        await RowsAsync<int>(
            "INSERT INTO question (question_id, consultation_id, ordinal, kind, question_text, options_json, is_required, version) VALUES (@question, @consultation, 1, 'OneOf', 'Bra?', '[\"Ja\",\"Nej\"]', 0, 1)",
            new { question, consultation });
        var command = new RegisterFormResponse.Command(consultation, Guid.NewGuid())
        {
            Bodies = [body],
            Comments = [new FormComment(null, "Vi tillstyrker strategin.")],
            Answers = [new FormAnswer(question, JsonSerializer.SerializeToElement(1))],
            OverallStance = Stance.SupportsWithComments,
            Reservations = [new FormReservation(ReservationKind.Reservation, "Framtidspartiet", "Vi hade velat avstyrka.")],
        };

        Registered first = await DoAsync(command, coordinator);
        Registered again = await DoAsync(command, coordinator);
        var wrong = await SendAsync(command with { Submission = Guid.NewGuid(), Answers = [new FormAnswer(question, JsonSerializer.SerializeToElement(2))] }, coordinator);
        StoredSplit split = (await DoAsync(new GetResponseVersion.Query(first.Version), coordinator)).Stored;

        Assert.Multiple(async () =>
        {
            Assert.That((again.Response, again.WasThere), Is.EqualTo((first.Response, true)));
            Assert.That(wrong.Failure, Is.TypeOf<Invalid>().With.Property(nameof(Invalid.Field)).EqualTo("Answers"));
            Assert.That(split.Split.OverallStance.Stance, Is.EqualTo(Stance.SupportsWithComments));
            Assert.That(await RowsAsync<string>("SELECT value_json FROM answer WHERE response_version_id = @Version", new { first.Version }), Is.EqualTo(new[] { "1" }));
            Assert.That(await RowsAsync<string>("SELECT who FROM reservation WHERE response_version_id = @Version", new { first.Version }), Is.EqualTo(new[] { "Framtidspartiet" }));
        });
    }

    [Test]
    public async Task An_answer_to_a_question_that_is_taken_away_meanwhile_is_refused_in_a_sentence()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        QuestionId question = QuestionId.New();
        await RowsAsync<int>(
            "INSERT INTO question (question_id, consultation_id, ordinal, kind, question_text, options_json, is_required, version) VALUES (@question, @consultation, 1, 'Text', 'Vad saknas?', '[]', 0, 1)",
            new { question, consultation });
        var command = new RegisterFormResponse.Command(consultation, Guid.NewGuid())
        {
            SenderNames = ["Norrviks kommun"],
            Answers = [new FormAnswer(question, JsonSerializer.SerializeToElement("Kostnaderna."))],
        };
        Task<Result<Registered>> answering;
        await using (AsyncServiceScope scope = Services.CreateAsyncScope())
        {
            var session = scope.ServiceProvider.GetRequiredService<DbSession>();
            await session.BeginAsync(default);
            // As SetQuestions does.
            await session.ExecuteAsync("UPDATE consultation SET version = version WHERE consultation_id = @consultation", new { consultation }, default);
            await session.ExecuteAsync("DELETE FROM question WHERE question_id = @question", new { question }, default);
            answering = Task.Run(() => SendAsync(command, coordinator));
            // Long enough to see the question and then to wait; where it is not, the first look refuses the same.
            await Task.WhenAny(answering, Task.Delay(700));
            await session.CommitAsync(default);
        }

        Assert.That((await answering).Failure, Is.TypeOf<Invalid>().With.Property(nameof(Invalid.Field)).EqualTo("Answers"));
        Assert.That(await CountAsync("response WHERE consultation_id = @consultation", new { consultation }), Is.Zero);
    }

    [Test]
    public async Task An_empty_form_and_one_from_nobody_are_refused()
    {
        var (_, consultation, _) = await AConsultationAsync();

        var empty = await SendAsync(new RegisterFormResponse.Command(consultation, Guid.NewGuid()) { SenderNames = ["Norrviks kommun"] });
        var nobody = await SendAsync(new RegisterFormResponse.Command(consultation, Guid.NewGuid()) { Comments = [new FormComment(null, "Bra.")] });

        Assert.That(empty.Failure, Is.TypeOf<Invalid>());
        Assert.That(nobody.Failure, Is.TypeOf<Invalid>());
    }
}
