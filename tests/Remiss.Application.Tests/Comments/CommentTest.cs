using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Comments;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Json;
using Remiss.Application.Responses;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Responses;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Comments;

/// <summary>A consultation on a small plan, with replies split against it.</summary>
public abstract class CommentTest(TestDatabase database) : StoreTest(database)
{
    /// <summary>The plan's sections: number, title, text.</summary>
    internal static readonly (string Number, string Title, string Text)[] Plan =
    [
        ("1", "Bredband och fiber", "Regionen bygger ut bredband till alla hushåll. Fibernätet når skärgården. Mobiltäckning mäts varje år."),
        ("2", "Vård på distans", "Patienter möter vården genom videobesök. Egenmonitorering i hemmet ersätter resor till sjukhus."),
        ("3", "Skola och kompetens", "Elever lär sig programmering. Lärare får fortbildning. Vuxenutbildningen ger digital kompetens."),
        ("3.1", "Lärarnas fortbildning", "Varje lärare får två dagar fortbildning om digitala läromedel varje läsår."),
        ("4", "Kollektivtrafik", "Bussar och färjor får realtidsinformation. Biljetter köps i telefonen."),
        ("5", "Öppna data", "Kommunerna publicerar öppna datamängder enligt gemensamma format."),
    ];

    /// <summary>A scene of its own for one test.</summary>
    internal sealed record Scene(OrganisationId Organisation, ConsultationId Consultation, Actor Anna, Actor Bertil, ImmutableArray<StoredSectionId> Sections)
    {
        /// <summary>The section of that number.</summary>
        public StoredSectionId Section(string number) => Sections[Array.FindIndex(Plan, p => p.Number == number)];
    }

    /// <summary>A comment as it stands in the database.</summary>
    internal sealed record Row
    {
        public CommentId Id { get; init; }

        public int Version { get; init; }

        public string Quote { get; init; } = string.Empty;

        public int StartAt { get; init; }

        public int Length { get; init; }

        public bool IsCurrent { get; init; }

        public bool IsGeneral { get; init; }

        public string Stance { get; init; } = string.Empty;

        public SeenComment Seen => new(Id, Version);
    }

    /// <summary>A tag as it stands in the database.</summary>
    internal sealed record Tag
    {
        public StoredSectionId SectionId { get; init; }

        public string Source { get; init; } = string.Empty;

        public string Status { get; init; } = string.Empty;

        public double Confidence { get; init; }

        public Guid? SetBy { get; init; }
    }

    internal async Task<Scene> ASceneAsync()
    {
        var (organisation, consultation, anna) = await AConsultationAsync();
        Actor bertil = await APersonAsync(organisation);
        ImmutableArray<StoredSectionId> sections = [.. Plan.Select(_ => StoredSectionId.New())];
        await InTransactionAsync(async services =>
        {
            var session = services.GetRequiredService<DbSession>();
            await session.ExecuteAsync(
                "INSERT INTO consultation_role (consultation_id, account_id, role) VALUES (@consultation, @account, 'Analyst')", new { consultation, account = bertil.Account }, default);
            string sha = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
            DocumentId document = DocumentId.New();
            DocumentVersionId version = DocumentVersionId.New();
            await session.InsertAsync("stored_file", ["sha256", "byte_length", "place", "created_at"], [[sha, 1L, "Folder", Clock.GetUtcNow()]], default);
            await session.InsertAsync("document", ["document_id", "consultation_id", "ordinal", "title", "version"], [[document.Value, consultation.Value, 1, "Plan", 1]], default);
            string text = string.Join("\n\n", Plan.Select(p => $"{p.Number} {p.Title}\n\n{p.Text}"));
            await session.InsertAsync(
                "document_version", ["document_version_id", "document_id", "number", "title", "file_name", "sha256", "text_json", "imported_at"],
                [[version.Value, document.Value, 1, "Plan", "plan.txt", sha, StoredText.Write(PlainTextBlocks.Read(text)), Clock.GetUtcNow()]], default);
            await session.InsertAsync(
                "section", ["document_version_id", "section_id", "section_key", "ordinal", "number", "title", "level", "page_from", "page_to", "section_text"],
                [.. Plan.Select((p, i) => new object?[] { version.Value, sections[i].Value, p.Number, i + 1, p.Number, p.Title, p.Number.Length > 1 ? 2 : 1, 1, 1, p.Text })], default);
            await session.InsertAsync(
                "section_mapping", ["document_version_id", "section_id", "becomes_section_id", "how", "similarity"],
                [.. sections.Select(s => new object?[] { version.Value, s.Value, s.Value, "New", 1.0 })], default);
        });
        return new Scene(organisation, consultation, anna, bertil, sections);
    }

