using MediatR;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Pipeline;

public sealed class BrokenConnectionTests(TestDatabase database) : StoreTest(database)
{
    [Test]
    public async Task A_connection_that_breaks_after_it_was_opened_is_told_in_a_sentence()
    {
        Assume.That(Database, Is.EqualTo(TestDatabase.SqlServer), "An embedded database has no connection to lose.");
        var (_, consultation, coordinator) = await AConsultationAsync();
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = coordinator;
        int mine = await scope.ServiceProvider.GetRequiredService<DbSession>().FindAsync<int>("SELECT CAST(@@SPID AS int)", null, default);
        await using (var other = new SqlConnection(Settings.ConnectionString))
        {
            await other.OpenAsync();
            await using SqlCommand kill = other.CreateCommand();
#pragma warning disable CA2100 // A number of the server's own.
            kill.CommandText = FormattableString.Invariant($"KILL {mine}");
#pragma warning restore CA2100
            await kill.ExecuteNonQueryAsync();
        }

        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetConsultation.Query(consultation));

        Assert.That(result.Failure, Is.TypeOf<Conflict>().With.Property("Message").Property("Swedish").Contains("Databasen svarar inte"));
    }
}
