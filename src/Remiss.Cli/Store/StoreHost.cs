using System.Data.Common;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Application.Summaries;
using Remiss.Application.Work;
using Remiss.Cli.Terminal;
using Remiss.Documents.Pdf;
using Remiss.Documents.Reading;
using Remiss.Documents.Themes;
using Remiss.Domain.Results;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Cli.Store;

/// <summary>The store, opened by a command: every use case, sent as the one who runs the machine.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StoreHost(ServiceProvider services) => _services = services;

    /// <summary>All services, for what is not sent as a request.</summary>
    public IServiceProvider Services => _services;

    /// <summary>
    /// Opens the store that options and settings name. Fails where the database cannot be reached or is not up to
    /// date; a SQLite database that does not exist yet is made.
    /// </summary>
    public static async Task<Result<StoreHost>> OpenAsync(Screen screen, StoreOptions options, CancellationToken cancellationToken)
    {
        Result<StoreHost> made = Make(screen, options);
        if (!made.IsOk) return made.Failure;
        Result<int> ready = await made.Value.PrepareAsync(cancellationToken).ConfigureAwait(false);
        if (ready.IsOk) return made;
        await made.Value.DisposeAsync().ConfigureAwait(false);
        return ready.Failure;
    }

    /// <summary>The store without a look at its database: for commands that bring it in order.</summary>
    public static Result<StoreHost> Make(Screen screen, StoreOptions options)
    {
        Result<DatabaseSettings> database = DatabaseOf(options);
        return database.IsOk ? new StoreHost(Provider(screen, database.Value, options)) : database.Failure;
    }

    /// <summary>Sends a request as the one who runs the machine, in a scope of its own.</summary>
    public async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = new Actor(ActorKind.Operator, Environment.UserName);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the migrator; a database that cannot be reached is a sentence.</summary>
    public async Task<Result<MigrationReport>> MigrateAsync(bool dryRun, CancellationToken cancellationToken)
    {
        try
        {
            return await _services.GetRequiredService<Migrator>().RunAsync(dryRun, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException broken) when (_services.GetRequiredService<RemissDatabase>().Dialect.IsOutOfOrder(broken))
        {
            return OutOfOrder.Of(broken);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<Result<int>> PrepareAsync(CancellationToken cancellationToken)
    {
        bool embedded = _services.GetRequiredService<RemissDatabase>().Dialect == SqlDialect.Sqlite;
        Result<MigrationReport> state = await MigrateAsync(dryRun: true, cancellationToken).ConfigureAwait(false);
        if (state.IsOk && embedded && state.Value.Before == 0) state = await MigrateAsync(dryRun: false, cancellationToken).ConfigureAwait(false);
        else if (state.IsOk && !state.Value.Applied.IsEmpty)
            return await _services.GetRequiredService<Migrator>().CheckAsync(cancellationToken).ConfigureAwait(false);
        return state.Map(report => report.Before + report.Applied.Length);
    }

    // Until the settings are read, see RemissSettings.
    private static WorkSettings WorkOf(StoreOptions options)
    {
        var given = options.Set.Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]));
        return new ConfigurationBuilder().AddInMemoryCollection(given).Build().GetSection("Work").Get<WorkSettings>() ?? new WorkSettings();
    }

    // Until the settings are read, see RemissSettings.
    private static Result<DatabaseSettings> DatabaseOf(StoreOptions options)
    {
        string file = options.Database ?? Path.Combine("remiss-data", "remiss.db");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new Invalid(new Phrase(
                $"Mappen för databasen {file} kan inte skapas. Kontrollera sökvägen och att du får skriva där.",
                $"The folder for the database {file} cannot be made. Check the path, and that you may write there."));
        }
        return DatabaseSettings.ForSqlite(file);
    }

    private static ServiceProvider Provider(Screen screen, DatabaseSettings database, StoreOptions options)
    {
        var services = new ServiceCollection();
        services.AddSingleton(screen.Clock);
        services.AddSingleton<IDocumentReader>(new DocumentReader());
        services.AddSingleton<ISummaryWriter>(new PdfSummaryWriter());
        services.AddSingleton(new SummaryLook(() => SummaryThemeFile.Default));
        services.AddSingleton(WorkOf(options));
        services.AddRemiss(database);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
