using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Questions;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Questions;

public sealed class SetQuestionsTests(TestDatabase database) : StoreTest(database)
{
    private static readonly SetQuestions.Item YesNo = new(QuestionKind.OneOf, "Är målen tydliga?") { Options = ["Ja", "Nej"], IsRequired = true };
    private static readonly SetQuestions.Item Words = new(QuestionKind.Text, "Vad saknas?");

    [Test]
    public async Task Are_kept_in_their_order_and_can_be_replaced_while_nobody_has_answered()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        await DoAsync(new SetQuestions.Command(consultation, [YesNo, Words]), coordinator);
        var first = await DoAsync(new ListQuestions.Query(consultation), coordinator);

        await DoAsync(
            new SetQuestions.Command(consultation, [new(QuestionKind.Number, "Hur många invånare?"), Again(first[1]) with { Kind = QuestionKind.Scale, Options = ["lite", "mycket"] }]) { Removed = [first[0].Id] },
            coordinator);

        var second = await DoAsync(new ListQuestions.Query(consultation), coordinator);
        Assert.Multiple(() =>
        {
            Assert.That(first.Select(q => (q.Text, q.IsRequired, q.Version)), Is.EqualTo(new[] { ("Är målen tydliga?", true, 1), ("Vad saknas?", false, 1) }));
            Assert.That(first[0].Options, Is.EqualTo(new[] { "Ja", "Nej" }));
            Assert.That(second.Select(q => (q.Text, q.Kind, q.Version)), Is.EqualTo(new[] { ("Hur många invånare?", QuestionKind.Number, 1), ("Vad saknas?", QuestionKind.Scale, 2) }));
        });
    }

    [Test]
    public async Task Those_that_are_answered_can_be_reworded_and_added_to_and_no_more()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        await DoAsync(new SetQuestions.Command(consultation, [YesNo, Words]), coordinator);
        var asked = await DoAsync(new ListQuestions.Query(consultation), coordinator);
        await AnswerAsync(consultation, asked[0].Id);
        SetQuestions.Item first = Again(asked[0]), second = Again(asked[1]);

        var refused = new[]
        {
            await SendAsync(new SetQuestions.Command(consultation, [second]) { Removed = [asked[0].Id] }, coordinator),
            await SendAsync(new SetQuestions.Command(consultation, [first with { Kind = QuestionKind.ManyOf }, second]), coordinator),
            await SendAsync(new SetQuestions.Command(consultation, [first with { Options = ["Nej", "Ja"] }, second]), coordinator),
            await SendAsync(new SetQuestions.Command(consultation, [first with { Kind = QuestionKind.Text, Options = [] }, second]), coordinator),
        };
        var allowed = await SendAsync(
            new SetQuestions.Command(consultation, [second, first with { Text = "Är målen tydliga nog?", Options = ["Ja", "Nej", "Vet inte"] }, Words with { Text = "Något mer?" }]), coordinator);

        Assert.Multiple(() =>
        {
            Assert.That(refused.Select(r => r.Failure), Is.All.TypeOf<Conflict>());
            Assert.That(allowed.Failure, Is.Null);
        });
        Assert.That((await DoAsync(new ListQuestions.Query(consultation), coordinator)).Select(q => q.Text), Is.EqualTo(new[] { "Vad saknas?", "Är målen tydliga nog?", "Något mer?" }));
    }

    [Test]
    public async Task The_second_of_two_who_change_them_gets_a_conflict_with_both_wordings()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        await DoAsync(new SetQuestions.Command(consultation, [YesNo]), coordinator);
        var seen = await DoAsync(new ListQuestions.Query(consultation), coordinator);
        await DoAsync(new SetQuestions.Command(consultation, [Again(seen[0]) with { Text = "Min lydelse" }, Words]), coordinator);

        var changed = await SendAsync(new SetQuestions.Command(consultation, [Again(seen[0]) with { Text = "Din lydelse" }]), coordinator);
        var overlooked = await SendAsync(new SetQuestions.Command(consultation, [Again(seen[0]) with { Version = 2 }]), coordinator);

        Assert.Multiple(() =>
        {
            Assert.That(overlooked.Failure, Is.TypeOf<Conflict>().With.Property(nameof(Failure.Message)).Property("Swedish").Contain("Vad saknas?"));
            Assert.That(changed.Failure, Is.TypeOf<Conflict>());
        });
        Assert.That((await DoAsync(new ListQuestions.Query(consultation), coordinator)).Select(q => q.Text), Is.EqualTo(new[] { "Min lydelse", "Vad saknas?" }));
    }

    [TestCase(QuestionKind.OneOf, "Fråga?", new[] { "Ja" })]
    [TestCase(QuestionKind.OneOf, "Fråga?", new[] { "Ja", "ja " })]
    [TestCase(QuestionKind.Text, "Fråga?", new[] { "Ja", "Nej" })]
    [TestCase(QuestionKind.Number, "  ", new string[0])]
    [TestCase((QuestionKind)9, "Fråga?", new string[0])]
    public async Task Refuses_what_nobody_could_answer(QuestionKind kind, string text, string[] options)
    {
        var (_, consultation, coordinator) = await AConsultationAsync();

        var result = await SendAsync(new SetQuestions.Command(consultation, [new(kind, text) { Options = [.. options] }]), coordinator);

        Assert.That(result.Failure, Is.TypeOf<Invalid>());
    }

    [Test]
    public async Task Refuses_a_section_that_is_not_there_and_a_person_without_the_role()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        Actor colleague = await APersonAsync(organisation);

        Assert.Multiple(async () =>
        {
            Assert.That((await SendAsync(new SetQuestions.Command(consultation, [Words with { Section = StoredSectionId.New() }]), coordinator)).Failure, Is.TypeOf<Invalid>());
            Assert.That((await SendAsync(new SetQuestions.Command(consultation, [Words]), colleague)).Failure, Is.TypeOf<NotFound>());
        });
    }

    private static SetQuestions.Item Again(Question q) => new(q.Kind, q.Text) { Id = q.Id, Version = q.Version, Options = q.Options, IsRequired = q.IsRequired, Section = q.Section };

    // Straight into the tables: what an answer needs is all that is wanted of a reply here.
    private async Task AnswerAsync(ConsultationId consultation, QuestionId question)
    {
        ResponseId response = ResponseId.New();
        ResponseVersionId version = ResponseVersionId.New();
        DateTimeOffset now = Clock.GetUtcNow();
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        DbSession session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.ExecuteAsync(
            "INSERT INTO response (response_id, consultation_id, number, kind, channel, current_version, created_at, version) VALUES (@response, @consultation, 1, 'Reply', 'Form', 1, @now, 1)",
            new { response, consultation, now }, default);
        await session.ExecuteAsync(
            """
            INSERT INTO response_version (response_version_id, response_id, consultation_id, number, receipt_key, state, received_on, registered_at, text_length, overall_stance, version)
            VALUES (@version, @response, @consultation, 1, @key, 'Split', @day, @now, 0, 'NotStated', 1)
            """,
            new { version, response, consultation, key = version.ToString(), day = new DateOnly(2026, 11, 2), now }, default);
        await session.ExecuteAsync("INSERT INTO answer (response_version_id, question_id, value_json) VALUES (@version, @question, '0')", new { version, question }, default);
    }
}
