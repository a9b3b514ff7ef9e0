using Remiss.Application.Bodies;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Bodies;

public sealed class ImportRegisterTests(TestDatabase database) : StoreTest(database)
{
    [Test]
    public async Task Says_what_was_added_and_then_that_nothing_changed()
    {
        OrganisationId organisation = await AnOrganisationAsync();

        Assert.That(await DoAsync(new ImportRegister.Command(organisation)), Is.EqualTo(new BodyImportReport(332, 0, 0)));
        Assert.That(await DoAsync(new ImportRegister.Command(organisation)), Is.EqualTo(new BodyImportReport(0, 0, 332)));
        Assert.That((await DoAsync(new ListBodies.Query(organisation))).Total, Is.EqualTo(332));
    }

    [Test]
    public async Task Lets_names_follow_and_keeps_the_sites_addresses_and_own_bodies()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        await DoAsync(new ImportRegister.Command(organisation));
        BodyId own = await DoAsync(new AddBody.Command(organisation, new("Norrviks hembygdsförening", BodyKind.Association) { Email = "post@norrvik.example" }));
        BodyRow region = await FindAsync(organisation, "Region Sörmland");
        await DoAsync(new ChangeBody.Command(region.Id, 1, new("Landstinget i Sörmland", BodyKind.Region) { Code = "04", Email = "reg@sormland.example", ContactName = "Asta Ek" }) { IsRetired = true });

        Assert.That(await DoAsync(new ImportRegister.Command(organisation)), Is.EqualTo(new BodyImportReport(0, 1, 331)));

        BodyRow now = await FindAsync(organisation, "Region Sörmland");
        Assert.That((now.Id, now.Email, now.ContactName, now.IsRetired), Is.EqualTo((region.Id, "reg@sormland.example", "Asta Ek", true)));
        Assert.That((await FindAsync(organisation, "hembygd")).Id, Is.EqualTo(own));
    }

    [Test]
    public async Task Recognises_a_body_that_was_written_in_by_hand_without_its_code()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        BodyId byHand = await DoAsync(new AddBody.Command(organisation, new("region skåne", BodyKind.Other) { Email = "region@skane.example" }));

        Assert.That(await DoAsync(new ImportRegister.Command(organisation)), Is.EqualTo(new BodyImportReport(331, 1, 0)));

        BodyRow now = await FindAsync(organisation, "Region Skåne");
        Assert.That((now.Id, now.Name, now.Kind, now.Code, now.Email), Is.EqualTo((byHand, "Region Skåne", BodyKind.Region, "12", "region@skane.example")));
    }

    [Test]
    public async Task Imports_nothing_where_a_name_belongs_to_another_body()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        await DoAsync(new AddBody.Command(organisation, new("Region Skåne", BodyKind.Company) { Code = "X-1" }));

        var result = await SendAsync(new ImportRegister.Command(organisation));

        Assert.That(result.Failure, Is.TypeOf<Invalid>());
        Assert.That(((Invalid)result.Failure!).More.Single().Message.Swedish, Does.Contain("Region Skåne finns redan i registret som företag med koden X-1"));
        Assert.That((await DoAsync(new ListBodies.Query(organisation))).Total, Is.EqualTo(1));
    }

    [Test]
    public async Task Imported_twice_at_once_leaves_each_body_once()
    {
        OrganisationId organisation = await AnOrganisationAsync();

        var results = await Task.WhenAll(SendAsync(new ImportRegister.Command(organisation)), SendAsync(new ImportRegister.Command(organisation)));

        Assert.That(results.Count(r => r.IsOk), Is.GreaterThanOrEqualTo(1));
        Assert.That((await DoAsync(new ListBodies.Query(organisation))).Total, Is.EqualTo(332));
    }

    private async Task<BodyRow> FindAsync(OrganisationId organisation, string name) =>
        (await DoAsync(new ListBodies.Query(organisation) { Search = name, WithRetired = true })).Rows.Single();
}
