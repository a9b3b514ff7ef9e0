using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Files;
using Remiss.Application.Json;
using Remiss.Application.Responses;
using Remiss.Domain.Responses;
using Remiss.Domain.Sections;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests.Summaries;

/// <summary>Puts a document and split replies into a consultation, row by row: what the import of files does is tested with it.</summary>
internal sealed class StoredReplies(IServiceProvider services, ConsultationId consultation)
{
    public const string Plan = """
        Bredbandsplan för Region Mittsund

        1 Inledning

        Planen anger hur bredband och mobilnät ska byggas ut i länet under de kommande fem åren.

        2 Mål

        2.1 Fiber

        Minst 97 procent av hushållen ska kunna ansluta sig till fibernätet senast 2029. Kommunerna samordnar grävning.

        2.2 Mobiltäckning

        Det ska gå att ringa längs alla statliga vägar i länet senast 2030. Master samordnas mellan operatörerna.

        3 Uppföljning

        Planen följs upp varje år i mars av regionens kansli.

        """;

    public const string Norrvik = """
        Norrviks kommun
        Datum: 2026-11-04
        Dnr: KS 2026/118

        Remissvar om bredbandsplanen

        Norrviks kommun tillstyrker förslaget till plan.

        Avsnitt 2.1 Fiber

        Kommunen tillstyrker målet om fiber. Det bör framgå hur byalagens nät ska tas om hand.

        Avsnitt 2.2 Mobiltäckning

        Kommunen avstyrker målet om mobiltäckning eftersom enskilda vägar inte omfattas.

        """;

    public const string Sjobacka = """
        Sjöbacka kommun
        Datum: 2026-11-07
        Dnr: KS 2026/204

        Sjöbacka kommun är i huvudsak positiv till planen.

        Avsnitt 3 Uppföljning

        Kommunen är tveksam till att planen ska följas upp redan i mars.

        """;

    private int _number;

    /// <summary>The document's sections as the bare-file path finds them.</summary>
    public static SectionTree Tree { get; } = SectionTreeBuilder.Build(PlainTextBlocks.Read(Plan));

    public static StoredReplies In(IServiceProvider services, ConsultationId consultation) => new(services, consultation);

    public async Task DocumentAsync()
    {
        await InTransactionAsync(async (session, scope) =>
        {
            DocumentText text = PlainTextBlocks.Read(Plan);
            string sha256 = await scope.GetRequiredService<FileStore>().PutAsync("plan"u8.ToArray(), default);
            var row = new { document = DocumentId.New(), version = DocumentVersionId.New(), consultation, title = Tree.Title, sha256, text = StoredText.Write(text), now = DateTimeOffset.UnixEpoch };
            await session.ExecuteAsync("INSERT INTO document (document_id, consultation_id, ordinal, title, version) VALUES (@document, @consultation, 1, @title, 1)", row, default);
            await session.ExecuteAsync("""
                INSERT INTO document_version (document_version_id, document_id, number, title, file_name, sha256, text_json, imported_at)
                VALUES (@version, @document, 1, @title, 'plan.txt', @sha256, @text, @now)
                """, row, default);
            for (int i = 0; i < Tree.Sections.Length; i++)
            {
                Section section = Tree.Sections[i];
                await session.ExecuteAsync("""
                    INSERT INTO section (document_version_id, section_id, section_key, ordinal, number, title, level, page_from, page_to, section_text)
                    VALUES (@version, @id, @key, @i, @Number, @Title, @Level, @PageFrom, @PageTo, @Text)
                    """,
                    new { row.version, id = StoredSectionId.New(), key = section.Id.Value, i, section.Number, section.Title, section.Level, section.PageFrom, section.PageTo, section.Text }, default);
            }
        });
    }

    /// <summary>The reply as the bare-file path splits it.</summary>
    public static SplitResponse Split(string text) =>
        ResponseSplitter.Split(PlainTextBlocks.Read(text), new SplitContext(Tree, new Domain.Tagging.SectionRanker(Tree).Suggest));

    public async Task<ResponseVersionId> ReplyAsync(string file, string text, string state = "Split", string? failure = null)
    {
        ResponseVersionId version = await RowAsync("Reply", state, failure, file);
        if (state == "Split")
        {
            await InTransactionAsync(async (_, scope) =>
            {
                StoredDocument document = (await scope.GetRequiredService<StoredDocuments>().CurrentAsync(consultation, default))!;
                await scope.GetRequiredService<SplitRows>().SaveAsync(version, consultation, Split(text), document, [], default);
            });
        }
        return version;
    }

    public async Task QuietAsync(string kind, string name) => await RowAsync(kind, "Split", null, null, name);

    private async Task<ResponseVersionId> RowAsync(string kind, string state, string? failure, string? file, string? sender = null)
    {
        var row = new
        {
            response = ResponseId.New(),
            version = ResponseVersionId.New(),
            consultation,
            number = ++_number,
            kind,
            state,
            failure,
            file,
            sender,
            receivedOn = new DateOnly(2026, 11, 9),
            now = DateTimeOffset.UnixEpoch,
            key = _number.ToString(CultureInfo.InvariantCulture),
        };
        await InTransactionAsync(async (session, scope) =>
        {
            await session.ExecuteAsync("""
                INSERT INTO response (response_id, consultation_id, number, kind, channel, current_version, created_at, version)
                VALUES (@response, @consultation, @number, @kind, 'File', 1, @now, 1)
                """, row, default);
            await session.ExecuteAsync("""
                INSERT INTO response_version (response_version_id, response_id, consultation_id, number, receipt_key, state, received_on, registered_at, text_length,
                    failure_json, overall_stance, version)
                VALUES (@version, @response, @consultation, 1, @key, @state, @receivedOn, @now, 0, @failure, 'NotStated', 1)
                """, row, default);
            if (sender is not null)
                await session.ExecuteAsync("INSERT INTO response_sender (response_id, ordinal, name, is_private_person) VALUES (@response, 1, @sender, 0)", row, default);
            if (file is null) return;
            string sha256 = await scope.GetRequiredService<FileStore>().PutAsync(Guid.NewGuid().ToByteArray(), default);
            await session.ExecuteAsync(
                "INSERT INTO response_file (response_version_id, ordinal, name, role, sha256) VALUES (@version, 1, @file, 'Original', @sha256)", new { row.version, file, sha256 }, default);
        });
        return row.version;
    }

    private async Task InTransactionAsync(Func<DbSession, IServiceProvider, Task> act)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        DbSession session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.BeginAsync(default);
        await act(session, scope.ServiceProvider);
        await session.CommitAsync(default);
    }
}
