using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Responses;
using Remiss.Application.Security;
using Remiss.Domain.Results;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Documents;

public sealed class ImportDocumentTests(TestDatabase database) : StoreTest(database)
{
    private const string Fibre = "Minst 97 procent av hushållen i länet ska kunna ansluta sig till fibernätet senast 2029 och kommunerna samordnar grävning.";
    private const string Mobile = "Det ska gå att ringa längs alla statliga vägar i länet senast 2030 och nya master samordnas mellan operatörerna.";
    private const string Energy = "Regionens fastigheter ska sänka sin energianvändning med en fjärdedel genom solceller på taken och styrning nattetid.";
    private const string FollowUp = "Planen följs upp varje år i mars av regionens kansli och resultatet redovisas för regionstyrelsen före sommaren.";

    private static readonly string First = Plan(("1 Fiber", Fibre), ("2 Mobilnät", Mobile), ("3 Uppföljning", FollowUp));

    // A section comes in front: all numbers move.
    private static readonly string Second = Plan(("1 Energi", Energy), ("2 Fiber", Fibre), ("3 Mobilnät", Mobile), ("4 Uppföljning", FollowUp));

    // Two become one, one goes.
    private static readonly string Third = Plan(("1 Energi", Energy), ("2 Uppkoppling", Fibre + "\n\n" + Mobile));

    [Test]
    public async Task Keeps_file_text_and_sections()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        await ImportAsync(consultation, coordinator, First);

        DocumentSections sections = await DoAsync(new GetSections.Query(consultation), coordinator);
        var listed = await DoAsync(new ListDocuments.Query(consultation), coordinator);
        StoredDocument? stored = await CurrentAsync(consultation);

