using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Responses;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Responses;

public sealed class SplitRowsTests(TestDatabase database) : StoreTest(database)
{
    private const string AddResponse = """
        INSERT INTO response (response_id, consultation_id, number, kind, channel, current_version, created_at, version)
        VALUES (@response, @consultation, @number, 'Reply', 'File', 1, @now, 1)
        """;

    private const string AddVersion = """
        INSERT INTO response_version (response_version_id, response_id, consultation_id, number, receipt_key, state, received_on, registered_at, text_length, overall_stance, version)
        VALUES (@version, @response, @consultation, 1, @key, 'Received', @day, @now, 0, 'NotStated', 1)
        """;

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_is_saved_and_loaded_is_equal_and_its_ledger_is_the_whole_text(bool withDocument)
    {
        var (_, consultation, _) = await AConsultationAsync();
        StoredDocument? document = withDocument ? Strategies.Stored() : null;
        SplitResponse split = ResponseSplitter.Split(Strategies.Reply("Norrviks kommun"), document?.Context);
        Assert.That(split.Comments.SelectMany(c => c.Tags).Select(t => t.How).Distinct().Count(), Is.GreaterThan(1), "the reply is rich enough");

        ResponseVersionId version = await SaveAsync(consultation, split, document);
        StoredSplit loaded = await LoadAsync(version, document);

        AssertEqual(loaded.Split, split);
        Assert.That(loaded.Split.Ledger.Sum(e => e.Span.Length), Is.EqualTo(split.Document.Text.Length));
        Assert.That(loaded.Comments.Select(c => c.No), Is.Unique.And.All.GreaterThan(0));
    }

    [Test]
    public async Task All_are_loaded_as_each_alone()
    {
        var (_, consultation, _) = await AConsultationAsync();
        StoredDocument document = Strategies.Stored();
        foreach (string name in new[] { "Norrviks kommun", "Sjöbacka kommun", "Ekhamra kommun" })
            await SaveAsync(consultation, ResponseSplitter.Split(Strategies.Reply(name), document.Context), document);

        ImmutableArray<StoredSplit> all;
        await using (AsyncServiceScope scope = Services.CreateAsyncScope())
            all = await scope.ServiceProvider.GetRequiredService<SplitRows>().LoadAllAsync(consultation, document, default);

        Assert.That(all.Select(a => a.Split.Organisation), Is.EqualTo(new[] { "Norrviks kommun", "Sjöbacka kommun", "Ekhamra kommun" }));
        foreach (StoredSplit one in all) AssertEqual(one.Split, (await LoadAsync(one.Version, document)).Split);
    }

    [Test]
    public async Task Saving_again_replaces()
    {
        var (_, consultation, _) = await AConsultationAsync();
        StoredDocument document = Strategies.Stored();
        SplitResponse split = ResponseSplitter.Split(Strategies.Reply("Norrviks kommun"), document.Context);
        ResponseVersionId version = await SaveAsync(consultation, ResponseSplitter.Split(Strategies.Reply("Norrviks kommun")), null);

        await InTransactionAsync((rows, _) => rows.SaveAsync(version, consultation, split, document, default));

        AssertEqual((await LoadAsync(version, document)).Split, split);
    }

    [Test]
    public async Task Never_replaces_what_a_person_has_worked_on()
    {
        var (_, consultation, _) = await AConsultationAsync();
        StoredDocument document = Strategies.Stored();
        SplitResponse split = ResponseSplitter.Split(Strategies.Reply("Norrviks kommun"), document.Context);
        ResponseVersionId version = await SaveAsync(consultation, split, document);
        StoredSplit before = await LoadAsync(version, document);
        await RowsAsync<int>(
            "INSERT INTO disposition (comment_no, state, version, set_at) VALUES (@no, 'Open', 1, @now)", new { no = before.Comments[0].No, now = Clock.GetUtcNow() });
        // As where the work waits twice: nothing but this guard stands between.
        Conflict? refusal = null;

        await InTransactionAsync(async (rows, _) => refusal = await rows.SaveAsync(version, consultation, split, document, default));

        Assert.That(refusal, Is.Not.Null);
        Assert.That((await LoadAsync(version, document)).Comments, Is.EqualTo(before.Comments).Using<StoredComment, StoredComment>((a, b) => a.Id == b.Id));
    }

    private async Task<ResponseVersionId> SaveAsync(ConsultationId consultation, SplitResponse split, StoredDocument? document)
    {
        var version = ResponseVersionId.New();
        await InTransactionAsync(async (rows, session) =>
        {
            int number = await session.FindAsync<int>("SELECT COUNT(*) + 1 FROM response WHERE consultation_id = @consultation", new { consultation }, default);
            var row = new { response = ResponseId.New(), consultation, number, now = Clock.GetUtcNow(), version, key = $"test:{version}", day = new DateOnly(2026, 11, 2) };
            await session.ExecuteAsync(AddResponse, row, default);
            await session.ExecuteAsync(AddVersion, row, default);
            await rows.SaveAsync(version, consultation, split, document, default);
        });
        return version;
    }

    private async Task InTransactionAsync(Func<SplitRows, DbSession, Task> work)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        DbSession session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.BeginAsync(default);
        await work(scope.ServiceProvider.GetRequiredService<SplitRows>(), session);
        await session.CommitAsync(default);
    }

    private async Task<StoredSplit> LoadAsync(ResponseVersionId version, StoredDocument? document)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SplitRows>().LoadAsync(version, document, default))!;
    }

    private static void AssertEqual(SplitResponse actual, SplitResponse expected)
    {
        Assert.Multiple(() =>
        {
            Assert.That(actual.Document.Text, Is.EqualTo(expected.Document.Text));
            Assert.That(actual.Document.Blocks, Is.EqualTo(expected.Document.Blocks));
            Assert.That(actual.Document.Pages.Starts, Is.EqualTo(expected.Document.Pages.Starts));
            Assert.That(actual.Organisation, Is.EqualTo(expected.Organisation));
            Assert.That(actual.Senders, Is.EqualTo(expected.Senders));
            Assert.That(actual.RegistrationNumber, Is.EqualTo(expected.RegistrationNumber));
            Assert.That(actual.ConsultationRegistrationNumber, Is.EqualTo(expected.ConsultationRegistrationNumber));
            Assert.That(actual.Date, Is.EqualTo(expected.Date));
            Assert.That(actual.Decision, Is.EqualTo(expected.Decision));
            Assert.That(actual.OverallStance, Is.EqualTo(expected.OverallStance));
            Assert.That(actual.Ledger, Is.EqualTo(expected.Ledger));
            Assert.That(actual.Unresolved, Is.EqualTo(expected.Unresolved));
            Assert.That(actual.Comments.Select(c => c with { Tags = [] }), Is.EqualTo(expected.Comments.Select(c => c with { Tags = [] })));
            Assert.That(actual.Comments.Select(c => c.Tags.ToArray()), Is.EqualTo(expected.Comments.Select(c => c.Tags.ToArray())));
        });
    }
}
