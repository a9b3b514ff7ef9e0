using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Json;
using Remiss.Application.Security;
using Remiss.Application.Summaries;
using Remiss.Application.Work;
using Remiss.Documents.Pdf;
using Remiss.Documents.Themes;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Application.Tests.Summaries;

public sealed class SummaryTests(TestDatabase database) : StoreTest(database)
{
    private static readonly Phrase NoFont = new("Typsnittet saknas.", "The font is missing.");
    private readonly SwitchedWriter _writer = new();

    protected override void Configure(IServiceCollection services) => services.AddSingleton<ISummaryWriter>(_writer);

    [Test]
    public async Task Is_made_in_the_background_and_kept_with_all_it_was_made_from()
    {
        var (consultation, coordinator) = await WithRepliesAsync();

        RequestedSummary requested = await DoAsync(new RequestSummary.Command(consultation, new SummaryOptions()), coordinator);
        Assert.That((await DoAsync(new GetSummary.Query(requested.Id), coordinator)).State, Is.EqualTo(SummaryState.Queued));
        await WorkAsync(requested);

        SummaryRow row = await DoAsync(new GetSummary.Query(requested.Id), coordinator);
        SummaryFile pdf = await DoAsync(new GetSummaryFile.Query(requested.Id, "pdf"), coordinator);
        SummarySnapshot snapshot = SummarySnapshot.Read((await DoAsync(new GetSummaryFile.Query(requested.Id, "json"), coordinator)).Bytes.Span);
        Assert.Multiple(async () =>
        {
            Assert.That((row.State, row.Progress, row.Number), Is.EqualTo((SummaryState.Done, 1.0, 1)));
            Assert.That(Draw(snapshot.Input, snapshot.Theme), Is.EqualTo(pdf.Bytes.ToArray()), "what is kept draws the same file again");
            Assert.That(await RowsAsync<string>("SELECT state FROM work_item WHERE work_item_id = @Work", new { requested.Work }), Is.EqualTo(new[] { "Done" }));
            Assert.That(
                await RowsAsync<string>("SELECT action FROM audit_entry WHERE subject_id = @id ORDER BY sequence", new { id = requested.Id.ToString() }),
                Is.EqualTo(new[] { "RequestSummary", "CompileSummary" }));
        });
    }

    [Test]
    public async Task Says_the_same_as_a_compilation_of_the_bare_files()
    {
        var (consultation, coordinator) = await WithRepliesAsync();
        SummaryFile stored = await MadeAsync(consultation, coordinator);
        ConsultationRow facts = await DoAsync(new GetConsultation.Query(consultation), coordinator);
        string organisation = (await RowsAsync<string>("SELECT name FROM organisation WHERE organisation_id = @OrganisationId", new { facts.OrganisationId })).Single();

        byte[] bare = Draw(
            new SummaryInput
            {
                Consultation = new ConsultationFacts { Title = facts.Title, Organisation = organisation, RegistrationNumber = facts.RegistrationNumber, Opened = facts.OpensOn, Deadline = facts.Deadline },
                Document = StoredReplies.Tree,
                Responses = [Bare("1", "norrvik.txt", StoredReplies.Norrvik), Bare("2", "sjobacka.txt", StoredReplies.Sjobacka)],
                Compiled = SwedishDay.TimeOf(Clock.GetUtcNow()),
            },
            SummaryThemeFile.Default);

        Assert.That(stored.Bytes.ToArray(), Is.EqualTo(bare));
    }

