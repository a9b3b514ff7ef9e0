using Remiss.Application.Comments;
using Remiss.Application.Dispositions;
using Remiss.Application.Documents;
using Remiss.Application.Responses;
using Remiss.Application.Search;
using Remiss.Application.Security;
using Remiss.Domain.Responses;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Tests.Search;

/// <summary>Filters, orders and pages, of lists and of searches alike; and the index after edits.</summary>
public sealed class ListCommentsTests(TestDatabase database) : SearchTest(database)
{
    private const string All = "äldre journaler täckning årligen försörjning";
    private ConsultationId _consultation;
    private Actor _coordinator = Actor.Nobody;
    private Registered _norrvik = null!;
    private Registered _sjöbacka = null!;

    [SetUp]
    public async Task RegisterTwoRepliesAsync()
    {
        (_, _consultation, _coordinator) = await AConsultationToSearchAsync();
        _norrvik = await RegisterAsync(_consultation, "Norrviks kommun", received: new DateOnly(2026, 10, 20));
        _sjöbacka = await RegisterAsync(_consultation, "Sjöbacka kommun", received: new DateOnly(2026, 11, 1));
    }

    [Test]
    public async Task Each_filter_lets_through_what_it_says()
    {
        var sections = await RowsAsync<SectionRow>(
            "SELECT s.section_id AS id, s.number FROM section s JOIN document_version v ON v.document_version_id = s.document_version_id JOIN document d ON d.document_id = v.document_id WHERE d.consultation_id = @_consultation",
            new { _consultation });
        StoredSectionId Section(string number) => sections.Single(s => s.Number == number).Id;
        CommentLine journals = (await SearchAsync(_consultation, "journaler", new() { Response = _norrvik.Response })).Rows.Single();
        await DoAsync(new MarkReviewed.Command(_consultation, CommentSelection.Of(new SeenComment(journals.Id, journals.Version)), true), _coordinator);

        (string Name, CommentCriteria Criteria, string Keys, int Total)[] cases =
        [
            ("none", new(), All, 10),
            ("section", new() { Section = Section("3.1") }, "äldre journaler", 4),
            ("section with those below", new() { Section = Section("3") }, "äldre journaler täckning årligen", 8),
            ("section of no document", new() { Section = StoredSectionId.New() }, "", 0),
            ("reply", new() { Response = _norrvik.Response }, All, 5),
            ("sender", new() { Sender = "sjöbacka" }, All, 5),
            ("sender with a wildcard", new() { Sender = "sjö%" }, "", 0),
            ("stance", new() { Stance = Stance.Opposes }, "journaler", 2),
            ("reviewed", new() { IsReviewed = true }, "journaler", 1),
            ("not reviewed", new() { IsReviewed = false }, All, 9),
            ("general", new() { IsGeneral = true }, "försörjning", 2),
            ("not general", new() { IsGeneral = false }, "äldre journaler täckning årligen", 8),
            ("settled", new() { Tagging = Tagging.Settled }, "äldre journaler täckning årligen", 8),
            ("settled on a section", new() { Tagging = Tagging.Settled, Section = Section("3.2") }, "täckning", 2),
            ("suggested on that section", new() { Tagging = Tagging.Suggested, Section = Section("3.2") }, "", 0),
            ("received from", new() { ReceivedFrom = new DateOnly(2026, 10, 21) }, All, 5),
            ("received to", new() { ReceivedTo = new DateOnly(2026, 10, 20) }, All, 5),
            ("received between", new() { ReceivedFrom = new DateOnly(2026, 10, 21), ReceivedTo = new DateOnly(2026, 10, 31) }, "", 0),
            ("no disposition is open", new() { DispositionState = DispositionState.Open }, All, 10),
            ("approved", new() { DispositionState = DispositionState.Approved }, "", 0),
            ("kind of disposition", new() { DispositionKind = DispositionKind.Accepted }, "", 0),
            ("several", new() { Section = Section("3"), Stance = Stance.Opposes, IsReviewed = false, Sender = "Sjöbacka" }, "journaler", 1),
        ];
        Assert.Multiple(async () =>
        {
            foreach (var (name, criteria, keys, total) in cases)
            {
                foreach (CommentOrder order in Enum.GetValues<CommentOrder>())
                {
                    CommentPage listed = await DoAsync(new ListComments.Query(_consultation) { Criteria = criteria, Order = order });
                    Assert.That((KeysOf(listed), listed.Total, listed.IsAtLeast), Is.EqualTo((keys, total, false)), $"{name} {order}");
                }
                CommentPage found = await SearchAsync(_consultation, "kommun", criteria);
                Assert.That((KeysOf(found), found.Total), Is.EqualTo((keys, total)), $"search, {name}");
            }
        });
    }

