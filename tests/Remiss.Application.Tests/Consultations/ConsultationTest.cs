using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Consultations;

/// <summary>What the tests of consultations, bodies and invitations arrange with.</summary>
public abstract class ConsultationTest(TestDatabase database) : StoreTest(database)
{
    /// <inheritdoc/>
    protected override void Configure(IServiceCollection services)
    {
        services.AddTransient<IRequestHandler<Untold.Command, Result<Done>>, Untold.Handler>();
        services.AddTransient<IRequestHandler<Untold.OwnTransactions, Result<Done>>, Untold.Handler>();
        services.AddTransient<IRequestHandler<Untold.ArchivesUnderway, Result<Done>>, Untold.Handler>();
    }

    private const string AddFile = "INSERT INTO stored_file (sha256, byte_length, place, created_at) SELECT @sha, 0, 'Database', @now WHERE NOT EXISTS (SELECT 1 FROM stored_file WHERE sha256 = @sha)";

    private const string AddDocument = "INSERT INTO document (document_id, consultation_id, ordinal, title, version) VALUES (@document, @consultation, 1, 'Plan', 1)";

    private const string AddVersion = """
        INSERT INTO document_version (document_version_id, document_id, number, title, file_name, sha256, text_json, imported_at)
        VALUES (@version, @document, 1, 'Plan', 'plan.txt', @sha, '{}', @now)
        """;

    /// <summary>A document to answer on, without what stands in it.</summary>
    protected async Task ADocumentAsync(ConsultationId consultation)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        var row = new { sha = new string('a', 64), document = DocumentId.New(), version = DocumentVersionId.New(), consultation, now = Clock.GetUtcNow() };
        await session.BeginAsync(default);
        foreach (string sql in new[] { AddFile, AddDocument, AddVersion }) await session.ExecuteAsync(sql, row, default);
        await session.CommitAsync(default);
    }

    /// <summary>A consultation in that state, with its coordinator; it has a document, and its deadline is 2026-12-15.</summary>
    protected async Task<(OrganisationId Organisation, ConsultationId Consultation, Actor Coordinator)> AConsultationInAsync(ConsultationState state)
    {
        var made = await AConsultationAsync();
        await ADocumentAsync(made.Consultation);
        if (state is ConsultationState.Open or ConsultationState.Closed) await DoAsync(new OpenConsultation.Command(made.Consultation, 1), made.Coordinator);
        if (state == ConsultationState.Closed) await DoAsync(new CloseConsultation.Command(made.Consultation, 2), made.Coordinator);
        if (state == ConsultationState.Archived) await DoAsync(new ArchiveConsultation.Command(made.Consultation, 1), made.Coordinator);
        return made;
    }

    /// <summary>The consultation as it is kept.</summary>
    protected Task<ConsultationRow> RowAsync(ConsultationId consultation) => DoAsync(new GetConsultation.Query(consultation));
}
