using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Application.Work;
using Remiss.Domain.Summaries;

namespace Remiss.Application.Tests.Work;

/// <summary>A node that has nothing to draw a summary with.</summary>
public sealed class LesserNodeTests(TestDatabase database) : StoreTest(database)
{
    private readonly Probe _probe = new("probe", _ => Task.FromResult(WorkOutcome.Finished));

    protected override void Configure(IServiceCollection services)
    {
        services.RemoveAll<ISummaryWriter>();
        services.AddKeyedScoped<IWorkHandler>(_probe.Kind, (scope, _) => ActivatorUtilities.CreateInstance<ProbeHandler>(scope, _probe));
    }

    [Test]
    public async Task Carries_out_the_other_kinds_of_work()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        await using (AsyncServiceScope scope = Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Scope>().Organisation = organisation;
            var session = scope.ServiceProvider.GetRequiredService<DbSession>();
            await session.BeginAsync(default);
            await scope.ServiceProvider.GetRequiredService<WorkItems>().EnqueueAsync(_probe.Kind, 1, null, null, default);
            await session.CommitAsync(default);
        }

        await Services.GetRequiredService<Worker>().RunOnceAsync(default);

        Assert.That(await RowsAsync<string>("SELECT state FROM work_item WHERE organisation_id = @organisation", new { organisation }), Is.EqualTo(new[] { "Done" }));
    }
}