    [Test]
    public async Task Never_changes_afterwards()
    {
        var (consultation, coordinator) = await WithRepliesAsync();
        RequestedSummary first = await DoAsync(new RequestSummary.Command(consultation, new SummaryOptions()), coordinator);
        await WorkAsync(first);
        byte[] before = (await DoAsync(new GetSummaryFile.Query(first.Id, "pdf"), coordinator)).Bytes.ToArray();

        await ChangeAsync("UPDATE comment SET stance = 'Opposes' WHERE consultation_id = @consultation", new { consultation });
        await ChangeAsync("UPDATE work_item SET state = 'Ready', lease_owner = NULL, lease_until = NULL WHERE work_item_id = @Work", new { first.Work });
        await WorkAsync(first);
        byte[] second = (await MadeAsync(consultation, coordinator)).Bytes.ToArray();

        Assert.Multiple(async () =>
        {
            Assert.That((await DoAsync(new GetSummaryFile.Query(first.Id, "pdf"), coordinator)).Bytes.ToArray(), Is.EqualTo(before));
            Assert.That(second, Is.Not.EqualTo(before));
            Assert.That((await DoAsync(new ListSummaries.Query(consultation), coordinator)).Rows.Select(row => row.Number), Is.EqualTo(new[] { 2, 1 }));
        });
    }

    [Test]
    public async Task Tells_of_those_who_answered_without_words_and_of_what_could_not_be_read()
    {
        var (consultation, coordinator, replies) = await WithDocumentAsync();
        await replies.ReplyAsync("norrvik.txt", StoredReplies.Norrvik);
        await replies.QuietAsync("NoComments", "Ekhamra kommun");
        await replies.QuietAsync("Declined", "Björklidens kommun");
        await replies.ReplyAsync("trasig.pdf", "", "Unreadable", StoreJson.Write(new Phrase("Filen är trasig.", "The file is damaged.")));
        await replies.ReplyAsync("ny.pdf", "", "Received");

        SummaryInput input = await InputAsync(consultation, coordinator, new SummaryOptions { IsDraft = false, Order = SummaryOrder.ByBody, PrintPrivateNames = true });

        Assert.Multiple(() =>
        {
            Assert.That(input.Responses.Select(r => (r.Key, r.Name, r.Split.OverallStance.Stance)), Is.EqualTo(new[]
            {
                ("1", "Norrviks kommun", Stance.SupportsWithComments), ("2", "Ekhamra kommun", Stance.NoObjection), ("3", "Björklidens kommun", Stance.Abstains),
            }));
            Assert.That(input.Refused.Select(r => (r.Name, r.Reason.English)), Is.EqualTo(new[]
            {
                ("trasig.pdf", "The file is damaged."), ("ny.pdf", "The reply was not read to the end when the summary was made. Make a new summary."),
            }));
            Assert.That((input.IsDraft, input.Order, input.PrintPrivateNames), Is.EqualTo((false, SummaryOrder.ByBody, true)));
        });
    }

    [Test]
    public async Task Takes_the_consultations_threshold_and_labels_when_it_is_asked_for()
    {
        var (consultation, coordinator) = await WithRepliesAsync();
        ConsultationRow row = await DoAsync(new GetConsultation.Query(consultation), coordinator);
        await DoAsync(new SetAcceptThreshold.Command(consultation, row.Version, 0.7), coordinator);
        row = await DoAsync(new GetConsultation.Query(consultation), coordinator);
        await DoAsync(new SetStanceLabels.Command(consultation, row.Version, new Dictionary<Stance, string> { [Stance.Opposes] = "säger nej" }), coordinator);

        SummarySnapshot snapshot = await SnapshotAsync(consultation, coordinator, new SummaryOptions { Parts = [SummaryPart.Cover, SummaryPart.Sections] });

        Assert.That(snapshot.Input.AcceptThreshold, Is.EqualTo(0.7));
        Assert.That(snapshot.Theme.StanceLabels[Stance.Opposes].Label, Is.EqualTo("säger nej"));
        Assert.That(snapshot.Theme.Parts, Is.EqualTo(new[] { SummaryPart.Cover, SummaryPart.Sections }));
    }