        Assert.Multiple(() =>
        {
            Assert.That(sections.Tree.Sections.Select(s => s.Label), Is.EqualTo(new[] { "1 Fiber", "2 Mobilnät", "3 Uppföljning" }));
            Assert.That(sections.Tree.Sections[0].Text, Does.Contain("97 procent"));
            Assert.That(listed.Single().Number, Is.EqualTo(1));
            Assert.That(listed.Single().ImportedBy, Is.EqualTo(coordinator.Name));
            Assert.That(listed.Single().Sections, Is.EqualTo(3));
            Assert.That(stored!.Text.Text, Does.Contain("ringa längs alla"));
            Assert.That(stored.KeyOf(sections.Ids[1]), Is.EqualTo(sections.Tree.Sections[1].Id));
            Assert.That(stored.IdOf(sections.Tree.Sections[2].Id), Is.EqualTo(sections.Ids[2]));
        });
    }

    [Test]
    public async Task The_same_file_again_is_refused_with_its_version()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        DocumentId document = (await ImportAsync(consultation, coordinator, First)).Document;
        await ImportAsync(consultation, coordinator, Second, document);

        var again = await SendAsync(Command(consultation, First) with { Document = document }, coordinator);
        var asAnother = await SendAsync(Command(consultation, Second), coordinator);

        Assert.Multiple(async () =>
        {
            Assert.That(again.Failure, Is.TypeOf<Conflict>());
            Assert.That(again.Failure!.Message.Swedish, Does.Contain("version 1"));
            Assert.That(asAnother.Failure!.Message.English, Does.Contain("version 2"));
            Assert.That(await DoAsync(new ListDocuments.Query(consultation), coordinator), Has.Length.EqualTo(2));
        });
    }

    [Test]
    public async Task An_id_follows_its_section_through_three_versions()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        DocumentId document = (await ImportAsync(consultation, coordinator, First)).Document;
        var ids = (await DoAsync(new GetSections.Query(consultation), coordinator)).Ids;

        await ImportAsync(consultation, coordinator, Second, document);
        StoredDocument second = (await CurrentAsync(consultation))!;
        var third = await ImportAsync(consultation, coordinator, Third, document);
        StoredDocument last = (await CurrentAsync(consultation))!;

        Assert.Multiple(() =>
        {
            Assert.That(ids.Select(id => Label(second, id)), Is.EqualTo(new[] { "2 Fiber", "3 Mobilnät", "4 Uppföljning" }));
            Assert.That(ids.Select(id => Label(last, id)), Is.EqualTo(new[] { "2 Uppkoppling", "2 Uppkoppling", null }));
            Assert.That(Label(last, second.IdOf(second.Tree.Sections[0].Id)), Is.EqualTo("1 Energi"));
            Assert.That(last.KeyOf(StoredSectionId.New()), Is.Null);
            Assert.That(third.Changes[SectionFate.Merged], Is.EqualTo(1));
            Assert.That(third.Changes[SectionFate.Removed], Is.EqualTo(1));
        });
    }

    [Test]
    public async Task What_was_removed_or_merged_stays_so_in_the_versions_after()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        DocumentId document = (await ImportAsync(consultation, coordinator, First)).Document;
        var ids = (await DoAsync(new GetSections.Query(consultation), coordinator)).Ids;
        await ImportAsync(consultation, coordinator, Third, document);

        await ImportAsync(consultation, coordinator, Plan(("1 Uppkoppling", Fibre + "\n\n" + Mobile), ("2 Energi", Energy), ("3 Uppföljning", FollowUp)), document);

        StoredDocument last = (await CurrentAsync(consultation))!;
        Assert.That(ids.Select(id => Label(last, id)), Is.EqualTo(new[] { "1 Uppkoppling", "1 Uppkoppling", null }));
    }

    [Test]
    public async Task Tells_what_happened_to_each_section_and_how_many_tags_hang_on_it()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        DocumentId document = (await ImportAsync(consultation, coordinator, First)).Document;
        var ids = (await DoAsync(new GetSections.Query(consultation), coordinator)).Ids;
        await TagAsync(consultation, ids[0], "Settled");
        await TagAsync(consultation, ids[2], "Settled");
        await TagAsync(consultation, ids[2], "Suggested");
        await TagAsync(consultation, ids[2], "Refused");

        DocumentVersionId version = (await ImportAsync(consultation, coordinator, Third, document)).Version;

        var changes = (await DoAsync(new GetDocumentChanges.Query(consultation, version), coordinator)).ToDictionary(c => c.Id);
        Assert.Multiple(() =>
        {
            Assert.That(changes, Has.Count.EqualTo(4));
            Assert.That(changes[ids[0]].After, Is.EqualTo(new SectionName("2", "Uppkoppling")));
            Assert.That(changes[ids[0]].Tags, Is.EqualTo(1));
            Assert.That(changes[ids[0]].NeedsAttention, Is.False);
            Assert.That(changes[ids[2]], Is.EqualTo(new SectionHistory(ids[2], new SectionName("3", "Uppföljning"), null, null, SectionFate.Removed, 0, 1, 1)));
            Assert.That(changes[ids[2]].NeedsAttention, Is.True);
            Assert.That(changes.Values.Single(c => c.Fate == SectionFate.New).After, Is.EqualTo(new SectionName("1", "Energi")));
        });
    }

    [Test]
    public async Task A_further_document_hangs_below_its_title_and_its_ids_stay()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        await ImportAsync(consultation, coordinator, First);
        DocumentId other = (await ImportAsync(consultation, coordinator, Plan(("1 Fiber", Energy), ("2 Uppföljning", FollowUp)))).Document;
        StoredDocument before = (await CurrentAsync(consultation))!;
        StoredSectionId[] ids = [.. before.Tree.Sections.Skip(3).Select(s => before.IdOf(s.Id))];

        await ImportAsync(consultation, coordinator, Plan(("1 Inledning", Mobile), ("2 Fiber", Energy)), other);

        StoredDocument after = (await CurrentAsync(consultation))!;
        Assert.Multiple(() =>
        {
            Assert.That(before.Tree.Sections.Select(s => (s.Level, s.Label)), Is.EqualTo(new[]
            {
                (1, "1 Fiber"), (1, "2 Mobilnät"), (1, "3 Uppföljning"), (1, "Plan för Mittsund"), (2, "1 Fiber"), (2, "2 Uppföljning"),
            }));
            Assert.That(before.Tree.FindNumber("1")!.Text, Does.Contain("fibernätet"), "numbers mean the first document");
            Assert.That(ids.Select(id => Label(after, id)), Is.EqualTo(new[] { "Plan för Mittsund", "2 Fiber", null }));
        });
    }

    [Test]
    public async Task Sections_that_a_person_corrects_count_and_make_a_new_version_of_the_same_file()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        DocumentId document = (await ImportAsync(consultation, coordinator, First)).Document;
        var corrected = Command(consultation, First) with
        {
            Document = document,
            Correct = (found, _) => new SectionTree(found.Title, [.. found.Sections.Take(2)], found.Pages),
        };

        ImportedDocument second = await DoAsync(corrected, coordinator);
        var again = await SendAsync(corrected, coordinator);

        Assert.Multiple(() =>
        {
            Assert.That(second.Number, Is.EqualTo(2));
            Assert.That(second.Tree.Sections, Has.Length.EqualTo(2));
            Assert.That(again.Failure, Is.TypeOf<Conflict>());
        });
    }

    [Test]
    public async Task Refuses_a_file_without_sections_an_unreadable_one_and_one_for_another_consultations_document()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        var (_, elsewhere, another) = await AConsultationAsync();
        DocumentId foreign = (await ImportAsync(elsewhere, another, First)).Document;

        var results = new[]
        {
            await SendAsync(Command(consultation, "bara ett ord"), coordinator),
            await SendAsync(Command(consultation, string.Empty), coordinator),
            await SendAsync(new ImportDocument.Command(consultation, "plan.pdf", "%PDF-1.7 trasig"u8.ToArray()), coordinator),
            await SendAsync(Command(consultation, Second) with { Document = foreign }, coordinator),
            await SendAsync(Command(elsewhere, Second), coordinator),
        };

        Assert.Multiple(async () =>
        {
            Assert.That(results.Select(r => r.Failure?.GetType().Name), Is.EqualTo(new[] { "Invalid", "Invalid", "Invalid", "NotFound", "NotFound" }));
            Assert.That(await DoAsync(new ListDocuments.Query(consultation), coordinator), Is.Empty);
            Assert.That(await CurrentAsync(consultation), Is.Null);
            Assert.That((await SendAsync(new GetSections.Query(consultation), coordinator)).Failure, Is.TypeOf<NotFound>());
        });
    }

    [Test]
    public async Task A_version_that_the_person_has_not_seen_is_a_conflict()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        DocumentId document = (await ImportAsync(consultation, coordinator, First)).Document;
        await ImportAsync(consultation, coordinator, Second, document);

        var late = await SendAsync(Command(consultation, Third) with { Document = document, Seen = 1 }, coordinator);

        Assert.That(late.Failure, Is.TypeOf<Conflict>().With.Property(nameof(Failure.Message)).Property("Swedish").Contain("version 2"));
    }

    [Test]
    public async Task Ten_at_once_become_ten_versions_in_a_row()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        DocumentId document = (await ImportAsync(consultation, coordinator, First)).Document;

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            Task.Run(() => SendAsync(Command(consultation, Plan(("1 Fiber", Fibre + $" Utgåva {i}."), ("2 Mobilnät", Mobile))) with { Document = document }, coordinator))));

        Assert.Multiple(async () =>
        {
            Assert.That(results.Select(r => r.Failure), Is.All.Null);
            Assert.That((await DoAsync(new ListDocuments.Query(consultation), coordinator)).Select(v => v.Number), Is.EqualTo(Enumerable.Range(1, 11).Reverse()));
        });
    }

    [Test]
    public async Task Queues_new_suggestions_once_and_leaves_its_line_in_the_audit()
    {
        var (organisation, consultation, coordinator) = await AConsultationAsync();
        DocumentId document = (await ImportAsync(consultation, coordinator, First)).Document;
        await ImportAsync(consultation, coordinator, Second, document);

        var queued = await RowsAsync<string>("SELECT payload_json FROM work_item WHERE organisation_id = @organisation AND kind = 'refresh-suggestions'", new { organisation });
        var lines = await RowsAsync<string>("SELECT after_json FROM audit_entry WHERE organisation_id = @organisation AND action = 'ImportDocument' ORDER BY sequence", new { organisation });

        Assert.Multiple(() =>
        {
            Assert.That(queued, Has.Count.EqualTo(1));
            Assert.That(lines, Has.Count.EqualTo(2));
            Assert.That(lines[1], Does.Contain("\"number\":2").And.Contain("\"Renumbered\":3").And.Not.Contain("fibernätet"));
        });
    }

    [Test]
    public async Task An_archived_consultation_takes_no_document()
    {
        var (_, consultation, coordinator) = await AConsultationAsync();
        await using (AsyncServiceScope scope = Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DbSession>().ExecuteAsync("UPDATE consultation SET state = 'Archived' WHERE consultation_id = @consultation", new { consultation }, default);

        Assert.That((await SendAsync(Command(consultation, First), coordinator)).Failure, Is.TypeOf<Conflict>());
    }

    [Test]
    public async Task A_tag_follows_its_numbered_point_and_falls_back_to_the_section_where_the_point_is_gone()
    {
        string Points(params string[] points) => Plan(("1 Fiber", Fibre + "\n\n" + string.Join("\n", points.Select(p => "• " + p))), ("2 Mobilnät", Mobile));
        const string Dig = "Kommunerna ska gräva kanalisation.", Pay = "Staten ska betala stödet.", Learn = "Skolorna ska utbilda tekniker.", Map = "Regionen ska kartlägga luckor.";
        var (_, consultation, coordinator) = await AConsultationAsync();
        ImportedDocument first = await ImportAsync(consultation, coordinator, Points(Dig, Pay));
        StoredDocument one = (await CurrentAsync(consultation))!;
        SectionId section = one.Tree.Sections[0].Id;
        StoredSectionId id = one.IdOf(section);
        Assert.That(one.Tree.Sections[0].Items.Select(i => i.Number), Is.EqualTo(new[] { 1, 2 }), "the points are found");
        Registered reply = await DoAsync(new RegisterResponse.Command(
            consultation, new SourceFile("norrvik.txt", Encoding.UTF8.GetBytes("Norrviks kommun\n\nAvsnitt 1 p. 2\n\nKommunen avstyrker att staten betalar.\n\nAvsnitt 1 p. 1\n\nKommunen vill inte gräva.")), ResponseChannel.File), coordinator);
        Assert.That(await ItemsAsync(reply.Version), Is.EqualTo(new int?[] { 2, 1 }), "the reply names them");

        await ImportAsync(consultation, coordinator, Points(Learn, Map, Pay), first.Document);
        StoredDocument two = (await CurrentAsync(consultation))!;
        Assert.That(await ItemsAsync(reply.Version), Is.EqualTo(new int?[] { 3, null }));

        await ImportAsync(consultation, coordinator, Points(Learn, Pay), first.Document);
        await ImportAsync(consultation, coordinator, Points(Learn, Pay, "Länsstyrelsen ska följa upp varje höst."), first.Document);
        StoredDocument four = (await CurrentAsync(consultation))!;
        Assert.Multiple(async () =>
        {
            Assert.That(await ItemsAsync(reply.Version), Is.EqualTo(new int?[] { 2, null }));
            Assert.That(four.ItemOf(id, two.ItemKeyOf(section, 1)), Is.EqualTo(1));
            // What was called by the name of a point that is gone does not become another one.
            Assert.That(four.ItemOf(id, two.ItemKeyOf(section, 2)), Is.Zero);
            Assert.That(Enumerable.Range(1, 3).Select(n => four.ItemOf(id, four.ItemKeyOf(section, n))), Is.EqualTo(new[] { 1, 2, 3 }));
        });
    }

    private async Task<IEnumerable<int?>> ItemsAsync(ResponseVersionId reply) =>
        (await DoAsync(new GetResponseVersion.Query(reply))).Stored.Split.Comments.Where(c => c.Settled.Any()).Select(c => c.Settled.Single().Item);

    private static string Plan(params (string Heading, string Text)[] sections) =>
        "Plan för Mittsund\n\n" + string.Join("\n\n", sections.Select(s => $"{s.Heading}\n\n{s.Text}")) + "\n";

    private static ImportDocument.Command Command(ConsultationId consultation, string text) => new(consultation, "plan.txt", Encoding.UTF8.GetBytes(text));

    private Task<ImportedDocument> ImportAsync(ConsultationId consultation, Actor actor, string text, DocumentId? document = null) =>
        DoAsync(Command(consultation, text) with { Document = document }, actor);

    private async Task<StoredDocument?> CurrentAsync(ConsultationId consultation)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoredDocuments>().CurrentAsync(consultation, default);
    }

    private static string? Label(StoredDocument document, StoredSectionId id) => document.KeyOf(id) is { } key ? document.Tree.Find(key)!.Label : null;

    // Straight into the tables: what a tag needs is all that is wanted of a reply here.
    private async Task TagAsync(ConsultationId consultation, StoredSectionId section, string status)
    {
        ResponseId response = ResponseId.New();
        ResponseVersionId version = ResponseVersionId.New();
        CommentId comment = CommentId.New();
        DateTimeOffset now = Clock.GetUtcNow();
        DateOnly day = new(2026, 11, 2);
        int number = (await RowsAsync<int>("SELECT COUNT(*) FROM response WHERE consultation_id = @consultation", new { consultation }))[0] + 1;
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        DbSession session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.ExecuteAsync(
            "INSERT INTO response (response_id, consultation_id, number, kind, channel, current_version, created_at, version) VALUES (@response, @consultation, @number, 'Reply', 'File', 1, @now, 1)",
            new { response, consultation, number, now }, default);
        await session.ExecuteAsync(
            """
            INSERT INTO response_version (response_version_id, response_id, consultation_id, number, receipt_key, state, received_on, registered_at, text_length, overall_stance, version)
            VALUES (@version, @response, @consultation, 1, @key, 'Split', @day, @now, 0, 'NotStated', 1)
            """,
            new { version, response, consultation, key = version.ToString(), day, now }, default);
        await session.ExecuteAsync(
            """
            INSERT INTO comment (comment_id, response_version_id, consultation_id, start_at, length, page, quote, is_general, stance, is_current, version)
            VALUES (@comment, @version, @consultation, 0, 1, 1, 'x', 0, 'NotStated', 1, 1)
            """,
            new { comment, version, consultation }, default);
        await session.ExecuteAsync(
            "INSERT INTO comment_tag (comment_no, section_id, item, source, status, confidence) SELECT comment_no, @section, 0, 'Person', @status, 1 FROM comment WHERE comment_id = @comment",
            new { section, status, comment }, default);
    }
}
