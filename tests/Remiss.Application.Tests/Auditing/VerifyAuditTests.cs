using Microsoft.Extensions.DependencyInjection;
using Remiss.Application.Auditing;
using Remiss.Application.Consultations;
using Remiss.Application.Database;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Auditing;

public sealed class VerifyAuditTests(TestDatabase database) : StoreTest(database)
{
    [Test]
    public async Task A_whole_log_has_no_fault_and_tells_its_last_hash()
    {
        OrganisationId organisation = await WithEntriesAsync(5);

        VerifyAudit.Report report = await DoAsync(new VerifyAudit.Query(organisation));

        Assert.That(report.Faults, Is.Empty);
        Assert.That(report.Entries, Is.EqualTo(6));
        var hashes = await RowsAsync<string>("SELECT hash FROM audit_entry WHERE organisation_id = @organisation ORDER BY sequence", new { organisation });
        Assert.That(report.LastHash, Is.EqualTo(hashes[^1]));
    }

    [TestCase("UPDATE audit_entry SET actor_name = 'någon annan' WHERE organisation_id = @organisation AND sequence = 3", "Rad 3")]
    [TestCase("UPDATE audit_entry SET after_json = NULL WHERE organisation_id = @organisation AND sequence = 4", "Rad 4")]
    [TestCase("UPDATE audit_entry SET at = '2020-01-01T00:00:00.000' WHERE organisation_id = @organisation AND sequence = 2", "Rad 2")]
    [TestCase("DELETE FROM audit_entry WHERE organisation_id = @organisation AND sequence = 3", "Rad 3 saknas")]
    [TestCase("DELETE FROM audit_entry WHERE organisation_id = @organisation AND sequence IN (2, 3)", "Raderna 2–3 saknas")]
    [TestCase("DELETE FROM audit_entry WHERE organisation_id = @organisation AND sequence = 6", "Rad 6 saknas")]
    [TestCase("DELETE FROM audit_entry WHERE organisation_id = @organisation AND sequence = 1", "Rad 1 saknas")]
    [TestCase("UPDATE audit_entry SET sequence = 9 WHERE organisation_id = @organisation AND sequence = 6", "Raderna 6–8 saknas")]
    public async Task Finds_what_was_done_behind_the_programs_back(string tampering, string expected)
    {
        OrganisationId organisation = await WithEntriesAsync(5);
        await ExecuteAsync(tampering, new { organisation });

        VerifyAudit.Report report = await DoAsync(new VerifyAudit.Query(organisation));

        Assert.That(report.Faults.Select(f => f.Swedish), Has.Some.StartsWith(expected));
    }

    [Test]
    public async Task An_entry_sealed_anew_no_longer_fits_the_next_one()
    {
        OrganisationId organisation = await WithEntriesAsync(5);
        var entry = (await RowsAsync<AuditEntry>("SELECT * FROM audit_entry WHERE organisation_id = @organisation AND sequence = 3", new { organisation })).Single();
        AuditEntry forged = (entry with { ActorName = "någon annan" }).Sealed();
        await ExecuteAsync("UPDATE audit_entry SET actor_name = @ActorName, hash = @Hash WHERE organisation_id = @OrganisationId AND sequence = 3", new { forged.ActorName, forged.Hash, forged.OrganisationId });

        VerifyAudit.Report report = await DoAsync(new VerifyAudit.Query(organisation));

        Assert.That(report.Faults.Select(f => f.Swedish), Has.One.StartsWith("Rad 4 hänger inte ihop"));
    }

    [Test]
    public async Task A_hash_noted_elsewhere_shows_that_the_end_was_cut_off_with_its_chain()
    {
        OrganisationId organisation = await WithEntriesAsync(5);
        string noted = (await DoAsync(new VerifyAudit.Query(organisation))).LastHash;
        string before = (await RowsAsync<string>("SELECT hash FROM audit_entry WHERE organisation_id = @organisation AND sequence = 5", new { organisation })).Single();
        await ExecuteAsync("DELETE FROM audit_entry WHERE organisation_id = @organisation AND sequence = 6", new { organisation });
        await ExecuteAsync("UPDATE audit_chain SET sequence = 5, hash = @before WHERE organisation_id = @organisation", new { organisation, before });

        Assert.That((await DoAsync(new VerifyAudit.Query(organisation))).Faults, Is.Empty, "the chain itself cannot tell");
        Assert.That((await DoAsync(new VerifyAudit.Query(organisation, noted))).Faults, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Twenty_at_once_leave_one_unbroken_chain()
    {
        OrganisationId organisation = await AnOrganisationAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => DoAsync(new CreateConsultation.Command(organisation, $"Plan {i}")))));

        VerifyAudit.Report report = await DoAsync(new VerifyAudit.Query(organisation));
        Assert.That(report.Entries, Is.EqualTo(21));
        Assert.That(report.Faults, Is.Empty);
    }

    [Test]
    public async Task A_command_that_fails_leaves_no_entry()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        Actor person = await APersonAsync(organisation, administrator: true);
        string email = (await RowsAsync<string>("SELECT email FROM account WHERE organisation_id = @organisation", new { organisation })).Single();

        var refused = await SendAsync(new Remiss.Application.Organisations.CreateAccount.Command(organisation, "Ada", email), person);

        Assert.That(refused.Failure, Is.TypeOf<Conflict>());
        Assert.That((await DoAsync(new VerifyAudit.Query(organisation))).Entries, Is.EqualTo(2));
    }

    [Test]
    public async Task Only_an_administrator_may()
    {
        OrganisationId organisation = await AnOrganisationAsync();

        Assert.That((await SendAsync(new VerifyAudit.Query(organisation), await APersonAsync(organisation))).Failure, Is.TypeOf<Forbidden>());
        Assert.That((await SendAsync(new VerifyAudit.Query(organisation), await APersonAsync(organisation, administrator: true))).Failure, Is.Null);
    }

    private async Task<OrganisationId> WithEntriesAsync(int consultations)
    {
        OrganisationId organisation = await AnOrganisationAsync();
        for (int i = 0; i < consultations; i++) await DoAsync(new CreateConsultation.Command(organisation, $"Plan {i}"));
        return organisation;
    }

    private async Task ExecuteAsync(string sql, object parameters)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<DbSession>().ExecuteAsync(sql, parameters, default), Is.Positive);
    }
}