    [Test]
    public async Task A_body_s_comments_are_those_of_its_replies()
    {
        var bodies = await RowsAsync<BodyRow>("SELECT body_id AS id FROM response_body WHERE response_id = @Response", new { _sjöbacka.Response });

        CommentPage listed = await DoAsync(new ListComments.Query(_consultation) { Criteria = new() { Body = bodies.Single().Id } });

        Assert.That(listed.Rows.Select(r => r.Response).Distinct(), Is.EqualTo(new[] { _sjöbacka.Response }));
        Assert.That(listed.Total, Is.EqualTo(5));
    }

    [Test]
    public async Task Orders_are_those_of_the_document_and_of_the_replies()
    {
        async Task<string> OrderAsync(CommentOrder order) => string.Join(' ', (await DoAsync(new ListComments.Query(_consultation) { Order = order })).Rows
            .Select(r => $"{r.ResponseNumber}{Keys.Single(k => r.Quote.Contains(k, StringComparison.Ordinal))[..1]}"));

        Assert.That(await OrderAsync(CommentOrder.Reply), Is.EqualTo("1ä 1j 1t 1å 1f 2ä 2j 2t 2å 2f"));
        Assert.That(await OrderAsync(CommentOrder.Newest), Is.EqualTo("2ä 2j 2t 2å 2f 1ä 1j 1t 1å 1f"));
        Assert.That(await OrderAsync(CommentOrder.Section), Is.EqualTo("1ä 1j 2ä 2j 1t 2t 1å 2å 1f 2f"));
    }

    [Test]
    public async Task Pages_together_are_the_whole_in_order()
    {
        foreach (CommentOrder order in Enum.GetValues<CommentOrder>())
        {
            CommentPage whole = await DoAsync(new ListComments.Query(_consultation) { Order = order });
            var pages = new List<CommentId>();
            for (int page = 1; page <= 5; page++)
            {
                CommentPage one = await DoAsync(new ListComments.Query(_consultation) { Order = order, Page = page, PageSize = 3 });
                Assert.That(one.Total, Is.EqualTo(10));
                pages.AddRange(one.Rows.Select(r => r.Id));
            }
            Assert.That(pages, Is.EqualTo(whole.Rows.Select(r => r.Id)), order.ToString());
        }
        var found = new List<CommentId>();
        for (int page = 1; page <= 4; page++)
            found.AddRange((await DoAsync(new SearchComments.Query(_consultation, "kommun") { Page = page, PageSize = 3 })).Rows.Select(r => r.Id));
        Assert.That(found, Is.EqualTo((await SearchAsync(_consultation, "kommun")).Rows.Select(r => r.Id)).And.Count.EqualTo(10));
    }

    [Test]
    public async Task The_walk_through_the_sections_and_the_sorting_agree()
    {
        var document = await InScopeAsync(async documents => (await documents.CurrentAsync(_consultation, default))!);
        var whole = (await DoAsync(new ListComments.Query(_consultation))).Rows.Select(r => r.Id).ToList();

        for (int size = 1; size <= 4; size++)
        {
            var walked = new List<long>();
            for (int page = 1; page <= 12; page++) walked.AddRange(await WalkAsync(document, page, size));
            var ids = await RowsAsync<IdRow>("SELECT comment_no, comment_id AS id FROM comment WHERE comment_no IN @walked", new { walked });
            Assert.That(walked.Select(no => ids.Single(i => i.CommentNo == no).Id), Is.EqualTo(whole), $"pages of {size}");
        }
    }

