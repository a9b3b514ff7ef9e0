using Remiss.Application.Consultations;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Consultations;

public sealed class ListConsultationsTests(TestDatabase database) : ConsultationTest(database)
{
    [Test]
    public async Task Shows_only_those_in_which_the_person_has_a_role()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        Actor one = await APersonAsync(organisation);
        Actor administrator = await APersonAsync(organisation, administrator: true);
        await DoAsync(new CreateConsultation.Command(organisation, "Ettans"), one);
        await DoAsync(new CreateConsultation.Command(organisation, "Administratörens"), administrator);

        Assert.Multiple(async () =>
        {
            Assert.That(await TitlesAsync(new(organisation), one), Is.EqualTo(new[] { "Ettans" }));
            Assert.That(await TitlesAsync(new(organisation), administrator), Is.EqualTo(new[] { "Administratörens" }));
            Assert.That(await TitlesAsync(new(organisation), Operator), Has.Length.EqualTo(2));
        });
    }

    [TestCase("åtgärder", "Åtgärder 100 %_!")]
    [TestCase("100 %", "Åtgärder 100 %_!")]
    [TestCase("%_!", "Åtgärder 100 %_!")]
    [TestCase("[kust]", "Plan [KUST]")]
    [TestCase("kust", "Plan [KUST]")]
    [TestCase("rm 77", "Plan [KUST]")]
    [TestCase("_ust", null)]
    [TestCase("100%", null)]
    [TestCase("'; DROP TABLE body; --", null)]
    public async Task Finds_what_is_searched_for_as_it_is_written(string search, string? found)
    {
        OrganisationId organisation = await AnOrganisationAsync();
        await DoAsync(new CreateConsultation.Command(organisation, "Åtgärder 100 %_!"));
        await DoAsync(new CreateConsultation.Command(organisation, "Plan [KUST]") { RegistrationNumber = "RM 77" });

        Assert.That(await TitlesAsync(new(organisation) { Search = search }, Operator), Is.EqualTo(found is null ? Array.Empty<string>() : [found]));
    }

    [Test]
    public async Task Filters_by_state_and_turns_pages()
    {
        OrganisationId organisation = await AnOrganisationAsync();
        for (int i = 0; i < 5; i++)
        {
            await DoAsync(new CreateConsultation.Command(organisation, $"Plan {i}"));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var page = await DoAsync(new ListConsultations.Query(organisation) { State = ConsultationState.Draft, Page = 2, PageSize = 2 });

        Assert.That(page.Rows.Select(r => r.Title), Is.EqualTo(new[] { "Plan 2", "Plan 1" }));
        Assert.That(page.Total, Is.EqualTo(5));
        Assert.That((await DoAsync(new ListConsultations.Query(organisation) { State = ConsultationState.Open })).Total, Is.Zero);
        foreach (var (number, size) in new[] { (0, 10), (1, 0), (1, 1001), (int.MaxValue, 1000) })
            Assert.That((await SendAsync(new ListConsultations.Query(organisation) { Page = number, PageSize = size })).Failure, Is.TypeOf<Invalid>(), $"{number} {size}");
    }

    private async Task<string[]> TitlesAsync(ListConsultations.Query query, Actor actor) => [.. (await DoAsync(query, actor)).Rows.Select(r => r.Title)];
}
