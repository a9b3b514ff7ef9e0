using MediatR;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Organisations;
using Remiss.Application.Security;
using Remiss.Application.Summaries;
using Remiss.Documents.Pdf;
using Remiss.Documents.Reading;
using Remiss.Documents.Themes;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests;

/// <summary>The databases that every store test runs on.</summary>
public enum TestDatabase
{
    /// <summary>Always.</summary>
    Sqlite,

    /// <summary>Where REMISS_TEST_SQLSERVER holds a connection string; skipped in sight otherwise.</summary>
    SqlServer,
}

/// <summary>
/// A store test: a fresh database for the fixture, on each of the databases. Tests of a fixture share it, so each makes
/// its own organisation and looks at nothing else.
/// </summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.SqlServer)]
public abstract class StoreTest(TestDatabase database)
{
    private readonly List<Func<Task>> _cleaning = [];
    private ServiceProvider? _services;
    private string _folder = string.Empty;

    /// <summary>Which database this is.</summary>
    protected TestDatabase Database { get; } = database;

    /// <summary>A folder of the fixture's own.</summary>
    protected string Folder => _folder;

    /// <summary>The clock of the store; tests may move it. Starts 2026-11-02 08:00 UTC.</summary>
    protected TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));

    /// <summary>The settings of the fixture's database.</summary>
    protected DatabaseSettings Settings { get; private set; } = null!;

    /// <summary>All services, for what is not sent as a request.</summary>
    protected IServiceProvider Services => _services!;

    [OneTimeSetUp]
    public async Task MakeDatabaseAsync()
    {
        _folder = Directory.CreateTempSubdirectory("remiss-test-").FullName;
        _cleaning.Add(() =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
            return Task.CompletedTask;
        });
        Settings = Database == TestDatabase.Sqlite ? DatabaseSettings.ForSqlite(Path.Combine(_folder, "remiss.db")) : await MakeServerDatabaseAsync();
        _services = Provider(Settings);
        Result<MigrationReport> migrated = await Services.GetRequiredService<Migrator>().RunAsync(dryRun: false, default);
        Assert.That(migrated.Failure, Is.Null);
    }

    [OneTimeTearDown]
    public async Task CleanAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        foreach (Func<Task> clean in Enumerable.Reverse(_cleaning)) await clean();
    }

    /// <summary>What else a fixture needs in its services.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>Services of another "node" on the same database, or on another one.</summary>
    protected ServiceProvider Provider(DatabaseSettings settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IDocumentReader>(new DocumentReader());
        services.AddSingleton<ISummaryWriter>(new PdfSummaryWriter());
        services.AddSingleton(new SummaryLook(() => SummaryThemeFile.Default));
        services.AddRemiss(settings);
        Configure(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>Sends a request as <paramref name="actor"/>, in a scope of its own, as a host does.</summary>
    protected async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request, Actor? actor = null, IServiceProvider? node = null)
    {
        await using AsyncServiceScope scope = (node ?? Services).CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor ?? Operator;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a request that must succeed.</summary>
    protected async Task<T> DoAsync<T>(IRequest<Result<T>> request, Actor? actor = null)
    {
        Result<T> result = await SendAsync(request, actor);
        Assert.That(result.Failure, Is.Null);
        return result.Value;
    }

    /// <summary>Rows straight from the database, to look behind the use cases.</summary>
    protected async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, object? parameters = null)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DbSession>().ListAsync<T>(sql, parameters, default);
    }

    /// <summary>Whoever runs the command line.</summary>
    protected static Actor Operator { get; } = new(ActorKind.Operator, "drift");

    /// <summary>A new organisation with an invented name of its own.</summary>
    protected Task<OrganisationId> AnOrganisationAsync() => DoAsync(new CreateOrganisation.Command($"Region Mittsund {Guid.NewGuid():N}"));

    /// <summary>A new account of the organisation, as an actor.</summary>
    protected async Task<Actor> APersonAsync(OrganisationId organisation, bool administrator = false)
    {
        string name = $"Person {Guid.NewGuid():N}";
        AccountId id = await DoAsync(new CreateAccount.Command(organisation, name, $"{Guid.NewGuid():N}@mittsund.example", administrator));
        return new Actor(ActorKind.Account, name, id, organisation);
    }

    /// <summary>A new consultation in a new organisation, with its coordinator.</summary>
    protected async Task<(OrganisationId Organisation, ConsultationId Consultation, Actor Coordinator)> AConsultationAsync(string title = "Digital strategi för Mittsund")
    {
        OrganisationId organisation = await AnOrganisationAsync();
        Actor coordinator = await APersonAsync(organisation);
        ConsultationId consultation = await DoAsync(
            new CreateConsultation.Command(organisation, title) { RegistrationNumber = "RM 2026/114", OpensOn = new DateOnly(2026, 11, 2), Deadline = new DateOnly(2026, 12, 15) },
            coordinator);
        return (organisation, consultation, coordinator);
    }

    private async Task<DatabaseSettings> MakeServerDatabaseAsync()
    {
        string? given = Environment.GetEnvironmentVariable("REMISS_TEST_SQLSERVER");
        if (string.IsNullOrWhiteSpace(given)) Assert.Ignore("REMISS_TEST_SQLSERVER holds no connection string: the SQL Server half is not run.");
        string name = $"remiss_test_{Guid.NewGuid():N}";
        await RunOnServerAsync(given!, $"CREATE DATABASE {name}");
        _cleaning.Add(() =>
        {
            SqlConnection.ClearAllPools();
            return RunOnServerAsync(given!, $"DROP DATABASE {name}");
        });
        string own = new SqlConnectionStringBuilder(given) { InitialCatalog = name }.ToString();
        return DatabaseSettings.ForSqlServer(own, Path.Combine(_folder, "files")).Value;
    }

    private static async Task RunOnServerAsync(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using SqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <summary>Moves it on.</summary>
    public void Advance(TimeSpan by) => _now += by;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;
}
