using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Documents;
using Remiss.Application.Organisations;
using Remiss.Application.Security;
using Remiss.Cli.Demo;
using Remiss.Documents.Letters;
using Remiss.Documents.Pdf;
using Remiss.Documents.Reading;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Benchmarks.Store;

/// <summary>A store in one SQLite file with a consultation on the demonstration's strategy, as a host has it: every request goes through the whole pipeline.</summary>
internal sealed class LoadHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LoadHost(ServiceProvider services) => _services = services;

    public ConsultationId Consultation { get; private set; }

    /// <summary>The coordinator: a person with an account, whose role is looked up at each request.</summary>
    public Actor Person { get; private set; } = Actor.Nobody;

    /// <summary>Opens the file; a new one gets its tables and the consultation.</summary>
    public static async Task<LoadHost> OpenAsync(string file)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDocumentReader>(new DocumentReader());
        services.AddSingleton<ISummaryWriter>(new PdfSummaryWriter());
        services.AddRemiss(DatabaseSettings.ForSqlite(file));
        var host = new LoadHost(services.BuildServiceProvider());
        var migrated = await host._services.GetRequiredService<Migrator>().RunAsync(dryRun: false, default);
        if (!migrated.IsOk) throw new InvalidOperationException(migrated.Failure.Message.English);
        var known = await host.InSessionAsync(s => s.ListAsync<KnownRow>(
            "SELECT c.consultation_id, c.organisation_id, o.account_id FROM consultation c JOIN consultation_role o ON o.consultation_id = c.consultation_id", null, default));
        if (known.Count == 0) await host.BeginAsync();
        else (host.Consultation, host.Person) = (known[0].ConsultationId, new Actor(ActorKind.Account, "Samordnare", known[0].AccountId, known[0].OrganisationId));
        return host;
    }

    /// <summary>Sends a request that must succeed, in a scope of its own.</summary>
    public async Task<T> DoAsync<T>(IRequest<Result<T>> request, Actor? actor = null)
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor ?? Person;
        Result<T> result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        return result.IsOk ? result.Value : throw new InvalidOperationException(result.Failure.Message.English);
    }

    public async Task<T> InSessionAsync<T>(Func<DbSession, Task<T>> work)
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DbSession>());
    }

    public async Task<StoredDocument> DocumentAsync()
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<StoredDocuments>().CurrentAsync(Consultation, default))!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task BeginAsync()
    {
        var boss = new Actor(ActorKind.Operator, "drift");
        OrganisationId organisation = await DoAsync(new CreateOrganisation.Command("Region Mittsund"), boss);
        AccountId account = await DoAsync(new CreateAccount.Command(organisation, "Samordnare", "samordnare@mittsund.example", false), boss);
        Person = new Actor(ActorKind.Account, "Samordnare", account, organisation);
        Consultation = await DoAsync(new CreateConsultation.Command(organisation, "Digital strategi för Mittsund") { RegistrationNumber = "RM 2026/114" });
        await DoAsync(new ImportDocument.Command(Consultation, "strategi.docx", LetterDocxWriter.Write(DemoStrategy.Letter())));
    }

    private sealed record KnownRow
    {
        public ConsultationId ConsultationId { get; init; }

        public OrganisationId OrganisationId { get; init; }

        public AccountId AccountId { get; init; }
    }
}
