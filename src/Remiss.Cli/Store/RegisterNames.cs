using System.Collections.Immutable;
using Remiss.Application;
using Remiss.Application.Bodies;
using Remiss.Domain.Results;

namespace Remiss.Cli.Store;

/// <summary>From the names that a user writes to bodies and lists of the register; never one of several by guess.</summary>
internal static class RegisterNames
{
    private const int MostSuggested = 5;
    private const int PageSize = 1000;

    /// <summary>The bodies of those names or codes; all that are not found are told at once.</summary>
    public static async Task<Result<ImmutableArray<BodyId>>> BodiesAsync(StoreHost host, OrganisationId organisation, IEnumerable<string> names, CancellationToken stop)
    {
        var found = ImmutableArray.CreateBuilder<BodyId>();
        var wrong = new List<Invalid>();
        foreach (string name in names.Select(n => n.Trim()).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            Result<Paged<BodyRow>> page = await host.SendAsync(new ListBodies.Query(organisation) { Search = name, PageSize = PageSize }, stop);
            if (!page.IsOk) return page.Failure;
            List<BodyRow> exact = [.. page.Value.Rows.Where(b => name.Equals(b.Name, StringComparison.OrdinalIgnoreCase) || name == b.Code)];
            if (exact.Count == 1) found.Add(exact[0].Id);
            else wrong.Add(exact.Count == 0 ? Unknown(name, page.Value.Rows) : Several(name, exact));
        }
        return wrong.Count == 0 ? found.ToImmutable() : wrong[0] with { More = [.. wrong.Skip(1)] };
    }

    /// <summary>All municipalities that are still asked.</summary>
    public static async Task<Result<ImmutableArray<BodyId>>> MunicipalitiesAsync(StoreHost host, OrganisationId organisation, CancellationToken stop)
    {
        var found = ImmutableArray.CreateBuilder<BodyId>();
        for (int page = 1; ; page++)
        {
            Result<Paged<BodyRow>> some = await host.SendAsync(new ListBodies.Query(organisation) { Kind = BodyKind.Municipality, Page = page, PageSize = PageSize }, stop);
            if (!some.IsOk) return some.Failure;
            found.AddRange(some.Value.Rows.Select(b => b.Id));
            if (some.Value.Rows.Count < PageSize) break;
        }
        return found.Count > 0 ? found.ToImmutable() : new NotFound(new Phrase(
            "Registret har inga kommuner. Läs in dem med ”remiss register import”.", "The register has no municipalities. Import them with 'remiss register import'."));
    }

    /// <summary>The distribution lists of those names.</summary>
    public static async Task<Result<ImmutableArray<DistributionListId>>> ListsAsync(StoreHost host, OrganisationId organisation, IReadOnlyCollection<string> names, CancellationToken stop)
    {
        if (names.Count == 0) return ImmutableArray<DistributionListId>.Empty;
        Result<ImmutableArray<ListDistributionLists.Row>> all = await host.SendAsync(new ListDistributionLists.Query(organisation), stop);
        if (!all.IsOk) return all.Failure;
        var found = ImmutableArray.CreateBuilder<DistributionListId>();
        foreach (string name in names)
        {
            if (all.Value.FirstOrDefault(l => name.Trim().Equals(l.Name, StringComparison.OrdinalIgnoreCase)) is not { } list)
            {
                string there = string.Join(", ", all.Value.Select(l => $"”{l.Name}”"));
                return new NotFound(there.Length == 0
                    ? new Phrase($"Sändlistan ”{name}” finns inte; det finns ingen sändlista.", $"There is no distribution list '{name}', nor any other.")
                    : new Phrase($"Sändlistan ”{name}” finns inte. De som finns: {there}.", $"There is no distribution list '{name}'. There are: {there}."));
            }
            found.Add(list.Id);
        }
        return found.ToImmutable();
    }

    private static Invalid Unknown(string name, IReadOnlyList<BodyRow> near)
    {
        string named = string.Join(", ", near.Take(MostSuggested).Select(b => $"”{b.Name}”"));
        return new Invalid(named.Length == 0
            ? new Phrase($"Registret har ingen instans som heter ”{name}”.", $"The register has no body called '{name}'.")
            : new Phrase($"Registret har ingen instans som heter ”{name}”. Menar du {named}?", $"The register has no body called '{name}'. Do you mean {named}?"));
    }

    private static Invalid Several(string name, IReadOnlyList<BodyRow> several)
    {
        string codes = string.Join(", ", several.Select(b => b.Code is { } code ? $"{b.Name} ({code})" : b.Name));
        return new Invalid(new Phrase($"Flera instanser passar in på ”{name}”: {codes}. Ange namnet i stället för koden, eller tvärtom.", $"Several bodies match '{name}': {codes}. Give the name instead of the code, or the other way round."));
    }
}
