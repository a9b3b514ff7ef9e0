using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Database;
using Remiss.Application.Mail;
using Remiss.Application.Summaries;
using Remiss.Application.Work;
using Remiss.Documents.Pdf;
using Remiss.Documents.Reading;
using Remiss.Documents.Themes;
using Remiss.Domain.Summaries;
using Remiss.Domain.Texts;

namespace Remiss.Application.Tests;

/// <summary>
/// A node of its own, for tests that kill one: <c>dotnet Remiss.Application.Tests.dll DIALECT CONNECTION FILES SMTP-PORT</c>
/// carries out what is in the queue until it is stopped. The test runner does not come this way.
/// </summary>
public static class Program
{
    /// <summary>Runs the node.</summary>
    public static async Task<int> Main(string[] args)
    {
        if (args is not [string dialect, string connection, string files, string port]) return 2;
        var services = new ServiceCollection();
        AddFormats(services);
        services.AddSingleton(new MailSettings
        {
            Host = "127.0.0.1",
            Port = int.Parse(port, CultureInfo.InvariantCulture),
            Security = MailSecurity.None,
            FromAddress = "remiss@mittsund.example",
            FromName = "Region Mittsund",
        });
        services.AddSingleton(new WorkSettings { Parallel = 1 });
        services.AddRemiss(new DatabaseSettings { Dialect = dialect == SqlDialect.Sqlite.Name ? SqlDialect.Sqlite : SqlDialect.SqlServer, ConnectionString = connection, FilesFolder = files });
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Worker>().RunAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>What every node needs beside the store: the worker makes all handlers to find its own.</summary>
    internal static void AddFormats(IServiceCollection services)
    {
        services.AddSingleton<IDocumentReader>(new DocumentReader());
        services.AddSingleton<ISummaryWriter>(new PdfSummaryWriter());
        services.AddSingleton(new SummaryLook(() => SummaryThemeFile.Default));
    }

    /// <summary>Starts such a node on a database.</summary>
    internal static Process Start(DatabaseSettings settings, int smtpPort)
    {
        var start = new ProcessStartInfo("dotnet");
        string[] arguments = [typeof(Program).Assembly.Location, settings.Dialect.Name, settings.ConnectionString, settings.FilesFolder, smtpPort.ToString(CultureInfo.InvariantCulture)];
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