    /// <summary>A reply, split against the plan.</summary>
    internal async Task<ResponseVersionId> AReplyAsync(Scene scene, string text, int number = 1)
    {
        ResponseId response = ResponseId.New();
        ResponseVersionId version = ResponseVersionId.New();
        await InTransactionAsync(async services =>
        {
            var session = services.GetRequiredService<DbSession>();
            await session.InsertAsync(
                "response", ["response_id", "consultation_id", "number", "kind", "channel", "current_version", "created_at", "version"],
                [[response.Value, scene.Consultation.Value, number, "Reply", "File", 1, Clock.GetUtcNow(), 1]], default);
            await session.InsertAsync(
                "response_version",
                ["response_version_id", "response_id", "consultation_id", "number", "receipt_key", "state", "received_on", "registered_at", "text_length", "overall_stance", "version"],
                [[version.Value, response.Value, scene.Consultation.Value, 1, version.ToString(), "Received", new DateOnly(2026, 11, 20), Clock.GetUtcNow(), 0, "NotStated", 1]], default);
            StoredDocument document = (await services.GetRequiredService<StoredDocuments>().CurrentAsync(scene.Consultation, default))!;
            SplitResponse split = ResponseSplitter.Split(PlainTextBlocks.Read(text), document.Context);
            await services.GetRequiredService<SplitRows>().SaveAsync(version, scene.Consultation, split, document, default);
        });
        return version;
    }

    internal Task<IReadOnlyList<Row>> CommentsAsync(ResponseVersionId reply) => RowsAsync<Row>(
        "SELECT comment_id AS id, version, quote, start_at, length, is_current, is_general, stance FROM comment WHERE response_version_id = @reply AND is_current = 1 ORDER BY start_at", new { reply });

    internal Task<IReadOnlyList<Tag>> TagsAsync(CommentId comment) => RowsAsync<Tag>(
        "SELECT t.section_id, t.source, t.status, t.confidence, t.set_by FROM comment_tag t JOIN comment k ON k.comment_no = t.comment_no WHERE k.comment_id = @comment", new { comment });

    internal async Task<StoredSectionId[]> SettledAsync(CommentId comment) =>
        [.. (await TagsAsync(comment)).Where(t => t.Status == "Settled").Select(t => t.SectionId)];

    /// <summary>The reply's current comments and runs, checked to be its whole text.</summary>
    internal async Task<string> WholeAsync(ResponseVersionId reply)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        StoredSplit split = (await scope.ServiceProvider.GetRequiredService<SplitRows>().LoadAsync(reply, null, default))!;
        int done = 0;
        foreach (LedgerEntry entry in split.Split.Ledger)
        {
            Assert.That(entry.Span.Start, Is.EqualTo(done));
            done = entry.Span.End;
        }
        Assert.That(done, Is.EqualTo(split.Split.Document.Text.Length));
        foreach (Comment comment in split.Split.Comments)
        {
            string quote = (await RowsAsync<string>("SELECT quote FROM comment WHERE comment_id = @id", new { id = split.Comments[split.Split.Comments.IndexOf(comment)].Id })).Single();
            Assert.That(quote, Is.EqualTo(split.Split.TextOf(comment)));
        }
        return string.Join('\n', split.Split.Ledger);
    }

    internal Task<int> WorkAsync() => Services.GetRequiredService<Worker>().RunOnceAsync(default);

    private async Task InTransactionAsync(Func<IServiceProvider, Task> act)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.BeginAsync(default);
        await act(scope.ServiceProvider);
        await session.CommitAsync(default);
    }
}
