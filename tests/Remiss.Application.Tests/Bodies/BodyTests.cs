using Remiss.Application.Bodies;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Bodies;

public sealed class BodyTests(TestDatabase database) : StoreTest(database)
{
    [Test]
    public async Task Stand_in_Swedish_order()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        foreach (string name in new[] { "Österby", "Ängsö", "zinkgruvan", "Åsele", "Alingsås", "Vänersborg", "Wikmanshyttan", "alunda" })
            await DoAsync(new AddBody.Command(organisation, new(name, BodyKind.Other)));

        var names = (await DoAsync(new ListBodies.Query(organisation))).Rows.Select(r => r.Name);

        Assert.That(names, Is.EqualTo(new[] { "Alingsås", "alunda", "Vänersborg", "Wikmanshyttan", "zinkgruvan", "Åsele", "Ängsö", "Österby" }));
    }

    [Test]
    public async Task Are_found_by_kind_county_name_and_lack_of_address()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        await DoAsync(new ImportRegister.Command(organisation));
        await DoAsync(new AddBody.Command(organisation, new("Ö-föreningen", BodyKind.Association) { Email = "o@forening.example", Code = "14X" }));

        Assert.Multiple(async () =>
        {
            Assert.That(await CountAsync(new(organisation) { Kind = BodyKind.Municipality }), Is.EqualTo(290));
            Assert.That(await CountAsync(new(organisation) { County = "14" }), Is.EqualTo(51));
            Assert.That(await CountAsync(new(organisation) { Search = "ö-FÖR" }), Is.EqualTo(1));
            Assert.That(await CountAsync(new(organisation) { Search = "O@FORENING" }), Is.EqualTo(1));
            Assert.That(await CountAsync(new(organisation) { OnlyWithoutEmail = true }), Is.EqualTo(332));
            Assert.That((await SendAsync(new ListBodies.Query(organisation) { County = "1%" })).Failure, Is.TypeOf<Invalid>());
        });
    }

    [Test]
    public async Task Have_one_name_each_whatever_the_case()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        await DoAsync(new AddBody.Command(organisation, new("Ängens skola", BodyKind.Other)));

        Assert.That((await SendAsync(new AddBody.Command(organisation, new(" ÄNGENS SKOLA ", BodyKind.Other)))).Failure, Is.TypeOf<Conflict>());
        await DoAsync(new AddBody.Command(organisation, new("Angens skola", BodyKind.Other)));
    }

    [Test]
    public async Task Show_both_versions_to_the_second_of_two_who_change_one()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        BodyId id = await DoAsync(new AddBody.Command(organisation, new("Norrviks kommun", BodyKind.Municipality)));
        await DoAsync(new ChangeBody.Command(id, 1, new("Norrviks kommun", BodyKind.Municipality) { Email = "ett@norrvik.example" }));

        var second = await SendAsync(new ChangeBody.Command(id, 1, new("Norrviks kommun", BodyKind.Municipality) { Email = "tva@norrvik.example" }));

        Assert.That(second.Failure!.Message.Swedish, Does.Contain("E-postadressen är nu ”ett@norrvik.example”; du skrev ”tva@norrvik.example”").And.Not.Contain("Namnet är"));
    }

    [Test]
    public async Task Are_retired_and_brought_back_but_never_gone()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        BodyId id = await DoAsync(new AddBody.Command(organisation, new("Norrviks kommun", BodyKind.Municipality)));
        await DoAsync(new RetireBody.Command(id, 1));
        Assert.That(await CountAsync(new(organisation)), Is.Zero);
        Assert.That(await CountAsync(new(organisation) { WithRetired = true }), Is.EqualTo(1));
        Assert.That((await SendAsync(new RetireBody.Command(id, 1, IsRetired: false))).Failure, Is.TypeOf<Conflict>());

        await DoAsync(new RetireBody.Command(id, 2, IsRetired: false));

        Assert.That(await CountAsync(new(organisation)), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_another_organisation_cannot_be_seen_or_put_on_a_list()
    {
        OrganisationId mine = await AnOrganisationAsync();
        Actor me = await APersonAsync(mine);
        OrganisationId theirs = await AnOrganisationAsync();
        BodyId body = await DoAsync(new AddBody.Command(theirs, new("Norrviks kommun", BodyKind.Municipality)));
        DistributionListId list = await DoAsync(new CreateDistributionList.Command(mine, "Grannar"), me);

        Assert.That((await SendAsync(new ListBodies.Query(theirs), me)).Failure, Is.TypeOf<NotFound>());
        Assert.That((await SendAsync(new RetireBody.Command(body, 1), me)).Failure, Is.TypeOf<NotFound>());
        Assert.That((await SendAsync(new ChangeDistributionList.Command(list, 1) { Members = [body] }, me)).Failure, Is.TypeOf<NotFound>());
        Assert.That((await DoAsync(new ListDistributionLists.Query(mine), me)).Single().Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Are_gathered_on_lists_that_are_renamed_filled_and_deleted()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        BodyId a = await DoAsync(new AddBody.Command(organisation, new("Å", BodyKind.Other)));
        BodyId b = await DoAsync(new AddBody.Command(organisation, new("B", BodyKind.Other)));
        DistributionListId list = await DoAsync(new CreateDistributionList.Command(organisation, "Grannar"));
        await DoAsync(new CreateDistributionList.Command(organisation, "Alla"));
        Assert.That((await SendAsync(new ChangeDistributionList.Command(list, 1) { Name = "ALLA" })).Failure, Is.TypeOf<Conflict>());
        await DoAsync(new ChangeDistributionList.Command(list, 1) { Name = "Närmaste", Members = [a, b, a] });
        Assert.That((await SendAsync(new ChangeDistributionList.Command(list, 1) { Members = [] })).Failure, Is.TypeOf<Conflict>());
        Assert.That((await DoAsync(new GetDistributionList.Query(list))).Select(r => r.Name), Is.EqualTo(new[] { "B", "Å" }));
        await DoAsync(new ChangeDistributionList.Command(list, 2) { Members = [a] });
        Assert.That((await DoAsync(new ListDistributionLists.Query(organisation))).Select(l => (l.Name, l.Members, l.Version)), Is.EqualTo(new[] { ("Alla", 0, 1), ("Närmaste", 1, 3) }));
        Assert.That((await SendAsync(new DeleteDistributionList.Command(list, 2))).Failure, Is.TypeOf<Conflict>());

        await DoAsync(new DeleteDistributionList.Command(list, 3));

        Assert.That(await DoAsync(new ListDistributionLists.Query(organisation)), Has.Length.EqualTo(1));
        Assert.That(await CountAsync(new(organisation)), Is.EqualTo(2));
    }

    [TestCase("kod", "Municipality", "12")]
    [TestCase("kod", "Region", "0114")]
    [TestCase("kod", "Other", "1;2")]
    [TestCase("nummer", "Other", "5560001234")]
    [TestCase("namn", "Other", "  ")]
    [TestCase("namn", "Other", "två\nrader")]
    [TestCase("post", "Other", "a b@c.example")]
    public async Task Are_refused_with_facts_of_the_wrong_form(string field, string kind, string value)
    {
        OrganisationId organisation = await AnOrganisationAsync();
        var facts = new BodyFacts(field == "namn" ? value : "Plats", Enum.Parse<BodyKind>(kind))
        {
            Code = field == "kod" ? value : null,
            OrganisationNumber = field == "nummer" ? value : null,
            Email = field == "post" ? value : null,
        };

        Assert.That((await SendAsync(new AddBody.Command(organisation, facts))).Failure, Is.TypeOf<Invalid>());
    }

    private async Task<int> CountAsync(ListBodies.Query query) => (await DoAsync(query)).Total;
}
