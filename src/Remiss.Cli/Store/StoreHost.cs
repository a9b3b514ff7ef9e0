using System.Data.Common;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Security;
using Remiss.Application.Settings;
using Remiss.Application.Summaries;
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
    private readonly DatabaseSettings _database;

    private StoreHost(ServiceProvider services, DatabaseSettings database) => (_services, _database) = (services, database);

    /// <summary>The database as a person knows it: its file, or that it is a server. Nothing secret.</summary>
    public string Name => SqliteFile ?? _database.Dialect.Name;

    /// <summary>Whether there can be a store: a server, or a SQLite file that exists.</summary>
    public bool Exists => SqliteFile is not { } file || File.Exists(file);

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
        Result<RemissSettings> settings = SettingSources.Read(screen, options);
        if (!settings.IsOk) return settings.Failure;
        Result<MailTemplates> templates = MailTemplates.Load(settings.Value.Mail.Templates);
        return templates.IsOk ? new StoreHost(Provider(screen, settings.Value), settings.Value.Database) : templates.Failure;
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
        if (SqliteFile is { } file && !File.Exists(file))
        {
            // To look is not to make.
            if (dryRun) return new MigrationReport(0, MigrationScripts.For(SqlDialect.Sqlite));
            if (MakeFolder(file) is { IsOk: false } refused) return refused.Failure;
        }
        if (await UnreachableAsync(cancellationToken).ConfigureAwait(false) is { } unreachable) return unreachable;
        try
        {
            return await _services.GetRequiredService<Migrator>().RunAsync(dryRun, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException broken) when (_database.Dialect.IsOutOfOrder(broken))
        {
            return OutOfOrder.Of(broken);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<Result<int>> PrepareAsync(CancellationToken cancellationToken)
    {
        bool embedded = _database.Dialect == SqlDialect.Sqlite;
        Result<MigrationReport> state = await MigrateAsync(dryRun: true, cancellationToken).ConfigureAwait(false);
        if (state.IsOk && embedded && state.Value.Before == 0) state = await MigrateAsync(dryRun: false, cancellationToken).ConfigureAwait(false);
        else if (state.IsOk && !state.Value.Applied.IsEmpty)
            return await _services.GetRequiredService<Migrator>().CheckAsync(cancellationToken).ConfigureAwait(false);
        return state.Map(report => report.Before + report.Applied.Length);
    }

    /// <summary>A server that is down, a name or a password that is wrong: all that can go wrong before the first statement. The driver's own words may name the account, so they are not said.</summary>
    private async Task<Failure?> UnreachableAsync(CancellationToken cancellationToken)
    {
        if (_database.Dialect == SqlDialect.Sqlite) return null;
        try
        {
            await using DbConnection connection = await _services.GetRequiredService<RemissDatabase>().OpenAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception refused) when (refused is DbException or InvalidOperationException or ArgumentException)
        {
            return new Conflict(new Phrase(
                "Det går inte att ansluta till SQL Server. Kontrollera att servern svarar och att server, databas och inloggning i ConnectionStrings:SqlServer stämmer.",
                "SQL Server cannot be connected to. Check that the server answers, and that server, database and login in ConnectionStrings:SqlServer are right."));
        }
    }

    private string? SqliteFile => _database.Dialect == SqlDialect.Sqlite ? new SqliteConnectionStringBuilder(_database.ConnectionString).DataSource : null;

    private static Result<Done> MakeFolder(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return default(Done);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new Invalid(new Phrase(
                $"Mappen för databasen {file} kan inte skapas. Kontrollera sökvägen och att du får skriva där.",
                $"The folder for the database {file} cannot be made. Check the path, and that you may write there."));
        }
    }

    /// <summary>The summary's theme that the settings name.</summary>
    public static Result<SummaryTheme> Theme(RemissSettings settings) => settings.SummaryTheme is { } path ? SummaryThemeFile.Load(path) : SummaryThemeFile.Default;

    private static ServiceProvider Provider(Screen screen, RemissSettings settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(screen.Clock);
        services.AddSingleton<IDocumentReader>(new DocumentReader());
        services.AddSingleton<ISummaryWriter>(new PdfSummaryWriter());
        services.AddSingleton(new SummaryLook(() => Theme(settings)));
        services.AddSingleton(settings.Work);
        services.AddSingleton(settings.Mail);
        services.AddRemiss(settings.Database);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
