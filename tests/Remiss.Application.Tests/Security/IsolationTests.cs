using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Remiss.Application.Bodies;
using Remiss.Application.Comments;
using Remiss.Application.Consultations;
using Remiss.Application.Dispositions;
using Remiss.Application.Documents;
using Remiss.Application.Invitations;
using Remiss.Application.Mail;
using Remiss.Application.Organisations;
using Remiss.Application.Questions;
using Remiss.Application.Responses;
using Remiss.Application.Search;
using Remiss.Application.Security;
using Remiss.Application.Tests.Mail;
using Remiss.Domain.Responses;
using Remiss.Domain.Responses.Editing;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;

namespace Remiss.Application.Tests.Security;

/// <summary>A coordinator names things of a consultation in which he has no role, inside requests on his own.</summary>
public sealed class IsolationTests(TestDatabase database) : IsolationTest(database)
{
    public delegate object Forging(Holding own, Holding other);

    private static readonly CommentFilter All = CommentFilter.All;

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case("SetStance", (own, b) => new SetStance.Command(own.Consultation, One(b), Stance.Supports));
        yield return Case("SetSections", (own, b) => new SetSections.Command(own.Consultation, One(b), SectionsMode.Replace) { Typed = "1" });
        yield return Case("SetSections section", (own, b) => new SetSections.Command(own.Consultation, One(own), SectionsMode.Add) { Sections = [new SectionChoice(Section(b))] });
        yield return Case("MarkGeneral", (own, b) => new MarkGeneral.Command(own.Consultation, One(b), true));
        yield return Case("MarkReviewed", (own, b) => new MarkReviewed.Command(own.Consultation, One(b), true));
        yield return Case("AcceptSuggestions", (own, b) => new AcceptSuggestions.Command(own.Consultation, One(b)));
        yield return Case("RefuseSuggestions", (own, b) => new RefuseSuggestions.Command(own.Consultation, One(b)));
        yield return Case("SetDisposition", (own, b) => new SetDisposition.Command(own.Consultation, One(b)) { Reply = new To<string?>("Nej.") });
        yield return Case("SetDisposition assigned", (own, b) => new SetDisposition.Command(own.Consultation, CommentSelection.Of(All)) { AssignedTo = new To<AccountId?>(b.Coordinator.Account) });
        yield return Case("MergeComments", (own, b) => new MergeComments.Command(Version(own), [new SeenComment(Comment(own), 1), new SeenComment(Comment(b), 1)]));
        yield return Case("SplitComment", (own, b) => new SplitComment.Command(Version(own), new SeenComment(Comment(b), 1), [5]));
        yield return Case("DismissComment", (own, b) => new DismissComment.Command(Version(own), new SeenComment(Comment(b), 1), LedgerKind.Courtesy));
        yield return Case("ImportDocument", (own, b) => new ImportDocument.Command(own.Consultation, "ny.txt", Encoding.UTF8.GetBytes("1 Inledning\n\nEn annan text.")) { Document = new DocumentId(b.Of("document")) });
        yield return Case("GetSections", (own, b) => new GetSections.Query(own.Consultation, new DocumentVersionId(b.Of("document_version"))));
        yield return Case("GetDocumentChanges", (own, b) => new GetDocumentChanges.Query(own.Consultation, new DocumentVersionId(b.Of("document_version"))));
        yield return Case("RegisterFormResponse question", (own, b) => Form(own) with { Answers = [new FormAnswer(new QuestionId(b.Of("question")), JsonSerializer.SerializeToElement("Inget"))] });
        yield return Case("RegisterFormResponse section", (own, b) => Form(own) with { Comments = [new FormComment(Section(b), "Bra.")] });
        yield return Case("SetQuestions changed", (own, b) => new SetQuestions.Command(own.Consultation, [OwnQuestion(own), new(QuestionKind.Text, "Ny") { Id = new QuestionId(b.Of("question")), Version = 1 }]));
        yield return Case("SetQuestions removed", (own, b) => new SetQuestions.Command(own.Consultation, [OwnQuestion(own)]) { Removed = [new QuestionId(b.Of("question"))] });
        yield return Case("SetQuestions section", (own, b) => new SetQuestions.Command(own.Consultation, [OwnQuestion(own), new(QuestionKind.Text, "Ny") { Section = Section(b) }]));
        yield return Case("PreviewMail", (own, b) => new PreviewMail.Query(own.Consultation, MailKind.Reminder) { Invitation = new InvitationId(b.Of("invitation")) });
        yield return Case("SendInvitations", (own, b) => new SendInvitations.Command(own.Consultation) { Bodies = [Body(b)] });
        yield return Case("RemindSilent", (own, b) => new RemindSilent.Command(own.Consultation) { Bodies = [Body(b)] });
        yield return Case("ExtendDeadline", (own, b) => new ExtendDeadline.Command(own.Consultation, new DateOnly(2027, 1, 31)) { Bodies = [Body(b)] });
        yield return Case("GetResponseFile", (_, b) => new GetResponseFile.Query(Version(b), 1));
        yield return Case("SearchAllComments reply", (own, b) => new SearchAllComments.Query(own.Organisation, "bredband") { Criteria = new CommentCriteria { Response = new ResponseId(b.Of("response")) } });
    }

    // The register is the organisation's: these are only attacks on another organisation.
    private static IEnumerable<TestCaseData> RefusedElsewhere()
    {
        yield return Case("Invite body", (own, b) => new Invite.Command(own.Consultation, [Body(b)]));
        yield return Case("RegisterResponse", (own, b) => new RegisterResponse.Command(own.Consultation, new("svar.txt", Encoding.UTF8.GetBytes("Vi tillstyrker.")), ResponseChannel.File) { Bodies = [Body(b)] });
        yield return Case("RegisterFormResponse", (own, b) => Form(own) with { Bodies = [Body(own), Body(b)] });
        yield return Case("RegisterNoComments", (own, b) => new RegisterNoComments.Command(own.Consultation) { Bodies = [Body(b)] });
        yield return Case("RegisterDeclined", (own, b) => new RegisterDeclined.Command(own.Consultation) { Bodies = [Body(b)] });
        yield return Case("SetResponseFacts", (own, b) => new SetResponseFacts.Command(new ResponseId(own.Of("response")), 1, [new ResponseSender("Alvik", Body(b), false)], new DateOnly(2026, 11, 2)));
        yield return Case("ChangeDistributionList", (own, b) => new ChangeDistributionList.Command(new DistributionListId(own.Of("distribution_list")), 1) { Members = [Body(b)] });
        yield return Case("SetRoles", (own, b) => new SetRoles.Command(own.Consultation, 2, [new(own.Coordinator.Account!.Value, Role.Coordinator), new(b.Coordinator.Account!.Value, Role.Reader)]));
        yield return Case("ListConsultations", (_, b) => new ListConsultations.Query(b.Organisation));
        yield return Case("SearchAllComments", (_, b) => new SearchAllComments.Query(b.Organisation, "bredband"));
        yield return Case("CreateConsultation", (_, b) => new CreateConsultation.Command(b.Organisation, "Intrång"));
        yield return Case("CreateAccount", (_, b) => new CreateAccount.Command(b.Organisation, "Mallory", "mallory@mittsund.example", true));
    }

    [TestCaseSource(nameof(Refused))]
    public Task What_is_of_a_consultation_without_a_role_cannot_be_named(Forging forge) => IsRefusedAsync(forge, Victim);

    [TestCaseSource(nameof(Refused))]
    [TestCaseSource(nameof(RefusedElsewhere))]
    public Task What_is_of_another_organisation_cannot_be_named(Forging forge) => IsRefusedAsync(forge, Elsewhere);

    private static IEnumerable<TestCaseData> Empty()
    {
        yield return Case("SetStance several", (own, b) => new SetStance.Command(own.Consultation, CommentSelection.Of(new(Comment(b), 1), new(CommentId.New(), 1)), Stance.Supports));
        yield return Case("SetDisposition several", (own, b) => new SetDisposition.Command(own.Consultation, CommentSelection.Of(new(Comment(b), 0), new(CommentId.New(), 0))) { Reply = new To<string?>("Nej.") });
        yield return Case("SetStance filter reply", (own, b) => new SetStance.Command(own.Consultation, CommentSelection.Of(All with { Response = new ResponseId(b.Of("response")) }), Stance.Supports));
        yield return Case("SetStance filter section", (own, b) => new SetStance.Command(own.Consultation, CommentSelection.Of(All with { Section = Section(b) }), Stance.Supports));
        yield return Case("AcceptSuggestions section", (own, b) => new AcceptSuggestions.Command(own.Consultation, CommentSelection.Of(All with { Response = new ResponseId(b.Of("response")) })) { Section = Section(b) });
        yield return Case("ListComments reply", (own, b) => new ListComments.Query(own.Consultation) { Criteria = new CommentCriteria { Response = new ResponseId(b.Of("response")) } });
        yield return Case("ListComments section", (own, b) => new ListComments.Query(own.Consultation) { Criteria = new CommentCriteria { Section = Section(b) } });
        yield return Case("SearchComments reply", (own, b) => new SearchComments.Query(own.Consultation, "bredband") { Criteria = new CommentCriteria { Response = new ResponseId(b.Of("response")) } });
        yield return Case("ListMail invitation", (own, b) => new ListMail.Query(own.Consultation) { Invitation = new InvitationId(b.Of("invitation")) });
        yield return Case("Invite list", (own, b) => new Invite.Command(own.Consultation, []) { Lists = [new DistributionListId(b.Of("distribution_list"))] });
        yield return Case("GetDispositions", (own, b) => new GetDispositions.Query(own.Consultation) { AssignedTo = b.Coordinator.Account });
    }

    [TestCaseSource(nameof(Empty))]
    public async Task A_filter_on_what_is_others_finds_and_changes_nothing(Forging forge)
    {
        foreach (Holding other in new[] { Victim, Elsewhere })
        {
            string before = await PictureAsync(other);
            var (refused, given) = await AttackAsync(forge(Own, other), Own.Coordinator);
            Assert.That(refused, Is.Null);
            Assert.That(given, Does.Not.Contain("quote\":\"").IgnoreCase.And.Not.Contain("\"toAddress\"").IgnoreCase);
            Assert.That(await PictureAsync(other), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Lists_and_searches_of_the_organisation_show_only_ones_own_consultations()
    {
        var listed = await DoAsync(new ListConsultations.Query(Own.Organisation), Own.Coordinator);
        var found = await DoAsync(new SearchAllComments.Query(Own.Organisation, "bredband"), Own.Coordinator);
        Guid[] own = [.. await RowsAsync<Guid>("SELECT comment_id FROM comment WHERE consultation_id = @Consultation", new { Own.Consultation })];

        Assert.That(listed.Rows.Select(r => r.Id), Is.EqualTo(new[] { Own.Consultation }));
        Assert.That(found.Rows.Select(r => r.Id.Value), Is.Not.Empty.And.SubsetOf(own));
    }

    [Test]
    public async Task A_delivery_report_on_a_mail_of_a_consultation_without_a_role_is_refused()
    {
        await RowsAsync<int>("UPDATE mail SET state = 'Sent' WHERE mail_id = @mail", new { mail = Victim.Of("mail") });
        string id = (await RowsAsync<string>("SELECT message_id FROM mail WHERE mail_id = @mail", new { mail = Victim.Of("mail") }))[0];
        var report = new ImportDeliveryReport.Command(Own.Organisation, Encoding.ASCII.GetBytes(DeliveryReportTests.Report(id)));

        Assert.That((await SendAsync(report, Own.Coordinator)).Failure, Is.TypeOf<NotFound>());
        Assert.That((await SendAsync(report, Victim.Coordinator)).Failure, Is.Null);
    }

    [Test]
    public async Task A_forged_archive_with_anothers_section_ids_shows_nothing_of_the_others_comments()
    {
        Guid[] sections = [.. await RowsAsync<Guid>(
            "SELECT m.section_id FROM section_mapping m JOIN document_version v ON v.document_version_id = m.document_version_id JOIN document d ON d.document_id = v.document_id WHERE d.consultation_id = @Consultation",
            new { Victim.Consultation })];
        var (forged, administrator) = await TakeInAsync(Forged(await ExportAsync(Victim.Consultation), sections));
        HashSet<Guid> own = [.. await RowsAsync<Guid>("SELECT comment_id FROM comment WHERE consultation_id = @forged", new { forged })];
        HashSet<Guid> others = [.. await RowsAsync<Guid>("SELECT comment_id FROM comment WHERE consultation_id = @Consultation", new { Victim.Consultation })];
        foreach (CommentOrder order in Enum.GetValues<CommentOrder>())
        {
            foreach (Guid section in sections)
            {
                var criteria = new CommentCriteria { Section = new StoredSectionId(section) };
                var read = await DoAsync(new ListComments.Query(forged) { Criteria = criteria, Order = order }, administrator);
                var shown = await DoAsync(new ListComments.Query(Victim.Consultation) { Criteria = criteria, Order = order }, Victim.Coordinator);
                Assert.That(read.Rows.Select(r => r.Id.Value), Is.SubsetOf(own));
                Assert.That(shown.Rows.Select(r => r.Id.Value), Is.SubsetOf(others));
            }
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    [CancelAfter(60_000)]
    public async Task A_forged_history_changes_nothing_of_anothers_history_and_has_an_end(bool isItsOwn)
    {
        // Undone by the first case, if not already.
        await SendAsync(new UndoChange.Command(new CommentChangeId(Elsewhere.Of("comment_change"))), Elsewhere.Coordinator);
        Guid other = (await RowsAsync<Guid>("SELECT comment_change_id FROM comment_change WHERE comment_change_id = @id AND undone_by_change_id IS NOT NULL", new { id = Elsewhere.Of("comment_change") }))[0];
        string before = await PictureAsync(Elsewhere);
        byte[] archive = Forged(await ExportAsync(Victim.Consultation), [], (path, text) => path != "data/comment_change.json" ? text : ChangeThatUndoes(text, isItsOwn ? null : other));
        var (forged, administrator) = await TakeInAsync(archive);
        Guid change = (await RowsAsync<Guid>(
            "SELECT h.comment_change_id FROM comment_change h JOIN response_version v ON v.response_version_id = h.response_version_id WHERE v.consultation_id = @forged", new { forged }))[0];

        Task<Result<EditReceipt>> undoing = SendAsync(new UndoChange.Command(new CommentChangeId(change)), administrator);

        Assert.That((await undoing.WaitAsync(TimeSpan.FromSeconds(20))).Failure, Is.Null);
        Assert.That(await PictureAsync(Elsewhere), Is.EqualTo(before));
    }

    private async Task IsRefusedAsync(Forging forge, Holding other)
    {
        string before = await PictureAsync(other);
        var (refused, _) = await AttackAsync(forge(Own, other), Own.Coordinator);
        Assert.That(refused, Is.Not.Null);
        Assert.That(await PictureAsync(other), Is.EqualTo(before));
    }

    private static TestCaseData Case(string name, Forging forge) => new TestCaseData(forge).SetArgDisplayNames(name);

    private static CommentId Comment(Holding of) => new(of.Of("comment"));

    private static CommentSelection One(Holding of) => CommentSelection.Of(new SeenComment(Comment(of), 1));

    private static StoredSectionId Section(Holding of) => new(of.Of("section"));

    private static ResponseVersionId Version(Holding of) => new(of.Of("response_version"));

    private static BodyId Body(Holding of) => new(of.Of("body"));

    private static RegisterFormResponse.Command Form(Holding of) => new(of.Consultation, Guid.NewGuid()) { SenderNames = ["Mallory"], OverallStance = Stance.Supports };

    private static SetQuestions.Item OwnQuestion(Holding of) => new(QuestionKind.Text, "Vad saknas?") { Id = new QuestionId(of.Of("question")), Version = 1 };

    // The first change of a forged history says that it undoes that one, or itself.
    private static string ChangeThatUndoes(string json, Guid? other)
    {
        JsonArray rows = JsonNode.Parse(json)!.AsArray();
        rows[0]!["undoes_change_id"] = other?.ToString() ?? (string)rows[0]!["comment_change_id"]!;
        return rows.ToJsonString();
    }
}