    [Test]
    public async Task That_cannot_be_drawn_says_why_and_can_be_tried_again()
    {
        var (consultation, coordinator) = await WithRepliesAsync();
        RequestedSummary requested = await DoAsync(new RequestSummary.Command(consultation, new SummaryOptions()), coordinator);
        using (_writer.Instead(_ => new Invalid(NoFont))) await WorkAsync(requested);
        SummaryRow failed = await DoAsync(new GetSummary.Query(requested.Id), coordinator);
        Assert.That((failed.State, failed.Failure), Is.EqualTo((SummaryState.Failed, (Phrase?)NoFont)));

        await DoAsync(new RetryWork.Command(requested.Work));
        await WorkAsync(requested);

        SummaryRow done = await DoAsync(new GetSummary.Query(requested.Id), coordinator);
        Assert.That((done.State, done.Failure), Is.EqualTo((SummaryState.Done, (Phrase?)null)));
    }

    [Test]
    public async Task Of_a_worker_that_lost_its_work_counts_for_nothing()
    {
        var (consultation, coordinator) = await WithRepliesAsync();
        RequestedSummary requested = await DoAsync(new RequestSummary.Command(consultation, new SummaryOptions()), coordinator);
        using (_writer.Instead(draw =>
        {
            ChangeAsync("UPDATE work_item SET lease_owner = 'another' WHERE work_item_id = @Work", new { requested.Work }).GetAwaiter().GetResult();
            return draw();
        }))
        {
            await WorkAsync(requested);
        }

        Assert.That((await DoAsync(new GetSummary.Query(requested.Id), coordinator)).State, Is.EqualTo(SummaryState.Running));
        Assert.That(await RowsAsync<string>("SELECT format FROM summary_file WHERE summary_id = @Id", new { requested.Id }), Is.Empty);
    }