    [Test]
    public async Task The_index_follows_edits_and_their_undoing()
    {
        async Task<int> FoundAsync(string words) => (await SearchAsync(_consultation, words, new() { Response = _norrvik.Response })).Total;
        async Task<SeenComment> SeenAsync(string words)
        {
            CommentLine row = (await SearchAsync(_consultation, words, new() { Response = _norrvik.Response })).Rows.Single();
            return new SeenComment(row.Id, row.Version);
        }

        EditReceipt merged = await DoAsync(new MergeComments.Command(_norrvik.Version, [await SeenAsync("äldre"), await SeenAsync("journaler")]), _coordinator);
        Assert.That((await FoundAsync("äldre"), await FoundAsync("journaler"), await FoundAsync("äldre journaler")), Is.EqualTo((1, 1, 1)), "merged");
        await DoAsync(new UndoChange.Command(merged.Changes.Single()), _coordinator);
        Assert.That((await FoundAsync("äldre"), await FoundAsync("journaler"), await FoundAsync("äldre journaler")), Is.EqualTo((1, 1, 0)), "undone");

        CommentLine whole = (await SearchAsync(_consultation, "täckning", new() { Response = _norrvik.Response })).Rows.Single();
        EditReceipt split = await DoAsync(
            new SplitComment.Command(_norrvik.Version, await SeenAsync("täckning"), [whole.Start + whole.Quote.IndexOf("100", StringComparison.Ordinal)]), _coordinator);
        Assert.That((await FoundAsync("företagen"), await FoundAsync("täckning"), await FoundAsync("företagen täckning")), Is.EqualTo((1, 1, 0)), "split");
        await DoAsync(new UndoChange.Command(split.Changes.Single()), _coordinator);
        Assert.That(await FoundAsync("företagen täckning"), Is.EqualTo(1), "split undone");

        EditReceipt dismissed = await DoAsync(new DismissComment.Command(_norrvik.Version, await SeenAsync("direktivet"), LedgerKind.Background), _coordinator);
        Assert.That(await FoundAsync("direktivet"), Is.Zero, "dismissed");
        await DoAsync(new UndoChange.Command(dismissed.Changes.Single()), _coordinator);
        Assert.That(await FoundAsync("direktivet"), Is.EqualTo(1), "dismissal undone");
    }

    [TestCase(0, 50)]
    [TestCase(1, 0)]
    [TestCase(1, 1001)]
    [TestCase(int.MaxValue, 1000)]
    public async Task A_page_that_cannot_be_is_refused(int page, int size)
    {
        Assert.That((await SendAsync(new ListComments.Query(_consultation) { Page = page, PageSize = size })).Failure, Is.InstanceOf<Invalid>());
        Assert.That((await SendAsync(new SearchComments.Query(_consultation, "ord") { Page = page, PageSize = size })).Failure, Is.InstanceOf<Invalid>());
    }

    [Test]
    public async Task A_period_that_ends_before_it_begins_is_refused()
    {
        var criteria = new CommentCriteria { ReceivedFrom = new DateOnly(2026, 11, 2), ReceivedTo = new DateOnly(2026, 11, 1) };

        Assert.That((await SendAsync(new ListComments.Query(_consultation) { Criteria = criteria })).Failure, Is.InstanceOf<Invalid>());
    }

    private async Task<IReadOnlyList<long>> WalkAsync(StoredDocument document, int page, int size)
    {
        var conditions = new CommentConditions(new CommentCriteria(), "= @consultation", []);
        conditions.Values.Add("consultation", _consultation);
        return await InScopeAsync(
            (session) => new SectionOrder(session, document, null).PageAsync(
                null, conditions, new ListComments.Query(_consultation) { Page = page, PageSize = size }, default));
    }

    private async Task<T> InScopeAsync<T>(Func<StoredDocuments, Task<T>> work)
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(Services);
        return await work((StoredDocuments)scope.ServiceProvider.GetService(typeof(StoredDocuments))!);
    }

    private async Task<T> InScopeAsync<T>(Func<Application.Database.DbSession, Task<T>> work)
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(Services);
        return await work((Application.Database.DbSession)scope.ServiceProvider.GetService(typeof(Application.Database.DbSession))!);
    }

    private sealed record SectionRow
    {
        public StoredSectionId Id { get; init; }

        public string? Number { get; init; }
    }

    private sealed record BodyRow
    {
        public BodyId Id { get; init; }
    }

    private sealed record IdRow
    {
        public long CommentNo { get; init; }

        public CommentId Id { get; init; }
    }
}