    [Test]
    public async Task Gets_a_number_of_its_own_however_many_ask_at_once()
    {
        var (consultation, coordinator) = await WithRepliesAsync();

        RequestedSummary[] all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DoAsync(new RequestSummary.Command(consultation, new SummaryOptions()), coordinator)));

        Assert.That(all.Select(requested => requested.Number), Is.EquivalentTo(Enumerable.Range(1, 8)));
    }

    [Test]
    public async Task Is_refused_without_document_without_replies_and_to_those_who_only_read()
    {
        var (organisation, empty, coordinator) = await AConsultationAsync();
        var (without, other, _) = await WithDocumentAsync();
        Actor member = await APersonAsync(organisation);
        var command = new RequestSummary.Command(empty, new SummaryOptions());

        Assert.Multiple(async () =>
        {
            Assert.That((await SendAsync(command, coordinator)).Failure!.Message.English, Does.StartWith("The consultation has no consulted document"));
            Assert.That((await SendAsync(command with { Consultation = without }, other)).Failure!.Message.English, Does.StartWith("There are no replies"));
            Assert.That((await SendAsync(command, member)).Failure, Is.TypeOf<NotFound>());
            Assert.That((await SendAsync(command with { Options = new SummaryOptions { AcceptThreshold = 1.5 } }, coordinator)).Failure, Is.TypeOf<Invalid>());
            Assert.That((await SendAsync(command with { Options = new SummaryOptions { Parts = [SummaryPart.Cover, SummaryPart.Cover] } }, coordinator)).Failure, Is.TypeOf<Invalid>());
        });
    }

    private async Task<(ConsultationId Consultation, Actor Coordinator, StoredReplies Replies)> WithDocumentAsync()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        var replies = new StoredReplies(Services, consultation);
        await replies.DocumentAsync();
        return (consultation, coordinator, replies);
    }

    [Test]
    public async Task A_comment_whose_section_is_gone_stands_under_the_sections_old_name()
    {
        var (consultation, coordinator) = await WithRepliesAsync();
        DocumentId document = (await RowsAsync<DocumentId>("SELECT document_id FROM document WHERE consultation_id = @consultation", new { consultation })).Single();
        int at = StoredReplies.Plan.IndexOf("2.2 Mobil", StringComparison.Ordinal);
        string shorter = StoredReplies.Plan.Remove(at, StoredReplies.Plan.IndexOf("3 Uppf", StringComparison.Ordinal) - at);
        ImportedDocument second = await DoAsync(
            new ImportDocument.Command(consultation, "plan2.txt", System.Text.Encoding.UTF8.GetBytes(shorter)) { Document = document }, coordinator);

        SummaryInput input = await InputAsync(consultation, coordinator, new SummaryOptions());
        var changes = await DoAsync(new GetDocumentChanges.Query(consultation, second.Version), coordinator);

        var tag = input.Responses[0].Split.Comments.Single(c => input.Responses[0].Split.TextOf(c).StartsWith("Kommunen avstyrker", StringComparison.Ordinal)).Tags.Single();
        Assert.That((tag.Section, tag.Number, tag.Title), Is.EqualTo(((SectionId?)null, (string?)null, "Mobiltäckning (tidigare avsnitt 2.2, som har utgått)")));
        Assert.That(changes.Single(c => c.NeedsAttention), Has.Property("Tags").EqualTo(1).And.Property("Before").Property("Number").EqualTo("2.2"));
        Assert.That(string.Join('\n', SummaryComposer.Compose(input, SummaryThemeFile.Default).Blocks.Select(b => b.ToString())), Does.Contain("som har utgått"));
    }

    private async Task<(ConsultationId Consultation, Actor Coordinator)> WithRepliesAsync()
    {
        var (consultation, coordinator, replies) = await WithDocumentAsync();
        await replies.ReplyAsync("norrvik.txt", StoredReplies.Norrvik);
        await replies.ReplyAsync("sjobacka.txt", StoredReplies.Sjobacka);
        return (consultation, coordinator);
    }

    private async Task<SummaryFile> MadeAsync(ConsultationId consultation, Actor coordinator)
    {
        RequestedSummary requested = await DoAsync(new RequestSummary.Command(consultation, new SummaryOptions()), coordinator);
        await WorkAsync(requested);
        return await DoAsync(new GetSummaryFile.Query(requested.Id, "pdf"), coordinator);
    }

    private async Task<SummarySnapshot> SnapshotAsync(ConsultationId consultation, Actor coordinator, SummaryOptions options)
    {
        RequestedSummary requested = await DoAsync(new RequestSummary.Command(consultation, options), coordinator);
        await WorkAsync(requested);
        return SummarySnapshot.Read((await DoAsync(new GetSummaryFile.Query(requested.Id, "json"), coordinator)).Bytes.Span);
    }

    private async Task<SummaryInput> InputAsync(ConsultationId consultation, Actor coordinator, SummaryOptions options) =>
        (await SnapshotAsync(consultation, coordinator, options)).Input;

    private Task<int> WorkAsync(RequestedSummary requested) => Services.GetRequiredService<Worker>().RunOnceAsync(new WorkFilter(Id: requested.Work), default);

    private async Task ChangeAsync(string sql, object row)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbSession>().ExecuteAsync(sql, row, default);
    }

    private static SummarisedResponse Bare(string key, string file, string text)
    {
        var split = StoredReplies.Split(text);
        return new SummarisedResponse(key, SummarisedResponse.NameOf(split, file), [file], split);
    }

    private static byte[] Draw(SummaryInput input, SummaryTheme theme)
    {
        using var output = new MemoryStream();
        Assert.That(new PdfSummaryWriter().Write(SummaryComposer.Compose(input, theme), theme, output, null, default).Failure, Is.Null);
        return output.ToArray();
    }

    /// <summary>The real writer, unless a test puts something in its place for a while.</summary>
    private sealed class SwitchedWriter : ISummaryWriter
    {
        private readonly PdfSummaryWriter _real = new();
        private Func<Func<Result<int>>, Result<int>>? _instead;

        public string Extension => _real.Extension;

        public IDisposable Instead(Func<Func<Result<int>>, Result<int>> act)
        {
            _instead = act;
            return new Back(this);
        }

        public Result<int> Write(SummaryDocument document, SummaryTheme theme, Stream output, IProgress<double>? progress, CancellationToken cancellationToken)
        {
            Result<int> Draw() => _real.Write(document, theme, output, progress, cancellationToken);
            return _instead is { } act ? act(Draw) : Draw();
        }

        private sealed class Back(SwitchedWriter writer) : IDisposable
        {
            public void Dispose() => writer._instead = null;
        }
    }
}
